//! What the head of an `ID3v2` tag says of where the tag ends (`ID3v2.4.0`, 3.1; the same in older versions). Such tags stand
//! before, between and behind sound of all kinds.

use crate::mpeg;

/// Bytes of a tag's head; its foot, which few tags have, is as long.
pub const HEAD: u64 = 10;

/// The most tags that follow one another.
const MOST_TAGS: usize = 64;

/// How far behind the head of a tag that lies about its length MPEG audio is looked for, so many bytes at a time, of which
/// so many are looked at again.
const FAR: u64 = 16 * 1024 * 1024;
const PIECE: u64 = 64 * 1024;
const AGAIN: u64 = 8 * 1024;

/// The flag of a tag that has a foot.
const FOOT: u8 = 0x10;

/// The length in bytes of a tag that begins here, with its head and its foot; none where none does.
#[must_use]
pub fn length(bytes: &[u8]) -> Option<u64> {
    let [b'I', b'D', b'3', _, _, flags, a, b, c, d, ..] = *bytes else { return None };
    Some(HEAD + number([a, b, c, d]) + if flags & FOOT == 0 { 0 } else { HEAD })
}

/// The length in bytes of a tag by its foot, which begins here, as [`length`].
#[must_use]
pub fn length_by_foot(bytes: &[u8]) -> Option<u64> {
    let [b'3', b'D', b'I', _, _, _, a, b, c, d, ..] = *bytes else { return None };
    Some(2 * HEAD + number([a, b, c, d]))
}

/// Seven bits in each byte.
fn number(bytes: [u8; 4]) -> u64 {
    bytes.iter().fold(0, |sum, byte| sum << 7 | u64::from(byte & 0x7F))
}

/// Where what follows the tags begins that stand at a place; behind one that says that it ends beyond the file, where MPEG
/// audio begins. `read` gives the bytes from a place on, so many at the most.
///
/// Fails as `read` does.
pub fn behind<E>(start: u64, mut read: impl FnMut(u64, u64) -> Result<Vec<u8>, E>) -> Result<u64, E> {
    let mut at = start;
    for _ in 0..MOST_TAGS {
        let Some(length) = length(&read(at, HEAD)?) else { break };
        if read(at + length - 1, 1)?.is_empty() {
            return Ok(sound_behind(at + HEAD, read)?.unwrap_or(at + length));
        }
        at += length;
    }
    Ok(at)
}

fn sound_behind<E>(
    start: u64,
    mut read: impl FnMut(u64, u64) -> Result<Vec<u8>, E>,
) -> Result<Option<u64>, E> {
    let mut at = start;
    while at < start + FAR {
        let piece = read(at, PIECE)?;
        if let Some(found) = mpeg::sync(&piece) {
            return Ok(Some(at + found as u64));
        }
        if (piece.len() as u64) < PIECE {
            break;
        }
        at += PIECE - AGAIN;
    }
    Ok(None)
}

/// Where a tag without a foot begins in these bytes that ends `beyond` bytes behind them: the last place from which one
/// is so long.
#[must_use]
pub fn begins(bytes: &[u8], beyond: u64) -> Option<usize> {
    let last = bytes.len().checked_sub(HEAD as usize)?;
    (0..=last).rev().find(|at| {
        let rest = &bytes[*at..];
        let is_head = rest.starts_with(b"ID3") && (2..5).contains(&rest[3]) && rest[5] & FOOT == 0;
        is_head && length(rest) == Some(rest.len() as u64 + beyond)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(flags: u8, length: u8) -> Vec<u8> {
        let foot =
            if flags & FOOT == 0 { Vec::new() } else { vec![b'3', b'D', b'I', 4, 0, flags, 0, 0, 0, length] };
        [&[b'I', b'D', b'3', 4, 0, flags, 0, 0, 0, length], &vec![7; length.into()][..], &foot].concat()
    }

    #[test]
    fn behind_a_tag_that_lies_about_its_length_the_sound_is_found() {
        let mut frame = vec![0xFF, 0xFB, 0x90, 0];
        frame.resize(mpeg::frame(&frame).unwrap().bytes, 7);
        let lying = [b"ID3\x03\0\0\x02\0\0\0".as_slice(), vec![b'x'; 70_000].as_slice()].concat();
        let file = [lying.clone(), frame.repeat(5)].concat();
        let asked = |file: &[u8]| {
            behind(0, |at, most| {
                let rest = &file[(at as usize).min(file.len())..];
                Ok::<_, ()>(rest[..rest.len().min(most as usize)].to_vec())
            })
        };
        assert_eq!(asked(&file), Ok(70_010));
        assert_eq!(asked(&lying), Ok(10 + (2 << 21)), "no sound");
        let alone = tag(0, 5);
        assert_eq!(asked(&alone), Ok(alone.len() as u64), "a tag alone tells the truth");
    }

    #[test]
    fn tags_that_follow_one_another_are_stepped_over() {
        let bytes =
            [tag(0, 5), tag(FOOT, 100), tag(0x80, 0), b"sound that is longer than a head".to_vec()].concat();
        let read = |at: u64, most: u64| {
            let rest = &bytes[(at as usize).min(bytes.len())..];
            Ok::<_, ()>(rest[..rest.len().min(most as usize)].to_vec())
        };
        assert_eq!(behind(0, read), Ok(15 + 120 + 10));
        assert_eq!(behind(15, read), Ok(15 + 120 + 10));
        assert_eq!(behind(3, read), Ok(3));
        assert_eq!(length(b"ID3\x04\0\0\x01\0\0\x01"), Some(10 + (1 << 21) + 1));
        assert_eq!(length_by_foot(&bytes[125..]), Some(120));
        assert_eq!(length(b"ID3\x04\0"), None);
    }

    #[test]
    fn a_tag_without_a_foot_is_found_from_its_end() {
        let sound = b"sound with ID3\x03\0\0\0\0\0\x03 in it".to_vec();
        let bytes = [sound.clone(), tag(0, 30)].concat();
        assert_eq!(begins(&bytes, 0), Some(sound.len()));
        assert_eq!(begins(&bytes[..sound.len() + 12], 28), Some(sound.len()));
        assert_eq!(begins(&sound, 0), None);
        assert_eq!(begins(&[sound, tag(FOOT, 30)].concat(), 0), None, "which is found by its foot");
        assert_eq!(begins(b"ID3", 0), None);
    }
}
