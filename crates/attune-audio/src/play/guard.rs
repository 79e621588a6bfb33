//! Keeps what was made louder from clipping.
//!
//! A limiter that looks ahead: each frame's gain is the mean, over the window before the frame leaves, of the least
//! gain that any frame of a window needs. A mean of numbers none of which is above what the frame needs is not above
//! it either, so that no sample ever exceeds full scale. While nothing does, samples pass unchanged, bit for bit.

use std::collections::VecDeque;

/// How far it looks ahead, in seconds.
const AHEAD: f64 = 0.005;
/// How long the gain takes to recover most of the way, in seconds: faster would distort low tones.
const RECOVERY: f64 = 0.1;

/// The limiter of a stream of interleaved samples.
pub(crate) struct Guard {
    channels: usize,
    window: usize,
    recovery: f64,
    /// The frames that have not left, interleaved.
    waiting: VecDeque<f32>,
    /// Frames by number with what they need, each lower than those before it: the first is the window's least.
    needs: VecDeque<(u64, f64)>,
    held: f64,
    means: VecDeque<f64>,
    sum: f64,
    /// Frames that came, and after the end those that would have.
    frame: u64,
    left: u64,
    /// Frames since one needed anything, or was still affected.
    calm: usize,
}

impl Guard {
    /// For frames of `channels` samples, `rate` of them a second.
    pub(crate) fn new(rate: u32, channels: usize) -> Self {
        let window = ((f64::from(rate) * AHEAD) as usize).max(1);
        Self {
            channels: channels.max(1),
            window,
            recovery: 1.0 - (-1.0 / (f64::from(rate) * RECOVERY)).exp(),
            waiting: VecDeque::with_capacity((window + 1) * channels),
            needs: VecDeque::with_capacity(window + 1),
            held: 1.0,
            means: std::iter::repeat_n(1.0, window).collect(),
            sum: window as f64,
            frame: 0,
            left: 0,
            calm: window,
        }
    }

    /// Takes whole frames and appends those that are done.
    pub(crate) fn push(&mut self, samples: &[f32], out: &mut impl Extend<f32>) {
        for frame in samples.chunks_exact(self.channels) {
            let peak = frame.iter().fold(0.0_f32, |most, x| most.max(x.abs()));
            self.waiting.extend(frame);
            self.step(if peak > 1.0 { 1.0 / f64::from(peak) } else { 1.0 }, out);
        }
    }

    /// Appends the frames that have not left. Nothing can be pushed after that.
    pub(crate) fn finish(&mut self, out: &mut impl Extend<f32>) {
        while !self.waiting.is_empty() {
            self.step(1.0, out);
        }
    }

    fn step(&mut self, need: f64, out: &mut impl Extend<f32>) {
        while self.needs.back().is_some_and(|&(_, other)| other >= need) {
            self.needs.pop_back();
        }
        self.needs.push_back((self.frame, need));
        if self.needs.front().is_some_and(|&(frame, _)| frame + self.window as u64 <= self.frame) {
            self.needs.pop_front();
        }
        let least = self.needs.front().map_or(1.0, |&(_, need)| need);
        let recovered = self.held + (1.0 - self.held) * self.recovery;
        // The last thousandth of a decibel is not worth a gain.
        self.held = least.min(if recovered > 0.9999 { 1.0 } else { recovered });
        self.means.push_back(self.held);
        self.sum += self.held - self.means.pop_front().unwrap_or(1.0);
        self.calm = if self.held < 1.0 { 0 } else { self.calm + 1 };
        self.frame += 1;
        if self.frame - self.left >= self.window as u64 {
            self.left += 1;
            self.leave(out);
        }
    }

    fn leave(&mut self, out: &mut impl Extend<f32>) {
        if self.calm >= self.window {
            self.sum = self.window as f64;
            out.extend(self.waiting.drain(..self.channels));
            return;
        }
        let gain = self.sum / self.window as f64;
        // Rounding alone could leave a sample a hair above.
        let limited = |x: f32| ((f64::from(x) * gain) as f32).clamp(-1.0, 1.0);
        out.extend(self.waiting.drain(..self.channels).map(limited));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn through(rate: u32, channels: usize, samples: &[f32]) -> Vec<f32> {
        let (mut guard, mut out) = (Guard::new(rate, channels), Vec::new());
        for part in samples.chunks(channels * 100) {
            guard.push(part, &mut out);
        }
        guard.finish(&mut out);
        out
    }

    proptest! {
        #[test]
        fn nothing_clips_and_nothing_is_lost(
            samples in prop::collection::vec(-8.0_f32..8.0, 0..3_000),
            channels in 1_usize..4,
        ) {
            let whole = samples.len() / channels * channels;
            let out = through(8_000, channels, &samples[..whole]);
            prop_assert_eq!(out.len(), whole);
            for (a, b) in out.iter().zip(&samples) {
                prop_assert!(a.abs() <= 1.0 && a.abs() <= b.abs());
                prop_assert!(a * b >= 0.0);
            }
        }

        #[test]
        fn what_does_not_clip_is_not_touched(samples in prop::collection::vec(-1.0_f32..=1.0, 0..3_000)) {
            prop_assert_eq!(through(8_000, 1, &samples), samples);
        }
    }

    #[test]
    fn after_a_peak_it_lets_go_within_a_second() {
        let mut samples = vec![0.5_f32; 96_000];
        samples[1_000] = 4.0;
        let out = through(48_000, 1, &samples);
        assert!((out[1_000] - 1.0).abs() < 1e-3, "{}", out[1_000]);
        // Untouched before the window, and again a second after.
        assert_eq!(out[..700], samples[..700]);
        assert_eq!(out[50_000..], samples[50_000..]);
        // No step is steeper than the window makes it.
        let steepest = out[..990].windows(2).map(|w| (w[1] - w[0]).abs()).fold(0.0, f32::max);
        assert!(steepest < 0.002, "{steepest}");
    }
}
