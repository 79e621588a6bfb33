//! What a log of plays says about a setting that did not make it.
//!
//! Each play counts with the ratio of the probabilities with which the other setting and the one that was in force
//! would choose it, normalised by the sum of the ratios (A. Swaminathan and T. Joachims, "The self-normalized
//! estimator for counterfactual learning", 2015). Here the truth is known, too: the mean probability of completion
//! of all that the other setting could choose at the same moments.

use super::chooser::{Chooser, Ours, View};
use super::days::Situation;
use super::listener::{Heard, Listener, World};
use super::response::respond;
use crate::random::Random;
use attune_core::taste::Prior;
use serde::Serialize;

/// Positions of the slider: the one in force, and those asked about.
const IN_FORCE: f32 = 1.0;
const ASKED: [f32; 3] = [0.0, 0.25, 0.75];

/// What the log says about a position of the slider.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Estimate {
    /// The position.
    pub surprise: f64,
    /// Share of tracks heard to their end, from the log.
    pub estimate: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// The same by looking into the listeners.
    pub truth: f64,
    /// The mean ratio of probabilities; much less than 1 where the other setting chooses what was hardly ever chosen.
    pub coverage: f64,
    /// How many plays of its own the log is worth.
    pub effective_plays: f64,
}

/// One logged play, for each position asked about.
#[derive(Debug, Clone, Copy)]
struct Play {
    finished: f64,
    /// Ratio of probabilities, and the expected share by looking into the listener.
    asked: [(f64, f64); ASKED.len()],
}

/// Plays of all listeners.
#[derive(Debug, Clone, Default)]
pub struct Log(Vec<Play>);

impl Log {
    /// Serves a listener and logs the plays.
    pub fn record(
        &mut self,
        world: &World,
        listener: &Listener,
        days: &[Situation],
        prior: Prior,
        mut random: Random,
    ) {
        let mut ours = Ours::new(world, random.bits(), prior).surprised(IN_FORCE);
        let (mut heard, mut played) = (Heard::default(), Vec::new());
        for at in days {
            let view = View { world, listener, heard: &heard, at, played: &played };
            let asked = ASKED.map(|s| ours.odds(&view, s));
            let track = ours.choose(&view);
            let response = respond(listener.finishes(world, track, at, &heard), world.kind, &mut random);
            let ratio = |odds: &Vec<(usize, f64)>| {
                let p = odds.iter().find(|(t, _)| *t == track).map_or(0.0, |o| o.1);
                let truth = odds.iter().map(|(t, p)| p * listener.finishes(world, *t, at, &heard)).sum();
                (p / ours.propensity.max(1e-9), truth)
            };
            let asked = [ratio(&asked[0]), ratio(&asked[1]), ratio(&asked[2])];
            self.0.push(Play { finished: f64::from(u8::from(response.finished)), asked });
            ours.learn(&view, track, response);
            heard.note(world, track, at.now);
            played.push(track);
        }
    }

    /// What the log says.
    #[must_use]
    pub fn estimates(&self) -> Vec<Estimate> {
        (0..ASKED.len()).map(|i| self.estimate(i)).collect()
    }

    fn estimate(&self, i: usize) -> Estimate {
        let sum = |f: &dyn Fn(f64, &Play) -> f64| self.0.iter().map(|p| f(p.asked[i].0, p)).sum::<f64>();
        let weights = sum(&|w, _| w).max(1e-12);
        let squares = sum(&|w, _| w * w).max(1e-12);
        let estimate = sum(&|w, p| w * p.finished) / weights;
        let spread = sum(&|w, p| (w * (p.finished - estimate)).powi(2));
        Estimate {
            surprise: f64::from(ASKED[i]),
            estimate,
            standard_error: spread.sqrt() / weights,
            truth: sum(&|_, p| p.asked[i].1) / self.0.len().max(1) as f64,
            coverage: weights / self.0.len().max(1) as f64,
            effective_plays: weights * weights / squares,
        }
    }
}
