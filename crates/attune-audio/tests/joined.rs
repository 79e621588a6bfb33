//! Files that were put together end to end, and files whose heads are wrong about their length: all of their sound is
//! heard.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use attune_audio::{Recording, listen};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use symphonia::core::formats::FormatOptions;
use symphonia::core::formats::probe::Hint;
use symphonia::core::io::{MediaSourceStream, MediaSourceStreamOptions};
use symphonia::core::meta::MetadataOptions;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

fn data(name: &str) -> Vec<u8> {
    fs::read(path(name)).unwrap()
}

/// What is heard, a part for each rate and number of channels: those, and the samples of the first channel. And the seconds
/// that listening counts.
fn heard(bytes: &[u8]) -> (Vec<(u32, usize, Vec<f32>)>, f64) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("music");
    fs::write(&path, bytes).unwrap();
    let mut recording = Recording::open(&path).unwrap();
    let mut parts: Vec<(u32, usize, Vec<f32>)> = Vec::new();
    while recording.next_block().unwrap() {
        let (rate, block) = (recording.rate(), recording.block());
        match parts.last_mut().filter(|(r, channels, _)| (*r, *channels) == (rate, block.len())) {
            Some((.., samples)) => samples.extend_from_slice(&block[0]),
            None => parts.push((rate, block.len(), block[0].clone())),
        }
    }
    (parts, listen(&path).unwrap().seconds)
}

fn samples(bytes: &[u8]) -> Vec<f32> {
    heard(bytes).0.into_iter().flat_map(|(.., samples)| samples).collect()
}

/// So many silent frames of layer III: mono at 22.05 kHz and 64 kbit/s, of 576 samples.
fn slow(frames: usize) -> Vec<u8> {
    let mut frame = vec![0xFF, 0xF3, 0x80, 0xC0];
    frame.resize(208, 0);
    frame.repeat(frames)
}

/// So many silent frames of layer III in stereo at 44.1 kHz, of 320 kbit/s or of 32, of 1,152 samples.
fn silent(frames: usize, fast: bool) -> Vec<u8> {
    let mut frame = vec![0xFF, 0xFB, if fast { 0xE0 } else { 0x10 }, 0];
    frame.resize(if fast { 1_044 } else { 104 }, 0);
    frame.repeat(frames)
}

#[test]
fn an_mp3_that_changes_its_rate_and_channels_is_heard_to_its_end() {
    let alone = samples(&data("band.mp3"));
    let (parts, seconds) = heard(&[slow(100), data("band.mp3"), slow(60)].concat());
    let forms: Vec<_> = parts.iter().map(|(rate, channels, _)| (*rate, *channels)).collect();
    assert_eq!(forms, [(22_050, 1), (44_100, 2), (22_050, 1)]);
    assert_eq!((parts[0].2.len(), parts[2].2.len()), (57_600, 60 * 576));
    assert!(parts[1].2 == alone, "{} samples, {} alone", parts[1].2.len(), alone.len());
    let wanted = alone.len() as f64 / 44_100.0 + f64::from(160 * 576) / 22_050.0;
    assert!((seconds - wanted).abs() < 0.01, "{seconds} s of {wanted}");
}

#[test]
fn joined_mp3_files_are_heard_without_gaps() {
    let [one, two] = ["half1.mp3", "half2.mp3"].map(data);
    let cover = [b"ID3\x03\0\0\0\0\x40\0".as_slice(), &[0xFF, 0xFB, 0x90, 0x44].repeat(2_048)].concat();
    let alone = [&one, &two, &one].map(|bytes| samples(bytes)).concat();
    let (parts, seconds) =
        heard(&[&one[..], &[b"TAG".as_slice(), &[0; 125]].concat(), &cover, &two, &one].concat());
    assert_eq!(parts.len(), 1);
    assert!(parts[0].2 == alone, "{} of {}", parts[0].2.len(), alone.len());
    assert!((seconds - alone.len() as f64 / 44_100.0).abs() < 0.01);
}

#[test]
fn an_mp3_is_heard_to_its_end_whatever_its_summary_says() {
    let whole = data("half1.mp3");
    let alone = samples(&whole).len();
    let at = whole.windows(4).position(|four| four == b"Info" || four == b"Xing").unwrap() + 8;
    for frames in [0_u32, 3, 15, 1_000_000] {
        let mut bytes = whole.clone();
        bytes[at..at + 4].copy_from_slice(&frames.to_be_bytes());
        let found = samples(&bytes).len();
        // Without a true count nobody knows where the coder's own frames begin.
        assert!((alone..alone + 2_400).contains(&found), "{frames}: {found} of {alone}");
    }
}

