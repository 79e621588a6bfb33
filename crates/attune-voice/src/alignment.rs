//! Finds how late what a loudspeaker was given is heard, and lines both up.
//!
//! Between the two lie the sound system's buffers, whose length nobody tells for certain. It is found by the generalised
//! cross-correlation with phase transform (C. H. Knapp and G. C. Carter, "The generalized correlation method for estimation
//! of time delay", IEEE Trans. ASSP 24, 1976), on both sounds at a quarter of their rate, the latest counting most; then to
//! the sample. An output that runs empty, or a microphone whose samples are lost, moves one against the other from one moment
//! to the next: that is found within about a second, and what a filter has learned of the room still holds.

use crate::RATE;
use crate::intake::WINDOW;
use attune_fft::{Complex, ComplexToReal, RealToComplex};
use std::collections::VecDeque;
use std::sync::Arc;

/// Samples that make one of those that are compared.
const COARSE: usize = 4;
/// How much of what is heard is compared: two seconds.
const HEARD: usize = 2 * RATE as usize / COARSE;
/// How late it may be heard: two seconds.
const RANGE: usize = 2 * RATE as usize / COARSE;
/// Points of the transforms: room for both.
const POINTS: usize = 32_768;
/// Samples kept of what was played, to be lined up: the range, and what comes in one go.
const KEPT: usize = (RANGE * COARSE) + RATE as usize / 2;
/// By so many samples it is lined up before it is heard first, so that the filter finds all of it: 30 ms.
const EARLY: i64 = 480;
/// It stays lined up while it is heard first so many samples later.
const FITS: std::ops::Range<i64> = 64..2_400;
/// Two looks that differ by no more samples agree.
const SAME: i64 = 48;
/// How far a peak stands out of the correlation's root mean square to be believed if two looks agree, and at once.
const CLEAR: f32 = 10.0;
const CERTAIN: f32 = 20.0;
/// Where it was heard before counts as long as the correlation there has this share of the highest peak.
const STAYS: f32 = 0.5;
/// What it moves by between two looks where only clocks differ, in samples.
const DRIFT: i64 = 8;
/// How much is compared to the sample, half a second, and how far around what was found.
const EXACT: usize = RATE as usize / 2;
const AROUND: i64 = 6;
/// Mean squares below which there is nothing to compare.
const SILENT: f32 = 1e-9;
/// Frequencies with less than this share of the mean power of what is played say nothing.
const WEAK: f32 = 1e-3;
/// Windows from look to look: half a second.
const LOOK: u64 = 31;

/// A part of what was played, lined up with a window that is heard.
pub(crate) struct Aligned {
    pub(crate) played: [f32; WINDOW],
    /// It was lined up otherwise before, or not at all.
    pub(crate) is_new: bool,
}

/// Follows one microphone and one loudspeaker, in windows at [`RATE`].
pub(crate) struct Alignment {
    forward: Arc<dyn RealToComplex<f32>>,
    inverse: Arc<dyn ComplexToReal<f32>>,
    /// The last of both, at a quarter of the rate.
    heard: VecDeque<f32>,
    played: VecDeque<f32>,
    /// The last of both at their full rate.
    heard_samples: VecDeque<f32>,
    samples: VecDeque<f32>,
    /// Samples so far.
    heard_end: i64,
    played_end: i64,
    windows: u64,
    looked: u64,
    /// The sample that was played when the first one was heard: by the last look, and by the last that was believed.
    candidate: Option<i64>,
    found: Option<i64>,
    /// The sample of what was played that goes with the first one that was heard.
    offset: Option<i64>,
}

impl Default for Alignment {
    fn default() -> Self {
        Self {
            forward: attune_fft::forward(POINTS),
            inverse: attune_fft::inverse(POINTS),
            heard: vec![0.0; HEARD].into(),
            played: vec![0.0; HEARD + RANGE].into(),
            heard_samples: vec![0.0; EXACT].into(),
            samples: VecDeque::with_capacity(KEPT + WINDOW),
            heard_end: 0,
            played_end: 0,
            windows: 0,
            looked: 0,
            candidate: None,
            found: None,
            offset: None,
        }
    }
}

impl Alignment {
    /// Takes a window that the loudspeaker was given.
    pub(crate) fn play(&mut self, window: &[f32; WINDOW]) {
        coarsen(&mut self.played, window);
        self.samples.extend(window);
        self.samples.drain(..self.samples.len().saturating_sub(KEPT));
        self.played_end += WINDOW as i64;
    }

    /// Takes a window that is heard, and gives what was played that goes with it; none while that is not known.
    pub(crate) fn hear(&mut self, window: &[f32; WINDOW]) -> Option<Aligned> {
        coarsen(&mut self.heard, window);
        self.heard_samples.drain(..WINDOW);
        self.heard_samples.extend(window);
        let at = self.heard_end;
        self.heard_end += WINDOW as i64;
        self.windows += 1;
        let mut is_new = false;
        if self.windows - self.looked >= LOOK {
            self.looked = self.windows;
            is_new = self.look();
        }
        let offset = self.offset?;
        let start = self.played_end - self.samples.len() as i64;
        let sample = |n: usize| {
            let place = usize::try_from(at + n as i64 + offset - start).ok();
            place.and_then(|place| self.samples.get(place)).copied().unwrap_or(0.0)
        };
        Some(Aligned { played: std::array::from_fn(sample), is_new })
    }

