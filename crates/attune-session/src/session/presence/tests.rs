use super::Presence::{self, Asleep, Awake, Background, Foreground, LidOpen, LidShut, Locked, Unlocked};
use crate::Session;
use crate::eyes::fault_tests::{session, set, state, until, wait_for};
use crate::view::DeviceState;
use attune_testkit::ScriptedCameras;

fn watching(cameras: &ScriptedCameras) -> Session {
    let s = session(cameras);
    s.start_camera().unwrap();
    wait_for(&s, DeviceState::On);
    s
}

fn notify_all(s: &Session, all: &[Presence]) {
    for presence in all {
        notify(s, *presence);
    }
}

fn notify(s: &Session, presence: Presence) {
    s.set_presence(presence).unwrap();
}

#[test]
fn away_closes_the_camera_and_back_opens_it_and_says_so() {
    for (leave, come) in [(Locked, Unlocked), (Asleep, Awake), (LidShut, LidOpen), (Background, Foreground)] {
        let cameras = ScriptedCameras::new(&["left"]);
        let s = watching(&cameras);
        assert!(!state(&s).camera.reopened && !s.has_released_devices().unwrap());
        notify(&s, leave);
        wait_for(&s, DeviceState::Away);
        assert_eq!(cameras.counts("left").0, 0, "closed, not only ignored");
        until("released", || s.has_released_devices().unwrap());
        notify(&s, come);
        wait_for(&s, DeviceState::On);
        assert!(state(&s).camera.reopened, "{come:?}");
        s.pause_camera().unwrap();
        wait_for(&s, DeviceState::Off);
        assert!(!state(&s).camera.reopened);
    }
}

#[test]
fn a_camera_that_was_off_stays_off() {
    let cameras = ScriptedCameras::new(&["left"]);
    let s = session(&cameras);
    notify_all(&s, &[Locked, Asleep, Awake, Unlocked]);
    assert_eq!(state(&s).camera.state, DeviceState::Off);
    assert_eq!(cameras.counts("left").1, 0, "never opened");
}

#[test]
fn all_of_them_must_be_over() {
    let cameras = ScriptedCameras::new(&["left"]);
    let s = watching(&cameras);
    notify_all(&s, &[LidShut, Asleep, Locked]);
    wait_for(&s, DeviceState::Away);
    for presence in [Awake, LidOpen] {
        notify(&s, presence);
        assert_eq!(state(&s).camera.state, DeviceState::Away, "{presence:?}");
    }
    notify(&s, Unlocked);
    wait_for(&s, DeviceState::On);
    assert_eq!(cameras.counts("left").1, 2);
}

#[test]
fn what_the_listener_does_by_hand_comes_first() {
    let cameras = ScriptedCameras::new(&["left"]);
    let s = watching(&cameras);
    notify(&s, Locked);
    wait_for(&s, DeviceState::Away);
    s.pause_camera().unwrap();
    assert_eq!(state(&s).camera.state, DeviceState::Off);
    notify(&s, Unlocked);
    assert_eq!(state(&s).camera.state, DeviceState::Off);
    notify(&s, Locked);
    s.start_camera().unwrap();
    wait_for(&s, DeviceState::On);
    notify(&s, Unlocked);
    assert!(!state(&s).camera.reopened, "it was not opened by itself");
    assert_eq!(cameras.counts("left").1, 2);
}

#[test]
fn coming_back_while_it_closes_opens_it_again() {
    let cameras = ScriptedCameras::new(&["left"]);
    let s = watching(&cameras);
    for _ in 0..10 {
        notify(&s, Locked);
        notify(&s, Unlocked);
    }
    until("opened again", || state(&s).camera.reopened && state(&s).camera.state == DeviceState::On);
    assert_eq!(cameras.counts("left").0, 1);
}

#[test]
fn the_setting_switches_it_off() {
    let cameras = ScriptedCameras::new(&["left"]);
    let s = watching(&cameras);
    set(&s, |settings| settings.close_camera_when_away = false);
    notify_all(&s, &[Locked, Asleep]);
    assert_eq!(state(&s).camera.state, DeviceState::On);
    notify_all(&s, &[Awake, Unlocked]);
    assert_eq!(cameras.counts("left"), (1, 1, 0));
    notify(&s, Background);
    wait_for(&s, DeviceState::Away);
    notify(&s, Foreground);
    wait_for(&s, DeviceState::On);
}
