use super::*;
use crate::engine::EngineOptions;
use attune_core::ErrorCode;
use attune_core::mood::NeutralBias;
use attune_core::{Affect, ExpressionScores, Span};
use attune_testkit::{MemoryArchive, catalogue};

const START: Timestamp = Timestamp(1_700_000_000_000);

fn engine_over(archive: &MemoryArchive) -> Engine {
    let options = EngineOptions { version: "test".into(), seed: 1, starter: catalogue(20), warnings: vec![] };
    Engine::new(Box::new(archive.clone()), options, START)
}

fn watching() -> (MemoryArchive, Engine) {
    let archive = MemoryArchive::default();
    let mut engine = engine_over(&archive);
    engine.camera_open("scripted".into());
    (archive, engine)
}

/// A face that rests sadly.
fn resting() -> Sighting {
    let scores = ExpressionScores::from_logits([0.0, -6.5, -7.5, 0.5, -6.5, -9.0, -10.0, -6.5], 1.0);
    Sighting::Face(scores.unwrap())
}

fn look(engine: &mut Engine, sighting: &Sighting, from: Timestamp, looks: i64) -> Timestamp {
    (0..looks).for_each(|i| engine.see(sighting, from + Span(i * 200)));
    from + Span(looks * 200)
}

fn calibration(engine: &mut Engine) -> CalibrationView {
    engine.state(START).calibration
}

#[test]
fn five_seconds_make_a_neutral_face_that_is_used_and_kept() {
    let (archive, mut e) = watching();
    let now = look(&mut e, &resting(), START, 300);
    let sadder = e.state(now).mood.estimate.mean.valence;
    assert!(sadder < -0.15, "{sadder}");

    e.start_calibration(now).unwrap();
    assert_eq!(calibration(&mut e).progress, Some(0.0));
    let now = look(&mut e, &resting(), now, 26);
    let done = calibration(&mut e);
    assert_eq!((done.progress, &done.problem), (None, &None));
    let neutral = done.neutral.unwrap();
    assert_eq!(neutral.changes[0].expression, Expression::Sadness);
    assert!(neutral.changes[0].lowered > 1.0 && neutral.text.contains("sadness"), "{neutral:?}");

    let now = look(&mut e, &resting(), now, 600);
    let after = e.state(now).mood.estimate.mean.valence;
    assert!(after > sadder + 0.1, "{after} after {sadder}");
    let again = engine_over(&archive).state(now).calibration;
    assert_eq!(again.neutral.map(|n| n.changes), Some(neutral.changes), "kept over a restart");
}

#[test]
fn the_five_seconds_say_nothing_of_the_mood() {
    let (_, mut e) = watching();
    e.start_calibration(START).unwrap();
    let now = look(&mut e, &resting(), START, 20);
    assert_eq!(e.state(now).mood.source, None);
}

#[test]
fn a_face_that_goes_away_stores_nothing_and_says_so() {
    let (archive, mut e) = watching();
    e.start_calibration(START).unwrap();
    let now = look(&mut e, &resting(), START, 10);
    let now = look(&mut e, &Sighting::NoFace, now, 10);
    let view = calibration(&mut e);
    let problem = view.problem.unwrap();
    assert_eq!((view.progress, view.neutral, problem.code), (None, None, CalibrationProblem::NoFace));
    assert!(problem.text.contains("try again"));
    assert!(engine_over(&archive).state(now).calibration.neutral.is_none());
    e.start_calibration(now).unwrap();
    assert_eq!(calibration(&mut e).problem, None, "a new attempt begins without the old problem");
}

#[test]
fn it_needs_an_open_camera_until_the_end() {
    let (_, mut e) = watching();
    e.start_calibration(START).unwrap();
    let now = look(&mut e, &resting(), START, 10);
    e.camera_closed();
    e.tick(now);
    assert_eq!(calibration(&mut e).problem.map(|p| p.code), Some(CalibrationProblem::CameraClosed));
    assert_eq!(e.start_calibration(now).unwrap_err().code, ErrorCode::CalibrationNeedsCamera);
}

#[test]
fn silence_of_the_camera_runs_out() {
    let (_, mut e) = watching();
    e.start_calibration(START).unwrap();
    e.tick(START + Span::seconds(9));
    assert_eq!(calibration(&mut e).progress, Some(0.0));
    e.tick(START + Span::seconds(11));
    assert_eq!(calibration(&mut e).problem.map(|p| p.code), Some(CalibrationProblem::NoFace));
}

#[test]
fn cancelling_and_clearing() {
    let (archive, mut e) = watching();
    e.start_calibration(START).unwrap();
    let now = look(&mut e, &resting(), START, 26);
    let kept = calibration(&mut e).neutral;
    e.start_calibration(now).unwrap();
    e.cancel_calibration(now);
    assert_eq!(calibration(&mut e), CalibrationView { neutral: kept, ..CalibrationView::default() });
    e.drain();
    e.clear_calibration(now);
    assert_eq!(calibration(&mut e), CalibrationView::default());
    assert!(e.drain().contains(&UiEvent::Calibration(CalibrationView::default())));
    assert!(engine_over(&archive).state(now).calibration.neutral.is_none());
}

#[test]
fn erasing_forgets_the_face_and_what_was_learned() {
    let (archive, mut e) = watching();
    e.start_calibration(START).unwrap();
    let now = look(&mut e, &resting(), START, 26);
    let now = look(&mut e, &resting(), now, 100);
    e.correct_mood(Affect::new(0.5, 0.2), now);
    e.erase(now).unwrap();
    let state = e.state(now);
    assert_eq!(state.calibration, CalibrationView::default());
    assert!(state.mood_learning.iter().all(|l| l.corrections == 0));
    assert!(engine_over(&archive).state(now).calibration.neutral.is_none());
}

#[test]
fn a_full_disk_keeps_the_neutral_face_for_this_run() {
    let (archive, mut e) = watching();
    archive.set_full(true);
    e.start_calibration(START).unwrap();
    let now = look(&mut e, &resting(), START, 26);
    let state = e.state(now);
    assert!(state.calibration.neutral.is_some());
    assert_eq!(state.banners[0].error.code, ErrorCode::NotSavedYet);
}

#[test]
fn without_a_calibration_faces_are_read_as_they_are() {
    // The same looks through an engine whose neutral face is a usual one: nothing changes.
    let (_, mut plain) = watching();
    let (archive, _) = watching();
    let usual = ExpressionScores::from_logits([0.0, -6.5, -7.5, -3.5, -6.5, -9.0, -10.0, -6.5], 1.0).unwrap();
    let mut learned = Learned::default();
    learned.set_neutral(NeutralBias::from_looks(&[usual; 25], START));
    let mut kept = archive.clone();
    attune_core::ports::Archive::save_learned(&mut kept, &learned).unwrap();
    let mut calibrated = engine_over(&archive);
    let now = look(&mut plain, &resting(), START, 100);
    look(&mut calibrated, &resting(), START, 100);
    let (a, b) = (plain.state(now).mood.estimate, calibrated.state(now).mood.estimate);
    assert!(a.mean.distance(b.mean) < 1e-3, "{a:?} {b:?}");
}
