//! What was handed to the sound card, for whoever must tell it from other sound.
//!
//! The sound card's thread writes into a ring that it never waits for; whoever reads too late loses what was overwritten.

use attune_core::ports::PlayedSound;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering, fence};

/// Samples that are kept: 2.7 s at 48 kHz.
const KEPT: usize = 1 << 17;

/// The last seconds of what was played, as mono samples. One thread writes, any number read.
pub struct Reference {
    /// Bits of `f32`.
    ring: Box<[AtomicU32]>,
    /// Samples that were begun, and those that are there to be read.
    begun: AtomicU64,
    written: AtomicU64,
    /// Samples a second; 0 before there were any.
    rate: AtomicU32,
    /// Samples that were handed over and are not heard yet, when the latest ones were written.
    unheard: AtomicU64,
}

impl Default for Reference {
    fn default() -> Self {
        Self {
            ring: (0..KEPT).map(|_| AtomicU32::new(0)).collect(),
            begun: AtomicU64::new(0),
            written: AtomicU64::new(0),
            rate: AtomicU32::new(0),
            unheard: AtomicU64::new(0),
        }
    }
}

impl Reference {
    /// Adds frames, channel by channel in each, as the mean of their channels. Never waits, locks or allocates.
    pub fn write(&self, frames: &[f32], channels: usize, rate: u32) {
        self.rate.store(rate, Ordering::Relaxed);
        let at = self.written.load(Ordering::Relaxed);
        let count = (frames.len() / channels.max(1)) as u64;
        self.begun.store(at + count, Ordering::Relaxed);
        // Who reads a new sample finds the new number as well.
        fence(Ordering::Release);
        for (n, frame) in (at..).zip(frames.chunks_exact(channels.max(1))) {
            let mono = frame.iter().sum::<f32>() / frame.len() as f32;
            self.ring[n as usize % KEPT].store(mono.to_bits(), Ordering::Relaxed);
        }
        self.written.store(at + count, Ordering::Release);
    }

    /// The first of the frames written next is heard after so many microseconds.
    pub(crate) fn delay(&self, latency_us: u32, frames: usize, rate: u32) {
        let before = u64::from(latency_us) * u64::from(rate) / 1_000_000;
        self.unheard.store(before + frames as u64, Ordering::Relaxed);
    }

    /// Fills `out` with the latest samples that are heard by now, silence before the first, and gives how many there were in
    /// all and how many a second.
    pub(crate) fn heard(&self, out: &mut [f32]) -> (u64, u32) {
        let end = self.written.load(Ordering::Acquire).saturating_sub(self.unheard.load(Ordering::Relaxed));
        for (place, back) in out.iter_mut().rev().zip(1..) {
            *place = match end.checked_sub(back) {
                Some(n) => f32::from_bits(self.ring[n as usize % KEPT].load(Ordering::Relaxed)),
                None => 0.0,
            };
        }
        (end, self.rate.load(Ordering::Relaxed))
    }

    /// Reads what is written from now on.
    #[must_use]
    pub fn reader(self: &Arc<Self>) -> ReferenceReader {
        ReferenceReader { reference: Arc::clone(self), next: self.written.load(Ordering::Acquire) }
    }
}

impl std::fmt::Debug for Reference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reference")
            .field("written", &self.written)
            .field("rate", &self.rate)
            .finish_non_exhaustive()
    }
}

/// A place in what is played.
#[derive(Debug)]
pub struct ReferenceReader {
    reference: Arc<Reference>,
    next: u64,
}

impl PlayedSound for ReferenceReader {
    fn take(&mut self, into: &mut Vec<f32>) -> Option<u32> {
        let from = &*self.reference;
        let written = from.written.load(Ordering::Acquire);
        let first = self.next.max(written.saturating_sub(KEPT as u64));
        let start = into.len();
        into.extend(
            (first..written).map(|n| f32::from_bits(from.ring[n as usize % KEPT].load(Ordering::Relaxed))),
        );
        self.next = written;
        fence(Ordering::Acquire);
        // What was overwritten meanwhile is out of its time.
        let lost = from.begun.load(Ordering::Relaxed).saturating_sub(first + KEPT as u64);
        into.drain(start..start + (lost as usize).min(into.len() - start));
        (into.len() > start).then(|| from.rate.load(Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_played_since_the_last_look_is_read_as_mono() {
        let reference = Arc::new(Reference::default());
        reference.write(&[0.9, 0.9], 2, 44_100);
        let mut reader = reference.reader();
        let mut read = Vec::new();
        assert_eq!(reader.take(&mut read), None, "what was before is over");
        reference.write(&[0.5, 0.0, -1.0, 1.0], 2, 48_000);
        assert_eq!((reader.take(&mut read), &*read), (Some(48_000), &[0.25, 0.0][..]));
        reference.write(&[0.5], 1, 48_000);
        reader.take(&mut read);
        assert_eq!(read, [0.25, 0.0, 0.5], "it is added");
    }

    #[test]
    fn who_reads_late_loses_the_oldest_and_nothing_is_out_of_order() {
        let reference = Arc::new(Reference::default());
        let mut reader = reference.reader();
        let samples: Vec<f32> = (0..3 * KEPT / 2).map(|n| n as f32).collect();
        samples.chunks(1_000).for_each(|block| reference.write(block, 1, 48_000));
        let mut read = Vec::new();
        reader.take(&mut read);
        assert_eq!(read, samples[samples.len() - KEPT..]);
    }

    #[test]
    fn read_while_it_is_written_it_only_ever_goes_on() {
        let reference = Arc::new(Reference::default());
        let mut reader = reference.reader();
        std::thread::scope(|s| {
            let writer = s.spawn(|| {
                let samples: Vec<f32> = (0..1 << 20).map(|n| n as f32).collect();
                samples.chunks(777).for_each(|block| reference.write(block, 1, 48_000));
            });
            let mut last = -1.0;
            while !writer.is_finished() {
                let mut read = Vec::new();
                reader.take(&mut read);
                for x in read {
                    assert!(x > last, "{x} after {last}");
                    last = x;
                }
            }
        });
    }
}
