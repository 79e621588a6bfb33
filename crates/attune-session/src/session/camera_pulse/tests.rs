//! The pulse by camera: what opens, what closes, what is kept of it, and what happens when the camera goes away.

use crate::device::{Retries, Timing};
use crate::eyes::fault_tests::{set, state, until};
use crate::view::{CameraUse, DeviceState, SenseView};
use crate::{Composition, EngineOptions, Presence, Session};
use attune_core::{
    ErrorCode, Expression, ExpressionScores, HeartRate, LookRate, MeasuredPulse, Sense, SenseGap, SenseMode,
    Sighting, Timestamp,
};
use attune_testkit::{MemoryArchive, ScriptedCameras, ScriptedEyes, ScriptedMeter, catalogue};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

const SOON: Duration = Duration::from_millis(5);

struct Scene {
    session: Session,
    cameras: ScriptedCameras,
}

/// A session whose meters say this; its clock goes on by `tick` milliseconds with every look at it.
fn scene(says: Result<MeasuredPulse, SenseGap>, tick: i64) -> Scene {
    let cameras = ScriptedCameras::new(&["left", "right"]);
    let (bus, ticks) = (cameras.clone(), AtomicI64::new(1_700_000_000_000));
    let happy = Sighting::Face(ExpressionScores::certain(Expression::Happiness));
    let composition = Composition {
        archive: Box::new(MemoryArchive::default()),
        options: EngineOptions { version: "test".into(), seed: 1, starter: catalogue(10), warnings: vec![] },
        clock: Arc::new(move || Timestamp(ticks.fetch_add(tick, Ordering::SeqCst))),
        open_camera: Arc::new(move |id| bus.open(id.as_deref())),
        open_eyes: Arc::new(move || Ok(Box::new(ScriptedEyes::new([Ok(happy)])))),
        open_sense: crate::no_senses(),
        open_meter: Arc::new(move || Box::new(ScriptedMeter::new(3, says))),
        open_player: crate::no_player(),
        listener: Box::new(|_| {}),
    };
    let timing = Timing {
        // A busy machine may leave a thread waiting for a while.
        stuck: Duration::from_secs(2),
        lost: Retries { first: SOON, longest: SOON * 4 },
        taken: Retries { first: SOON, longest: SOON * 4 },
        ending: Duration::from_secs(1),
    };
    Scene { session: Session::start_timed(composition, timing).unwrap(), cameras }
}

fn measured() -> MeasuredPulse {
    MeasuredPulse { rate: HeartRate::new(66.0).unwrap(), confidence: 0.8 }
}

/// One that is over soon, and one that lasts for as long as a test.
fn short() -> Scene {
    scene(Ok(measured()), 200)
}

fn long() -> Scene {
    scene(Ok(measured()), 1)
}

impl Scene {
    fn view(&self) -> SenseView {
        state(&self.session).senses[Sense::CameraPulse as usize].clone()
    }

    fn measure(&self) {
        self.session.start_sense(Sense::CameraPulse, SenseMode::Once).unwrap();
    }

    fn wait_for(&self, wanted: DeviceState) {
        until(&format!("{wanted:?}"), || self.view().state == wanted);
    }

    fn camera(&self, wanted: DeviceState) {
        until(&format!("{wanted:?}"), || state(&self.session).camera.state == wanted);
    }

    fn open(&self) -> usize {
        ["left", "right"].map(|id| self.cameras.counts(id).0).iter().sum()
    }
}

#[test]
fn a_camera_that_was_off_is_opened_for_it_and_closed_after_it() {
    let s = short();
    s.measure();
    until("measuring", || s.view().progress.is_some_and(|p| p > 0.0));
    assert_eq!(state(&s.session).camera.used_for, CameraUse::Pulse);
    s.wait_for(DeviceState::Off);
    s.camera(DeviceState::Off);
    assert_eq!(s.open(), 0);
    let view = s.view();
    assert_eq!(
        (view.heart_rate, view.confidence),
        (Some(66.0), Some(0.8)),
        "what was found stays to be read"
    );
    assert_eq!((view.gap, view.progress), (Some(SenseGap::LearningRest), None));
    assert!(view.reported_at.is_some());
    assert_eq!(state(&s.session).mood.seen_at, None, "the face was not read");
}

