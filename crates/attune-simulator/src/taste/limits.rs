//! Where the rest goes: what could be reached by somebody who knows so much of the listener, and by the model itself
//! if one play told as much as many.

use super::answers::stated_preferences;
use super::chooser::{Chooser, Informed, MoodMatch, Oracle, Ours, View};
use super::compare::{Outcome, STATED, Setup, WARM_UP, outcome, serve, world};
use super::days::days;
use super::listener::{Known, Listener, World};
use super::response::{Response, respond};
use crate::random::Random;
use attune_core::taste::StatedPreferences;

/// So many listeners' answers a play brings to `Certain`.
const ANSWERS: usize = 20;

const NOTHING: Known = Known { genres: false, artists: false, tracks: false, feelings: false, moods: false };
const GENRES: Known = Known { genres: true, ..NOTHING };
const ARTISTS: Known = Known { artists: true, ..GENRES };
const TRACKS: Known = Known { tracks: true, ..ARTISTS };
const FEELINGS: Known = Known { feelings: true, ..TRACKS };

/// Each step knows all that the one before knows.
const STEPS: [(&str, Known); 6] = [
    ("facts", NOTHING),
    ("and genre words", GENRES),
    ("and artists", ARTISTS),
    ("and tracks", TRACKS),
    ("and feelings", FEELINGS),
    ("and low moods", Known::ALL),
];

/// Serves the listeners of a setup by the model as shipped, by the model with `Certain` answers, and by those who
/// know the listener's leanings in part.
#[must_use]
pub fn limits(setup: &Setup) -> Vec<Outcome> {
    let names = ["ours", STATED, "ours, certain"].into_iter().chain(STEPS.iter().map(|(name, _)| *name));
    outcomes(setup, &names.collect::<Vec<_>>(), choosers)
}

/// The few figures that tuning needs: mood match, the model as shipped, the oracle, and the model after the listener
/// said what they like.
#[must_use]
pub fn quick(setup: &Setup) -> Vec<Outcome> {
    outcomes(setup, &["mood match", "ours", "oracle", STATED], |world, own, setup, stated| {
        let ours = || Ours::new(world, own.part(11).bits(), setup.prior);
        vec![Box::new(MoodMatch), Box::new(ours()), Box::new(Oracle), Box::new(ours().stated(stated))]
    })
}

fn outcomes(
    setup: &Setup,
    names: &[&'static str],
    choosers: impl Fn(&World, &Random, &Setup, StatedPreferences) -> Vec<Box<dyn Chooser>>,
) -> Vec<Outcome> {
    let random = Random::new(setup.seed);
    let world = world(setup, &random);
    let mut runs = vec![Vec::new(); names.len()];
    for number in 0..setup.listeners {
        let own = random.part(1_000 + number as u64);
        let listener = Listener::new(&world, &mut own.part(1));
        let days = days(setup.plays, &mut own.part(2));
        let stated = stated_preferences(&world, &listener, setup.self_knowledge, &mut own.part(5));
        for (runs, mut chooser) in runs.iter_mut().zip(choosers(&world, &own, setup, stated)) {
            runs.push(serve(&world, &listener, &days, &mut *chooser, &mut own.part(3)));
        }
    }
    let from = WARM_UP.min(setup.plays / 2);
    names.iter().zip(&runs).map(|(name, runs)| outcome(name, runs, from)).collect()
}

fn choosers(world: &World, own: &Random, setup: &Setup, stated: StatedPreferences) -> Vec<Box<dyn Chooser>> {
    let ours = || Ours::new(world, own.part(11).bits(), setup.prior);
    let mut all: Vec<Box<dyn Chooser>> = vec![
        Box::new(ours()),
        Box::new(ours().stated(stated)),
        Box::new(Certain { ours: ours(), random: own.part(13) }),
    ];
    all.extend(STEPS.iter().map(|(_, known)| Box::new(Informed(*known)) as Box<dyn Chooser>));
    all
}

/// Ours, if the listener went through each play many times over: what learning without the luck of one play gives.
struct Certain {
    ours: Ours,
    random: Random,
}

impl Chooser for Certain {
    fn choose(&mut self, view: &View<'_>) -> usize {
        self.ours.choose(view)
    }

    fn learn(&mut self, view: &View<'_>, track: usize, _: Response) {
        let probability = view.listener.finishes(view.world, track, view.at, view.heard);
        for _ in 0..ANSWERS {
            let response = respond(probability, view.world.kind, &mut self.random);
            self.ours.learn(view, track, response);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_knows_more_serves_better() {
        let prior = attune_core::taste::Prior::default();
        let setup = Setup { seed: 7, listeners: 6, plays: 60, made_up: 500, prior, ..Setup::default() };
        let all = limits(&setup);
        let of = |name: &str| all.iter().find(|o| o.name == name).map_or(0.0, |o| o.completion);
        assert!(of("ours, certain") > of("ours"));
        for (less, more) in
            [("facts", "and genre words"), ("and genre words", "and tracks"), ("and tracks", "and low moods")]
        {
            assert!(of(more) > of(less) + 0.01, "{less} {} {more} {}", of(less), of(more));
        }
    }
}
