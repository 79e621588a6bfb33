//! Looking at one frame after another: a face that was found is followed, and looked for everywhere only now and then.
//!
//! Following means that the detector looks at a small picture of the face's surroundings, a fifth of the usual pixels.
//! It ends at once when the face is not found there (it left, or jumped), when something changes elsewhere in the
//! frame (somebody came), when frames come from another place or time, and after a second in any case.

use crate::reading::{FrameReading, milliseconds};
use crate::scene::Scene;
use attune_core::ports::{ExpressionClassifier, FaceDetector};
use attune_core::{AppError, FaceBox, Frame, Span, Timestamp};
use std::time::Instant;

/// All faces are looked for at least this often,
const SEARCH_EVERY: Span = Span::seconds(1);

/// and after so many looks that only followed one.
const MOST_FOLLOWED: u32 = 10;

/// The overlap (intersection over union) from which on a face is taken for the one that was there before.
const SAME: f32 = 0.4;

/// A face that has moved by this share of its size is believed to be where it was found;
const MOVED: f32 = 0.15;

/// one that has not moved at all is believed by this much, so that the detector's trembling evens out,
/// and the few pixels by which a search and a follow frame the same face differently.
const LEAST_GAIN: f32 = 0.35;

/// What is remembered from frame to frame, and the memory to look with. Belongs to one source of frames.
#[derive(Debug, Default)]
pub struct Gaze {
    reading: FrameReading,
    held: Option<Held>,
}

/// The one face that is followed.
#[derive(Debug)]
struct Held {
    /// Where it is, smoothed.
    face: FaceBox,
    /// When it was seen last.
    at: Timestamp,
    /// When all faces were looked for, and how often it was only followed since.
    searched: Timestamp,
    followed: u32,
    /// What was around it when it was seen last.
    scene: Scene,
    size: (u32, u32),
}

impl Gaze {
    /// As [`read_faces`](crate::read_faces), for a frame that may follow the one before. Fails as the two ports do.
    pub fn read(
        &mut self,
        detector: &mut dyn FaceDetector,
        classifier: &mut dyn ExpressionClassifier,
        frame: &Frame,
    ) -> Result<&FrameReading, AppError> {
        let held = self.held.take();
        let started = Instant::now();
        let scene = Scene::of(frame);
        let known = held.filter(|held| held.fits(frame, &scene));
        let followed = match known.as_ref().filter(|held| held.is_fresh(frame)) {
            Some(held) => detector.follow(frame, &held.face)?,
            None => None,
        };
        match &followed {
            Some(face) => self.reading.take(std::slice::from_ref(face)),
            None => self.reading.take(detector.detect(frame)?),
        }
        self.reading.followed = followed.is_some();
        let next = self.hold(known, scene, frame);
        self.reading.detect_ms = milliseconds(started);
        self.reading.look(classifier, frame)?;
        self.held = next;
        Ok(&self.reading)
    }

    /// Where the one face was in the last frame; none where there was none, or several.
    #[must_use]
    pub fn face(&self) -> Option<FaceBox> {
        self.held.as_ref().map(|held| held.face)
    }

    /// Forgets where the face was.
    pub fn forget(&mut self) {
        self.held = None;
    }

    /// What to remember of a frame with exactly one face that counts, whose box is smoothed.
    fn hold(&mut self, known: Option<Held>, scene: Scene, frame: &Frame) -> Option<Held> {
        if self.reading.counting() != 1 {
            return None;
        }
        let first = &mut self.reading.faces[0];
        let same = known.filter(|held| held.face.iou(&first.face) >= SAME);
        if let Some(held) = &same {
            first.face = smoothed(&held.face, &first.face);
        }
        let (face, at) = (first.face, frame.at());
        Some(match same.filter(|_| self.reading.followed) {
            Some(held) => Held { face, at, followed: held.followed + 1, scene, ..held },
            None => {
                Held { face, at, searched: at, followed: 0, scene, size: (frame.width(), frame.height()) }
            }
        })
    }
}

impl Held {
    /// Whether a frame shows the same scene a moment later.
    fn fits(&self, frame: &Frame, scene: &Scene) -> bool {
        let gap = frame.at() - self.at;
        self.size == (frame.width(), frame.height())
            && (0..=SEARCH_EVERY.0).contains(&gap.0)
            && !scene.differs(&self.scene, frame, &self.face)
    }

    /// Whether the last search is young enough for following alone.
    fn is_fresh(&self, frame: &Frame) -> bool {
        frame.at() - self.searched < SEARCH_EVERY && self.followed < MOST_FOLLOWED
    }
}

/// The box between where the face was and where it was found: the further it has moved, the more it is believed to
/// have, as in the filter of Casiez et al. (2012).
fn smoothed(before: &FaceBox, found: &FaceBox) -> FaceBox {
    let middle = |face: &FaceBox| (face.x + face.w / 2.0, face.y + face.h / 2.0);
    let ((x, y), (to_x, to_y)) = (middle(before), middle(found));
    let step = (to_x - x).abs().max((to_y - y).abs());
    let growth = (found.w - before.w).abs().max((found.h - before.h).abs());
    let moved = step.max(growth) / found.w.max(found.h);
    let gain = (moved / MOVED).clamp(LEAST_GAIN, 1.0);
    let between = |from: f32, to: f32| from + gain * (to - from);
    let (w, h) = (between(before.w, found.w), between(before.h, found.h));
    FaceBox { x: between(x, to_x) - w / 2.0, y: between(y, to_y) - h / 2.0, w, h, score: found.score }
}

#[cfg(test)]
mod tests;
