//! What the listener says outright of what they like, before or beside what their plays show.

use super::facts::{ERAS, Facts, LANGUAGES};
use super::genre::GenreGroup;
use crate::track::fold;
use serde::{Deserialize, Serialize};

/// The version of the written form of [`StatedPreferences`].
pub const STATED_VERSION: u32 = 1;
/// More answers than this are not kept.
pub const MOST_STATED: usize = 300;
/// A name longer than this (characters) is none.
const LONGEST_NAME: usize = 200;
/// The language that is none of the table's.
const OTHER: &str = "other";

/// What an answer is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum StatedKind {
    /// A family of genres, by its code ([`GenreGroup::code`]).
    Family,
    /// A genre word, as credited.
    Genre,
    /// A decade, by its code (`before1960`, `1960` … `2020`).
    Era,
    /// A language, by its code (`en` …, `zxx` for none, `other`).
    Language,
    /// An artist, as credited.
    Artist,
}

/// What the listener says of it. Saying nothing is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum StatedAnswer {
    /// More of it.
    Like,
    /// Less of it; it is not kept away altogether.
    RatherNot,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct StatedItem {
    /// What it is about.
    pub kind: StatedKind,
    /// Which, by code or as credited.
    pub name: String,
    /// What the listener says of it.
    pub answer: StatedAnswer,
}

/// All answers that stand, in the order in which they were given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", try_from = "Written")]
pub struct StatedPreferences {
    version: u32,
    items: Vec<StatedItem>,
}

/// The written form, of any version.
#[derive(Deserialize)]
struct Written {
    version: u32,
    items: Vec<StatedItem>,
}

/// What was written by a later version.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("stated preferences are of format {0}, this version knows {STATED_VERSION}")]
pub struct StatedIsNewer(u32);

impl TryFrom<Written> for StatedPreferences {
    type Error = StatedIsNewer;

    fn try_from(written: Written) -> Result<Self, StatedIsNewer> {
        if written.version > STATED_VERSION {
            return Err(StatedIsNewer(written.version));
        }
        Ok(Self { version: STATED_VERSION, items: written.items })
    }
}

impl Default for StatedPreferences {
    fn default() -> Self {
        Self { version: STATED_VERSION, items: Vec::new() }
    }
}

impl StatedPreferences {
    /// The answers.
    #[must_use]
    pub fn items(&self) -> &[StatedItem] {
        &self.items
    }

    /// Whether nothing was said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The answer about something, in any case of letters.
    #[must_use]
    pub fn answer(&self, kind: StatedKind, name: &str) -> Option<StatedAnswer> {
        let key = fold(name);
        self.items.iter().find(|i| i.is_about(kind, &key)).map(|i| i.answer)
    }

    /// Replaces the answer about something, or takes it back. False, and nothing changes, for what cannot be said: a
    /// code that is none, a name that is empty or endless, and an answer too many ([`MOST_STATED`]).
    pub fn say(&mut self, kind: StatedKind, name: &str, answer: Option<StatedAnswer>) -> bool {
        let (name, key) = (name.trim(), fold(name));
        let place = self.items.iter().position(|i| i.is_about(kind, &key));
        match (place, answer) {
            (Some(at), Some(answer)) => self.items[at].answer = answer,
            (Some(at), None) => drop(self.items.remove(at)),
            (None, None) => {}
            (None, Some(_)) if !known(kind, name) || self.items.len() >= MOST_STATED => return false,
            (None, Some(answer)) => self.items.push(StatedItem { kind, name: name.to_owned(), answer }),
        }
        true
    }

    /// Takes over the answers of `earlier` about all that this says nothing of: a reset taken back.
    pub fn restore(&mut self, earlier: &Self) {
        for item in &earlier.items {
            if self.answer(item.kind, &item.name).is_none() {
                self.say(item.kind, &item.name, Some(item.answer));
            }
        }
    }
}

impl StatedItem {
    fn is_about(&self, kind: StatedKind, folded: &str) -> bool {
        self.kind == kind && fold(&self.name) == folded
    }

    /// 1 for a liking, -1 for its opposite.
    pub(crate) fn sign(&self) -> f64 {
        match self.answer {
            StatedAnswer::Like => 1.0,
            StatedAnswer::RatherNot => -1.0,
        }
    }
}

fn known(kind: StatedKind, name: &str) -> bool {
    match kind {
        StatedKind::Family => family(name).is_some(),
        StatedKind::Era => era(name).is_some(),
        StatedKind::Language => language(name).is_some(),
        StatedKind::Genre | StatedKind::Artist => {
            !fold(name).trim().is_empty() && name.chars().count() <= LONGEST_NAME
        }
    }
}

