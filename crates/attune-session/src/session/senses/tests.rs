//! Microphones and straps that are switched on and off, pulled out, that hang, and while the listener is away.

use crate::eyes::fault_tests::{session_that_listens, session_with, set, state, until};
use crate::view::{DeviceState, SenseView};
use crate::{Presence, SensePorts, Session};
use attune_core::{
    Affect, AffectEstimate, ErrorCode, HeartRate, Modality, Sense, SenseGap, SenseMode, SenseReading,
    Timestamp,
};
use attune_testkit::{Reported, ScriptedCameras, ScriptedSenses};
use proptest::prelude::*;
use std::sync::Arc;

struct Scene {
    session: Session,
    microphones: ScriptedSenses,
    straps: ScriptedSenses,
}

fn scene() -> Scene {
    scene_of(|senses| session_with(&ScriptedCameras::new(&["camera"]), senses, 50))
}

fn scene_of(start: impl FnOnce(SensePorts) -> Session) -> Scene {
    let microphones = ScriptedSenses::new(&["desk", "headset"], ErrorCode::MicrophoneLost);
    let straps = ScriptedSenses::new(&["chest"], ErrorCode::StrapLost);
    let (voice, pulse) = (microphones.clone(), straps.clone());
    let open_device = Arc::new(move |sense, mode, id: Option<String>| match sense {
        Sense::Voice => voice.open(id.as_deref(), mode),
        Sense::Pulse => pulse.open(id.as_deref(), mode),
        Sense::CameraPulse => unreachable!("it has no device of its own"),
    });
    let session = start(SensePorts { open_device, ..SensePorts::none() });
    Scene { session, microphones, straps }
}

impl Scene {
    fn view(&self, sense: Sense) -> SenseView {
        state(&self.session).senses[sense as usize].clone()
    }

    fn wait_for(&self, sense: Sense, wanted: DeviceState) {
        until(&format!("{sense:?} {wanted:?}"), || self.view(sense).state == wanted);
    }

    fn start(&self, sense: Sense, mode: SenseMode) {
        self.session.start_sense(sense, mode).unwrap();
        self.wait_for(sense, DeviceState::On);
    }

    fn open_devices(&self) -> usize {
        ["desk", "headset"].map(|id| self.microphones.devices().counts(id).0).iter().sum::<usize>()
            + self.straps.devices().counts("chest").0
    }
}

fn lively() -> SenseReading {
    SenseReading::Tone(AffectEstimate::with_sd(Affect::new(0.3, 0.7), 0.2))
}

#[test]
fn nothing_is_open_until_it_is_asked_for_and_after_it_was_switched_off() {
    let s = scene();
    assert_eq!(s.open_devices(), 0);
    s.start(Sense::Voice, SenseMode::Along);
    assert_eq!(s.view(Sense::Voice).name.as_deref(), Some("desk"));
    assert_eq!(s.view(Sense::Pulse).state, DeviceState::Off);
    s.start(Sense::Pulse, SenseMode::Along);
    s.session.start_camera().unwrap();
    s.session.stop_sensing().unwrap();
    s.wait_for(Sense::Voice, DeviceState::Off);
    s.wait_for(Sense::Pulse, DeviceState::Off);
    until("all closed", || s.session.has_released_devices().unwrap());
    assert_eq!(s.open_devices(), 0);
}

#[test]
fn a_voice_moves_the_mood_and_the_history_names_it() {
    let s = scene();
    s.start(Sense::Voice, SenseMode::Along);
    (0..3).for_each(|_| s.microphones.report(Reported::Reading(lively())));
    until("the mood", || state(&s.session).mood.estimate.mean.arousal > 0.3);
    assert_eq!(state(&s.session).mood.source, Some(Modality::Voice));
    let view = s.view(Sense::Voice);
    assert!(view.tone.is_some() && view.reported_at.is_some(), "{view:?}");
    let entries = s.session.call(|e, now| e.history(Timestamp(0), now)).unwrap().unwrap();
    assert_eq!(entries.last().map(|e| e.source), Some(Modality::Voice));
}