#[test]
fn a_camera_that_looks_gives_more_pictures_meanwhile_and_goes_on_as_before() {
    let s = short();
    set(&s.session, |settings| settings.look_rate = LookRate::BatterySaver);
    s.session.start_camera().unwrap();
    s.camera(DeviceState::On);
    assert_eq!(s.session.frames_per_second().unwrap(), Some(2));
    s.measure();
    until("more pictures", || s.session.frames_per_second().unwrap().is_some_and(|n| n >= 30));
    s.wait_for(DeviceState::Off);
    assert_eq!(s.view().heart_rate, Some(66.0));
    assert_eq!(s.session.frames_per_second().unwrap(), Some(2));
    let camera = state(&s.session).camera;
    assert_eq!((camera.state, camera.used_for), (DeviceState::On, CameraUse::Looking));
    assert_eq!(s.cameras.counts("left").1, 1, "opened once");
    until("the face is read", || state(&s.session).mood.seen_at.is_some());
}

#[test]
fn what_is_missing_is_said_and_no_number() {
    let s = scene(Err(SenseGap::HoldStill), 200);
    s.measure();
    until("what is missing", || s.view().gap == Some(SenseGap::HoldStill));
    s.wait_for(DeviceState::Off);
    let view = s.view();
    assert_eq!((view.gap, view.heart_rate, view.confidence), (Some(SenseGap::HoldStill), None, None));
    s.measure();
    assert_eq!(s.view().gap, None, "a new measurement");
}

#[test]
fn stopping_closes_the_camera_that_was_opened_for_it_only() {
    let s = long();
    s.measure();
    s.wait_for(DeviceState::On);
    s.session.stop_sense(Sense::CameraPulse).unwrap();
    s.wait_for(DeviceState::Off);
    assert_eq!(s.open(), 0);
    s.session.start_camera().unwrap();
    s.camera(DeviceState::On);
    s.measure();
    s.wait_for(DeviceState::On);
    s.session.stop_sense(Sense::CameraPulse).unwrap();
    s.wait_for(DeviceState::Off);
    assert_eq!(s.open(), 1, "it goes on looking");
    s.measure();
    s.session.stop_sensing().unwrap();
    s.wait_for(DeviceState::Off);
    until("closed", || s.session.has_released_devices().unwrap());
    assert_eq!(s.open(), 0);
}

#[test]
fn a_camera_that_the_listener_starts_meanwhile_stays_on() {
    let s = short();
    s.measure();
    s.wait_for(DeviceState::On);
    s.session.start_camera().unwrap();
    s.wait_for(DeviceState::Off);
    assert_eq!(state(&s.session).camera.state, DeviceState::On);
    until("the face is read", || state(&s.session).mood.seen_at.is_some());
}

#[test]
fn pausing_the_camera_ends_the_measurement() {
    let s = long();
    s.session.start_camera().unwrap();
    s.camera(DeviceState::On);
    s.measure();
    s.session.pause_camera().unwrap();
    s.wait_for(DeviceState::Off);
    assert_eq!(s.view().heart_rate, None);
}

#[test]
fn a_camera_that_goes_away_is_waited_for_and_measures_anew() {
    let s = long();
    s.measure();
    s.wait_for(DeviceState::On);
    s.cameras.unplug("left");
    s.wait_for(DeviceState::Waiting);
    assert_eq!(s.view().error.map(|e| e.code), Some(ErrorCode::CameraLost));
    s.cameras.plug("left");
    s.wait_for(DeviceState::On);
    assert_eq!(s.cameras.counts("right"), (0, 0, 0), "never another one");
}

#[test]
fn a_camera_that_hangs_or_is_absent_fails_it() {
    let s = long();
    s.measure();
    s.wait_for(DeviceState::On);
    s.cameras.hang("left");
    s.wait_for(DeviceState::Failed);
    assert_eq!(s.view().error.map(|e| e.code), Some(ErrorCode::CameraStuck));
    s.cameras.answer("left");
    s.cameras.unplug("left");
    s.cameras.unplug("right");
    until("it lets go", || s.session.has_released_devices().unwrap());
    s.measure();
    until("none", || s.view().error.is_some_and(|e| e.code == ErrorCode::CameraNone));
}

#[test]
fn another_camera_that_is_chosen_measures_anew() {
    let s = long();
    s.measure();
    s.wait_for(DeviceState::On);
    set(&s.session, |settings| settings.camera = Some("right".into()));
    until("the other one", || s.view().name.as_deref() == Some("right"));
    assert_eq!(state(&s.session).camera.used_for, CameraUse::Pulse);
    assert_eq!(s.cameras.counts("left").0, 0);
}

#[test]
fn going_away_ends_it_and_coming_back_does_not_begin_it_again() {
    let s = long();
    s.measure();
    s.wait_for(DeviceState::On);
    s.session.set_presence(Presence::Locked).unwrap();
    s.wait_for(DeviceState::Off);
    assert_eq!(s.open(), 0);
    s.session.set_presence(Presence::Unlocked).unwrap();
    assert_eq!((s.view().state, s.open()), (DeviceState::Off, 0));
    assert_eq!(state(&s.session).camera.state, DeviceState::Off);
}
