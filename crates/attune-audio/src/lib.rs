//! Recordings decoded and listened to: features, and the affect that a small network reads from them.
//!
//! The way in: [`listen()`] decodes a file block by block and gives its [`Features`]; [`AffectModel`] turns those
//! into an estimate of valence and arousal with its uncertainty. Nothing of a recording is kept but these numbers.
//!
//! Memory does not grow with a recording's length: half a minute is held at a time, about 6 MB; and not more than
//! [`FILES_AT_ONCE`] files are listened to at once, whatever the number of threads. [`play`] makes them sound.

#![expect(clippy::cast_possible_wrap, reason = "counts of samples and frames are far below the signed limit")]

mod decode;
mod error;
pub mod features;
mod listen;
mod loudness;
mod mix;
mod model;
mod mono;
mod opus;
#[cfg(feature = "play")]
pub mod play;
mod rate;
pub mod synth;
mod turns;

pub use decode::Recording;
pub use error::AudioError;
pub use features::{FEATURES_VERSION, Features, Key, Mode, Tempo};
pub use listen::{RecordingAnalysis, listen, listen_while};
pub use loudness::{Loudness, loudness_while};
pub use model::{AffectModel, MODEL_ID};
pub use turns::FILES_AT_ONCE;
