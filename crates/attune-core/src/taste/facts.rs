//! What taste can see of a track, in a few bytes.

use super::genre::{GenreGroup, groups_of};
use crate::TrackRef;

/// Language codes that have a place of their own; everything else that is known is the last place.
pub(crate) const LANGUAGES: [&str; 11] = ["en", "es", "pt", "fr", "it", "de", "ja", "ko", "zh", "hi", "zxx"];
/// How many places for languages there are.
pub(crate) const LANGUAGE_PLACES: usize = LANGUAGES.len() + 1;
/// Codes of the eras: before 1960, the decades, 2020 and later.
pub(crate) const ERAS: [&str; 8] = ["before1960", "1960", "1970", "1980", "1990", "2000", "2010", "2020"];
/// Nothing is known.
pub(crate) const NONE: u8 = u8::MAX;

/// What is known of a track besides its affect and its artist; [`u8::MAX`] stands for unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// 0 to 100.
    pub popularity: u8,
    /// Half the beats per minute.
    pub tempo: u8,
    /// Years after 1900.
    pub year: u8,
    /// Quarters of a semitone above the lowest register of composed pieces, 16 semitones below their middle.
    pub register: u8,
    /// Place in the table of languages.
    pub(crate) language: u8,
    /// Two families of genres, twice the same where there is one.
    pub(crate) groups: (u8, u8),
}

impl Facts {
    /// The facts of a track.
    #[must_use]
    pub fn of(track: &TrackRef<'_>) -> Self {
        let groups = track.genre.and_then(groups_of);
        Self {
            popularity: track.popularity.map_or(NONE, |p| p.min(100)),
            tempo: track.tempo.filter(|t| (30.0..=300.0).contains(t)).map_or(NONE, |t| (t / 2.0) as u8),
            year: track.year.map_or(NONE, |y| (i32::from(y) - 1900).clamp(0, 254) as u8),
            register: track.score.map_or(NONE, |s| register(s.register)),
            language: track.language.map_or(NONE, language),
            groups: groups.map_or((NONE, NONE), |(a, b)| (a as u8, b as u8)),
        }
    }

    /// The place of the era in [`ERAS`].
    pub(crate) fn era(self) -> Option<usize> {
        (self.year != NONE).then(|| Self::era_of(self.year))
    }

    /// The place in [`ERAS`] of a year counted from 1900.
    pub(crate) fn era_of(year: u8) -> usize {
        usize::from((year / 10).clamp(5, 12) - 5)
    }

    /// The families of genres, twice the same where there is one.
    pub(crate) fn genre_groups(self) -> Option<(GenreGroup, GenreGroup)> {
        let group = |i: u8| GenreGroup::ALL.get(usize::from(i)).copied();
        group(self.groups.0).zip(group(self.groups.1))
    }
}

/// Semitones below the middle register at which [`Facts::register`] begins, and its steps a semitone.
const LOWEST_REGISTER: f32 = -16.0;
const REGISTER_STEPS: f32 = 4.0;

fn register(semitones: f32) -> u8 {
    ((semitones - LOWEST_REGISTER) * REGISTER_STEPS).round().clamp(0.0, 128.0) as u8
}

/// Semitones above the middle register; 0 where it is unknown.
pub(crate) fn semitones(register: u8) -> f32 {
    if register == NONE { 0.0 } else { f32::from(register) / REGISTER_STEPS + LOWEST_REGISTER }
}

/// The language of a tag, without country and script, in lower case.
pub(crate) fn language_tag(code: &str) -> String {
    code.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

/// The name of an era by its code, to follow "from".
pub(crate) fn era_name(code: &str) -> String {
    if code == ERAS[0] { "before 1960".into() } else { format!("the {code}s") }
}

/// The place in the table of a language by its tag.
pub(crate) fn language(code: &str) -> u8 {
    let main = language_tag(code);
    LANGUAGES.iter().position(|l| *l == main).unwrap_or(LANGUAGES.len()) as u8
}
