//! How loud a recording is, by EBU R 128 (ITU-R BS.1770).
//!
//! What is measured is what is played: two channels, into which others are mixed as for stereo speakers. By its own
//! channels a recording in mono would count as 3 dB softer than it is heard, and one in 5.1 as louder.

use crate::error::guarded;
use crate::mix::Mix;
use crate::turns::Turn;
use crate::{AudioError, Recording};
use ebur128::{EbuR128, Mode};
use serde::{Deserialize, Serialize};
use std::path::Path;
use symphonia::core::audio::Channels;

/// Loudness of a whole recording.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Loudness {
    /// Integrated loudness in LUFS; none where nothing is louder than the gate at -70 LUFS.
    pub integrated: Option<f64>,
    /// Loudness range in LU, by EBU Tech 3342; 0 for recordings of a few seconds.
    pub range: f64,
    /// The greatest sample of either channel in dB relative to full scale; none in digital silence.
    pub peak: Option<f64>,
}

/// How loud a file is, and nothing else of it, which takes a fraction of the time of [`listen`](crate::listen()). Once `go_on`, asked
/// several times a second of sound, says no, the answer is how loud it is up to there.
///
/// Fails as [`listen`](crate::listen()); with `audio_stopped` only where `go_on` says no before there is a turn for the file.
pub fn loudness_while(path: &Path, go_on: &dyn Fn() -> bool) -> Result<Loudness, AudioError> {
    let _turn = Turn::take(go_on)?;
    guarded(|| through(path, go_on))
}

fn through(path: &Path, go_on: &dyn Fn() -> bool) -> Result<Loudness, AudioError> {
    let mut recording = Recording::open(path)?;
    let mut meter: Option<Meter> = None;
    while go_on() && recording.next_block()? {
        match &mut meter {
            Some(meter) => meter.take(&recording)?,
            none => none.insert(Meter::of(&recording)?).take(&recording)?,
        }
    }
    Ok(meter.map_or(Loudness::SILENCE, |meter| meter.finish()))
}

impl Loudness {
    /// That of nothing at all.
    const SILENCE: Self = Self { integrated: None, range: 0.0, peak: None };
}

/// Measures while blocks pass by.
pub(crate) struct Meter {
    rate: u32,
    layout: Channels,
    r128: EbuR128,
    mix: Mix,
    mixed: [Vec<f32>; 2],
}

impl Meter {
    /// Of a recording of which the first block was read. Fails with `audio_unsupported`.
    pub(crate) fn of(recording: &Recording) -> Result<Self, AudioError> {
        Self::new(recording.rate(), recording.layout())
    }

    fn new(rate: u32, layout: &Channels) -> Result<Self, AudioError> {
        // The histogram keeps memory the same for an hour as for a minute.
        let modes = Mode::I | Mode::LRA | Mode::SAMPLE_PEAK | Mode::HISTOGRAM;
        let r128 = EbuR128::new(2, rate, modes).map_err(failed)?;
        let layout = layout.clone();
        Ok(Self { mix: Mix::new(&layout, 2), rate, layout, r128, mixed: Default::default() })
    }

    /// Takes the latest block, which may have another rate or other channels than the one before. Fails with
    /// `audio_unsupported`.
    pub(crate) fn take(&mut self, recording: &Recording) -> Result<(), AudioError> {
        let (rate, layout) = (recording.rate(), recording.layout());
        if (self.rate, &self.layout) != (rate, layout) {
            self.mix = Mix::new(layout, 2);
            self.r128.change_parameters(2, rate).map_err(failed)?;
            (self.rate, self.layout) = (rate, layout.clone());
        }
        self.push(recording.block())
    }

    fn push(&mut self, channels: &[Vec<f32>]) -> Result<(), AudioError> {
        self.mixed.iter_mut().for_each(Vec::clear);
        let [left, right] = &mut self.mixed;
        self.mix.apply(channels.iter().map(Vec::as_slice), 1.0, &mut [left, right]);
        let planes = [self.mixed[0].as_slice(), self.mixed[1].as_slice()];
        self.r128.add_frames_planar_f32(&planes).map_err(failed)
    }

    pub(crate) fn finish(&self) -> Loudness {
        let peak = (0..self.r128.channels())
            .filter_map(|channel| self.r128.sample_peak(channel).ok())
            .fold(0.0, f64::max);
        Loudness {
            integrated: self.r128.loudness_global().ok().filter(|l| l.is_finite()),
            range: self.r128.loudness_range().ok().filter(|r| r.is_finite()).unwrap_or(0.0),
            peak: (peak > 0.0).then(|| 20.0 * peak.log10()),
        }
    }
}

fn failed(error: ebur128::Error) -> AudioError {
    AudioError::Unsupported { detail: format!("loudness: {error}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::TAU;

    fn tone(rate: u32, hz: f64, dbfs: f64, seconds: f64) -> Vec<f32> {
        let gain = 10f64.powf(dbfs / 20.0);
        let count = (seconds * f64::from(rate)) as usize;
        (0..count).map(|i| (gain * (TAU * hz * i as f64 / f64::from(rate)).sin()) as f32).collect()
    }

    fn loudness(rate: u32, channels: &[Vec<f32>]) -> Loudness {
        let layout = Channels::Discrete(channels.len() as u16);
        let mut meter = Meter::new(rate, &layout).unwrap();
        meter.push(channels).unwrap();
        meter.finish()
    }

    /// Cases 1, 2 and 3 of EBU Tech 3341: stereo tones of 1 kHz.
    #[test]
    fn the_cases_of_the_standard_come_out() {
        for rate in [44_100, 48_000] {
            for level in [-23.0, -33.0] {
                let plane = tone(rate, 1_000.0, level, 20.0);
                let heard = loudness(rate, &[plane.clone(), plane]);
                assert!((heard.integrated.unwrap() - level).abs() < 0.1, "{heard:?}");
                assert!((heard.peak.unwrap() - level).abs() < 0.05, "{heard:?}");
            }
            let parts = [(-36.0, 10.0), (-23.0, 60.0), (-36.0, 10.0)];
            let plane: Vec<f32> = parts.iter().flat_map(|&(db, s)| tone(rate, 1_000.0, db, s)).collect();
            let heard = loudness(rate, &[plane.clone(), plane]);
            assert!((heard.integrated.unwrap() + 23.0).abs() < 0.1, "{heard:?}");
        }
    }

    /// Case 1 of EBU Tech 3342: 20 s at -20, then 20 s at -30 LUFS.
    #[test]
    fn the_range_of_the_standard_comes_out() {
        let plane: Vec<f32> = [-20.0, -30.0].iter().flat_map(|&db| tone(48_000, 1_000.0, db, 20.0)).collect();
        let heard = loudness(48_000, &[plane.clone(), plane]);
        assert!((heard.range - 10.0).abs() < 1.0, "{heard:?}");
    }

    #[test]
    fn silence_has_no_loudness() {
        let heard = loudness(44_100, &[vec![0.0; 44_100]]);
        assert_eq!((heard.integrated, heard.peak), (None, None));
    }
}
