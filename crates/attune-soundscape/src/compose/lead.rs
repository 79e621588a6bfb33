//! The melody: the motif stated, answered, taken apart and brought home.

use super::Context;
use super::clock::TICKS;
use super::writer::{Event, Writer};
use crate::form::Section;
use crate::harmony::Cadence;
use crate::random::Random;
use crate::score::Part;

/// What a melody does for a bar or two.
#[derive(Clone, Copy)]
enum Cell {
    /// The motif, that many scale steps higher.
    Motif(i32),
    /// The motif upside down.
    Inverted(i32),
    /// Only the first half of the motif.
    Fragment(i32),
    /// A long tone.
    Hold,
    /// Silence.
    Rest,
    /// The close of the phrase.
    Close,
}
use Cell::{Close, Fragment, Hold, Inverted, Motif, Rest};

/// Bars of four-bar and eight-bar phrases; slow melodies take two bars for each cell but the close.
const THEMES: [[Cell; 4]; 2] =
    [[Motif(0), Motif(1), Fragment(2), Close], [Motif(0), Motif(-1), Fragment(1), Close]];
const LONG_THEMES: [[Cell; 8]; 2] = [
    [Motif(0), Hold, Motif(1), Hold, Fragment(2), Fragment(1), Motif(0), Close],
    [Motif(0), Hold, Motif(-1), Rest, Fragment(0), Fragment(2), Motif(1), Close],
];
const CONTRASTS: [[Cell; 4]; 2] =
    [[Inverted(2), Fragment(1), Inverted(1), Close], [Fragment(2), Fragment(3), Inverted(1), Close]];
const LONG_CONTRASTS: [[Cell; 8]; 2] = [
    [Inverted(2), Hold, Inverted(1), Hold, Fragment(2), Fragment(3), Inverted(1), Close],
    [Fragment(2), Fragment(3), Inverted(2), Rest, Fragment(1), Fragment(2), Motif(0), Close],
];
const DEVELOPMENT: [Cell; 8] = [Fragment(0), Rest, Fragment(1), Rest, Fragment(2), Fragment(3), Hold, Close];
const CODA: [Cell; 4] = [Motif(0), Hold, Rest, Close];

/// Below this arousal a motif takes two bars.
const SLOW: i32 = -250;
/// Above this arousal passing tones fill its gaps.
const BUSY: i32 = 450;

/// The farthest that a melody goes from its centre, in semitones.
const REACH: i32 = 10;

/// A melody being written.
struct Line<'a, 'w, 'c> {
    context: &'a Context<'a>,
    writer: &'w mut Writer<'c>,
    random: Random,
    /// Of this phrase alone, so that each return is adorned in its own way.
    ornament: Random,
    /// Where the last note was, as a step of the scale.
    step: i32,
    centre: i32,
    /// Half beats of the score for one of the motif.
    stretch: i32,
    velocity: i32,
}

/// Writes the melody; gives its last pitch.
pub(super) fn write(context: &Context, writer: &mut Writer, before: i32) -> i32 {
    if context.unit.section == Section::Intro {
        return before;
    }
    let octave =
        if context.unit.section == Section::Contrast && context.plan.seed.is_multiple_of(2) { -5 } else { 0 };
    let wanted = 67 + context.register() / 1_000 + 12 * context.palette.lead.octave + octave;
    // Melodies go ten semitones from their centre; what left the range would be moved by an octave in the middle of a line.
    let (low, high) = Part::Lead.range();
    let centre = wanted.clamp(i32::from(low) + REACH, i32::from(high) - REACH);
    let slow = context.affect.arousal() < SLOW || context.unit.section == Section::Coda;
    let mut line = Line {
        context,
        writer,
        random: Random::part(context.section_seed, 3),
        ornament: Random::part(context.phrase_seed, 3),
        step: 0,
        centre,
        stretch: if slow { 2 } else { 1 },
        velocity: 84,
    };
    line.step = line.step_of(context.chord_at(0).nearest(context.key, i32::midpoint(before, centre)));
    let cells = cells(context, &mut line.random);
    let bars = i32::from(context.unit.bars);
    let mut bar = 0;
    while bar < bars {
        let cell = if bar == bars - 1 { Close } else { cells[bar as usize % cells.len()] };
        // A slow cell takes two bars where two are left before the close.
        let takes = if line.stretch == 2 && bar + 2 < bars { 2 } else { 1 };
        line.cell(cell, bar, takes);
        bar += takes;
    }
    line.pitch(line.step, 0)
}

fn cells(context: &Context, random: &mut Random) -> &'static [Cell] {
    let (which, long) = (random.index(2), context.unit.bars == 8);
    match (context.unit.section, long) {
        (Section::Theme | Section::Return | Section::Intro, false) => &THEMES[which],
        (Section::Theme | Section::Return | Section::Intro, true) => &LONG_THEMES[which],
        (Section::Contrast, false) => &CONTRASTS[which],
        (Section::Contrast, true) => &LONG_CONTRASTS[which],
        (Section::Development, true) => &DEVELOPMENT,
        (Section::Development, false) => &DEVELOPMENT[4..],
        (Section::Coda, _) => &CODA,
    }
}

