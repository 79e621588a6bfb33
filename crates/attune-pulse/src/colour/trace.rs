//! Colours at even distances, from looks that come when they come.

use super::patch::Patch;
use super::signal::mean;
use super::{Colour, SAMPLE_RATE};
use std::collections::VecDeque;
use std::ops::Range;

/// The longest time without a patch that is bridged by a straight line, in seconds: less than half a slow beat.
pub(super) const LONGEST_GAP: f64 = 0.5;

/// Keeps a look that falls on a sample from missing it by a rounding error, in samples.
const ROUNDING: f64 = 1e-9;

/// A sample of a patch that was not seen.
const UNSEEN: Colour = [f64::NAN; 3];

/// The samples of all patches since one look, the oldest dropped when they are no longer needed.
pub(super) struct Trace {
    /// When sample 0 was, in seconds.
    start: f64,
    patches: Vec<PatchTrace>,
}

impl Trace {
    /// A trace that begins with this look.
    pub(super) fn new(start: f64, patches: &[Patch]) -> Self {
        let mut trace = Self { start, patches: patches.iter().map(|_| PatchTrace::default()).collect() };
        trace.push(start, patches);
        trace
    }

    /// Adds a look with as many patches as the first.
    pub(super) fn push(&mut self, time: f64, patches: &[Patch]) {
        let at = (time - self.start) * SAMPLE_RATE;
        for (trace, patch) in self.patches.iter_mut().zip(patches) {
            if patch.is_seen() {
                trace.see(at, patch.colour);
            } else {
                trace.miss(at);
            }
        }
    }

    pub(super) fn patch_count(&self) -> usize {
        self.patches.len()
    }

    /// How many samples there are of the patch that has most, counted from sample 0.
    pub(super) fn end(&self) -> usize {
        self.patches.iter().map(PatchTrace::end).max().unwrap_or(0)
    }

    /// When a sample was or will be, in seconds.
    pub(super) fn time_of(&self, sample: usize) -> f64 {
        self.start + sample as f64 / SAMPLE_RATE
    }

    /// The samples in a range, of each patch that was seen all the time.
    pub(super) fn samples(&self, range: &Range<usize>) -> Vec<Vec<Colour>> {
        self.patches.iter().filter_map(|patch| patch.samples(range)).collect()
    }

    /// Lets samples before that one go.
    pub(super) fn forget_before(&mut self, sample: usize) {
        for patch in &mut self.patches {
            patch.forget_before(sample);
        }
    }
}

/// The samples of one patch.
#[derive(Default)]
struct PatchTrace {
    /// The place of the first of `samples`.
    first: usize,
    samples: VecDeque<Colour>,
    /// Where it was last seen, in samples, and how.
    last: Option<(f64, Colour)>,
}

impl PatchTrace {
    fn end(&self) -> usize {
        self.first + self.samples.len()
    }

    /// Seen at a place: what lies between there and where it was last seen becomes a straight line, unless that is long ago.
    fn see(&mut self, at: f64, colour: Colour) {
        let before = self.last.filter(|(last, _)| at - last <= LONGEST_GAP * SAMPLE_RATE);
        while self.end() as f64 <= at + ROUNDING {
            let here = self.end() as f64;
            let sample = match before {
                Some((from, old)) => between(old, colour, (here - from) / (at - from)),
                None if here >= at - ROUNDING => colour,
                None => UNSEEN,
            };
            self.samples.push_back(sample);
        }
        self.last = Some((at, colour));
    }

    /// Not seen at a place: known to be lost once the gap is too long to bridge.
    fn miss(&mut self, at: f64) {
        if self.last.is_none_or(|(last, _)| at - last > LONGEST_GAP * SAMPLE_RATE) {
            while self.end() as f64 <= at {
                self.samples.push_back(UNSEEN);
            }
        }
    }

    fn samples(&self, range: &Range<usize>) -> Option<Vec<Colour>> {
        let (from, to) = (range.start.checked_sub(self.first)?, range.end.checked_sub(self.first)?);
        if to > self.samples.len() || from > to {
            return None;
        }
        let samples: Vec<Colour> = self.samples.range(from..to).copied().collect();
        samples.iter().flatten().all(|c| c.is_finite()).then_some(samples)
    }

    fn forget_before(&mut self, sample: usize) {
        let count = sample.saturating_sub(self.first).min(self.samples.len());
        self.samples.drain(..count);
        self.first += count;
    }
}

/// The colour that share of the way from one to another.
fn between(from: Colour, to: Colour, share: f64) -> Colour {
    let share = share.clamp(0.0, 1.0);
    [0, 1, 2].map(|c| from[c] + (to[c] - from[c]) * share)
}

/// The mean colour over patches, sample by sample.
pub(super) fn mean_of(patches: &[Vec<Colour>]) -> Vec<Colour> {
    let count = patches.iter().map(Vec::len).min().unwrap_or(0);
    let of = |i: usize| [0, 1, 2].map(|c| mean(&patches.iter().map(|patch| patch[i][c]).collect::<Vec<_>>()));
    (0..count).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grey(level: f64) -> Patch {
        Patch { colour: [level; 3], pixels: 400 }
    }

    const GONE: Patch = Patch { colour: [0.0; 3], pixels: 0 };

    fn levels(trace: &Trace, range: Range<usize>) -> Vec<Vec<f64>> {
        let rounded = |c: &Colour| (c[1] * 1e6).round() / 1e6;
        trace.samples(&range).iter().map(|patch| patch.iter().map(rounded).collect()).collect()
    }

    #[test]
    fn looks_between_samples_are_joined_by_straight_lines() {
        let mut trace = Trace::new(10.0, &[grey(100.0)]);
        trace.push(10.0 + 1.5 / 30.0, &[grey(130.0)]);
        trace.push(10.0 + 3.0 / 30.0, &[grey(100.0)]);
        assert_eq!(levels(&trace, 0..4), [[100.0, 120.0, 120.0, 100.0]]);
        assert_eq!((trace.end(), trace.time_of(3)), (4, 10.1));
    }

    #[test]
    fn a_short_gap_of_a_patch_is_bridged_and_a_long_one_is_not() {
        let mut trace = Trace::new(0.0, &[grey(100.0), grey(50.0)]);
        trace.push(0.1, &[grey(100.0), GONE]);
        trace.push(0.2, &[grey(100.0), grey(56.0)]);
        assert_eq!(levels(&trace, 0..7)[1], [50.0, 51.0, 52.0, 53.0, 54.0, 55.0, 56.0]);
        trace.push(0.8, &[grey(100.0), GONE]);
        trace.push(1.0, &[grey(100.0), grey(50.0)]);
        assert_eq!(trace.samples(&(0..7)).len(), 2);
        assert_eq!(trace.samples(&(0..31)).len(), 0, "both were gone for more than half a second");
        assert_eq!(trace.samples(&(30..31)).len(), 2);
    }

    #[test]
    fn old_samples_go() {
        let mut trace = Trace::new(0.0, &[grey(1.0)]);
        (1..60).for_each(|i| trace.push(f64::from(i) / 30.0, &[grey(1.0 + f64::from(i))]));
        trace.forget_before(24);
        assert_eq!(levels(&trace, 24..27), [[25.0, 26.0, 27.0]]);
        assert!(trace.samples(&(23..27)).is_empty() && trace.samples(&(24..61)).is_empty());
        assert_eq!(trace.end(), 60);
    }
}
