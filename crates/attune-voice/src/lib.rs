//! x
mod features;
pub mod synth;
pub use features::{CHANNELS, Extractor, Features, RATE};
