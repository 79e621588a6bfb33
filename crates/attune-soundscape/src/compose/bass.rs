//! The bass: roots, and more motion the more energy there is.

use super::Context;
use super::clock::TICKS;
use super::writer::{Event, Writer};
use crate::form::Section;
use crate::mode::Mode;
use crate::score::{ChordSpan, Part};

/// Writes the bass; gives its last pitch.
pub(super) fn write(context: &Context, writer: &mut Writer, before: i32) -> i32 {
    let mut at = before;
    let rests = context.unit.section == Section::Intro && context.affect.arousal() < 0;
    for (place, span) in context.spans.iter().enumerate() {
        at = nearest_octave(root(context, *span), at, centre(context));
        if rests && place + 1 < context.spans.len() {
            continue;
        }
        figure(context, writer, *span, (at, place + 1 == context.spans.len()));
    }
    at
}

/// What is played over one chord with that root; the last chord of a phrase is held.
fn figure(context: &Context, writer: &mut Writer, span: ChordSpan, (root, closing): (i32, bool)) {
    let (from, beats) = (i32::from(span.beat), i32::from(span.beats));
    let arousal = context.affect.arousal();
    let mut note = |beat2: i32, half_beats: i32, pitch: i32, velocity: i32| {
        let ticks = half_beats * TICKS / 2;
        writer.add(Event {
            part: Part::Bass,
            voice: 0,
            at: from * TICKS + beat2 * TICKS / 2,
            length: if arousal > 300 { ticks * 8 / 10 } else { ticks },
            pitch,
            velocity,
            late: 0,
        });
    };
    let fifth = if root + 7 <= 50 { root + 7 } else { root - 5 };
    if closing || arousal < -350 || context.unit.section == Section::Coda {
        note(0, 2 * beats, root, 78);
    } else if arousal < 350 {
        note(0, beats.max(2), root, 80);
        if beats > 2 {
            note(beats, beats, if arousal > 0 { fifth } else { root }, 70);
        }
    } else {
        for eighth in 0..2 * beats {
            let pitch = if eighth % 8 == 6 { fifth } else { root };
            if arousal > 650 || [0, 3, 6].contains(&(eighth % 8)) {
                note(eighth, if arousal > 650 { 1 } else { 2 }, pitch, if eighth % 2 == 0 { 80 } else { 70 });
            }
        }
    }
}

fn centre(context: &Context) -> i32 {
    36 + context.cues.register / 2_000 + 12 * context.palette.bass.octave
}

/// The root; under the chords that give a mode its colour the tonic stays, or another key would be heard.
fn root(context: &Context, span: ChordSpan) -> i32 {
    let colours: &[_] = match context.key.mode() {
        Mode::Lydian | Mode::Phrygian => &[1],
        Mode::Dorian => &[3],
        Mode::Mixolydian => &[3, 6],
        Mode::Aeolian | Mode::Ionian => &[],
    };
    if colours.contains(&span.chord.degree) {
        return i32::from(context.key.tonic());
    }
    span.chord.pitch(context.key, i32::from(span.chord.degree))
}

/// The octave of `pitch` nearest to the pitch before, within half an octave of the centre.
fn nearest_octave(pitch: i32, before: i32, centre: i32) -> i32 {
    let class = pitch.rem_euclid(12);
    let candidates = (centre - 8..=centre + 8).filter(|p| p.rem_euclid(12) == class);
    candidates.min_by_key(|p| (p - before).abs() + (p - centre).abs() / 2).unwrap_or(centre)
}
