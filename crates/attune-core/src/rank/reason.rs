//! Reasons in plain words, written from the terms that decided and borne out by what is known of track and listener.
//!
//! A term says that something raised the score; it does not say that the sentence about it is true: "close to your mood"
//! needs a track that is close, "you like jazz" a listener who was seen to like it or said so. What cannot be shown is not
//! said, and chance is never a reason.

use super::aim_words::{AimedAt, Said};
use super::sound::Sound;
use super::{ClassicMood, Composed, Pool, Row, Term, Terms, habits};
use crate::taste::facts::{era_name, language_tag};
use crate::taste::genre::{GenreGroup, groups_of};
use crate::taste::stated::{era_of_year, eras, language_code};
use crate::taste::{Moment, StatedAnswer, StatedKind, StatedPreferences};
use crate::{Timestamp, Track};

/// One reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// Stable code, for translation: that of the term, or finer (`liked`, `rated`, `starred`, `finished`, `known`, `classic`, `classicTop`).
    pub code: &'static str,
    /// The term of the score it stands for; none for the classic table, which scores nothing.
    pub term: Option<Term>,
    /// What within the term, for translation: a genre as credited or the code of a family, an artist, an era, a
    /// language's tag, an energy and a part of the day (`calm evening`), how it sounds and suits the mood
    /// ([`Said::detail`](super::Said::detail)), the times it was played to the end, a classic list; empty where there is
    /// none.
    pub detail: String,
    /// Whether the listener said so outright; else it was seen.
    pub stated: bool,
    /// What it added to the score.
    pub weight: f32,
    /// English, fit to follow "because".
    pub text: String,
}

/// A term below this share of the strongest one is not worth a word.
const WORTH_SAYING: f32 = 0.2;
/// A track is popular from this percentage on.
const POPULAR: u8 = 50;
/// The most popular tracks of a list: one in so many, and at least so many.
const TOP_SHARE: usize = 10;
const TOP_COUNT: usize = 5;

/// What a track was chosen for.
#[derive(Debug, Clone, Copy)]
pub struct Occasion {
    /// The policy in force, and the hour.
    pub moment: Moment,
    /// Where the track was to lie.
    pub aimed_at: AimedAt,
    /// The composed piece that plays before it, if one does.
    pub before: Option<Composed>,
}

/// A track that reasons are given for.
#[derive(Clone, Copy)]
struct Subject<'a> {
    pool: &'a Pool,
    track: &'a Track,
    row: &'a Row,
    index: u32,
    lead: &'a str,
    occasion: &'a Occasion,
}

/// The reasons for the track at `index`, strongest first: what added to its score, never what did not. At least one.
#[must_use]
pub fn reasons(pool: &Pool, index: u32, terms: &Terms, occasion: &Occasion) -> Vec<Reason> {
    let (track, row) = (pool.track(index), &pool.rows()[index as usize]);
    let subject = Subject { pool, track: &track, row, index, lead: pool.lead(index), occasion };
    let raised = terms.iter().filter(|(_, weight)| *weight > 0.0);
    let mut all: Vec<Reason> = raised.filter_map(|(term, weight)| subject.reason(term, weight)).collect();
    all.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let Some(strongest) = all.first().map(|r| (r.term, r.weight)) else {
        return vec![subject.fit(terms.get(Term::Fit))];
    };
    all.retain(|r| r.term == strongest.0 || r.weight > WORTH_SAYING * strongest.1);
    all
}

/// The reason of the classic table for the track at a place, from 0, of the whole list in its order.
#[must_use]
pub fn classic_reason(mood: ClassicMood, popularity: u8, place: usize, of: usize) -> Reason {
    let list = mood.word();
    let on_top = popularity > 0 && place < (of / TOP_SHARE).max(TOP_COUNT);
    let (code, text) = if on_top {
        ("classicTop", format!("it is one of the most popular songs on the {list} list"))
    } else {
        ("classic", format!("it is on the {list} list"))
    };
    Reason { code, term: None, detail: list.into(), stated: false, weight: f32::from(popularity), text }
}

