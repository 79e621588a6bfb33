//! One window of ten seconds: its rates, and whether they can be believed.

use super::signal::{self, Method};
use super::spectrum::{Peak, Spectrum};
use super::trace::mean_of;
use super::{Colour, SAMPLE_RATE};
use crate::median::median_deviation;
use std::ops::Range;

/// Samples in a window: 10 seconds.
pub(super) const LENGTH: usize = 300;

/// Samples from one window to the next: a second.
pub(super) const STEP: usize = 30;

/// Samples after a window that the methods' own windows reach into.
pub(super) const TAIL: usize = 47;

/// Samples between the methods' own windows where they overlap by half: what a stretch must begin at a multiple of.
const HALF: usize = 24;

/// The most that the patches' rates may lie apart (median absolute deviation), in beats a minute.
const MOST_DEVIATION: f64 = 2.0;

/// The most that the two methods may differ, in beats a minute.
pub(super) const MOST_DIFFERENCE: f64 = 3.0;

/// The least signal to noise, in dB.
const LEAST_CLARITY: f64 = 0.0;

/// Patches that can outvote one that is wrong. With fewer, both methods must be clearer than chance makes them.
const ENOUGH_PATCHES: usize = 3;

/// The least signal to noise of both methods where there are fewer patches than that, in dB.
const LEAST_CLARITY_ALONE: f64 = 3.0;

/// A window and what was found in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// When it ends, in seconds on the clock of the looks.
    pub end: f64,
    /// What POS finds in the mean of the patches.
    pub pos: Peak,
    /// What CHROM finds in it.
    pub chrom: Peak,
    /// The median absolute deviation of the rates that POS finds in each patch, in beats a minute.
    pub patch_deviation: f64,
    /// How many patches were seen throughout.
    pub patches: usize,
    /// How many there are.
    pub patches_in_all: usize,
}

/// What a window is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Its rate can be believed.
    Agreed,
    /// Half of the patches or more were not seen throughout.
    Unseen,
    /// The patches' rates lie more than 2 beats a minute apart.
    PatchesDisagree,
    /// The methods' rates differ by more than 3 beats a minute.
    MethodsDisagree,
    /// The peak does not stand out.
    Noisy,
}

impl Window {
    /// What it is worth.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let clarity = self.pos.signal_to_noise;
        let is_clear = if self.patches < ENOUGH_PATCHES {
            clarity.min(self.chrom.signal_to_noise) >= LEAST_CLARITY_ALONE
        } else {
            clarity >= LEAST_CLARITY
        };
        if 2 * self.patches <= self.patches_in_all {
            Verdict::Unseen
        } else if self.patch_deviation > MOST_DEVIATION {
            Verdict::PatchesDisagree
        } else if self.method_difference() > MOST_DIFFERENCE {
            Verdict::MethodsDisagree
        } else if is_clear {
            Verdict::Agreed
        } else {
            Verdict::Noisy
        }
    }

    /// How much the methods' rates differ, in beats a minute.
    #[must_use]
    pub fn method_difference(&self) -> f64 {
        (self.pos.rate - self.chrom.rate).abs()
    }
}

/// Where the samples begin that a window beginning at `start` needs.
pub(super) fn head(start: usize) -> usize {
    start.saturating_sub(TAIL) / HALF * HALF
}

/// Finds a window's rates. `patches` are the samples of those seen throughout, from [`head`] on; `place` is the window
/// within them. None if there is no peak.
pub(super) fn measure(
    patches: &[Vec<Colour>],
    place: &Range<usize>,
    in_all: usize,
    end: f64,
    spectrum: &Spectrum,
) -> Option<Window> {
    let peak =
        |method: Method, colours: &[Colour]| spectrum.peak(method(colours, SAMPLE_RATE).get(place.clone())?);
    let rates: Option<Vec<f64>> = patches.iter().map(|patch| Some(peak(signal::pos, patch)?.rate)).collect();
    let all = mean_of(patches);
    Some(Window {
        end,
        pos: peak(signal::pos, &all)?,
        chrom: peak(signal::chrom, &all)?,
        patch_deviation: median_deviation(&rates?)?,
        patches: patches.len(),
        patches_in_all: in_all,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window() -> Window {
        let peak = |rate, signal_to_noise| Peak { rate, signal_to_noise };
        Window {
            end: 10.0,
            pos: peak(70.0, 0.0),
            chrom: peak(73.0, -4.0),
            patch_deviation: 2.0,
            patches: 9,
            patches_in_all: 9,
        }
    }

    #[test]
    fn the_gate_closes_just_beyond_each_limit() {
        assert_eq!(window().verdict(), Verdict::Agreed);
        assert_eq!(Window { patches: 4, ..window() }.verdict(), Verdict::Unseen);
        assert_eq!(Window { patch_deviation: 2.01, ..window() }.verdict(), Verdict::PatchesDisagree);
        let far = Peak { rate: 73.01, signal_to_noise: 9.0 };
        assert_eq!(Window { chrom: far, ..window() }.verdict(), Verdict::MethodsDisagree);
        let faint = Peak { rate: 70.0, signal_to_noise: -0.01 };
        assert_eq!(Window { pos: faint, ..window() }.verdict(), Verdict::Noisy);
    }

    #[test]
    fn few_patches_must_be_clearer() {
        let few = |pos, chrom| {
            let peak = |signal_to_noise| Peak { rate: 70.0, signal_to_noise };
            let window =
                Window { pos: peak(pos), chrom: peak(chrom), patches: 2, patches_in_all: 2, ..window() };
            window.verdict()
        };
        assert_eq!(few(3.0, 3.0), Verdict::Agreed);
        assert_eq!((few(2.9, 5.0), few(5.0, 2.9)), (Verdict::Noisy, Verdict::Noisy));
    }

    #[test]
    fn a_window_needs_what_reaches_into_it() {
        assert_eq!((head(0), head(30), head(60), head(120)), (0, 0, 0, 72));
    }
}
