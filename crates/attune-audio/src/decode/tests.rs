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
