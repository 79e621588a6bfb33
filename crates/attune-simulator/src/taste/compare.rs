//! The same listeners, the same days, served by each way of choosing.

use super::answers::{SelfKnowledge, stated_preferences};
use super::catalogue::made_up;
use super::chooser::{AnyTrack, Chooser, MoodMatch, MostPopular, Neural, Oracle, Ours, View};
use super::days::{Situation, days};
use super::listener::{Heard, Kind, Listener, World};
use super::response::respond;
use super::snips::{Estimate, Log};
use crate::random::Random;
use attune_core::Track;
use attune_core::taste::{Prior, StatedPreferences};
use serde::Serialize;
use std::sync::Arc;

/// What to simulate.
#[derive(Debug, Clone, Default)]
pub struct Setup {
    /// The same seed gives the same listeners, days and tracks.
    pub seed: u64,
    /// How many listeners.
    pub listeners: usize,
    /// How many plays each.
    pub plays: usize,
    /// A real catalogue.
    pub catalogue: Vec<Track>,
    /// How many made-up tracks come on top.
    pub made_up: usize,
    /// Which listeners.
    pub kind: Kind,
    /// What the linear model believes of a listener at first.
    pub prior: Prior,
    /// How well the listeners know themselves.
    pub self_knowledge: SelfKnowledge,
}

/// How one way of choosing did.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outcome {
    /// Its name.
    pub name: &'static str,
    /// Mean probability that a track is heard to its end, over the plays that count, averaged over listeners.
    pub completion: f64,
    /// Standard error of that mean over listeners.
    pub standard_error: f64,
    /// The same over the first, second, … twentieth part of fifty plays: how it grows.
    pub by_fifty: Vec<f64>,
}

/// All of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// The seed.
    pub seed: u64,
    /// How many listeners.
    pub listeners: usize,
    /// How many plays each.
    pub plays: usize,
    /// How many tracks there were to choose from.
    pub tracks: usize,
    /// The plays that count, from 1.
    pub counted: (usize, usize),
    /// Each way of choosing.
    pub outcomes: Vec<Outcome>,
    /// Ours less mood match, with the standard error of the difference within listeners.
    pub over_mood_match: (f64, f64),
    /// Ours less neural, likewise.
    pub over_neural: (f64, f64),
    /// Ours as a share of the oracle.
    pub of_oracle: f64,
    /// Ours after the listener said what they like, less mood match, likewise.
    pub stated_over_mood_match: (f64, f64),
    /// The same less ours of whom nothing was told.
    pub stated_over_ours: (f64, f64),
    /// Ours after the listener said what they like as a share of the oracle.
    pub stated_of_oracle: f64,
    /// What the log of our plays says about other positions of the slider, and what is true.
    pub off_policy: Vec<Estimate>,
}

/// Plays before this one are for getting to know each other.
pub(super) const WARM_UP: usize = 100;
const NAMES: [&str; 7] = ["random", "popularity", "mood match", "ours", "neural", "oracle", STATED];
/// Ours after the listener said what they like.
pub(super) const STATED: &str = "ours, told";

impl Comparison {
    /// How a way of choosing did.
    #[must_use]
    pub fn outcome(&self, name: &str) -> Option<&Outcome> {
        self.outcomes.iter().find(|o| o.name == name)
    }
}

/// Simulates.
#[must_use]
pub fn compare(setup: &Setup) -> Comparison {
    let random = Random::new(setup.seed);
    let world = world(setup, &random);
    let mut runs: Vec<Vec<Vec<f64>>> = vec![Vec::new(); NAMES.len()];
    let mut log = Log::default();
    for number in 0..setup.listeners {
        let own = random.part(1_000 + number as u64);
        let listener = Listener::new(&world, &mut own.part(1));
        let days = days(setup.plays, &mut own.part(2));
        let stated = stated_preferences(&world, &listener, setup.self_knowledge, &mut own.part(5));
        for (runs, mut chooser) in runs.iter_mut().zip(choosers(&world, &own, &setup.prior, stated)) {
            runs.push(serve(&world, &listener, &days, &mut *chooser, &mut own.part(3)));
        }
        log.record(&world, &listener, &days, setup.prior, own.part(4));
    }
    summary(setup, &world, &runs, &log)
}

