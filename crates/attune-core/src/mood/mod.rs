//! The mood: what the observations of minutes add up to.

mod words;

pub use words::{Confidence, MoodWord, NotSureReason};
