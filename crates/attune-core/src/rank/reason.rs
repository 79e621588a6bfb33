//! Reasons in plain words, written from the terms that decided.

use super::{ClassicMood, Row, Term, Terms};
use crate::taste::genre::{GenreGroup, groups_of};
use crate::taste::stated::{era_of_year, eras, language_code};
use crate::taste::{Moment, StatedAnswer, StatedKind, StatedPreferences};
use crate::{Affect, AffectEstimate, Policy, Track};

/// One reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// Stable code, for translation: that of the term, or finer (`liked`, `finished`, `classic`).
    pub code: &'static str,
    /// The term of the score it stands for; none for the classic table, which scores nothing.
    pub term: Option<Term>,
    /// What within the term: a genre, an artist, an era, a language, a part of the day; empty where there is none.
    pub detail: String,
    /// What it added to the score.
    pub weight: f32,
    /// English, fit to follow "because".
    pub text: String,
}

/// A term below this share of the strongest one is not worth a word.
const WORTH_SAYING: f32 = 0.2;
/// A mood vaguer than this (standard deviation) is nothing a track could be close to.
const KNOWN_MOOD: f64 = 0.45;

/// What a track was chosen for.
#[derive(Debug, Clone, Copy)]
pub struct Occasion<'a> {
    /// The policy in force, and the hour.
    pub moment: Moment,
    /// Spread of the mood behind the target.
    pub mood_spread: f64,
    /// Whether anything was learned of the listener; before, nothing is said of what they like.
    pub learned: bool,
    /// What the listener said outright: where it is the reason, the reason says so.
    pub stated: &'a StatedPreferences,
}

/// The reasons for a track, strongest first: what added to its score, never what did not. At least one.
#[must_use]
pub fn reasons(terms: &Terms, track: &Track, row: &Row, occasion: Occasion<'_>) -> Vec<Reason> {
    let said = |(term, weight)| reason(term, weight, track, row, occasion);
    let mut all: Vec<Reason> = terms.iter().filter(|(_, w)| *w > 0.0).filter_map(said).collect();
    all.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let Some(strongest) = all.first().map(|r| (r.term, r.weight)) else {
        return reason(Term::Fit, terms.get(Term::Fit), track, row, occasion).into_iter().collect();
    };
    let least = WORTH_SAYING * strongest.1;
    // Chance is worth a word only where it decided.
    all.retain(|r| r.term == strongest.0 || (r.weight > least && r.term != Some(Term::Chance)));
    all
}

/// The reason of the classic table.
#[must_use]
pub fn classic_reason(mood: ClassicMood, popularity: u8) -> Reason {
    Reason {
        code: "classic",
        term: None,
        detail: mood.word().into(),
        weight: f32::from(popularity),
        text: format!("it is one of the most popular songs on the {} list", mood.word()),
    }
}

/// What to say for a term; nothing for those that are no reason.
fn reason(term: Term, weight: f32, track: &Track, row: &Row, occasion: Occasion<'_>) -> Option<Reason> {
    let detail = detail(term, track, row, occasion.moment);
    let (code, text) = match term {
        Term::Fit => (term.code(), fit_text(&row.affect(), occasion)),
        Term::Popular if row.popularity() >= 50 => (term.code(), "it is popular".into()),
        Term::Novel => (term.code(), "you have not played it yet".into()),
        Term::Chance => (term.code(), "it adds some variety".into()),
        Term::Explore => (term.code(), "Attune wants to learn whether you like it".into()),
        Term::Base | Term::Recent | Term::Flow => return None,
        _ if was_stated(term, track, occasion.stated) => (term.code(), stated_text(term, &detail)),
        _ if !occasion.learned => return None,
        Term::Popular => ("known", "it is about as well known as the music you like".into()),
        Term::Sound => (term.code(), format!("you like {detail} music")),
        Term::Genre | Term::GenreWord | Term::Artist => (term.code(), format!("you like {detail}")),
        Term::Track if row.liked => ("liked", "you like it".into()),
        Term::Track if row.finished > 0 => ("finished", finished_text(row.finished)),
        Term::Track => return None,
        Term::Era => (term.code(), format!("you like music from the {detail}")),
        Term::Language => (term.code(), "you like songs in this language".into()),
        Term::Tempo => (term.code(), "you like its tempo".into()),
        Term::Daytime => (term.code(), format!("it suits the {detail}")),
    };
    Some(Reason { code, term: Some(term), detail, weight, text })
}

