use super::Presence::{self, Asleep, Awake, Background, Foreground, LidOpen, LidShut, Locked, Unlocked};
use crate::Session;
use crate::eyes::fault_tests::{session, set, state, until, wait_for};
use crate::view::CameraState;
use attune_testkit::ScriptedCameras;

fn watching(cameras: &ScriptedCameras) -> Session {
    let s = session(cameras);
    s.start_camera().unwrap();
    wait_for(&s, CameraState::Watching);
    s
}

fn tell_all(s: &Session, all: &[Presence]) {
    for presence in all {
        tell(s, *presence);
    }
}

fn tell(s: &Session, presence: Presence) {
    s.set_presence(presence).unwrap();
}

#[test]
fn away_closes_the_camera_and_back_opens_it_and_says_so() {
    for (leave, come) in [(Locked, Unlocked), (Asleep, Awake), (LidShut, LidOpen), (Background, Foreground)] {
        let cameras = ScriptedCameras::new(&["left"]);
        let s = watching(&cameras);
        assert!(!state(&s).camera.reopened && !s.has_released_devices().unwrap());
        tell(&s, leave);
        wait_for(&s, CameraState::Away);
        assert_eq!(cameras.counts("left").0, 0, "closed, not only ignored");
        until("released", || s.has_released_devices().unwrap());
        tell(&s, come);
        wait_for(&s, CameraState::Watching);
        assert!(state(&s).camera.reopened, "{come:?}");
        s.pause_camera().unwrap();
        wait_for(&s, CameraState::Off);
        assert!(!state(&s).camera.reopened);
    }
}

#[test]
fn a_camera_that_was_off_stays_off() {
    let cameras = ScriptedCameras::new(&["left"]);
    let s = session(&cameras);
    tell_all(&s, &[Locked, Asleep, Awake, Unlocked]);
    assert_eq!(state(&s).camera.state, CameraState::Off);
    assert_eq!(cameras.counts("left").1, 0, "never opened");
}

#[test]
fn all_of_them_must_be_over() {
    let cameras = ScriptedCameras::new(&["left"]);
    let s = watching(&cameras);
    tell_all(&s, &[LidShut, Asleep, Locked]);
    wait_for(&s, CameraState::Away);
    for presence in [Awake, LidOpen] {
        tell(&s, presence);
        assert_eq!(state(&s).camera.state, CameraState::Away, "{presence:?}");
    }
    tell(&s, Unlocked);
    wait_for(&s, CameraState::Watching);
    assert_eq!(cameras.counts("left").1, 2);
}

#[test]
fn what_the_listener_does_by_hand_comes_first() {
    let cameras = ScriptedCameras::new(&["left"]);
    let s = watching(&cameras);
    tell(&s, Locked);
    wait_for(&s, CameraState::Away);
    s.pause_camera().unwrap();
    assert_eq!(state(&s).camera.state, CameraState::Off);
    tell(&s, Unlocked);
    assert_eq!(state(&s).camera.state, CameraState::Off);
    tell(&s, Locked);
    s.start_camera().unwrap();
    wait_for(&s, CameraState::Watching);
    tell(&s, Unlocked);
    assert!(!state(&s).camera.reopened, "it was not opened by itself");
    assert_eq!(cameras.counts("left").1, 2);
}

#[test]
fn coming_back_while_it_closes_opens_it_again() {
    let cameras = ScriptedCameras::new(&["left"]);
    let s = watching(&cameras);
    for _ in 0..10 {
        tell(&s, Locked);
        tell(&s, Unlocked);
    }
    until("opened again", || state(&s).camera.reopened && state(&s).camera.state == CameraState::Watching);
    assert_eq!(cameras.counts("left").0, 1);
}

#[test]
fn the_setting_switches_it_off() {
    let cameras = ScriptedCameras::new(&["left"]);
    let s = watching(&cameras);
    set(&s, |settings| settings.close_camera_when_away = false);
    tell_all(&s, &[Locked, Asleep]);
    assert_eq!(state(&s).camera.state, CameraState::Watching);
    tell_all(&s, &[Awake, Unlocked]);
    assert_eq!(cameras.counts("left"), (1, 1, 0));
    tell(&s, Background);
    wait_for(&s, CameraState::Away);
    tell(&s, Foreground);
    wait_for(&s, CameraState::Watching);
}
