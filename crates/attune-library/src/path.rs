//! Paths as bytes, so that no file is lost for a name that is no text.

use rusqlite::Row;
use std::cmp::Ordering;
use std::path::{Path, PathBuf};

/// The system's own bytes of a path: as they are on Unix, little-endian UTF-16 on Windows.
#[cfg(unix)]
pub(crate) fn to_bytes(path: &Path) -> Vec<u8> {
    std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str()).to_vec()
}

/// The path that [`to_bytes`] wrote.
#[cfg(unix)]
pub(crate) fn from_bytes(bytes: &[u8]) -> PathBuf {
    <std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes).into()
}

/// The system's own bytes of a path: as they are on Unix, little-endian UTF-16 on Windows.
#[cfg(windows)]
pub(crate) fn to_bytes(path: &Path) -> Vec<u8> {
    std::os::windows::ffi::OsStrExt::encode_wide(path.as_os_str()).flat_map(u16::to_le_bytes).collect()
}

/// The path that [`to_bytes`] wrote.
#[cfg(windows)]
pub(crate) fn from_bytes(bytes: &[u8]) -> PathBuf {
    let wide: Vec<u16> = bytes.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
    <std::ffi::OsString as std::os::windows::ffi::OsStringExt>::from_wide(&wide).into()
}

/// The path in a column, as [`to_bytes`] wrote it.
pub(crate) fn at(row: &Row, column: usize) -> rusqlite::Result<PathBuf> {
    Ok(from_bytes(row.get_ref(column)?.as_blob()?))
}

/// Paths in the order of their bytes, as the database sorts them.
pub(crate) fn in_order(a: &Path, b: &Path) -> Ordering {
    if cfg!(unix) {
        a.as_os_str().as_encoded_bytes().cmp(b.as_os_str().as_encoded_bytes())
    } else {
        to_bytes(a).cmp(&to_bytes(b))
    }
}

/// A path as people read it; bytes that are no text become a replacement character.
pub(crate) fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_no_text_is_kept() {
        let path = from_bytes(b"M\xfasica/\xff.mp3");
        assert_eq!(to_bytes(&path), b"M\xfasica/\xff.mp3");
        assert_eq!(shown(&path), "M\u{fffd}sica/\u{fffd}.mp3");
    }
}
