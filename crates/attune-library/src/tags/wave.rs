//! The head of a WAV file that other readers refuse: RF64 and BW64, whose lengths have 64 bits, and files whose lengths
//! are wrong because nobody came back to write them.

use super::{FileError, Found};
use crate::format::Format;
use crate::sound;
use std::io::{Read, Seek};

/// Reads the head of a WAV file, however its sound is coded; none of what is no WAV file.
pub(super) fn read(file: &mut (impl Read + Seek), size: u64) -> Result<Option<Found>, FileError> {
    let Some(place) = sound::wave_format(file, size)? else { return Ok(None) };
    Ok(found(&sound::take_at(file, place, 40)?))
}

fn found(head: &[u8]) -> Option<Found> {
    let pair = |at: usize| Some(u16::from_le_bytes([*head.get(at)?, *head.get(at + 1)?]));
    let (channels, rate, frame) = (pair(2)?, u32::from(pair(4)?) | u32::from(pair(6)?) << 16, pair(12)?);
    let bits = (frame / channels.max(1)).checked_mul(8).filter(|bits| *bits > 0);
    Some(Found {
        format: Format::Wav,
        tags: Vec::new(),
        duration_ms: None,
        rate: Some(rate),
        channels: Some(u8::try_from(channels).ok().filter(|count| *count > 0)?),
        bits: bits.and_then(|bits| u8::try_from(bits).ok()),
    })
}

#[cfg(test)]
mod tests {
    use crate::scene::wav;
    use crate::tags::{FileError, ReadFile, read_from};
    use std::io::Cursor;

    fn read(bytes: Vec<u8>) -> Result<ReadFile, FileError> {
        read_from(Cursor::new(bytes))
    }

    /// The same sound with its lengths in 64 bits, and something behind it.
    fn long(kind: [u8; 4], behind: &[u8]) -> Vec<u8> {
        let plain = wav(3);
        let sound = plain.len() as u64 - 44;
        let whole = plain.len() as u64 + 36 + behind.len() as u64;
        let sizes =
            [&(whole - 8).to_le_bytes()[..], &sound.to_le_bytes(), &(sound / 2).to_le_bytes(), &[0; 4]];
        let ds64 = [b"ds64".as_slice(), &28_u32.to_le_bytes(), &sizes.concat()].concat();
        let head = [kind.as_slice(), &[0xFF; 4], b"WAVE", &ds64, &plain[12..40], &[0xFF; 4]].concat();
        [&head, &plain[44..], behind].concat()
    }

    #[test]
    fn lengths_of_64_bits_are_read() {
        let list = b"LIST\x12\0\0\0INFOINAM\x05\0\0\0Title\0";
        let plain = read(wav(3)).unwrap();
        for kind in [*b"RF64", *b"BW64"] {
            let file = read(long(kind, list)).unwrap();
            assert_eq!((file.tags.rate, file.tags.channels), (Some(8_000), Some(1)));
            assert_eq!(file.tags.title.as_deref(), Some("Title"));
            assert_eq!(file.tags.duration_ms, plain.tags.duration_ms);
            assert_eq!(file.sound, plain.sound, "what lies behind is no sound");
        }
    }

    #[test]
    fn lengths_that_nobody_came_back_to_write_are_those_of_the_file() {
        let plain = read(wav(3)).unwrap();
        for (whole, sound) in [(0_u32, 0_u32), (36, 0), (36, 4_000), (u32::MAX, u32::MAX)] {
            let mut bytes = wav(3);
            bytes[4..8].copy_from_slice(&whole.to_le_bytes());
            bytes[40..44].copy_from_slice(&sound.to_le_bytes());
            let file = read(bytes).unwrap_or_else(|e| panic!("{whole}, {sound}: {e}"));
            assert_eq!((file.tags.duration_ms, file.sound), (plain.tags.duration_ms, plain.sound));
        }
        let mut empty = wav(3);
        empty.truncate(44);
        empty[4..8].copy_from_slice(&36_u32.to_le_bytes());
        empty[40..44].copy_from_slice(&0_u32.to_le_bytes());
        assert_eq!(read(empty), Err(FileError::NoSound));
    }

    #[test]
    fn a_coding_that_nothing_decodes_is_no_track() {
        let mut bytes = long(*b"RF64", b"");
        let coding = 12 + 36 + 8;
        assert_eq!(bytes[coding], 1);
        bytes[coding] = 0x77;
        assert_eq!(read(bytes), Err(FileError::Coding("WAV")));
        assert!(read(long(*b"RF64", b"")[..60].to_vec()).is_err());
    }
}
