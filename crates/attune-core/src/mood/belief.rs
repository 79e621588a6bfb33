//! What is believed of the mood at one time.

use super::channel::{Channel, contradiction};
use super::filter::{AxisFilter, CHANNELS, Dynamics};
use super::learning::Learned;
use super::settle::{Pace, Settled};
use super::words::Confidence;
use crate::{Affect, AffectEstimate, Modality, Observation, Timestamp};

/// Readings of a modality closer together than this many seconds say nearly the same thing: a face does not change
/// five times a second, and a model errs on the next picture as on this one. Their noise is raised so that a second of
/// looking counts alike at any frame rate.
const READING_CORRELATION: f64 = 1.0;
/// Spread of what the listener says themselves.
const YOUR_SD: f64 = 0.10;
/// Spread of it once it no longer holds: much can happen in a quarter of an hour, and what is seen then has to count.
const LAPSED_SD: f64 = 0.35;

/// The belief about both axes, as a value: a copy of it is what an undo brings back.
#[derive(Debug, Clone, Copy)]
pub(super) struct Belief {
    valence: AxisFilter,
    arousal: AxisFilter,
    at: Option<Timestamp>,
    settled: Settled,
    source: Option<Modality>,
    seen_at: Option<Timestamp>,
    /// The two last distinct times at which each channel was read: equal-time readings share one gap, so that
    /// their order does not matter.
    read_at: [(Option<Timestamp>, Option<Timestamp>); CHANNELS],
}

impl Default for Belief {
    fn default() -> Self {
        let (valence, arousal) = dynamics(Pace::default(), &Learned::default());
        Self {
            valence: AxisFilter::new(&valence),
            arousal: AxisFilter::new(&arousal),
            at: None,
            settled: Settled::default(),
            source: None,
            seen_at: None,
            read_at: [(None, None); CHANNELS],
        }
    }
}

impl Belief {
    pub(super) fn at(&self) -> Option<Timestamp> {
        self.at
    }

    pub(super) fn source(&self) -> Option<Modality> {
        self.source
    }

    pub(super) fn seen_at(&self) -> Option<Timestamp> {
        self.seen_at
    }

    pub(super) fn settled(&self) -> Affect {
        self.settled.affect()
    }

    pub(super) fn estimate(&self) -> AffectEstimate {
        let mean = Affect::new(self.valence.mean(), self.arousal.mean());
        AffectEstimate::new(mean, self.valence.sd(), self.arousal.sd())
    }

    /// Mood and passing expression together.
    pub(super) fn moment(&self) -> AffectEstimate {
        let ((v, sd_v), (a, sd_a)) = (self.valence.moment(), self.arousal.moment());
        AffectEstimate::new(Affect::new(v, a), sd_v, sd_a)
    }

    /// Lets time pass until `now` (never back).
    pub(super) fn age(&mut self, now: Timestamp, pace: Pace, learned: &Learned) {
        let seconds = self.at.map_or(0.0, |t| (now - t).as_seconds());
        let (valence, arousal) = dynamics(pace, learned);
        self.valence.predict(seconds, &valence);
        self.arousal.predict(seconds, &arousal);
        self.at = Some(now);
    }

    /// Lets time pass without ageing.
    pub(super) fn stay(&mut self, until: Timestamp) {
        self.at = self.at.max(Some(until));
    }

    /// Takes a reading of a channel, the belief being aged to `now`.
    pub(super) fn observe(&mut self, o: &Observation, channel: usize, now: Timestamp, learned: &Learned) {
        let widen = self.correlation(channel, now);
        let (e, bias) = (&o.estimate, learned.offset(o.modality).mean);
        let reading = Affect::new(e.mean.valence - bias.valence, e.mean.arousal - bias.arousal);
        self.valence.update(channel, reading.valence, e.sd_valence.powi(2) * widen);
        self.arousal.update(channel, reading.arousal, e.sd_arousal.powi(2) * widen);
        self.source = Some(o.modality);
        self.seen_at = Some(now);
    }

    /// Widens the belief by how much the channels contradict one another.
    pub(super) fn doubt(&mut self, channels: &[Channel; CHANNELS], learned: &Learned, now: Timestamp) {
        let (valence, arousal) = contradiction(channels, learned, now);
        self.valence.doubt(valence);
        self.arousal.doubt(arousal);
    }

    /// Lets the music follow, if the belief is sure enough.
    pub(super) fn settle(&mut self, now: Timestamp, pace: Pace) {
        let estimate = self.estimate();
        if Confidence::of(&estimate) != Confidence::NotSure {
            self.settled.follow(estimate.mean, now, pace);
        }
    }

    /// The listener has said how it is.
    pub(super) fn correct(&mut self, said: Affect, now: Timestamp, pace: Pace, learned: &Learned) {
        let (valence, arousal) = dynamics(pace, learned);
        self.valence.set(said.valence, YOUR_SD, &valence);
        self.arousal.set(said.arousal, YOUR_SD, &arousal);
        self.settled.set(said);
        self.source = Some(Modality::You);
        self.seen_at = Some(now);
    }

    /// What the listener said is no longer how it must be.
    pub(super) fn lapse(&mut self) {
        self.valence.widen_to(LAPSED_SD);
        self.arousal.widen_to(LAPSED_SD);
    }

    fn correlation(&mut self, channel: usize, now: Timestamp) -> f64 {
        let times = &mut self.read_at[channel];
        if times.1 != Some(now) {
            *times = (times.1, Some(now));
        }
        times.0.map_or(1.0, |before| {
            let gap = (now - before).as_seconds().max(0.001);
            (READING_CORRELATION / gap).max(1.0)
        })
    }
}

/// How valence and arousal move, for a pace and what is known of the listener.
fn dynamics(pace: Pace, learned: &Learned) -> (Dynamics, Dynamics) {
    let offsets = Learned::MODALITIES.map(|m| learned.offset(m));
    let axis = |sd: fn(&AffectEstimate) -> f64| Dynamics {
        mood_tau: pace.time_constant(),
        offset_sd: [sd(&offsets[0]), sd(&offsets[1]), sd(&offsets[2])],
    };
    (axis(|e| e.sd_valence), axis(|e| e.sd_arousal))
}
