//! What a listener says when asked what they like.
//!
//! People know their own taste only roughly, and say little of it. What 395 people said they prefer was correlated with
//! what they then listened to for three months (P. G. Dunn, B. de Ruyter, D. G. Bouwhuis, "Toward a better
//! understanding of the relation between music preference, listening behavior, and personality", Psychology of Music 40
//! (2012)); how closely, in one figure, is not known to us. So this is **assumed**: within each kind of thing asked
//! about (families of genres, genre words, eras, languages, artists), what a listener believes they think correlates
//! with what they do think at 0.6 ([`SelfKnowledge`]), no better for an artist than for a family. Also assumed:
//!
//! - a handful of answers, a few of them against (`LIKES` and `DISLIKES` say how many of each kind), and only where the
//!   listener believes to be clearly on one side;
//! - what is thought of a genre word or an artist is thought of all such music, not of the tracks that happen to be in the
//!   catalogue: what is special about tracks, and for genres about artists, is left out;
//! - genre words are looked at only within the families just liked, there only the twelve of which the catalogue has most
//!   (the page shows those first), and of these the listener understands six in ten;
//! - about one artist in ten is known at all: of the most popular three in ten, of the least popular one in fifty.
//!   Being liked makes nobody better known here, though it does in life.

use super::listener::{Listener, World};
use crate::random::Random;
use attune_core::Track;
use attune_core::taste::genre::{GenreGroup, groups_of};
use attune_core::taste::stated::{eras, language_code};
use attune_core::taste::{StatedAnswer, StatedKind, StatedPreferences};
use std::collections::{BTreeMap, HashSet};

/// Correlation, in [0, 1], of what listeners believe they think of something with what they do think.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SelfKnowledge(pub f64);

impl Default for SelfKnowledge {
    fn default() -> Self {
        Self(0.6)
    }
}

/// So many answers of a kind, from and to.
type Count = (usize, usize);
/// Families, genre words, eras, languages, artists that are named as liked.
const LIKES: [Count; 5] = [(2, 5), (3, 8), (1, 3), (0, 2), (3, 10)];
/// The same as not liked.
const DISLIKES: [Count; 5] = [(0, 3), (0, 3), (0, 2), (0, 2), (0, 3)];
/// Nothing is said of what the listener believes to be nearer to their middle than this many standard deviations.
const CLEAR: f64 = 0.5;
/// Share of genre words that mean something to a listener.
const UNDERSTOOD: f64 = 0.6;
/// So many words of a family are read.
const READ: usize = 12;

/// What the listener says, from what they believe of the tracks of the world.
#[must_use]
pub fn stated_preferences(
    world: &World,
    listener: &Listener,
    knows: SelfKnowledge,
    random: &mut Random,
) -> StatedPreferences {
    let mut stated = StatedPreferences::default();
    let mut person = Person { world, listener, knows: knows.0.clamp(0.0, 1.0), random };
    person.says(&mut stated, StatedKind::Family, |_| true, &families);
    let liked: Vec<String> = likes(&stated, StatedKind::Family);
    let read = first_words(world, &liked);
    person.says(&mut stated, StatedKind::Genre, |word| read.contains(word), &|t| {
        t.genre.iter().cloned().collect()
    });
    person.says(&mut stated, StatedKind::Era, |_| true, &era);
    person.says(&mut stated, StatedKind::Language, |_| true, &language);
    person.says(&mut stated, StatedKind::Artist, |_| true, &|t| vec![t.artist.clone()]);
    stated
}

/// One listener with a page of questions.
struct Person<'a> {
    world: &'a World,
    listener: &'a Listener,
    knows: f64,
    random: &'a mut Random,
}

/// What the listener thinks of some tracks together.
#[derive(Default)]
struct Standing {
    sum: f64,
    tracks: u32,
    /// Of the most popular of them, in [0, 1].
    popularity: f64,
}

impl Person<'_> {
    /// Answers about one kind of things: the best and the worst of those that mean something to the listener.
    fn says(
        &mut self,
        stated: &mut StatedPreferences,
        kind: StatedKind,
        asked: impl Fn(&str) -> bool,
        of: &dyn Fn(&Track) -> Vec<String>,
    ) {
        let mut believed = self.believes(kind, asked, of);
        believed.sort_by(|a, b| b.1.total_cmp(&a.1));
        let [likes, dislikes] = [LIKES, DISLIKES].map(|counts| self.between(counts[kind as usize]));
        let best = believed.iter().filter(|b| b.1 > CLEAR).take(likes);
        for (name, _) in best {
            stated.say(kind, name, Some(StatedAnswer::Like));
        }
        let worst = believed.iter().rev().filter(|b| b.1 < -CLEAR).take(dislikes);
        for (name, _) in worst {
            stated.say(kind, name, Some(StatedAnswer::RatherNot));
        }
    }

    /// What the listener believes to think of each, in standard deviations from the mean of the kind.
    fn believes(
        &mut self,
        kind: StatedKind,
        asked: impl Fn(&str) -> bool,
        of: &dyn Fn(&Track) -> Vec<String>,
    ) -> Vec<(String, f64)> {
        let standings = self.standings(kind, of);
        let mean_of = |s: &Standing| s.sum / f64::from(s.tracks.max(1));
        let count = standings.len().max(1) as f64;
        let mean = standings.values().map(mean_of).sum::<f64>() / count;
        let sd =
            (standings.values().map(|s| (mean_of(s) - mean).powi(2)).sum::<f64>() / count).sqrt().max(1e-9);
        let blur = (1.0 - self.knows * self.knows).sqrt();
        let mut all = Vec::new();
        for (name, standing) in standings {
            // Drawn for each, asked about or not, so that one answer does not shift all others.
            let (known, noise) = (self.random.uniform(), self.random.normal());
            let z = self.knows * (mean_of(&standing) - mean) / sd + blur * noise;
            if known < chance_to_know(kind, standing.popularity) && asked(&name) {
                all.push((name, z));
            }
        }
        all
    }

    fn standings(&self, kind: StatedKind, of: &dyn Fn(&Track) -> Vec<String>) -> BTreeMap<String, Standing> {
        let mut all: BTreeMap<String, Standing> = BTreeMap::new();
        for (i, track) in self.world.tracks.iter().enumerate() {
            let popularity = f64::from(track.popularity.unwrap_or(50)) / 100.0;
            for name in of(track) {
                let standing = all.entry(name).or_default();
                standing.sum += self.listener.thinks_of_such(self.world, i, kind == StatedKind::Artist);
                standing.tracks += 1;
                standing.popularity = standing.popularity.max(popularity);
            }
        }
        all
    }

    fn between(&mut self, (from, to): Count) -> usize {
        from + self.random.index(to - from + 1)
    }
}

