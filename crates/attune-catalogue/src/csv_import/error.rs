//! Why a catalogue file could not be imported at all.

use attune_core::{AppError, ErrorCode};
use std::io;

/// What ends an import. A bad row is none of these: it is reported and left out.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ImportError {
    /// There is no such file.
    #[error("The file no longer exists, so nothing was imported. Choose the file again.")]
    Missing,
    /// The system refuses access.
    #[error(
        "Attune is not allowed to read the file, so nothing was imported. Copy it to one of your own folders and choose it there."
    )]
    Denied,
    /// Not a byte of text, or a header without rows.
    #[error(
        "The file has no rows, so nothing was imported. Export it again and check that it contains tracks."
    )]
    Empty,
    /// No line among the first ones names a title and an artist.
    #[error(
        "No columns for title and artist were found{found}. Nothing was imported. The first line must name the \
         columns, for instance: title,artist,valence,energy (Exportify's files are understood as they are)."
    )]
    NoColumns {
        /// The columns that were found instead, as a part of the sentence.
        found: String,
    },
    /// The listener ended it.
    #[error("The import was cancelled. Nothing was added to the library.")]
    Cancelled,
    /// The file was readable and then was not.
    #[error(
        "The file could not be read completely ({0}), so nothing was imported. Copy it to this computer and try again."
    )]
    Read(io::Error),
}

impl ImportError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::Missing => ErrorCode::CsvMissing,
            Self::Denied => ErrorCode::CsvDenied,
            Self::Empty => ErrorCode::CsvEmpty,
            Self::NoColumns { .. } => ErrorCode::CsvNoColumns,
            Self::Cancelled => ErrorCode::CsvCancelled,
            Self::Read(_) => ErrorCode::CsvUnreadable,
        }
    }
}

impl From<io::Error> for ImportError {
    fn from(e: io::Error) -> Self {
        match e.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Denied,
            _ => Self::Read(e),
        }
    }
}

impl From<ImportError> for AppError {
    fn from(e: ImportError) -> Self {
        Self::new(e.code(), e.to_string()).caused_by(e)
    }
}