    /// Looks how late it is heard by now; whether it was lined up so that nothing learned before holds.
    fn look(&mut self) -> bool {
        let last = self.candidate.take();
        let Some((found, clear)) = self.find() else { return false };
        self.candidate = Some(found);
        let agrees = clear > CERTAIN || last.is_some_and(|last| (last - found).abs() <= SAME);
        agrees && self.line_up(self.exact(found))
    }

    /// Follows what was found; whether it is lined up so that nothing learned before holds.
    fn line_up(&mut self, found: i64) -> bool {
        let moved = self.found.replace(found).map_or(0, |before| found - before);
        if let Some(offset) = self.offset {
            let offset = if moved.abs() > DRIFT { offset + moved } else { offset };
            self.offset = Some(offset);
            if FITS.contains(&(offset - found)) {
                return false;
            }
        }
        self.offset = Some(found + EARLY);
        true
    }

    /// The sample that was played when the first one was heard, if that is clear, and how clear: the peak of the
    /// correlation over its root mean square.
    fn find(&self) -> Option<(i64, f32)> {
        if power(&self.heard) < SILENT || power(&self.played) < SILENT {
            return None;
        }
        let latest = |(n, x): (usize, &f32)| x * n as f32 / HEARD as f32;
        let heard = self.spectrum(self.heard.iter().enumerate().map(latest));
        let played = self.spectrum(self.played.iter().copied());
        let mean = played.iter().map(Complex::norm_sqr).sum::<f32>() / played.len() as f32;
        let whitened = heard.iter().zip(&played).map(|(x, y)| {
            let product = x.conj() * y;
            let size = product.norm();
            let counts = y.norm_sqr() > WEAK * mean && size > 0.0;
            if counts { product / size } else { Complex::default() }
        });
        let sizes: Vec<f32> = self.samples(whitened.collect()).iter().map(|c| c.abs()).collect();
        let start = self.start();
        let (late, peak) = highest(&sizes, 0..RANGE)?;
        let before = self.found.and_then(|found| usize::try_from((found - start) / COARSE as i64).ok());
        let near = before.and_then(|before| highest(&sizes, before.saturating_sub(2)..before + 3));
        let (late, peak) = near.filter(|near| near.1 > STAYS * peak).unwrap_or((late, peak));
        let clear = peak / (sizes.iter().map(|c| c * c).sum::<f32>() / sizes.len() as f32).sqrt();
        (clear > CLEAR).then_some((start + (late * COARSE) as i64, clear))
    }

    /// What is found where the correlation begins.
    fn start(&self) -> i64 {
        let (heard, played) = ((HEARD * COARSE) as i64, ((HEARD + RANGE) * COARSE) as i64);
        (self.played_end - played) - (self.heard_end - heard)
    }

    /// The same to the sample: where the steps from sample to sample, which are steepest, correlate most.
    fn exact(&self, found: i64) -> i64 {
        let first = self.heard_end - EXACT as i64;
        let start = self.played_end - self.samples.len() as i64;
        let correlation = |at: i64| {
            let from = usize::try_from(first + at - start).ok()?;
            let end = (from + EXACT).min(self.samples.len());
            let played = self.samples.range(from.min(end)..end);
            Some(steps(&self.heard_samples).zip(steps(played)).map(|(x, y)| x * y).sum::<f32>().abs())
        };
        let around = (found - AROUND..=found + AROUND).filter_map(|at| Some((at, correlation(at)?)));
        around.max_by(|a, b| a.1.total_cmp(&b.1)).map_or(found, |(at, _)| at)
    }

    fn spectrum(&self, sound: impl Iterator<Item = f32>) -> Vec<Complex<f32>> {
        let mut samples = self.forward.make_input_vec();
        samples.iter_mut().zip(sound).for_each(|(to, x)| *to = x);
        let mut out = self.forward.make_output_vec();
        let done = self.forward.process(&mut samples, &mut out);
        debug_assert!(done.is_ok(), "the buffers have the transform's lengths");
        out
    }

    /// The correlation over the range.
    fn samples(&self, mut spectrum: Vec<Complex<f32>>) -> Vec<f32> {
        for edge in [0, POINTS / 2] {
            // Real by their nature; rounding must not say otherwise.
            spectrum[edge].im = 0.0;
        }
        let mut out = self.inverse.make_output_vec();
        let done = self.inverse.process(&mut spectrum, &mut out);
        debug_assert!(done.is_ok(), "the buffers have the transform's lengths");
        out.truncate(RANGE);
        out
    }
}

/// Adds a window at a quarter of its rate and lets as much of the oldest go.
fn coarsen(sound: &mut VecDeque<f32>, window: &[f32; WINDOW]) {
    sound.drain(..WINDOW / COARSE);
    sound.extend(window.chunks_exact(COARSE).map(|part| part.iter().sum::<f32>() / COARSE as f32));
}

