//! From notes to sound: voices of our own in a stereo room.
//!
//! [`Engine`] holds everything that sounds and renders block by block; it is told which notes begin. All room is
//! taken when it is made. Sound is equal on one machine and equal to about -90 dB on others: sines differ there.

mod block;
mod drum;
mod engine;
mod limiter;
mod modal;
mod noise;
mod patch;
mod plucked;
mod room;
mod sustained;
mod tables;
mod tilt;
mod voice;

pub(crate) use block::{BLOCK, Mix};
pub(crate) use engine::Engine;

use crate::FRAME_RATE;

/// Frames a second.
const RATE: f32 = FRAME_RATE as f32;

/// The amplitude of tenths of a decibel.
fn amplitude(tenths: i32) -> f32 {
    10_f32.powf(tenths as f32 / 200.0)
}

/// The frequency of a MIDI pitch in Hz.
fn hertz(pitch: f32) -> f32 {
    440.0 * ((pitch - 69.0) / 12.0).exp2()
}

/// The factor a sample by which something falls by 60 dB in `seconds`.
fn fall(seconds: f32) -> f32 {
    (-6.907_755 / (seconds.max(1e-3) * RATE)).exp()
}
