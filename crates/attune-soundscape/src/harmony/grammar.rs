//! Which chord follows which: a grammar per mode, functional in major and minor, modal in the others.
//!
//! A phrase opens on the tonic (or on a given chord), wanders by the mode's weights, and closes with one of the
//! mode's cadences. Diminished triads are left out: they sound restless at any affect that is asked for here.

use super::Chord;
use crate::mode::{Key, Mode};
use crate::random::Random;
use serde::{Deserialize, Serialize};

/// How a phrase closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cadence {
    /// Away from the tonic: a question.
    Half,
    /// On the tonic: an answer.
    Full,
}

type Weights = &'static [(u8, u32)];

/// For each degree of the mode, what follows it.
fn following(mode: Mode, degree: u8) -> Weights {
    let table: [Weights; 7] = match mode {
        Mode::Ionian => [
            &[(3, 4), (5, 3), (4, 2), (1, 2), (2, 1)],
            &[(4, 4), (3, 1), (5, 1)],
            &[(5, 3), (3, 3)],
            &[(0, 3), (4, 3), (1, 2), (5, 1)],
            &[(0, 4), (5, 2), (3, 1)],
            &[(3, 4), (1, 2), (4, 2), (2, 1)],
            &[(0, 1)],
        ],
        Mode::Lydian => [
            &[(1, 2), (5, 4), (4, 2)],
            &[(0, 6), (5, 1)],
            &[(5, 3), (0, 2)],
            &[(0, 1)],
            &[(0, 4), (5, 1)],
            &[(0, 3), (1, 1), (4, 2)],
            &[(5, 2), (0, 1)],
        ],
        Mode::Mixolydian => [
            &[(6, 3), (3, 4), (4, 1), (5, 2), (1, 1)],
            &[(3, 2), (0, 2)],
            &[(0, 1)],
            &[(0, 5), (6, 1), (1, 1)],
            &[(3, 2), (0, 3)],
            &[(3, 3), (1, 1), (0, 1)],
            &[(3, 3), (0, 4)],
        ],
        Mode::Dorian => [
            &[(3, 3), (4, 2), (6, 2), (2, 2)],
            &[(4, 3), (0, 2)],
            &[(0, 2), (3, 1), (6, 1)],
            &[(0, 5), (4, 1), (6, 1)],
            &[(0, 4), (3, 1)],
            &[(0, 1)],
            &[(0, 3), (4, 1)],
        ],
        Mode::Aeolian => [
            &[(5, 4), (3, 4), (6, 2), (2, 2)],
            &[(0, 1)],
            &[(5, 3), (6, 2), (3, 2)],
            &[(0, 3), (6, 2), (5, 2), (4, 1)],
            &[(0, 4), (5, 1)],
            &[(2, 3), (6, 3), (3, 2), (0, 2)],
            &[(2, 3), (0, 3), (5, 1)],
        ],
        Mode::Phrygian => [
            &[(1, 3), (6, 3), (2, 2), (3, 2)],
            &[(0, 6), (6, 1)],
            &[(1, 2), (0, 2)],
            &[(0, 4), (1, 1)],
            &[(0, 1)],
            &[(1, 2), (0, 2)],
            &[(0, 4), (1, 1)],
        ],
    };
    table[usize::from(degree % 7)]
}

/// The chords that lead to the tonic at a full close; the tonic itself comes after them.
fn closing(mode: Mode) -> &'static [(&'static [u8], u32)] {
    match mode {
        Mode::Ionian => &[(&[3, 4], 3), (&[1, 4], 3), (&[4], 1), (&[3], 2)],
        Mode::Lydian => &[(&[5, 1], 2), (&[1], 3), (&[4], 1)],
        Mode::Mixolydian => &[(&[6, 3], 3), (&[3], 2), (&[4], 1)],
        Mode::Dorian => &[(&[3], 2), (&[4], 2), (&[2, 3], 2), (&[6], 1)],
        Mode::Aeolian => &[(&[3, 4], 4), (&[5, 4], 2), (&[5, 6], 1)],
        Mode::Phrygian => &[(&[1], 4), (&[6, 1], 2), (&[6], 2)],
    }
}

