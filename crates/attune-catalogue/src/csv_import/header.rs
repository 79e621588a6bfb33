//! Which column is which: header names of the catalogue files that people have.

mod translated;

use super::split::Splitter;
use translated::{PLAIN, TRANSLATED};
use unicode_normalization::UnicodeNormalization;

/// What a column can be to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub(super) enum Column {
    Title,
    Artist,
    /// Several artists in one field, as Exportify lists them.
    Artists,
    Album,
    Id,
    Date,
    Popularity,
    DurationMs,
    /// Seconds, milliseconds or m:ss.
    Duration,
    Energy,
    Valence,
    Arousal,
    Loudness,
    Tempo,
    Mood,
    Genre,
    Language,
}

const COLUMNS: usize = 17;

/// Header names, folded by [`fold`], in the order of preference where a file has several for one column.
const NAMES: &[(Column, &[&str])] = &[
    (Column::Title, &["title", "trackname", "name", "songname", "songtitle", "tracktitle", "track", "song"]),
    (Column::Artist, &["artist", "artistname", "artistname1", "performer", "trackartist"]),
    (Column::Artists, &["artists", "artistnames", "artistsname"]),
    (Column::Album, &["album", "albumname", "albumtitle", "trackalbumname"]),
    (
        Column::Id,
        &[
            "id",
            "trackid",
            "trackuri",
            "spotifyid",
            "spotifyuri",
            "spotifytrackid",
            "uri",
            "spotifyurl",
            "url",
        ],
    ),
    (
        Column::Date,
        &[
            "releasedate",
            "year",
            "albumreleasedate",
            "releaseyear",
            "trackalbumreleasedate",
            "albumdate",
            "releasedyear",
            "date",
        ],
    ),
    (Column::Popularity, &["popularity", "trackpopularity"]),
    (Column::DurationMs, &["durationms", "trackdurationms", "lengthms"]),
    (Column::Duration, &["length", "duration", "lengthduration", "time"]),
    (Column::Energy, &["energy"]),
    (Column::Valence, &["valence", "happy", "happiness"]),
    (Column::Arousal, &["arousal"]),
    (Column::Loudness, &["loudness", "loudnessdb", "loud"]),
    (Column::Tempo, &["tempo", "bpm", "beatsperminutebpm", "beatsperminute"]),
    (Column::Mood, &["mood", "moodword"]),
    (Column::Genre, &["genre", "genres", "artistgenres", "trackgenre", "playlistgenre", "topgenre"]),
    (Column::Language, &["language", "lang"]),
];

const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// The columns of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    /// What separates fields.
    pub(super) delimiter: char,
    /// How many columns there are, known or not.
    pub(super) width: usize,
    places: [Option<usize>; COLUMNS],
    /// Columns of further artists, as `YouTube`'s exports have them.
    more_artists: Vec<usize>,
    /// Columns whose names say that they are in percent.
    percent: Vec<Column>,
}

impl Header {
    /// The header that a line is, if it names a title and an artist. The delimiter under which most columns
    /// are known is the file's.
    pub(super) fn read(line: &str) -> Option<Self> {
        DELIMITERS
            .into_iter()
            .filter_map(|delimiter| Self::split(line, delimiter))
            .max_by_key(|header| header.places.iter().flatten().count())
            .filter(Self::is_usable)
    }

    fn split(line: &str, delimiter: char) -> Option<Self> {
        let written = Splitter::split(line, delimiter)?.values;
        let names: Vec<_> = written.iter().map(|n| fold(n)).collect();
        let mut places = [None; COLUMNS];
        for (column, known) in NAMES.iter().chain(TRANSLATED).chain(PLAIN) {
            let found = known.iter().find_map(|name| names.iter().position(|n| n == name));
            places[*column as usize] = places[*column as usize].or(found);
        }
        let numbered = |number: u8| names.iter().position(|n| *n == format!("artistname{number}"));
        let in_percent =
            |column: &Column| places[*column as usize].is_some_and(|place| written[place].contains('%'));
        let percent = [Column::Valence, Column::Energy].into_iter().filter(in_percent).collect();
        let more_artists = (2..=9).map_while(numbered).collect();
        Some(Self { delimiter, width: names.len(), places, more_artists, percent })
    }

    fn is_usable(&self) -> bool {
        self.has(Column::Title) && (self.has(Column::Artist) || self.has(Column::Artists))
    }

    /// Whether the file has the column.
    pub(super) fn has(&self, column: Column) -> bool {
        self.places[column as usize].is_some()
    }

    /// The trimmed field of a column; none if it is empty or not there.
    pub(super) fn field<'f>(&self, fields: &'f [String], column: Column) -> Option<&'f str> {
        let field = fields.get(self.places[column as usize]?)?.trim();
        (!field.is_empty()).then_some(field)
    }
}

impl Header {
    /// Whether a feature's name says that it is in percent.
    pub(super) fn is_in_percent(&self, column: Column) -> bool {
        self.percent.contains(&column)
    }

    /// The fields of further artists that are not empty.
    pub(super) fn more_artists<'f>(&self, fields: &'f [String]) -> impl Iterator<Item = &'f str> {
        let places = self.more_artists.iter();
        places.filter_map(|place| Some(fields.get(*place)?.trim())).filter(|name| !name.is_empty())
    }
}

/// Letters and digits in lower case, composed: `Artist Name(s)` and `artist_names` are one name.
fn fold(name: &str) -> String {
    name.nfc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The names on a line, for the message that none of them is known; at most eight, short.
pub(super) fn found_names(line: &str) -> String {
    let delimiter = DELIMITERS.into_iter().max_by_key(|d| line.matches(*d).count()).unwrap_or(',');
    let names: Vec<String> = line
        .split(delimiter)
        .map(|n| n.chars().filter(|c| !c.is_control() && *c != '"').take(24).collect::<String>())
        .map(|n| n.trim().to_owned())
        .filter(|n| !n.is_empty())
        .take(8)
        .collect();
    if names.is_empty() { String::new() } else { format!(" (found: {})", names.join(", ")) }
}

#[cfg(test)]
mod tests;
