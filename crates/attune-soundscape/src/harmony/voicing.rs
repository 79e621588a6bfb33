//! Where the tones of a chord lie: each voice moves as little as it can.

use super::Chord;
use crate::mode::Key;

/// How many voices a chord has.
pub(crate) const VOICES: usize = 4;

/// Moving one semitone costs this much, and each semitone by which a chord is wider or narrower than wanted; see
/// [`Voicing::cost`].
const MOVE: i32 = 10;
const WIDTH: i32 = 9;

/// Where a chord is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Space {
    /// The MIDI pitch that its tones lie around.
    pub(crate) centre: i32,
    /// Semitones from its lowest to its highest tone, 10 (close) to 22 (open).
    pub(crate) width: i32,
}

/// The pitches of one chord, from low to high.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Voicing(pub(crate) [i32; VOICES]);

impl Voicing {
    /// The best arrangement of `chord` in the space for it, coming from `before`.
    pub(crate) fn after(before: Option<Self>, chord: Chord, key: Key, space: Space) -> Self {
        let centre = space.centre;
        let classes = chord.classes(key);
        let classes = classes.as_slice();
        let mut best = (i32::MAX, Self([centre; VOICES]));
        // Every lowest tone within an octave below the centre, with the others stacked closely or one or two spread wider.
        for low in centre - 13..=centre + 1 {
            if !classes.contains(&(low.rem_euclid(12) as u8)) {
                continue;
            }
            for wide in [[false, false], [true, false], [false, true], [true, true]] {
                let candidate = Self::stacked(low, classes, wide);
                let cost = candidate.cost(before, classes, space);
                if cost < best.0 {
                    best = (cost, candidate);
                }
            }
        }
        best.1
    }

    /// The lowest tone and the next ones of the chord above it; `wide` skips a tone below the second voice, and the third.
    fn stacked(low: i32, classes: &[u8], wide: [bool; 2]) -> Self {
        let mut pitches = [low; VOICES];
        for voice in 1..VOICES {
            let above = |from: i32| {
                (from + 1..from + 13)
                    .find(|p| classes.contains(&(p.rem_euclid(12) as u8)))
                    .unwrap_or(from + 12)
            };
            pitches[voice] = above(pitches[voice - 1]);
            if wide.get(voice - 1) == Some(&true) {
                pitches[voice] = above(pitches[voice]);
            }
        }
        Self(pitches)
    }

    /// Movement, distance from where it is wanted, tones left out, and parallel fifths and octaves in the outer voices.
    fn cost(&self, before: Option<Self>, classes: &[u8], Space { centre, width }: Space) -> i32 {
        let pitches = &self.0;
        let middle = pitches.iter().sum::<i32>() / VOICES as i32;
        let missing = classes.iter().filter(|&&c| !pitches.iter().any(|p| p.rem_euclid(12) == i32::from(c)));
        let off = (pitches[VOICES - 1] - pitches[0] - width).abs();
        let mut cost = 16 * (middle - centre).abs() + WIDTH * off + 60 * missing.count() as i32;
        let Some(Self(old)) = before else { return cost };
        cost += pitches.iter().zip(old).map(|(new, old)| MOVE * (new - old).abs()).sum::<i32>();
        for (low, high) in (0..VOICES).flat_map(|l| (l + 1..VOICES).map(move |h| (l, h))) {
            let (was, is) = ((old[high] - old[low]) % 12, (pitches[high] - pitches[low]) % 12);
            if was == is && [0, 7].contains(&is) && pitches[low] != old[low] {
                cost += 15;
            }
        }
        cost
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mode::Mode;
    use proptest::prelude::*;

    #[test]
    fn chords_are_as_wide_as_wanted() {
        let mean = |width| {
            let mut before = None;
            let widths = [0, 3, 4, 5, 1, 4, 0].map(|degree| {
                let voicing = Voicing::after(
                    before,
                    Chord::triad(degree),
                    Key::new(2, Mode::Ionian),
                    Space { centre: 60, width },
                );
                before = Some(voicing);
                voicing.0[VOICES - 1] - voicing.0[0]
            });
            widths.iter().sum::<i32>() / 7
        };
        assert!(mean(10) <= 12 && mean(22) >= 19, "{} {}", mean(10), mean(22));
    }

    proptest! {
        #[test]
        fn voices_rise_and_move_little(
            mode in 0_usize..6, tonic in 0_u8..12, degrees in prop::collection::vec(0_u8..7, 2..12), width in 10..=22,
        ) {
            let key = Key::new(tonic, Mode::ALL[mode]);
            let mut before = None;
            for degree in degrees {
                let voicing = Voicing::after(before, Chord::triad(degree), key, Space { centre: 60, width });
                prop_assert!(voicing.0.windows(2).all(|w| w[0] < w[1]));
                prop_assert!(voicing.0.iter().all(|p| (46..=84).contains(p)), "{voicing:?}");
                if let Some(Voicing(old)) = before {
                    let moved: i32 = voicing.0.iter().zip(old).map(|(a, b): (&i32, i32)| (a - b).abs()).sum();
                    prop_assert!(moved <= 16, "{moved}");
                }
                before = Some(voicing);
            }
        }
    }
}
