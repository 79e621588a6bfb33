//! The motif: the few notes that a piece is made of.

use crate::random::Random;
use serde::{Deserialize, Serialize};

/// The most notes in a motif.
pub(crate) const LONGEST: usize = 6;

/// One note of a motif.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MotifNote {
    /// Half beats from the start of the bar.
    pub at: u8,
    /// Half beats until the next note or the end.
    pub length: u8,
    /// Scale steps from the note before; 0 for the first.
    pub step: i8,
}

/// Two to six notes that fill one bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Motif {
    notes: [MotifNote; LONGEST],
    count: u8,
}

/// Lengths in half beats that fill a bar of four and of three beats.
const RHYTHMS_OF_FOUR: [&[u8]; 9] = [
    &[2, 2, 4],
    &[3, 1, 4],
    &[2, 1, 1, 4],
    &[4, 2, 2],
    &[1, 1, 2, 4],
    &[3, 3, 2],
    &[2, 2, 2, 2],
    &[3, 1, 2, 2],
    &[1, 1, 1, 1, 4],
];
const RHYTHMS_OF_THREE: [&[u8]; 6] = [&[2, 2, 2], &[4, 2], &[3, 1, 2], &[2, 1, 1, 2], &[2, 4], &[1, 1, 2, 2]];

impl Motif {
    /// A new motif for bars of `beats` beats.
    pub(crate) fn new(beats: u8, random: &mut Random) -> Self {
        let rhythms: &[&[u8]] = if beats == 3 { &RHYTHMS_OF_THREE } else { &RHYTHMS_OF_FOUR };
        let mut motif = Self { notes: Default::default(), count: 0 };
        let mut at = 0;
        for &length in rhythms[random.index(rhythms.len())] {
            motif.notes[usize::from(motif.count)] = MotifNote { at, length, step: 0 };
            motif.count += 1;
            at += length;
        }
        motif.shape(random);
        motif
    }

    /// A relative of this motif for bars of `beats` beats: its contour upside down or with one step changed.
    pub(crate) fn relative(&self, beats: u8, random: &mut Random) -> Self {
        let mut motif = Self::new(beats, random);
        let upside_down = random.chance(500);
        for (note, old) in motif.notes.iter_mut().zip(self.notes).skip(1) {
            note.step = if upside_down { -old.step.clamp(-4, 4) } else { old.step.clamp(-4, 4) };
        }
        let changed = 1 + random.index(usize::from(motif.count) - 1);
        motif.notes[changed].step = step(random);
        motif
    }

    /// The notes.
    #[must_use]
    pub fn notes(&self) -> &[MotifNote] {
        &self.notes[..usize::from(self.count).min(LONGEST)]
    }

    /// Gives every note but the first a step; after a leap the line turns back.
    fn shape(&mut self, random: &mut Random) {
        let mut before = 0_i8;
        for note in &mut self.notes[1..usize::from(self.count)] {
            let mut next = step(random);
            if before.abs() > 2 && next.signum() == before.signum() {
                next = -next.signum();
            }
            (note.step, before) = (next, next);
        }
    }
}

/// Mostly steps, some thirds, few leaps, hardly any repetition.
fn step(random: &mut Random) -> i8 {
    random.weighted(&[(-1, 8), (1, 8), (2, 4), (-2, 4), (3, 1), (4, 2), (-3, 1), (-4, 1), (0, 1)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn motifs_fill_their_bar() {
        for seed in 0..200 {
            let mut random = Random::new(seed);
            for beats in [3, 4] {
                let motif = Motif::new(beats, &mut random);
                for motif in [motif, motif.relative(7 - beats, &mut random)] {
                    let total: u8 = motif.notes().iter().map(|n| n.length).sum();
                    assert!([6, 8].contains(&total) && motif.notes()[0].step == 0);
                    assert!(motif.notes().iter().all(|n| n.step.abs() <= 4));
                }
            }
        }
    }
}
