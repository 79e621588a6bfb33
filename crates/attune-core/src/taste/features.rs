//! The features that taste weighs: few, and each with a meaning that can be said in words.

use super::facts::{self, ERAS, Facts, LANGUAGE_PLACES, LANGUAGES, NONE};
use super::genre::GenreGroup;
use crate::terms::Term;
use crate::{Affect, Policy};

/// What holds while something is chosen or judged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    /// The policy in force.
    pub policy: Policy,
    /// The listener's local hour, 0 to 23.
    pub hour: u8,
}

impl Default for Moment {
    fn default() -> Self {
        Self { policy: Policy::Match, hour: 12 }
    }
}

impl Moment {
    /// The quarter of the day: night, morning, afternoon, evening.
    pub(crate) fn daypart(self) -> usize {
        usize::from(self.hour.min(23) / 6)
    }

    /// The name of the quarter of the day.
    pub(crate) fn daypart_name(self) -> &'static str {
        DAYPARTS[self.daypart()]
    }

    /// Whether the policy leads somewhere else than to where the listener is.
    pub(crate) fn steers(self) -> bool {
        matches!(self.policy, Policy::Lift | Policy::Calm | Policy::Energise)
    }
}

/// Names of the quarters of the day.
pub(crate) const DAYPARTS: [&str; 4] = ["night", "morning", "afternoon", "evening"];

pub(crate) const BASE: usize = 0;
pub(crate) const FIT: usize = 1;
pub(crate) const FIT_STEERED: usize = 2;
pub(crate) const SOUND: usize = 3;
pub(crate) const POPULAR: usize = SOUND + SOUNDS.len();
pub(crate) const NOVEL: usize = POPULAR + 1;
pub(crate) const TEMPO: usize = NOVEL + 1;
pub(crate) const DAYTIME: usize = TEMPO + 2;
pub(crate) const ERA: usize = DAYTIME + DAYPARTS.len();
pub(crate) const GENRE: usize = ERA + ERAS.len();
pub(crate) const LANGUAGE: usize = GENRE + GenreGroup::ALL.len();
pub(crate) const BRIGHTER: usize = LANGUAGE + LANGUAGE_PLACES;
pub(crate) const LIVELIER: usize = BRIGHTER + 1;
pub(crate) const REGISTER: usize = LIVELIER + 1;
/// How many features there are.
pub const FEATURES: usize = REGISTER + 1;
/// What plays elsewhere say of a track as a whole: no feature of the track, and weighed like one (how far they are to be trusted).
pub(crate) const PAST: usize = FEATURES;
/// How many weights there are.
pub(crate) const WEIGHTS: usize = FEATURES + 1;
/// At most so many of them are not 0 for one track.
const ACTIVE: usize = 21;

/// Names of the features of a place on the plane.
const SOUNDS: [&str; 5] = ["valence", "arousal", "valenceExtremes", "arousalExtremes", "diagonal"];

/// How close a track's affect is to the target, in [0, 1], and the same times how far it lies on the bright and the lively
/// side of it: what a listener gains who wants music a little brighter or livelier than the target.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Nearness {
    pub(crate) near: f32,
    pub(crate) brighter: f32,
    pub(crate) livelier: f32,
}

/// The features of one track at one moment, without the zeros.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Features {
    entries: [(u16, f32); ACTIVE],
    len: usize,
}

impl Features {
    /// `novel` is that it was never played.
    pub(crate) fn of(facts: Facts, at: Affect, fit: Nearness, novel: bool, moment: Moment) -> Self {
        let mut f = Self { entries: [(0, 0.0); ACTIVE], len: 0 };
        f.push(BASE, 1.0);
        f.push(FIT, fit.near);
        f.push(FIT_STEERED, if moment.steers() { fit.near } else { 0.0 });
        let (v, a) = (at.valence as f32, at.arousal as f32);
        sounds(v, a).into_iter().enumerate().for_each(|(i, x)| f.push(SOUND + i, x));
        f.push(POPULAR, popularity(facts.popularity));
        f.push(NOVEL, f32::from(u8::from(novel)));
        tempo(facts.tempo).into_iter().enumerate().for_each(|(i, x)| f.push(TEMPO + i, x));
        f.push(DAYTIME + moment.daypart(), a);
        if let Some(era) = facts.era() {
            f.push(ERA + era, 1.0);
        }
        if let Some((one, other)) = facts.genre_groups() {
            f.push(GENRE + one as usize, if one == other { 1.0 } else { 0.5 });
            f.push(GENRE + other as usize, if one == other { 0.0 } else { 0.5 });
        }
        if facts.language != NONE {
            f.push(LANGUAGE + usize::from(facts.language), 1.0);
        }
        f.push(BRIGHTER, fit.brighter);
        f.push(LIVELIER, fit.livelier);
        f.push(REGISTER, register(facts.register));
        f
    }

