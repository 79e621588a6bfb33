//! x
mod affect;
mod error;
mod features;
mod model;
pub mod synth;
mod tone;
pub use affect::{Answers, Tone};
pub use error::VoiceError;
pub use features::{CHANNELS, Extractor, Features, RATE};
pub use model::{MODEL_ID, ToneModel};
pub use tone::Emotion;
