//! A second voice under the melody: long tones that lead from chord to chord.

use super::Context;
use super::clock::TICKS;
use super::writer::{Event, Writer};
use crate::form::Section;
use crate::score::Part;

/// The least intensity with a second voice.
const FROM: i32 = 700;

/// Writes the second voice where the piece is full enough.
pub(super) fn write(context: &Context, writer: &mut Writer) {
    let sings = matches!(context.unit.section, Section::Contrast | Section::Return | Section::Development);
    if !sings || context.unit.intensity < FROM {
        return;
    }
    let centre = 60 + context.register() / 1_500 + 12 * context.palette.counter.octave;
    let mut before = centre;
    for span in context.spans {
        let pitch = span.chord.nearest(context.key, (2 * before + centre) / 3 + 1);
        writer.add(Event {
            part: Part::Counter,
            voice: 0,
            at: i32::from(span.beat) * TICKS + TICKS / 2,
            length: i32::from(span.beats) * TICKS - TICKS / 2,
            pitch,
            velocity: 66,
            late: 0,
        });
        before = pitch;
    }
}