/// The highest value in a part of them, and its place.
fn highest(values: &[f32], part: std::ops::Range<usize>) -> Option<(usize, f32)> {
    let part = part.start.min(values.len())..part.end.min(values.len());
    part.map(|n| (n, values[n])).max_by(|a, b| a.1.total_cmp(&b.1))
}

/// From each sample to the next.
fn steps<'a>(sound: impl IntoIterator<Item = &'a f32> + Clone) -> impl Iterator<Item = f32> {
    let after = sound.clone().into_iter().skip(1);
    sound.into_iter().zip(after).map(|(x, next)| next - x)
}

fn power(sound: &VecDeque<f32>) -> f32 {
    sound.iter().map(|x| x * x).sum::<f32>() / sound.len() as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::synth::noise;

    /// Plays sound in bursts of a tenth of a second, heard `late` samples later; windows until it was lined up, and by
    /// how many samples it is then heard after the part that is given for it.
    fn lined_up(late: usize, extra: impl Fn(usize) -> f32) -> Option<(usize, usize)> {
        let sound: Vec<f32> = noise(8 * 16_000).iter().map(|x| 0.1 * *x as f32).collect();
        let heard = |n: usize| n.checked_sub(late).map_or(0.0, |n| 0.5 * sound[n]) + extra(n);
        let (mut alignment, mut given) = (Alignment::default(), 0);
        for (n, window) in (0..sound.len() / WINDOW).map(|n| (n, n * WINDOW)) {
            while given <= window && given + 6 * WINDOW <= sound.len() {
                sound[given..given + 6 * WINDOW]
                    .as_chunks::<WINDOW>()
                    .0
                    .iter()
                    .for_each(|w| alignment.play(w));
                given += 6 * WINDOW;
            }
            let aligned = alignment.hear(&std::array::from_fn(|i| heard(window + i)));
            if let Some(Aligned { played, is_new: true }) = aligned {
                let after = (0..2_000).find(|after| {
                    (0..WINDOW).all(|i| {
                        (window + i)
                            .checked_sub(late)
                            .is_none_or(|n| sound.get(n + after) == Some(&played[i]))
                    })
                });
                return Some((n, after?));
            }
        }
        None
    }

    #[test]
    fn a_delay_within_two_seconds_is_found_soon() {
        for late in [0, 700, 4_000, 12_345, 28_000] {
            let (windows, after) = lined_up(late, |_| 0.0).unwrap_or_else(|| panic!("{late} is not found"));
            assert!(windows < 250, "{late}: {windows} windows");
            assert!((450..510).contains(&after), "{late}: {after}");
        }
    }

    #[test]
    fn an_output_that_ran_empty_is_followed_and_what_was_learned_holds() {
        let sound: Vec<f32> = noise(8 * 16_000).iter().map(|x| 0.1 * *x as f32).collect();
        // For a quarter of a second nothing came out; what was given then came later.
        let (late, gap, at) = (4_000, 4_001, 64_000);
        let heard = |n: usize| {
            let late = if n < at { Some(late) } else { (n >= at + gap).then_some(late + gap) };
            late.and_then(|late| n.checked_sub(late)).map_or(0.0, |n| sound[n])
        };
        let (mut alignment, mut news, mut after) = (Alignment::default(), 0, Vec::new());
        for (n, window) in sound.as_chunks::<WINDOW>().0.iter().enumerate() {
            let begin = n * WINDOW;
            alignment.play(window);
            let Some(aligned) = alignment.hear(&std::array::from_fn(|i| heard(begin + i))) else { continue };
            news += usize::from(aligned.is_new);
            let late = if begin < at { late } else { late + gap };
            let matches = |after: &usize| {
                sound.get(begin - late + after..).is_some_and(|s| s[..WINDOW] == aligned.played)
            };
            after.push((begin, (470..490).find(matches)));
        }
        assert_eq!(news, 1, "it is learned once");
        let before = after.iter().rfind(|(begin, _)| *begin < at).unwrap().1;
        assert!(before.is_some());
        let again = after.iter().find(|(begin, place)| *begin > at + gap && place.is_some()).unwrap();
        assert_eq!(again.1, before, "the same place to the sample");
        assert!(again.0 < at + gap + 24_000, "{} samples later", again.0 - at - gap);
    }

    #[test]
    fn sound_that_nobody_played_is_not_lined_up() {
        let other: Vec<f32> = noise(16 * 16_000).iter().skip(8 * 16_000).map(|x| 0.1 * *x as f32).collect();
        assert_eq!(lined_up(1 << 20, |n| other[n]), None);
        assert_eq!(lined_up(1 << 20, |_| 0.0), None, "silence");
    }

    #[test]
    fn other_sound_that_is_as_loud_does_not_hide_it() {
        let other: Vec<f32> = noise(16 * 16_000).iter().skip(8 * 16_000).map(|x| 0.05 * *x as f32).collect();
        let (windows, _) = lined_up(5_000, |n| other[n]).unwrap();
        assert!(windows < 250, "{windows} windows");
    }
}
