//! Names that are passed over: what systems, sync programs and photo viewers keep for themselves.
//!
//! A leading dot alone says nothing: albums are called "...And Quiet Now" or ".5 The Album".

/// Folders and files of systems and programs, in lower case.
const SYSTEM: [&str; 34] = [
    "#recycle",
    "#snapshot",
    "$recycle.bin",
    "@eadir",
    "@recently-snapshot",
    "@recycle",
    "__macosx",
    "desktop.ini",
    "system volume information",
    "thumbs.db",
    ".appledb",
    ".appledesktop",
    ".appledouble",
    ".cache",
    ".documentrevisions-v100",
    ".ds_store",
    ".dropbox.cache",
    ".fseventsd",
    ".git",
    ".hg",
    ".mediaartlocal",
    ".pkg",
    ".snapshot",
    ".snapshots",
    ".spotlight-v100",
    ".stfolder",
    ".stversions",
    ".svn",
    ".sync",
    ".temporaryitems",
    ".thumbnails",
    ".trash",
    ".trashes",
    ".zfs",
];

/// How names of such a kind begin, in lower case: companions of files on foreign disks, a user's bin on a disk, files
/// of network disks, and QNAP's pictures.
const BEGINNINGS: [&str; 5] = ["._", ".trash-", ".nfs0", ".smbdelete", ".@__"];

/// Whether a file or folder of this name is never looked at.
pub(crate) fn is_passed_over(name: &str) -> bool {
    let lower = name.to_lowercase();
    SYSTEM.contains(&lower.as_str()) || BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning))
}

/// Whether a folder that nobody but the system may read is no news.
pub(super) fn is_private(name: &str) -> bool {
    name.eq_ignore_ascii_case("lost+found")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn albums_with_dots_are_no_secrets() {
        for name in ["...Quiet Now", ".5 The Album", "lost+found", ".38 Special", "....mp3"] {
            assert!(!is_passed_over(name), "{name}");
        }
        for name in ["._01 One.flac", ".Trash-1000", "@eaDir", "$Recycle.Bin", ".stversions", ".@__thumb"] {
            assert!(is_passed_over(name), "{name}");
        }
    }
}
