//! What coders put before and after the sound. MP3's and Vorbis' own notes of it are obeyed by their decoders; AAC's
//! are in the container: a tag of iTunes', or the edit list; Opus' in its header and its last page.

use crate::Recording;
use std::io::{Read, Seek, SeekFrom};

/// Frames to leave out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Priming {
    /// At the start.
    pub(crate) before: u64,
    /// Those that count after them; none: all there are.
    pub(crate) frames: Option<u64>,
}

/// No coder needs more than a few thousand frames: more is no priming.
const MOST: u64 = 20_000;
/// A movie header larger than this is not read for its edit list.
const LARGEST: u64 = 32 << 20;

/// What to leave out of a recording of which one block was decoded; `moov` is its movie header, where it has one.
pub(crate) fn priming(moov: Option<&[u8]>, recording: &mut Recording) -> Priming {
    let tagged = recording.tag("iTunSMPB").and_then(|text| smpb(&text));
    tagged.or_else(|| edit_list(moov?, recording.rate())).or_else(|| header(recording)).unwrap_or_default()
}

/// The pre-skip of Opus (RFC 7845, 4.2). The count of the last page begins where the first one's does.
fn header(recording: &Recording) -> Option<Priming> {
    let before = recording.delay()?;
    let end = recording.stated_frames().and_then(|end| i64::try_from(end).ok());
    let frames = end.and_then(|end| u64::try_from(end - recording.block_at()).ok()?.checked_sub(before));
    (before <= MOST).then_some(Priming { before, frames: frames.filter(|&frames| frames > 0) })
}

/// Apple's tag: hexadecimal words, of which the second is the delay, the third the padding, the fourth the length.
fn smpb(text: &str) -> Option<Priming> {
    let words: Vec<u64> =
        text.split_whitespace().map_while(|word| u64::from_str_radix(word, 16).ok()).collect();
    let (before, frames) = (*words.get(1)?, *words.get(3)?);
    (before <= MOST && frames > 0).then_some(Priming { before, frames: Some(frames) })
}

/// The first edit that plays anything, by ISO/IEC 14496-12: it starts `media_time` into the track and lasts
/// `segment_duration`.
fn edit_list(moov: &[u8], rate: u32) -> Option<Priming> {
    let (movie_scale, _) = times(child(moov, *b"mvhd")?)?;
    // Files of music have one track.
    let track = child(moov, *b"trak")?;
    let (media_scale, media_length) = times(child(child(track, *b"mdia")?, *b"mdhd")?)?;
    let list = child(child(track, *b"edts")?, *b"elst")?;
    let wide = *list.first()? == 1;
    let (size, half) = if wide { (20, 8) } else { (12, 4) };
    let edit = list.get(8..)?.chunks_exact(size).find(|edit| edit[half] & 0x80 == 0)?;
    let (length, start) = (number(&edit[..half]), number(&edit[half..2 * half]));
    let rate = u64::from(rate);
    let before = start.checked_mul(rate)?.checked_div(media_scale)?;
    let edited = length.checked_mul(rate)?.checked_div(movie_scale)?;
    // The edit counts in the movie's units, often milliseconds; the track's own length is exact where it is the same.
    let own = media_length.checked_mul(rate)?.checked_div(media_scale)?.saturating_sub(before);
    let frames = if own.abs_diff(edited) <= rate / movie_scale + 1 { own } else { edited };
    (before <= MOST).then_some(Priming { before, frames: Some(frames).filter(|&frames| frames > 0) })
}

/// What is in the movie box, wherever it is in the file; of one that is still on its way, only before the sound.
pub(crate) fn moov(file: &mut (impl Read + Seek), is_whole: bool) -> Option<Vec<u8>> {
    let mut head = [0; 16];
    for index in 0..64 {
        file.read_exact(&mut head[..8]).ok()?;
        if index == 0 && &head[4..8] != b"ftyp" {
            return None;
        }
        let mut size = number(&head[..4]);
        let mut inner = size.wrapping_sub(8);
        if size == 1 {
            file.read_exact(&mut head[8..]).ok()?;
            size = number(&head[8..]);
            inner = size.wrapping_sub(16);
        }
        if &head[4..8] == b"moov" {
            let mut bytes = Vec::new();
            file.take(inner.min(LARGEST)).read_to_end(&mut bytes).ok()?;
            return Some(bytes);
        }
        if &head[4..8] == b"mdat" && !is_whole {
            return None;
        }
        file.seek(SeekFrom::Current(i64::try_from(inner).ok()?)).ok()?;
    }
    None
}

/// The content of the first box of that name.
fn child(mut boxes: &[u8], name: [u8; 4]) -> Option<&[u8]> {
    while boxes.len() >= 8 {
        let size = (number(&boxes[..4]) as usize).clamp(8, boxes.len());
        if boxes[4..8] == name {
            return Some(&boxes[8..size]);
        }
        boxes = &boxes[size..];
    }
    None
}

/// The units a second and the length in them that a movie or media header states.
fn times(header: &[u8]) -> Option<(u64, u64)> {
    let (at, long) = if *header.first()? == 1 { (20, 8) } else { (12, 4) };
    let scale = number(header.get(at..at + 4)?);
    let length = number(header.get(at + 4..at + 4 + long)?);
    (scale > 0).then_some((scale, length))
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |sum, &byte| sum << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apples_tag_is_read() {
        let text = " 00000000 00000840 000001CA 00000000003F31F6 00000000 00000000";
        assert_eq!(smpb(text), Some(Priming { before: 2_112, frames: Some(0x3F_31F6) }));
        for nonsense in ["", "x", "0 0 0", "0 FFFFFFFFFFFFFFFF 0 1", "0 840 0 0"] {
            assert_eq!(smpb(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn boxes_that_lie_about_their_size_end_the_search() {
        assert_eq!(child(b"\0\0\0\0mvhd\0\0\0\xffmdia12", *b"mdia"), Some(&b"12"[..]));
        assert_eq!(child(b"\xff\xff\xff\xffmvhd", *b"mdia"), None);
        assert_eq!(times(&[1, 0, 0]), None);
    }
}
