//! What is wrong with a disk or a database, as far as somebody can do something about it.

use std::io;

/// The kinds of trouble that listeners are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiskTrouble {
    /// The file is no database, or a damaged one.
    Corrupt,
    /// It may not be written, or not even opened.
    ReadOnly,
    /// There is no room, or no quota left.
    Full,
    /// Another program holds it.
    Busy,
    /// Anything else.
    Other,
}

impl From<&io::Error> for DiskTrouble {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::Other,
        }
    }
}

#[cfg(feature = "sqlite")]
impl From<&rusqlite::Error> for DiskTrouble {
    fn from(error: &rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        // The index of the log, which SQLite makes beside the database, did not fit.
        if error.sqlite_error().is_some_and(|e| e.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE) {
            return Self::Full;
        }
        match error.sqlite_error_code() {
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Self::Corrupt,
            Some(Code::ReadOnly | Code::PermissionDenied | Code::CannotOpen) => Self::ReadOnly,
            Some(Code::DiskFull) => Self::Full,
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy,
            _ => Self::Other,
        }
    }
}
