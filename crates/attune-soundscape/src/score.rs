//! The score: everything that sounds, as numbers that are the same on every platform.

use crate::cues::Cues;
use crate::form::Section;
use crate::harmony::{Cadence, Chord};
use crate::mode::Key;
use crate::motif::Motif;
use crate::plane::Plane;
use serde::{Deserialize, Serialize};

/// A role in the ensemble.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The melody.
    Lead,
    /// A second voice below or above it.
    Counter,
    /// Held chords.
    Chords,
    /// Broken chords.
    Broken,
    /// The lowest voice.
    Bass,
    /// Drums; the pitch is one of [`Drum`]'s numbers.
    Percussion,
}

impl Part {
    /// All parts.
    pub const ALL: [Self; 6] =
        [Self::Lead, Self::Counter, Self::Chords, Self::Broken, Self::Bass, Self::Percussion];

    /// The lowest and highest MIDI pitch that the part is given.
    #[must_use]
    pub const fn range(self) -> (u8, u8) {
        match self {
            Self::Lead => (40, 98),
            Self::Counter => (40, 91),
            Self::Chords => (41, 86),
            Self::Broken => (36, 96),
            Self::Bass => (28, 52),
            Self::Percussion => (0, Drum::COUNT - 1),
        }
    }
}

/// The drums; each is also its own voice in [`Part::Percussion`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drum {
    /// A soft bass drum.
    Kick,
    /// Brushes on a snare.
    Brush,
    /// A stick on the rim.
    Rim,
    /// A shaker.
    Shaker,
    /// A low tom.
    Tom,
    /// A closed hat.
    Hat,
}

impl Drum {
    /// How many drums there are.
    pub const COUNT: u8 = 6;
}

/// One note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Who plays it.
    pub part: Part,
    /// Which voice of the part; notes of one voice never overlap.
    pub voice: u8,
    /// Frames from the start of the phrase, at [`FRAME_RATE`](crate::FRAME_RATE).
    pub start: u32,
    /// Frames until it is let go; what rings on is not counted.
    pub length: u32,
    /// MIDI pitch, or the number of a [`Drum`].
    pub pitch: u8,
    /// How strongly it is played, 1 to 127.
    pub velocity: u8,
}

/// A chord and how long it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChordSpan {
    /// Beats from the start of the phrase.
    pub beat: u8,
    /// Length in beats.
    pub beats: u8,
    /// The chord.
    pub chord: Chord,
}

/// Four or eight bars that close with a cadence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    /// Its place in the form.
    pub section: Section,
    /// How it closes.
    pub cadence: Cadence,
    /// 4 or 8.
    pub bars: u8,
    /// Its key.
    pub key: Key,
    /// The affect it was written for.
    pub affect: Plane,
    /// The cues that came of it.
    pub cues: Cues,
    /// Length in frames.
    pub frames: u32,
    /// The chords, one after another without gaps.
    pub chords: Vec<ChordSpan>,
    /// The notes in the order of their starts.
    pub notes: Vec<Note>,
}

/// A whole piece.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// [`VERSION`](crate::VERSION) of the composer.
    pub version: u32,
    /// The seed.
    pub seed: u64,
    /// The affect asked for.
    pub target: Plane,
    /// The name of the piece.
    pub title: String,
    /// The name of the ensemble.
    pub palette: String,
    /// The key at the start.
    pub key: Key,
    /// Beats in a bar, 3 or 4.
    pub beats: u8,
    /// The motif.
    pub motif: Motif,
    /// The phrases in order.
    pub phrases: Vec<Phrase>,
}

impl Score {
    /// Length in frames, with what rings on after the last phrase.
    #[must_use]
    pub fn frames(&self) -> u64 {
        self.phrases.iter().map(|p| u64::from(p.frames)).sum::<u64>() + crate::TAIL_FRAMES
    }

    /// A number that differs for scores that differ (FNV-1a over all notes): for comparing across platforms.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        let mut hash = 0xCBF2_9CE4_8422_2325_u64;
        let mut add = |value: u64| {
            for byte in value.to_le_bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
            }
        };
        for phrase in &self.phrases {
            add(u64::from(phrase.frames));
            for n in &phrase.notes {
                add(u64::from(n.start) << 32 | u64::from(n.length));
                add((n.part as u64) << 32
                    | u64::from(n.voice) << 16
                    | u64::from(n.pitch) << 8
                    | u64::from(n.velocity));
            }
        }
        hash
    }
}
