//! Searching, sorting, and one page at a time.

use super::track::{COLUMNS, LocalTrack, track};
use crate::error::LocalError;
use crate::library::Library;
use attune_core::{AppError, TrackId};
use rusqlite::{Connection, OptionalExtension, named_params};
use serde::{Deserialize, Serialize};

/// The most tracks on a page.
const LONGEST: u32 = 1_000;

/// By what tracks are ordered; equals by artist, album and place on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Sort {
    /// Title.
    Title,
    /// Artist.
    #[default]
    Artist,
    /// Album.
    Album,
    /// Year; unknown ones last.
    Year,
    /// Genre; unknown ones last.
    Genre,
    /// Length; unknown ones last.
    Duration,
    /// When it was found.
    Found,
    /// Valence as heard; unknown ones last.
    Valence,
    /// Arousal as heard; unknown ones last.
    Arousal,
    /// Beats per minute; unknown ones last.
    Tempo,
}

/// Which tracks a search finds; `:matching` is empty for all.
const FOUND: &str = "gone_at IS NULL AND (:matching = '' OR tracks.id IN (SELECT rowid FROM words WHERE words MATCH :matching))";

/// What to show.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", default)]
pub struct Query {
    /// Words that must all occur, each at the beginning of a word of title, artist, album, genre or path; case and
    /// accents do not count. Empty for all tracks.
    pub text: String,
    /// The order.
    pub sort: Sort,
    /// The other way round.
    pub descending: bool,
    /// How many tracks to pass over.
    pub offset: u32,
    /// How many to show, at most 1,000.
    pub limit: u32,
}

/// A part of what was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Page {
    /// How many tracks were found in all.
    pub total: u32,
    /// Those on this page.
    pub tracks: Vec<LocalTrack>,
}

impl Library {
    /// A page of the tracks that a query finds.
    pub fn page(&self, query: &Query) -> Result<Page, AppError> {
        Ok(page(&self.reader(), query)?)
    }

    /// Everything that a search finds (see [`Query::text`]), by artist.
    pub fn found(&self, text: &str) -> Result<Vec<TrackId>, AppError> {
        let Some(matching) = matching(text) else { return Ok(Vec::new()) };
        let order = order(Sort::Artist, false);
        let db = self.reader();
        let sql = format!("SELECT name FROM tracks WHERE {FOUND} ORDER BY {order}");
        let find = || -> Result<Vec<TrackId>, LocalError> {
            let mut rows = db.prepare_cached(&sql)?;
            let ids =
                rows.query_map(named_params! { ":matching": matching }, |row| row.get(0).map(TrackId))?;
            Ok(ids.collect::<Result<_, _>>()?)
        };
        Ok(find()?)
    }

    /// One track; none where there is none.
    pub fn track(&self, id: &TrackId) -> Result<Option<LocalTrack>, AppError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM tracks LEFT JOIN analyses ON analyses.track = tracks.id WHERE name = ?1"
        );
        let db = self.reader();
        let find = || db.prepare_cached(&sql)?.query_row([&id.0], track).optional();
        Ok(find().map_err(LocalError::from)?)
    }
}

fn page(db: &Connection, query: &Query) -> Result<Page, LocalError> {
    let Some(matching) = matching(&query.text) else { return Ok(Page { total: 0, tracks: Vec::new() }) };
    let total = db
        .prepare_cached(&format!("SELECT count(*) FROM tracks WHERE {FOUND}"))?
        .query_row(named_params! { ":matching": matching }, |row| row.get(0))?;
    let order = order(query.sort, query.descending);
    let mut rows = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM tracks LEFT JOIN analyses ON analyses.track = tracks.id WHERE {FOUND}
         ORDER BY {order} LIMIT :limit OFFSET :offset"
    ))?;
    let tracks = rows
        .query_map(
            named_params! { ":matching": matching, ":limit": query.limit.min(LONGEST), ":offset": query.offset },
            track,
        )?
        .collect::<Result<_, _>>()?;
    Ok(Page { total, tracks })
}

/// The words in FTS5's own language, each quoted; none if there is text, but no word in it.
fn matching(text: &str) -> Option<String> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(16)
        .map(|word| format!("\"{word}\"*"))
        .collect();
    (!words.is_empty() || text.trim().is_empty()).then(|| words.join(" "))
}

fn order(sort: Sort, descending: bool) -> String {
    let by = match sort {
        Sort::Title => "title COLLATE folded",
        Sort::Artist => "artist COLLATE folded",
        Sort::Album => "album COLLATE folded",
        Sort::Year => "year",
        Sort::Genre => "genre COLLATE folded",
        Sort::Duration => "coalesce(length_ms, duration_ms)",
        Sort::Found => "found_at",
        Sort::Valence => "valence",
        Sort::Arousal => "arousal",
        Sort::Tempo => "coalesce(tempo, bpm)",
    };
    let way = if descending { "DESC" } else { "ASC" };
    format!(
        "{by} {way} NULLS LAST, artist COLLATE folded, album COLLATE folded, disc, number, title, tracks.id"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_never_becomes_a_command() {
        assert_eq!(matching("  "), Some(String::new()));
        assert_eq!(matching("\"*- "), None);
        assert_eq!(matching("AND be* \"x").unwrap(), "\"AND\"* \"be\"* \"x\"*");
    }
}