impl Line<'_, '_, '_> {
    fn cell(&mut self, cell: Cell, bar: i32, takes: i32) {
        let beats = i32::from(self.context.plan.beats);
        let start = bar * beats * TICKS;
        let stretch = self.stretch.min(takes);
        match cell {
            Motif(shift) => self.motif(start, stretch, (shift, 1), 8),
            Inverted(shift) => self.motif(start, stretch, (shift, -1), 8),
            Fragment(shift) => self.motif(start, stretch, (shift, 1), if beats == 3 { 3 } else { 4 }),
            Hold => {
                let step = self.onto_chord(start, self.step);
                self.note(start, beats * TICKS * 3 / 4, step, -4);
            }
            Rest => {}
            Close => self.close(start, beats),
        }
    }

    /// The notes of the motif that begin before the half beat `until`, in direction `turn`.
    fn motif(&mut self, start: i32, stretch: i32, (shift, turn): (i32, i32), until: u8) {
        let motif = self.context.plan.motif;
        let notes = motif.notes();
        // The line rises to the middle of the phrase and falls again.
        let (at, whole) = (start / TICKS, self.context.beats());
        let arch = 4 - (8 * (2 * at - whole).abs() / whole.max(1) / 2);
        let goal = (2 * self.pitch(self.step, start) + self.centre + arch) / 3;
        self.step = self.onto_chord(start, self.step_of(goal) + shift);
        for (place, note) in notes.iter().enumerate().take_while(|(_, n)| n.at < until) {
            let tick = start + i32::from(note.at) * stretch * TICKS / 2;
            let length = i32::from(note.length) * stretch * TICKS / 2;
            self.step = self.moved(i32::from(note.step) * turn, tick);
            let strong = tick % TICKS == 0 && length >= TICKS;
            if strong || place == 0 {
                self.step = self.onto_chord(tick, self.step);
            }
            let ornament = length >= TICKS && self.ornaments();
            self.note(
                tick,
                if ornament { length / 2 } else { length },
                self.step,
                if place == 0 { 4 } else { 0 },
            );
            if ornament {
                let by = if self.ornament.chance(500) { 1 } else { -1 };
                let neighbour = self.moved(by, tick);
                self.note(tick + length / 2, length / 2, neighbour, -8);
            }
        }
    }

    /// A step before the goal, then the goal held: the tonic of a full close, a chord tone of a half close.
    fn close(&mut self, start: i32, beats: i32) {
        let chord = self.context.chord_at(start);
        let home = self.context.unit.cadence == Cadence::Full;
        let near = self.pitch(self.step, start);
        let goal =
            if home { self.tonic_near(near) } else { self.step_of(chord.nearest(self.context.key, near)) };
        let lean = self.context.unit.section != Section::Coda && self.random.chance(400);
        let wait = if lean { TICKS / 2 * self.stretch } else { 0 };
        if lean {
            self.note(start, wait, goal + 1, 0);
        }
        self.note(start + wait, beats * TICKS * 3 / 4 - wait, goal, -2);
        self.step = goal;
    }

    fn tonic_near(&self, pitch: i32) -> i32 {
        let step = self.step_of(pitch);
        let down = step.rem_euclid(7);
        if down <= 3 { step - down } else { step + 7 - down }
    }

    /// The step reached from here, turned back where it would leave the range.
    fn moved(&self, by: i32, tick: i32) -> i32 {
        let pitch = self.pitch(self.step + by, tick);
        let outside = (pitch - self.centre).abs() > 9 && (pitch - self.centre).signum() == by.signum();
        if outside { self.step - by } else { self.step + by }
    }

    fn ornaments(&mut self) -> bool {
        // The theme is stated plainly; what comes later is adorned.
        let returning = if self.context.index > 2 { 250 } else { 0 };
        let busy = (self.context.affect.arousal() - BUSY).clamp(0, 500);
        self.ornament.between(0, 999) < returning + busy
    }

    fn pitch(&self, step: i32, tick: i32) -> i32 {
        self.context.chord_at(tick).pitch(self.context.key, step)
    }

    /// The step of the scale at or next below a pitch.
    fn step_of(&self, pitch: i32) -> i32 {
        let above = pitch - i32::from(self.context.key.tonic());
        let (octave, class) = (above.div_euclid(12), above.rem_euclid(12));
        let degree = self.context.key.mode().scale().iter().rposition(|&s| i32::from(s) <= class);
        7 * octave + degree.unwrap_or(0) as i32
    }

    /// The step nearest to `step` that belongs to the chord at that time.
    fn onto_chord(&self, tick: i32, step: i32) -> i32 {
        let (chord, key) = (self.context.chord_at(tick), self.context.key);
        let near = [step, step - 1, step + 1, step - 2, step + 2];
        near.into_iter().find(|&s| chord.has(key, chord.pitch(key, s))).unwrap_or(step)
    }

    fn note(&mut self, at: i32, length: i32, step: i32, accent: i32) {
        let (whole, pitch) = (self.context.beats() * TICKS, self.pitch(step, at));
        // Louder towards the middle of the phrase.
        let swell = 6 - 12 * (2 * at - whole).abs() / whole.max(1);
        self.writer.add(Event {
            part: Part::Lead,
            voice: 0,
            at,
            length: length * self.context.cues.note_length.min(1_000) / 1_000,
            pitch,
            velocity: self.velocity + accent + swell,
            late: 0,
        });
    }
}
