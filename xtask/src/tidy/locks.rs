//! Lock files say what is used, not where one of us happened to download it.

use super::{Finding, files::File};

/// Checks both kinds of lock file.
pub(super) fn check(files: &[File]) -> Vec<Finding> {
    files
        .iter()
        .flat_map(|file| match file.path.rsplit('/').next() {
            Some("Cargo.lock") => {
                offending(file, cargo_line_is_fine, "a source that is not the default registry")
            }
            Some("package-lock.json") => offending(
                file,
                npm_line_is_fine,
                "a download address; install with `npm config set omit-lockfile-registry-resolved true`",
            ),
            Some(".npmrc" | ".yarnrc") => {
                offending(file, |line| !line.contains("://"), "an address of a registry")
            }
            _ => Vec::new(),
        })
        .collect()
}

fn offending(file: &File, accepts: fn(&str) -> bool, message: &str) -> Vec<Finding> {
    file.lines()
        .filter(|(_, line)| !accepts(line))
        .map(|(number, _)| Finding::at_line(&file.path, number, message))
        .collect()
}

fn cargo_line_is_fine(line: &str) -> bool {
    line.strip_prefix("source = ")
        .is_none_or(|source| source.trim_matches('"').ends_with("/rust-lang/crates.io-index"))
}

fn npm_line_is_fine(line: &str) -> bool {
    !line.trim_start().starts_with("\"resolved\": \"http")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::files::tests::file;

    #[test]
    fn a_mirror_in_the_lock_of_cargo_is_found() {
        let text = "[[package]]\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\nsource = \"registry+https://mirror.example/index\"\n";
        let found = check(&[file("Cargo.lock", text)]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place, "Cargo.lock:3");
    }

    #[test]
    fn an_address_in_the_lock_of_npm_is_found() {
        let text = "{\n  \"resolved\": \"https://mirror.example/a.tgz\",\n  \"integrity\": \"sha512-x\",\n  \"resolved\": \"packages/local\"\n}";
        let found = check(&[file("ui/package-lock.json", text)]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place, "ui/package-lock.json:2");
    }
}
