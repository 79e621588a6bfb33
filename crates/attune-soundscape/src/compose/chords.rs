//! Held chords.

use super::Context;
use super::clock::TICKS;
use super::writer::{Event, Writer};
use crate::form::Section;
use crate::harmony::{VOICES, Voicing};
use crate::palette::Instrument;
use crate::score::Part;

/// The pitch around which chords lie.
pub(super) fn centre(context: &Context) -> i32 {
    56 + context.register() / 1_300
}

/// Writes the chords; gives the voicing of the last.
pub(super) fn write(context: &Context, writer: &mut Writer, before: Option<Voicing>) -> Option<Voicing> {
    let seat = context.palette.chords;
    // A section that opens in the middle of a piece leaves the broken chords to themselves for its first phrase.
    let rests = context.unit.section == Section::Development && context.unit.opens;
    let mut voicing = before;
    let space = context.space(centre(context));
    for span in context.spans {
        let next = Voicing::after(voicing, span.chord, context.key, space);
        voicing = Some(next);
        if rests {
            continue;
        }
        for (voice, pitch) in next.0.into_iter().enumerate() {
            // The lowest voice of four leaves room for the bass once that plays.
            let rolled = if sustained(seat.instrument) { 0 } else { 500 * voice as i32 };
            writer.add(Event {
                part: Part::Chords,
                voice: voice as u8,
                at: i32::from(span.beat) * TICKS,
                length: i32::from(span.beats) * TICKS,
                pitch: pitch + 12 * seat.octave,
                velocity: if voice == VOICES - 1 { 78 } else { 72 },
                late: rolled,
            });
        }
    }
    voicing
}

fn sustained(instrument: Instrument) -> bool {
    use Instrument::{AirPad, RoundBass, Solo, Strings, WarmPad};
    matches!(instrument, Strings | Solo | WarmPad | AirPad | RoundBass)
}
