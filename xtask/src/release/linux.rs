//! What Linux desktops read about the app: its description for software centres, its entry in menus, its sandbox.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail, ensure};

use super::{Checked, changelog};
use crate::{
    exec::{Exec, find},
    repo,
};

fn file(name: &str) -> PathBuf {
    repo::root().join("src-tauri/linux").join(name)
}

/// The description is valid `AppStream` and names the version with its date first.
pub(super) fn appstream(version: &str) -> Result<Checked> {
    let path = file("app.attune.player.metainfo.xml");
    let text = fs::read_to_string(&path)?;
    let changelog = changelog::read()?;
    let date = changelog::section(&changelog, version).and_then(|section| section.date).unwrap_or_default();
    let newest =
        text.lines().find(|line| line.trim_start().starts_with("<release ")).context("no release")?;
    let wanted = format!("<release version=\"{version}\" date=\"{date}\"");
    ensure!(
        newest.trim_start().starts_with(&wanted),
        "the newest release is {}, not {wanted}",
        newest.trim()
    );
    valid("appstreamcli", &["validate", "--no-net"], &path)
}

/// The entry in menus is valid.
pub(super) fn desktop_file() -> Result<Checked> {
    valid("desktop-file-validate", &[], &file("attune.desktop"))
}

/// Lets a program judge a file; skipped where it is not installed.
fn valid(program: &str, arguments: &[&str], path: &std::path::Path) -> Result<Checked> {
    if find(program).is_none() {
        return Ok(Checked::Skipped(format!("there is no {program} here")));
    }
    let (said, fine) = Exec::new(program).args(arguments).arg(path).quiet().read_either()?;
    if !fine {
        bail!("{program} says of {}:\n{said}", repo::shown(path));
    }
    Ok(Checked::Fine(format!("{program} accepts {}", repo::shown(path))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::versions;

    #[test]
    fn the_description_names_the_version() {
        assert!(appstream(&versions::version().unwrap()).is_ok());
        assert!(appstream("9999.0.0").is_err());
    }

    #[test]
    fn the_menu_opens_what_is_music_and_a_list_of_it() {
        let entry = fs::read_to_string(file("attune.desktop")).unwrap();
        assert!(entry.contains("\nExec=attune %U\n"), "files are handed over as addresses");
        let kinds = entry.lines().find_map(|line| line.strip_prefix("MimeType=")).unwrap();
        let kinds: Vec<_> = kinds.split_terminator(';').collect();
        for kind in ["audio/mpeg", "audio/flac", "audio/x-mpegurl", "audio/x-scpls", "application/xspf+xml"] {
            assert!(kinds.contains(&kind), "{kind}");
        }
        // Whoever offers to open these can become what opens every folder and table.
        assert!(!kinds.contains(&"inode/directory") && !kinds.contains(&"text/csv"), "{kinds:?}");
    }

    #[test]
    fn the_menus_actions_are_flags_of_the_program() {
        let entry = fs::read_to_string(file("attune.desktop")).unwrap();
        let arguments = fs::read_to_string(repo::root().join("crates/attune-app/src/arguments.rs")).unwrap();
        let flags: Vec<_> = entry.lines().filter_map(|line| line.strip_prefix("Exec=attune --")).collect();
        assert!(flags.len() > 2);
        assert!(flags.iter().all(|flag| arguments.contains(&format!("(\"{flag}\""))), "{flags:?}");
    }
}
