//! Composed pieces in musical words: what they are, and against the piece that plays before.

use crate::{Policy, Track};

/// Beats per minute from which on a piece is fast, and below which it is slow.
const FAST: f32 = 112.0;
const SLOW: f32 = 80.0;
/// The share of the tempo by which two pieces differ so that it is heard: twice the 3 % that listeners just notice over six
/// regular beats (C. Drake, M.-C. Botte, "Tempo sensitivity in auditory sequences: evidence for a multiple-look model",
/// Perception and Psychophysics 54 (1993)).
const HEARD: f32 = 0.06;

/// A code for translation, and English.
pub(super) type Words = (&'static str, &'static str);

/// What is known of a composed piece from its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Composed {
    /// Beats per minute.
    tempo: f32,
    /// Whether its mode has a minor third.
    minor: bool,
}

impl Composed {
    /// That of a track; none of what was not composed here.
    #[must_use]
    pub fn of(track: &Track) -> Option<Self> {
        let (tempo, score) = (track.tempo?, track.score?);
        Some(Self { tempo, minor: score.minor })
    }

    /// How fast it is: against the piece before where the difference is heard and the policy asks for no other, else by itself.
    pub(super) fn pace(self, before: Option<Self>, policy: Policy) -> Words {
        let beyond = |high: f32, low: f32| high > low * (1.0 + HEARD);
        match before {
            Some(old) if beyond(old.tempo, self.tempo) && policy != Policy::Energise => {
                ("slower", "slower than the piece before")
            }
            Some(old) if beyond(self.tempo, old.tempo) && policy != Policy::Calm => {
                ("faster", "faster than the piece before")
            }
            _ if self.tempo < SLOW => ("slow", "slow"),
            _ if self.tempo >= FAST => ("fast", "fast"),
            _ => ("unhurried", "unhurried"),
        }
    }

    /// The mode it is in, and whether the piece before was in the other where the policy asks for no other.
    pub(super) fn mode(self, before: Option<Self>, policy: Policy) -> Words {
        let turned = before.is_some_and(|old| old.minor != self.minor);
        match self.minor {
            true if turned && policy != Policy::Lift => ("nowMinor", "now in a minor mode"),
            true => ("minor", "in a minor mode"),
            false if turned => ("nowMajor", "now in a major mode"),
            false => ("major", "in a major mode"),
        }
    }
}