/// The place of a family among all of them.
pub(crate) fn family(code: &str) -> Option<usize> {
    GenreGroup::ALL.iter().position(|g| g.code() == code)
}

/// The place of an era in the table.
pub(crate) fn era(code: &str) -> Option<usize> {
    ERAS.iter().position(|e| *e == code)
}

/// The place of a language in the table; the last one for all others.
pub(crate) fn language(code: &str) -> Option<usize> {
    let place = LANGUAGES.iter().position(|l| *l == code);
    place.or((code == OTHER).then_some(LANGUAGES.len()))
}

/// The codes of all eras, oldest first.
#[must_use]
pub fn eras() -> &'static [&'static str] {
    &ERAS
}

/// The place in [`eras`] of a year of our time.
#[must_use]
pub fn era_of_year(year: i16) -> Option<usize> {
    u8::try_from((i32::from(year) - 1900).clamp(0, 254)).ok().map(Facts::era_of)
}

/// The code of the language of a track's tag, as answers name it.
#[must_use]
pub fn language_code(tag: &str) -> &'static str {
    LANGUAGES.get(usize::from(super::facts::language(tag))).copied().unwrap_or(OTHER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use StatedAnswer::{Like, RatherNot};

    #[test]
    fn an_answer_is_changed_and_taken_back_in_any_case_of_letters() {
        let mut stated = StatedPreferences::default();
        assert!(stated.say(StatedKind::Artist, " Björk ", Some(Like)));
        assert!(stated.say(StatedKind::Genre, "Björk", Some(Like)), "another kind is another thing");
        assert!(stated.say(StatedKind::Artist, "BJÖRK", Some(RatherNot)));
        assert_eq!(stated.answer(StatedKind::Artist, "björk"), Some(RatherNot));
        assert_eq!(stated.items().len(), 2);
        assert_eq!(stated.items()[0].name, "Björk");
        assert!(stated.say(StatedKind::Artist, "björk", None));
        assert_eq!(stated.answer(StatedKind::Artist, "Björk"), None);
        assert!(stated.say(StatedKind::Artist, "björk", None), "nothing to take back");
    }

    #[test]
    fn what_a_later_version_wrote_is_not_taken_for_ours() {
        let read = |text| serde_json::from_str::<StatedPreferences>(text);
        assert!(read(r#"{"version":99,"items":[]}"#).is_err());
        assert!(read(r#"{"version":1,"items":[]}"#).is_ok_and(|stated| stated.is_empty()));
    }

    #[test]
    fn what_cannot_be_said_changes_nothing() {
        let mut stated = StatedPreferences::default();
        let long = "x".repeat(LONGEST_NAME + 1);
        for (kind, name) in [
            (StatedKind::Family, "jazzy"),
            (StatedKind::Era, "1850"),
            (StatedKind::Language, "tlh"),
            (StatedKind::Artist, "  "),
            (StatedKind::Genre, ""),
            (StatedKind::Artist, long.as_str()),
        ] {
            assert!(!stated.say(kind, name, Some(Like)), "{name}");
        }
        assert!(stated.is_empty());
        for n in 0..MOST_STATED {
            assert!(stated.say(StatedKind::Artist, &format!("Band {n}"), Some(Like)));
        }
        assert!(!stated.say(StatedKind::Artist, "One too many", Some(Like)));
        assert!(stated.say(StatedKind::Artist, "Band 7", Some(RatherNot)));
        assert_eq!(stated.items().len(), MOST_STATED);
    }

    #[test]
    fn a_reset_taken_back_leaves_newer_answers_alone() {
        let (mut old, mut new) = (StatedPreferences::default(), StatedPreferences::default());
        old.say(StatedKind::Family, "jazz", Some(Like));
        old.say(StatedKind::Era, "1980", Some(Like));
        new.say(StatedKind::Family, "jazz", Some(RatherNot));
        new.restore(&old);
        assert_eq!(new.answer(StatedKind::Family, "jazz"), Some(RatherNot));
        assert_eq!(new.answer(StatedKind::Era, "1980"), Some(Like));
    }

    #[test]
    fn every_code_that_tracks_have_can_be_said() {
        for tag in ["en-GB", "ZXX", "sv", "pt_BR"] {
            assert!(language(language_code(tag)).is_some(), "{tag}");
        }
        assert!(eras().iter().all(|e| era(e).is_some()));
        assert!(GenreGroup::ALL.iter().all(|g| family(g.code()).is_some()));
    }
}
