//! Why something could not be done with the library, and what the listener is told.

use attune_core::{AppError, ErrorCode};
use std::io;

/// What a caller can act on.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LocalError {
    /// The folder to add is not there.
    #[error("This folder cannot be opened ({0}). Check that it exists and that you are allowed to read it.")]
    FolderMissing(String),
    /// The folder to add lies in one that is known.
    #[error("This folder is already in the library as part of {0}.")]
    FolderInside(String),
    /// There is no such folder in the library.
    #[error("This folder is no longer in the library.")]
    FolderGone,
    /// There is no such track in the library.
    #[error("This track is no longer in the library.")]
    TrackGone,
    /// The track's files lie where nothing can be read now.
    #[error("This track's file cannot be found: {0}. Connect its disk or restore the file.")]
    TrackAway(String),
    /// Another scan is under way.
    #[error("The library is already being scanned.")]
    Scanning,
    /// Files are being listened to already.
    #[error("The library is already being analysed.")]
    Analysing,
    /// The database is of a later version.
    #[error("The library was saved by a newer version of Attune. Update Attune to use it.")]
    Newer,
    /// The database is damaged.
    #[error(
        "The library's database is damaged. Restart Attune: it saves what can be read and sets the damaged file aside."
    )]
    Corrupt,
    /// The data folder cannot be written.
    #[error(
        "Attune is not allowed to write to its data folder, so the library was not changed. Check the folder's permissions."
    )]
    ReadOnly,
    /// No room.
    #[error("The disk is full, so the library was not changed. Free some space and try again.")]
    DiskFull,
    /// Another process holds the database.
    #[error(
        "Another copy of Attune is using the library. What was done before is kept. Close it and try again."
    )]
    Busy,
    /// Traces may be left after erasing.
    #[error(
        "The library was emptied, but traces may still be in its files, because another copy of Attune has them \
         open. Close it and delete once more."
    )]
    EraseIncomplete,
    /// A playlist's file cannot be read or written.
    #[error("The playlist's file could not be used ({0}).")]
    Playlist(#[source] io::Error),
    /// Any other trouble of the database.
    #[error("The library's database could not be used ({0}). Your music files are not affected. Try again.")]
    Database(#[source] rusqlite::Error),
    /// Any other trouble with a file of the library.
    #[error("The library's folder could not be used ({0}). Your music files are not affected. Try again.")]
    File(#[source] io::Error),
    /// A value that JSON cannot hold.
    #[error("The library could not be saved ({0}). Try again.")]
    Json(#[from] serde_json::Error),
}

impl LocalError {
    fn code(&self) -> ErrorCode {
        match self {
            Self::FolderMissing(_) => ErrorCode::LibraryFolderMissing,
            Self::FolderInside(_) => ErrorCode::LibraryFolderInside,
            Self::FolderGone => ErrorCode::LibraryFolderGone,
            Self::TrackGone => ErrorCode::LibraryTrackGone,
            Self::TrackAway(_) => ErrorCode::LibraryTrackAway,
            Self::Scanning => ErrorCode::LibraryScanning,
            Self::Analysing => ErrorCode::LibraryAnalysing,
            Self::Newer => ErrorCode::LibraryNewer,
            Self::Corrupt => ErrorCode::LibraryCorrupt,
            Self::ReadOnly => ErrorCode::DataFolderReadOnly,
            Self::DiskFull => ErrorCode::DiskFull,
            Self::Busy => ErrorCode::DatabaseBusy,
            Self::EraseIncomplete => ErrorCode::EraseIncomplete,
            Self::Playlist(_) => ErrorCode::PlaylistFailed,
            Self::Database(_) | Self::File(_) | Self::Json(_) => ErrorCode::LibraryFailed,
        }
    }
}

attune_files::disk_errors! { LocalError {
    newer: |_, _| Self::Newer,
    database: Self::Database,
    file: Self::File,
} }

impl From<LocalError> for AppError {
    fn from(e: LocalError) -> Self {
        Self::new(e.code(), e.to_string()).caused_by(e)
    }
}
