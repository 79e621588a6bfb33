//! Cameras that are pulled out, that hang, and that are exchanged while they are on.

use super::{CameraWatch, Plan};
use crate::device::Watch as _;
use crate::device::{Retries, Timing};
use crate::view::{AppState, DeviceState};
use crate::{Composition, Engine, EngineOptions, SensePorts, Session};
use attune_core::ErrorCode;
use attune_core::{Expression, ExpressionScores, LookRate, Settings, Sighting, Timestamp};
use attune_testkit::{MemoryArchive, ScriptedCameras, ScriptedEyes, catalogue};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

const SOON: Duration = Duration::from_millis(5);

/// A busy machine may leave a thread waiting for a while.
const STUCK: Duration = Duration::from_secs(2);

fn quick() -> Timing {
    Timing {
        stuck: STUCK,
        listening: STUCK,
        lost: Retries { first: SOON, longest: SOON * 4 },
        taken: Retries { first: SOON, longest: SOON * 4 },
        ending: Duration::from_secs(1),
    }
}

pub(crate) fn session(cameras: &ScriptedCameras) -> Session {
    session_with(cameras, SensePorts::none(), 50)
}

/// A session that sees a happy face, whose clock goes on by `tick` milliseconds with every look at it.
pub(crate) fn session_with(cameras: &ScriptedCameras, senses: SensePorts, tick: i64) -> Session {
    session_timed(cameras, senses, tick, quick())
}

/// The same, which never gives up on a microphone.
pub(crate) fn session_that_listens(senses: SensePorts) -> Session {
    session_timed(
        &ScriptedCameras::new(&["camera"]),
        senses,
        50,
        Timing { listening: Duration::MAX, ..quick() },
    )
}

fn session_timed(cameras: &ScriptedCameras, senses: SensePorts, tick: i64, timing: Timing) -> Session {
    let (cameras, ticks) = (cameras.clone(), AtomicI64::new(1_700_000_000_000));
    let seen = Sighting::Face(ExpressionScores::certain(Expression::Happiness));
    let composition = Composition {
        archive: Box::new(MemoryArchive::default()),
        options: EngineOptions { version: "test".into(), seed: 1, starter: catalogue(10), warnings: vec![] },
        clock: Arc::new(move || Timestamp(ticks.fetch_add(tick, Ordering::SeqCst))),
        open_camera: Arc::new(move |id| cameras.open(id.as_deref())),
        open_eyes: Arc::new(move || Ok(Box::new(ScriptedEyes::new([Ok(seen)])))),
        senses,
        open_player: crate::no_player(),
        listener: Box::new(|_| {}),
    };
    Session::start_timed(composition, timing).unwrap()
}

pub(crate) fn state(session: &Session) -> AppState {
    session.call(Engine::state).unwrap()
}

pub(crate) fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < Duration::from_mins(3), "never: {what}");
        sleep(SOON);
    }
}

pub(crate) fn wait_for(session: &Session, wanted: DeviceState) {
    until(&format!("{wanted:?}"), || state(session).camera.state == wanted);
}

pub(crate) fn set(session: &Session, change: impl FnOnce(&mut Settings) + Send + 'static) {
    let save = |e: &mut Engine, now| {
        let mut settings = e.settings().clone();
        change(&mut settings);
        e.save_settings(settings, now);
    };
    session.call(save).unwrap();
}

#[test]
fn an_unplugged_camera_is_waited_for_by_name_and_no_other_is_opened() {
    let cameras = ScriptedCameras::new(&["left", "right"]);
    let s = session(&cameras);
    s.start_camera().unwrap();
    wait_for(&s, DeviceState::On);
    cameras.unplug("left");
    wait_for(&s, DeviceState::Waiting);
    let camera = state(&s).camera;
    assert_eq!(camera.name.as_deref(), Some("left"));
    assert_eq!(camera.error.unwrap().code, ErrorCode::CameraLost);
    until("looked for several times", || cameras.counts("left").2 > 3);
    assert_eq!(cameras.counts("right"), (0, 0, 0), "never another one");
    cameras.plug("left");
    wait_for(&s, DeviceState::On);
    assert_eq!((cameras.counts("left").0, cameras.counts("left").1), (1, 2));
}

#[test]
fn waiting_ends_with_a_pause_and_the_camera_stays_closed() {
    let cameras = ScriptedCameras::new(&["left"]);
    let s = session(&cameras);
    s.start_camera().unwrap();
    wait_for(&s, DeviceState::On);
    cameras.unplug("left");
    wait_for(&s, DeviceState::Waiting);
    s.start_camera().unwrap();
    assert_eq!(state(&s).camera.state, DeviceState::Waiting, "it is being started already");
    s.pause_camera().unwrap();
    wait_for(&s, DeviceState::Off);
    cameras.plug("left");
    sleep(quick().lost.longest * 3);
    assert_eq!(cameras.counts("left").1, 1, "not opened again");
}

