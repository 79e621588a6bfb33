//! How the sound in a container is coded, as far as that decides whether it can be decoded.
//!
//! WAV, AIFF and MP4 are containers: what is in them may be coded in ways that nothing here decodes. Such a file is no
//! track, since it would be listed, queued and then passed over in silence.

use super::protected::{is_locked, sample_entry};
use super::region::{aiff_format, wave_format};
use super::take_at;
use crate::format::Format;
use std::io::{Read, Result, Seek};

/// The most bytes of a description that are read.
const LONGEST: u64 = 1_024;
/// The coding of a WAV file stands further behind.
const EXTENSIBLE: u16 = 0xFFFE;
/// AAC-LC; SBR and PS are additions to it, without which it is heard all the same.
const AAC: [u8; 3] = [2, 5, 29];

/// How the sound is coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Coding {
    /// In a way that is decoded; in how many bytes a second, where that is no matter of whole samples.
    Known(Option<u32>),
    /// In another way, with a name that people know.
    Other(&'static str),
    /// Locked to a shop's players.
    Protected,
}

/// How the sound of a file of this size is coded. What cannot be made out counts as known: a decoder will see.
pub(crate) fn of(
    file: &mut (impl Read + Seek),
    size: u64,
    format: Format,
    channels: Option<u8>,
) -> Result<Coding> {
    let coding = match format {
        Format::Wav => {
            let place = wave_format(file, size)?;
            place.map(|place| take_at(file, place, LONGEST)).transpose()?.and_then(|d| wave(&d))
        }
        Format::Aiff => {
            let place = aiff_format(file, size)?;
            place.map(|place| take_at(file, place, LONGEST)).transpose()?.and_then(|d| aiff(&d))
        }
        Format::M4a => sample_entry(file, size)?.and_then(|entry| mp4(&entry)),
        Format::Aac if channels.is_some_and(|count| count > 2) => Some(Coding::Other("AAC surround")),
        _ => None,
    };
    Ok(coding.unwrap_or(Coding::Known(None)))
}

/// By the description in a WAV file.
fn wave(description: &[u8]) -> Option<Coding> {
    let pair = |at: usize| Some(u16::from_le_bytes([*description.get(at)?, *description.get(at + 1)?]));
    let coding = match pair(0)? {
        EXTENSIBLE => pair(24)?,
        coding => coding,
    };
    let channels = pair(2)?;
    let a_second = u32::from(pair(8)?) | u32::from(pair(10)?) << 16;
    Some(match coding {
        1 | 3 | 6 | 7 => Coding::Known(None),
        2 | 0x11 if channels > 2 => Coding::Other("ADPCM surround"),
        2 | 0x11 if pair(0)? == coding => Coding::Known(Some(a_second)),
        0x50 | 0x55 => Coding::Known(Some(a_second)),
        2 | 0x10..=0x17 | 0x20 | 0x40 | 0x45 | 0x200 | 0x215 => Coding::Other("ADPCM"),
        0x31 => Coding::Other("GSM"),
        0x160..=0x163 => Coding::Other("WMA"),
        0xFF | 0x1600..=0x1610 | 0xA106 => Coding::Other("AAC"),
        0x92 | 0x2000 => Coding::Other("AC-3"),
        0x2001 | 8 => Coding::Other("DTS"),
        _ => Coding::Other("WAV"),
    })
}

/// By the description in an AIFF-C file; that of plain AIFF names no coding.
fn aiff(description: &[u8]) -> Option<Coding> {
    let channels = u32::from(u16::from_be_bytes([*description.first()?, *description.get(1)?]));
    let name: [u8; 4] = description.get(18..22)?.try_into().ok()?;
    Some(match name.to_ascii_lowercase().as_slice() {
        b"none" | b"in24" | b"in32" | b"23ni" | b"fl32" | b"fl64" | b"sowt" | b"twos" | b"raw " => {
            Coding::Known(None)
        }
        // Of a byte for each sample, though the head says 16 bits.
        b"alaw" | b"ulaw" => Coding::Known(Some(channels * rate(description)?)),
        b"ima4" => Coding::Other("ADPCM"),
        b"mac3" | b"mac6" => Coding::Other("MACE"),
        b"gsm " | b"agsm" => Coding::Other("GSM"),
        _ => Coding::Other("AIFF-C"),
    })
}

/// The samples per second, which stand there as a number of 80 bits.
pub(crate) fn rate(description: &[u8]) -> Option<u32> {
    let exponent = u16::from_be_bytes([*description.get(8)?, *description.get(9)?]) & 0x7FFF;
    let whole = u32::from_be_bytes(description.get(10..14)?.try_into().ok()?);
    let shift = 31_u16.checked_sub(exponent.checked_sub(16_383)?)?;
    whole.checked_shr(u32::from(shift))
}

/// By the entry that describes the samples of an MP4 file: its name and what follows.
fn mp4(entry: &[u8]) -> Option<Coding> {
    if is_locked(entry) {
        return Some(Coding::Protected);
    }
    let channels = u16::from_be_bytes([*entry.get(20)?, *entry.get(21)?]);
    Some(match entry.get(..4)? {
        b"mp4a" => return audio(entry),
        b"ac-3" | b"sac3" => Coding::Other("AC-3"),
        b"ec-3" => Coding::Other("E-AC-3"),
        b"ac-4" => Coding::Other("AC-4"),
        b"dtsc" | b"dtsh" | b"dtsl" | b"dtse" => Coding::Other("DTS"),
        b"samr" | b"sawb" | b"sawp" => Coding::Other("AMR"),
        b"mha1" | b"mhm1" => Coding::Other("MPEG-H"),
        b"QDM2" | b"QDMC" => Coding::Other("QDesign"),
        b"ima4" => Coding::Other("ADPCM"),
        b"Opus" if channels > 8 => Coding::Other("Opus"),
        _ => Coding::Known(None),
    })
}

