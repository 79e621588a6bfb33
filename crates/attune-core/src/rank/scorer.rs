//! Scoring many tracks at one moment: the weights laid out so that a track costs a few look-ups.

use super::fit::{Aim, fit};
use super::pool::Pool;
use super::{Row, Term, Terms};
use crate::taste::features::{self, Features, Moment};
use crate::taste::{Facts, NONE};
use crate::{Span, Timestamp};

/// A track just played loses this; half of it a day later.
const RECENT: f32 = -0.6;
const RECENT_HALF_LIFE_S: f32 = 24.0 * 3_600.0;
/// A play this far ahead of now was not just written down by another thread.
const MOST_AHEAD: Span = Span::minutes(-1);
/// How much tracks that were never played gain for a listener who wants nothing but surprises, and lose for one
/// who wants none (at the default of the slider: nothing).
const NOVELTY: f32 = 0.25;

/// The weights at one moment.
pub(super) struct Scorer<'a> {
    pool: &'a Pool,
    moment: Moment,
    now: Timestamp,
    base: f32,
    fit: f32,
    side: [f32; 2],
    sound: [f32; 5],
    daytime: f32,
    novel: f32,
    popular: [f32; 256],
    tempo: [f32; 256],
    register: [f32; 256],
    era: [f32; 256],
    language: [f32; 256],
    genre: [f32; 256],
    typical: Terms,
    /// How far what plays elsewhere say holds.
    trust: f32,
}

impl<'a> Scorer<'a> {
    /// `surprise` is how much the listener wants to be surprised beyond the default, about -0.25 to 0.75.
    pub(super) fn new(pool: &'a Pool, moment: Moment, now: Timestamp, surprise: f32) -> Self {
        let w: Vec<f32> = pool.taste().mean().iter().map(|w| *w as f32).collect();
        let table = |f: &dyn Fn(u8) -> f32| {
            let mut all = [0.0; 256];
            (0..NONE).for_each(|i| all[usize::from(i)] = f(i));
            all
        };
        let known = |i: usize, limit: usize| if i < limit { w.get(i).copied().unwrap_or(0.0) } else { 0.0 };
        let mut sound = [0.0; 5];
        sound.copy_from_slice(&w[features::SOUND..features::POPULAR]);
        Self {
            pool,
            moment,
            now,
            base: w[features::BASE],
            fit: w[features::FIT] + if moment.steers() { w[features::FIT_STEERED] } else { 0.0 },
            side: [w[features::BRIGHTER], w[features::LIVELIER]],
            sound,
            daytime: w[features::DAYTIME + moment.daypart()],
            novel: w[features::NOVEL] + NOVELTY * surprise,
            popular: table(&|p| w[features::POPULAR] * features::popularity(p)),
            tempo: table(&|t| {
                let [x, far] = features::tempo(t);
                w[features::TEMPO] * x + w[features::TEMPO + 1] * far
            }),
            register: table(&|r| w[features::REGISTER] * features::register(r)),
            era: table(&|y| w[features::ERA + Facts::era_of(y)]),
            language: table(&|l| known(features::LANGUAGE + usize::from(l), features::BRIGHTER)),
            genre: table(&|g| 0.5 * known(features::GENRE + usize::from(g), features::LANGUAGE)),
            typical: typical(pool, moment, &w),
            trust: pool.taste().trust() as f32,
        }
    }

    /// The part of the score that no target changes; minus infinity for what must not be played.
    #[inline]
    pub(super) fn standing(&self, index: u32, row: &Row) -> f32 {
        if row.is_blocked() {
            return f32::NEG_INFINITY;
        }
        let f = row.facts;
        let (genre_word, artist) = (self.genre_word(row), self.artist(row));
        self.base
            + self.sound(row)
            + self.daytime * row.arousal
            + if row.is_novel() { self.novel } else { 0.0 }
            + self.popular[usize::from(f.popularity)]
            + self.tempo[usize::from(f.tempo)]
            + self.register[usize::from(f.register)]
            + self.era[usize::from(f.year)]
            + self.language[usize::from(f.language)]
            + self.genre(f)
            + genre_word
            + artist
            + self.track(index, row)
            + recent(row, self.now)
    }

