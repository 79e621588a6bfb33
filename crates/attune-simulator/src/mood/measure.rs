//! How well a method tells the mood.

use super::errors::SenseAnswers;
use super::listener::Listener;
use super::method::{Estimator, Method, time};
use attune_core::Affect;
use attune_core::mood::Learned;
use serde::Serialize;

/// How long a listener is measured, in seconds: four hours.
const EVENING: u32 = 4 * 3_600;
/// The beginning that does not count.
const WARM_UP: u32 = 300;
/// A move of the told mood by more than this, on either axis, is a change of mind.
const MOVED: f64 = 0.3;
/// A change of mind this long after a real change can still be due to it, in seconds.
const DUE: u32 = 600;
/// Hours before the evening in which a listener corrects, and the seconds between two corrections.
const LESSON: u32 = 8 * 3_600;
const CORRECTS_EVERY: u32 = 2_400;

/// What came of one method with one listener.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Measured {
    /// Mean distance between the told and the real mood (the plane is 2 wide).
    pub error: f64,
    /// Changes of mind an hour that no real change explains.
    pub false_changes: f64,
    /// Mean seconds until a real change is noticed; one that is not within ten minutes counts as ten.
    pub delay: f64,
}

/// Mean and standard error over listeners.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// The method's name.
    pub method: String,
    /// Means.
    pub mean: Measured,
    /// Standard errors.
    pub standard_error: Measured,
}

/// One method over the evening of the listener of that seed.
#[must_use]
pub fn measure(method: Method, seed: u64) -> Measured {
    let learned = if method == Method::Learned { lesson(seed) } else { Learned::default() };
    evening(Listener::new(seed), Estimator::new(method, &learned))
}

fn evening(mut listener: Listener, mut estimator: Estimator) -> Measured {
    let mut tally = Tally::default();
    for second in 0..EVENING {
        let moment = listener.live();
        let (told, steers) = estimator.estimate(&moment, second);
        tally.count(second, moment.mood, moment.changed, told, steers);
    }
    tally.finish()
}

/// What is learned from the corrections of a listener with the same habits on other days.
fn lesson(seed: u64) -> Learned {
    let (mut listener, mut estimator) =
        (Listener::new(seed), Estimator::new(Method::Fused, &Learned::default()));
    // The days before are other days: the evening's own hours are not seen.
    for _ in 0..EVENING {
        let _ = listener.live();
    }
    for second in 0..LESSON {
        let moment = listener.live();
        estimator.estimate(&moment, second);
        if second % CORRECTS_EVERY == CORRECTS_EVERY - 1 {
            estimator.tracker().correct(moment.mood, time(second));
        }
    }
    *estimator.tracker().learned()
}

#[derive(Default)]
struct Tally {
    distance: f64,
    seconds: u32,
    announced: Option<Affect>,
    false_changes: u32,
    delays: Vec<u32>,
    mood: Affect,
    /// The mood before the last real change, and when that was, until it is noticed.
    open: Option<(Affect, u32)>,
}

impl Tally {
    fn count(&mut self, second: u32, mood: Affect, changed: Option<u32>, told: Affect, steers: Affect) {
        if changed == Some(second) {
            self.open = Some((self.mood, second));
        }
        self.mood = mood;
        if second < WARM_UP {
            self.announced = Some(steers);
            return;
        }
        self.distance += told.distance(mood);
        self.seconds += 1;
        let announced = *self.announced.get_or_insert(steers);
        if announced.axis_distance(steers) > MOVED {
            self.announced = Some(steers);
            let due = changed.is_some_and(|c| second - c <= DUE);
            self.false_changes += u32::from(!due);
        }
        if let Some((before, since)) = self.open {
            let noticed = steers.distance(mood) < steers.distance(before);
            if noticed || second - since >= DUE {
                self.delays.push(second - since);
                self.open = None;
            }
        }
    }

    fn finish(self) -> Measured {
        let hours = f64::from(self.seconds) / 3_600.0;
        let delays = self.delays.len().max(1) as f64;
        Measured {
            error: self.distance / f64::from(self.seconds.max(1)),
            false_changes: f64::from(self.false_changes) / hours,
            delay: self.delays.iter().map(|d| f64::from(*d)).sum::<f64>() / delays,
        }
    }
}

