//! From a row's fields to a track.

use super::header::{Column, Header};
use super::merge::Entry;
use super::number;
use super::scale::{Scale, Scales};
use crate::affect::{Evidence, Own};
use crate::genre;
use attune_core::text::is_plain;
use attune_core::{Track, TrackId};

/// The longest title, artist or album, in bytes of UTF-8.
const NAME_LIMIT: usize = 1_024;

/// Why a row cannot be a track.
#[derive(Debug, PartialEq, thiserror::Error)]
pub(super) enum RowProblem {
    #[error("no {0}")]
    NoName(&'static str),
    #[error("the {0} is longer than {NAME_LIMIT} bytes")]
    LongName(&'static str),
}

/// What was left out of a row that was taken.
pub(super) type Lost = Vec<String>;

/// Reads rows under a header.
pub(super) struct RowReader<'h> {
    header: &'h Header,
    /// Whether `0,7` is a number: not where a comma separates fields.
    decimal_comma: bool,
    /// Of valence and energy, unless an editor gave them.
    scales: Scales,
}

impl<'h> RowReader<'h> {
    pub(super) fn new(header: &'h Header, scales: Scales) -> Self {
        Self { header, decimal_comma: header.delimiter != ',', scales }
    }

    /// The track of a row, what the row says of its affect, and what is wrong with the values that were left out. Without
    /// title and artist there is no track.
    pub(super) fn entry(&self, fields: &[String]) -> Result<(Entry, Lost), RowProblem> {
        let mut lost = Lost::new();
        let title = name("title", self.text(fields, Column::Title))?;
        let artist = name("artist", self.artist(fields).as_deref())?;
        let id = self.id(fields).unwrap_or_else(|| TrackId::from_names(&title, &artist));
        let mood_word = self.text(fields, Column::Mood).and_then(short_word);
        let popularity = self.number(fields, "popularity", Column::Popularity, 0.0..=100.0, &mut lost);
        let tempo = self.loose(fields, Column::Tempo, 1.0..=400.0);
        let own = Own::of(&self.evidence(fields, mood_word.as_deref(), tempo, &mut lost));
        let genres = self.text(fields, Column::Genre).map(genre::read).unwrap_or_default();
        let track = Track {
            album: self.text(fields, Column::Album).and_then(|a| kept(name("album", Some(a)), &mut lost)),
            year: self.text(fields, Column::Date).and_then(number::year),
            genre: genres.name,
            language: self.text(fields, Column::Language).and_then(language),
            mood_word,
            popularity: popularity.map(|p| p.round() as u8),
            duration_ms: self.duration(fields),
            tempo: tempo.map(|t| t as f32),
            ..Track::new(id, title, artist)
        };
        Ok((Entry { track, own, genre: genres.estimate }, lost))
    }

