//! The orders in which tracks are shown, and the indexes that keep them.

use crate::forms::UNKNOWN;
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};

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

/// An order that an index keeps.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kept {
    /// The index.
    pub(crate) index: &'static str,
    /// The column that is sorted by; its unknown values are the greatest.
    pub(super) first: &'static str,
    /// The columns that decide between equals; the last one is the track's number.
    pub(super) then: &'static str,
    /// How many columns there are in all.
    pub(super) columns: usize,
    /// Whether the first column is a name, else a number.
    names: bool,
}

impl Kept {
    /// All columns.
    pub(super) fn all(&self) -> String {
        format!("{}, {}", self.first, self.then)
    }

    /// Whether listening changes it, which measures lengths.
    pub(super) fn by_length(&self) -> bool {
        self.first == LENGTH.first
    }

    /// The same the other way round, for reading backwards.
    pub(super) fn backwards(&self) -> String {
        self.all().replace(',', " DESC,") + " DESC"
    }

    /// What the first column holds where nothing is known.
    pub(super) fn unknown(&self) -> Value {
        if self.names { Value::Blob(UNKNOWN.to_vec()) } else { Value::Integer(i64::MAX) }
    }

    /// The index as it is made.
    pub(crate) fn definition(&self) -> String {
        let columns = self.all().replace(", id", "");
        format!("CREATE INDEX {} ON tracks ({columns}) WHERE gone_at IS NULL", self.index)
    }
}

const fn names(index: &'static str, first: &'static str, then: &'static str, columns: usize) -> Kept {
    Kept { index, first, then, columns, names: true }
}

const fn numbers(index: &'static str, first: &'static str) -> Kept {
    Kept { index, first, then: "artist_key, album_key, spot, id", columns: 5, names: false }
}

const TITLE: Kept = names("tracks_title", "title_key", "artist_key, album_key, id", 4);
const ARTIST: Kept = names("tracks_artist", "artist_key", "album_key, spot, title_key, id", 5);
const ALBUM: Kept = names("tracks_album", "album_key", "owner_key, spot, title_key, id", 5);
const GENRE: Kept = names("tracks_genre", "genre_key", "artist_key, album_key, spot, id", 5);
const YEAR: Kept = numbers("tracks_year", "year_key");
const LENGTH: Kept = numbers("tracks_length", "length_key");
const FOUND: Kept = numbers("tracks_found", "found_at");

/// All orders that indexes keep.
pub(crate) const KEPT: [Kept; 7] = [TITLE, ARTIST, ALBUM, GENRE, YEAR, LENGTH, FOUND];

/// By what the library is sorted.
#[derive(Debug, Clone, Copy)]
pub(super) enum Order {
    /// An index keeps it.
    Kept(Kept),
    /// It is sorted when asked for, by this column; unknown ones last.
    Made(&'static str),
}

impl Order {
    pub(super) fn of(sort: Sort) -> Self {
        match sort {
            Sort::Title => Self::Kept(TITLE),
            Sort::Artist => Self::Kept(ARTIST),
            Sort::Album => Self::Kept(ALBUM),
            Sort::Year => Self::Kept(YEAR),
            Sort::Genre => Self::Kept(GENRE),
            Sort::Duration => Self::Kept(LENGTH),
            Sort::Found => Self::Kept(FOUND),
            Sort::Valence => Self::Made("valence"),
            Sort::Arousal => Self::Made("arousal"),
            Sort::Tempo => Self::Made("coalesce(tempo, bpm)"),
        }
    }

    /// As SQL; unknown values come last either way.
    pub(super) fn sql(self, descending: bool) -> String {
        let way = if descending { "DESC" } else { "ASC" };
        match self {
            Self::Made(by) => {
                format!("{by} {way} NULLS LAST, artist_key, album_key, spot, tracks.id")
            }
            Self::Kept(kept) if descending => {
                let unknown = if kept.names { "x'FFFFFFFF'".to_owned() } else { i64::MAX.to_string() };
                format!("{first} = {unknown}, {first} DESC, {}", kept.then, first = kept.first)
            }
            Self::Kept(kept) => kept.all(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_says_how_many_columns_it_has() {
        for kept in KEPT {
            assert_eq!(kept.all().split(", ").count(), kept.columns, "{}", kept.index);
            assert!(kept.then.ends_with(", id") && !kept.definition().contains(", id"));
        }
        assert_eq!(TITLE.backwards(), "title_key DESC, artist_key DESC, album_key DESC, id DESC");
    }
}
