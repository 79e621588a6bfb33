//! What the listener was seen to do with music of a kind: what a sentence about their liking rests on.
//!
//! The weights of taste cannot tell whether "you like jazz" is true: a weight may be positive because another one is
//! negative. Plays, hearts and skips are therefore counted by what the track is.

use super::Row;
use super::sound::Sound;
use crate::feedback::{Feedback, FeedbackKind, HEARD_SHARE};
use crate::key::key;
use crate::taste::facts::language_tag;
use crate::taste::{Moment, NONE};
use crate::track::fold;
use crate::{Track, credits::person};
use std::collections::HashMap;

/// So many plays to the end show a liking; a heart does at once.
const PLAYS_THAT_SHOW: u16 = 3;
/// Tempi of one kind lie within so many halves of beats per minute.
const TEMPO_BAND: u8 = 8;
/// Popularities of one kind lie within so many percent.
const POPULARITY_BAND: u8 = 20;
/// Registers of one kind lie within so many steps of [`crate::taste::Facts::register`].
const REGISTER_BAND: u8 = 8;

/// Something that music has in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Trait {
    Artist(u64),
    GenreWord(u64),
    Family(u8),
    Era(usize),
    Language(u64),
    Tempo(u8),
    Register(u8),
    Popularity(u8),
    Sound(Sound),
    /// A part of the day and an energy.
    Daytime(usize, i8),
}

/// What was done with music of one kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Deeds {
    finished: u16,
    hearts: u16,
    refused: u16,
}

/// What the listener was seen to do, by kind of music.
#[derive(Debug, Clone, Default)]
pub(super) struct Habits(HashMap<Trait, Deeds>);

impl Habits {
    /// Takes in what was done with a track; `lead` is its main artist, empty where nobody is credited.
    pub(super) fn note(&mut self, track: &Track, row: &Row, lead: &str, feedback: &Feedback) {
        let change: fn(&mut Deeds) = match feedback.kind {
            FeedbackKind::Finished => |d| d.finished = d.finished.saturating_add(1),
            FeedbackKind::Liked => |d| d.hearts = d.hearts.saturating_add(1),
            FeedbackKind::Unliked => |d| d.hearts = d.hearts.saturating_sub(1),
            FeedbackKind::Skipped if heard_most(feedback) => return,
            FeedbackKind::Skipped
            | FeedbackKind::Removed
            | FeedbackKind::Never
            | FeedbackKind::ArtistNever => |d| d.refused = d.refused.saturating_add(1),
            _ => return,
        };
        let moment = feedback.circumstances.map(|c| Moment { policy: c.policy, hour: c.hour });
        for one in traits(track, row, lead, moment) {
            change(self.0.entry(one).or_default());
        }
    }

    /// Takes in how often a track was played to its end and skipped elsewhere.
    pub(super) fn note_past(&mut self, track: &Track, row: &Row, lead: &str, finished: u32, skipped: u32) {
        let add = |known: u16, more: u32| known.saturating_add(u16::try_from(more).unwrap_or(u16::MAX));
        for one in traits(track, row, lead, None) {
            let deeds = self.0.entry(one).or_default();
            deeds.finished = add(deeds.finished, finished);
            deeds.refused = add(deeds.refused, skipped);
        }
    }

    /// Whether a liking was shown: by a heart or by three plays to the end, and more often than the opposite.
    pub(super) fn show(&self, one: Trait) -> bool {
        let Deeds { finished, hearts, refused } = self.0.get(&one).copied().unwrap_or_default();
        (hearts > 0 || finished >= PLAYS_THAT_SHOW) && finished.saturating_add(hearts) > refused
    }
}

fn heard_most(feedback: &Feedback) -> bool {
    feedback.circumstances.and_then(|c| c.heard).is_some_and(|heard| heard >= HEARD_SHARE)
}

fn traits(track: &Track, row: &Row, lead: &str, moment: Option<Moment>) -> Vec<Trait> {
    let facts = row.facts;
    let mut all = vec![Trait::Sound(Sound::of(row.mean()))];
    all.extend((!lead.is_empty()).then(|| artist(lead)));
    all.extend(track.genre.as_deref().map(genre_word));
    if let Some((one, other)) = facts.genre_groups() {
        all.push(Trait::Family(one as u8));
        all.extend((one != other).then_some(Trait::Family(other as u8)));
    }
    all.extend(facts.era().map(Trait::Era));
    all.extend(track.language.as_deref().and_then(language));
    all.extend(tempo(row));
    all.extend(register(row));
    all.extend(popularity(row));
    all.extend(moment.map(|m| daytime(row, m)));
    all
}

pub(super) fn artist(lead: &str) -> Trait {
    Trait::Artist(key(&person(lead)))
}

pub(super) fn genre_word(word: &str) -> Trait {
    Trait::GenreWord(key(&fold(word)))
}

/// The language of a tag; none for an empty one.
pub(super) fn language(tag: &str) -> Option<Trait> {
    let main = language_tag(tag);
    (!main.is_empty()).then(|| Trait::Language(key(&main)))
}

/// The tempo of a row; none where it is not known.
pub(super) fn tempo(row: &Row) -> Option<Trait> {
    (row.facts.tempo != NONE).then_some(Trait::Tempo(row.facts.tempo / TEMPO_BAND))
}

/// The register of a composed piece.
pub(super) fn register(row: &Row) -> Option<Trait> {
    (row.facts.register != NONE).then_some(Trait::Register(row.facts.register / REGISTER_BAND))
}

/// How well known a row is; none where nobody knows.
pub(super) fn popularity(row: &Row) -> Option<Trait> {
    (row.facts.popularity != NONE).then_some(Trait::Popularity(row.facts.popularity / POPULARITY_BAND))
}

/// The energy of a row at a part of the day.
pub(super) fn daytime(row: &Row, moment: Moment) -> Trait {
    Trait::Daytime(moment.daypart(), Sound::of(row.mean()).energy())
}

/// The energy of a row in a word; none where it is neither calm nor energetic.
pub(super) fn energy_words(row: &Row) -> Option<&'static str> {
    match Sound::of(row.mean()).energy() {
        1 => Some("energetic"),
        -1 => Some("calm"),
        _ => None,
    }
}