#[test]
fn an_mp3_of_many_bitrates_without_a_summary_is_heard_to_its_end() {
    let (parts, seconds) = heard(&[silent(20, true), silent(400, false)].concat());
    assert_eq!(parts[0].2.len(), 420 * 1_152);
    assert!((seconds - 420.0 * 1_152.0 / 44_100.0).abs() < 0.01, "{seconds}");
}

#[test]
fn joined_flac_files_are_heard_to_their_end() {
    let [one, two] = ["half1.flac", "half2.flac"].map(data);
    let alone = [samples(&one), samples(&two), samples(&one)].concat();
    let found = samples(&[&one[..], &two, &one].concat());
    assert!(found == alone, "{} of {}", found.len(), alone.len());
}

/// The sound of an M4A file as a stream of AAC, whose heads name a rate by its number.
fn adts(name: &str, rate: u8) -> Vec<u8> {
    let options = MediaSourceStreamOptions::default();
    let stream = MediaSourceStream::new(Box::new(File::open(path(name)).unwrap()), options);
    let probe = symphonia::default::get_probe();
    let mut format =
        probe.probe(&Hint::new(), stream, FormatOptions::default(), MetadataOptions::default()).unwrap();
    let mut out = Vec::new();
    while let Ok(Some(packet)) = format.next_packet() {
        let length = packet.data.len() + 7;
        out.extend([0xFF, 0xF1, 0x40 | rate << 2, 0x80 | (length >> 11) as u8]);
        out.extend([(length >> 3) as u8, (length << 5) as u8 | 0x1F, 0xFC]);
        out.extend(&packet.data[..]);
    }
    out
}

#[test]
fn joined_aac_streams_are_heard_to_their_end() {
    // 44.1 and 48 kHz are coded alike.
    let (one, two) = (adts("half1.m4a", 4), adts("half2.m4a", 3));
    let alone = [samples(&one), samples(&two)];
    let (parts, _) = heard(&[one, two].concat());
    let forms: Vec<_> = parts.iter().map(|(rate, channels, found)| (*rate, *channels, found.len())).collect();
    assert_eq!(forms, [(44_100, 2, alone[0].len()), (48_000, 2, alone[1].len())]);
    assert!(parts[0].2 == alone[0] && parts[1].2 == alone[1]);
}

#[test]
fn an_m4a_behind_a_foreign_tag_sounds_as_without_it() {
    let tag = b"ID3\x03\0\0\0\0\0\x10TIT2\0\0\0\x06\0\0\0Added";
    for name in ["half1.m4a", "half1.ogg", "half1.flac"] {
        assert!(samples(&[tag, &data(name)[..]].concat()) == samples(&data(name)), "{name}");
    }
}

#[test]
fn what_stands_before_the_sound_of_flac_costs_none_of_it() {
    let flac = data("half1.flac");
    let whole = samples(&flac);
    for (stated, content) in [
        // A picture whose type is said to be longer than it.
        (10, &[0, 0, 0, 3, 0x7F, 0xFF, 0xFF, 0xFF, b'i', b'm'][..]),
        (2, &[7; 5_000]),
        (0xFF_FFFF, &[7; 5_000]),
    ] {
        let [_, length @ ..] = u32::to_be_bytes(stated);
        let mended = [&flac[..42], &[6], &length, content, &flac[42..]].concat();
        assert!(samples(&mended) == whole, "{stated}");
        let tagged = [b"ID3\x04\0\0\0\0\0\x05abcde".as_slice(), &mended].concat();
        assert!(samples(&tagged) == whole, "{stated}, tagged");
    }
}

#[test]
fn a_tag_longer_than_its_file_costs_no_sound() {
    let mp3 = data("half1.mp3");
    let start = mp3.windows(2).position(|two| two == [0xFF, 0xFB]).unwrap();
    let sound = &mp3[start..];
    let tagged = [b"ID3\x03\0\0\x02\0\0\0".as_slice(), &[0; 300], sound].concat();
    assert!(samples(&tagged) == samples(sound));
}
