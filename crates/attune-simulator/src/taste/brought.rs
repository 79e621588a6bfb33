//! What a history of plays elsewhere is worth, the listener's own and somebody else's.

use super::answers::stated_preferences;
use super::chooser::{Chooser, MoodMatch, Oracle, Ours};
use super::compare::{Outcome, Setup, WARM_UP, mean, outcome, serve, standard_error, world};
use super::days::days;
use super::listener::Listener;
use super::past::{kept, past};
use crate::random::Random;
use attune_core::taste::PastEvidence;
use serde::Serialize;

const NAMES: [&str; 10] = [
    "mood match",
    "ours",
    "ours, history",
    "ours, stated, history",
    "ours, another's",
    "ours, stated",
    "oracle",
    "ours, ratings",
    "ours, history, ratings",
    "ours, another's ratings",
];
const OURS: usize = 1;
const HISTORY: usize = 2;
const BOTH: usize = 3;
const WRONG: usize = 4;
const ORACLE: usize = 6;
const RATED: usize = 7;
const RATED_HISTORY: usize = 8;
const RATED_WRONG: usize = 9;
/// One in so many of the tracks that were heard is rated.
const RATED_ONE_IN: usize = 4;
/// What a wrong history still costs is measured over so many plays at the end.
const LAST: usize = 50;

/// How much a history brings.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Brought {
    /// The seed.
    pub seed: u64,
    /// Plays in each history.
    pub history: usize,
    /// How many listeners.
    pub listeners: usize,
    /// How many plays each, here.
    pub plays: usize,
    /// The plays that count, from 1.
    pub counted: (usize, usize),
    /// Each way of choosing.
    pub outcomes: Vec<Outcome>,
    /// Ours with the listener's history as a share of the oracle.
    pub of_oracle: f64,
    /// The same after the listener also said what they like.
    pub stated_of_oracle: f64,
    /// Ours with the listener's history less ours without, with the standard error of the difference within listeners.
    pub over_ours: (f64, f64),
    /// Ours with somebody else's history less ours without, likewise.
    pub wrong_over_ours: (f64, f64),
    /// The same over the last fifty plays.
    pub wrong_at_last: (f64, f64),
    /// Ours with play counts and ratings, without the history, less ours without either.
    pub rated_over_ours: (f64, f64),
    /// Ours with the history and the ratings less ours with the history.
    pub rated_over_history: (f64, f64),
    /// Ours with the play counts and ratings of somebody else less ours without.
    pub rated_wrong_over_ours: (f64, f64),
}

/// Serves the listeners of a setup with and without so many past plays.
#[must_use]
pub fn brought(setup: &Setup, history: usize) -> Brought {
    let random = Random::new(setup.seed);
    let world = world(setup, &random);
    let mut runs = vec![Vec::new(); NAMES.len()];
    for number in 0..setup.listeners {
        let own = random.part(1_000 + number as u64);
        let listener = Listener::new(&world, &mut own.part(1));
        let days = days(setup.plays, &mut own.part(2));
        let stated = stated_preferences(&world, &listener, setup.self_knowledge, &mut own.part(5));
        let heard = past(&world, &listener, history, &mut own.part(6));
        let kept_of = |listener: &Listener, heard: &[PastEvidence], part: u64| {
            kept(&world, listener, heard, RATED_ONE_IN, &mut own.part(part))
        };
        let other = Listener::new(&world, &mut own.part(7));
        let another = past(&world, &other, history, &mut own.part(8));
        let (rated, rated_wrong) = (kept_of(&listener, &heard, 9), kept_of(&other, &another, 10));
        let ours = || Ours::new(&world, own.part(11).bits(), setup.prior);
        let choosers: [Box<dyn Chooser>; NAMES.len()] = [
            Box::new(MoodMatch),
            Box::new(ours()),
            Box::new(ours().heard_before(&heard)),
            Box::new(ours().heard_before(&heard).stated(stated.clone())),
            Box::new(ours().heard_before(&another)),
            Box::new(ours().stated(stated)),
            Box::new(Oracle),
            Box::new(ours().with_kept(&[], &rated)),
            Box::new(ours().with_kept(&heard, &rated)),
            Box::new(ours().with_kept(&[], &rated_wrong)),
        ];
        for (runs, mut chooser) in runs.iter_mut().zip(choosers) {
            runs.push(serve(&world, &listener, &days, &mut *chooser, &mut own.part(3)));
        }
    }
    summary(setup, history, &runs)
}

fn summary(setup: &Setup, history: usize, runs: &[Vec<Vec<f64>>]) -> Brought {
    let from = WARM_UP.min(setup.plays / 2);
    let counted =
        |way: usize, from: usize| runs[way].iter().map(|plays| mean(&plays[from..])).collect::<Vec<f64>>();
    let difference = |a: usize, b: usize, from: usize| {
        let all: Vec<f64> = counted(a, from).iter().zip(counted(b, from)).map(|(a, b)| a - b).collect();
        (mean(&all), standard_error(&all))
    };
    let share = |way: usize| mean(&counted(way, from)) / mean(&counted(ORACLE, from));
    Brought {
        seed: setup.seed,
        history,
        listeners: setup.listeners,
        plays: setup.plays,
        counted: (from + 1, setup.plays),
        outcomes: NAMES.iter().zip(runs).map(|(name, runs)| outcome(name, runs, from)).collect(),
        of_oracle: share(HISTORY),
        stated_of_oracle: share(BOTH),
        over_ours: difference(HISTORY, OURS, from),
        wrong_over_ours: difference(WRONG, OURS, from),
        wrong_at_last: difference(WRONG, OURS, setup.plays.saturating_sub(LAST)),
        rated_over_ours: difference(RATED, OURS, from),
        rated_over_history: difference(RATED_HISTORY, HISTORY, from),
        rated_wrong_over_ours: difference(RATED_WRONG, OURS, from),
    }
}
