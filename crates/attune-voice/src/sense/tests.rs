use super::*;
use crate::RATE;
use crate::synth::Voice;
use attune_core::ErrorCode;

/// A source that gives sound at once and then ends as it is told to, or goes on in silence.
struct Script {
    sound: VecDeque<Vec<f32>>,
    end: Option<ErrorCode>,
    endless: bool,
}

fn script(sound: &[f32], mode: SenseMode, end: Option<ErrorCode>, endless: bool) -> VoiceSource {
    let sound = sound.chunks(4_800).map(<[f32]>::to_vec).collect();
    let source = Box::new(Script { sound, end, endless });
    VoiceSource::new(source, Reader::open(None).unwrap(), mode).unwrap()
}

impl SoundSource for Script {
    fn next_event(&mut self, _: Duration) -> SoundEvent {
        match self.sound.pop_front() {
            Some(samples) => SoundEvent::Samples(samples),
            None if self.endless => SoundEvent::Samples(vec![0.0; 1_600]),
            None => SoundEvent::Ended(self.end.map(|code| AppError::new(code, "as the script says"))),
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

/// What the session is told until the end, without what tells it nothing.
fn told(source: &mut VoiceSource) -> Vec<SenseEvent> {
    let mut told = Vec::new();
    loop {
        match source.next_event(&|| Timestamp(7)) {
            SenseEvent::Quiet => {}
            end @ SenseEvent::Ended(_) => {
                told.push(end);
                return told;
            }
            event => told.push(event),
        }
    }
}

#[test]
fn a_phrase_is_a_reading_of_its_time() {
    let sound = [vec![1e-5; 16_000], Voice::default().speak(3.0), vec![0.0; 32_000]].concat();
    let told = told(&mut script(&sound, SenseMode::Along, None, false));
    let readings: Vec<_> = told.iter().filter(|e| matches!(e, SenseEvent::Reading(..))).collect();
    assert!(
        matches!(readings.as_slice(), [SenseEvent::Reading(SenseReading::Tone(_), Timestamp(7))]),
        "{told:?}"
    );
    assert!(matches!(told.last(), Some(SenseEvent::Ended(None))));
}

#[test]
fn asked_once_it_ends_after_the_first_phrase() {
    let voice = Voice::default();
    let sound = [voice.speak(3.0), vec![0.0; 32_000], voice.speak(3.0)].concat();
    let told = told(&mut script(&sound, SenseMode::Once, None, true));
    assert_eq!(told.iter().filter(|e| matches!(e, SenseEvent::Reading(..))).count(), 1, "{told:?}");
}

#[test]
fn asked_once_it_ends_after_ten_seconds_with_the_reason() {
    let mut source = script(&[], SenseMode::Once, None, true);
    let told = told(&mut source);
    assert!(source.samples as f64 <= 10.5 * f64::from(RATE));
    assert!(told.iter().any(|e| matches!(e, SenseEvent::Gap(SenseGap::Muted))), "{told:?}");
    // Whoever talks on without a pause is heard as well.
    let told = self::told(&mut script(&Voice::default().speak(14.0), SenseMode::Once, None, true));
    assert!(told.iter().any(|e| matches!(e, SenseEvent::Reading(..))), "{told:?}");
}

#[test]
fn a_muted_microphone_is_told_from_a_quiet_room() {
    let quiet = vec![1e-5; 160_000];
    let told = told(&mut script(&quiet, SenseMode::Along, None, false));
    assert!(told.iter().all(|e| !matches!(e, SenseEvent::Gap(SenseGap::Muted))), "{told:?}");
    assert!(told.iter().any(|e| matches!(e, SenseEvent::Gap(SenseGap::NoSpeech))), "{told:?}");
}

#[test]
fn a_lost_device_ends_it_with_the_reason() {
    let told = told(&mut script(&[0.1; 1_600], SenseMode::Along, Some(ErrorCode::MicrophoneLost), false));
    let Some(SenseEvent::Ended(Some(error))) = told.last() else { panic!("{told:?}") };
    assert_eq!(error.code, ErrorCode::MicrophoneLost);
}