    /// The same with what plays elsewhere say of the track.
    pub(crate) fn with_past(mut self, opinion: f32) -> Self {
        self.push(PAST, opinion);
        self
    }

    fn push(&mut self, index: usize, value: f32) {
        if value != 0.0 && self.len < ACTIVE {
            self.entries[self.len] = (index as u16, value);
            self.len += 1;
        }
    }

    /// Places and values that are not 0.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, f64)> + Clone + '_ {
        self.entries[..self.len].iter().map(|(i, x)| (usize::from(*i), f64::from(*x)))
    }

    /// All values of the track's own, zeros too.
    pub(crate) fn dense(&self) -> Vec<f32> {
        let mut all = vec![0.0; FEATURES];
        self.iter().filter(|(i, _)| *i < FEATURES).for_each(|(i, x)| all[i] += x as f32);
        all
    }
}

/// What a place on the plane adds: its axes, how far out it lies on each (a third is the mean square of an
/// even spread), and both together.
#[inline]
pub(crate) fn sounds(v: f32, a: f32) -> [f32; SOUNDS.len()] {
    [v, a, v * v - 1.0 / 3.0, a * a - 1.0 / 3.0, v * a]
}

/// Popularity from -1 to 1, 0 where it is unknown.
#[inline]
pub(crate) fn popularity(percent: u8) -> f32 {
    if percent == NONE { 0.0 } else { (f32::from(percent) - 50.0) / 50.0 }
}

/// Tempo around 120 beats per minute, and how far off; 0 where it is unknown.
#[inline]
pub(crate) fn tempo(half: u8) -> [f32; 2] {
    if half == NONE {
        return [0.0; 2];
    }
    let x = ((f32::from(half) - 60.0) / 20.0).clamp(-2.0, 2.0);
    [x, 0.5 * (x * x - 1.0)]
}

/// The register of a composed piece around the middle of what is used; 0 where it is unknown.
#[inline]
pub(crate) fn register(quarters: u8) -> f32 {
    (facts::semitones(quarters) / 5.0).clamp(-2.0, 2.0)
}

/// The term of the score that a feature adds to.
pub(crate) fn term(feature: usize) -> Term {
    match feature {
        BASE | PAST => Term::Base,
        FIT | FIT_STEERED | BRIGHTER | LIVELIER => Term::Fit,
        i if i < POPULAR => Term::Sound,
        POPULAR => Term::Popular,
        REGISTER => Term::Register,
        NOVEL => Term::Novel,
        i if i < DAYTIME => Term::Tempo,
        i if i < ERA => Term::Daytime,
        i if i < GENRE => Term::Era,
        i if i < LANGUAGE => Term::Genre,
        _ => Term::Language,
    }
}

/// Which value within its term a feature stands for, for translation.
pub(crate) fn detail(feature: usize) -> &'static str {
    let within = |from: usize| feature - from;
    match term(feature) {
        Term::Sound => SOUNDS[within(SOUND)],
        Term::Tempo => ["fast", "tempoExtremes"][within(TEMPO)],
        Term::Register => "high",
        Term::Daytime => DAYPARTS[within(DAYTIME)],
        Term::Era => ERAS[within(ERA)],
        Term::Genre => GenreGroup::ALL[within(GENRE)].code(),
        Term::Language => LANGUAGES.get(within(LANGUAGE)).copied().unwrap_or("other"),
        Term::Fit => match feature {
            FIT_STEERED => "steered",
            BRIGHTER => "brighter",
            LIVELIER => "livelier",
            _ => "",
        },
        Term::Base if feature == PAST => "past",
        _ => "",
    }
}
