//! What was learned of the listener.

use crate::error::StoreError;
use attune_core::mood::Learned;
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::{Map, Value};

/// How the listener shows a mood.
const MOOD: &str = "mood";

/// What is kept; nothing learned where nothing is.
pub(crate) fn get(db: &Connection) -> Result<Learned, StoreError> {
    let document: Option<String> = db
        .prepare_cached("SELECT document FROM learned WHERE part = ?1")?
        .query_row([MOOD], |row| row.get(0))
        .optional()?;
    document.map_or_else(
        || Ok(Learned::default()),
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

/// Replaces what is kept.
pub(crate) fn set(db: &Connection, learned: &Learned) -> Result<(), StoreError> {
    db.prepare_cached(
        "INSERT INTO learned (part, document) VALUES (?1, ?2)
         ON CONFLICT (part) DO UPDATE SET document = excluded.document",
    )?
    .execute(params![MOOD, serde_json::to_string(learned)?])?;
    Ok(())
}
