//! A face followed from frame to frame, with the models that ship.

use crate::common;
use crate::scenes::{Place, face, room};
use attune_core::{Expression, Frame, Sighting};
use attune_vision::{FrameReading, Gaze, OrtExpressionClassifier, OrtFaceDetector};

struct Look {
    gaze: Gaze,
    detector: OrtFaceDetector,
    classifier: OrtExpressionClassifier,
    portrait: Frame,
    at: i64,
}

impl Look {
    fn new() -> Option<Self> {
        let runtime = common::runtime()?;
        let models = common::models();
        let (detector, classifier) = (
            OrtFaceDetector::open(&models, &runtime).unwrap(),
            OrtExpressionClassifier::open(&models, &runtime).unwrap(),
        );
        Some(Self { gaze: Gaze::default(), detector, classifier, portrait: common::portrait(), at: 0 })
    }

    /// The next look, a fifth of a second later.
    fn at(&mut self, places: &[Place]) -> &FrameReading {
        self.at += 200;
        let frame = room(&self.portrait, places, self.at);
        self.gaze.read(&mut self.detector, &mut self.classifier, &frame).unwrap()
    }
}

fn happy(reading: &FrameReading) -> bool {
    matches!(reading.sighting, Sighting::Face(scores) if scores.leading().0 == Expression::Happiness)
}

#[test]
fn a_face_that_moves_and_comes_closer_is_followed() {
    let Some(mut look) = Look::new() else { return };
    let mut followed = 0;
    for i in 0..20_i64 {
        // To and fro by a third of the face, and closer by a half.
        let place = (110 + (i % 4) * 12, 60 + i * 2, 300 + 8 * i as u32);
        let reading = look.at(&[place]);
        assert!(happy(reading), "look {i}: {reading:?}");
        assert!(reading.faces[0].face.iou(&face(place)) > 0.6, "look {i}: {reading:?}");
        followed += u32::from(reading.followed);
    }
    assert!(followed >= 12, "{followed} of 20");
}

#[test]
fn a_face_that_leaves_is_gone_at_once() {
    let Some(mut look) = Look::new() else { return };
    for _ in 0..3 {
        assert!(happy(look.at(&[(110, 60, 420)])));
    }
    assert!(look.at(&[(110, 60, 420)]).followed);
    let reading = look.at(&[]);
    assert_eq!((reading.sighting, reading.followed), (Sighting::NoFace, false));
}

#[test]
fn a_face_that_jumps_is_found_in_the_same_look() {
    let Some(mut look) = Look::new() else { return };
    look.at(&[(-100, 60, 420)]);
    assert!(look.at(&[(-100, 60, 420)]).followed);
    let reading = look.at(&[(230, 20, 420)]);
    assert!(happy(reading) && !reading.followed, "{reading:?}");
    assert!(reading.faces[0].face.iou(&face((230, 20, 420))) > 0.6, "{reading:?}");
}

#[test]
fn a_visitor_is_noticed_at_once() {
    let Some(mut look) = Look::new() else { return };
    let (listener, visitor) = ((-80, 100, 420), (240, 90, 420));
    look.at(&[listener]);
    assert!(look.at(&[listener]).followed);
    let reading = look.at(&[listener, visitor]);
    assert_eq!(reading.sighting, Sighting::SeveralFaces, "{reading:?}");
    assert!(!look.at(&[listener, visitor]).followed);
    look.at(&[listener]);
    assert!(look.at(&[listener]).followed, "alone again");
}

#[test]
fn followed_and_found_faces_are_about_the_same() {
    let Some(mut look) = Look::new() else { return };
    for width in [160, 260, 420, 560] {
        let place = (40, 10, width);
        let frame = room(&look.portrait, &[place], 0);
        let found = look.detector.find(&frame).unwrap()[0];
        let near = look.detector.find_near(&frame, &found).unwrap().unwrap();
        assert!(found.iou(&near) > 0.75, "{width}: {found:?} {near:?}");
        let empty = room(&look.portrait, &[], 0);
        assert_eq!(look.detector.find_near(&empty, &found).unwrap(), None);
    }
}
