//! Tonics, modes and how far keys lie from one another.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The names of the pitch classes as keys are usually spelled, C first; the window spells them alike.
const NAMES: [&str; 12] = ["C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B"];

/// The modes of the major scale that are used, from the darkest to the brightest. Each differs from the next by
/// one raised tone, so a step of one is the smallest change of mode there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Minor with a lowered second.
    Phrygian,
    /// Natural minor.
    Aeolian,
    /// Minor with a raised sixth.
    Dorian,
    /// Major with a lowered seventh.
    Mixolydian,
    /// Major.
    Ionian,
    /// Major with a raised fourth.
    Lydian,
}

impl Mode {
    /// All modes, from the darkest to the brightest.
    pub const ALL: [Self; 6] =
        [Self::Phrygian, Self::Aeolian, Self::Dorian, Self::Mixolydian, Self::Ionian, Self::Lydian];

    /// Semitones above the tonic of the seven degrees.
    #[must_use]
    pub const fn scale(self) -> [u8; 7] {
        match self {
            Self::Phrygian => [0, 1, 3, 5, 7, 8, 10],
            Self::Aeolian => [0, 2, 3, 5, 7, 8, 10],
            Self::Dorian => [0, 2, 3, 5, 7, 9, 10],
            Self::Mixolydian => [0, 2, 4, 5, 7, 9, 10],
            Self::Ionian => [0, 2, 4, 5, 7, 9, 11],
            Self::Lydian => [0, 2, 4, 6, 7, 9, 11],
        }
    }

    /// Whether the third is minor.
    #[must_use]
    pub const fn is_minor(self) -> bool {
        self.scale()[2] == 3
    }

    /// The mode for a valence in thousandths.
    #[must_use]
    pub fn for_valence(valence: i32) -> Self {
        match valence {
            ..-800 => Self::Phrygian,
            -800..-280 => Self::Aeolian,
            -280..-20 => Self::Dorian,
            -20..280 => Self::Mixolydian,
            280..800 => Self::Ionian,
            _ => Self::Lydian,
        }
    }

    /// One step towards `goal` in the order of [`Self::ALL`].
    #[must_use]
    pub fn towards(self, goal: Self) -> Self {
        let (here, there) = (self as usize, goal as usize);
        let next = if there > here { here + 1 } else { here.saturating_sub(usize::from(there < here)) };
        Self::ALL[next]
    }

    /// The mode in lower case, "major" and "minor" for the two that have such a name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Phrygian => "phrygian",
            Self::Aeolian => "minor",
            Self::Dorian => "dorian",
            Self::Mixolydian => "mixolydian",
            Self::Ionian => "major",
            Self::Lydian => "lydian",
        }
    }

    /// Fifths between the mode's tonic and that of the major scale with the same tones.
    const fn fifths(self) -> i32 {
        match self {
            Self::Lydian => 1,
            Self::Ionian => 0,
            Self::Mixolydian => -1,
            Self::Dorian => -2,
            Self::Aeolian => -3,
            Self::Phrygian => -4,
        }
    }
}

/// A tonic and a mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Written")]
pub struct Key {
    tonic: u8,
    mode: Mode,
}

/// A key as it is written, before its tonic is known to be in range.
#[derive(Deserialize)]
struct Written {
    tonic: u8,
    mode: Mode,
}

impl From<Written> for Key {
    fn from(w: Written) -> Self {
        Self::new(w.tonic, w.mode)
    }
}

impl Key {
    /// The key on a pitch class: semitones above C, taken modulo 12.
    #[must_use]
    pub fn new(tonic: u8, mode: Mode) -> Self {
        Self { tonic: tonic % 12, mode }
    }

    /// Semitones above C, 0 to 11.
    #[must_use]
    pub fn tonic(self) -> u8 {
        self.tonic
    }

    /// The mode.
    #[must_use]
    pub fn mode(self) -> Mode {
        self.mode
    }

    /// How many fifths apart the tones of two keys are, 0 to 6: each is one tone that differs.
    #[must_use]
    pub fn distance(self, other: Self) -> u8 {
        let apart = (self.signature() - other.signature()).rem_euclid(12);
        apart.min(12 - apart) as u8
    }

    /// Whether the pitch class belongs to the key.
    #[must_use]
    pub fn has(self, class: u8) -> bool {
        let above = (class + 12 - self.tonic) % 12;
        self.mode.scale().contains(&above)
    }

    /// The place of the key's tones on the circle of fifths, C major being 0.
    fn signature(self) -> i32 {
        (i32::from(self.tonic) * 7 + self.mode.fifths()).rem_euclid(12)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", NAMES[usize::from(self.tonic)], self.mode.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_modes_differ_by_one_raised_tone() {
        for pair in Mode::ALL.windows(2) {
            let (dark, bright) = (pair[0].scale(), pair[1].scale());
            let raised = dark.iter().zip(bright).filter(|(d, b)| **d + 1 == *b).count();
            let same = dark.iter().zip(bright).filter(|(d, b)| *d == b).count();
            assert_eq!((raised, same), (1, 6), "{pair:?}");
            assert_eq!(Key::new(4, pair[0]).distance(Key::new(4, pair[1])), 1);
        }
    }

    #[test]
    fn relative_keys_share_their_tones() {
        let (major, minor) = (Key::new(0, Mode::Ionian), Key::new(9, Mode::Aeolian));
        assert_eq!(major.distance(minor), 0);
        assert!((0..12).all(|class| major.has(class) == minor.has(class)));
        assert_eq!(major.distance(Key::new(6, Mode::Ionian)), 6);
        assert_eq!(minor.to_string(), "A minor");
    }

    #[test]
    fn a_mode_moves_one_step_at_a_time() {
        assert_eq!(Mode::Aeolian.towards(Mode::Lydian), Mode::Dorian);
        assert_eq!(Mode::Aeolian.towards(Mode::Phrygian), Mode::Phrygian);
        assert_eq!(Mode::Phrygian.towards(Mode::Phrygian), Mode::Phrygian);
    }
}