#[test]
fn a_camera_that_hangs_is_shown_and_another_one_opens() {
    let cameras = ScriptedCameras::new(&["left", "right"]);
    let s = session(&cameras);
    s.start_camera().unwrap();
    wait_for(&s, DeviceState::On);
    cameras.hang("left");
    wait_for(&s, DeviceState::Failed);
    let now = state(&s);
    assert_eq!(now.camera.error.unwrap().code, ErrorCode::CameraStuck);
    assert!(now.banners.iter().any(|b| b.error.code == ErrorCode::CameraStuck), "{:?}", now.banners);
    assert!(now.queue.current.is_some(), "the music goes on");
    set(&s, |settings| settings.camera = Some("right".into()));
    s.start_camera().unwrap();
    wait_for(&s, DeviceState::On);
    assert_eq!(state(&s).camera.name.as_deref(), Some("right"));
    assert!(state(&s).banners.is_empty());
    assert_eq!((cameras.counts("left").0, cameras.counts("right").0), (1, 1));
    cameras.answer("left");
    until("the thread left behind lets go", || cameras.counts("left").0 == 0);
    assert_eq!(state(&s).camera.name.as_deref(), Some("right"), "what it says late changes nothing");
    assert_eq!(state(&s).camera.state, DeviceState::On);
}

#[test]
fn a_camera_that_hangs_is_not_called_off() {
    let cameras = ScriptedCameras::new(&["left"]);
    let s = session(&cameras);
    s.start_camera().unwrap();
    wait_for(&s, DeviceState::On);
    cameras.hang("left");
    until("inside a call", || cameras.caught("left"));
    s.pause_camera().unwrap();
    wait_for(&s, DeviceState::Failed);
    s.pause_camera().unwrap();
    assert_eq!(state(&s).camera.state, DeviceState::Failed, "it may still be on");
    cameras.answer("left");
    until("closed", || cameras.counts("left").0 == 0);
    until("off", || {
        s.pause_camera().unwrap();
        state(&s).camera.state == DeviceState::Off
    });
}

#[test]
fn a_session_ends_although_its_camera_hangs() {
    let cameras = ScriptedCameras::new(&["left"]);
    let s = session(&cameras);
    s.start_camera().unwrap();
    wait_for(&s, DeviceState::On);
    cameras.hang("left");
    until("inside a call", || cameras.caught("left"));
    drop(s);
    assert_eq!(cameras.counts("left").0, 1);
    cameras.answer("left");
    until("its thread lets go", || cameras.counts("left").0 == 0);
}

#[test]
fn another_camera_chosen_while_one_is_on_takes_its_place() {
    let cameras = ScriptedCameras::new(&["left", "right"]);
    let s = session(&cameras);
    s.start_camera().unwrap();
    wait_for(&s, DeviceState::On);
    set(&s, |settings| settings.camera = Some("right".into()));
    until("the other one", || state(&s).camera.name.as_deref() == Some("right"));
    assert_eq!(cameras.counts("left"), (0, 1, 0));
    s.pause_camera().unwrap();
    set(&s, |settings| settings.camera = Some("left".into()));
    wait_for(&s, DeviceState::Off);
    assert_eq!(cameras.counts("left").1, 1, "a choice alone opens nothing");
}

#[test]
fn how_often_it_looks_changes_while_it_looks() {
    let cameras = ScriptedCameras::new(&["left"]);
    let (c, looks) = (cameras.clone(), Arc::new(AtomicI64::new(0)));
    let (seen, counted) = (Sighting::NoFace, looks.clone());
    let plan = Plan {
        open: Arc::new(move |id| c.open(id.as_deref())),
        camera: None,
        eyes: Arc::new(move || Ok(Box::new(ScriptedEyes::new([Ok(seen)])))),
        clock: Arc::new(move || Timestamp(counted.fetch_add(1, Ordering::SeqCst))),
        notify: Arc::new(|_| {}),
        timing: quick(),
        rate: LookRate::BatterySaver,
    };
    let watch = CameraWatch::start(plan, None);
    until("a look", || looks.load(Ordering::SeqCst) > 0);
    let first = Instant::now();
    until("three looks", || looks.load(Ordering::SeqCst) > 2);
    // Never faster than asked for; how much slower is up to the machine.
    assert!(first.elapsed() > Duration::from_millis(800), "{:?}", first.elapsed());
    watch.set_rate(LookRate::Frequent);
    assert_eq!(watch.frames_per_second(), 10);
    watch.join(Duration::from_secs(20));
    assert_eq!(cameras.counts("left").0, 0);
}

#[test]
fn a_saved_rate_reaches_the_camera_that_is_on() {
    let cameras = ScriptedCameras::new(&["left"]);
    let s = session(&cameras);
    s.start_camera().unwrap();
    wait_for(&s, DeviceState::On);
    for rate in [LookRate::BatterySaver, LookRate::Frequent, LookRate::Balanced] {
        set(&s, move |settings| settings.look_rate = rate);
        until("the rate", || s.frames_per_second().unwrap() == Some(rate.per_second()));
    }
    assert_eq!(cameras.counts("left").1, 1, "without opening it again");
}
