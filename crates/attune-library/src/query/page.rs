//! Searching, sorting, and one page at a time.

use super::order::{Order, Sort};
use super::places::{List, Pages, State};
use super::track::{COLUMNS, LocalTrack, track};
use crate::database::Revision;
use crate::error::LocalError;
use crate::forms;
use crate::library::Library;
use attune_core::{AppError, TrackId};
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The most tracks on a page.
const LONGEST: u32 = 1_000;
/// From so many on, what was found is put in order by reading an index.
const MANY: u32 = 10_000;

/// Which tracks a search finds.
const FOUND: &str = "gone_at IS NULL AND tracks.id IN (SELECT rowid FROM words WHERE words MATCH :matching)";

/// What to show.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", default)]
pub struct Query {
    /// Words that must all occur, each at the beginning of a word of title, artist, album, genre or path, or anywhere
    /// where a script has no spaces; case and accents do not count. Empty for all tracks.
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
        let db = self.pages();
        let mut known = self.known_pages();
        Ok(page(&db, &mut known, query)?)
    }

    /// Everything that a search finds (see [`Query::text`]), by artist.
    pub fn found(&self, text: &str) -> Result<Vec<TrackId>, AppError> {
        let Some(matching) = forms::asked(text) else { return Ok(Vec::new()) };
        let found = if matching.is_empty() { "gone_at IS NULL" } else { FOUND };
        let order = Order::of(Sort::Artist).sql(false);
        let db = self.reader();
        let find = || -> Result<Vec<TrackId>, LocalError> {
            let mut rows = db.prepare(&format!("SELECT name FROM tracks WHERE {found} ORDER BY {order}"))?;
            if !matching.is_empty() {
                rows.raw_bind_parameter(c":matching", &matching)?;
            }
            let ids = rows.raw_query().mapped(|row| row.get(0).map(TrackId));
            Ok(ids.collect::<Result<_, _>>()?)
        };
        Ok(find()?)
    }

    /// One track; none where there is none.
    pub fn track(&self, id: &TrackId) -> Result<Option<LocalTrack>, AppError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM tracks LEFT JOIN analyses ON analyses.track = tracks.id WHERE name = ?1"
        );
        let db = self.lookups();
        let find = || db.prepare_cached(&sql)?.query_row([&id.0], track).optional();
        Ok(find().map_err(LocalError::from)?)
    }
}

fn page(db: &Connection, known: &mut Pages, query: &Query) -> Result<Page, LocalError> {
    let Some(matching) = forms::asked(&query.text) else { return Ok(Page { total: 0, tracks: Vec::new() }) };
    // All that a page is put together from is of one moment.
    let _moment = db.unchecked_transaction()?;
    let limit = query.limit.min(LONGEST);
    let (total, ids) = match Order::of(query.sort) {
        Order::Kept(order) if matching.is_empty() => {
            let state = State::of(db)?;
            let mut walk = known.walk(db, order, state)?;
            (state.tracks, walk.page(query.descending, query.offset, limit)?)
        }
        _ => {
            let list = List { matching, sort: query.sort, descending: query.descending };
            let ids = listed(db, known, list)?;
            let part = ids.iter().skip(query.offset as usize).take(limit as usize).copied().collect();
            (ids.len() as u32, part)
        }
    };
    Ok(Page { total, tracks: rows(db, &ids)? })
}

/// A whole order that no index keeps: made once, for all its pages, unless anything changes.
fn listed(db: &Connection, known: &mut Pages, list: List) -> Result<Arc<[i64]>, LocalError> {
    let now = Revision::of(db)?;
    if let Some((.., ids)) = known.list.as_ref().filter(|(at, of, _)| (*at, of) == (now, &list)) {
        return Ok(ids.clone());
    }
    let mut query = db.prepare(&listing(db, &list)?)?;
    if !list.matching.is_empty() {
        query.raw_bind_parameter(c":matching", &list.matching)?;
    }
    let rows = query.raw_query().mapped(|row| row.get(0));
    let ids: Arc<[i64]> = rows.collect::<Result<_, _>>()?;
    known.list = Some((now, list, ids.clone()));
    Ok(ids)
}

/// How to make an order: of few tracks by sorting them, of many by reading an index and passing over the others.
fn listing(db: &Connection, list: &List) -> Result<String, LocalError> {
    let order = Order::of(list.sort);
    let by = order.sql(list.descending);
    let analyses =
        if matches!(order, Order::Made(_)) { "LEFT JOIN analyses ON analyses.track = tracks.id" } else { "" };
    if list.matching.is_empty() {
        return Ok(format!("SELECT tracks.id FROM tracks {analyses} WHERE gone_at IS NULL ORDER BY {by}"));
    }
    let found: u32 = db
        .prepare_cached("SELECT count(*) FROM words WHERE words MATCH ?1")?
        .query_row([&list.matching], |row| row.get(0))?;
    let (index, found) = match order {
        Order::Kept(kept) if found > MANY && !list.descending => {
            (format!("INDEXED BY {}", kept.index), FOUND.replace("tracks.id IN", "+tracks.id IN"))
        }
        _ => (String::new(), FOUND.to_owned()),
    };
    Ok(format!("SELECT tracks.id FROM tracks {index} {analyses} WHERE {found} ORDER BY {by}"))
}

fn rows(db: &Connection, ids: &[i64]) -> Result<Vec<LocalTrack>, LocalError> {
    let mut row = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM tracks LEFT JOIN analyses ON analyses.track = tracks.id WHERE tracks.id = ?1"
    ))?;
    Ok(ids.iter().map(|id| row.query_row([id], track)).collect::<Result<_, _>>()?)
}
