//! A piece as it sounds: rendered block by block, following a target that moves.

use crate::changes::Change;
use crate::cues::Cues;
use crate::piece::Piece;
use crate::plane::Plane;
use crate::request::{Before, Request};
use crate::sound::{BLOCK, Engine, Mix};
use crate::source::Source;
use crate::{FRAME_RATE, Key, Score};
use attune_core::Affect;

/// How long before a place the sound is made again when seeking: longer than any note and what rings after it.
const RUN_UP: u64 = 14 * FRAME_RATE as u64;
/// The last second fades out, so that nothing is cut off.
const FADE: u64 = FRAME_RATE as u64;
/// More notes than any phrase has: numbers of notes are unique within a piece.
const NUMBERS: usize = 4_096;

/// A piece being played. Reading, seeking and moving the target allocate nothing.
#[derive(Debug)]
pub struct Stream {
    piece: Piece,
    engine: Engine,
    mix: Mix,
    /// The frame after the rendered block, a multiple of [`BLOCK`]; frames before `position` are spent.
    rendered: u64,
    position: u64,
    /// The phrase and the note in it that begin next.
    next: (usize, usize),
}

impl Stream {
    /// A piece at its first frame, composed from its first to its last phrase.
    #[must_use]
    pub fn new(request: &Request) -> Self {
        let piece = Piece::new(request);
        Self {
            engine: Engine::new(piece.plan().palette, piece.plan().seed),
            piece,
            mix: Mix { left: [0.0; BLOCK], right: [0.0; BLOCK] },
            rendered: 0,
            position: 0,
            next: (0, 0),
        }
    }

    /// The phrase that sounds, counted from 0.
    #[must_use]
    pub fn phrase(&self) -> usize {
        self.piece.phrase_at(self.position)
    }

    /// The frame at which the phrase that sounds begins.
    #[must_use]
    pub fn phrase_start(&self) -> u64 {
        self.piece.start(self.phrase())
    }

    /// The tempo of the phrase that sounds, in thousandths of a beat per minute.
    #[must_use]
    pub fn tempo(&self) -> u32 {
        self.piece.phrases()[self.phrase()].cues.tempo
    }

    /// The cues of the phrase that sounds.
    #[must_use]
    pub fn cues(&self) -> Cues {
        self.piece.phrases()[self.phrase()].cues
    }

    /// The key of the phrase that sounds.
    #[must_use]
    pub fn key(&self) -> Key {
        self.piece.phrases()[self.phrase()].key
    }

    /// The affect that the phrase that sounds was written for.
    #[must_use]
    pub fn affect(&self) -> Affect {
        self.piece.phrases()[self.phrase()].affect.into()
    }

    /// What the piece changes on its way and why, in the order of time. Changes of phrases that are still to come are
    /// among them until the target moves again.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        self.piece.changes()
    }

    /// The score as it is by now: what was played, and what is to come if the target stays.
    #[must_use]
    pub fn score(&self) -> Score {
        self.piece.score()
    }

    /// What the next piece is to join on to.
    #[must_use]
    pub fn before(&self) -> Before {
        self.piece.before()
    }

    /// Goes on by so many frames, at most to the end, without making their sound: for whoever looks at the score only. What
    /// sounds just after it lacks what rings on.
    pub fn pass_over(&mut self, frames: u64) {
        self.start_at((self.position + frames).min(self.frames()), 0);
    }

    /// Goes to a frame after rendering those before it, so many at least.
    fn start_at(&mut self, frame: u64, run_up: u64) {
        let from = frame.saturating_sub(run_up) / BLOCK as u64 * BLOCK as u64;
        self.engine.clear();
        self.rendered = from;
        let phrase = self.piece.phrase_at(from);
        let inside = from.saturating_sub(self.piece.start(phrase));
        let notes = &self.piece.phrases()[phrase].notes;
        self.next = (phrase, notes.partition_point(|n| u64::from(n.start) < inside));
        // The block that holds the frame is rendered too, so that the next read finds it.
        while self.rendered <= frame {
            self.render();
        }
        self.position = frame;
    }

    /// Renders the next block.
    fn render(&mut self) {
        let end = self.rendered + BLOCK as u64;
        while let Some(phrase) = self.piece.phrases().get(self.next.0) {
            let Some(note) = phrase.notes.get(self.next.1) else {
                self.next = (self.next.0 + 1, 0);
                continue;
            };
            let at = self.piece.start(self.next.0) + u64::from(note.start);
            if at >= end {
                break;
            }
            let number = (self.next.0 * NUMBERS + self.next.1) as u32;
            self.engine.start(note, &phrase.cues, at.saturating_sub(self.rendered) as u32, number);
            self.next.1 += 1;
        }
        self.engine.render(&mut self.mix);
        self.rendered = end;
    }

    /// The gain at a frame: 1 until the last second.
    fn fade(&self, frame: u64) -> f32 {
        let left = self.frames().saturating_sub(frame);
        if left >= FADE {
            return 1.0;
        }
        let share = left as f32 / FADE as f32;
        share * share * (3.0 - 2.0 * share)
    }
}

impl Source for Stream {
    fn read(&mut self, out: &mut [f32]) -> usize {
        let left = self.frames().saturating_sub(self.position);
        let wanted = ((out.len() / 2) as u64).min(left) as usize;
        for frame in out.chunks_exact_mut(2).take(wanted) {
            if self.position >= self.rendered {
                self.render();
            }
            let place = (self.position + BLOCK as u64 - self.rendered) as usize;
            let gain = self.fade(self.position);
            frame[0] = self.mix.left[place] * gain;
            frame[1] = self.mix.right[place] * gain;
            self.position += 1;
        }
        wanted
    }

    fn position(&self) -> u64 {
        self.position
    }

    fn frames(&self) -> u64 {
        self.piece.frames()
    }

    fn seek(&mut self, frame: u64) {
        self.start_at(frame.min(self.frames()), RUN_UP);
    }

    fn set_target(&mut self, target: Affect) {
        // A phrase that is rendered in part stays; so does the first, which the piece was asked for.
        self.piece.lead(Plane::from(target), self.rendered.max(1));
    }
}