pub(super) fn world(setup: &Setup, random: &Random) -> World {
    let mut tracks = setup.catalogue.clone();
    tracks.extend(made_up(setup.made_up, &mut random.part(1)));
    World::new(tracks.into_iter().map(Arc::new).collect(), setup.kind, &mut random.part(2))
}

fn choosers(
    world: &World,
    own: &Random,
    prior: &Prior,
    stated: StatedPreferences,
) -> [Box<dyn Chooser>; NAMES.len()] {
    [
        Box::new(AnyTrack(own.part(10))),
        Box::new(MostPopular),
        Box::new(MoodMatch),
        Box::new(Ours::new(world, own.part(11).bits(), *prior)),
        Box::new(Neural::new(world, own.part(12))),
        Box::new(Oracle),
        Box::new(Ours::new(world, own.part(11).bits(), *prior).stated(stated)),
    ]
}

/// The probability of completion at each play.
pub(super) fn serve(
    world: &World,
    listener: &Listener,
    days: &[Situation],
    chooser: &mut dyn Chooser,
    random: &mut Random,
) -> Vec<f64> {
    let (mut heard, mut played, mut all) = (Heard::default(), Vec::new(), Vec::new());
    for at in days {
        let view = View { world, listener, heard: &heard, at, played: &played };
        let track = chooser.choose(&view);
        let probability = listener.finishes(world, track, at, &heard);
        chooser.learn(&view, track, respond(probability, world.kind, random));
        all.push(probability);
        heard.note(world, track, at.now);
        played.push(track);
    }
    all
}

fn summary(setup: &Setup, world: &World, runs: &[Vec<Vec<f64>>], log: &Log) -> Comparison {
    let from = WARM_UP.min(setup.plays / 2);
    let counted: Vec<Vec<f64>> =
        runs.iter().map(|all| all.iter().map(|plays| mean(&plays[from..])).collect()).collect();
    let outcomes = NAMES.iter().zip(runs).map(|(name, runs)| outcome(name, runs, from));
    let difference = |a: usize, b: usize| {
        let all: Vec<f64> = counted[a].iter().zip(&counted[b]).map(|(a, b)| a - b).collect();
        (mean(&all), standard_error(&all))
    };
    Comparison {
        seed: setup.seed,
        listeners: setup.listeners,
        plays: setup.plays,
        tracks: world.tracks.len(),
        counted: (from + 1, setup.plays),
        outcomes: outcomes.collect(),
        over_mood_match: difference(3, 2),
        over_neural: difference(3, 4),
        of_oracle: mean(&counted[3]) / mean(&counted[5]),
        stated_over_mood_match: difference(6, 2),
        stated_over_ours: difference(6, 3),
        stated_of_oracle: mean(&counted[6]) / mean(&counted[5]),
        off_policy: log.estimates(),
    }
}

/// How a way of choosing did that had these probabilities; plays before `from` do not count.
pub(super) fn outcome(name: &'static str, runs: &[Vec<f64>], from: usize) -> Outcome {
    let counted: Vec<f64> = runs.iter().map(|plays| mean(&plays[from..])).collect();
    Outcome {
        name,
        completion: mean(&counted),
        standard_error: standard_error(&counted),
        by_fifty: by_fifty(runs),
    }
}

fn by_fifty(runs: &[Vec<f64>]) -> Vec<f64> {
    let plays = runs.first().map_or(0, Vec::len);
    let part = |from: usize| {
        let of = |run: &Vec<f64>| mean(&run[from..(from + 50).min(plays)]);
        mean(&runs.iter().map(of).collect::<Vec<_>>())
    };
    (0..plays).step_by(50).map(part).collect()
}

pub(super) fn mean(all: &[f64]) -> f64 {
    all.iter().sum::<f64>() / all.len().max(1) as f64
}

pub(super) fn standard_error(all: &[f64]) -> f64 {
    let (m, n) = (mean(all), all.len() as f64);
    (all.iter().map(|x| (x - m).powi(2)).sum::<f64>() / ((n - 1.0).max(1.0) * n.max(1.0))).sqrt()
}

#[cfg(test)]
mod tests;