    /// What closeness to the target adds.
    #[inline]
    pub(super) fn fit(&self, row: &Row, aim: &Aim) -> f32 {
        let fit = fit(row, aim);
        self.fit * fit.near + self.side[0] * fit.brighter + self.side[1] * fit.livelier
    }

    /// All terms of a track. What a typical track of the pool has too is counted as base, so that a term tells
    /// what sets this track apart.
    pub(super) fn terms(&self, index: u32, row: &Row, aim: &Aim) -> Terms {
        let f = row.facts;
        let mut t = Terms::default();
        t.add(Term::Base, self.base);
        t.add(Term::Fit, self.fit(row, aim));
        t.add(Term::Sound, self.sound(row));
        t.add(Term::Daytime, self.daytime * row.arousal);
        t.add(Term::Novel, if row.is_novel() { self.novel } else { 0.0 });
        t.add(Term::Popular, self.popular[usize::from(f.popularity)]);
        t.add(Term::Tempo, self.tempo[usize::from(f.tempo)]);
        t.add(Term::Register, self.register[usize::from(f.register)]);
        t.add(Term::Era, self.era[usize::from(f.year)]);
        t.add(Term::Language, self.language[usize::from(f.language)]);
        t.add(Term::Genre, self.genre(f));
        t.add(Term::GenreWord, self.genre_word(row));
        t.add(Term::Artist, self.artist(row));
        t.add(Term::Track, self.track(index, row));
        t.add(Term::Recent, recent(row, self.now));
        for (term, value) in self.typical.iter() {
            t.add(term, -value);
            t.add(Term::Base, value);
        }
        t
    }

    /// How unsure the score of a track is (standard deviation).
    pub(super) fn sd(&self, index: u32, row: &Row, aim: &Aim) -> f32 {
        let features = Features::of(row.facts, row.mean(), fit(row, aim), row.is_novel(), self.moment);
        let features = features.with_past(self.pool.past.opinion(Some(index), row, &features));
        let genre = self.pool.genre_effects().get(usize::from(row.genre)).map_or(0.0, |e| e.1);
        let effects = self.pool.artist_effect(row).1 + genre + row.effect.1;
        (self.pool.taste().spread(&features) as f32 + effects).max(0.0).sqrt()
    }

    #[inline]
    fn sound(&self, row: &Row) -> f32 {
        let x = features::sounds(row.valence, row.arousal);
        self.sound.iter().zip(x).map(|(w, x)| w * x).sum()
    }

    #[inline]
    fn genre(&self, facts: Facts) -> f32 {
        self.genre[usize::from(facts.groups.0)] + self.genre[usize::from(facts.groups.1)]
    }

    #[inline]
    fn genre_word(&self, row: &Row) -> f32 {
        let here = self.pool.genre_effects().get(usize::from(row.genre)).map_or(0.0, |e| e.0);
        here + self.trust * self.pool.past.genre(row)
    }

    #[inline]
    fn artist(&self, row: &Row) -> f32 {
        self.pool.artist_effect(row).0 + self.trust * self.pool.past.artist(row)
    }

    #[inline]
    fn track(&self, index: u32, row: &Row) -> f32 {
        row.effect.0 + self.trust * self.pool.past.track(index)
    }
}

/// What the features of a typical track add, by term; base, fit and novelty have none.
fn typical(pool: &Pool, moment: Moment, weights: &[f32]) -> Terms {
    let mut terms = Terms::default();
    for (i, (x, w)) in pool.typical().iter().zip(weights).enumerate() {
        let term = features::term(i);
        let other_daypart = term == Term::Daytime && i != features::DAYTIME + moment.daypart();
        if !matches!(term, Term::Base | Term::Fit | Term::Novel) && !other_daypart {
            terms.add(term, x * w);
        }
    }
    terms
}

#[inline]
fn recent(row: &Row, now: Timestamp) -> f32 {
    let since = now - row.last_played;
    // A play in the future was written down by a clock that has been set back since: when it was nobody knows.
    if row.last_played.0 == i64::MIN || since < MOST_AHEAD {
        return 0.0;
    }
    let seconds = since.as_seconds().max(0.0) as f32;
    RECENT * (-seconds / RECENT_HALF_LIFE_S).exp2()
}
