//! A piece as it stands: phrases that were played, and those to come for the present target.

use crate::changes::{self, Change};
use crate::compose::{Composer, Plan, State};
use crate::plane::Plane;
use crate::request::{Before, Request};
use crate::score::Phrase;
use crate::{Key, Score, TAIL_FRAMES, VERSION};

/// Changes that are kept of one piece.
const CHANGES: usize = 512;

/// All phrases of a piece and where they begin. Composing anew allocates nothing.
#[derive(Debug)]
pub(crate) struct Piece {
    composer: Composer,
    phrases: Vec<Phrase>,
    /// The state before each phrase, and the one after the last.
    states: Vec<State>,
    /// The first frame of each phrase, and the end of the last.
    starts: Vec<u64>,
    target: Plane,
    changes: Vec<Change>,
}

impl Piece {
    /// Composes all of a piece, which takes about a millisecond.
    pub(crate) fn new(request: &Request) -> Self {
        let composer = Composer::new(Plan::new(request));
        let plan = composer.plan();
        let count = plan.form.len();
        let mut piece = Self {
            phrases: (0..count).map(|_| composer.blank()).collect(),
            states: vec![plan.start(); count + 1],
            starts: vec![0; count + 1],
            target: plan.target,
            changes: Vec::with_capacity(CHANGES),
            composer,
        };
        piece.compose_from(0);
        piece
    }

    pub(crate) fn plan(&self) -> &Plan {
        self.composer.plan()
    }

    pub(crate) fn phrases(&self) -> &[Phrase] {
        &self.phrases
    }

    pub(crate) fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The first frame of a phrase.
    pub(crate) fn start(&self, phrase: usize) -> u64 {
        self.starts[phrase]
    }

    /// The phrase that holds a frame; the last one for what lies after the end.
    pub(crate) fn phrase_at(&self, frame: u64) -> usize {
        let begun = self.starts.iter().filter(|&&start| start <= frame).count();
        begun.clamp(1, self.phrases.len()) - 1
    }

    /// Length in frames, with what rings on.
    pub(crate) fn frames(&self) -> u64 {
        self.starts[self.phrases.len()] + TAIL_FRAMES
    }

    /// Leads to another target from the first phrase on that begins at or after a frame.
    pub(crate) fn lead(&mut self, target: Plane, from: u64) {
        if target != self.target {
            self.target = target;
            let begun = self.starts.iter().filter(|&&start| start < from).count();
            self.compose_from(begun.min(self.phrases.len()));
        }
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

    /// What the next piece is to join on to.
    pub(crate) fn before(&self) -> Before {
        let (plan, state) = (self.plan(), self.states[self.phrases.len()]);
        Before {
            key: Key::new(plan.key.tonic(), state.mode),
            tempo: state.tempo,
            affect: state.affect,
            motif: Some(plan.motif),
        }
    }

    pub(crate) fn score(&self) -> Score {
        let plan = self.plan();
        Score {
            version: VERSION,
            seed: plan.seed,
            target: plan.target,
            title: plan.title.clone(),
            palette: plan.palette().name.to_owned(),
            key: plan.key,
            beats: plan.beats,
            motif: plan.motif,
            phrases: self.phrases.clone(),
        }
    }
}
