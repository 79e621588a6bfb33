//! The measurement: looks go in, a rate or what is missing comes out.

use super::patch::{Missing, Patch};
use super::signal::{deviation, mean};
use super::spectrum::Spectrum;
use super::trace::{LONGEST_GAP, Trace, mean_of};
use super::window::{LENGTH, MOST_DIFFERENCE, STEP, TAIL, Verdict, Window, head, measure};
use super::{Colour, SAMPLE_RATE};
use crate::median::{median, median_deviation};
use std::collections::VecDeque;

/// Seconds of looks whose number is counted.
const COUNTED: f64 = 10.0;

/// Seconds of looks before their number says anything.
const COUNTED_AT_LEAST: f64 = 3.0;

/// The fewest looks a second: a camera that says 15, with some looks lost.
const FEWEST_LOOKS: f64 = 14.0;

/// The most looks whose times are kept; more a second than cameras have.
const MOST_LOOKS: usize = 2_400;

/// A clock that goes back by more seconds was set; one that goes back by fewer delivers late.
const CLOCK_SET: f64 = 1.0;

/// Windows of ten seconds that fit in the thirty that a rate is taken from.
const WINDOWS: usize = 21;

/// Mean pixels of a patch below which sensor noise hides a pulse.
const FEW_PIXELS: u32 = 100;

/// Green below which a camera's own noise hides a pulse, and a channel above which it says nothing, of 255.
const DARK: f64 = 30.0;
const WASHED_OUT: f64 = 245.0;

/// How much the brightness may change within a third of a second (standard deviation), relative to itself: a pulse
/// makes half a hundredth.
const RESTLESS: f64 = 0.02;

/// The least that a rate is uncertain, in beats a minute: what the median misses by on clips with a steady pulse.
const LEAST_SPREAD: f64 = 1.0;

/// What a median absolute deviation is multiplied by to estimate a standard deviation.
const OF_DEVIATION: f64 = 1.4826;

/// A heart rate that passed the gate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// When the last window ends, in seconds on the clock of the looks.
    pub time: f64,
    /// Beats a minute: the median over the windows of the last 30 seconds that passed.
    pub rate: f64,
    /// How far off it may be, as a standard deviation in beats a minute, at least 1.
    pub spread: f64,
    /// How sure: the share, from 0 to 1, of the windows that fit in 30 seconds that passed and lie within 3 beats a
    /// minute of the rate. It grows while time goes by.
    pub confidence: f64,
    /// Signal to noise of the last window, in dB.
    pub signal_to_noise: f64,
}

/// Measures the pulse of one face.
pub struct Meter {
    spectrum: Option<Spectrum>,
    /// Times of the last looks, with a face or without.
    looks: VecDeque<f64>,
    /// None until a face is seen.
    run: Option<Run>,
    state: Result<Reading, Missing>,
}

/// What is known since looks have come without a gap.
struct Run {
    trace: Trace,
    /// When a face was last seen.
    seen: f64,
    /// Where the next window begins, in samples.
    next: usize,
    /// The windows that fit in 30 seconds, oldest first; none where there was no peak.
    windows: VecDeque<Option<Window>>,
}

impl Default for Meter {
    fn default() -> Self {
        Self::new()
    }
}

impl Meter {
    /// A measurement that begins with its first look.
    #[must_use]
    pub fn new() -> Self {
        let spectrum = Spectrum::new(LENGTH, SAMPLE_RATE);
        Self { spectrum, looks: VecDeque::new(), run: None, state: Err(time_left(None)) }
    }

    /// Takes in a look: its time in seconds on a clock that does not go back, and the patches of the face in an order
    /// that stays the same; none where no face was found. Says the rate, or what is missing.
    ///
    /// A look that is no later than the one before is left out. After half a second without a face, with another
    /// number of patches, or when the clock was set back by more than a second, the measurement begins anew.
    pub fn push(&mut self, time: f64, patches: &[Patch]) -> Result<Reading, Missing> {
        if !self.is_next(time) {
            return self.state;
        }
        self.count(time);
        let is_seen = patches.iter().any(Patch::is_seen);
        let goes_on = |run: &Run| {
            time - run.seen <= LONGEST_GAP && (!is_seen || run.trace.patch_count() == patches.len())
        };
        if !self.run.as_ref().is_some_and(goes_on) {
            self.run = None;
        }
        if is_seen {
            self.run.get_or_insert_with(|| Run::new(time, patches)).see(time, patches);
        }
        self.measure(TAIL);
        self.state = self.say(patches);
        self.state
    }

    /// The last word on a clip that is over: also the windows at its end, whose signal is a little fainter there.
    pub fn finish(&mut self) -> Result<Reading, Missing> {
        if self.measure(0) {
            self.state = self.say(&[]);
        }
        self.state
    }

    /// The windows of the last 30 seconds that had a peak, oldest first: for reports.
    pub fn windows(&self) -> impl Iterator<Item = &Window> {
        self.run.iter().flat_map(|run| run.windows.iter().flatten())
    }

    /// Whether a look is to be taken in; starts anew where the clock was set.
    fn is_next(&mut self, time: f64) -> bool {
        if !time.is_finite() {
            return false;
        }
        let Some(&last) = self.looks.back() else { return true };
        if last - time > CLOCK_SET {
            *self = Self::new();
            return true;
        }
        time > last
    }

    fn count(&mut self, time: f64) {
        self.looks.push_back(time);
        while self.looks.front().is_some_and(|first| time - first > COUNTED) || self.looks.len() > MOST_LOOKS
        {
            self.looks.pop_front();
        }
    }