impl Subject<'_> {
    /// What to say for a term; nothing for those that are no reason, and for what cannot be shown.
    fn reason(&self, term: Term, weight: f32) -> Option<Reason> {
        let plain =
            |text: String| (term.code(), detail(term, self.track, self.row, self.occasion.moment), text);
        let said = self.said(term);
        let stated = said.is_some();
        let (code, detail, text) = match term {
            Term::Fit if self.suits() => return Some(self.fit(weight)),
            Term::Popular if self.row.popularity() >= POPULAR => plain("it is popular".into()),
            Term::Popular => ("known", String::new(), self.as_known_as_others()?),
            Term::Novel if self.was_never_on() => plain("you have not played it yet".into()),
            Term::Explore => plain("Attune wants to learn whether you like it".into()),
            Term::Track if self.row.liked => ("liked", String::new(), "you like it".into()),
            Term::Track if self.rated().is_some() => {
                let (code, text) = self.rated()?;
                (code, String::new(), text.into())
            }
            Term::Track if self.row.finished > 0 => {
                ("finished", self.row.finished.to_string(), finished_text(self.row.finished))
            }
            Term::Base | Term::Recent | Term::Flow | Term::Chance | Term::Fit | Term::Novel | Term::Track => {
                return None;
            }
            _ => {
                let (detail, text) = said.or_else(|| self.seen(term))?;
                (term.code(), detail, text)
            }
        };
        Some(Reason { code, term: Some(term), detail, stated, weight, text })
    }

    /// What to say of the rating or the star that the listener gave the track elsewhere, where that shows a liking.
    fn rated(&self) -> Option<(&'static str, &'static str)> {
        let (rating, starred) = self.pool.past.ratings.get(&self.index)?;
        let said = if *starred {
            ("starred", "you starred it on your server")
        } else {
            ("rated", "you rated it highly")
        };
        rating.is_liking().then_some(said)
    }

    fn fit(&self, weight: f32) -> Reason {
        let Occasion { aimed_at, before, .. } = self.occasion;
        let Said { detail, text } = aimed_at.say(self.track, &self.row.affect(), *before);
        Reason { code: Term::Fit.code(), term: Some(Term::Fit), detail, stated: false, weight, text }
    }

    fn suits(&self) -> bool {
        self.occasion.aimed_at.suits(self.row.mean()).is_some()
    }

    fn was_never_on(&self) -> bool {
        let here = !self.row.is_novel() || self.row.last_played != Timestamp(i64::MIN);
        !here && !self.pool.past.was_heard(self.index)
    }

    fn as_known_as_others(&self) -> Option<String> {
        let shown = habits::popularity(self.row).is_some_and(|one| self.pool.habits.show(one));
        shown.then(|| "it is about as well known as music you like".into())
    }

    /// What the listener said outright that they like of what a term is about, with the name of it.
    fn said(&self, term: Term) -> Option<(String, String)> {
        let stated = self.pool.stated();
        let likes = |kind, name: &str| says_yes(stated, kind, name);
        let named = |name: &str| (name.to_owned(), format!("you said you like {name}"));
        let genre = self.track.genre.as_deref();
        match term {
            Term::Artist => [self.lead, &self.track.artist]
                .into_iter()
                .find(|name| !name.is_empty() && likes(StatedKind::Artist, name))
                .map(named),
            Term::GenreWord => genre.filter(|word| likes(StatedKind::Genre, word)).map(named),
            Term::Genre => genre.filter(|word| likes(StatedKind::Genre, word)).map(named).or_else(|| {
                let named_family = families(genre).find(|f| likes(StatedKind::Family, f.code()));
                named_family.map(|f| (f.code().into(), format!("you said you like {}", f.name())))
            }),
            Term::Era => {
                let era = eras()[self.track.year.and_then(era_of_year)?];
                let name = era_name(era);
                likes(StatedKind::Era, era)
                    .then(|| (name.clone(), format!("you said you like music from {name}")))
            }
            Term::Language => {
                let tag = self.track.language.as_deref()?;
                likes(StatedKind::Language, language_code(tag)).then(|| (tag.into(), said_language(tag)))
            }
            _ => None,
        }
    }

    /// What the listener was seen to like of what a term is about, with the name of it.
    fn seen(&self, term: Term) -> Option<(String, String)> {
        let habits = &self.pool.habits;
        let named = |name: &str| (name.to_owned(), format!("you like {name}"));
        let moment = self.occasion.moment;
        let sound = Sound::of(self.row.mean());
        let genre = self.track.genre.as_deref();
        match term {
            Term::Artist => habits.show(habits::artist(self.lead)).then(|| named(self.lead)),
            Term::GenreWord | Term::Genre => {
                genre.filter(|word| habits.show(habits::genre_word(word))).map(named).or_else(|| {
                    let shown = |f: &GenreGroup| habits.show(habits::Trait::Family(*f as u8));
                    let liked = families(genre).find(shown).filter(|_| term == Term::Genre);
                    liked.map(|f| (f.code().into(), format!("you like {}", f.name())))
                })
            }
            Term::Sound => {
                let shown = habits.show(habits::Trait::Sound(sound));
                shown.then(|| (sound.code().into(), format!("you like {} music", sound.words())))
            }
            Term::Era => {
                let era = self.row.facts.era()?;
                let name = era_name(eras()[era]);
                let shown = habits.show(habits::Trait::Era(era));
                shown.then(|| (name.clone(), format!("you like music from {name}")))
            }
            Term::Language => {
                let tag = self.track.language.as_deref()?;
                habits.show(habits::language(tag)?).then(|| (tag.into(), seen_language(tag)))
            }
            Term::Tempo => {
                habits.show(habits::tempo(self.row)?).then(|| plain("you like music at this tempo"))
            }
            Term::Register => {
                habits.show(habits::register(self.row)?).then(|| plain("you like soundscapes at this pitch"))
            }
            Term::Daytime => {
                let energy = habits::energy_words(self.row)?;
                let shown = habits.show(habits::daytime(self.row, moment));
                let at = moment.daypart_name();
                let when = if at == "night" { "at night".into() } else { format!("in the {at}") };
                shown.then(|| (format!("{energy} {at}"), format!("you like {energy} music {when}")))
            }
            _ => None,
        }
    }
}

fn plain(text: &str) -> (String, String) {
    (String::new(), text.into())
}

fn says_yes(stated: &StatedPreferences, kind: StatedKind, name: &str) -> bool {
    stated.answer(kind, name) == Some(StatedAnswer::Like)
}

fn families(genre: Option<&str>) -> impl Iterator<Item = GenreGroup> {
    genre.and_then(groups_of).into_iter().flat_map(|(one, other)| [one, other])
}

fn said_language(tag: &str) -> String {
    match language_code(tag) {
        "zxx" => "you said you like instrumental music".into(),
        "other" => "you said you like songs in other languages".into(),
        _ => "you said you like songs in this language".into(),
    }
}

fn seen_language(tag: &str) -> String {
    let instrumental = language_tag(tag) == "zxx";
    if instrumental { "you like instrumental music".into() } else { "you like songs in this language".into() }
}

/// What a term is about, by code or as credited; empty where there is nothing to add.
#[must_use]
pub fn detail(term: Term, track: &Track, row: &Row, moment: Moment) -> String {
    match term {
        Term::Sound => Sound::of(row.mean()).code().into(),
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
        u8::MAX => "you played it to the end many times".into(),
        n => format!("you played it to the end {n} times"),
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod truth;
