//! The head of an AIFF file whose lengths are wrong because nobody came back to write them, which other readers refuse.

use super::{FileError, Found};
use crate::format::Format;
use crate::sound;
use std::io::{Read, Seek};

/// Reads the head of an AIFF file, however its sound is coded; none of what is no AIFF file.
pub(super) fn read(file: &mut (impl Read + Seek), size: u64) -> Result<Option<Found>, FileError> {
    let Some(place) = sound::aiff_format(file, size)? else { return Ok(None) };
    Ok(found(&sound::take_at(file, place, 22)?))
}

fn found(head: &[u8]) -> Option<Found> {
    let pair = |at: usize| Some(u16::from_be_bytes([*head.get(at)?, *head.get(at + 1)?]));
    Some(Found {
        format: Format::Aiff,
        tags: Vec::new(),
        duration_ms: None,
        rate: sound::aiff_rate(head),
        channels: Some(u8::try_from(pair(0)?).ok().filter(|count| *count > 0)?),
        bits: Some(u8::try_from(pair(6)?).ok().filter(|bits| *bits > 0)?),
    })
}

#[cfg(test)]
mod tests {
    use crate::tags::read_from;
    use std::io::Cursor;

    #[test]
    fn lengths_that_nobody_came_back_to_write_are_those_of_the_file() {
        let head = [&[0, 2, 0, 0, 0, 0, 0, 16][..], b"\x40\x0E\xAC\x44\0\0\0\0\0\0"].concat();
        let sound: Vec<u8> = (0..2 * 176_400_u32).map(|i| (i >> 4) as u8).collect();
        let bytes = [b"FORM\0\0\0\0AIFFCOMM\0\0\0\x12", &head[..], b"SSND\0\0\0\0", &[0; 8], &sound].concat();
        let file = read_from(Cursor::new(&bytes)).unwrap();
        assert_eq!(
            (file.tags.rate, file.tags.channels, file.tags.duration_ms),
            (Some(44_100), Some(2), Some(2_000))
        );
        assert!(read_from(Cursor::new(&bytes[..54])).is_err(), "without any sound");
    }
}
