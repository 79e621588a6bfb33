//! Files that the listener picks where the system gives no path but a stream of bytes, as Android's providers of content do.
//!
//! Whoever reads or writes a file works on a copy in a folder of its own, which goes when the work is done.

use attune_core::{AppError, ErrorCode};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

/// The most bytes that are read of a picked file.
const MOST: u64 = 512 << 20;

/// Gives `body` the path of a copy of `from`, which is called as its address ends where that has one of the extensions.
/// Fails with `file_unreadable`, or as `body` does.
pub fn read<T>(
    from: impl Read,
    address: &str,
    extensions: &[&str],
    body: impl FnOnce(&Path) -> Result<T, AppError>,
) -> Result<T, AppError> {
    let folder = tempfile::tempdir().map_err(unreadable)?;
    let path = folder.path().join(name(address, extensions));
    let copied = File::create(&path).and_then(|mut to| io::copy(&mut from.take(MOST + 1), &mut to));
    if copied.map_err(unreadable)? > MOST {
        return Err(unreadable(io::ErrorKind::FileTooLarge.into()));
    }
    body(&path)
}

/// Gives `body` the path of a file called `name` to write, and copies what it wrote to `to`. Fails with `export_failed`, or
/// as `body` does.
pub fn write<T>(
    mut to: impl Write,
    name: &str,
    body: impl FnOnce(&Path) -> Result<T, AppError>,
) -> Result<T, AppError> {
    let folder = tempfile::tempdir().map_err(unwritable)?;
    let path = folder.path().join(name);
    let done = body(&path)?;
    File::open(&path).and_then(|mut from| io::copy(&mut from, &mut to)).map_err(unwritable)?;
    to.flush().map_err(unwritable)?;
    Ok(done)
}

/// The error for a picked file that cannot be read.
#[must_use]
pub fn unreadable(error: io::Error) -> AppError {
    let message = format!("The file could not be read: {error}. Choose another one.");
    AppError::new(ErrorCode::FileUnreadable, message).caused_by(error)
}

/// The error for a place that cannot be written to.
#[must_use]
pub fn unwritable(error: io::Error) -> AppError {
    let message = format!("The file could not be written: {error}. Choose another place.");
    AppError::new(ErrorCode::ExportFailed, message).caused_by(error)
}

/// A bare name with one of the extensions: the address's last part where it has one, since what a file is read as goes by
/// it, else `picked` with the first extension.
fn name(address: &str, extensions: &[&str]) -> String {
    // Providers write the separators of their own paths as escapes of two digits.
    let end = address.rfind(['/', ':', '%']).map_or(0, |at| at + 1);
    let end = if address[..end].ends_with('%') { end + 2 } else { end };
    let last = address.get(end..).unwrap_or_default();
    let known = |told: &str| extensions.contains(&told.to_ascii_lowercase().as_str());
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.');
    let named = last.rsplit_once('.').is_some_and(|(stem, told)| !stem.is_empty() && known(told));
    if named && last.chars().all(plain) {
        return last.to_owned();
    }
    format!("picked.{}", extensions.first().copied().unwrap_or("bin"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    #[test]
    fn a_picked_file_is_read_from_a_copy_that_goes() {
        let mut seen = PathBuf::new();
        let length = read(
            &b"a,b"[..],
            "content://docs/document/primary%3AMusic%2Flist.CSV",
            &["tsv", "csv"],
            |path| {
                path.clone_into(&mut seen);
                Ok(std::fs::read(path).unwrap().len())
            },
        );
        assert_eq!((length, seen.file_name().unwrap().to_str()), (Ok(3), Some("list.CSV")));
        assert!(!seen.exists());
    }

    #[test]
    fn names_are_bare_and_have_a_known_extension() {
        for address in [
            "content://docs/42",
            "content://x/..%2F..%2Fetc",
            "a.exe",
            "",
            ".pls",
            "x%",
            "content://x/a.b%2Fc",
        ] {
            assert_eq!(name(address, &["m3u8", "pls"]), "picked.m3u8", "{address}");
        }
        assert_eq!(name("content://docs/primary%3Alist.pls", &["m3u8", "pls"]), "list.pls");
    }

    #[test]
    fn what_is_written_arrives_and_what_fails_leaves_nothing() {
        let mut written = Vec::new();
        let done = write(&mut written, "attune.m3u8", |path| {
            std::fs::write(path, "#EXTM3U").unwrap();
            Ok(path.file_name().unwrap().to_owned())
        });
        assert_eq!((done.unwrap().to_str(), written.as_slice()), (Some("attune.m3u8"), &b"#EXTM3U"[..]));
        let mut nothing = Vec::new();
        let failed: Result<(), _> =
            write(&mut nothing, "a.json", |_| Err(AppError::new(ErrorCode::PlaylistFailed, "no")));
        assert_eq!((failed.unwrap_err().code, nothing.len()), (ErrorCode::PlaylistFailed, 0));
    }

    #[test]
    fn a_stream_that_breaks_off_is_an_error_of_its_own() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
        }
        let failed: Result<(), _> = read(Broken, "a.csv", &["csv"], |_| panic!("nothing was read"));
        assert_eq!(failed.unwrap_err().code, ErrorCode::FileUnreadable);
    }
}
