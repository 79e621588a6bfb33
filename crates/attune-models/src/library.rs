//! A look at a shared library before it is loaded.
//!
//! The loader of Linux maps a library without reading it, so that one cut short (an interrupted download, a full
//! disk) does not fail to load but kills the process later, at the first touch of a page that is not there. The
//! headers say how long the file must be; reading them first turns that into an error.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// `Err` with the reason if the file is an incomplete or foreign ELF library; other kinds of files pass, since
/// the systems that use them check for themselves.
pub(super) fn check(path: &Path) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let mut file = File::open(path).map_err(|e| e.to_string())?;
    let length = file.metadata().map_err(|e| e.to_string())?.len();
    let mut head = [0; 64];
    file.read_exact(&mut head).map_err(|_| "it is too short for a library".to_owned())?;
    if head[..4] != *b"\x7fELF" || head[4] != 2 || head[5] != 1 {
        return Err("it is not a 64-bit library".to_owned());
    }
    let wanted = needed_length(&mut file, &head).map_err(|e| e.to_string())?;
    if wanted > length {
        return Err(format!("it is cut short: {length} of {wanted} bytes"));
    }
    Ok(())
}

/// The end of the furthest segment or header table that a 64-bit little-endian ELF header speaks of.
fn needed_length(file: &mut File, head: &[u8; 64]) -> io::Result<u64> {
    let (segments, sections) = (word(head, 32), word(head, 40));
    let (segment_size, segment_count) = (u64::from(half(head, 54)), half(head, 56));
    let mut end = sections.saturating_add(u64::from(half(head, 58)) * u64::from(half(head, 60)));
    let mut entry = [0; 56];
    for i in 0..u64::from(segment_count) {
        file.seek(SeekFrom::Start(segments.saturating_add(i * segment_size)))?;
        file.read_exact(&mut entry)?;
        end = end.max(word(&entry, 8).saturating_add(word(&entry, 32)));
    }
    Ok(end)
}

fn word(bytes: &[u8], at: usize) -> u64 {
    let mut eight = [0; 8];
    eight.copy_from_slice(&bytes[at..at + 8]);
    u64::from_le_bytes(eight)
}

fn half(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn this_very_program_is_complete_and_half_of_it_is_not() {
        let whole = std::env::current_exe().unwrap();
        assert_eq!(check(&whole), Ok(()));
        let dir = tempfile::tempdir().unwrap();
        let half = dir.path().join("half.so");
        let bytes = fs::read(&whole).unwrap();
        fs::write(&half, &bytes[..bytes.len() / 2]).unwrap();
        assert!(check(&half).unwrap_err().contains("cut short"));
        fs::write(&half, "not a library, but long enough to hold the header of one, which is 64 bytes")
            .unwrap();
        assert!(check(&half).unwrap_err().contains("not a 64-bit library"));
        fs::write(&half, &bytes[..70]).unwrap();
        assert!(check(&half).is_err());
    }
}
