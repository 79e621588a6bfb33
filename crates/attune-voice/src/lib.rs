//! Speech from a microphone or a file, and the affect in its tone; never its words.
//!
//! Everything here happens on this device. At most eight seconds of sound are held, in memory; none is written to disk,
//! logged or sent anywhere.
//!
//! The way in: [`Reader::open`] loads the network, and a [`Listener`] takes mono samples of any rate and gives a
//! [`Hearing`] a phrase: a [`Tone`], whose estimate has a spread on each axis, or the reason why there is none
//! ([`Unheard`]). From the samples on:
//!
//! 1. they are brought to 16 kHz, in windows of 16 ms;
//! 2. a detector of speech scores each window, and phrases are cut at pauses;
//! 3. phrases that are too short, too noisy, clipped, music, or of several voices are refused;
//! 4. the network reads the [`Features`] of the rest: eight emotions and arousal, calibrated.
//!
//! A [`VoiceSource`] does that over a [`Microphone`](microphone::Microphone), as the source of readings that a session runs.

#![expect(clippy::cast_possible_wrap, reason = "counts of samples and frames are far below the signed limit")]

mod affect;
mod alignment;
mod echo;
mod error;
mod features;
mod hearing;
mod intake;
mod listener;
pub mod microphone;
mod model;
mod phrase;
mod reader;
mod sense;
mod source;
pub mod synth;
mod tone;
mod turns;

pub use affect::{Answers, Tone};
pub use error::VoiceError;
pub use features::{CHANNELS, Extractor, Features, RATE};
pub use hearing::{Hearing, Measures, Unheard};
pub use listener::Listener;
pub use model::{MODEL_ID, ToneModel};
pub use phrase::LEAST_SPEECH;
pub use reader::Reader;
pub use sense::{VoiceEvent, VoiceSource};
pub use source::{SoundEvent, SoundSource};
pub use tone::Emotion;
