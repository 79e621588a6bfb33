//! From one track to the next without a jolt.

use super::Row;
use crate::policy::MAX_STEP;
use crate::taste::NONE;

/// Arousal may lie this far from where one step from the track before leads.
const ENERGY_ROOM: f32 = 0.3;
/// Tempo may differ by this many octaves (a double or half tempo feels the same).
const TEMPO_ROOM: f32 = 0.25;
/// Years may differ by this much.
const YEARS_ROOM: f32 = 15.0;
/// What is lost beyond the room: by unit of arousal, by octave, by decade; and at most by each.
const ENERGY: f32 = 0.12;
const TEMPO: f32 = 0.10;
const DECADE: f32 = 0.012;
const MOST: f32 = 0.08;

/// What a track loses when it follows `before` on the way to arousal `target`: 0 or less. `room` widens or
/// narrows what is still no jump (1 as above).
pub(super) fn flow(before: &Row, row: &Row, target: f32, room: f32) -> f32 {
    let step = (target - before.arousal).clamp(-MAX_STEP as f32, MAX_STEP as f32);
    let energy = beyond(row.arousal - before.arousal - step, ENERGY_ROOM * room) * ENERGY;
    let (f, b) = (row.facts, before.facts);
    let tempo = if known(f.tempo, b.tempo) { octaves(f.tempo, b.tempo) } else { 0.0 };
    let years = if known(f.year, b.year) { f32::from(f.year) - f32::from(b.year) } else { 0.0 };
    let tempo = beyond(tempo, TEMPO_ROOM * room) * TEMPO;
    let years = beyond(years, YEARS_ROOM * room) / 10.0 * DECADE;
    -(energy.min(MOST) + tempo.min(MOST) + years.min(MOST))
}

fn known(a: u8, b: u8) -> bool {
    a != NONE && b != NONE
}

fn beyond(jump: f32, room: f32) -> f32 {
    (jump.abs() - room).max(0.0)
}

/// The distance of two tempos in octaves, up to half an octave.
fn octaves(a: u8, b: u8) -> f32 {
    let x = (f32::from(a.max(1)) / f32::from(b.max(1))).log2();
    (x - x.round()).abs()
}