    /// Measures the windows that are complete with `tail` samples after them; whether there was one.
    fn measure(&mut self, tail: usize) -> bool {
        let (Some(run), Some(spectrum)) = (&mut self.run, &self.spectrum) else { return false };
        let mut any = false;
        while run.next + LENGTH + tail <= run.trace.end() {
            run.measure_next(spectrum);
            any = true;
        }
        any
    }

    /// The rate or what is missing, what the listener can change most easily first. What keeps a rate from being
    /// measured at all comes before the gate; the rest only explains why the gate is closed.
    fn say(&self, patches: &[Patch]) -> Result<Reading, Missing> {
        if let Some(per_second) = self.looks_a_second().filter(|n| *n < FEWEST_LOOKS) {
            return Err(Missing::Looks { per_second });
        }
        let run = self.run.as_ref().ok_or(Missing::Face)?;
        if let Some(reading) = run.reading() {
            return Ok(reading);
        }
        let seen: Vec<&Patch> = patches.iter().filter(|p| p.is_seen()).collect();
        Err(condition(&seen).unwrap_or_else(|| run.missing()))
    }

    /// Looks a second in the last ten; none while there are too few to say.
    fn looks_a_second(&self) -> Option<f64> {
        let (first, last) = (self.looks.front()?, self.looks.back()?);
        let seconds = last - first;
        let is_thin = self.looks.len() == 2 && seconds > LONGEST_GAP;
        (seconds >= COUNTED_AT_LEAST || is_thin).then(|| (self.looks.len() - 1) as f64 / seconds)
    }
}

impl Run {
    fn new(time: f64, patches: &[Patch]) -> Self {
        Self { trace: Trace::new(time, patches), seen: time, next: 0, windows: VecDeque::new() }
    }

    fn see(&mut self, time: f64, patches: &[Patch]) {
        if time > self.seen {
            self.trace.push(time, patches);
            self.seen = time;
        }
    }

    /// Measures the next window with what there is after it, and lets go of what none needs any more.
    fn measure_next(&mut self, spectrum: &Spectrum) {
        let (start, end) = (self.next, self.next + LENGTH);
        let from = head(start);
        let to = (end + TAIL).min(self.trace.end());
        let samples = self.trace.samples(&(from..to));
        let place = start - from..end - from;
        let window = measure(&samples, &place, self.trace.patch_count(), self.trace.time_of(end), spectrum);
        self.windows.push_back(window);
        if self.windows.len() > WINDOWS {
            self.windows.pop_front();
        }
        self.next += STEP;
        self.trace.forget_before(head(self.next));
    }

    /// The rate, if the last two windows passed and agree.
    fn reading(&self) -> Option<Reading> {
        let mut latest = self.windows.iter().rev().map(|w| w.filter(|w| w.verdict() == Verdict::Agreed));
        let (last, before) = (latest.next()??, latest.next()??);
        if (last.pos.rate - before.pos.rate).abs() > MOST_DIFFERENCE {
            return None;
        }
        let passed: Vec<&Window> =
            self.windows.iter().flatten().filter(|w| w.verdict() == Verdict::Agreed).collect();
        let rates: Vec<f64> = passed.iter().map(|w| w.pos.rate).collect();
        let rate = median(&rates)?;
        let differences: Vec<f64> = passed.iter().map(|w| w.method_difference()).collect();
        let near = rates.iter().filter(|r| (*r - rate).abs() <= MOST_DIFFERENCE).count();
        Some(Reading {
            time: last.end,
            rate,
            spread: LEAST_SPREAD.max(OF_DEVIATION * median_deviation(&rates)?).max(median(&differences)?),
            confidence: near as f64 / WINDOWS as f64,
            signal_to_noise: last.pos.signal_to_noise,
        })
    }

    /// Why there is no rate yet.
    fn missing(&self) -> Missing {
        if self.windows.len() < 2 {
            return time_left(Some(self));
        }
        let samples = self.trace.samples(&(self.next.saturating_sub(STEP)..self.trace.end()));
        if is_restless(&mean_of(&samples)) { Missing::Stillness } else { Missing::Clarity }
    }
}

/// Seconds until two windows are complete.
fn time_left(run: Option<&Run>) -> Missing {
    let needed = LENGTH + STEP + TAIL;
    let left = needed.saturating_sub(run.map_or(0, |run| run.trace.end()));
    Missing::Time { left: left as f64 / SAMPLE_RATE }
}

/// What can be seen from one look alone to be in the way.
fn condition(patches: &[&Patch]) -> Option<Missing> {
    if patches.is_empty() {
        return None;
    }
    let pixels = patches.iter().map(|p| u64::from(p.pixels)).sum::<u64>() / patches.len() as u64;
    let of = |channel: usize| mean(&patches.iter().map(|p| p.colour[channel]).collect::<Vec<_>>());
    if pixels < u64::from(FEW_PIXELS) {
        Some(Missing::Closeness)
    } else if of(1) < DARK {
        Some(Missing::Light)
    } else if (0..3).any(|c| of(c) > WASHED_OUT) {
        Some(Missing::Shade)
    } else {
        None
    }
}

/// Whether the brightness changes far more within a third of a second than a pulse makes it.
fn is_restless(colours: &[Colour]) -> bool {
    let green: Vec<f64> = colours.iter().map(|c| c[1]).collect();
    let lag = STEP / 3;
    if green.len() <= lag {
        return false;
    }
    let level = mean(&green);
    let changes: Vec<f64> = green.iter().zip(&green[lag..]).map(|(a, b)| (b - a) / level).collect();
    deviation(&changes) > RESTLESS
}
