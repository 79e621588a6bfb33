//! The size of the shell: what needs no window belongs in `attune-app`.

use super::{Finding, files::File};

const FOLDER: &str = "src-tauri/src/";

/// The most lines of Rust in the shell.
pub(super) const MOST: usize = 2_500;

/// How many lines of Rust the shell has.
pub(super) fn lines(files: &[File]) -> usize {
    let ours = |file: &&File| file.path.starts_with(FOLDER) && file.extension() == "rs";
    files.iter().filter(ours).map(|file| file.lines().count()).sum()
}

/// Complains of a shell that is too large.
pub(super) fn check(files: &[File]) -> Vec<Finding> {
    let lines = lines(files);
    if lines <= MOST {
        return Vec::new();
    }
    vec![Finding::new(
        FOLDER,
        format!("{lines} lines, at most {MOST}: move what needs no window to attune-app"),
    )]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::files::tests::file;

    #[test]
    fn only_the_shells_rust_counts_and_too_much_of_it_is_a_finding() {
        let shell = |lines: usize| {
            vec![
                file("src-tauri/src/a.rs", &"a\n".repeat(lines)),
                file("src-tauri/icons/about.txt", &"a\n".repeat(100)),
                file("crates/attune-app/src/a.rs", &"a\n".repeat(100)),
            ]
        };
        assert_eq!(lines(&shell(MOST)), MOST);
        assert!(check(&shell(MOST)).is_empty());
        assert_eq!(check(&shell(MOST + 1)).len(), 1);
    }
}
