//! What can go wrong, told apart by cause.

use crate::certificate::Presented;
use attune_core::{AppError, ErrorCode, Timestamp};
use std::io;
use std::sync::Arc;

/// A failure, by what to do about it. None carries text from the network: that could hold a password.
#[derive(Debug, Clone, thiserror::Error)]
pub enum SubsonicError {
    /// The address is none.
    #[error(
        "This is no address of a server. It looks like https://music.example.org or http://192.168.1.2:4533."
    )]
    AddressInvalid,
    /// The address holds a name, a password or a query.
    #[error("Leave name and password out of the address and enter them in their own fields.")]
    AddressWithSecrets,
    /// Nobody answers there.
    #[error(
        "The server cannot be reached. What is already loaded still plays. Check the address and your connection."
    )]
    Offline,
    /// Somebody answers, but not a music server.
    #[error("There is no music server at this address. Check the port, and the path if the server has one.")]
    NoServer,
    /// The server sends its listeners elsewhere; passwords are not sent after them.
    #[error("The server has moved to {0}. Use that address.")]
    Moved(String),
    /// Nobody vouches for the certificate, and it is not the one that the listener accepted.
    #[error("The server's certificate {}. Its fingerprint is {}. Accept it only if the server shows the same one.", .0.problem.words(), .0.fingerprint)]
    Certificate(Presented),
    /// Another failure of the encryption.
    #[error(
        "No encrypted connection could be made. Check whether the address should begin with http:// or https://."
    )]
    Encryption,
    /// Name or password are wrong.
    #[error("The server does not accept this name and password.")]
    WrongPassword,
    /// The server takes only the password itself, which anybody on the way could read.
    #[error(
        "This server only accepts the password itself, and the connection is not encrypted: others on the network could read it."
    )]
    PlainPassword,
    /// The keyring has no password for the server.
    #[error("The password of this server is not in the keyring. Enter it again.")]
    NoPassword,
    /// The protocol's versions do not fit.
    #[error("The server speaks version {0} of the protocol, which is too old. Update the server.")]
    Version(String),
    /// The server wants a newer client.
    #[error("The server needs a newer Attune. Update Attune.")]
    ClientTooOld,
    /// 429, or no call because of an earlier one.
    #[error("The server has asked Attune to wait.")]
    RateLimited {
        /// When calls may go on.
        until: Timestamp,
    },
    /// 5xx.
    #[error("The server is having problems ({0}). Try again later.")]
    Failed(u16),
    /// The answer broke off, or did not come in time.
    #[error("The server's answer broke off. Try again.")]
    Interrupted,
    /// The answer makes no sense.
    #[error("Attune does not understand the server's answer.")]
    BadReply,
    /// Another refusal, by the protocol's number or HTTP's.
    #[error("The server refused this ({0}).")]
    Refused(i64),
    /// The song is not there any more.
    #[error("This song is no longer on its server.")]
    SongGone,
    /// The song's file became another one in the middle.
    #[error("This song was changed on its server while it was loading. Play it again.")]
    SongChanged,
    /// There is no such server.
    #[error("This server has been removed.")]
    ServerGone,
    /// Its list is being read already.
    #[error("The server's list of songs is already being read.")]
    Scanning,
    /// The database is of a later version.
    #[error("The list of servers was saved by a newer version of Attune. Update Attune to use it.")]
    Newer,
    /// The database is damaged.
    #[error(
        "The database of servers is damaged. Restart Attune: it saves what can be read and sets the damaged file aside."
    )]
    Corrupt,
    /// The data folder cannot be written.
    #[error("Attune is not allowed to write to its data folder. Check the folder's permissions.")]
    ReadOnly,
    /// No room.
    #[error("The disk is full. Free some space and try again.")]
    DiskFull,
    /// Another process holds the database.
    #[error("Another copy of Attune is using the servers. Close it and try again.")]
    Busy,
    /// Traces may be left after erasing.
    #[error(
        "The servers were forgotten, but traces may still be in files. Close other copies of Attune and delete once more."
    )]
    EraseIncomplete,
    /// Any other trouble of the database.
    #[error("The database of servers could not be used ({0}). Try again.")]
    Database(#[source] Arc<rusqlite::Error>),
    /// Any other trouble with a file.
    #[error("The folder of loaded songs could not be used ({0}). Try again.")]
    File(#[source] Arc<io::Error>),
    /// No thread could be started, or no client made.
    #[error("Attune could not start what talks to servers. Restart Attune.")]
    NoThread,
}

impl SubsonicError {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::AddressInvalid | Self::AddressWithSecrets | Self::NoServer => ErrorCode::ServerAddress,
            Self::Offline => ErrorCode::ServerOffline,
            Self::Moved(_) => ErrorCode::ServerMoved,
            Self::Certificate(_) | Self::Encryption => ErrorCode::ServerCertificate,
            Self::WrongPassword => ErrorCode::ServerPassword,
            Self::PlainPassword => ErrorCode::ServerPlainPassword,
            Self::NoPassword => ErrorCode::ServerNoPassword,
            Self::Version(_) | Self::ClientTooOld => ErrorCode::ServerVersion,
            Self::RateLimited { .. } => ErrorCode::ServerRateLimited,
            Self::Failed(_) => ErrorCode::ServerFailed,
            Self::Interrupted => ErrorCode::ServerInterrupted,
            Self::BadReply => ErrorCode::ServerBadReply,
            Self::Refused(_) => ErrorCode::ServerRefused,
            Self::SongGone => ErrorCode::ServerSongGone,
            Self::SongChanged => ErrorCode::ServerSongChanged,
            Self::ServerGone => ErrorCode::ServerGone,
            Self::Scanning => ErrorCode::ServerScanning,
            Self::Newer => ErrorCode::DatabaseNewer,
            Self::Corrupt => ErrorCode::DatabaseCorrupt,
            Self::ReadOnly => ErrorCode::DataFolderReadOnly,
            Self::DiskFull => ErrorCode::DiskFull,
            Self::Busy => ErrorCode::DatabaseBusy,
            Self::EraseIncomplete => ErrorCode::EraseIncomplete,
            Self::Database(_) | Self::File(_) => ErrorCode::StoreFailed,
            Self::NoThread => ErrorCode::ThreadsUnavailable,
        }
    }

    /// Whether the same question may be asked again soon.
    pub(crate) fn is_passing(&self) -> bool {
        matches!(self, Self::Failed(_) | Self::Offline | Self::Interrupted)
    }

    /// Whether it may be the way to the server that is broken.
    pub(crate) fn is_outage(&self) -> bool {
        matches!(self, Self::Offline | Self::Interrupted)
    }
}

impl PartialEq for SubsonicError {
    /// Equal are two that would be told alike.
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other) && self.to_string() == other.to_string()
    }
}

attune_files::disk_errors! { SubsonicError {
    newer: |_, _| Self::Newer,
    database: |error| Self::Database(Arc::new(error)),
    file: |error| Self::File(Arc::new(error)),
} }

impl From<SubsonicError> for AppError {
    fn from(error: SubsonicError) -> Self {
        Self::new(error.code(), error.to_string()).caused_by(error)
    }
}
