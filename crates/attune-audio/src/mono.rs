//! All channels as one, at the rate that features are defined at.

use crate::AudioError;
use crate::rate::RateChange;
use rubato::WindowFunction;

/// Samples per second at which features are computed, as in the table that the model was trained on.
pub(crate) const RATE: usize = 22_050;

/// Every other rate becomes this one first, so that the last filter is the same for all.
const BETWEEN: u32 = 44_100;

/// With these the last filter is within 1.5 dB of that of the training table's resampler up to its edge (see the
/// tests): resampy's `kaiser_best` before version 0.4. The highest contrast band feels any difference.
const BLOCK: usize = 100;
const WINDOW: WindowFunction = WindowFunction::Hann2;

/// Averages channels and changes the rate to [`RATE`], block by block.
pub(crate) struct Mono {
    /// Nothing to change for files at [`BETWEEN`] or [`RATE`].
    first: RateChange,
    last: RateChange,
}

impl Mono {
    /// For input of `rate` samples per second. Fails with `audio_unsupported` for rates that cannot be changed.
    pub(crate) fn new(rate: u32) -> Result<Self, AudioError> {
        let between = if rate == RATE as u32 { rate } else { BETWEEN };
        Ok(Self {
            first: RateChange::new(rate, between, 512, WindowFunction::BlackmanHarris2)?,
            last: RateChange::new(between, RATE as u32, BLOCK, WINDOW)?,
        })
    }

    /// Takes a block of channels and appends what comes out to `out`.
    pub(crate) fn push(&mut self, channels: &[Vec<f32>], out: &mut Vec<f32>) -> Result<(), AudioError> {
        let Some((one, others)) = channels.split_first() else { return Ok(()) };
        let waiting = self.first.waiting();
        let start = waiting.len();
        waiting.extend(one.iter().map(|&x| number(x)));
        for channel in others {
            waiting[start..].iter_mut().zip(channel).for_each(|(sum, &x)| *sum += number(x));
        }
        if !others.is_empty() {
            let share = 1.0 / channels.len() as f32;
            waiting[start..].iter_mut().for_each(|x| *x *= share);
        }
        self.first.drain(self.last.waiting())?;
        self.last.drain(out)
    }

    /// Appends what the filters still hold.
    pub(crate) fn finish(&mut self, out: &mut Vec<f32>) -> Result<(), AudioError> {
        self.first.finish(self.last.waiting())?;
        self.last.finish(out)
    }
}

/// What is no number, or far beyond full scale as only damage makes it, would spoil every later sum.
fn number(x: f32) -> f32 {
    if x.abs() <= 64.0 { x } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::TAU;

    fn through(rate: u32, hz: f64) -> (Vec<f32>, f64) {
        let samples: Vec<f32> =
            (0..rate).map(|i| (TAU * hz * f64::from(i) / f64::from(rate)).sin() as f32).collect();
        let (mut mono, mut out) = (Mono::new(rate).unwrap(), Vec::new());
        for block in samples.chunks(1_152) {
            mono.push(&[block.to_vec(), block.to_vec()], &mut out).unwrap();
        }
        mono.finish(&mut out).unwrap();
        let middle = &out[out.len() / 4..out.len() * 3 / 4];
        let power: f64 = middle.iter().map(|&x| f64::from(x).powi(2)).sum::<f64>() / middle.len() as f64;
        (out, 10.0 * (2.0 * power + 1e-12).log10())
    }

    #[test]
    fn a_second_stays_a_second_in_place() {
        for rate in [8_000, 11_025, 22_050, 44_100, 48_000, 96_000] {
            let (out, db) = through(rate, 1_000.0);
            assert_eq!(out.len(), RATE, "{rate}");
            assert!(db.abs() < 0.02, "{rate}: {db} dB");
            let worst = (2_000..20_000)
                .map(|i| (f64::from(out[i]) - (TAU * 1_000.0 * i as f64 / RATE as f64).sin()).abs())
                .fold(0.0, f64::max);
            assert!(worst < 1e-3, "{rate}: {worst}");
        }
    }

    #[test]
    fn rates_without_much_in_common_are_no_worse_than_half_a_sample_off() {
        let (out, db) = through(37_123, 1_000.0);
        assert_eq!(out.len(), RATE);
        assert!(db.abs() < 0.02, "{db} dB");
    }

    #[test]
    fn the_filter_ends_where_that_of_the_training_table_does() {
        // The response of resampy's old `kaiser_best` in dB.
        let wanted =
            [(9_500.0, 0.0), (10_200.0, -1.1), (10_400.0, -4.6), (10_600.0, -12.6), (10_800.0, -27.1)];
        for rate in [44_100, 48_000] {
            for (hz, db) in wanted {
                let got = through(rate, hz).1;
                assert!((got - db).abs() < 1.5, "{rate}, {hz} Hz: {got} dB instead of {db}");
            }
        }
    }

    #[test]
    fn what_is_no_number_is_silence() {
        let (mut mono, mut out) = (Mono::new(44_100).unwrap(), Vec::new());
        let mut block = vec![0.5_f32; 44_100];
        block[10_000] = f32::NAN;
        block[20_000] = f32::INFINITY;
        mono.push(&[block], &mut out).unwrap();
        mono.finish(&mut out).unwrap();
        assert!(out.iter().all(|x| x.is_finite()));
    }
}
