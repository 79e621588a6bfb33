//! What comes of each clip, and of all.

use super::clips::Clip;
use super::truth::Truth;
use crate::round;
use attune_pulse::colour::{Meter, Reading};
use serde::Serialize;

/// Beyond this many beats a minute a rate is grossly wrong.
const GROSSLY: f64 = 10.0;

/// One clip, as printed.
#[derive(Debug, Serialize)]
pub(super) struct Outcome {
    pub(super) clip: String,
    pub(super) patches: usize,
    pub(super) seconds: f64,
    pub(super) looks_per_second: f64,
    /// Whether a rate was shown at any moment.
    pub(super) shown: bool,
    /// The last rate that was shown, in beats a minute, with how far off it may be and how sure (0 to 1).
    pub(super) rate: Option<f64>,
    pub(super) spread: Option<f64>,
    pub(super) confidence: Option<f64>,
    /// When the first rate was shown, in seconds since the clip's beginning.
    pub(super) first_shown: Option<f64>,
    /// The share of the time since the first two windows that a rate was shown.
    pub(super) share_shown: f64,
    /// What was missing at the end, where no rate was shown then.
    pub(super) missing: Option<&'static str>,
    /// The true rate at the time of the last one shown, or at the end.
    pub(super) truth: Option<f64>,
    /// The rate less the truth.
    pub(super) error: Option<f64>,
    /// Every rate that was shown, one a second at most, less the truth.
    errors: Vec<f64>,
}

/// All clips together, as printed. Errors are means of absolute values, in beats a minute; shares go from 0 to 1.
#[derive(Debug, Serialize)]
pub(super) struct Summary {
    pub(super) clips: usize,
    pub(super) shown: usize,
    pub(super) share_shown: Option<f64>,
    /// Clips with a known rate on which one was shown.
    pub(super) compared: usize,
    pub(super) error: Option<f64>,
    /// The share of those that are more than 10 beats a minute off.
    pub(super) grossly_wrong: Option<f64>,
    /// The same over all rates that were shown, second by second.
    pub(super) readings: usize,
    pub(super) readings_error: Option<f64>,
    pub(super) readings_grossly_wrong: Option<f64>,
}

/// Measures a clip look by look, as the app would.
pub(super) fn of(clip: &Clip, truth: Option<&Truth>) -> Outcome {
    let (readings, waited, missing) = readings(clip);
    let (first, end) = (clip.times.first().copied(), clip.times.last().copied());
    let seconds = end.zip(first).map_or(0.0, |(end, first)| end - first);
    let known = |time: f64| truth.and_then(|truth| truth.of(clip, time - first.unwrap_or_default()));
    let last = readings.last();
    let truth = known(last.map_or(end.unwrap_or_default(), |r| r.time));
    Outcome {
        clip: clip.name.clone(),
        patches: clip.looks.first().map_or(0, Vec::len),
        seconds: round(seconds),
        looks_per_second: round((clip.times.len().saturating_sub(1)) as f64 / seconds.max(1e-9)),
        shown: last.is_some(),
        rate: last.map(|r| round(r.rate)),
        spread: last.map(|r| round(r.spread)),
        confidence: last.map(|r| round(r.confidence)),
        first_shown: readings.first().zip(first).map(|(r, first)| round(r.time - first)),
        share_shown: round(readings.len() as f64 / waited.max(1) as f64),
        missing,
        truth: truth.map(round),
        error: last.zip(truth).map(|(r, truth)| round(r.rate - truth)),
        errors: readings.iter().filter_map(|r| Some(round(r.rate - known(r.time)?))).collect(),
    }
}

/// The rates shown, one a second; of how many they could have been; and what is missing at the end.
fn readings(clip: &Clip) -> (Vec<Reading>, usize, Option<&'static str>) {
    let (mut meter, mut shown) = (Meter::new(), Vec::<Reading>::new());
    let keep = |shown: &mut Vec<Reading>, reading: Reading| {
        if shown.last().is_none_or(|last| last.time < reading.time) {
            shown.push(reading);
        }
    };
    for (time, patches) in clip.times.iter().zip(&clip.looks) {
        if let Ok(reading) = meter.push(*time, patches) {
            keep(&mut shown, reading);
        }
    }
    let end = meter.finish();
    if let Ok(reading) = end {
        keep(&mut shown, reading);
    }
    let length = clip.times.last().zip(clip.times.first()).map_or(0.0, |(end, start)| end - start);
    let possible = (length - 10.0).max(0.0).floor() as usize;
    (shown, possible, end.err().map(attune_pulse::colour::Missing::name))
}

/// All clips together.
pub(super) fn summary(outcomes: &[Outcome]) -> Summary {
    let of_clips: Vec<f64> = outcomes.iter().filter_map(|o| o.error).collect();
    let of_readings: Vec<f64> = outcomes.iter().flat_map(|o| &o.errors).copied().collect();
    let shown = outcomes.iter().filter(|o| o.shown).count();
    let mean = |errors: &[f64], of: fn(f64) -> f64| {
        let sum: f64 = errors.iter().map(|error| of(error.abs())).sum();
        (!errors.is_empty()).then(|| round(sum / errors.len() as f64))
    };
    let grossly = |off: f64| f64::from(u8::from(off > GROSSLY));
    Summary {
        clips: outcomes.len(),
        shown,
        share_shown: (!outcomes.is_empty()).then(|| round(shown as f64 / outcomes.len() as f64)),
        compared: of_clips.len(),
        error: mean(&of_clips, |off| off),
        grossly_wrong: mean(&of_clips, grossly),
        readings: of_readings.len(),
        readings_error: mean(&of_readings, |off| off),
        readings_grossly_wrong: mean(&of_readings, grossly),
    }
}
