//! What was learned of the listener, and what they said of themselves: one document a part, each with its version.
//!
//! A document and not rows of its own: it is read and written as a whole, and exported and erased with the rest of
//! its table.

use crate::error::StoreError;
use attune_core::mood::LEARNED_VERSION;
use attune_core::taste::STATED_VERSION;
use rusqlite::{Connection, OptionalExtension, params};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// One of the documents.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    /// Its name in the table.
    pub(crate) name: &'static str,
    /// What it is, for a listener to read.
    about: &'static str,
    /// The latest version that is known here.
    pub(crate) version: u32,
}

/// How the listener shows a mood.
pub(crate) const MOOD: Part =
    Part { name: "mood", about: "What Attune has learned of your face", version: LEARNED_VERSION };
/// What the listener says they like.
pub(crate) const STATED: Part =
    Part { name: "told", about: "What you said you like", version: STATED_VERSION };

/// The one thing that all versions of a document have in common.
#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

/// What is kept of a part; nothing learned where nothing is.
pub(crate) fn get<T: Default + DeserializeOwned>(db: &Connection, part: Part) -> Result<T, StoreError> {
    let Some(text) = document(db, part)? else { return Ok(T::default()) };
    refuse_newer(&text, part)?;
    serde_json::from_str(&text).map_err(|_| StoreError::LearnedUnreadable(part.about))
}

fn document(db: &Connection, part: Part) -> Result<Option<String>, StoreError> {
    let mut query = db.prepare_cached("SELECT document FROM learned WHERE part = ?1")?;
    Ok(query.query_row([part.name], |row| row.get(0)).optional()?)
}

fn refuse_newer(document: &str, part: Part) -> Result<(), StoreError> {
    match serde_json::from_str::<Versioned>(document) {
        Ok(found) if found.version > part.version => Err(StoreError::DocumentNewer(part.about)),
        _ => Ok(()),
    }
}

/// All parts as they are kept, for the export; one that is no JSON is given as its text.
pub(crate) fn all(db: &Connection) -> Result<Map<String, Value>, StoreError> {
    let mut query = db.prepare_cached("SELECT part, document FROM learned ORDER BY part")?;
    let parts = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let parts = parts.collect::<Result<Vec<(String, String)>, _>>()?;
    let value = |text: String| serde_json::from_str(&text).unwrap_or(Value::String(text));
    Ok(parts.into_iter().map(|(part, text)| (part, value(text))).collect())
}

/// Replaces what is kept of a part, unless a newer version of Attune wrote it.
pub(crate) fn set(db: &Connection, part: Part, learned: &impl Serialize) -> Result<(), StoreError> {
    if let Some(text) = document(db, part)? {
        refuse_newer(&text, part)?;
    }
    db.prepare_cached(
        "INSERT INTO learned (part, document) VALUES (?1, ?2)
         ON CONFLICT (part) DO UPDATE SET document = excluded.document",
    )?
    .execute(params![part.name, serde_json::to_string(learned)?])?;
    Ok(())
}
