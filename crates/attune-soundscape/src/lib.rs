//! A composer: from a seed and a target affect to a score, and from the score to sound.
//!
//! The way in: a [`Request`] names seed, target and what went before; [`compose()`] gives its [`Score`], and [`Stream`] its
//! sound, which follows a target that moves and says what it changed. [`track_of`] is the same piece as the queue knows it.
//!
//! Pure: no I/O, no clock, no threads. Scores are made in whole numbers and are the same on every platform.

#![expect(
    clippy::cast_possible_wrap,
    reason = "counts of notes, bars and scale steps are far below the signed limit"
)]

mod changes;
mod compose;
mod cues;
mod form;
mod harmony;
mod mode;
mod motif;
mod palette;
mod piece;
mod plane;
mod random;
mod request;
mod score;
mod sound;
mod source;
mod stream;
mod track;

pub use changes::{Change, What, Why};
pub use cues::Cues;
pub use form::Section;
pub use harmony::{Cadence, Chord};
pub use mode::{Key, Mode};
pub use motif::{Motif, MotifNote};
pub use palette::Instrument;
pub use plane::Plane;
pub use request::{Before, Request};
pub use score::{ChordSpan, Drum, Note, Part, Phrase, Score};
pub use source::Source;
pub use stream::Stream;
pub use track::{id_of, key_of, request_of, seed_after, track_of};

/// Grows whenever any request would come out as another score.
pub const VERSION: u32 = 2;

/// Frames a second, of scores and of sound.
pub const FRAME_RATE: u32 = 48_000;

/// What rings on after the last phrase: three seconds.
pub const TAIL_FRAMES: u64 = 3 * FRAME_RATE as u64;

/// The whole score of a piece whose target stays where it is.
#[must_use]
pub fn compose(request: &Request) -> Score {
    piece::Piece::new(request).score()
}
