//! Phrases: from the first speech to a pause, out of windows with their score of speech.
//!
//! At most eight seconds are held at any time, in memory only; what is older falls out.

use crate::RATE;
use crate::intake::{WINDOW, Window};
use std::collections::VecDeque;

/// Windows a second.
const A_SECOND: f64 = RATE as f64 / WINDOW as f64;
/// Windows that are held at most: eight seconds.
const MOST: usize = 8 * RATE as usize / WINDOW;
/// Windows kept before speech begins, which show the level of the room: one second.
const BEFORE: usize = RATE as usize / WINDOW;
/// A window of at least this score is speech.
const SPEECH: f32 = 0.5;
/// A window below this score is none, for the level of the room.
const NO_SPEECH: f32 = 0.3;
/// Windows after speech that may still ring.
const RINGING: usize = 8;
/// Windows that a level of the room takes.
const ROOM: usize = 12;
/// The pause in windows that ends a phrase of enough speech (0.6 s), and one of less (1.6 s), to which more may come.
const PAUSE: usize = 38;
const LONG_PAUSE: usize = 100;
/// Windows around the first and the last speech that belong to it: a quarter of a second.
const AROUND: usize = 16;

/// Seconds of speech, as detected, that a phrase needs to be read. With the quarter of a second around it that the network
/// hears too, these are the 1.5 s that a tone takes; most sentences of RAVDESS have 1.2 to 1.9 (docs/voice.md).
pub const LEAST_SPEECH: f64 = 1.0;

/// A window and the score of speech in it, in [0, 1].
#[derive(Clone)]
pub(crate) struct Scored {
    pub(crate) window: Window,
    pub(crate) score: f32,
}

impl Scored {
    fn is_speech(&self) -> bool {
        self.score >= SPEECH
    }
}

/// A stretch of sound with speech in it.
#[derive(Clone)]
pub(crate) struct Phrase {
    windows: Vec<Scored>,
    /// The power of the room before it, where it is known.
    room: Option<f64>,
}

impl Phrase {
    /// The sound from a little before the first speech to a little after the last.
    pub(crate) fn samples(&self) -> Vec<f32> {
        let speech = |w: &Scored| w.is_speech();
        let first = self.windows.iter().position(speech).unwrap_or(0).saturating_sub(AROUND);
        let last = self.windows.iter().rposition(speech).unwrap_or(self.windows.len());
        let end = (last + 1 + AROUND).min(self.windows.len());
        self.windows[first..end].iter().flat_map(|w| w.window.samples).collect()
    }

    /// Seconds of speech in it: from the first to the last, less pauses of more than 0.3 s.
    pub(crate) fn speech(&self) -> f64 {
        speech_windows(self.windows.iter()) as f64 / A_SECOND
    }

    /// How far the speech is above the room, in dB; the room is what is heard in pauses.
    pub(crate) fn ratio(&self) -> f64 {
        let mut loud: Vec<f64> =
            self.windows.iter().filter(|w| w.is_speech()).map(|w| w.window.power()).collect();
        loud.sort_unstable_by(f64::total_cmp);
        let half = &loud[loud.len() / 2..];
        let speech = half.iter().sum::<f64>() / half.len().max(1) as f64;
        let room = self.room_power().max(1e-12);
        10.0 * ((speech - room).max(1e-12) / room).log10()
    }

    /// The share of its speech that is clipped.
    pub(crate) fn clipped(&self) -> f64 {
        let speech: Vec<f32> =
            self.windows.iter().filter(|w| w.is_speech()).map(|w| w.window.clipped).collect();
        speech.iter().map(|x| f64::from(*x)).sum::<f64>() / speech.len().max(1) as f64
    }

    /// The power in pauses, else before the phrase, else of its quietest moments, which hides no noise.
    fn room_power(&self) -> f64 {
        room(self.windows.iter()).or(self.room).unwrap_or_else(|| {
            let mut all: Vec<f64> = self.windows.iter().map(|w| w.window.power()).collect();
            all.sort_unstable_by(f64::total_cmp);
            all.get(all.len() / 20).copied().unwrap_or(0.0)
        })
    }
}

/// Windows of speech, with the pauses of at most 0.3 s between them.
fn speech_windows<'a>(windows: impl Iterator<Item = &'a Scored>) -> usize {
    const GAP: usize = 19;
    let (mut count, mut gap) = (0, GAP + 1);
    for window in windows {
        if window.is_speech() {
            count += 1 + if gap <= GAP { gap } else { 0 };
            gap = 0;
        } else {
            gap += 1;
        }
    }
    count
}

/// The median power of windows that are clearly no speech, if there are enough.
fn room<'a>(windows: impl Iterator<Item = &'a Scored>) -> Option<f64> {
    let mut since = RINGING;
    let mut quiet = Vec::new();
    for window in windows {
        since = if window.is_speech() { 0 } else { since + 1 };
        if window.score < NO_SPEECH && since > RINGING {
            quiet.push(window.window.power());
        }
    }
    quiet.sort_unstable_by(f64::total_cmp);
    (quiet.len() >= ROOM).then(|| quiet[quiet.len() / 2])
}

