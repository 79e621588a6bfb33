use super::*;
use crate::RATE;
use crate::synth::{Voice, noise};
use attune_core::ErrorCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What a script does after its sound.
#[derive(Clone, Copy)]
enum Then {
    Silence,
    End,
    Fail(ErrorCode),
}

/// A source that gives sound in tenths of a second, then silence, or ends as it is told to.
struct Script {
    sound: VecDeque<Vec<f32>>,
    then: Then,
    closed: Arc<AtomicBool>,
}

impl SoundSource for Script {
    fn next_event(&mut self, _: Duration) -> SoundEvent {
        match (self.sound.pop_front(), self.then) {
            (Some(samples), _) => SoundEvent::Samples(samples),
            (None, Then::Silence) => SoundEvent::Samples(vec![0.0; 1_600]),
            (None, Then::End) => SoundEvent::Ended(None),
            (None, Then::Fail(code)) => SoundEvent::Ended(Some(AppError::new(code, "as the script says"))),
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
        self.closed.store(true, Ordering::SeqCst);
    }
}

fn source(sound: &[f32], then: Then, mode: SenseMode) -> (VoiceSource, Arc<AtomicBool>) {
    let closed = Arc::new(AtomicBool::new(false));
    let sound = sound.chunks(1_600).map(<[f32]>::to_vec).collect();
    let script = Script { sound, then, closed: Arc::clone(&closed) };
    (VoiceSource::new(Box::new(script), Reader::open(None).unwrap(), mode).unwrap(), closed)
}

/// Events that say something, up to so many waits.
fn events(source: &mut VoiceSource, waits: usize) -> Vec<SenseEvent> {
    let all = (0..waits).map(|_| source.next_event(&|| Timestamp(7)));
    all.filter(|event| !matches!(event, SenseEvent::Quiet)).collect()
}

fn room(seconds: usize) -> Vec<f32> {
    noise(seconds * 16_000).iter().map(|x| 1e-4 * *x as f32).collect()
}

#[test]
fn a_phrase_becomes_a_reading_and_dropping_closes_the_device() {
    let sound = [room(1), Voice::default().speak(3.0), room(2)].concat();
    let (mut source, closed) = source(&sound, Then::Silence, SenseMode::Along);
    let said = events(&mut source, 62);
    assert!(matches!(said[..], [SenseEvent::Reading(SenseReading::Tone(_), Timestamp(7))]), "{said:?}");
    assert_eq!((source.name(), source.id()), ("Script".to_owned(), Some("script".to_owned())));
    assert!(!closed.load(Ordering::SeqCst));
    drop(source);
    assert!(closed.load(Ordering::SeqCst));
}

#[test]
fn a_sense_that_is_asked_once_ends_with_its_reading_or_when_nothing_comes() {
    let (mut heard, _) =
        source(&[Voice::default().speak(3.0), room(2)].concat(), Then::Silence, SenseMode::Once);
    let said = events(&mut heard, 60);
    assert!(matches!(said[..2], [SenseEvent::Reading(..), SenseEvent::Ended(None)]), "{said:?}");
    let (mut quiet, _) = source(&room(20), Then::Silence, SenseMode::Once);
    let said = events(&mut quiet, 130);
    assert!(matches!(said[0], SenseEvent::Gap(SenseGap::NoSpeech)), "{said:?}");
    assert!(matches!(said.last(), Some(SenseEvent::Ended(None))), "{said:?}");
}

#[test]
fn a_muted_microphone_is_told_from_a_quiet_room() {
    let (mut muted, _) = source(&[], Then::Silence, SenseMode::Along);
    let said = events(&mut muted, 60);
    assert!(
        !said.is_empty() && said.iter().all(|e| matches!(e, SenseEvent::Gap(SenseGap::Muted))),
        "{said:?}"
    );
    let (mut quiet, _) = source(&room(6), Then::Silence, SenseMode::Along);
    assert!(matches!(events(&mut quiet, 58)[..], [SenseEvent::Gap(SenseGap::NoSpeech)]));
}

#[test]
fn the_end_of_the_source_is_told_after_what_was_being_said() {
    let (mut file, _) = source(&Voice::default().speak(3.0), Then::End, SenseMode::Along);
    let said = events(&mut file, 40);
    assert!(matches!(said[..2], [SenseEvent::Reading(..), SenseEvent::Ended(None)]), "{said:?}");
    let (mut lost, _) = source(&room(1), Then::Fail(ErrorCode::MicrophoneLost), SenseMode::Along);
    let said = events(&mut lost, 12);
    let SenseEvent::Ended(Some(error)) = &said[0] else { panic!("{said:?}") };
    assert_eq!(error.code, ErrorCode::MicrophoneLost);
}
