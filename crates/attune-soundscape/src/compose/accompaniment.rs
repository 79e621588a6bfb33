//! Broken chords: as many notes as the affect asks for, spread evenly over the bar.

use super::Context;
use super::clock::TICKS;
use super::writer::{Event, Writer};
use crate::form::Section;
use crate::harmony::{VOICES, Voicing};
use crate::palette::Pattern;
use crate::score::Part;

/// Which steps of a grid of `steps` play if `count` of them shall, as evenly as can be (Bjorklund's rhythms).
pub(super) fn plays(step: i32, count: i32, steps: i32) -> bool {
    step * count % steps < count
}

/// Writes the broken chords of a phrase.
pub(super) fn write(context: &Context, writer: &mut Writer, before: Option<Voicing>) {
    let (beats, bar) = (context.beats(), i32::from(context.plan.beats));
    let density = thinned(context);
    let grid = if density > 1_700 { 4 } else { 2 };
    let (ticks, steps) = (TICKS / grid, bar * grid);
    let count = (density * bar + 500) / 1_000;
    let space = context.space(58 + context.register() / 1_100);
    let pattern = pattern(context);
    // Every phrase breaks its chords from another tone, so that nothing returns as it was.
    let first = if pattern == Pattern::Strum { 0 } else { context.index };
    let (mut voicing, mut chord, mut place) = (before, None, first);
    for step in 0..beats * grid {
        let at = step * ticks;
        let under = context.chord_at(at);
        if chord != Some((under, at / TICKS / bar)) {
            (chord, place) = (Some((under, at / TICKS / bar)), first);
            voicing = Some(Voicing::after(voicing, under, context.key, space));
        }
        let Some(Voicing(pitches)) = voicing.filter(|_| plays(step % steps, count, steps)) else { continue };
        let accent = if step % steps == 0 { 8 } else { 0 } - if step % grid == 0 { 0 } else { 6 };
        let length = TICKS.max(ticks * steps / count.max(1)) * context.cues.note_length / 1_000;
        let mut note = |voice: usize, pitch: i32, late: i32| {
            writer.add(Event {
                part: Part::Broken,
                voice: voice as u8,
                at,
                length,
                pitch: pitch + 12 * context.palette.broken.octave,
                velocity: 74 + accent - late / 150,
                late,
            });
        };
        match tones(pattern, place) {
            Tones::One(voice) => note(0, pitches[voice], 0),
            Tones::Upper => (1..VOICES).for_each(|v| note(v, pitches[v], 350 * (v as i32 - 1))),
        }
        place += 1;
    }
}

/// The density of the affect, less at the edges of the form.
fn thinned(context: &Context) -> i32 {
    let share = match context.unit.section {
        Section::Intro => 750,
        Section::Coda => 600,
        _ => 700 + context.unit.intensity * 3 / 10,
    };
    (context.cues.density * share / 1_000).max(250)
}

fn pattern(context: &Context) -> Pattern {
    let second = matches!(context.unit.section, Section::Contrast | Section::Development);
    context.palette.patterns[usize::from(second)]
}

enum Tones {
    One(usize),
    Upper,
}

fn tones(pattern: Pattern, place: usize) -> Tones {
    let cycle = |order: &[usize]| Tones::One(order[place % order.len()]);
    match pattern {
        Pattern::Up => cycle(&[0, 1, 2, 3]),
        Pattern::Wave => cycle(&[0, 1, 2, 3, 2, 1]),
        Pattern::Alberti => cycle(&[0, 3, 1, 3, 2, 3]),
        Pattern::Rocking => cycle(&[0, 2, 1, 3]),
        Pattern::Strum if place.is_multiple_of(2) => Tones::One(0),
        Pattern::Strum => Tones::Upper,
    }
}