fn chance_to_know(kind: StatedKind, popularity: f64) -> f64 {
    match kind {
        StatedKind::Artist => 0.02 + 0.28 * popularity * popularity,
        StatedKind::Genre => UNDERSTOOD,
        _ => 1.0,
    }
}

fn families_of(word: &str) -> Vec<&'static str> {
    let both = groups_of(word).map(|(one, other)| if one == other { vec![one] } else { vec![one, other] });
    both.unwrap_or_default().into_iter().map(GenreGroup::code).collect()
}

/// The genre words that are read by somebody who opens these families.
fn first_words(world: &World, families: &[String]) -> HashSet<String> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    world.tracks.iter().filter_map(|t| t.genre.as_deref()).for_each(|w| *counts.entry(w).or_default() += 1);
    let mut words: Vec<(&str, u32)> = counts.into_iter().collect();
    words.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let of = |family: &String| {
        let theirs = words.iter().filter(|(w, _)| families_of(w).contains(&family.as_str()));
        theirs.take(READ).map(|(w, _)| (*w).to_owned()).collect::<Vec<_>>()
    };
    families.iter().flat_map(of).collect()
}

fn families(track: &Track) -> Vec<String> {
    track.genre.as_deref().map(families_of).unwrap_or_default().into_iter().map(str::to_owned).collect()
}

fn era(track: &Track) -> Vec<String> {
    let place = |year: i16| usize::try_from((i32::from(year) / 10 - 195).clamp(0, 7)).unwrap_or(0);
    track.year.map(place).and_then(|i| eras().get(i)).map(|e| (*e).to_owned()).into_iter().collect()
}

fn language(track: &Track) -> Vec<String> {
    track.language.as_deref().map(|tag| language_code(tag).to_owned()).into_iter().collect()
}

fn likes(stated: &StatedPreferences, kind: StatedKind) -> Vec<String> {
    let all = stated.items().iter().filter(|i| i.kind == kind && i.answer == StatedAnswer::Like);
    all.map(|i| i.name.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::taste::catalogue::made_up;
    use crate::taste::listener::Kind;
    use std::sync::Arc;

    fn world() -> World {
        let tracks = made_up(1_600, &mut Random::new(1)).into_iter().map(Arc::new).collect();
        World::new(tracks, Kind::Unrelated, &mut Random::new(2))
    }

    /// What the listener thinks of the tracks of the families they name, over what they think of all.
    fn gain(world: &World, knows: f64) -> f64 {
        let gains = (0..40).map(|n| {
            let random = Random::new(100 + n);
            let listener = Listener::new(world, &mut random.part(1));
            let stated = stated_preferences(world, &listener, SelfKnowledge(knows), &mut random.part(2));
            let liked = likes(&stated, StatedKind::Family);
            let mean = |wanted: &dyn Fn(&Track) -> bool| {
                let all = world.tracks.iter().enumerate().filter(|(_, t)| wanted(t));
                let (sum, count) = all.fold((0.0, 0.0), |(s, c), (i, _)| {
                    (s + listener.thinks_of_such(world, i, false), c + 1.0)
                });
                sum / f64::max(count, 1.0)
            };
            mean(&|t| families(t).iter().any(|f| liked.contains(f))) - mean(&|_| true)
        });
        gains.sum::<f64>() / 40.0
    }

    #[test]
    fn who_knows_more_of_themselves_names_what_they_like_better() {
        let world = world();
        let [none, some, all] = [0.0, 0.6, 1.0].map(|knows| gain(&world, knows));
        assert!(none.abs() < 0.1 && some > 0.15 && all > some + 0.1, "{none} {some} {all}");
    }

    #[test]
    fn a_handful_of_things_is_said() {
        let world = world();
        for n in 0..30 {
            let random = Random::new(n);
            let listener = Listener::new(&world, &mut random.part(1));
            let stated = stated_preferences(&world, &listener, SelfKnowledge::default(), &mut random.part(2));
            for kind in [
                StatedKind::Family,
                StatedKind::Genre,
                StatedKind::Era,
                StatedKind::Language,
                StatedKind::Artist,
            ] {
                let of =
                    |answer| stated.items().iter().filter(|i| i.kind == kind && i.answer == answer).count();
                assert!(of(StatedAnswer::Like) <= LIKES[kind as usize].1, "{stated:?}");
                assert!(of(StatedAnswer::RatherNot) <= DISLIKES[kind as usize].1, "{stated:?}");
            }
            assert!(!stated.is_empty());
        }
    }
}
