//! The one error shape that reaches people: a stable code and a sentence.

use serde::{Deserialize, Serialize};

/// What the window and the command line tool show when something fails.
///
/// `code` is stable and in `snake_case`; interfaces translate it and never match on `message`, which says what
/// happened and what to do, in English.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[error("{message} [{code}]")]
pub struct AppError {
    /// For instance `model_corrupt` or `camera_busy`.
    pub code: String,
    /// What happened, what still works, what to do.
    pub message: String,
}

impl AppError {
    /// An error from its code and sentence.
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code: code.into(), message: message.into() }
    }
}
