//! Puts notes on paper: from ticks to frames with human timing, in range, and never two at once in a voice.

use super::Context;
use super::clock::{Clock, TICKS};
use crate::FRAME_RATE;
use crate::random::Random;
use crate::score::{Note, Part};

/// No note is shorter: 50 ms.
pub(crate) const SHORTEST: u32 = FRAME_RATE / 20;

/// The notes of one phrase while they are written.
pub(super) struct Writer<'a> {
    clock: &'a Clock,
    notes: &'a mut Vec<Note>,
    random: Random,
    swing: i32,
    /// How far a player strays, in frames.
    stray: i32,
    /// Added to every velocity: the arc of the piece.
    arc: i32,
}

/// A note in the time of the score.
#[derive(Clone, Copy)]
pub(super) struct Event {
    pub(super) part: Part,
    pub(super) voice: u8,
    /// Ticks from the start of the phrase.
    pub(super) at: i32,
    /// Ticks that it sounds.
    pub(super) length: i32,
    pub(super) pitch: i32,
    /// 1 to 127 before the arc and the player's own variation.
    pub(super) velocity: i32,
    /// Frames after its time, for chords that are rolled.
    pub(super) late: i32,
}

impl<'a> Writer<'a> {
    pub(super) fn new(clock: &'a Clock, context: &Context, notes: &'a mut Vec<Note>) -> Self {
        notes.clear();
        let calm = 1_000 - context.affect.arousal();
        Self {
            clock,
            notes,
            random: Random::part(context.phrase_seed, 2),
            swing: context.palette.swing,
            stray: 180 + calm / 8,
            arc: (context.unit.intensity - 600) * 18 / 1_000,
        }
    }

    /// Adds a note; its pitch is moved by octaves into the part's range. More notes than there is room for are dropped.
    pub(super) fn add(&mut self, event: Event) {
        if self.notes.len() == self.notes.capacity() {
            return;
        }
        let (drums, Event { part, at, .. }) = (event.part == Part::Percussion, event);
        let stray = if drums { self.stray / 2 } else { self.stray };
        let swing = if at.rem_euclid(TICKS) == TICKS / 2 { TICKS * self.swing / 2_000 } else { 0 };
        let end = i64::from(self.clock.frames());
        let moved = i64::from(self.random.around(stray) + event.late);
        let start = (i64::from(self.clock.frame(at + swing)) + moved).clamp(0, end);
        let stop = (i64::from(self.clock.frame(at + event.length)) + i64::from(event.late)).clamp(start, end);
        let (low, high) = part.range();
        let velocity = event.velocity + self.arc + self.random.around(5);
        self.notes.push(Note {
            part,
            voice: event.voice,
            start: start as u32,
            length: (stop - start) as u32,
            pitch: into_range(event.pitch, i32::from(low), i32::from(high)),
            velocity: velocity.clamp(8, 127) as u8,
        });
    }

    /// Cuts notes where the next of their voice begins, drops those too short to be heard, and sorts by time.
    pub(super) fn finish(self) {
        let notes = self.notes;
        notes.sort_unstable_by_key(|n| (n.part, n.voice, n.start, n.pitch));
        for i in 1..notes.len() {
            let (before, next) = (notes[i - 1], notes[i]);
            if (before.part, before.voice) == (next.part, next.voice) {
                notes[i - 1].length = before.length.min(next.start - before.start);
            }
        }
        notes.retain(|n| n.length >= SHORTEST);
        notes.sort_unstable_by_key(|n| (n.start, n.part, n.voice));
    }
}

/// The pitch moved by octaves into a range of at least an octave; drums are clamped.
fn into_range(pitch: i32, low: i32, high: i32) -> u8 {
    if high - low < 12 {
        return pitch.clamp(low, high) as u8;
    }
    let mut pitch = pitch;
    while pitch < low {
        pitch += 12;
    }
    while pitch > high {
        pitch -= 12;
    }
    pitch as u8
}
