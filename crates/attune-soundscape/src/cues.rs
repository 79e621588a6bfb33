//! What affect means in music: the cues that a point of the plane asks for.
//!
//! An additive linear map, which factorial experiments justify (T. Eerola, A. Friberg, R. Bresin, "Emotional
//! expression in music", Frontiers in Psychology 4 (2013)); the ranges are our own. All whole numbers.

use crate::mode::Mode;
use crate::plane::Plane;
use serde::{Deserialize, Serialize};

/// The cues of one phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cues {
    /// Thousandths of a beat per minute, 52,000 to 150,000.
    pub tempo: u32,
    /// Accompanying notes per 1,000 beats, 400 to 2,800.
    pub density: i32,
    /// How long a note sounds, in thousandths of its time, 500 to 1,300.
    pub note_length: i32,
    /// Thousandths of a semitone above the usual register, -7,000 to 13,000.
    pub register: i32,
    /// Tenths of a decibel above the loudest, -80 to 0.
    pub level: i32,
    /// Tenths of a decibel of bass and held chords beside the other parts, -60 to 0: where they lie, close tones are rough.
    pub depth: i32,
    /// Thousandths from the dullest to the brightest, 0 to 1,000.
    pub brightness: i32,
    /// Half beats of a chord, 4 (half a bar) to 16 (two bars) in four-beat bars.
    pub harmonic_rhythm: i32,
    /// Semitones from the lowest to the highest tone of a chord, 10 to 22: close chords are rough, open ones clear.
    pub width: i32,
    /// Thousandths of the greatest tension in chords, 0 to 1,000.
    pub dissonance: i32,
    /// How much percussion there is, 0 (none) to 3.
    pub percussion: u8,
}

impl Cues {
    /// The cues for a point; `tempo_trim` is the piece's own deviation of tempo in thousandths.
    #[must_use]
    pub fn of(at: Plane, tempo_trim: i32) -> Self {
        let (v, a) = (at.valence(), at.arousal());
        let tempo = (98_000 + 38 * a + 4 * v) / 1_000 * (1_000 + tempo_trim.clamp(-60, 60));
        Self {
            tempo: tempo.clamp(52_000, 150_000) as u32,
            density: (1_450 + 1_050 * a / 1_000 + 300 * v / 1_000).clamp(400, 2_800),
            note_length: 900 - 370 * a / 1_000 - 30 * v / 1_000,
            register: 3_000 + 2 * a + 8 * v,
            level: 40 * a / 1_000 - 40,
            depth: -60 * v.max(0) / 1_000,
            brightness: (500 + 400 * a / 1_000 + 100 * v / 1_000).clamp(0, 1_000),
            harmonic_rhythm: match a {
                ..-550 => 16,
                -550..600 => 8,
                _ => 4,
            },
            width: 16 + 6 * v / 1_000,
            dissonance: (750 + a / 4) * (1_000 - v) / 2_000,
            percussion: match a {
                ..100 => 0,
                100..350 => 1,
                350..620 => 2,
                _ => 3,
            },
        }
    }

    /// The mode that a point asks for.
    #[must_use]
    pub fn mode(at: Plane) -> Mode {
        Mode::for_valence(at.valence())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn arousal_raises_and_valence_brightens(v in -1_000..=1_000, a in -1_000..=1_000, trim in -60..=60) {
            let here = Cues::of(Plane::new(v, a), trim);
            let up = Cues::of(Plane::new(v, a + 200), trim);
            prop_assert!(up.tempo >= here.tempo && up.density >= here.density && up.level >= here.level);
            prop_assert!(up.harmonic_rhythm <= here.harmonic_rhythm && up.percussion >= here.percussion);
            let right = Cues::of(Plane::new(v + 200, a), trim);
            prop_assert!(right.register >= here.register && right.dissonance <= here.dissonance);
            prop_assert!(right.density >= here.density && right.width >= here.width && right.depth <= here.depth);
            prop_assert!(Cues::mode(Plane::new(v + 200, a)) >= Cues::mode(Plane::new(v, a)));
            prop_assert!((52_000..=150_000).contains(&here.tempo) && (400..=2_800).contains(&here.density));
        }
    }
}