/// Whether the listener said outright that they like what the term is about.
fn was_stated(term: Term, track: &Track, stated: &StatedPreferences) -> bool {
    let likes = |kind, name: &str| stated.answer(kind, name) == Some(StatedAnswer::Like);
    let genre = track.genre.as_deref().unwrap_or_default();
    match term {
        Term::Artist => likes(StatedKind::Artist, &track.artist),
        Term::GenreWord => likes(StatedKind::Genre, genre),
        Term::Genre => {
            let families = groups_of(genre).into_iter().flat_map(|(one, other)| [one, other]);
            likes(StatedKind::Genre, genre)
                || families.into_iter().any(|f: GenreGroup| likes(StatedKind::Family, f.code()))
        }
        Term::Era => {
            track.year.and_then(era_of_year).is_some_and(|place| likes(StatedKind::Era, eras()[place]))
        }
        Term::Language => {
            track.language.as_deref().is_some_and(|l| likes(StatedKind::Language, language_code(l)))
        }
        _ => false,
    }
}

fn stated_text(term: Term, detail: &str) -> String {
    match term {
        Term::Era => format!("you said you like music from the {detail}"),
        Term::Language => "you said you like songs in this language".into(),
        _ => format!("you said you like {detail}"),
    }
}

/// What a term is about, in English or as credited; empty where there is nothing to add.
#[must_use]
pub fn detail(term: Term, track: &Track, row: &Row, moment: Moment) -> String {
    match term {
        Term::Sound => sound(row.mean()).into(),
        Term::Genre | Term::GenreWord => track.genre.clone().unwrap_or_default(),
        Term::Artist => track.artist.clone(),
        Term::Era => track.year.map_or_else(String::new, |y| format!("{}s", y / 10 * 10)),
        Term::Language => track.language.clone().unwrap_or_default(),
        Term::Daytime => moment.daypart_name().into(),
        _ => String::new(),
    }
}

fn finished_text(times: u8) -> String {
    match times {
        1 => "you played it to the end".into(),
        n => format!("you played it to the end {n} times"),
    }
}

fn fit_text(track: &AffectEstimate, occasion: Occasion<'_>) -> String {
    let aim = match occasion.moment.policy {
        Policy::Match | Policy::Classic if occasion.mood_spread > KNOWN_MOOD => "an easy place to start",
        Policy::Match | Policy::Classic => "close to your mood",
        Policy::Lift => "on the way to brighter",
        Policy::Calm => "on the way to calmer",
        Policy::Energise => "on the way to more energy",
        Policy::Hold => "close to the mood you set",
    };
    let hedge = if track.spread() > 0.45 { "is probably" } else { "is" };
    format!("it {hedge} {}, {aim}", sound(track.mean))
}

/// How music of an affect sounds, in two words.
fn sound(affect: Affect) -> &'static str {
    let level = |x: f64| i8::from(x > 0.15) - i8::from(x < -0.15);
    match (level(affect.valence), level(affect.arousal)) {
        (1, 1) => "bright and energetic",
        (1, 0) => "bright",
        (1, _) => "warm and calm",
        (0, 1) => "energetic",
        (0, 0) => "even and balanced",
        (0, _) => "calm",
        (_, 1) => "dark and intense",
        (_, 0) => "dark",
        _ => "subdued and quiet",
    }
}

#[cfg(test)]
mod tests;
