//! From a row's fields to a track.

use super::header::{Column, Header};
use super::merge::Entry;
use super::number;
use super::scale::{Scale, Scales};
use crate::affect::{Evidence, Own};
use crate::genre;
use attune_core::catalogue::{RowColumn, RowProblem};
use attune_core::text::is_plain;
use attune_core::{Track, TrackId};

/// The longest title, artist or album, in bytes of UTF-8.
const NAME_LIMIT: usize = 1_024;

/// So much of a value is told that is none, in characters.
const TOLD: usize = 24;

/// What was left out of a row that was taken.
pub(super) type Lost = Vec<RowProblem>;

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
        let title = name(RowColumn::Title, self.text(fields, Column::Title))?;
        let artist = name(RowColumn::Artist, self.artist(fields).as_deref())?;
        let id = self.id(fields).unwrap_or_else(|| TrackId::from_names(&title, &artist));
        let mood_word = self.text(fields, Column::Mood).and_then(short_word);
        let popularity =
            self.number(fields, RowColumn::Popularity, Column::Popularity, 0.0..=100.0, &mut lost);
        let tempo = self.loose(fields, Column::Tempo, 1.0..=400.0);
        let own = Own::of(&self.evidence(fields, mood_word.as_deref(), tempo, &mut lost));
        let genres = self.text(fields, Column::Genre).map(genre::read).unwrap_or_default();
        let track = Track {
            album: self
                .text(fields, Column::Album)
                .and_then(|a| kept(name(RowColumn::Album, Some(a)), &mut lost)),
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
        (told, column, scale): (RowColumn, Column, Scale),
        lost: &mut Lost,
    ) -> Option<f64> {
        let most = scale.most();
        self.number(fields, told, column, 0.0..=most, lost).map(|value| value / most)
    }

    fn id(&self, fields: &[String]) -> Option<TrackId> {
        spotify_id(self.text(fields, Column::Id)?).map(TrackId::from_spotify)
    }

    /// A number that matters: what is no number, or out of range, is left out and told.
    fn number(
        &self,
        fields: &[String],
        told: RowColumn,
        column: Column,
        range: std::ops::RangeInclusive<f64>,
        lost: &mut Lost,
    ) -> Option<f64> {
        let text = self.text(fields, column)?;
        let number = number::in_range(text, self.decimal_comma, range);
        kept(number.map_err(|problem| wrong_number(told, text, &problem)), lost)?
    }

    /// A number that is nice to have: what is none is left out.
    fn loose(&self, fields: &[String], column: Column, range: std::ops::RangeInclusive<f64>) -> Option<f64> {
        number::in_range(self.text(fields, column)?, self.decimal_comma, range).ok().flatten()
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
                curated_valence: self.number(fields, RowColumn::Valence, Column::Valence, -1.0..=1.0, lost),
                curated_arousal: self.number(fields, RowColumn::Arousal, Column::Arousal, -1.0..=1.0, lost),
                mood_word,
                ..Evidence::default()
            };
        }
        let valence = (RowColumn::Valence, Column::Valence, self.scales.valence);
        let valence = self.feature(fields, valence, lost);
        let energy = (RowColumn::Energy, Column::Energy, self.scales.energy);
        let energy = self.feature(fields, energy, lost);
        let loudness = self.loose(fields, Column::Loudness, -100.0..=20.0);
        // A valence of exactly 0 without a tempo is how an analysis that failed is written.
        let failed = valence == Some(0.0) && tempo.is_none() && self.header.has(Column::Tempo);
        let (valence, energy) = if failed { (None, None) } else { (valence, energy) };
        Evidence { valence, energy, loudness, tempo, mood_word, ..Evidence::default() }
    }
}

/// A value, unless something is wrong with it, which is noted.
fn kept<T>(value: Result<T, RowProblem>, lost: &mut Lost) -> Option<T> {
    value.map_err(|problem| lost.push(problem)).ok()
}

/// What is wrong with a number, with its beginning as the table has it.
fn wrong_number(column: RowColumn, text: &str, problem: &number::Problem) -> RowProblem {
    let text = text.trim().chars().filter(|c| is_plain(*c)).take(TOLD).collect();
    match problem {
        number::Problem::NoNumber => RowProblem::NoNumber { column, text },
        // Every range here begins and ends with a whole number.
        number::Problem::OutOfRange { low, high } => {
            RowProblem::OutOfRange { column, text, low: *low as i32, high: *high as i32 }
        }
    }
}

/// A name with single spaces and nothing that cannot be shown.
fn name(column: RowColumn, text: Option<&str>) -> Result<String, RowProblem> {
    let text = text.unwrap_or_default();
    if text.len() > NAME_LIMIT {
        return Err(RowProblem::LongName { column, bytes: NAME_LIMIT as u32 });
    }
    Some(plain(text)).filter(|name| !name.is_empty()).ok_or(RowProblem::Missing { column })
}

/// A text with single spaces and nothing that cannot be shown.
fn plain(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || !is_plain(c)).filter(|w| !w.is_empty());
    words.collect::<Vec<_>>().join(" ")
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
    Some(plain(text)).filter(|word| !word.is_empty() && word.len() <= 64)
}

#[cfg(test)]
mod tests;
