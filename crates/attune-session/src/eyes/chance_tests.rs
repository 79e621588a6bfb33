//! Cameras that another program has, and random sequences of what can happen to cameras.

use super::fault_tests::{session, set, state, until, wait_for};
use crate::Session;
use crate::view::DeviceState;
use attune_core::ErrorCode;
use attune_testkit::ScriptedCameras;
use proptest::prelude::*;

#[test]
fn a_camera_of_another_programs_comes_on_by_itself_when_it_is_free() {
    let cameras = ScriptedCameras::new(&["left", "right"]);
    cameras.take("left");
    let s = session(&cameras);
    set(&s, |settings| settings.camera = Some("left".into()));
    s.start_camera().unwrap();
    wait_for(&s, DeviceState::Waiting);
    let camera = state(&s).camera;
    assert_eq!((camera.name, camera.error.unwrap().code), (None, ErrorCode::CameraBusy));
    until("tried several times", || cameras.counts("left").2 > 3);
    assert_eq!(cameras.counts("right"), (0, 0, 0), "never another one");
    cameras.free("left");
    wait_for(&s, DeviceState::On);
    let camera = state(&s).camera;
    assert_eq!((camera.name.as_deref(), camera.error), (Some("left"), None));
}

#[test]
fn one_that_is_pulled_out_while_another_program_has_it_is_not_waited_for() {
    let cameras = ScriptedCameras::new(&["left"]);
    cameras.take("left");
    let s = session(&cameras);
    s.start_camera().unwrap();
    wait_for(&s, DeviceState::Waiting);
    cameras.unplug("left");
    wait_for(&s, DeviceState::Failed);
    assert_eq!(state(&s).camera.error.unwrap().code, ErrorCode::CameraNone);
}

#[test]
fn waiting_for_another_program_ends_with_a_pause() {
    let cameras = ScriptedCameras::new(&["left"]);
    cameras.take("left");
    let s = session(&cameras);
    s.start_camera().unwrap();
    wait_for(&s, DeviceState::Waiting);
    s.pause_camera().unwrap();
    wait_for(&s, DeviceState::Off);
    cameras.free("left");
    std::thread::sleep(std::time::Duration::from_millis(60));
    assert_eq!(cameras.counts("left").1, 0, "not opened");
}

/// What the listener, a cable or another program does.
#[derive(Debug, Clone, Copy)]
enum Step {
    Start,
    Pause,
    Choose(usize),
    Unplug(usize),
    Plug(usize),
    Take(usize),
    Free(usize),
    Rest,
}

const CAMERAS: [&str; 2] = ["left", "right"];

impl Step {
    fn happen(self, session: &Session, cameras: &ScriptedCameras) {
        match self {
            Self::Start => session.start_camera().unwrap(),
            Self::Pause => session.pause_camera().unwrap(),
            Self::Choose(which) => set(session, move |s| s.camera = Some(CAMERAS[which].into())),
            Self::Unplug(which) => cameras.unplug(CAMERAS[which]),
            Self::Plug(which) => cameras.plug(CAMERAS[which]),
            Self::Take(which) => cameras.take(CAMERAS[which]),
            Self::Free(which) => cameras.free(CAMERAS[which]),
            Self::Rest => std::thread::sleep(std::time::Duration::from_millis(4)),
        }
    }
}

fn any_step() -> impl Strategy<Value = Step> {
    let which = 0..CAMERAS.len();
    prop_oneof![
        3 => Just(Step::Start),
        2 => Just(Step::Pause),
        1 => which.clone().prop_map(Step::Choose),
        1 => which.clone().prop_map(Step::Unplug),
        1 => which.clone().prop_map(Step::Plug),
        1 => which.clone().prop_map(Step::Take),
        1 => which.prop_map(Step::Free),
        4 => Just(Step::Rest),
    ]
}

fn open(cameras: &ScriptedCameras) -> usize {
    CAMERAS.iter().map(|id| cameras.counts(id).0).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_happens_one_camera_is_open_at_most_and_a_wish_is_met_in_the_end(
        steps in proptest::collection::vec(any_step(), 1..40),
        on in any::<bool>(),
    ) {
        let cameras = ScriptedCameras::new(&CAMERAS);
        let s = session(&cameras);
        for step in steps {
            step.happen(&s, &cameras);
            prop_assert!(open(&cameras) <= 1, "{step:?}");
        }
        for id in CAMERAS {
            cameras.plug(id);
            cameras.free(id);
        }
        let wanted = if on { DeviceState::On } else { DeviceState::Off };
        until("the last wish is met", || {
            // One that failed before is asked for anew; a second wish changes nothing.
            if on { s.start_camera() } else { s.pause_camera() }.unwrap();
            state(&s).camera.state == wanted
        });
        until("and nothing else is open", || open(&cameras) == usize::from(on));
        if on {
            let chosen = s.call(|e, _| e.settings().camera.clone()).unwrap();
            let name = state(&s).camera.name;
            prop_assert!(chosen.is_none() || chosen == name, "{chosen:?}, {name:?}");
        }
        drop(s);
        until("all closed with the session", || open(&cameras) == 0);
    }
}
