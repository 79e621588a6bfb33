use super::*;
use attune_core::ErrorCode;
use attune_core::{Expression, ExpressionScores, FaceLook, Sighting};
use std::collections::VecDeque;

/// A detector that says what it is told, and remembers how it was asked.
#[derive(Default)]
struct Scripted {
    all: Vec<FaceBox>,
    near: VecDeque<Option<FaceBox>>,
    searches: usize,
    follows: Vec<FaceBox>,
}

impl FaceDetector for Scripted {
    fn detect(&mut self, _: &Frame) -> Result<&[FaceBox], AppError> {
        self.searches += 1;
        Ok(&self.all)
    }

    fn follow(&mut self, _: &Frame, face: &FaceBox) -> Result<Option<FaceBox>, AppError> {
        self.follows.push(*face);
        Ok(self.near.pop_front().unwrap_or(self.all.first().copied()))
    }
}

struct Happy;
impl ExpressionClassifier for Happy {
    fn classify(&mut self, _: &Frame, _: &FaceBox) -> Result<FaceLook, AppError> {
        Ok(FaceLook { scores: ExpressionScores::certain(Expression::Happiness), unclear: None })
    }
}

fn face(x: f32, y: f32, side: f32) -> FaceBox {
    FaceBox { x, y, w: side, h: side, score: 0.9 }
}

fn frame(at: i64) -> Frame {
    Frame::new(320, 240, vec![90; 320 * 240 * 3], Timestamp(at)).unwrap()
}

/// Looks every 200 ms from `from` on.
fn look(gaze: &mut Gaze, detector: &mut Scripted, from: i64, looks: i64) -> Vec<bool> {
    let mut read = |i| gaze.read(detector, &mut Happy, &frame(from + 200 * i)).unwrap().followed;
    (0..looks).map(&mut read).collect()
}

#[test]
fn a_steady_face_is_looked_for_once_a_second() {
    let mut detector = Scripted { all: vec![face(100.0, 80.0, 60.0)], ..Scripted::default() };
    let followed = look(&mut Gaze::default(), &mut detector, 0, 11);
    assert_eq!(followed, [false, true, true, true, true, false, true, true, true, true, false]);
    assert_eq!((detector.searches, detector.follows.len()), (3, 8));
}

#[test]
fn at_many_looks_a_second_the_looks_are_counted() {
    let mut detector = Scripted { all: vec![face(100.0, 80.0, 60.0)], ..Scripted::default() };
    let mut gaze = Gaze::default();
    for i in 0..=i64::from(MOST_FOLLOWED) {
        gaze.read(&mut detector, &mut Happy, &frame(i)).unwrap();
    }
    assert_eq!(detector.searches, 1);
    assert!(!gaze.read(&mut detector, &mut Happy, &frame(20)).unwrap().followed);
}

#[test]
fn a_face_that_is_not_where_it_was_is_looked_for_at_once() {
    let mut detector = Scripted { all: vec![face(100.0, 80.0, 60.0)], ..Scripted::default() };
    let mut gaze = Gaze::default();
    look(&mut gaze, &mut detector, 0, 2);
    detector.all = vec![face(220.0, 80.0, 60.0)];
    detector.near.push_back(None);
    let reading = gaze.read(&mut detector, &mut Happy, &frame(400)).unwrap();
    assert!(!reading.followed);
    assert_eq!(reading.faces[0].face, face(220.0, 80.0, 60.0), "another place is not smoothed");
    detector.all.clear();
    detector.near.push_back(None);
    assert_eq!(gaze.read(&mut detector, &mut Happy, &frame(600)).unwrap().sighting, Sighting::NoFace);
    assert_eq!(look(&mut gaze, &mut detector, 800, 2), [false, false], "nobody is nobody to follow");
}

#[test]
fn two_faces_are_never_followed() {
    let mut detector =
        Scripted { all: vec![face(20.0, 80.0, 80.0), face(180.0, 80.0, 80.0)], ..Scripted::default() };
    assert_eq!(look(&mut Gaze::default(), &mut detector, 0, 3), [false; 3]);
    // One of them small: the other is followed.
    detector.all[1] = face(180.0, 80.0, 30.0);
    assert_eq!(look(&mut Gaze::default(), &mut detector, 0, 3), [false, true, true]);
}

#[test]
fn somebody_who_comes_is_seen_at_once() {
    let mut detector = Scripted { all: vec![face(20.0, 80.0, 80.0)], ..Scripted::default() };
    let mut gaze = Gaze::default();
    look(&mut gaze, &mut detector, 0, 2);
    let mut rgb = vec![90; 320 * 240 * 3];
    for row in rgb.chunks_exact_mut(320 * 3).skip(80).take(80) {
        row[200 * 3..280 * 3].fill(180);
    }
    detector.all.push(face(200.0, 80.0, 80.0));
    let crowd = Frame::new(320, 240, rgb, Timestamp(400)).unwrap();
    let reading = gaze.read(&mut detector, &mut Happy, &crowd).unwrap();
    assert_eq!((reading.followed, reading.sighting), (false, Sighting::SeveralFaces));
}

#[test]
fn frames_from_another_time_or_of_another_size_begin_anew() {
    let all = vec![face(100.0, 80.0, 60.0)];
    for next in [frame(1_500), frame(-1), Frame::new(32, 24, vec![90; 32 * 24 * 3], Timestamp(200)).unwrap()]
    {
        let mut detector = Scripted { all: all.clone(), ..Scripted::default() };
        let mut gaze = Gaze::default();
        look(&mut gaze, &mut detector, 0, 1);
        assert!(!gaze.read(&mut detector, &mut Happy, &next).unwrap().followed);
        assert_eq!(detector.searches, 2);
    }
}

#[test]
fn trembling_evens_out_and_moving_is_followed() {
    let mut detector = Scripted { all: vec![face(100.0, 80.0, 100.0)], ..Scripted::default() };
    let mut gaze = Gaze::default();
    look(&mut gaze, &mut detector, 0, 1);
    let mut widest = 0.0_f32;
    for i in 0..40 {
        let off = if i % 2 == 0 { 2.0 } else { -2.0 };
        detector.all = vec![face(100.0 + off, 80.0 - off, 100.0)];
        let found = gaze.read(&mut detector, &mut Happy, &frame(200 + i * 200)).unwrap().faces[0].face;
        widest = widest.max((found.x - 100.0).abs());
    }
    assert!(widest < 1.0, "{widest}");
    detector.all = vec![face(115.0, 80.0, 100.0)];
    let found = gaze.read(&mut detector, &mut Happy, &frame(8_200)).unwrap().faces[0].face;
    assert!((found.x - 115.0).abs() < 1e-3, "{found:?}");
}

#[test]
fn after_an_error_all_faces_are_looked_for() {
    struct Fails;
    impl ExpressionClassifier for Fails {
        fn classify(&mut self, _: &Frame, _: &FaceBox) -> Result<FaceLook, AppError> {
            Err(AppError::new(ErrorCode::ModelOutput, "broken"))
        }
    }
    let mut detector = Scripted { all: vec![face(100.0, 80.0, 60.0)], ..Scripted::default() };
    let mut gaze = Gaze::default();
    look(&mut gaze, &mut detector, 0, 2);
    assert_eq!(gaze.read(&mut detector, &mut Fails, &frame(400)).unwrap_err().code, ErrorCode::ModelOutput);
    assert_eq!(look(&mut gaze, &mut detector, 600, 1), [false]);
}