    fn text<'f>(&self, fields: &'f [String], column: Column) -> Option<&'f str> {
        self.header.field(fields, column).filter(|text| *text != number::NO_VALUE).map(unguarded)
    }

    fn artist(&self, fields: &[String]) -> Option<String> {
        let one = self.text(fields, Column::Artist).map(unescaped);
        let first = one.or_else(|| self.text(fields, Column::Artists).map(artists))?;
        let all = std::iter::once(first.as_str()).chain(self.header.more_artists(fields));
        Some(all.collect::<Vec<_>>().join(", "))
    }

    /// A feature, from 0 to 1.
    fn feature(
        &self,
        fields: &[String],
        (name, column, scale): (&'static str, Column, Scale),
        lost: &mut Lost,
    ) -> Option<f64> {
        let most = scale.most();
        self.number(fields, name, column, 0.0..=most, lost).map(|value| value / most)
    }

    fn id(&self, fields: &[String]) -> Option<TrackId> {
        spotify_id(self.text(fields, Column::Id)?).map(TrackId::from_spotify)
    }

    /// A number that matters: what is no number, or out of range, is left out and told.
    fn number(
        &self,
        fields: &[String],
        name: &'static str,
        column: Column,
        range: std::ops::RangeInclusive<f64>,
        lost: &mut Lost,
    ) -> Option<f64> {
        let text = self.text(fields, column)?;
        kept(number::in_range(name, text, self.decimal_comma, range), lost)?
    }

    /// A number that is nice to have: what is none is left out.
    fn loose(&self, fields: &[String], column: Column, range: std::ops::RangeInclusive<f64>) -> Option<f64> {
        self.number(fields, "", column, range, &mut Lost::new())
    }

    fn duration(&self, fields: &[String]) -> Option<u32> {
        let exact = self.loose(fields, Column::DurationMs, 1.0..=f64::from(u32::MAX)).map(|ms| ms as u32);
        exact.or_else(|| number::duration_ms(self.text(fields, Column::Duration)?, self.decimal_comma))
    }

    /// A file with an `arousal` column holds an editor's values; any other holds computed features.
    fn evidence<'w>(
        &self,
        fields: &[String],
        mood_word: Option<&'w str>,
        tempo: Option<f64>,
        lost: &mut Lost,
    ) -> Evidence<'w> {
        if self.header.has(Column::Arousal) {
            return Evidence {
                curated_valence: self.number(fields, "valence", Column::Valence, -1.0..=1.0, lost),
                curated_arousal: self.number(fields, "arousal", Column::Arousal, -1.0..=1.0, lost),
                mood_word,
                ..Evidence::default()
            };
        }
        let valence = self.feature(fields, ("valence", Column::Valence, self.scales.valence), lost);
        let energy = self.feature(fields, ("energy", Column::Energy, self.scales.energy), lost);
        let loudness = self.loose(fields, Column::Loudness, -100.0..=20.0);
        // A valence of exactly 0 without a tempo is how an analysis that failed is written.
        let failed = valence == Some(0.0) && tempo.is_none() && self.header.has(Column::Tempo);
        let (valence, energy) = if failed { (None, None) } else { (valence, energy) };
        Evidence { valence, energy, loudness, tempo, mood_word, ..Evidence::default() }
    }
}

/// A value, unless something is wrong with it, which is noted.
fn kept<T>(value: Result<T, impl std::error::Error>, lost: &mut Lost) -> Option<T> {
    value.map_err(|problem| lost.push(problem.to_string())).ok()
}

/// A name with single spaces and nothing that cannot be shown.
fn name(what: &'static str, text: Option<&str>) -> Result<String, RowProblem> {
    let text = text.ok_or(RowProblem::NoName(what))?;
    if text.len() > NAME_LIMIT {
        return Err(RowProblem::LongName(what));
    }
    let words: Vec<_> =
        text.split(|c: char| c.is_whitespace() || !is_plain(c)).filter(|w| !w.is_empty()).collect();
    if words.is_empty() { Err(RowProblem::NoName(what)) } else { Ok(words.join(" ")) }
}

/// The identifier in a bare id, a `spotify:track:` URI or a track's web address.
fn spotify_id(text: &str) -> Option<&str> {
    let id = text.strip_prefix("spotify:track:").or_else(|| text.split_once("/track/").map(|(_, id)| id));
    let id = id.unwrap_or(text).split(['?', '#', '/']).next()?;
    (id.len() == 22 && id.bytes().all(|b| b.is_ascii_alphanumeric())).then_some(id)
}

/// A text without the apostrophe that keeps spreadsheets from taking it for a formula.
fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(text)
}

/// A name as it is meant: Exportify writes a backslash before a comma that belongs to it.
fn unescaped(text: &str) -> String {
    text.replace("\\,", ",")
}

/// Several artists, separated by semicolons or written as a Python list, as one string.
fn artists(text: &str) -> String {
    match text.strip_prefix('[').and_then(|t| t.strip_suffix(']')) {
        Some(list) => {
            let names = list.split(',').map(|name| name.trim().trim_matches(['\'', '"']));
            names.collect::<Vec<_>>().join(", ")
        }
        None => unescaped(&text.split(';').map(str::trim).collect::<Vec<_>>().join(", ")),
    }
}

fn language(text: &str) -> Option<String> {
    let code = text.to_ascii_lowercase();
    ((code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase())) || code == "zxx").then_some(code)
}

/// A word of at most 64 bytes; longer ones are no word.
fn short_word(text: &str) -> Option<String> {
    name("word", Some(text)).ok().filter(|w| w.len() <= 64)
}

#[cfg(test)]
mod tests;
