//! How playlists name files: by paths, and by `file:` addresses (RFC 8089).
//!
//! What is written beside the music has slashes on every system, so that a list can be carried from one to another.

use crate::path::{from_bytes, to_bytes};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, percent_encode};
use std::path::{Path, PathBuf};

/// What stands for itself in an address besides letters and digits.
const ADDRESS: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b':');
/// The same for an address that is told from the list's own, which must not begin as a scheme does.
const BELOW: &AsciiSet = &ADDRESS.add(b':');

/// How a playlist names a file: a path where that is plain text, else an address. Files in or below `base` are named from
/// there.
pub(super) fn plain(place: &Path, base: &Path) -> String {
    let near = place.strip_prefix(base);
    let text = match near {
        Ok(near) => near.to_str().map(with_slashes),
        Err(_) => place.to_str().map(str::to_owned),
    };
    match text {
        // A name may begin as a comment does, or as a formula where a spreadsheet opens the list.
        Some(text) if text.starts_with(['#', '=', '+', '-', '@']) => format!("./{text}"),
        Some(text) if !text.contains(['\n', '\r']) && text.trim() == text => text,
        _ => whole(place),
    }
}

/// How a list that holds addresses names a file.
pub(super) fn uri(place: &Path, base: &Path) -> String {
    match place.strip_prefix(base) {
        Ok(near) => percent_encode(&bytes(near), BELOW).to_string(),
        Err(_) => whole(place),
    }
}

/// The path that a `file:` address means, in any case; none for what is no such address.
#[must_use]
pub fn path_of_address(address: &str) -> Option<PathBuf> {
    let (scheme, rest) = address.split_once(':')?;
    scheme.eq_ignore_ascii_case("file").then(|| path(rest))
}

/// The path that follows `file:` in an address.
pub(super) fn path(rest: &str) -> PathBuf {
    let (host, path) = match rest.strip_prefix("//") {
        Some(after) => after.split_at(after.find('/').unwrap_or(0)),
        None => ("", rest),
    };
    if cfg!(windows) { windows_path(host, &decoded(path).to_string_lossy()).into() } else { decoded(path) }
}

/// The path that a percent-encoded text means.
pub(super) fn decoded(text: &str) -> PathBuf {
    let bytes: Vec<u8> = percent_decode_str(text).collect();
    if cfg!(unix) { from_bytes(&bytes) } else { String::from_utf8_lossy(&bytes).into_owned().into() }
}

fn whole(place: &Path) -> String {
    format!("file://{}", percent_encode(&bytes(place), ADDRESS))
}

/// A path's bytes in an address: its own on Unix; its text in UTF-8 on Windows, where a name that is no text is not kept.
fn bytes(path: &Path) -> Vec<u8> {
    if cfg!(windows) { windows_address(&path.to_string_lossy()).into_bytes() } else { to_bytes(path) }
}

/// A path below another one, as it can be read on every system.
fn with_slashes(text: &str) -> String {
    if cfg!(windows) { text.replace('\\', "/") } else { text.to_owned() }
}

/// What follows `file://` for a path of Windows: `/C:/a` for `C:\a` and `//server/share` for `\\server\share`.
fn windows_address(path: &str) -> String {
    let path = match path.strip_prefix(r"\\?\") {
        Some(verbatim) => {
            verbatim.strip_prefix(r"UNC\").map_or(verbatim.to_owned(), |unc| format!(r"\\{unc}"))
        }
        None => path.to_owned(),
    };
    let slashes = path.replace('\\', "/");
    if has_drive(&slashes) { format!("/{slashes}") } else { slashes }
}

/// The path of Windows that an address means.
fn windows_path(host: &str, path: &str) -> String {
    match path.strip_prefix('/') {
        Some(drive) if has_drive(drive) => drive.to_owned(),
        _ if host.is_empty() || host.eq_ignore_ascii_case("localhost") => path.to_owned(),
        _ => format!("//{host}{path}"),
    }
}

fn has_drive(path: &str) -> bool {
    matches!(path.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_windows_become_addresses_and_come_back() {
        for (path, address, back) in [
            (r"C:\Müsik\a b.wav", "/C:/Müsik/a b.wav", "C:/Müsik/a b.wav"),
            (r"\\?\C:\long", "/C:/long", "C:/long"),
            (r"\\nas\music\a.wav", "//nas/music/a.wav", "//nas/music/a.wav"),
            (r"\\?\UNC\nas\music", "//nas/music", "//nas/music"),
            (r"below\a.wav", "below/a.wav", "below/a.wav"),
        ] {
            assert_eq!(windows_address(path), address);
            assert_eq!(windows_path("", address), back);
        }
        assert_eq!(windows_path("nas", "/music/a.wav"), "//nas/music/a.wav");
        assert_eq!(windows_path("localhost", "/C:/a.wav"), "C:/a.wav");
    }

    #[test]
    fn a_name_below_the_list_is_no_scheme() {
        let base = Path::new("/music");
        assert_eq!(uri(&base.join("a: b/c.wav"), base), "a%3A%20b/c.wav");
        assert_eq!(plain(&base.join("#1.wav"), base), "./#1.wav");
    }

    #[test]
    #[cfg(unix)]
    fn an_address_of_a_file_is_told_from_others_and_from_paths() {
        use std::os::unix::ffi::OsStrExt as _;
        assert_eq!(path_of_address("file:///a%20b.mp3"), Some("/a b.mp3".into()));
        let odd = path_of_address("FILE:///%ff.mp3").unwrap();
        assert_eq!(odd.as_os_str().as_bytes(), b"/\xff.mp3");
        for other in ["http://host/a.mp3", "/file:/a.mp3", "a.mp3", "filer:///a"] {
            assert_eq!(path_of_address(other), None, "{other}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn every_form_of_address_is_read() {
        for rest in ["///a%20b/c.wav", "//localhost/a%20b/c.wav", "/a%20b/c.wav"] {
            assert_eq!(path(rest), Path::new("/a b/c.wav"), "{rest}");
        }
    }
}