/// Means and standard errors of a method over the listeners of those seeds.
#[must_use]
pub fn summary(method: Method, seeds: impl Iterator<Item = u64>) -> Summary {
    of_all(method, &seeds.map(|seed| measure(method, seed)).collect::<Vec<_>>())
}

fn of_all(method: Method, all: &[Measured]) -> Summary {
    let of = |f: fn(&Measured) -> f64| {
        let n = all.len().max(1) as f64;
        let mean = all.iter().map(f).sum::<f64>() / n;
        let variance = all.iter().map(|m| (f(m) - mean).powi(2)).sum::<f64>() / (n - 1.0).max(1.0);
        (mean, (variance / n).sqrt())
    };
    let (error, changes, delay) = (of(|m| m.error), of(|m| m.false_changes), of(|m| m.delay));
    Summary {
        method: method.name(),
        mean: Measured { error: error.0, false_changes: changes.0, delay: delay.0 },
        standard_error: Measured { error: error.1, false_changes: changes.1, delay: delay.1 },
    }
}

/// The tracker over `listeners` listeners whom these senses meet: from the face, with the voice, with the pulse, with both.
#[must_use]
pub fn compare_measured(seed: u64, listeners: u64, answers: &'static SenseAnswers) -> Vec<Summary> {
    let seeds = || (0..listeners).map(move |i| seed.wrapping_mul(1_000_003).wrapping_add(i));
    let nothing = Learned::default();
    let senses = [(false, false), (true, false), (false, true), (true, true)];
    let methods = senses.map(|(voice, pulse)| Method::Measured { voice, pulse });
    let met = |method, seed| evening(Listener::met_by(seed, answers), Estimator::new(method, &nothing));
    let summary = |method| of_all(method, &seeds().map(|seed| met(method, seed)).collect::<Vec<_>>());
    methods.map(summary).into()
}

/// All methods over `listeners` listeners. The window of the vote and the time constant of the smoothing are those
/// with the least error over a third as many other listeners.
#[must_use]
pub fn compare(seed: u64, listeners: u64) -> Vec<Summary> {
    let seeds = || (0..listeners).map(move |i| seed.wrapping_mul(1_000_003).wrapping_add(i));
    let others =
        || (0..listeners.div_ceil(3)).map(move |i| seed.wrapping_mul(1_000_003).wrapping_add(500_000 + i));
    let best = |candidates: Vec<Method>| {
        let error = |m: &Method| summary(*m, others()).mean.error;
        candidates.into_iter().map(|m| (error(&m), m)).min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, m)| m)
    };
    let windows = [5, 15, 30, 60, 120, 240];
    let vote = best(windows.map(Method::Vote).into());
    let smoothing = best(windows.map(|s| Method::Smoothing(f64::from(s))).into());
    let baselines = [Some(Method::LastLabel), vote, smoothing].into_iter().flatten();
    let ours = [Method::Face, Method::Fused, Method::Learned];
    baselines.chain(ours).map(|m| summary(m, seeds())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_evening() {
        assert_eq!(measure(Method::Face, 7), measure(Method::Face, 7));
        assert_ne!(measure(Method::Face, 7), measure(Method::Face, 8));
    }

    #[test]
    fn senses_as_they_were_measured_do_no_harm_beside_a_face() {
        let all = compare_measured(1, 12, SenseAnswers::shipped().unwrap());
        let face = all[0].mean.error;
        assert!(all.len() == 4 && all.iter().all(|s| s.mean.error < face + 0.02), "{all:#?}");
        assert!(all.iter().all(|s| s.mean.false_changes < 1.0), "{all:#?}");
    }

    #[test]
    fn the_tracker_beats_the_simple_ways() {
        let all = compare(1, 9);
        let [label, vote, smooth, face, fused, learned] = &all[..] else { panic!("{all:?}") };
        assert!(face.mean.error < label.mean.error && face.mean.error < vote.mean.error, "{all:#?}");
        assert!(fused.mean.error < face.mean.error && fused.mean.error < smooth.mean.error, "{all:#?}");
        assert!(learned.mean.error < fused.mean.error, "{all:#?}");
        for simple in [label, vote, smooth] {
            assert!(face.mean.false_changes < simple.mean.false_changes, "{all:#?}");
        }
    }
}
