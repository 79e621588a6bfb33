//! What the shipped models and the guard say of one face.

use super::super::guard;
use super::people::Person;
use super::portraits::Portrait;
use super::signs::Sign;
use attune_core::{AppError, ExpressionScores, FaceBox, Frame, Unclear};
use attune_vision::{OrtExpressionClassifier, OrtFaceDetector};

/// The reason of faces that only the detector's score keeps from being believed.
const LOW_SCORE: &str = "low score";

/// The reason of faces that the detector does not find.
const NOT_FOUND: &str = "not found";

/// A face that was read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Face {
    pub(super) person: Person,
    pub(super) sign: Option<Sign>,
    /// Why the app would not use it; none where it would.
    pub(super) refused: Option<&'static str>,
    pub(super) scores: ExpressionScores,
    /// What is read from the mirrored picture; of faces at rest only.
    pub(super) mirrored: Option<ExpressionScores>,
}

/// The models at work.
pub(super) struct Reader {
    /// None if faces are where the file says.
    pub(super) detector: Option<OrtFaceDetector>,
    pub(super) classifier: OrtExpressionClassifier,
}

impl Reader {
    /// None if the picture cannot be read. Fails as the models do.
    pub(super) fn read(&mut self, portrait: &Portrait<'_>) -> Result<Option<Face>, AppError> {
        let Some((frame, stored)) = portrait.frame() else { return Ok(None) };
        let found = match &mut self.detector {
            Some(detector) => largest(detector.find(&frame)?),
            None => Some(stored),
        };
        let face = found.unwrap_or(stored);
        let look = self.classifier.read(&frame, &face)?.look;
        let refused = match look.unclear {
            _ if found.is_none() => Some(NOT_FOUND),
            // The detector's score shares its reason with covers; without it the rest speaks for itself.
            Some(Unclear::Hidden) => {
                let certain = FaceBox { score: 1.0, ..face };
                Some(self.classifier.read(&frame, &certain)?.look.unclear.map_or(LOW_SCORE, guard::name))
            }
            other => other.map(guard::name),
        };
        let mirrored = match portrait.sign {
            Some(Sign::Rest) => {
                let (frame, face) = mirrored(&frame, &face);
                Some(self.classifier.read(&frame, &face)?.look.scores)
            }
            _ => None,
        };
        let Portrait { person, sign, .. } = *portrait;
        Ok(Some(Face { person, sign, refused, scores: look.scores, mirrored }))
    }
}

fn largest(faces: &[FaceBox]) -> Option<FaceBox> {
    faces.iter().max_by(|a, b| a.area().total_cmp(&b.area())).copied()
}

/// Left and right exchanged.
fn mirrored(frame: &Frame, face: &FaceBox) -> (Frame, FaceBox) {
    let width = frame.width() as usize;
    let (pixels, _) = frame.rgb().as_chunks::<3>();
    let rows = pixels.chunks_exact(width).flat_map(|row| row.iter().rev().flatten().copied());
    let turned = Frame::new(frame.width(), frame.height(), rows.collect(), frame.at());
    let face = FaceBox { x: width as f32 - face.x - face.w, ..*face };
    (turned.unwrap_or_else(|_| frame.clone()), face)
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::Timestamp;

    #[test]
    fn pictures_and_boxes_are_mirrored_together() {
        let rgb = vec![1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
        let frame = Frame::new(2, 2, rgb, Timestamp(0)).unwrap();
        let face = FaceBox { x: -0.5, y: 0.0, w: 1.0, h: 2.0, score: 0.5 };
        let (turned, box_) = mirrored(&frame, &face);
        assert_eq!(turned.rgb(), [4, 5, 6, 1, 2, 3, 10, 11, 12, 7, 8, 9]);
        assert_eq!(box_, FaceBox { x: 1.5, ..face });
    }
}