/// By the description of a stream of MPEG (ISO/IEC 14496-1, 7.2.6).
fn audio(entry: &[u8]) -> Option<Coding> {
    let found = entry.windows(4).position(|four| four == b"esds")?;
    let mut rest = entry.get(found + 8..)?;
    rest = inside(rest, 3)?.get(3..)?;
    rest = inside(rest, 4)?;
    Some(match *rest.first()? {
        0x40 | 0x66..=0x68 => return aac(inside(rest.get(13..)?, 5)?),
        0xA5 => Coding::Other("AC-3"),
        0xA6 => Coding::Other("E-AC-3"),
        0xA9 => Coding::Other("DTS"),
        _ => Coding::Known(None),
    })
}

/// The content of a part, if it is of this kind. Its length has seven bits in each byte.
fn inside(bytes: &[u8], kind: u8) -> Option<&[u8]> {
    let (first, mut rest) = bytes.split_first()?;
    if *first != kind {
        return None;
    }
    loop {
        let (byte, behind) = rest.split_first()?;
        rest = behind;
        if byte & 0x80 == 0 {
            return Some(rest);
        }
    }
}

/// By the description of AAC: five bits of its kind, four of the rate, four of the channels.
fn aac(config: &[u8]) -> Option<Coding> {
    let two = u16::from_be_bytes([*config.first()?, *config.get(1)?]);
    let (kind, rate, channels) = ((two >> 11) as u8, two >> 7 & 15, two >> 3 & 15);
    Some(match kind {
        _ if !AAC.contains(&kind) => Coding::Other(if kind == 31 { "xHE-AAC" } else { "AAC" }),
        _ if rate != 15 && !(1..=2).contains(&channels) => Coding::Other("AAC surround"),
        _ => Coding::Known(None),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn described(coding: u16, channels: u16) -> Vec<u8> {
        let numbers = [coding, channels, 44_100, 0, 16_000, 0, 1, 0, 12, 0];
        numbers.iter().flat_map(|n| n.to_le_bytes()).collect()
    }

    #[test]
    fn what_nothing_decodes_is_told_from_what_is() {
        for coding in [1, 3, 6, 7] {
            assert_eq!(wave(&described(coding, 6)), Some(Coding::Known(None)));
        }
        for coding in [2, 0x11, 0x50, 0x55] {
            assert_eq!(wave(&described(coding, 2)), Some(Coding::Known(Some(16_000))));
        }
        assert_eq!(wave(&described(0x11, 6)), Some(Coding::Other("ADPCM surround")));
        assert_eq!(wave(&described(0x31, 1)), Some(Coding::Other("GSM")));
        assert_eq!(wave(&described(0x7777, 1)), Some(Coding::Other("WAV")));
        assert_eq!(wave(b"\x01"), None);
    }

    #[test]
    fn the_bytes_a_second_of_an_aiff_file_of_single_bytes_are_its_samples() {
        let head =
            |name: &[u8; 4]| [&[0, 2, 0, 0, 0, 9, 0, 16][..], b"\x40\x0E\xAC\x44\0\0\0\0\0\0", name].concat();
        assert_eq!(aiff(&head(b"ULAW")), Some(Coding::Known(Some(88_200))));
        assert_eq!(aiff(&head(b"sowt")), Some(Coding::Known(None)));
        assert_eq!(aiff(&head(b"ima4")), Some(Coding::Other("ADPCM")));
        assert_eq!(aiff(&head(b"NONE")[..18]), None, "plain AIFF");
        assert_eq!(rate(&head(b"NONE")), Some(44_100));
    }

    #[test]
    fn the_coding_in_an_mp4_file_is_the_one_that_its_stream_describes() {
        let part = |kind: u8, content: &[u8]| [&[kind, 0x80, content.len() as u8][..], content].concat();
        let mp4a = |object: u8, config: &[u8]| {
            let decoder = [&[object][..], &[0; 12], &part(5, config)].concat();
            let stream = part(3, &[&[0; 3][..], &part(4, &decoder)].concat());
            let front = [0; 28];
            [b"mp4a".as_slice(), &front, &[0; 4], b"esds", &[0; 4], &stream].concat()
        };
        let known = Some(Coding::Known(None));
        // AAC-LC, stereo; the same with SBR; MP3; a description that says nothing.
        for (object, config) in [(0x40, [0x12, 0x10]), (0x40, [0x2B, 0x92]), (0x6B, [0, 0])] {
            assert_eq!(mp4(&mp4a(object, &config)), known);
        }
        assert_eq!(mp4(&mp4a(0x40, &[0x12, 0x30])), Some(Coding::Other("AAC surround")));
        assert_eq!(mp4(&mp4a(0x40, &[0xF9, 0x40])), Some(Coding::Other("xHE-AAC")));
        assert_eq!(mp4(&mp4a(0x40, &[0x0A, 0x10])), Some(Coding::Other("AAC")));
        assert_eq!(mp4(&mp4a(0xA5, &[0; 2])), Some(Coding::Other("AC-3")));
        assert_eq!(mp4(&[b"ec-3".as_slice(), &[0; 28]].concat()), Some(Coding::Other("E-AC-3")));
        assert_eq!(mp4(&[b"alac".as_slice(), &[0; 28]].concat()), known);
        assert_eq!(mp4(b"mp4a"), None);
    }
}
