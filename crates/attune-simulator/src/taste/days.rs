//! A listener's days: when music is on, and how they feel.

use crate::random::Random;
use attune_core::{Affect, Timestamp};

/// One moment at which a track is to be chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Situation {
    /// When.
    pub now: Timestamp,
    /// The local hour.
    pub hour: u8,
    /// How the listener feels.
    pub mood: Affect,
    /// What Attune takes the mood to be.
    pub seen: Affect,
    /// How hard to please the listener is in this session (added to the log odds).
    pub humour: f64,
}

/// How unsure Attune is of the mood: the standard deviation of [`Situation::seen`] around [`Situation::mood`].
pub const SEEN_SD: f64 = 0.2;
/// Tracks in a session.
const SESSION: usize = 12;
const HOUR_MS: i64 = 3_600_000;
const TRACK_MS: i64 = 210_000;

/// So many moments, in sessions of an hour's part, one or two a day.
#[must_use]
pub fn days(plays: usize, random: &mut Random) -> Vec<Situation> {
    let mut all = Vec::with_capacity(plays);
    let mut start = 8 * HOUR_MS;
    while all.len() < plays {
        start += (6.0 * HOUR_MS as f64 + random.exponential(10.0 * HOUR_MS as f64)) as i64;
        all.extend(session(start, random).into_iter().take(plays - all.len()));
    }
    all
}

fn session(start: i64, random: &mut Random) -> Vec<Situation> {
    let mut mood = Affect::new(0.1 + 0.45 * random.normal(), 0.45 * random.normal());
    let humour = 0.4 * random.normal();
    (0_i64..)
        .take(SESSION)
        .map(|n| {
            let now = Timestamp(start + n * TRACK_MS);
            let situation = Situation {
                now,
                hour: ((now.0 / HOUR_MS) % 24) as u8,
                mood,
                seen: near(mood, SEEN_SD, random),
                humour,
            };
            mood = near(Affect::new(0.97 * mood.valence, 0.97 * mood.arousal), 0.07, random);
            situation
        })
        .collect()
}

fn near(place: Affect, sd: f64, random: &mut Random) -> Affect {
    Affect::new(place.valence + sd * random.normal(), place.arousal + sd * random.normal())
}
