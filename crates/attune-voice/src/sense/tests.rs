use super::*;
use crate::RATE;
use crate::source::SoundEvent;
use crate::synth::Voice;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;

/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(30);

/// A source that gives sound at once and then ends as it is told to, or goes on in silence.
struct Script {
    sound: VecDeque<Vec<f32>>,
    end: Option<ErrorCode>,
    open: Arc<AtomicUsize>,
}

impl Script {
    fn new(sound: &[f32], end: Option<ErrorCode>, open: &Arc<AtomicUsize>) -> Box<dyn SoundSource> {
        open.fetch_add(1, Ordering::SeqCst);
        let sound = sound.chunks(48_000).map(<[f32]>::to_vec).collect();
        Box::new(Self { sound, end, open: Arc::clone(open) })
    }
}

impl SoundSource for Script {
    fn next_event(&mut self, patience: Duration) -> SoundEvent {
        if let Some(samples) = self.sound.pop_front() {
            return SoundEvent::Samples(samples);
        }
        match self.end {
            Some(code) => SoundEvent::Ended(Some(AppError::new(code, "as the script says"))),
            None => {
                thread::sleep(patience.min(Duration::from_millis(10)));
                SoundEvent::Samples(vec![0.0; 1_600])
            }
        }
    }

    fn rate(&self) -> u32 {
        RATE
    }

    fn name(&self) -> String {
        "Script".to_owned()
    }

    fn id(&self) -> Option<String> {
        Some("script".to_owned())
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        self.open.fetch_sub(1, Ordering::SeqCst);
    }
}

/// A sense over what `open` gives, and its events.
fn start(open: OpenSource) -> (VoiceSense, Receiver<VoiceEvent>) {
    let (send, events) = channel();
    let plan = VoicePlan {
        microphone: None,
        open,
        reader: Box::new(|| Reader::open(None)),
        clock: Arc::new(|| Timestamp(7)),
    };
    let sense = VoiceSense::start(plan, move |event| {
        let _ = send.send(event);
    });
    (sense.unwrap(), events)
}

fn wait(events: &Receiver<VoiceEvent>, is_it: impl Fn(&VoiceEvent) -> bool) -> VoiceEvent {
    let began = Instant::now();
    loop {
        let event = events.recv_timeout(PATIENCE.saturating_sub(began.elapsed())).unwrap();
        if is_it(&event) {
            return event;
        }
    }
}

#[test]
fn a_phrase_becomes_an_observation_and_stopping_gives_the_device_back() {
    let open = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&open);
    let sound = [vec![0.0; 16_000], Voice::default().speak(3.0)].concat();
    let (sense, events) = start(Box::new(move |id| {
        assert_eq!(id, None);
        Ok(Script::new(&sound, None, &counted))
    }));
    wait(&events, |e| matches!(e, VoiceEvent::Listening { id: Some(id), .. } if id == "script"));
    wait(&events, |e| *e == VoiceEvent::Speaking(true));
    let heard = wait(&events, |e| matches!(e, VoiceEvent::Heard { .. }));
    let observation = heard.observation().unwrap();
    assert_eq!((observation.modality, observation.at), (Modality::Voice, Timestamp(7)));
    wait(&events, |e| *e == VoiceEvent::Muted(true));
    let began = Instant::now();
    sense.stop().unwrap();
    assert!(began.elapsed() < Duration::from_secs(1));
    assert_eq!(open.load(Ordering::SeqCst), 0);
    while events.try_recv().is_ok() {}
    assert!(events.recv_timeout(Duration::from_millis(200)).is_err(), "nothing comes after the end");
}

#[test]
fn letting_go_of_the_button_reads_what_was_said() {
    let open = Arc::new(AtomicUsize::new(0));
    let sound = Voice::default().speak(3.0);
    let (sense, events) = start(Box::new(move |_| Ok(Script::new(&sound, None, &open))));
    wait(&events, |e| *e == VoiceEvent::Speaking(true));
    sense.finish();
    assert!(wait(&events, |e| matches!(e, VoiceEvent::Heard { .. })).observation().is_some());
}

#[test]
fn a_lost_device_and_no_other_is_waited_for() {
    let open = Arc::new(AtomicUsize::new(0));
    let asked = Arc::new(Mutex::new(Vec::new()));
    let ids = Arc::clone(&asked);
    let (_sense, events) = start(Box::new(move |id| {
        let mut ids = ids.lock().unwrap();
        ids.push(id.map(str::to_owned));
        match ids.len() {
            1 => Ok(Script::new(&[0.1; 1_600], Some(ErrorCode::MicrophoneLost), &open)),
            2 => Err(AppError::new(ErrorCode::MicrophoneNone, "not yet")),
            _ => Ok(Script::new(&[], None, &open)),
        }
    }));
    wait(&events, |e| matches!(e, VoiceEvent::Lost(error) if error.code == ErrorCode::MicrophoneLost));
    wait(&events, |e| matches!(e, VoiceEvent::Listening { .. }));
    let script = Some("script".to_owned());
    assert_eq!(*asked.lock().unwrap(), [None, script.clone(), script]);
}

#[test]
fn what_cannot_be_opened_ends_the_sense_with_its_reason() {
    for code in [ErrorCode::MicrophoneNone, ErrorCode::MicrophoneDenied, ErrorCode::MicrophoneBusy] {
        let (sense, events) = start(Box::new(move |_| Err(AppError::new(code, "no"))));
        wait(&events, |e| matches!(e, VoiceEvent::Ended(Some(error)) if error.code == code));
        sense.stop().unwrap();
    }
    let (send, events) = channel();
    let plan = VoicePlan {
        microphone: None,
        open: Box::new(|_| unreachable!("without a network nothing is opened")),
        reader: Box::new(|| Err(VoiceError::Model { detail: "gone".to_owned() })),
        clock: Arc::new(|| Timestamp(0)),
    };
    let _sense = VoiceSense::start(plan, move |event| send.send(event).unwrap()).unwrap();
    wait(&events, |e| matches!(e, VoiceEvent::Ended(Some(error)) if error.code == ErrorCode::VoiceModel));
}
