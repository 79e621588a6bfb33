//! Chords: what they are made of, in which order they come, and how their tones move.

mod chord;
mod grammar;
mod voicing;

pub use chord::Chord;
pub use grammar::Cadence;
pub(crate) use grammar::{pivot, progression};
pub(crate) use voicing::{Space, VOICES, Voicing};
