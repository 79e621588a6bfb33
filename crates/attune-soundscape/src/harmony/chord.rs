//! A chord on a degree of a mode.

use crate::mode::Key;
use serde::{Deserialize, Serialize};

/// A chord of stacked thirds on a degree of the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Chord {
    /// The degree of the root, 0 (tonic) to 6.
    pub degree: u8,
    /// With its seventh.
    pub seventh: bool,
    /// With its ninth.
    pub ninth: bool,
    /// With the key's seventh degree raised: the major dominant of minor keys.
    pub raised: bool,
}

impl Chord {
    /// The triad on a degree, taken modulo 7.
    #[must_use]
    pub const fn triad(degree: u8) -> Self {
        Self { degree: degree % 7, seventh: false, ninth: false, raised: false }
    }

    /// The MIDI pitch of a scale step, counted from the key's tonic in the lowest octave (step 7 is an octave up).
    #[must_use]
    pub fn pitch(self, key: Key, step: i32) -> i32 {
        let (octave, degree) = (step.div_euclid(7), step.rem_euclid(7));
        let raised = i32::from(self.raised && degree == 6);
        i32::from(key.tonic()) + 12 * octave + i32::from(key.mode().scale()[degree as usize]) + raised
    }

    /// The pitch classes of root, third, fifth and what else belongs to it.
    pub(crate) fn classes(self, key: Key) -> Classes {
        let mut classes = Classes { items: [0; 5], count: 0 };
        let thirds = [true, true, true, self.seventh, self.ninth];
        for (place, _) in thirds.iter().enumerate().filter(|(_, has)| **has) {
            let step = i32::from(self.degree) + 2 * place as i32;
            classes.items[classes.count] = self.pitch(key, step).rem_euclid(12) as u8;
            classes.count += 1;
        }
        classes
    }

    /// Whether a pitch belongs to the chord.
    #[must_use]
    pub fn has(self, key: Key, pitch: i32) -> bool {
        self.classes(key).as_slice().contains(&(pitch.rem_euclid(12) as u8))
    }

    /// The pitch nearest to `about` that belongs to root, third or fifth.
    pub(crate) fn nearest(self, key: Key, about: i32) -> i32 {
        let triad = Self { seventh: false, ninth: false, ..self };
        (0..7).flat_map(|d| [about - d, about + d]).find(|&p| triad.has(key, p)).unwrap_or(about)
    }
}

/// Up to five pitch classes, the root first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Classes {
    items: [u8; 5],
    count: usize,
}

impl Classes {
    pub(crate) fn as_slice(&self) -> &[u8] {
        &self.items[..self.count]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mode::Mode;

    #[test]
    fn chords_of_a_minor_are_spelled_right() {
        let key = Key::new(9, Mode::Aeolian);
        assert_eq!(Chord::triad(0).classes(key).as_slice(), [9, 0, 4]);
        let dominant = Chord { raised: true, seventh: true, ..Chord::triad(4) };
        assert_eq!(dominant.classes(key).as_slice(), [4, 8, 11, 2]);
        assert_eq!(Chord::triad(0).nearest(key, 70), 69);
    }
}
