//! Tracks of imported catalogues.

use super::{name, word};
use crate::error::StoreError;
use attune_core::track::AffectSource;
use attune_core::{Affect, AffectEstimate, Track, TrackAffect, TrackId};
use rusqlite::{Connection, Row, Statement, params};

/// The columns in the order in which [`add`] writes and [`track`] reads them, by number: looking columns up
/// by name takes longer than the database itself.
const COLUMNS: &str = "id, title, artist, album, year, genre, language, mood_word, popularity, duration_ms,
    tempo, valence, arousal, sd_valence, sd_arousal, sources";

/// Adds tracks in their order behind those that are there; the caller holds the transaction.
pub(crate) fn add_all(db: &Connection, catalogue: u32, tracks: &[&Track]) -> Result<(), StoreError> {
    let mut insert = db.prepare_cached(&format!(
        "INSERT INTO tracks ({COLUMNS}, catalogue, position)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ))?;
    let next = "SELECT coalesce(max(position) + 1, 0) FROM tracks WHERE catalogue = ?1";
    let next: u32 = db.query_row(next, [catalogue], |row| row.get(0))?;
    for (position, track) in (next..).zip(tracks) {
        add(&mut insert, catalogue, position, track)?;
    }
    Ok(())
}

fn add(insert: &mut Statement, catalogue: u32, position: u32, t: &Track) -> Result<(), StoreError> {
    let e = &t.affect.estimate;
    insert.execute(params![
        t.id.0,
        t.title,
        t.artist,
        t.album,
        t.year,
        t.genre,
        t.language,
        t.mood_word,
        t.popularity,
        t.duration_ms,
        t.tempo,
        e.mean.valence,
        e.mean.arousal,
        e.sd_valence,
        e.sd_arousal,
        source_names(&t.affect.sources)?,
        catalogue,
        position,
    ])?;
    Ok(())
}

/// The tracks of a catalogue in the order of its file.
pub(crate) fn of(db: &Connection, catalogue: u32) -> Result<Vec<Track>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM tracks WHERE catalogue = ?1 ORDER BY position");
    let mut query = db.prepare_cached(&sql)?;
    let tracks = query.query_map([catalogue], track)?.collect::<Result<_, _>>()?;
    Ok(tracks)
}

fn track(row: &Row) -> rusqlite::Result<Track> {
    let mean = Affect::new(row.get(11)?, row.get(12)?);
    let estimate = AffectEstimate::new(mean, row.get(13)?, row.get(14)?);
    let sources = sources(row.get_ref(15)?.as_str()?);
    Ok(Track {
        id: TrackId(row.get(0)?),
        title: row.get(1)?,
        artist: row.get(2)?,
        album: row.get(3)?,
        year: row.get(4)?,
        genre: row.get(5)?,
        language: row.get(6)?,
        mood_word: row.get(7)?,
        popularity: row.get(8)?,
        duration_ms: row.get(9)?,
        tempo: row.get(10)?,
        // Catalogues hold recordings.
        score: None,
        affect: TrackAffect { estimate, sources },
    })
}

fn source_names(sources: &[AffectSource]) -> Result<String, StoreError> {
    Ok(sources.iter().map(name).collect::<Result<Vec<_>, _>>()?.join(" "))
}

/// The sources of those names; never none.
fn sources(names: &str) -> Vec<AffectSource> {
    let known: Vec<_> = names.split(' ').filter_map(|n| word(n.to_owned())).collect();
    if known.is_empty() { vec![AffectSource::Unknown] } else { known }
}
