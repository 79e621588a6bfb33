//! The tables, one file each: what goes in and what comes out.

pub(crate) mod catalogues;
pub(crate) mod feedback;
pub(crate) mod history;
pub(crate) mod learned;
pub(crate) mod past;
pub(crate) mod resume_point;
pub(crate) mod tracks;

use crate::error::StoreError;
use attune_core::{Affect, AffectEstimate};
use rusqlite::{Connection, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The name of a word of the domain, as JSON has it.
fn name(word: impl Serialize) -> Result<String, StoreError> {
    Ok(match serde_json::to_value(word)? {
        Value::String(name) => name,
        other => other.to_string(),
    })
}

/// The word of that name; none if this version has no such word.
fn word<T: DeserializeOwned>(name: String) -> Option<T> {
    serde_json::from_value(Value::String(name)).ok()
}

/// The number of the row just made.
fn new_id(db: &Connection) -> Result<u32, StoreError> {
    let id = db.last_insert_rowid();
    u32::try_from(id).map_err(|_| StoreError::Database(rusqlite::Error::IntegralValueOutOfRange(0, id)))
}

/// The estimate in the columns `valence`, `arousal`, `sd_valence` and `sd_arousal`.
fn estimate(row: &Row) -> rusqlite::Result<AffectEstimate> {
    let mean = Affect::new(row.get("valence")?, row.get("arousal")?);
    Ok(AffectEstimate::new(mean, row.get("sd_valence")?, row.get("sd_arousal")?))
}
