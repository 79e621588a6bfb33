//! A piece that plays: it follows the target, and says what it changes.

use super::{Course, Shared};
use attune_audio::play::Generator;
use attune_core::{Affect, TrackId};
use attune_session::view::{
    SoundscapeChange, SoundscapeCue, SoundscapeKey, SoundscapeMode, SoundscapeReason, SoundscapeView,
};
use attune_soundscape::{Change, Cues, Key, Mode, Request, Source as _, Stream, What, Why};
use std::sync::Arc;

/// A piece being played.
pub(super) struct Following {
    id: TrackId,
    stream: Stream,
    shared: Arc<Shared>,
    target: Option<Affect>,
    /// The phrase that was told of last.
    told: Option<usize>,
}

impl Following {
    pub(super) fn new(id: TrackId, request: &Request, shared: Arc<Shared>) -> Self {
        Self { id, stream: Stream::new(request), shared, target: None, told: None }
    }

    fn aim(&mut self) {
        let target = self.shared.course().target;
        if let Some(at) = target.filter(|_| target != self.target) {
            self.stream.set_target(at);
            self.target = target;
        }
    }

    /// Goes on by so many frames without their sound, and tells of the phrase there; false at the end.
    pub(super) fn pass_over(&mut self, frames: u64) -> bool {
        self.aim();
        self.stream.pass_over(frames);
        let goes_on = self.stream.position() < self.stream.frames();
        if goes_on {
            self.publish();
        } else {
            self.shared.ended(self.stream.before());
        }
        goes_on
    }

    /// The score of the phrase that sounds.
    pub(super) fn cues(&self) -> (Cues, Mode) {
        (self.stream.cues(), self.stream.key().mode())
    }

    /// Tells of a phrase when it begins.
    fn publish(&mut self) {
        let phrase = self.stream.phrase();
        if self.told.replace(phrase) == Some(phrase) {
            return;
        }
        let start = self.stream.phrase_start();
        let course = self.shared.course();
        let changes = self.stream.changes().iter().filter(|change| change.at == start);
        self.shared.publish(SoundscapeView {
            track: self.id.clone(),
            tempo: f64::from(self.stream.tempo()) / 1e3,
            key: key(self.stream.key()),
            affect: self.stream.affect(),
            changes: changes.map(|what| change(what, &course)).collect(),
        });
    }
}

impl Generator for Following {
    fn read(&mut self, out: &mut [f32]) -> usize {
        self.aim();
        let frames = self.stream.read(out);
        if frames == 0 {
            self.shared.ended(self.stream.before());
        } else {
            self.publish();
        }
        frames
    }

    fn frames(&self) -> u64 {
        self.stream.frames()
    }

    fn seek(&mut self, frame: u64) {
        self.stream.seek(frame);
    }
}

fn key(key: Key) -> SoundscapeKey {
    let mode = match key.mode() {
        Mode::Phrygian => SoundscapeMode::Phrygian,
        Mode::Aeolian => SoundscapeMode::Minor,
        Mode::Dorian => SoundscapeMode::Dorian,
        Mode::Mixolydian => SoundscapeMode::Mixolydian,
        Mode::Ionian => SoundscapeMode::Major,
        Mode::Lydian => SoundscapeMode::Lydian,
    };
    SoundscapeKey { tonic: key.tonic(), mode }
}

fn change(change: &Change, course: &Course) -> SoundscapeChange {
    let (cue, up) = match change.what {
        What::Tempo { from, to } => (SoundscapeCue::Tempo, to > from),
        What::Density { from, to } => (SoundscapeCue::Density, to > from),
        What::Brightness { from, to } => (SoundscapeCue::Brightness, to > from),
        What::Register { from, to } => (SoundscapeCue::Register, to > from),
        What::Percussion { from, to } => (SoundscapeCue::Percussion, to > from),
        What::Mode { .. } => (SoundscapeCue::Mode, change.why == Why::MorePleasant),
    };
    let moved = match change.why {
        Why::MoreEnergy => SoundscapeReason::MoreEnergy,
        Why::Calmer => SoundscapeReason::Calmer,
        Why::MorePleasant => SoundscapeReason::MorePleasant,
        Why::Darker => SoundscapeReason::Darker,
    };
    SoundscapeChange { cue, up, reason: course.asked(change.why).unwrap_or(moved) }
}
