//! Disks that fail while a file is read.

use super::*;
use crate::synth::wav;
use std::io::{Cursor, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A file on a disk that can be read up to a place, which changes when the disk is pulled out.
struct Pulled {
    inner: Cursor<Vec<u8>>,
    up_to: Arc<AtomicU64>,
}

impl Read for Pulled {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let left = self.up_to.load(Ordering::SeqCst).saturating_sub(self.inner.position());
        if left == 0 {
            return Err(std::io::Error::other("Input/output error"));
        }
        let most = out.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        self.inner.read(&mut out[..most])
    }
}

impl Seek for Pulled {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.inner.seek(to)
    }
}

impl MediaSource for Pulled {
    fn is_seekable(&self) -> bool {
        true
    }

    fn byte_len(&self) -> Option<u64> {
        Some(self.inner.get_ref().len() as u64)
    }
}

fn data(name: &str) -> Vec<u8> {
    std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)).unwrap()
}

/// Frames that come, and what follows them. From the first block on the disk can be read up to a place.
fn through(bytes: Vec<u8>, up_to: u64) -> (usize, Result<bool, AudioError>) {
    let pulled = Arc::new(AtomicU64::new(u64::MAX));
    let source = Pulled { inner: Cursor::new(bytes), up_to: pulled.clone() };
    let mut recording = Recording::of_source(source, None).unwrap();
    let mut frames = 0;
    loop {
        match recording.next_block() {
            Ok(true) => frames += recording.block()[0].len(),
            end => return (frames, end),
        }
        pulled.store(up_to, Ordering::SeqCst);
    }
}

#[test]
fn a_disk_that_fails_half_way_is_no_end() {
    let tone: Vec<f32> = (0..60_000_u16).map(|i| f32::from(i % 100) / 200.0).collect();
    let tone = wav(&[tone.clone(), tone], 44_100);
    let files = [("band.flac", data("band.flac")), ("band.mp3", data("band.mp3")), ("tone.wav", tone)];
    for (name, bytes) in files {
        let whole = bytes.len() as u64;
        let (all, end) = through(bytes.clone(), u64::MAX);
        assert_eq!(end, Ok(false), "{name}");
        let (some, end) = through(bytes.clone(), whole / 2);
        assert!(matches!(end, Err(AudioError::Unreadable { .. })), "{name}: {some} of {all}, {end:?}");
        assert!(some > 0 && some < all, "{name}: {some} of {all}");
        // A file that is itself only half there ends where it ends.
        let (some, end) = through(bytes[..bytes.len() / 2].to_vec(), u64::MAX);
        assert!(end == Ok(false) && some > 0 && some < all, "{name}: {some} of {all}, {end:?}");
    }
    for name in ["band.ogg", "band.m4a", "band.opus"] {
        let bytes = data(name);
        let up_to = bytes.len() as u64 / 2;
        let (some, end) = through(bytes, up_to);
        assert!(matches!(end, Err(AudioError::Unreadable { .. })), "{name}: {some}, {end:?}");
    }
}

/// All samples of the first channel, and the length that the container states.
fn heard(bytes: Vec<u8>) -> (Vec<f32>, Option<u64>) {
    let mut recording = Recording::of_source(Cursor::new(bytes), None).unwrap();
    let mut samples = Vec::new();
    while recording.next_block().unwrap() {
        samples.extend_from_slice(&recording.block()[0]);
    }
    (samples, recording.stated_frames())
}

#[test]
fn a_wav_of_any_lengths_sounds_as_the_plain_one_does() {
    let tone: Vec<f32> = (0..9_000_u16).map(|i| f32::from(i % 100) / 200.0).collect();
    let plain = wav(&[tone.clone(), tone], 44_100);
    let (samples, frames) = heard(plain.clone());
    assert_eq!((samples.len(), frames), (9_000, Some(9_000)));
    let sizes = [0_u64, 36_000, 9_000].map(u64::to_le_bytes).concat();
    let list = b"LIST\x12\0\0\0INFOINAM\x05\0\0\0Title\0";
    for kind in [b"RF64", b"BW64"] {
        let ds64 = [b"ds64\x1c\0\0\0".as_slice(), &sizes, &[0; 4]].concat();
        let head = [kind.as_slice(), &[0xFF; 4], b"WAVE", &ds64, &plain[12..40], &[0xFF; 4]].concat();
        let long = [&head, &plain[44..], list].concat();
        assert_eq!(heard(long), (samples.clone(), frames));
    }
    for (whole, sound) in [(0_u32, 0_u32), (36, 36_000), (36_036, 0), (u32::MAX, u32::MAX)] {
        let mut bytes = plain.clone();
        bytes[4..8].copy_from_slice(&whole.to_le_bytes());
        bytes[40..44].copy_from_slice(&sound.to_le_bytes());
        assert_eq!(heard(bytes), (samples.clone(), frames), "{whole}, {sound}");
    }
    let odd = b"LIST\x11\0\0\0INFOINAM\x05\0\0\0Title";
    let unpadded = [&plain[..36], odd, &plain[36..]].concat();
    assert_eq!(heard(unpadded), (samples, frames), "a piece of odd length without the byte behind it");
}

#[test]
fn an_aiff_of_any_lengths_sounds_as_the_plain_one_does() {
    let tone: Vec<f32> = (0..9_000_u16).map(|i| f32::from(i % 100) / 200.0).collect();
    let plain = crate::synth::aiff(&[tone.clone(), tone], 44_100);
    let (samples, frames) = heard(plain.clone());
    assert_eq!((samples.len(), frames), (9_000, Some(9_000)));
    for whole in [0_u32, 4, plain.len() as u32, u32::MAX] {
        let mut bytes = plain.clone();
        bytes[4..8].copy_from_slice(&whole.to_be_bytes());
        assert_eq!(heard(bytes), (samples.clone(), frames), "{whole}");
    }
    let named = [&plain[..12], b"NAME\0\0\0\x03Odd", &plain[12..], b"ID3\x04\0\0\0\0\0\0"].concat();
    assert_eq!(heard(named), (samples, frames));
}

/// The same M4A file with its index before its sound.
fn index_first(bytes: &[u8]) -> Vec<u8> {
    let place = |bytes: &[u8], name: &[u8]| bytes.windows(4).position(|four| four == name).unwrap();
    let (sound, index) = (place(bytes, b"mdat") - 4, place(bytes, b"moov") - 4);
    let mut first = bytes[index..].to_vec();
    let (offsets, by) = (place(&first, b"stco") + 8, first.len() as u32);
    let four = |bytes: &[u8], at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    for n in 1..=four(&first, offsets) as usize {
        let at = offsets + 4 * n;
        let moved = four(&first, at) + by;
        first[at..at + 4].copy_from_slice(&moved.to_be_bytes());
    }
    [&bytes[..sound], &first, &bytes[sound..index]].concat()
}

#[test]
fn of_an_m4a_that_was_cut_off_what_is_there_is_heard() {
    let whole = index_first(&data("band.m4a"));
    let (all, _) = heard(whole.clone());
    assert_eq!(all.len(), heard(data("band.m4a")).0.len());
    let half = whole.len() / 2;
    let (some, _) = heard(whole[..half].to_vec());
    assert!(some.len() > all.len() / 4 && some.len() < all.len(), "{} of {}", some.len(), all.len());
}
