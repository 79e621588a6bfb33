//! The mood history.

use super::{estimate, name, new_id, word};
use crate::error::StoreError;
use attune_core::history::{HistoryEdit, HistoryEntry, OWN_WORD_SD};
use attune_core::mood::{Confidence, MoodWord};
use attune_core::{Affect, AffectEstimate, Modality, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

/// Adds an entry and gives the number that it has from now on.
pub(crate) fn add(db: &Connection, entry: &HistoryEntry) -> Result<u32, StoreError> {
    insert(db, None, entry)?;
    new_id(db)
}

/// Adds an entry under the number that it has.
pub(crate) fn put_back(db: &Connection, entry: &HistoryEntry) -> Result<(), StoreError> {
    insert(db, Some(entry.id), entry)
}

fn insert(db: &Connection, id: Option<u32>, entry: &HistoryEntry) -> Result<(), StoreError> {
    let e = &entry.estimate;
    db.prepare_cached(
        "INSERT INTO history (id, at, valence, arousal, sd_valence, sd_arousal, word, confidence, source, expression, note)
         VALUES (:id, :at, :valence, :arousal, :sd_valence, :sd_arousal, :word, :confidence, :source, :expression, :note)",
    )?
    .execute(named_params! {
        ":id": id,
        ":at": entry.at,
        ":valence": e.mean.valence,
        ":arousal": e.mean.arousal,
        ":sd_valence": e.sd_valence,
        ":sd_arousal": e.sd_arousal,
        ":word": name(entry.word)?,
        ":confidence": name(entry.confidence)?,
        ":source": name(entry.source)?,
        ":expression": entry.expression.map(name).transpose()?,
        ":note": entry.note.as_deref().and_then(note),
    })?;
    Ok(())
}

pub(crate) fn between(
    db: &Connection,
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<HistoryEntry>, StoreError> {
    let mut query = db.prepare_cached("SELECT * FROM history WHERE at >= ?1 AND at < ?2 ORDER BY at, id")?;
    let entries = query.query_map(params![from.0, to.0], entry)?.collect::<Result<_, _>>()?;
    Ok(entries)
}

pub(crate) fn all(db: &Connection) -> Result<Vec<HistoryEntry>, StoreError> {
    let mut query = db.prepare("SELECT * FROM history ORDER BY at, id")?;
    let entries = query.query_map([], entry)?.collect::<Result<_, _>>()?;
    Ok(entries)
}

/// Changes an entry in one transaction.
pub(crate) fn edit(db: &mut Connection, id: u32, edit: &HistoryEdit) -> Result<(), StoreError> {
    let tx = db.transaction()?;
    let known: Option<i64> =
        tx.query_row("SELECT 1 FROM history WHERE id = ?1", [id], |r| r.get(0)).optional()?;
    known.ok_or(StoreError::HistoryGone)?;
    if let Some(affect) = edit.affect {
        correct(&tx, id, affect)?;
    }
    if let Some(text) = &edit.note {
        tx.execute("UPDATE history SET note = ?2 WHERE id = ?1", params![id, note(text)])?;
    }
    tx.commit()?;
    Ok(())
}

/// The listener's word replaces the estimate; the expression that was seen stays a fact.
fn correct(db: &Connection, id: u32, affect: Affect) -> Result<(), StoreError> {
    let e = AffectEstimate::with_sd(affect, OWN_WORD_SD);
    db.execute(
        "UPDATE history SET valence = ?2, arousal = ?3, sd_valence = ?4, sd_arousal = ?5, word = ?6,
         confidence = ?7, source = ?8 WHERE id = ?1",
        params![
            id,
            e.mean.valence,
            e.mean.arousal,
            e.sd_valence,
            e.sd_arousal,
            name(MoodWord::of(e.mean, None))?,
            name(Confidence::of(&e))?,
            name(Modality::You)?
        ],
    )?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, id: u32) -> Result<(), StoreError> {
    db.execute("DELETE FROM history WHERE id = ?1", [id])?;
    Ok(())
}

/// A note with something in it.
fn note(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|t| !t.is_empty())
}

/// An entry; a word that this version does not know is worked out anew from the numbers.
fn entry(row: &Row) -> rusqlite::Result<HistoryEntry> {
    let estimate = estimate(row)?;
    Ok(HistoryEntry {
        id: row.get("id")?,
        at: row.get("at")?,
        estimate,
        word: word(row.get("word")?).unwrap_or_else(|| MoodWord::of(estimate.mean, None)),
        confidence: word(row.get("confidence")?).unwrap_or_else(|| Confidence::of(&estimate)),
        source: word(row.get("source")?).unwrap_or(Modality::Face),
        expression: row.get::<_, Option<String>>("expression")?.and_then(word),
        note: row.get("note")?,
    })
}
