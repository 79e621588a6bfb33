//! Palettes: which instruments play which part of a piece, and where on the plane that sounds at home.

mod table;

pub(crate) use table::PALETTES;

use crate::plane::Plane;
use crate::random::Random;
use serde::{Deserialize, Serialize};

/// A voice of our own; see the `sound` modules for how each is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Instrument {
    /// Struck: a piano with felt between hammers and strings.
    FeltPiano,
    /// Struck: tines with a warm body.
    ElectricPiano,
    /// Struck: wooden bars.
    Marimba,
    /// Bells: the comb of a music box.
    MusicBox,
    /// Bells: glasses with a long ring.
    Glass,
    /// Plucked: gut strings that ring on.
    Harp,
    /// Plucked: nylon strings.
    Guitar,
    /// Plucked: steel strings.
    SteelString,
    /// Bowed: one string instrument.
    Solo,
    /// Bowed: a section.
    Strings,
    /// Blown: a flute.
    Flute,
    /// Blown: a clarinet.
    Clarinet,
    /// Pad: warm and slow.
    WarmPad,
    /// Pad: airy and wide.
    AirPad,
    /// Bass: plucked.
    PluckedBass,
    /// Bass: round and sustained.
    RoundBass,
}

/// One instrument's place in the ensemble.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seat {
    pub(crate) instrument: Instrument,
    /// Tenths of a decibel.
    pub(crate) gain: i32,
    /// Thousandths from left (-1000) to right.
    pub(crate) pan: i32,
    /// Octaves above the part's usual place.
    pub(crate) octave: i32,
}

/// How broken chords run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pattern {
    /// From low to high, again and again.
    Up,
    /// Up and down again.
    Wave,
    /// Low, high, middle, high.
    Alberti,
    /// Low, middle, low, high.
    Rocking,
    /// The upper voices together, after the lowest alone.
    Strum,
}

/// The room that a palette plays in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RoomSize {
    /// Milliseconds until the sound has fallen by 60 dB.
    pub(crate) decay: i32,
    /// Thousandths of the sound that go into the room.
    pub(crate) wet: i32,
}

/// A fixed ensemble.
#[derive(Debug)]
pub(crate) struct Palette {
    pub(crate) name: &'static str,
    /// Where on the plane it is at home.
    pub(crate) home: (i32, i32),
    pub(crate) lead: Seat,
    /// Second voice to the lead.
    pub(crate) counter: Seat,
    /// Held chords.
    pub(crate) chords: Seat,
    /// Broken chords.
    pub(crate) broken: Seat,
    pub(crate) bass: Seat,
    pub(crate) patterns: [Pattern; 2],
    /// Thousandths of an eighth by which every second eighth is late.
    pub(crate) swing: i32,
    /// How many pieces in a thousand are in three-four time.
    pub(crate) waltz: i32,
    pub(crate) room: RoomSize,
    /// Tenths of a decibel that bring the ensemble to the same loudness as the others.
    pub(crate) trim: i32,
    /// Thousandths of brightness that bring its overtones towards those of the others: bowed strings are rich in them, felt and
    /// tines poor, and a step of valence must be heard over that.
    pub(crate) brightness: i32,
    /// Thousandths of a semitone that bring its spectral peaks to the same register as the others'.
    pub(crate) register: i32,
}

/// The index of a palette for a target: the nearest are the likeliest, and only the four nearest are asked.
pub(crate) fn choose(target: Plane, random: &mut Random) -> usize {
    let mut nearest: [(usize, i32); 4] = [(0, i32::MAX); 4];
    for (index, palette) in PALETTES.iter().enumerate() {
        let distance = target.distance_squared(Plane::new(palette.home.0, palette.home.1));
        if distance < nearest[3].1 {
            nearest[3] = (index, distance);
            nearest.sort_unstable_by_key(|&(_, distance)| distance);
        }
    }
    let nearest =
        nearest.map(|(index, distance)| (index, (4_000_000 / (distance / 100 + 400)).max(1) as u32));
    random.weighted(&nearest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_palette_is_heard_at_its_home() {
        assert!(PALETTES.len() >= 12);
        for (index, palette) in PALETTES.iter().enumerate() {
            let home = Plane::new(palette.home.0, palette.home.1);
            let hits = (0..100).filter(|&seed| choose(home, &mut Random::new(seed)) == index).count();
            assert!(hits > 20, "{} {hits}", palette.name);
        }
    }
}
