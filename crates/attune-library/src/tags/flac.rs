//! FLAC files that lofty and symphonia refuse as a whole, since a block before the sound breaks the rules: a picture or a
//! comment whose length lies, say. What is right of such a file is put together anew for lofty.

use super::parsed;
use super::{FileError, Found};
use crate::sound::take_at;
use attune_core::flac::{COMMENTS, HEAD, description, front};
use std::io::{Cursor, Read, Seek};

/// The most bytes of a block with comments that are read.
const MOST: u64 = 1024 * 1024;
/// So many bytes of sound are enough to tell a FLAC file.
const SOUND: u64 = 16 * 1024;

/// Reads a file from `start` on; none where it is no FLAC file.
pub(super) fn read(file: &mut (impl Read + Seek), start: u64) -> Result<Option<Found>, FileError> {
    let Some(front) = front(start, |at, most| take_at(file, at..u64::MAX, most))? else { return Ok(None) };
    let mut bytes = take_at(file, start..u64::MAX, HEAD)?;
    if description(&bytes).is_none() {
        return Ok(None);
    }
    let mut comments = Vec::new();
    for (_, place) in front.blocks.into_iter().filter(|(kind, _)| *kind == COMMENTS) {
        comments.extend(whole_comments(&take_at(file, place, MOST)?));
    }
    let count = comments.len() as u32;
    let written = |comment: &Vec<u8>| [&(comment.len() as u32).to_le_bytes()[..], comment].concat();
    let block = [&[0; 4][..], &count.to_le_bytes(), &comments.iter().flat_map(written).collect::<Vec<_>>()];
    let block = block.concat();
    let [_, length @ ..] = (block.len() as u32).to_be_bytes();
    bytes[4] &= 0x7F;
    bytes.extend([&[0x80 | COMMENTS][..], &length, &block].concat());
    bytes.extend(take_at(file, front.frames..u64::MAX, SOUND)?);
    // What lofty does not take even so is no music.
    Ok(parsed::read(&mut Cursor::new(bytes), 0).ok())
}

/// The comments of a block up to the first whose length lies.
fn whole_comments(block: &[u8]) -> Vec<Vec<u8>> {
    // First stands the name of the program that wrote them; their number does not have to be believed.
    let Some((_, rest)) = text(block) else { return Vec::new() };
    let mut rest = rest.get(4..).unwrap_or_default();
    let next = || {
        let (comment, after) = text(rest)?;
        rest = after;
        Some(comment.to_vec())
    };
    std::iter::from_fn(next).filter(|comment| comment.contains(&b'=')).collect()
}

/// A text behind its length, and what follows it.
fn text(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(u32::from_le_bytes(*length) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_count_up_to_one_that_lies() {
        let written = |texts: &[&str]| -> Vec<u8> {
            let one = |text: &&str| [&(text.len() as u32).to_le_bytes()[..], text.as_bytes()].concat();
            let program = [5, 0, 0, 0, b'a', b'b', b'c', b'd', b'e', 9, 9, 9, 9];
            [program.to_vec(), texts.iter().flat_map(one).collect()].concat()
        };
        let good = written(&["TITLE=a", "no comment", "ARTIST=b"]);
        assert_eq!(whole_comments(&good), [b"TITLE=a".to_vec(), b"ARTIST=b".to_vec()]);
        let lies = [written(&["TITLE=a"]), vec![0xFF; 4], b"ARTIST=b".to_vec()].concat();
        assert_eq!(whole_comments(&lies), [b"TITLE=a".to_vec()]);
        for none in [&[][..], &[0xFF; 30], &[0; 4]] {
            assert_eq!(whole_comments(none), Vec::<Vec<u8>>::new());
        }
    }
}
