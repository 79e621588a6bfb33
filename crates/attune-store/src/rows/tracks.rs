//! Tracks of imported catalogues.

use super::{estimate, name, word};
use crate::error::StoreError;
use attune_core::track::AffectSource;
use attune_core::{Track, TrackAffect, TrackId};
use rusqlite::{Connection, Row, Statement, named_params};

/// Adds tracks in their order; the caller holds the transaction.
pub(crate) fn add_all(db: &Connection, catalogue: u32, tracks: &[Track]) -> Result<(), StoreError> {
    let mut insert = db.prepare_cached(
        "INSERT INTO tracks (catalogue, position, id, title, artist, album, year, genre, language, mood_word,
             popularity, duration_ms, tempo, valence, arousal, sd_valence, sd_arousal, sources)
         VALUES (:catalogue, :position, :id, :title, :artist, :album, :year, :genre, :language, :mood_word,
             :popularity, :duration_ms, :tempo, :valence, :arousal, :sd_valence, :sd_arousal, :sources)",
    )?;
    for (position, track) in tracks.iter().enumerate() {
        add(&mut insert, catalogue, position as i64, track)?;
    }
    Ok(())
}

fn add(insert: &mut Statement, catalogue: u32, position: i64, t: &Track) -> Result<(), StoreError> {
    let e = &t.affect.estimate;
    insert.execute(named_params! {
        ":catalogue": catalogue,
        ":position": position,
        ":id": t.id.0,
        ":title": t.title,
        ":artist": t.artist,
        ":album": t.album,
        ":year": t.year,
        ":genre": t.genre,
        ":language": t.language,
        ":mood_word": t.mood_word,
        ":popularity": t.popularity,
        ":duration_ms": t.duration_ms,
        ":tempo": t.tempo,
        ":valence": e.mean.valence,
        ":arousal": e.mean.arousal,
        ":sd_valence": e.sd_valence,
        ":sd_arousal": e.sd_arousal,
        ":sources": source_names(&t.affect.sources)?,
    })?;
    Ok(())
}

/// The tracks of a catalogue in the order of its file.
pub(crate) fn of(db: &Connection, catalogue: u32) -> Result<Vec<Track>, StoreError> {
    let mut query = db.prepare_cached("SELECT * FROM tracks WHERE catalogue = ?1 ORDER BY position")?;
    let tracks = query.query_map([catalogue], track)?.collect::<Result<_, _>>()?;
    Ok(tracks)
}

fn track(row: &Row) -> rusqlite::Result<Track> {
    Ok(Track {
        id: TrackId(row.get("id")?),
        title: row.get("title")?,
        artist: row.get("artist")?,
        album: row.get("album")?,
        year: row.get("year")?,
        genre: row.get("genre")?,
        language: row.get("language")?,
        mood_word: row.get("mood_word")?,
        popularity: row.get("popularity")?,
        duration_ms: row.get("duration_ms")?,
        tempo: row.get("tempo")?,
        affect: TrackAffect { estimate: estimate(row)?, sources: sources(&row.get::<_, String>("sources")?) },
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
