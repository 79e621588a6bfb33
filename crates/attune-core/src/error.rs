//! The one error shape that reaches people: a code, a sentence, and the cause for the log.
//!
//! Adapters turn their own error types into an [`AppError`] at their boundary and keep the original as its
//! [`source`](std::error::Error::source). The window and the command line translate the [`ErrorCode`]; in English the
//! command line prints the message.

mod code;

pub use code::ErrorCode;

use serde::{Deserialize, Serialize};
use std::error::Error;
use std::fmt;
use std::sync::Arc;

/// What the window and the command line show when something fails.
///
/// Two errors are equal when their code and message are; the cause is for the log only and is not serialised.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct AppError {
    /// What happened, for interfaces to translate.
    pub code: ErrorCode,
    /// What happened, what still works and what to do, in English.
    pub message: String,
    #[serde(skip)]
    source: Option<Arc<dyn Error + Send + Sync>>,
}

impl AppError {
    /// An error without a cause of its own.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), source: None }
    }

    /// The same error with what caused it.
    #[must_use]
    pub fn caused_by(mut self, cause: impl Error + Send + Sync + 'static) -> Self {
        self.source = Some(Arc::new(cause));
        self
    }

    /// The same error in other words.
    #[must_use]
    pub fn with_message(self, message: impl Into<String>) -> Self {
        Self { message: message.into(), ..self }
    }

    /// The causes from the nearest to the root, separated by `: `; empty when there is none.
    #[must_use]
    pub fn causes(&self) -> String {
        let mut chain = Vec::new();
        let mut next = self.source();
        while let Some(cause) = next {
            chain.push(cause.to_string());
            next = cause.source();
        }
        chain.join(": ")
    }

    /// All that is known of the error, for the log: message, code and causes.
    #[must_use]
    pub fn for_log(&self) -> impl fmt::Display {
        let causes = self.causes();
        if causes.is_empty() || causes == self.message {
            return self.to_string();
        }
        format!("{self}, caused by {causes}")
    }
}

impl PartialEq for AppError {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code && self.message == other.message
    }
}

impl Eq for AppError {}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} [{}]", self.message, self.code)
    }
}

impl fmt::Debug for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("AppError");
        debug.field("code", &self.code).field("message", &self.message);
        if self.source.is_some() {
            debug.field("causes", &self.causes());
        }
        debug.finish()
    }
}

impl Error for AppError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|cause| cause as &(dyn Error + 'static))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cause_is_kept_for_the_log_and_not_sent_to_the_window() {
        let full = std::io::Error::new(std::io::ErrorKind::StorageFull, "no space left");
        let error = AppError::new(ErrorCode::DiskFull, "The disk is full.").caused_by(full);
        assert_eq!(error.causes(), "no space left");
        let json = serde_json::to_string(&error).unwrap();
        assert_eq!(json, r#"{"code":"disk_full","message":"The disk is full."}"#);
        let back: AppError = serde_json::from_str(&json).unwrap();
        assert_eq!(back, error);
        assert!(back.causes().is_empty());
        assert_eq!(error.for_log().to_string(), "The disk is full. [disk_full], caused by no space left");
        assert_eq!(back.for_log().to_string(), "The disk is full. [disk_full]");
    }

    #[test]
    fn an_error_prints_its_sentence_and_code() {
        let error = AppError::new(ErrorCode::TrackGone, "This track is no longer in your library.");
        assert_eq!(error.to_string(), "This track is no longer in your library. [track_gone]");
    }
}