#[test]
fn asked_once_it_closes_after_its_answer_which_stays() {
    let s = scene();
    s.start(Sense::Voice, SenseMode::Once);
    s.microphones.report(Reported::Reading(lively()));
    s.wait_for(Sense::Voice, DeviceState::Off);
    assert!(s.view(Sense::Voice).tone.is_some());
    assert_eq!(s.open_devices(), 0);
    s.start(Sense::Voice, SenseMode::Once);
    assert_eq!(s.view(Sense::Voice).tone, None, "a new question");
    s.microphones.report(Reported::Gap(SenseGap::TooNoisy));
    s.wait_for(Sense::Voice, DeviceState::Off);
    assert_eq!(s.view(Sense::Voice).gap, Some(SenseGap::TooNoisy));
}

#[test]
fn why_nothing_is_heard_is_said_and_taken_back() {
    let s = scene();
    s.start(Sense::Voice, SenseMode::Along);
    s.microphones.report(Reported::Gap(SenseGap::Music));
    until("music", || s.view(Sense::Voice).gap == Some(SenseGap::Music));
    s.microphones.report(Reported::Reading(lively()));
    until("heard", || s.view(Sense::Voice).gap.is_none());
    assert!(state(&s.session).mood.seen_at.is_some());
}

#[test]
fn a_strap_shows_its_rate_at_once_and_speaks_of_the_mood_later() {
    let s = scene();
    s.start(Sense::Pulse, SenseMode::Along);
    let rate = HeartRate::new(72.0).unwrap();
    s.straps.report(Reported::Reading(SenseReading::HeartRate(rate)));
    until("the rate", || s.view(Sense::Pulse).heart_rate == Some(72.0));
    assert_eq!(s.view(Sense::Pulse).gap, Some(SenseGap::LearningRest));
    assert_eq!(state(&s.session).mood.seen_at, None);
    s.straps.report(Reported::Gap(SenseGap::NoContact));
    until("no rate without contact", || s.view(Sense::Pulse).heart_rate.is_none());
}

#[test]
fn a_straps_battery_is_shown_while_it_is_connected() {
    let s = scene();
    s.start(Sense::Pulse, SenseMode::Along);
    s.straps.report(Reported::Battery(83));
    until("the charge", || s.view(Sense::Pulse).battery == Some(83));
    s.straps.report(Reported::Gap(SenseGap::NoContact));
    until("no contact", || s.view(Sense::Pulse).gap.is_some());
    assert_eq!(s.view(Sense::Pulse).battery, Some(83), "it is no less full for that");
    s.straps.devices().unplug("chest");
    s.wait_for(Sense::Pulse, DeviceState::Waiting);
    assert_eq!(s.view(Sense::Pulse).battery, None);
}

#[test]
fn a_lost_device_is_waited_for_and_no_other_is_opened() {
    let s = scene();
    s.start(Sense::Voice, SenseMode::Along);
    s.microphones.devices().unplug("desk");
    s.wait_for(Sense::Voice, DeviceState::Waiting);
    let view = s.view(Sense::Voice);
    assert_eq!(view.name.as_deref(), Some("desk"));
    assert_eq!(view.error.map(|e| e.code), Some(ErrorCode::MicrophoneLost));
    assert_eq!(s.microphones.devices().counts("headset"), (0, 0, 0));
    s.microphones.devices().plug("desk");
    s.wait_for(Sense::Voice, DeviceState::On);
}

#[test]
fn another_microphone_takes_the_place_of_the_one_that_is_on() {
    let s = scene();
    s.start(Sense::Voice, SenseMode::Along);
    set(&s.session, |settings| settings.microphone = Some("headset".into()));
    until("the other one", || s.view(Sense::Voice).name.as_deref() == Some("headset"));
    assert_eq!(s.microphones.devices().counts("desk").0, 0);
}

