//! What was learned, in a form to show and to export.

use super::features::{self, BASE, PAST, WEIGHTS};
use super::model::Taste;
use super::offsets::Offset;
use super::past::PastName;
use crate::terms::Term;
use serde::Serialize;
use std::collections::BTreeMap;

/// The version of [`TasteModel`].
const VERSION: u32 = 2;
/// Less than this is not worth a word.
const WORTH_SAYING: f64 = 0.02;
/// A leaning is told when it is this many standard deviations away from nothing.
const SURE_ENOUGH: f64 = 0.6;

/// One thing that was learned: that the listener leans to or away from something.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Leaning {
    /// The term of the score, for translation.
    pub term: &'static str,
    /// What within it: an artist or a genre word as credited, else a code.
    pub detail: String,
    /// What it adds to the chance that a track is heard to its end, beyond what holds for most listeners.
    pub value: f64,
    /// Standard deviation of `value`.
    pub sd: f64,
    /// How much of `value` comes from what the listener said outright.
    pub stated: f64,
    /// In how many plays and words it was in play.
    pub evidence: u32,
}

/// The whole model as numbers, for the listener to keep. It can be made anew from the feedback.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TasteModel {
    /// The version of this form.
    pub version: u32,
    /// How many lessons it rests on.
    pub lessons: u32,
    /// Names of the features.
    pub features: Vec<String>,
    /// Their expected weights.
    pub weights: Vec<f32>,
    /// Lower triangle, by rows, of the weights' covariance.
    pub covariance: Vec<f32>,
    /// Effects of artists and of genre words, strongest first.
    pub effects: Vec<Leaning>,
}

impl Taste {
    /// What plays taught with some certainty, strongest first; what was told and never came up in a play is not in it.
    #[must_use]
    pub fn leanings(&self) -> Vec<Leaning> {
        let mut all: Vec<Leaning> = self.weight_leanings().chain(self.effects_by_name()).collect();
        all.retain(|l| {
            l.evidence > 0 && l.value.abs() >= WORTH_SAYING && l.value.abs() >= SURE_ENOUGH * l.sd
        });
        all.sort_by(|a, b| b.value.abs().total_cmp(&a.value.abs()));
        all
    }

    /// The whole model as numbers.
    #[must_use]
    pub fn model(&self) -> TasteModel {
        let name = |i| format!("{}:{}", features::term(i).code(), features::detail(i));
        let mut effects: Vec<Leaning> = self.effects_by_name().collect();
        effects.sort_by(|a, b| b.value.abs().total_cmp(&a.value.abs()));
        TasteModel {
            version: VERSION,
            lessons: self.lessons,
            features: (0..WEIGHTS).map(name).collect(),
            weights: self.weights.mean().iter().map(|x| *x as f32).collect(),
            covariance: self.weights.covariance().iter().map(|x| *x as f32).collect(),
            effects,
        }
    }

    fn weight_leanings(&self) -> impl Iterator<Item = Leaning> + '_ {
        let mean = self.mean();
        self.prior.weights().enumerate().filter(|(i, _)| !matches!(*i, BASE | PAST)).map(
            move |(i, (before, _))| Leaning {
                term: features::term(i).code(),
                detail: features::detail(i).to_owned(),
                value: mean[i] - before,
                sd: self.weights.variance(i).max(0.0).sqrt().min(self.past.weights.sd(i)),
                stated: self.stated[i],
                evidence: (self.evidence[i] + self.past.weights.evidence(i)).round() as u32,
            },
        )
    }

    fn effects_by_name(&self) -> impl Iterator<Item = Leaning> {
        let trust = self.trust();
        let of = |term: Term, past: &BTreeMap<String, PastName>| {
            let mut effects: BTreeMap<&str, Leaning> = BTreeMap::new();
            for (key, shown, o, stated) in self.names(term) {
                effects.insert(key, effect(term, shown, o, stated));
            }
            for (key, name) in past {
                let new = || effect(term, &name.shown, Offset::new(name.sd), 0.0);
                let known = effects.entry(key).or_insert_with(new);
                known.value += trust * name.effect;
                known.sd = known.sd.min(name.sd);
                known.evidence = known.evidence.saturating_add(name.plays);
            }
            effects.into_values().collect::<Vec<_>>()
        };
        of(Term::Artist, &self.past.artists).into_iter().chain(of(Term::GenreWord, &self.past.genres))
    }

    fn names(&self, term: Term) -> impl Iterator<Item = (&str, &str, Offset, f64)> {
        if term == Term::Artist { self.artists.iter() } else { self.genres.iter() }
    }
}

fn effect(term: Term, shown: &str, o: Offset, stated: f64) -> Leaning {
    Leaning {
        term: term.code(),
        detail: shown.to_owned(),
        value: o.mean,
        sd: o.variance.max(0.0).sqrt(),
        stated,
        evidence: o.lessons,
    }
}
