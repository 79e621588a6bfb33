//! Sound of any rate at the rate of the models, in windows, with what was clipped counted.

use crate::{RATE, VoiceError};
use attune_fft::{Resampler, WindowFunction};
use rubato::audioadapter_buffers::direct::SequentialSlice;

/// Samples of a window: what the detector of speech takes at a time, 16 ms.
pub(crate) const WINDOW: usize = 256;

/// From here on a sample counts as clipped if its neighbour does.
const CLIPPED: f32 = 0.99;

/// Samples that the resampler gives at a time, about.
const BLOCK: usize = 256;

/// 16 ms of sound.
#[derive(Clone)]
pub(crate) struct Window {
    /// Samples in [-1, 1].
    pub(crate) samples: [f32; WINDOW],
    /// The share of what came in for it that was clipped, in [0, 1].
    pub(crate) clipped: f32,
}

impl Window {
    /// The mean square.
    pub(crate) fn power(&self) -> f64 {
        self.samples.iter().map(|x| f64::from(*x).powi(2)).sum::<f64>() / WINDOW as f64
    }
}

/// Takes mono sound as it comes and gives windows.
pub(crate) struct Intake {
    /// None where the rate is right already.
    resampler: Option<Box<dyn Resampler<f32>>>,
    waiting: Vec<f32>,
    room: Vec<f32>,
    ready: Vec<f32>,
    last: f32,
    taken: usize,
    clipped: usize,
}

impl Intake {
    /// For `rate` samples a second. Fails with `microphone_format` for rates that cannot be changed.
    pub(crate) fn new(rate: u32) -> Result<Self, VoiceError> {
        let mut intake = Self {
            resampler: None,
            waiting: Vec::new(),
            room: Vec::new(),
            ready: Vec::new(),
            last: 0.0,
            taken: 0,
            clipped: 0,
        };
        if rate != RATE {
            let failed = |detail: String| VoiceError::Rate { rate, detail };
            if !(4_000..=768_000).contains(&rate) {
                return Err(failed("a microphone gives 4,000 to 768,000".to_owned()));
            }
            let (from, to) = (rate as usize, RATE as usize);
            let block = BLOCK * from / to;
            let window = WindowFunction::BlackmanHarris2;
            let resampler = attune_fft::resampler(from, to, block, window);
            let resampler = resampler.map_err(|e| failed(e.to_string()))?;
            intake.room = vec![0.0; resampler.output_frames_max()];
            intake.resampler = Some(resampler);
        }
        Ok(intake)
    }

    /// Takes samples; what is no number counts as 0, and what lies beyond full scale as full scale.
    pub(crate) fn push(&mut self, samples: &[f32]) {
        for &x in samples {
            let x = if x.is_nan() { 0.0 } else { x.clamp(-1.0, 1.0) };
            let clipped = x.abs() >= CLIPPED && self.last.abs() >= CLIPPED;
            self.clipped += usize::from(clipped);
            self.last = x;
            self.waiting.push(x);
        }
        self.taken += samples.len();
        self.drain();
    }

    /// The next window, if there is enough for one.
    pub(crate) fn window(&mut self) -> Option<Window> {
        let samples = self.ready.get(..WINDOW)?.try_into().ok()?;
        self.ready.drain(..WINDOW);
        let clipped = self.clipped as f32 / self.taken.max(1) as f32;
        if self.ready.len() < WINDOW {
            // All that came in has been given out, so that counting begins anew.
            (self.taken, self.clipped) = (0, 0);
        }
        Some(Window { samples, clipped })
    }

    fn drain(&mut self) {
        let Some(resampler) = &mut self.resampler else {
            return self.ready.append(&mut self.waiting);
        };
        let needed = resampler.input_frames_next();
        let mut at = 0;
        while self.waiting.len() - at >= needed {
            let room = self.room.len();
            let input = SequentialSlice::new(&self.waiting[at..at + needed], 1, needed);
            let output = SequentialSlice::new_mut(&mut self.room, 1, room);
            let (Ok(input), Ok(mut output)) = (input, output) else { break };
            let Ok((took, gave)) = resampler.process_into_buffer(&input, &mut output, None) else { break };
            self.ready.extend(self.room[..gave].iter().map(|x| x.clamp(-1.0, 1.0)));
            at += took.max(1);
        }
        self.waiting.drain(..at.min(self.waiting.len()));
    }
}

impl std::fmt::Debug for Intake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Intake").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::TAU;

    fn through(rate: u32, sound: impl Fn(f64) -> f64) -> Vec<Window> {
        let mut intake = Intake::new(rate).unwrap();
        let samples: Vec<f32> = (0..rate).map(|n| sound(f64::from(n) / f64::from(rate)) as f32).collect();
        let mut windows = Vec::new();
        for block in samples.chunks(441) {
            intake.push(block);
            windows.extend(std::iter::from_fn(|| intake.window()));
        }
        windows
    }

    #[test]
    fn a_second_of_any_rate_is_a_second_of_ours_at_its_level() {
        for rate in [8_000, 16_000, 44_100, 48_000, 96_000] {
            let windows = through(rate, |t| 0.5 * (TAU * 440.0 * t).sin());
            assert!((58..=62).contains(&windows.len()), "{rate}: {}", windows.len());
            let middle = &windows[20..40];
            let power = middle.iter().map(Window::power).sum::<f64>() / 20.0;
            assert!((power - 0.125).abs() < 0.002, "{rate}: {power}");
            assert!(windows.iter().all(|w| w.clipped == 0.0));
        }
    }

    #[test]
    fn what_our_rate_cannot_hold_is_filtered_out() {
        let windows = through(48_000, |t| 0.5 * (TAU * 12_000.0 * t).sin());
        assert!(windows[20..40].iter().all(|w| w.power() < 1e-6));
    }

    #[test]
    fn flat_tops_are_counted_before_they_are_rounded_off() {
        let windows = through(48_000, |t| (3.0 * (TAU * 200.0 * t).sin()).clamp(-1.0, 1.0));
        assert!(windows[20..40].iter().all(|w| w.clipped > 0.5), "{}", windows[20].clipped);
    }

    #[test]
    fn what_is_no_number_is_silence_and_impossible_rates_are_refused() {
        let mut intake = Intake::new(RATE).unwrap();
        intake.push(&[f32::NAN; WINDOW]);
        assert!(intake.window().unwrap().samples.iter().all(|x| *x == 0.0));
        intake.push(&[f32::INFINITY; WINDOW]);
        assert!(intake.window().unwrap().samples.iter().all(|x| (*x - 1.0).abs() < 1e-6));
        for rate in [0, 100, u32::MAX] {
            assert!(Intake::new(rate).is_err());
        }
    }
}
