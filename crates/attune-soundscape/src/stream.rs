//! A piece as it sounds: composed ahead, rendered block by block, following a target that moves.

use crate::changes::{self, Change};
use crate::compose::{Composer, Plan, State};
use crate::plane::Plane;
use crate::request::{Before, Request};
use crate::score::Phrase;
use crate::sound::{BLOCK, Engine, Mix};
use crate::source::Source;
use crate::{FRAME_RATE, Key, Score, TAIL_FRAMES, VERSION};
use attune_core::Affect;

/// How long before a place the sound is made again when seeking: longer than any note and what rings after it.
const RUN_UP: u64 = 14 * FRAME_RATE as u64;
/// The last second fades out, so that nothing is cut off.
const FADE: u64 = FRAME_RATE as u64;
/// Changes that are kept of one piece.
const CHANGES: usize = 512;

/// A piece being played. Reading, seeking and moving the target allocate nothing.
#[derive(Debug)]
pub struct Stream {
    composer: Composer,
    phrases: Vec<Phrase>,
    /// The state before each phrase, and the one after the last.
    states: Vec<State>,
    /// The first frame of each phrase, and the end of the last.
    starts: Vec<u64>,
    target: Plane,
    changes: Vec<Change>,
    engine: Engine,
    mix: Mix,
    /// The frame after the rendered block, a multiple of [`BLOCK`]; frames before `position` are spent.
    rendered: u64,
    position: u64,
    /// The phrase and the note in it that begin next.
    next: (usize, usize),
}

impl Stream {
    /// A piece at its first frame. Composes all of it, which takes about a millisecond.
    #[must_use]
    pub fn new(request: &Request) -> Self {
        let composer = Composer::new(Plan::new(request));
        let plan = composer.plan();
        let count = plan.form.len();
        let mut stream = Self {
            phrases: (0..count).map(|_| composer.blank()).collect(),
            states: vec![plan.start(); count + 1],
            starts: vec![0; count + 1],
            target: plan.target,
            changes: Vec::with_capacity(CHANGES),
            engine: Engine::new(plan.palette, plan.seed),
            mix: Mix { left: [0.0; BLOCK], right: [0.0; BLOCK] },
            rendered: 0,
            position: 0,
            next: (0, 0),
            composer,
        };
        stream.compose_from(0);
        stream
    }

    /// The key of the phrase that sounds.
    #[must_use]
    pub fn key(&self) -> Key {
        self.phrases[self.phrase()].key
    }

    /// The phrase that sounds, counted from 0.
    #[must_use]
    pub fn phrase(&self) -> usize {
        let begun = self.starts.iter().filter(|&&start| start <= self.position).count();
        begun.clamp(1, self.phrases.len()) - 1
    }

    /// The affect that the phrase that sounds was written for.
    #[must_use]
    pub fn affect(&self) -> Affect {
        self.phrases[self.phrase()].affect.into()
    }

    /// What the piece changes on its way and why, in the order of time. Changes of phrases that are still to come are
    /// among them until the target moves again.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The score as it is by now: what was played, and what is to come if the target stays.
    #[must_use]
    pub fn score(&self) -> Score {
        self.composer.plan().score(self.phrases.clone())
    }

    /// What the next piece is to join on to.
    #[must_use]
    pub fn before(&self) -> Before {
        let (plan, state) = (self.composer.plan(), self.states[self.phrases.len()]);
        Before { key: Key::new(plan.key.tonic(), state.mode), tempo: state.tempo, motif: Some(plan.motif) }
    }

    /// Writes phrase `first` and all after it for the present target.
    fn compose_from(&mut self, first: usize) {
        for index in first..self.phrases.len() {
            let state =
                self.composer.phrase(index, self.target, self.states[index], &mut self.phrases[index]);
            self.states[index + 1] = state;
            self.starts[index + 1] = self.starts[index] + u64::from(self.phrases[index].frames);
        }
        self.changes.clear();
        for index in 1..self.phrases.len() {
            let (before, now) = (&self.phrases[index - 1], &self.phrases[index]);
            changes::between(before, now, self.starts[index], &mut self.changes);
        }
    }

    /// Renders the next block.
    fn render(&mut self) {
        let end = self.rendered + BLOCK as u64;
        while let Some(phrase) = self.phrases.get(self.next.0) {
            let start = self.starts[self.next.0];
            let Some(note) = phrase.notes.get(self.next.1) else {
                self.next = (self.next.0 + 1, 0);
                continue;
            };
            let at = start + u64::from(note.start);
            if at >= end {
                break;
            }
            let number = (self.next.0 * 4_096 + self.next.1) as u32;
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
        self.starts[self.phrases.len()] + TAIL_FRAMES
    }

    fn seek(&mut self, frame: u64) {
        let frame = frame.min(self.frames());
        let from = frame.saturating_sub(RUN_UP) / BLOCK as u64 * BLOCK as u64;
        self.engine.clear();
        self.rendered = from;
        let phrase = self.starts.iter().filter(|&&s| s <= from).count().clamp(1, self.phrases.len()) - 1;
        let inside = from.saturating_sub(self.starts[phrase]);
        let note = self.phrases[phrase].notes.partition_point(|n| u64::from(n.start) < inside);
        self.next = (phrase, note);
        // The block that holds the frame is rendered too, so that the next read finds it.
        while self.rendered <= frame {
            self.render();
        }
        self.position = frame;
    }

    fn set_target(&mut self, target: Affect) {
        let target = Plane::from(target);
        // What is rendered of a phrase cannot be written anew, so the next one that has not begun is the first.
        let begun = self.starts.iter().filter(|&&start| start < self.rendered.max(1)).count();
        if target != self.target {
            self.target = target;
            self.compose_from(begun.min(self.phrases.len()));
        }
    }
}

impl Plan {
    /// The score with these phrases.
    pub(crate) fn score(&self, phrases: Vec<Phrase>) -> Score {
        Score {
            version: VERSION,
            seed: self.seed,
            target: self.target,
            title: self.title.clone(),
            palette: self.palette().name.to_owned(),
            key: self.key,
            beats: self.beats,
            motif: self.motif,
            phrases,
        }
    }
}
