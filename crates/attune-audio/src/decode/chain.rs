//! Whether an Ogg file holds several streams one after the other ("chained", RFC 3533, 4). Then what its container says
//! of length and places holds for one of them only.

use std::io::{Read, Result, Seek, SeekFrom};

/// More than the largest page, in bytes.
const TAIL: u64 = 66_000;

/// Whether the last page belongs to another stream than the first. The file stands at its start afterwards.
pub(super) fn is_chained(file: &mut (impl Read + Seek)) -> Result<bool> {
    let mut head = Vec::new();
    (&mut *file).take(18).read_to_end(&mut head)?;
    let chained = match serial(&head) {
        None => false,
        first => {
            let size = file.seek(SeekFrom::End(0))?;
            file.seek(SeekFrom::Start(size.saturating_sub(TAIL)))?;
            let mut tail = Vec::new();
            file.read_to_end(&mut tail)?;
            let last = tail.windows(4).rposition(|four| four == b"OggS").and_then(|at| serial(&tail[at..]));
            last.is_some() && last != first
        }
    };
    file.rewind()?;
    Ok(chained)
}

/// The number of the stream that a page belongs to.
fn serial(page: &[u8]) -> Option<u32> {
    let number = page.get(14..18).filter(|_| page.starts_with(b"OggS"))?;
    number.try_into().ok().map(u32::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(serial: u32) -> Vec<u8> {
        [b"OggS\0\0".as_slice(), &[0; 8], &serial.to_le_bytes(), &[0; 9]].concat()
    }

    #[test]
    fn another_number_at_the_end_is_another_stream() {
        let asked = |bytes: Vec<u8>| is_chained(&mut std::io::Cursor::new(bytes)).unwrap();
        assert!(asked([page(1), page(1), page(2)].concat()));
        assert!(!asked([page(1), page(1)].concat()));
        assert!(!asked([b"RIFF".to_vec(), page(2)].concat()) && !asked(Vec::new()));
    }
}
