//! Who may name whom in the sources.

use super::{Finding, files::File, strip::strip};

/// Checks the sources of the app and of the interface.
pub(super) fn check(files: &[File]) -> Vec<Finding> {
    files
        .iter()
        .flat_map(|file| match file.extension() {
            "rs" => rust(file),
            "ts" | "svelte" | "js" => interface(file),
            _ => Vec::new(),
        })
        .collect()
}

/// The shell is the only code that names `tauri`; nobody leaves `todo!` or `dbg!` behind.
fn rust(file: &File) -> Vec<Finding> {
    let code = strip(file.text.as_deref().unwrap_or_default());
    let shell = file.path.starts_with("src-tauri/");
    let mut findings = Vec::new();
    for (index, line) in code.lines().enumerate() {
        for word in line.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '!')) {
            let message = match word {
                "todo!" | "dbg!" | "unimplemented!" => {
                    format!("`{word}` is for an afternoon, not for a commit")
                }
                "tauri" if !shell => "only src-tauri names tauri".to_owned(),
                _ if !shell && word.starts_with("tauri_") => format!("only src-tauri names {word}"),
                _ => continue,
            };
            findings.push(Finding::at_line(&file.path, index + 1, message));
        }
    }
    findings
}

/// The folder of the interface that talks to the app is the only one that knows how.
fn interface(file: &File) -> Vec<Finding> {
    const MAY: [&str; 2] = ["ui/src/api/tauri.ts", "ui/src/api/bindings.ts"];
    if !file.path.starts_with("ui/src/") || MAY.contains(&file.path.as_str()) {
        return Vec::new();
    }
    let names_it = |line: &str| {
        line.contains("@tauri-apps/") && ["from", "import", "mock"].iter().any(|w| line.contains(w))
    };
    file.lines()
        .filter(|(_, line)| names_it(line))
        .map(|(number, _)| {
            Finding::at_line(&file.path, number, "only ui/src/api/tauri.ts imports @tauri-apps")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::files::tests::file;

    fn places(path: &str, text: &str) -> Vec<String> {
        check(&[file(path, text)]).into_iter().map(|finding| finding.place).collect()
    }

    #[test]
    fn only_the_shell_names_tauri() {
        let text = "// tauri in a comment\nuse tauri::App;\nlet s = \"tauri\";\ntauri_build::build();\n";
        assert_eq!(places("crates/a/src/lib.rs", text), ["crates/a/src/lib.rs:2", "crates/a/src/lib.rs:4"]);
        assert!(places("src-tauri/src/lib.rs", text).is_empty());
    }

    #[test]
    fn nothing_is_left_to_do() {
        assert_eq!(places("src-tauri/src/a.rs", "fn f() {\n    todo!()\n}"), ["src-tauri/src/a.rs:2"]);
        assert!(places("src-tauri/src/a.rs", "// todo! later\nlet todo = 1;").is_empty());
    }

    #[test]
    fn only_one_file_of_the_interface_imports_the_native_side() {
        let text = "import { invoke } from '@tauri-apps/api/core';";
        assert_eq!(places("ui/src/views/Now.svelte", text), ["ui/src/views/Now.svelte:1"]);
        assert!(places("ui/src/api/tauri.ts", text).is_empty());
        assert!(places("ui/eslint.config.js", text).is_empty());
    }
}
