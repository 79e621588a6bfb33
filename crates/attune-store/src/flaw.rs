//! What is wrong with a file that is to be restored.

/// Why a file is no backup that can be restored. Nothing of what stands in the file is in it, so that it can be logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Flaw {
    /// It is no JSON, ends early, or has something else than a backup has in that place.
    #[error("line {line}, column {column}")]
    Json {
        /// From 1; 0 where the file could not be read at all.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// It is JSON of another program.
    #[error("it is something else")]
    Other,
    /// It is larger than any backup.
    #[error("it is too large")]
    TooLarge,
    /// A number is given twice.
    #[error("two of its {0} have the same number")]
    Twice(&'static str),
    /// A number is out of its range.
    #[error("a number is out of range among its {0}")]
    Range(&'static str),
}

impl From<&serde_json::Error> for Flaw {
    fn from(error: &serde_json::Error) -> Self {
        Self::Json { line: error.line(), column: error.column() }
    }
}
