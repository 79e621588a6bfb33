//! Many tracks in memory at once.
//!
//! A [`Track`] owns its texts, about 500 bytes with all that the allocator adds. [`Tracks`] keeps the same in about a third
//! of that: ids and titles lie one after another in one buffer each, a text that several tracks share is there once, and
//! numbers stand in rows of one size. What comes out equals what went in; beliefs do to the billionth.

mod builder;
mod kind;
mod row;
mod texts;

pub use builder::TracksBuilder;

use crate::key::key;
use crate::track::{AffectSource, Score};
use crate::{AffectEstimate, Track, TrackAffect, TrackId};
use hashbrown::HashTable;
use kind::Kind;
use row::Row;
use std::borrow::Borrow;
use std::sync::Arc;
use texts::Texts;

/// Tracks in their order, found by id, shared without copying. Each id is in once.
///
/// Making it takes a while for many tracks (about 0.1 s for 100,000): make it on the thread that has read them.
#[derive(Debug, Clone, Default)]
pub struct Tracks(Arc<Table>);

/// A [`Track`], borrowed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrackRef<'a> {
    /// Stable name, as in [`TrackId`].
    pub id: &'a str,
    /// As credited.
    pub title: &'a str,
    /// As credited; several artists in one text.
    pub artist: &'a str,
    /// Album, where known.
    pub album: Option<&'a str>,
    /// Year of first release.
    pub year: Option<i16>,
    /// Genre word, lower case.
    pub genre: Option<&'a str>,
    /// ISO 639-1 code, `zxx` for instrumental music.
    pub language: Option<&'a str>,
    /// The catalogue's mood word.
    pub mood_word: Option<&'a str>,
    /// 0 to 100.
    pub popularity: Option<u8>,
    /// Length in milliseconds.
    pub duration_ms: Option<u32>,
    /// Beats per minute.
    pub tempo: Option<f32>,
    /// What is known of its score, if it is composed here.
    pub score: Option<Score>,
    /// What is believed of its affect.
    pub estimate: AffectEstimate,
    /// What that was fused from.
    pub sources: &'a [AffectSource],
}

/// The columns of all tracks.
#[derive(Debug, Clone, Default)]
struct Table {
    ids: Texts,
    titles: Texts,
    /// Artists and albums, each once.
    names: Texts,
    /// What many tracks have alike, each once.
    kinds: Vec<Kind>,
    rows: Vec<Row>,
    /// Numbers of rows by id.
    index: HashTable<u32>,
}

impl Tracks {
    /// These tracks; of several with the same id the first counts.
    #[must_use]
    pub fn new<T: Borrow<Track>>(tracks: impl IntoIterator<Item = T>) -> Self {
        let mut all = TracksBuilder::default();
        for track in tracks {
            all.push(track.borrow().into());
        }
        all.finish()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.rows.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.rows.is_empty()
    }

    /// The track at a place, from 0.
    ///
    /// # Panics
    ///
    /// If there is no such place.
    #[must_use]
    pub fn get(&self, place: u32) -> TrackRef<'_> {
        self.0.get(place)
    }

    /// All of them, in their order.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = TrackRef<'_>> + Clone {
        self.0.iter()
    }

    /// Where the track of that id is.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<u32> {
        self.0.place(key(id), id)
    }

    /// The track of that id.
    #[must_use]
    pub fn find(&self, id: &TrackId) -> Option<TrackRef<'_>> {
        self.place(&id.0).map(|place| self.get(place))
    }

    /// Whether both are handles on the same memory.
    #[must_use]
    pub fn is_shared_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Bytes in memory.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let Table { ids, titles, names, kinds, rows, index } = &*self.0;
        let texts: usize = [ids, titles, names].into_iter().map(Texts::bytes).sum();
        let kinds: usize = kinds.iter().map(Kind::bytes).sum();
        texts + kinds + rows.capacity() * size_of::<Row>() + index.allocation_size()
    }
}

impl PartialEq for Tracks {
    fn eq(&self, other: &Self) -> bool {
        self.is_shared_with(other) || self.iter().eq(other.iter())
    }
}

impl From<Vec<Track>> for Tracks {
    fn from(tracks: Vec<Track>) -> Self {
        Self::new(tracks)
    }
}

impl Table {
    fn get(&self, place: u32) -> TrackRef<'_> {
        let row = &self.rows[place as usize];
        let kind = &self.kinds[row.kind as usize];
        TrackRef {
            id: self.ids.get(place),
            title: self.titles.get(place),
            artist: self.names.get(row.artist),
            album: row.album.map(|number| self.names.get(number.get() - 1)),
            year: row.year(),
            genre: kind.genre.as_deref(),
            language: kind.language.as_deref(),
            mood_word: kind.mood_word.as_deref(),
            popularity: row.popularity(),
            duration_ms: row.duration_ms(),
            tempo: row.tempo(),
            score: kind.score,
            estimate: row.estimate(),
            sources: &kind.sources,
        }
    }

    fn iter(&self) -> impl ExactSizeIterator<Item = TrackRef<'_>> + Clone {
        (0..self.rows.len() as u32).map(|place| self.get(place))
    }

    fn place(&self, key: u64, id: &str) -> Option<u32> {
        self.index.find(key, |place| self.ids.get(*place) == id).copied()
    }
}

impl TrackRef<'_> {
    /// Its name.
    #[must_use]
    pub fn track_id(&self) -> TrackId {
        TrackId(self.id.to_owned())
    }

    /// A copy that owns its texts.
    #[must_use]
    pub fn to_track(&self) -> Track {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        Track {
            id: self.track_id(),
            title: self.title.to_owned(),
            artist: self.artist.to_owned(),
            album: owned(self.album),
            year: self.year,
            genre: owned(self.genre),
            language: owned(self.language),
            mood_word: owned(self.mood_word),
            popularity: self.popularity,
            duration_ms: self.duration_ms,
            tempo: self.tempo,
            score: self.score,
            affect: TrackAffect { estimate: self.estimate, sources: self.sources.to_vec() },
        }
    }
}

impl<'a> From<&'a Track> for TrackRef<'a> {
    fn from(track: &'a Track) -> Self {
        Self {
            id: &track.id.0,
            title: &track.title,
            artist: &track.artist,
            album: track.album.as_deref(),
            year: track.year,
            genre: track.genre.as_deref(),
            language: track.language.as_deref(),
            mood_word: track.mood_word.as_deref(),
            popularity: track.popularity,
            duration_ms: track.duration_ms,
            tempo: track.tempo,
            score: track.score,
            estimate: track.affect.estimate,
            sources: &track.affect.sources,
        }
    }
}

#[cfg(test)]
mod tests;
