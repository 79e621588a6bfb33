//! Made-up sounds with known properties: for tests, benchmarks and golden answers. Samples are mono at
//! [`RATE`](crate::RATE).

use crate::RATE;
use std::f64::consts::TAU;

/// The sounds that `training/voice/golden.py` wrote numbers for.
pub const GOLDEN: [&str; 5] = ["glide", "syllables", "between silences", "noise", "short"];

/// Samples of those sounds but the short one.
const LENGTH: usize = 32_000;

/// The golden sound of that name, by the formulas of `training/voice/golden.py`.
#[must_use]
pub fn golden(name: &str) -> Option<Vec<f32>> {
    let time = |n: usize| n as f64 / f64::from(RATE);
    let sound = |at: &dyn Fn(usize) -> f64, count: usize| (0..count).map(|n| at(n) as f32).collect();
    let hiss = noise(LENGTH);
    Some(match name {
        "glide" => sound(&|n| 0.2 * buzz(time(n)), LENGTH),
        "syllables" => {
            let loud = |n| (TAU * 3.0 * time(n)).sin().max(0.0);
            sound(&|n| 0.2 * buzz(time(n)) * loud(n) + 0.001 * hiss[n], LENGTH)
        }
        "between silences" => {
            let inside = |n| (0.5..1.5).contains(&time(n));
            sound(&|n| if inside(n) { 0.2 * buzz(time(n)) } else { 0.0 }, LENGTH)
        }
        "noise" => sound(&|n| 0.1 * hiss[n], LENGTH),
        "short" => sound(&|n| 0.5 * (TAU * 200.0 * time(n)).sin(), 4_000),
        _ => return None,
    })
}

/// Ten harmonics that glide from 110 to 330 Hz in two seconds.
fn buzz(t: f64) -> f64 {
    let glide = TAU * (110.0 * t + 55.0 * t * t);
    (1..=10).map(|k| (f64::from(k) * glide).sin() / f64::from(k)).sum()
}

/// White noise in [-1, 1] of a linear congruential generator (Numerical Recipes' constants).
#[must_use]
pub fn noise(count: usize) -> Vec<f64> {
    let step = |state: &mut u32, _| {
        *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Some(f64::from(*state) / 2_147_483_648.0 - 1.0)
    };
    (0..count).scan(1_u32, step).collect()
}