#[test]
fn a_device_that_hangs_is_left_behind_and_does_not_stop_the_end() {
    let s = scene();
    s.start(Sense::Voice, SenseMode::Along);
    s.microphones.devices().hang("desk");
    s.wait_for(Sense::Voice, DeviceState::Failed);
    assert_eq!(s.view(Sense::Voice).error.map(|e| e.code), Some(ErrorCode::MicrophoneStuck));
    assert!(!s.session.has_released_devices().unwrap());
    s.microphones.devices().answer("desk");
    until("it lets go", || s.session.has_released_devices().unwrap());
}

#[test]
fn a_microphone_whose_network_takes_its_time_is_not_called_stuck() {
    let s = scene_of(session_that_listens);
    let devices =
        [(Sense::Voice, s.microphones.devices(), "desk"), (Sense::Pulse, s.straps.devices(), "chest")];
    for (sense, devices, id) in devices {
        s.start(sense, SenseMode::Along);
        devices.hang(id);
        until("a call that lasts", || devices.caught(id));
    }
    // The microphone's has lasted as long as it takes to give up on a strap, and longer.
    s.wait_for(Sense::Pulse, DeviceState::Failed);
    assert_eq!(s.view(Sense::Voice).state, DeviceState::On);
    s.microphones.devices().answer("desk");
    s.microphones.devices().unplug("desk");
    s.wait_for(Sense::Voice, DeviceState::Waiting);
}

#[test]
fn senses_close_while_the_listener_is_away_and_come_back_only_if_they_were_on() {
    let s = scene();
    s.start(Sense::Voice, SenseMode::Along);
    s.session.set_presence(Presence::Locked).unwrap();
    s.wait_for(Sense::Voice, DeviceState::Away);
    assert_eq!(s.open_devices(), 0);
    s.session.set_presence(Presence::Unlocked).unwrap();
    s.wait_for(Sense::Voice, DeviceState::On);
    assert!(s.view(Sense::Voice).reopened);
    assert_eq!(s.view(Sense::Pulse).state, DeviceState::Off);
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Start(Sense, SenseMode),
    Stop(Sense),
    StopAll,
    Away(bool),
    Report,
    Unplug,
    Plug,
}

fn step() -> impl Strategy<Value = Step> {
    let sense = prop_oneof![Just(Sense::Voice), Just(Sense::Pulse)];
    let mode = prop_oneof![Just(SenseMode::Once), Just(SenseMode::Along)];
    prop_oneof![
        (sense.clone(), mode).prop_map(|(s, m)| Step::Start(s, m)),
        sense.prop_map(Step::Stop),
        Just(Step::StopAll),
        any::<bool>().prop_map(Step::Away),
        Just(Step::Report),
        Just(Step::Unplug),
        Just(Step::Plug),
    ]
}

impl Scene {
    fn take(&self, step: Step) {
        match step {
            Step::Start(sense, mode) => self.session.start_sense(sense, mode).unwrap(),
            Step::Stop(sense) => self.session.stop_sense(sense).unwrap(),
            Step::StopAll => self.session.stop_sensing().unwrap(),
            Step::Away(true) => self.session.set_presence(Presence::Locked).unwrap(),
            Step::Away(false) => self.session.set_presence(Presence::Unlocked).unwrap(),
            Step::Report => self.microphones.report(Reported::Reading(lively())),
            Step::Unplug => self.microphones.devices().unplug("desk"),
            Step::Plug => self.microphones.devices().plug("desk"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_happened_switching_off_closes_everything(steps in proptest::collection::vec(step(), 1..20)) {
        let s = scene();
        for step in steps {
            s.take(step);
        }
        s.session.stop_sensing().unwrap();
        for sense in Sense::ALL {
            until("off or failed", || matches!(s.view(sense).state, DeviceState::Off | DeviceState::Failed));
        }
        until("closed", || s.session.has_released_devices().unwrap());
        prop_assert_eq!(s.open_devices(), 0);
        for id in ["desk", "headset"] {
            prop_assert!(s.microphones.devices().counts(id).0 <= 1);
        }
    }
}