/// Finds phrases in a stream of windows.
#[derive(Default)]
pub(crate) struct Phrases {
    windows: VecDeque<Scored>,
    speaking: bool,
    /// Windows since the last speech.
    since: usize,
    room: Option<f64>,
}

impl Phrases {
    /// Takes a window and gives the phrase that ended with it.
    pub(crate) fn push(&mut self, window: Scored) -> Option<Phrase> {
        self.since = if window.is_speech() { 0 } else { self.since + 1 };
        self.speaking |= window.is_speech();
        self.windows.push_back(window);
        if !self.speaking {
            if self.windows.len() > BEFORE {
                self.windows.pop_front();
            }
            return None;
        }
        let enough = || speech_windows(self.windows.iter()) as f64 / A_SECOND >= LEAST_SPEECH;
        let paused = self.since >= LONG_PAUSE || (self.since >= PAUSE && enough());
        (paused || self.windows.len() >= MOST).then(|| self.take())
    }

    /// Ends the phrase that is being spoken, if any.
    pub(crate) fn finish(&mut self) -> Option<Phrase> {
        self.speaking.then(|| self.take())
    }

    /// Whether somebody speaks.
    pub(crate) fn speaking(&self) -> bool {
        self.speaking
    }

    /// The sound held now.
    pub(crate) fn held(&self) -> Vec<f32> {
        self.windows.iter().flat_map(|w| w.window.samples).collect()
    }

    /// Drops everything.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    fn take(&mut self) -> Phrase {
        let windows: Vec<Scored> = self.windows.drain(..).collect();
        let after = self.since.min(BEFORE).min(windows.len());
        self.windows.extend(windows[windows.len() - after..].iter().cloned());
        self.speaking = false;
        let known = self.room;
        self.room = room(windows.iter()).or(known);
        Phrase { windows, room: known }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(level: f32, score: f32) -> Scored {
        Scored {
            window: Window { samples: [level; WINDOW], clipped: if level > 0.9 { 0.5 } else { 0.0 } },
            score,
        }
    }

    /// Runs of (windows, level, score) through the finder.
    fn phrases(runs: &[(usize, f32, f32)]) -> (Vec<Phrase>, Phrases) {
        let mut finder = Phrases::default();
        let mut found = Vec::new();
        for &(count, level, score) in runs {
            found.extend((0..count).filter_map(|_| finder.push(window(level, score))));
        }
        (found, finder)
    }

    #[test]
    fn a_pause_ends_a_phrase_and_the_room_before_it_is_its_level() {
        let (found, finder) = phrases(&[(200, 0.01, 0.0), (120, 0.1, 0.9), (40, 0.01, 0.0)]);
        let [phrase] = &found[..] else { panic!("{}", found.len()) };
        assert!((phrase.speech() - 120.0 / A_SECOND).abs() < 1e-9);
        assert!((phrase.ratio() - 19.96).abs() < 0.1, "{}", phrase.ratio());
        assert_eq!(phrase.samples().len(), (120 + 2 * AROUND) * WINDOW);
        assert!(!finder.speaking() && finder.windows.len() <= BEFORE);
    }

    #[test]
    fn little_speech_waits_longer_for_more() {
        let once = [(60, 0.1, 0.9), (50, 0.0, 0.0)];
        assert!(phrases(&once).0.is_empty());
        let (found, _) = phrases(&[once[0], once[1], (60, 0.1, 0.9), (40, 0.0, 0.0)]);
        assert!((found[0].speech() - 120.0 / A_SECOND).abs() < 1e-9, "the pause of 0.8 s is no speech");
        let (found, _) = phrases(&[(60, 0.1, 0.9), (120, 0.0, 0.0)]);
        assert!(found[0].speech() < LEAST_SPEECH);
    }

    #[test]
    fn never_more_than_eight_seconds_are_held() {
        let (found, finder) = phrases(&[(5_000, 0.1, 0.9)]);
        assert_eq!(found.len(), 10);
        assert!(found.iter().all(|p| p.windows.len() <= MOST) && finder.windows.len() <= MOST);
        let (none, finder) = phrases(&[(5_000, 0.1, 0.1)]);
        assert!(none.is_empty() && finder.windows.len() <= BEFORE);
    }

    #[test]
    fn what_is_clipped_is_counted_in_speech() {
        let (found, _) = phrases(&[(100, 0.0, 0.0), (110, 1.0, 0.9), (110, 0.1, 0.9), (40, 0.0, 0.0)]);
        assert!((found[0].clipped() - 0.25).abs() < 1e-6);
    }

    #[test]
    fn without_pauses_the_quietest_moments_are_the_room() {
        let (found, _) = phrases(&[(600, 0.1, 0.9)]);
        assert!(found[0].ratio() < 0.0, "no room is seen, so no ratio is claimed: {}", found[0].ratio());
    }

    #[test]
    fn an_end_ends_what_is_being_spoken() {
        let (found, mut finder) = phrases(&[(120, 0.1, 0.9)]);
        assert!(found.is_empty());
        assert!(finder.finish().is_some() && finder.finish().is_none());
        finder.clear();
        assert!(finder.held().is_empty());
    }
}
