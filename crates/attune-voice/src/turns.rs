//! Voices that take turns, as their pitch shows.
//!
//! The pitch of each voiced run is put into one of two groups (k-means in one dimension). Two voices are two narrow groups
//! far apart between which the runs change; one lively voice is one wide group.

use crate::Features;

/// A frame is voiced from here on.
const VOICED: f32 = 0.5;
/// Frames of a run at least: 80 ms.
const RUN: usize = 8;
/// Octaves between two voices at least, and the widest group relative to that gap.
const APART: f64 = 0.7;
const WIDTH: f64 = 0.4;
/// A pitch that jumps by so many octaves begins another run.
const JUMP: f64 = 0.275;
/// The least share of the voiced frames for a second voice.
const SHARE: f64 = 0.25;

/// A voiced run: its frames, and the mean of its pitch in octaves.
#[derive(Debug, Clone, Copy)]
struct Run {
    frames: usize,
    pitch: f64,
}

/// The share of frames with a pitch, and how often the voice changes (0 for one voice).
pub(crate) fn voices(features: &Features) -> (f64, usize) {
    let voiced = features.pitch().filter(|(v, _)| *v >= VOICED).count();
    (voiced as f64 / features.frames().max(1) as f64, changes(&runs(features)))
}

fn runs(features: &Features) -> Vec<Run> {
    let (mut runs, mut run) = (Vec::new(), Vec::new());
    let mut close = |run: &mut Vec<f64>| {
        if run.len() >= RUN {
            run.sort_unstable_by(f64::total_cmp);
            runs.push(Run { frames: run.len(), pitch: run[run.len() / 2] });
        }
        run.clear();
    };
    for (voiced, pitch) in features.pitch() {
        let pitch = f64::from(pitch);
        let joins = run.last().is_none_or(|last: &f64| (last - pitch).abs() < JUMP);
        if voiced < VOICED || !joins {
            close(&mut run);
        }
        if voiced >= VOICED {
            run.push(pitch);
        }
    }
    close(&mut run);
    runs
}

/// How often the runs change between two groups that are two voices; 0 where they are one.
fn changes(runs: &[Run]) -> usize {
    let pitches = || runs.iter().map(|r| r.pitch);
    let (mut low, mut high) =
        (pitches().fold(f64::INFINITY, f64::min), pitches().fold(f64::NEG_INFINITY, f64::max));
    let is_high = |run: &Run, low: f64, high: f64| (run.pitch - high).abs() < (run.pitch - low).abs();
    for _ in 0..8 {
        let group = |wanted: bool| runs.iter().filter(move |r| is_high(r, low, high) == wanted);
        (low, high) = (mean(group(false)), mean(group(true)));
    }
    let group = |wanted: bool| runs.iter().filter(move |r| is_high(r, low, high) == wanted);
    let frames = |wanted: bool| group(wanted).map(|r| r.frames).sum::<usize>() as f64;
    let (few, all) = (frames(false).min(frames(true)), frames(false) + frames(true));
    let gap = high - low;
    let narrow = |wanted: bool, centre: f64| spread(group(wanted), centre) < WIDTH * gap;
    // A group of nothing has no mean, and then nothing below holds.
    if gap >= APART && few >= SHARE * all && narrow(false, low) && narrow(true, high) {
        runs.windows(2).filter(|two| is_high(&two[0], low, high) != is_high(&two[1], low, high)).count()
    } else {
        0
    }
}

fn mean<'a>(runs: impl Iterator<Item = &'a Run>) -> f64 {
    let (sum, frames) = runs.fold((0.0, 0), |(s, n), r| (s + r.pitch * r.frames as f64, n + r.frames));
    sum / frames as f64
}

fn spread<'a>(runs: impl Iterator<Item = &'a Run>, centre: f64) -> f64 {
    let (sum, frames) =
        runs.fold((0.0, 0), |(s, n), r| (s + (r.pitch - centre).powi(2) * r.frames as f64, n + r.frames));
    (sum / frames as f64).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pitches: &[f64]) -> Vec<Run> {
        pitches.iter().map(|&pitch| Run { frames: 20, pitch }).collect()
    }

    #[test]
    fn two_voices_change_and_one_lively_voice_does_not() {
        assert_eq!(changes(&of(&[-1.0, 0.1, -0.9, 0.0, -1.05, 0.05])), 5);
        assert_eq!(changes(&of(&[-0.5, -0.3, -0.1, 0.1, 0.3, 0.5])), 0);
        assert_eq!(changes(&of(&[0.0, 0.01, -0.02])), 0);
        assert_eq!(changes(&of(&[-1.0, -1.0, -1.0, -1.0, -1.0, -1.0, 0.0])), 0, "one odd run is no voice");
        assert_eq!(changes(&[]), 0);
    }
}