/// The chord on which a half close rests.
fn resting(mode: Mode) -> Weights {
    match mode {
        Mode::Ionian => &[(4, 4), (3, 1)],
        Mode::Lydian => &[(4, 2), (1, 1), (5, 1)],
        Mode::Mixolydian => &[(3, 3), (6, 1)],
        Mode::Dorian => &[(4, 2), (3, 2)],
        Mode::Aeolian => &[(4, 3), (6, 1)],
        Mode::Phrygian => &[(1, 2), (6, 2)],
    }
}

/// Fills `out` with `count` chords, of which the last is the close. `first` replaces the opening tonic.
pub(crate) fn progression(
    mode: Mode,
    count: usize,
    cadence: Cadence,
    first: Option<Chord>,
    random: &mut Random,
    out: &mut Vec<Chord>,
) {
    out.clear();
    let (half, full) = ([random.weighted(resting(mode))], random.weighted(closing(mode)));
    let close: &[u8] = if cadence == Cadence::Half { &half } else { full };
    // The tonic of a full close, and the opening chord, come before and after the chords of the close.
    let ends = usize::from(cadence == Cadence::Full);
    let close = &close[close.len().saturating_sub(count.saturating_sub(ends + 1).max(1))..];
    let walk = count.saturating_sub(close.len() + ends);
    let mut degree = first.map_or(0, |chord| chord.degree);
    for place in 0..walk {
        out.push(if place == 0 { first.unwrap_or(Chord::triad(0)) } else { Chord::triad(degree) });
        let mut next = random.weighted(following(mode, degree));
        // There and back again soon tires: most such returns are drawn anew.
        if out.len() > 1 && out[out.len() - 2].degree == next && random.chance(700) {
            next = random.weighted(following(mode, degree));
        }
        // The last chord of the walk must not be the first of the close.
        let last = place + 2 == walk;
        degree = if last && next == close[0] { alternative(mode, degree, next) } else { next };
    }
    out.extend(close.iter().map(|&d| dominant_or(mode, Chord::triad(d))));
    if ends == 1 {
        out.push(Chord::triad(0));
    }
    out.truncate(count);
}

/// A likely chord after `degree` that is not `barred`.
fn alternative(mode: Mode, degree: u8, barred: u8) -> u8 {
    following(mode, degree).iter().map(|&(d, _)| d).find(|&d| d != barred).unwrap_or(0)
}

/// In minor the fifth degree leads home as a major chord.
fn dominant_or(mode: Mode, chord: Chord) -> Chord {
    Chord { raised: mode == Mode::Aeolian && chord.degree == 4, ..chord }
}

/// A triad that both keys have, to lead from one piece to the next: the old tonic if the new key has it.
pub(crate) fn pivot(old: Key, new: Key) -> Option<Chord> {
    let order = [0, 3, 4, 5, 1, 2, 6].map(|d| i32::from(Chord::triad(0).pitch(old, d) as i8).rem_euclid(12));
    let rooted = |class: i32| {
        (0..7).map(Chord::triad).find(|c| c.pitch(new, i32::from(c.degree)).rem_euclid(12) == class)
    };
    let shared = |chord: &Chord| {
        let perfect =
            chord.pitch(new, i32::from(chord.degree) + 4) - chord.pitch(new, i32::from(chord.degree)) == 7;
        perfect && chord.classes(new).as_slice().iter().all(|&class| old.has(class))
    };
    order.into_iter().filter_map(rooted).find(shared)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn phrases_open_and_close_as_asked(seed: u64, mode in 0_usize..6, count in 2_usize..20, full: bool) {
            let mode = Mode::ALL[mode];
            let cadence = if full { Cadence::Full } else { Cadence::Half };
            let mut chords = Vec::new();
            progression(mode, count, cadence, None, &mut Random::new(seed), &mut chords);
            prop_assert_eq!(chords.len(), count);
            let last = chords[count - 1];
            prop_assert_eq!(full, last.degree == 0, "{:?}", chords);
            if count > 2 {
                prop_assert_eq!(chords[0], Chord::triad(0));
                let repeated = chords.windows(2).any(|w| w[0].degree == w[1].degree);
                prop_assert!(!repeated, "{:?}", chords);
            }
        }

        #[test]
        fn near_keys_share_a_chord(tonic in 0_u8..12, a in 0_usize..6, b in 0_usize..6, to in 0_u8..12) {
            let (old, new) = (Key::new(tonic, Mode::ALL[a]), Key::new(to, Mode::ALL[b]));
            if old.distance(new) <= 2 {
                prop_assert!(pivot(old, new).is_some());
            }
        }
    }
}
