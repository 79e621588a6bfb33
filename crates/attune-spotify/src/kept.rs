//! The sign-in as it is held in memory, and where else it is kept.

use crate::token_store::Record;
use attune_core::AppError;
use serde::Serialize;

/// Where the sign-in is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", tag = "where", content = "why")]
pub enum Kept {
    /// In the system's keyring.
    Keyring,
    /// In memory, until Attune ends, because the keyring could not be used.
    ThisSession(AppError),
}

impl From<Result<(), AppError>> for Kept {
    /// From what the keyring answered.
    fn from(saved: Result<(), AppError>) -> Self {
        saved.map_or_else(Self::ThisSession, |()| Self::Keyring)
    }
}

/// A sign-in in memory.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    pub(crate) record: Record,
    pub(crate) kept: Kept,
}
