//! One frame from faces to expressions: whose face counts, and what it shows.

use attune_core::ports::{ExpressionClassifier, FaceDetector};
use attune_core::{AppError, FaceBox, FaceLook, Frame, Sighting};
use std::time::Instant;

/// The least side (square root of the area) in frame pixels of a face that counts as somebody; smaller ones are faint
/// answers of the detector, people far off and pictures on the wall.
pub const MIN_SEEN: f32 = 20.0;

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
    pub look: Option<FaceLook>,
}

/// What one frame holds.
#[derive(Debug, Clone, PartialEq)]
pub struct FrameReading {
    /// All faces found, largest first; only the one that is followed, where one is.
    pub faces: Vec<FaceReading>,
    /// What the frame says about the listener.
    pub sighting: Sighting,
    /// The face was looked for only where it was before (see [`Gaze`](crate::Gaze)).
    pub followed: bool,
    /// Milliseconds spent on finding faces.
    pub detect_ms: f64,
    /// Milliseconds spent on reading expressions.
    pub classify_ms: f64,
}

/// A frame in which nothing was found, in no time.
impl Default for FrameReading {
    fn default() -> Self {
        let (faces, sighting) = (Vec::with_capacity(64), Sighting::NoFace);
        Self { faces, sighting, followed: false, detect_ms: 0.0, classify_ms: 0.0 }
    }
}

/// Finds the faces of a frame and reads the one that counts: the largest. Where others come close to it in size
/// they are read too, and the sighting is [`Sighting::SeveralFaces`]. Fails as the two ports do.
pub fn read_faces(
    detector: &mut dyn FaceDetector,
    classifier: &mut dyn ExpressionClassifier,
    frame: &Frame,
) -> Result<FrameReading, AppError> {
    let mut reading = FrameReading::default();
    let started = Instant::now();
    reading.take(detector.detect(frame)?);
    reading.detect_ms = milliseconds(started);
    reading.look(classifier, frame)?;
    Ok(reading)
}

/// The time since `started`.
pub(crate) fn milliseconds(started: Instant) -> f64 {
    started.elapsed().as_secs_f64() * 1e3
}

impl FrameReading {
    /// Begins anew with these faces.
    pub(crate) fn take(&mut self, found: &[FaceBox]) {
        self.faces.clear();
        self.faces.extend(found.iter().map(|face| FaceReading { face: *face, look: None }));
        // Sorting that keeps the order of equals would ask for memory.
        self.faces.sort_unstable_by(|a, b| {
            b.face.area().total_cmp(&a.face.area()).then(a.face.x.total_cmp(&b.face.x))
        });
        self.sighting = Sighting::NoFace;
        self.followed = false;
    }

    /// Reads the faces that count and says what the frame tells.
    pub(crate) fn look(
        &mut self,
        classifier: &mut dyn ExpressionClassifier,
        frame: &Frame,
    ) -> Result<(), AppError> {
        let started = Instant::now();
        let counting = self.counting();
        for reading in &mut self.faces[..counting] {
            reading.look = Some(classifier.classify(frame, &reading.face)?);
        }
        self.classify_ms = milliseconds(started);
        self.sighting = match (counting, self.faces.first().and_then(|f| f.look)) {
            (1, Some(look)) => look.sighting(),
            (0, _) | (_, None) => Sighting::NoFace,
            _ => Sighting::SeveralFaces,
        };
        Ok(())
    }

    /// How many of the faces (largest first) count: none if the largest is too small, else it and its rivals.
    pub(crate) fn counting(&self) -> usize {
        let mut areas = self.faces.iter().map(|f| f.face.area());
        let Some(largest) = areas.next().filter(|area| *area >= MIN_SEEN * MIN_SEEN) else {
            return 0;
        };
        let rival = |area: &f32| *area > RIVAL_AREA * largest && *area >= MIN_RIVAL * MIN_RIVAL;
        1 + areas.take_while(rival).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::ErrorCode;
    use attune_core::{Expression, ExpressionScores, Timestamp, Unclear};

    struct Found(Vec<FaceBox>);
    impl FaceDetector for Found {
        fn detect(&mut self, _: &Frame) -> Result<&[FaceBox], AppError> {
            Ok(&self.0)
        }
        fn follow(&mut self, _: &Frame, _: &FaceBox) -> Result<Option<FaceBox>, AppError> {
            unreachable!("one frame alone leaves nothing to follow")
        }
    }

    struct Happy;
    impl ExpressionClassifier for Happy {
        fn classify(&mut self, _: &Frame, face: &FaceBox) -> Result<FaceLook, AppError> {
            let scores = ExpressionScores::certain(Expression::Happiness);
            Ok(FaceLook { scores, unclear: (face.w < 30.0).then_some(Unclear::TooSmall) })
        }
    }

    struct Broken;
    impl ExpressionClassifier for Broken {
        fn classify(&mut self, _: &Frame, _: &FaceBox) -> Result<FaceLook, AppError> {
            Err(AppError::new(ErrorCode::ModelOutput, "broken"))
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
        assert!(reading.faces[0].look.is_some() && reading.faces[1].look.is_none());
    }

    #[test]
    fn two_large_faces_leave_it_open_whose_mood_it_would_be() {
        let reading = read(&[200.0, 150.0, 20.0]);
        assert_eq!(reading.sighting, Sighting::SeveralFaces);
        assert_eq!(reading.faces.iter().filter(|f| f.look.is_some()).count(), 2);
    }

    #[test]
    fn small_faces_are_no_rivals_and_tiny_ones_nobody() {
        assert!(matches!(read(&[70.0, 55.0]).sighting, Sighting::Face(_)));
        let tiny = read(&[19.0]);
        assert_eq!(tiny.sighting, Sighting::NoFace);
        assert_eq!(tiny.faces.len(), 1);
        assert_eq!(read(&[]).sighting, Sighting::NoFace);
    }

    #[test]
    fn a_face_that_is_read_badly_is_unclear() {
        let far = read(&[25.0]);
        assert_eq!(far.sighting, Sighting::Unclear(Unclear::TooSmall));
        assert!(far.faces[0].look.is_some());
    }

    #[test]
    fn a_failing_model_is_said() {
        let error = read_faces(&mut Found(vec![face(99.0)]), &mut Broken, &frame()).unwrap_err();
        assert_eq!(error.code, ErrorCode::ModelOutput);
    }
}
