//! One frame from faces to expressions: whose face counts, and what it shows.

use attune_core::ports::{ExpressionClassifier, FaceDetector};
use attune_core::{AppError, ExpressionScores, FaceBox, Frame, Sighting};
use std::time::Instant;

/// The least side (square root of the area) in frame pixels of a face that can be read; smaller ones are passers-by
/// and pictures on the wall.
pub const MIN_FACE: f32 = 32.0;

/// The least side in frame pixels of a second face for it to be a rival to the largest.
pub const MIN_RIVAL: f32 = 60.0;

/// The share of the largest face's area above which a second face is a rival.
pub const RIVAL_AREA: f32 = 0.5;

/// One face of a frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FaceReading {
    /// Where it is, in frame pixels.
    pub face: FaceBox,
    /// What it shows; none where the face is too small or too far behind the largest to count.
    pub scores: Option<ExpressionScores>,
}

/// What one frame holds.
#[derive(Debug, Clone, PartialEq)]
pub struct FrameReading {
    /// All faces found, largest first.
    pub faces: Vec<FaceReading>,
    /// What the frame says about the listener.
    pub sighting: Sighting,
    /// Milliseconds spent on finding faces.
    pub detect_ms: f64,
    /// Milliseconds spent on reading expressions.
    pub classify_ms: f64,
}

/// Finds the faces of a frame and reads the one that counts: the largest. Where others come close to it in size
/// they are read too, and the sighting is [`Sighting::SeveralFaces`]. Fails as the two ports do.
pub fn read_faces(
    detector: &mut dyn FaceDetector,
    classifier: &mut dyn ExpressionClassifier,
    frame: &Frame,
) -> Result<FrameReading, AppError> {
    let started = Instant::now();
    let mut found = detector.detect(frame)?;
    found.sort_by(|a, b| b.area().total_cmp(&a.area()));
    let found_at = Instant::now();
    let counting = counting(&found);
    let mut faces = Vec::with_capacity(found.len());
    for (i, face) in found.into_iter().enumerate() {
        let scores = if i < counting { Some(classifier.classify(frame, &face)?) } else { None };
        faces.push(FaceReading { face, scores });
    }
    Ok(FrameReading {
        sighting: sighting(&faces, counting),
        faces,
        detect_ms: (found_at - started).as_secs_f64() * 1e3,
        classify_ms: found_at.elapsed().as_secs_f64() * 1e3,
    })
}

/// How many of the faces (largest first) count: none if the largest is too small, else it and its rivals.
fn counting(faces: &[FaceBox]) -> usize {
    let Some(largest) = faces.first().map(FaceBox::area).filter(|area| *area >= MIN_FACE * MIN_FACE) else {
        return 0;
    };
    let rival = |face: &&FaceBox| face.area() > RIVAL_AREA * largest && face.area() >= MIN_RIVAL * MIN_RIVAL;
    1 + faces[1..].iter().take_while(rival).count()
}

fn sighting(faces: &[FaceReading], counting: usize) -> Sighting {
    match (counting, faces.first().and_then(|f| f.scores)) {
        (1, Some(scores)) => Sighting::Face(scores),
        (0, _) | (_, None) => Sighting::NoFace,
        _ => Sighting::SeveralFaces,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::{Expression, Timestamp};

    struct Found(Vec<FaceBox>);
    impl FaceDetector for Found {
        fn detect(&mut self, _: &Frame) -> Result<Vec<FaceBox>, AppError> {
            Ok(self.0.clone())
        }
    }

    struct Happy;
    impl ExpressionClassifier for Happy {
        fn classify(&mut self, _: &Frame, _: &FaceBox) -> Result<ExpressionScores, AppError> {
            Ok(ExpressionScores::certain(Expression::Happiness))
        }
    }

    struct Broken;
    impl ExpressionClassifier for Broken {
        fn classify(&mut self, _: &Frame, _: &FaceBox) -> Result<ExpressionScores, AppError> {
            Err(AppError::new("model_output", "broken"))
        }
    }

    fn face(side: f32) -> FaceBox {
        FaceBox { x: 0.0, y: 0.0, w: side, h: side, score: 0.9 }
    }

    fn frame() -> Frame {
        Frame::new(1, 1, vec![0; 3], Timestamp(0)).unwrap()
    }

    fn read(sides: &[f32]) -> FrameReading {
        let faces = sides.iter().map(|s| face(*s)).collect();
        read_faces(&mut Found(faces), &mut Happy, &frame()).unwrap()
    }

    #[test]
    fn the_largest_face_is_read() {
        let reading = read(&[80.0, 200.0]);
        assert_eq!(reading.sighting, Sighting::Face(ExpressionScores::certain(Expression::Happiness)));
        assert!((reading.faces[0].face.w - 200.0).abs() < 1e-6);
        assert!(reading.faces[0].scores.is_some() && reading.faces[1].scores.is_none());
    }

    #[test]
    fn two_large_faces_leave_it_open_whose_mood_it_would_be() {
        let reading = read(&[200.0, 150.0, 20.0]);
        assert_eq!(reading.sighting, Sighting::SeveralFaces);
        assert_eq!(reading.faces.iter().filter(|f| f.scores.is_some()).count(), 2);
    }

    #[test]
    fn small_faces_are_no_rivals_and_tiny_ones_nobody() {
        assert!(matches!(read(&[70.0, 55.0]).sighting, Sighting::Face(_)));
        let tiny = read(&[20.0]);
        assert_eq!(tiny.sighting, Sighting::NoFace);
        assert_eq!(tiny.faces.len(), 1);
        assert_eq!(read(&[]).sighting, Sighting::NoFace);
    }

    #[test]
    fn a_failing_model_is_said() {
        let error = read_faces(&mut Found(vec![face(99.0)]), &mut Broken, &frame()).unwrap_err();
        assert_eq!(error.code, "model_output");
    }
}
