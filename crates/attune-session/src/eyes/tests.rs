use crate::{Composition, EngineOptions, Session, view::DeviceState};
use attune_core::ports::SourceEvent;
use attune_core::{AppError, ErrorCode, Expression, ExpressionScores, Sighting, Timestamp};
use attune_testkit::{MemoryArchive, ScriptedEyes, ScriptedSource, catalogue, frame};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::{Duration, Instant};

/// How long a busy machine may take for what happens at once.
const PATIENCE: Duration = Duration::from_mins(3);

fn happy() -> Sighting {
    Sighting::Face(ExpressionScores::certain(Expression::Happiness))
}

struct Setup {
    session: Session,
    camera_light: Arc<AtomicBool>,
}

type Source = dyn Fn(Arc<AtomicBool>) -> Result<ScriptedSource, AppError> + Send + Sync;

fn setup(source: Box<Source>, eyes: fn() -> Result<ScriptedEyes, AppError>) -> Setup {
    let camera_light = Arc::new(AtomicBool::new(false));
    let light = camera_light.clone();
    let ticks = AtomicI64::new(1_700_000_000_000);
    let session = Session::start(Composition {
        archive: Box::new(MemoryArchive::default()),
        options: EngineOptions { version: "test".into(), seed: 1, starter: catalogue(10), warnings: vec![] },
        clock: Arc::new(move || Timestamp(ticks.fetch_add(50, Ordering::SeqCst))),
        open_camera: Arc::new(move |_| source(light.clone()).map(|s| Box::new(s) as _)),
        open_eyes: Arc::new(move || eyes().map(|e| Box::new(e) as _)),
        senses: crate::SensePorts::none(),
        open_player: crate::no_player(),
        listener: Box::new(|_| {}),
    })
    .unwrap();
    Setup { session, camera_light }
}

#[expect(clippy::unnecessary_wraps, reason = "other eyes fail to open")]
fn seeing() -> Result<ScriptedEyes, AppError> {
    Ok(ScriptedEyes::new([Ok(happy())]))
}

fn wait_for(session: &Session, state: DeviceState) {
    let start = Instant::now();
    loop {
        let camera = session.call(|e, now| e.state(now).camera).unwrap();
        if camera.state == state {
            return;
        }
        assert!(start.elapsed() < PATIENCE, "still {camera:?}, not {state:?}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn pausing_closes_the_camera() {
    let s = setup(Box::new(|l| Ok(ScriptedSource::endless(l))), seeing);
    assert!(!s.camera_light.load(Ordering::SeqCst), "closed until asked for");
    s.session.start_camera().unwrap();
    wait_for(&s.session, DeviceState::On);
    assert!(s.camera_light.load(Ordering::SeqCst));
    s.session.pause_camera().unwrap();
    wait_for(&s.session, DeviceState::Off);
    assert!(!s.camera_light.load(Ordering::SeqCst), "off means closed");
    s.session.start_camera().unwrap();
    wait_for(&s.session, DeviceState::On);
    drop(s.session);
    assert!(!s.camera_light.load(Ordering::SeqCst), "closed with the session");
}

#[test]
fn what_is_seen_becomes_the_mood() {
    let s = setup(Box::new(|l| Ok(ScriptedSource::endless(l))), seeing);
    s.session.start_camera().unwrap();
    let start = Instant::now();
    while s.session.call(|e, now| e.state(now).mood.seen_at).unwrap().is_none() {
        assert!(start.elapsed() < PATIENCE);
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(s.session.call(|e, now| e.state(now).mood.estimate.mean.valence).unwrap() > 0.3);
}

#[test]
fn a_camera_that_is_not_there_can_be_tried_again() {
    let plugged = Arc::new(AtomicBool::new(false));
    let there = plugged.clone();
    let s = setup(
        Box::new(move |l| {
            let none = || AppError::new(ErrorCode::CameraNone, "No camera.");
            if there.load(Ordering::SeqCst) { Ok(ScriptedSource::endless(l)) } else { Err(none()) }
        }),
        seeing,
    );
    s.session.start_camera().unwrap();
    wait_for(&s.session, DeviceState::Failed);
    plugged.store(true, Ordering::SeqCst);
    s.session.start_camera().unwrap();
    wait_for(&s.session, DeviceState::On);
}

#[test]
fn an_unplugged_camera_is_an_event_not_a_crash() {
    let s = setup(
        Box::new(|l| {
            let lost = AppError::new(ErrorCode::CameraLost, "The camera is gone.");
            Ok(ScriptedSource::new(
                [SourceEvent::Frame(frame(Timestamp(0))), SourceEvent::Ended(Some(lost))],
                l,
            ))
        }),
        seeing,
    );
    s.session.start_camera().unwrap();
    wait_for(&s.session, DeviceState::Failed);
    let error = s.session.call(|e, now| e.state(now).camera.error).unwrap().unwrap();
    assert_eq!(error.code, ErrorCode::CameraLost);
}

#[test]
fn without_models_the_camera_closes_and_says_why() {
    let s = setup(Box::new(|l| Ok(ScriptedSource::endless(l))), || {
        Err(AppError::new(ErrorCode::ModelCorrupt, "The model file is damaged."))
    });
    s.session.start_camera().unwrap();
    wait_for(&s.session, DeviceState::Failed);
    let start = Instant::now();
    while s.camera_light.load(Ordering::SeqCst) {
        assert!(start.elapsed() < PATIENCE, "the camera stays open");
        std::thread::sleep(Duration::from_millis(5));
    }
    wait_for(&s.session, DeviceState::Failed);
    let state = s.session.call(crate::Engine::state).unwrap();
    assert_eq!(state.camera.error.unwrap().code, ErrorCode::ModelCorrupt);
    assert!(state.queue.current.is_some(), "manual mode works");
}

#[test]
fn a_camera_that_opens_after_the_models_failed_changes_nothing() {
    let slow = |l| {
        std::thread::sleep(Duration::from_millis(150));
        Ok(ScriptedSource::endless(l))
    };
    let s =
        setup(Box::new(slow), || Err(AppError::new(ErrorCode::ModelCorrupt, "The model file is damaged.")));
    s.session.start_camera().unwrap();
    wait_for(&s.session, DeviceState::Failed);
    std::thread::sleep(Duration::from_millis(400));
    wait_for(&s.session, DeviceState::Failed);
    assert!(!s.camera_light.load(Ordering::SeqCst), "closed");
}

#[test]
fn pictures_without_a_face_leave_the_mood() {
    let s =
        setup(Box::new(|l| Ok(ScriptedSource::endless(l))), || Ok(ScriptedEyes::new([Ok(Sighting::NoFace)])));
    let source = ScriptedSource::new([SourceEvent::Frame(frame(Timestamp(0)))], Arc::default());
    assert_eq!(s.session.look_at(Box::new(source)).unwrap_err().code, ErrorCode::PictureNoFace);
}

#[test]
fn a_picture_with_a_face_is_the_mood() {
    let s = setup(Box::new(|l| Ok(ScriptedSource::endless(l))), seeing);
    let source = ScriptedSource::new([SourceEvent::Frame(frame(Timestamp(0)))], Arc::default());
    s.session.look_at(Box::new(source)).unwrap();
    assert!(s.session.call(|e, now| e.state(now).mood.settled.valence).unwrap() > 0.3);
}
