//! The files of the repository, and what may be in any of them.

use std::fs;

use anyhow::{Context, Result};

use super::Finding;
use crate::{exec::Exec, repo};

const LARGEST: u64 = 8 * 1024 * 1024;
const LONGEST: usize = 800;
const COUNTED: [&str; 5] = ["rs", "ts", "svelte", "py", "css"];
const GENERATED: [&str; 1] = ["ui/src/api/bindings.ts"];

/// One file, its text when it is text.
pub(super) struct File {
    /// From the root, with slashes.
    pub(super) path: String,
    pub(super) bytes: u64,
    /// Nothing for pictures, models and the like.
    pub(super) text: Option<String>,
}

impl File {
    pub(super) fn extension(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.as_deref().unwrap_or_default().lines().enumerate().map(|(index, line)| (index + 1, line))
    }
}

/// Every file that is or could be committed.
pub(super) fn list() -> Result<Vec<File>> {
    let root = repo::root();
    let listing = Exec::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .dir(&root)
        .read()
        .context("git lists the files to check")?;
    let mut files = Vec::new();
    for path in listing.split('\0').filter(|path| !path.is_empty()) {
        // Listed, yet gone: removed and not committed.
        let Ok(about) = fs::metadata(root.join(path)) else { continue };
        if !about.is_file() {
            continue;
        }
        let text = (about.len() <= LARGEST).then(|| fs::read(root.join(path))).transpose()?;
        let text =
            text.and_then(|bytes| if bytes.contains(&0) { None } else { String::from_utf8(bytes).ok() });
        files.push(File { path: path.to_owned(), bytes: about.len(), text });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.dedup_by(|a, b| a.path == b.path);
    Ok(files)
}

/// Sizes, lengths and paths of somebody's machine.
pub(super) fn check(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        if file.bytes > LARGEST {
            findings.push(Finding::new(&file.path, format!("{} bytes; the most is {LARGEST}", file.bytes)));
        }
        let lines = file.lines().count();
        if COUNTED.contains(&file.extension()) && lines > LONGEST && !GENERATED.contains(&file.path.as_str())
        {
            findings.push(Finding::new(&file.path, format!("{lines} lines; the most is {LONGEST}")));
        }
        findings.extend(machine_paths(file));
    }
    findings
}

/// Homes and work folders of one machine mean nothing on another; prose should not send readers to a temporary folder either.
fn machine_paths(file: &File) -> Vec<Finding> {
    let mut folders = vec![concat!("/", "work/"), concat!("/", "root/")];
    if file.extension() == "md" {
        folders.push(concat!("/", "tmp/"));
    }
    let mut findings = Vec::new();
    for (number, line) in file.lines() {
        for folder in folders.iter().filter(|folder| starts_a_path(line, folder)) {
            findings.push(Finding::at_line(&file.path, number, format!("a path of one machine ({folder})")));
        }
    }
    findings
}

/// Whether `folder` appears in `line` as the beginning of a path, not in the middle of one.
fn starts_a_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        !line[..at].ends_with(|before: char| {
            before.is_alphanumeric() || ['.', '_', '-', '/', '}', ')', '>', '~'].contains(&before)
        })
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in super::super) fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), bytes: text.len() as u64, text: Some(text.to_owned()) }
    }

    #[test]
    fn long_sources_are_found_and_generated_ones_are_not() {
        let long = "\n".repeat(801);
        let files = [
            file("crates/a/src/long.rs", &long),
            file("crates/a/src/short.rs", &"\n".repeat(800)),
            file("ui/src/api/bindings.ts", &long),
            file("Cargo.lock", &long),
        ];
        let found = check(&files);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place, "crates/a/src/long.rs");
    }

    #[test]
    fn large_files_are_found() {
        let mut model = file("models/large.onnx", "");
        model.bytes = LARGEST + 1;
        assert_eq!(check(&[model]).len(), 1);
    }

    #[test]
    fn paths_of_a_machine_are_found_where_a_path_begins() {
        let line = format!("see {}notes.md", concat!("/", "work/"));
        assert_eq!(check(&[file("docs/a.md", &line)])[0].place, "docs/a.md:1");
        assert!(check(&[file("docs/a.md", "see docs/work/notes.md or $HOME/root/x")]).is_empty());
    }

    #[test]
    fn a_temporary_folder_is_for_code_and_not_for_prose() {
        let line = format!("`{}x`", concat!("/", "tmp/"));
        assert_eq!(check(&[file("README.md", &line)]).len(), 1);
        assert!(check(&[file("tests/a.rs", &line)]).is_empty());
    }
}
