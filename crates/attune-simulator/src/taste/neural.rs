//! The neural alternative: a wide and deep network (H.-T. Cheng et al., "Wide & Deep Learning for Recommender
//! Systems", 2016) with Adam (D. P. Kingma and J. Ba, 2015), trained online with replay.
//!
//! The deep part sees the features that the linear model sees; the wide part has one weight an artist, a genre word
//! and a track. It starts with the linear model's prior: it is trained to say what that says before the first play.

use crate::random::Random;
use attune_core::rank::Pool;
use attune_core::taste::{FEATURES, Moment, Prior};
use attune_core::{Affect, AffectEstimate, Policy};
use std::collections::HashMap;

const HIDDEN: usize = 12;
const DEEP: usize = HIDDEN * (FEATURES + 1) + HIDDEN + 1;
const RATE: f64 = 0.004;
const WIDE_RATE: f64 = 0.05;
const DECAY: f64 = 2e-4;
const PRIOR_LESSONS: usize = 4_000;
/// Earlier lessons that are gone over again with each new one.
const REPLAYS: usize = 12;

#[derive(Debug, Clone)]
struct Example {
    x: Vec<f32>,
    names: [u64; 3],
    value: f64,
}

/// The network with its optimiser and its memory.
#[derive(Debug, Clone)]
pub struct Network {
    weights: Vec<f64>,
    first: Vec<f64>,
    second: Vec<f64>,
    steps: i32,
    wide: HashMap<u64, f64>,
    memory: Vec<Example>,
}

impl Network {
    /// A network that has learned the prior over the tracks of `pool`.
    #[must_use]
    pub fn new(pool: &Pool, random: &mut Random) -> Self {
        let scale = (1.0 / FEATURES as f64).sqrt();
        let weights = (0..DEEP).map(|_| scale * random.normal()).collect();
        let zero = vec![0.0; DEEP];
        let mut network = Self {
            weights,
            first: zero.clone(),
            second: zero,
            steps: 0,
            wide: HashMap::new(),
            memory: Vec::new(),
        };
        for _ in 0..PRIOR_LESSONS {
            let track = random.index(pool.tracks().len());
            let mood = Affect::new(random.between(-1.0, 1.0), random.between(-1.0, 1.0));
            let moment = Moment { policy: Policy::Match, hour: random.index(24) as u8 };
            let x = pool.features(track as u32, moment, &AffectEstimate::with_sd(mood, 0.2));
            let value = Prior::default().score(&x);
            network.step(&Example { x, names: [0; 3], value }, false);
        }
        network
    }

    /// What a track is worth.
    #[must_use]
    pub fn score(&self, pool: &Pool, track: usize, moment: Moment, target: &AffectEstimate) -> f64 {
        let x = pool.features(track as u32, moment, target);
        self.value(&x, &pool.names(track as u32))
    }

    /// Takes in what a listener did with a track, and goes over some earlier lessons.
    pub fn learn(
        &mut self,
        pool: &Pool,
        track: usize,
        moment: Moment,
        target: &AffectEstimate,
        value: f64,
        random: &mut Random,
    ) {
        let x = pool.features(track as u32, moment, target);
        let example = Example { x, names: pool.names(track as u32), value };
        self.step(&example, true);
        for _ in 0..REPLAYS.min(self.memory.len()) {
            let again = self.memory[random.index(self.memory.len())].clone();
            self.step(&again, true);
        }
        self.memory.push(example);
    }

    fn value(&self, x: &[f32], names: &[u64; 3]) -> f64 {
        let wide: f64 = names.iter().filter_map(|n| self.wide.get(n)).sum();
        let hidden = self.hidden(x);
        let out = &self.weights[DEEP - HIDDEN - 1..];
        wide + out[HIDDEN] + hidden.iter().zip(out).map(|(h, w)| h * w).sum::<f64>()
    }

    fn hidden(&self, x: &[f32]) -> [f64; HIDDEN] {
        std::array::from_fn(|h| {
            let row = &self.weights[h * (FEATURES + 1)..(h + 1) * (FEATURES + 1)];
            let sum: f64 = row.iter().zip(x).map(|(w, x)| w * f64::from(*x)).sum();
            (sum + row[FEATURES]).tanh()
        })
    }

    /// One step of Adam on the squared error, and of plain descent on the wide part.
    fn step(&mut self, example: &Example, wide: bool) {
        let hidden = self.hidden(&example.x);
        let error = self.value(&example.x, &example.names) - example.value;
        if wide {
            for name in example.names {
                let w = self.wide.entry(name).or_insert(0.0);
                *w -= WIDE_RATE * (error + 0.3 * *w);
            }
        }
        self.steps += 1;
        let out = DEEP - HIDDEN - 1;
        for (h, value) in hidden.iter().enumerate() {
            let back = error * self.weights[out + h] * (1.0 - value * value);
            for (i, x) in example.x.iter().enumerate().filter(|(_, x)| **x != 0.0) {
                self.adam(h * (FEATURES + 1) + i, back * f64::from(*x));
            }
            self.adam(h * (FEATURES + 1) + FEATURES, back);
        }
        for (h, value) in hidden.into_iter().enumerate() {
            self.adam(out + h, error * value);
        }
        self.adam(out + HIDDEN, error);
    }

    fn adam(&mut self, i: usize, gradient: f64) {
        let g = gradient + DECAY * self.weights[i];
        self.first[i] = 0.9 * self.first[i] + 0.1 * g;
        self.second[i] = 0.999 * self.second[i] + 0.001 * g * g;
        let (a, b) = (1.0 - 0.9_f64.powi(self.steps), 1.0 - 0.999_f64.powi(self.steps));
        self.weights[i] -= RATE * (self.first[i] / a) / ((self.second[i] / b).sqrt() + 1e-8);
    }
}
