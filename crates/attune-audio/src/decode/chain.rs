//! Whether an Ogg file holds several streams one after the other ("chained", RFC 3533, 4). Then what its container says
//! of length and places holds for one of them only.

use super::source::take_at;
use attune_core::ogg::{self, Page};
use std::io::{Read, Result, Seek, SeekFrom};

/// The most pages that are walked through to make sure: a day of sound.
const MOST_PAGES: usize = 200_000;

/// Whether another stream begins behind the first of a file that begins at `start`.
pub(super) fn is_chained(file: &mut (impl Read + Seek), start: u64) -> Result<bool> {
    let size = file.seek(SeekFrom::End(0))?;
    let may_be = ogg::may_be_chain(start, size, |at, most| take_at(file, at, most))?;
    Ok(may_be && begins_again(file, start)?)
}

/// Whether a stream begins behind pages of sound.
fn begins_again(file: &mut (impl Read + Seek), start: u64) -> Result<bool> {
    let (mut at, mut begun) = (start, false);
    for _ in 0..MOST_PAGES {
        let head = take_at(file, at, 27 + 255)?;
        let Some((Page { is_first, .. }, count)) = ogg::page(&head).zip(head.get(26)) else { break };
        if is_first && begun {
            return Ok(true);
        }
        begun |= !is_first;
        let lengths = head[27..].iter().take(usize::from(*count));
        at += 27 + u64::from(*count) + lengths.map(|length| u64::from(*length)).sum::<u64>();
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(serial: u32, number: u32) -> Vec<u8> {
        let flags = if number == 0 { 2 } else { 0 };
        let place = [serial, number, 0].map(u32::to_le_bytes).concat();
        [b"OggS\0", &[flags][..], &[0; 8], &place, &[1, 3], b"abc"].concat()
    }

    #[test]
    fn a_stream_that_begins_behind_another_is_seen() {
        let asked = |bytes: Vec<u8>| is_chained(&mut std::io::Cursor::new(bytes), 0).unwrap();
        assert!(asked([page(1, 0), page(1, 1), page(2, 0), page(2, 1)].concat()));
        assert!(asked([page(1, 0), page(1, 1), page(1, 0), page(1, 1)].concat()));
        assert!(!asked([page(1, 0), page(2, 0), page(1, 1), page(2, 1)].concat()), "side by side");
        assert!(!asked([b"RIFF".to_vec(), page(2, 0)].concat()) && !asked(Vec::new()));
    }
}
