//! `attune-cli manual`.

use super::{failure, lines, run};
use std::fs;

#[test]
fn every_command_has_a_page_and_shells_complete_its_flags() {
    let dir = tempfile::tempdir().unwrap();
    lines(&run(&["manual", &dir.path().display().to_string()]));
    let read = |name: &str| fs::read_to_string(dir.path().join(name)).unwrap();
    let page = read("man/attune-cli.1");
    assert!(page.starts_with('.') && page.contains("soundscape"), "{page}");
    assert!(!page.contains("manual"), "it is for packagers, and no page of its own");
    assert!(read("man/attune-cli-library-scan.1").contains("again"));
    let completions = ["attune-cli.bash", "attune-cli.fish", "_attune-cli", "_attune-cli.ps1"];
    for name in completions {
        assert!(read(&format!("completions/{name}")).contains("recommend"), "{name}");
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_said() {
    let file = tempfile::NamedTempFile::new().unwrap();
    assert!(failure(&run(&["manual", &file.path().display().to_string()])).contains("output_failed"));
}
