//! Why something could not be stored or read.

use crate::flaw::Flaw;
use attune_core::{AppError, ErrorCode};
use std::io;

/// What a caller can act on.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StoreError {
    /// The database is of a later version of Attune.
    #[error(
        "Your data was written by a newer version of Attune (its format is {found}, this version knows {known}). \
         Install the newer version again to use it."
    )]
    Newer {
        /// The format found.
        found: u32,
        /// The latest format known here.
        known: u32,
    },
    /// The database is damaged.
    #[error(
        "Attune's database is damaged. Restart Attune: it saves what can be read and sets the damaged file aside."
    )]
    Corrupt,
    /// Nothing can be written there.
    #[error(
        "Attune is not allowed to write to its data folder. Allow it, or choose another folder, and try again."
    )]
    ReadOnly,
    /// No room.
    #[error(
        "The disk is full, so this was not saved. Everything saved before is safe. Free up some space and try again."
    )]
    DiskFull,
    /// Another process holds the database.
    #[error("Another copy of Attune is using your data, so nothing was changed. Close it and try again.")]
    Busy,
    /// There is no such history entry.
    #[error("This entry has been deleted.")]
    HistoryGone,
    /// There is no such catalogue.
    #[error("This catalogue has been removed.")]
    CatalogueGone,
    /// What was learned is damaged or of a later version.
    #[error("{0} could not be read and starts again. Everything else is as it was.")]
    LearnedUnreadable(&'static str),
    /// A newer version of Attune wrote a document: it is left as it is.
    #[error(
        "{0} was saved by a newer version of Attune. It is left untouched, and changes last until you close Attune. Update \
         Attune to use it."
    )]
    DocumentNewer(&'static str),
    /// A file is no backup, or it is damaged.
    #[error(
        "This file is no backup of Attune, or it is damaged ({0}). Nothing was changed. Choose another file."
    )]
    BackupUnreadable(#[from] Flaw),
    /// A backup's file cannot be read.
    #[error("The file could not be read ({0}). Nothing was changed. Choose another file.")]
    BackupFile(#[source] io::Error),
    /// A newer version of Attune made a backup.
    #[error(
        "This backup was made by a newer version of Attune (its format is {found}, this version knows {known}). Nothing \
         was changed. Update Attune to restore it."
    )]
    BackupNewer {
        /// The format found.
        found: u32,
        /// The latest format known here.
        known: u32,
    },
    /// Rows are deleted, but traces may be left in files.
    #[error(
        "Everything was deleted, but traces may still be in the files, because another copy of Attune has them \
         open. Close it and delete once more."
    )]
    EraseIncomplete,
    /// Any other trouble of the database.
    #[error(
        "Attune could not use its database ({0}). Nothing already saved is lost. Try again or restart Attune."
    )]
    Database(#[source] rusqlite::Error),
    /// Any other trouble with a file.
    #[error("Attune could not use its data folder ({0}). Nothing already saved is lost. Try again.")]
    File(#[source] io::Error),
    /// A value that JSON cannot hold.
    #[error("Attune could not save this ({0}). Nothing already saved is lost. Try again.")]
    Json(#[from] serde_json::Error),
}

impl StoreError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::Newer { .. } => ErrorCode::DatabaseNewer,
            Self::Corrupt => ErrorCode::DatabaseCorrupt,
            Self::ReadOnly => ErrorCode::DataFolderReadOnly,
            Self::DiskFull => ErrorCode::DiskFull,
            Self::Busy => ErrorCode::DatabaseBusy,
            Self::HistoryGone => ErrorCode::HistoryGone,
            Self::CatalogueGone => ErrorCode::CatalogueGone,
            Self::LearnedUnreadable(_) => ErrorCode::LearnedUnreadable,
            Self::DocumentNewer(_) => ErrorCode::DocumentNewer,
            Self::BackupUnreadable(_) => ErrorCode::BackupUnreadable,
            Self::BackupFile(_) => ErrorCode::FileUnreadable,
            Self::BackupNewer { .. } => ErrorCode::BackupNewer,
            Self::EraseIncomplete => ErrorCode::EraseIncomplete,
            Self::Database(_) | Self::File(_) | Self::Json(_) => ErrorCode::StoreFailed,
        }
    }
}

attune_files::disk_errors! { StoreError {
    newer: |found, known| Self::Newer { found, known },
    database: Self::Database,
    file: Self::File,
} }

impl From<StoreError> for AppError {
    fn from(e: StoreError) -> Self {
        Self::new(e.code(), e.to_string()).caused_by(e)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_and_a_locked_folder_are_told_apart() {
        let code = |kind| AppError::from(StoreError::from(io::Error::from(kind))).code;
        assert_eq!(code(io::ErrorKind::StorageFull), ErrorCode::DiskFull);
        assert_eq!(code(io::ErrorKind::PermissionDenied), ErrorCode::DataFolderReadOnly);
        assert_eq!(code(io::ErrorKind::UnexpectedEof), ErrorCode::StoreFailed);
        let sqlite = |n| {
            AppError::from(StoreError::from(rusqlite::Error::SqliteFailure(
                rusqlite::ffi::Error::new(n),
                None,
            )))
            .code
        };
        assert_eq!(sqlite(rusqlite::ffi::SQLITE_FULL), ErrorCode::DiskFull);
        assert_eq!(sqlite(rusqlite::ffi::SQLITE_CORRUPT), ErrorCode::DatabaseCorrupt);
        assert_eq!(sqlite(rusqlite::ffi::SQLITE_BUSY), ErrorCode::DatabaseBusy);
    }
}
