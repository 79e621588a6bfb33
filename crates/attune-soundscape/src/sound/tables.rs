//! Single cycles of periodic waves, each in versions with fewer and fewer overtones so that nothing folds back.

use std::f32::consts::TAU;
use std::sync::OnceLock;

/// Samples in a cycle; one more repeats the first.
const CYCLE: usize = 1_024;
/// The richest version has this many overtones; each next one half of them.
const RICHEST: usize = 256;
const VERSIONS: usize = 9;
/// Overtones stay below this, in Hz.
const CEILING: f32 = 19_000.0;
const SHAPES: usize = 5;

/// The shape of a wave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// All overtones falling by their number: bowed strings.
    Saw,
    /// Falling faster: pads.
    Warm,
    /// A few low overtones: flutes.
    Flute,
    /// Odd overtones: clarinets.
    Reed,
    /// Nearly a sine: basses.
    Round,
}

type Cycle = [f32; CYCLE + 1];

/// All shapes in all versions.
#[derive(Debug)]
pub(super) struct Tables(Vec<Cycle>);

/// The tables, made when first asked for.
pub(super) fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(Tables::new)
}

impl Tables {
    fn new() -> Self {
        let shapes = [Shape::Saw, Shape::Warm, Shape::Flute, Shape::Reed, Shape::Round];
        let all = shapes.iter().flat_map(|&shape| {
            let richest = cycle(shape, RICHEST);
            let power = richest[..CYCLE].iter().map(|x| x * x).sum::<f32>() / CYCLE as f32;
            let gain = 0.35 / power.sqrt();
            (0..VERSIONS).map(move |v| cycle(shape, RICHEST >> v).map(|x| x * gain))
        });
        Self(all.collect())
    }

    /// The version of a shape that stays clean at a frequency.
    pub(super) fn cycle(&self, shape: Shape, hz: f32) -> &Cycle {
        let allowed = (CEILING / hz.max(20.0)) as usize;
        let version = (0..VERSIONS).find(|v| RICHEST >> v <= allowed).unwrap_or(VERSIONS - 1);
        &self.0[(shape as usize).min(SHAPES - 1) * VERSIONS + version]
    }
}

/// The value at a phase in [0, 1).
pub(super) fn at(cycle: &Cycle, phase: f32) -> f32 {
    let place = phase * CYCLE as f32;
    let index = (place as usize).min(CYCLE - 1);
    let rest = place - index as f32;
    cycle[index] + (cycle[index + 1] - cycle[index]) * rest
}

fn cycle(shape: Shape, overtones: usize) -> Cycle {
    let mut out = [0.0; CYCLE + 1];
    for n in 1..=overtones {
        let strength = strength(shape, n);
        if strength == 0.0 {
            continue;
        }
        for (i, place) in out.iter_mut().enumerate() {
            // Whole cycles are taken off before the sine so that high overtones stay exact.
            *place += strength * (TAU * ((i * n) % CYCLE) as f32 / CYCLE as f32).sin();
        }
    }
    out
}

fn strength(shape: Shape, n: usize) -> f32 {
    const FLUTE: [f32; 6] = [1.0, 0.42, 0.16, 0.06, 0.03, 0.012];
    const REED: [f32; 11] = [1.0, 0.04, 0.5, 0.05, 0.24, 0.04, 0.1, 0.02, 0.05, 0.01, 0.02];
    const ROUND: [f32; 5] = [1.0, 0.36, 0.14, 0.05, 0.02];
    let few = |table: &[f32]| table.get(n - 1).copied().unwrap_or(0.0);
    match shape {
        Shape::Saw => 1.0 / n as f32,
        Shape::Warm => 1.0 / (n as f32).powf(1.7),
        Shape::Flute => few(&FLUTE),
        Shape::Reed => few(&REED),
        Shape::Round => few(&ROUND),
    }
}
