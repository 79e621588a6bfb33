//! Files that belong to the listener alone, written whole or not at all.
//!
//! What Attune keeps says how somebody felt, so other accounts of the machine must not read it. Those that keep something
//! in the data folder call [`private_folder`], then [`private_file`] before they open a database or [`restrict`] before
//! they read a document, and [`replace`] to write one. Modes are a matter of Unix; elsewhere the folder's own rules hold, which on Windows and macOS keep other
//! accounts out of a person's application data.

#[cfg(feature = "sqlite")]
pub mod database;
#[cfg(feature = "sqlite")]
mod errors;
mod trouble;

pub use trouble::DiskTrouble;

use std::ffi::OsStr;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// How names of half-written files begin; what a crash has left under such a name may be removed.
pub const HALF_WRITTEN: &str = ".attune-";

/// Makes the folder with all above it, for its owner only; one that was there before is closed to others.
///
/// A folder of somebody else's is left as it is, and so is one that accounts share (with the sticky bit, as `/tmp`):
/// the files in it are closed one by one.
pub fn private_folder(dir: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)?;
    restrict(dir)
}

/// Closes the file and those that SQLite keeps beside it to others; one that is not there is made empty, so that it is
/// never open to them.
pub fn private_file(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    ["", "-wal", "-shm", "-journal"].iter().try_for_each(|side| restrict(&beside(path, side)))
}

/// Puts a whole file in place of the old one, for its owner only: a crash leaves the old one or the new one, and nothing
/// between. Both are on the disk when this returns.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let dir = path.parent().filter(|dir| *dir != OsStr::new("")).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(HALF_WRITTEN).tempfile_in(dir)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    // The new name itself reaches the disk with the folder; only Unix lets a folder be synchronised.
    #[cfg(unix)]
    fs::File::open(dir)?.sync_all()?;
    Ok(())
}

/// `path` with something behind its name, as SQLite names its side files.
#[must_use]
pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Renames a damaged database and its side files to a name in the same folder that begins with `aside` and ends with the
/// first free number. Gives the new path; fails as renaming does.
pub fn set_aside(path: &Path, aside: &str) -> io::Result<PathBuf> {
    let mut places = (1_u32..).map(|n| path.with_file_name(format!("{aside}{n}")));
    let place = places.find(|p| !p.exists()).unwrap_or_else(|| path.with_file_name(aside));
    fs::rename(path, &place)?;
    for side in ["-wal", "-shm"] {
        let (from, to) = (beside(path, side), beside(&place, side));
        if from.exists() {
            fs::rename(from, to)?;
        }
    }
    Ok(place)
}

/// Takes from group and others whatever they may do. What is not there is fine, and so is what belongs to somebody else or
/// lies on a disk that cannot be written.
#[cfg(unix)]
pub fn restrict(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    const STICKY: u32 = 0o1000;
    const OTHERS: u32 = 0o077;
    let mode = match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        found => found?.permissions().mode(),
    };
    if mode & OTHERS == 0 || mode & STICKY != 0 {
        return Ok(());
    }
    match fs::set_permissions(path, fs::Permissions::from_mode(mode & !OTHERS)) {
        Err(error) if matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => {
            Ok(())
        }
        done => done,
    }
}

/// Takes from group and others whatever they may do; nothing to do on this system.
#[cfg(not(unix))]
pub fn restrict(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests;
