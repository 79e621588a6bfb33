//! What was learned of the listener, and what they said of themselves: one document a part, each with its version.
//!
//! A document and not rows of its own: it is read and written as a whole, and exported and erased with the rest of
//! its table.

use crate::error::StoreError;
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// How the listener shows a mood.
pub(crate) const MOOD: &str = "mood";
/// What the listener says they like.
pub(crate) const STATED: &str = "told";

/// What is kept of a part; nothing learned where nothing is.
pub(crate) fn get<T: Default + DeserializeOwned>(db: &Connection, part: &str) -> Result<T, StoreError> {
    let document: Option<String> = db
        .prepare_cached("SELECT document FROM learned WHERE part = ?1")?
        .query_row([part], |row| row.get(0))
        .optional()?;
    document.map_or_else(
        || Ok(T::default()),
        |text| serde_json::from_str(&text).map_err(|_| StoreError::LearnedUnreadable),
    )
}

/// All parts as they are kept, for the export; one that is no JSON is given as its text.
pub(crate) fn all(db: &Connection) -> Result<Map<String, Value>, StoreError> {
    let mut query = db.prepare_cached("SELECT part, document FROM learned ORDER BY part")?;
    let parts = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let parts = parts.collect::<Result<Vec<(String, String)>, _>>()?;
    let value = |text: String| serde_json::from_str(&text).unwrap_or(Value::String(text));
    Ok(parts.into_iter().map(|(part, text)| (part, value(text))).collect())
}

/// Replaces what is kept of a part.
pub(crate) fn set(db: &Connection, part: &str, learned: &impl Serialize) -> Result<(), StoreError> {
    db.prepare_cached(
        "INSERT INTO learned (part, document) VALUES (?1, ?2)
         ON CONFLICT (part) DO UPDATE SET document = excluded.document",
    )?
    .execute(params![part, serde_json::to_string(learned)?])?;
    Ok(())
}
