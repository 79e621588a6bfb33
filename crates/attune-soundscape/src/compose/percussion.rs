//! Percussion, only where the affect asks for it.

use super::Context;
use super::clock::TICKS;
use super::writer::{Event, Writer};
use crate::form::Section;
use crate::score::{Drum, Part};

/// Velocities on a grid of sixteenths over one bar of four; 0 is a rest.
type Row = [u8; 16];

const KICKS: [Row; 3] = [
    [62, 0, 0, 0, 0, 0, 0, 0, 56, 0, 0, 0, 0, 0, 0, 0],
    [72, 0, 0, 0, 0, 0, 48, 0, 66, 0, 0, 0, 0, 0, 0, 0],
    [84, 0, 0, 0, 70, 0, 0, 0, 82, 0, 0, 56, 70, 0, 0, 0],
];
const BRUSHES: [Row; 3] = [
    [0; 16],
    [0, 0, 0, 0, 58, 0, 0, 0, 0, 0, 0, 0, 60, 0, 0, 0],
    [0, 0, 0, 0, 76, 0, 0, 0, 0, 0, 0, 40, 78, 0, 0, 44],
];
const SHAKERS: [Row; 3] = [
    [44, 0, 0, 0, 38, 0, 0, 0, 44, 0, 0, 0, 38, 0, 0, 0],
    [52, 0, 38, 0, 48, 0, 38, 0, 52, 0, 38, 0, 48, 0, 40, 0],
    [60, 36, 48, 36, 58, 36, 48, 36, 60, 36, 48, 36, 58, 36, 50, 40],
];
const HATS: [Row; 3] = [
    [0, 0, 36, 0, 0, 0, 36, 0, 0, 0, 36, 0, 0, 0, 38, 0],
    [46, 0, 54, 0, 44, 0, 54, 0, 46, 0, 54, 0, 44, 0, 56, 0],
    [58, 40, 66, 40, 56, 40, 66, 40, 58, 40, 66, 40, 56, 44, 68, 46],
];
const RIMS: [Row; 3] = [
    [0; 16],
    [0, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0, 0, 0, 0, 38, 0],
    [0, 0, 0, 44, 0, 0, 0, 0, 0, 0, 46, 0, 0, 0, 0, 0],
];
/// The last bar of a phrase ends with this.
const FILL: Row = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 54, 0, 58, 62];

/// Writes the drums of a phrase.
pub(super) fn write(context: &Context, writer: &mut Writer) {
    let Some(level) = level(context) else { return };
    let steps = usize::from(context.plan.beats) * 4;
    for bar in 0..i32::from(context.unit.bars) {
        let last = bar + 1 == i32::from(context.unit.bars);
        let mut row = |drum: Drum, row: &Row| {
            for (step, &velocity) in row[..steps].iter().enumerate().filter(|(_, v)| **v > 0) {
                writer.add(Event {
                    part: Part::Percussion,
                    voice: drum as u8,
                    at: (bar * steps as i32 + step as i32) * TICKS / 4,
                    length: TICKS / 2,
                    pitch: drum as i32,
                    velocity: i32::from(velocity),
                    late: 0,
                });
            }
        };
        row(Drum::Kick, &KICKS[level]);
        row(Drum::Brush, &BRUSHES[level]);
        row(Drum::Shaker, &SHAKERS[level]);
        row(Drum::Hat, &HATS[level]);
        row(Drum::Rim, &RIMS[level]);
        if last && level > 0 {
            let from_end = |step: usize| FILL[16 - steps + step];
            row(Drum::Tom, &std::array::from_fn(|step| if step < steps { from_end(step) } else { 0 }));
        }
    }
}

/// Which rows; none where nothing is struck. The arc of the piece thins them out.
fn level(context: &Context) -> Option<usize> {
    let asked = usize::from(context.cues.percussion);
    let thinner = match context.unit.section {
        Section::Intro | Section::Coda => 2,
        _ if context.unit.intensity < 500 => 1,
        _ => 0,
    };
    asked
        .checked_sub(thinner.min(asked.saturating_sub(1)))?
        .checked_sub(1)
        .filter(|_| !(matches!(context.unit.section, Section::Coda | Section::Intro) && asked < 3))
}
