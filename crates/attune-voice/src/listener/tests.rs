use super::*;
use crate::synth::{self, Voice};
use crate::{Hearing, Unheard};

fn hear(rate: u32, samples: &[f32]) -> Vec<Hearing> {
    let mut listener = Listener::new(Reader::open(None).unwrap(), rate).unwrap();
    let mut heard = Vec::new();
    for block in samples.chunks(1_600) {
        heard.extend(listener.push(block).unwrap());
    }
    heard.extend(listener.finish().unwrap());
    heard
}

fn pause(seconds: f64) -> Vec<f32> {
    synth::noise((seconds * f64::from(RATE)) as usize).iter().map(|x| 1e-4 * *x as f32).collect()
}

fn reasons(heard: &[Hearing]) -> Vec<Option<Unheard>> {
    heard.iter().map(|h| h.outcome.err()).collect()
}

#[test]
fn phrases_of_a_voice_are_read_one_by_one() {
    let voice = Voice::default();
    let sound = [pause(1.0), voice.speak(3.0), pause(1.5), voice.speak(4.0), pause(1.0)].concat();
    let heard = hear(RATE, &sound);
    assert_eq!(reasons(&heard), [None, None], "{heard:?}");
    assert!((heard[0].end_s - 4.6).abs() < 0.4 && (heard[1].end_s - 10.1).abs() < 0.5, "{heard:?}");
    let speech = heard[0].measures.unwrap().speech_s;
    assert!((2.4..=3.3).contains(&speech), "{speech}");
}

#[test]
fn silence_and_a_single_word_are_no_tone() {
    assert_eq!(reasons(&hear(RATE, &pause(6.0))), [Some(Unheard::NoSpeech)]);
    assert_eq!(reasons(&hear(RATE, &[0.0; 3_000])), [Some(Unheard::NoSpeech)]);
    let word = [pause(1.0), Voice::default().speak(0.9), pause(2.5)].concat();
    assert_eq!(reasons(&hear(RATE, &word)), [Some(Unheard::TooShort)]);
}

#[test]
fn a_noisy_room_is_told_from_a_quiet_one() {
    let speech = [vec![0.0; 16_000], Voice::default().speak(3.0), vec![0.0; 16_000]].concat();
    let with_noise = |level: f32| {
        let noise = synth::noise(speech.len());
        hear(RATE, &speech.iter().zip(noise).map(|(x, n)| x + level * n as f32).collect::<Vec<_>>())
    };
    assert_eq!(reasons(&with_noise(0.001)), [None]);
    let loud = reasons(&with_noise(0.2));
    assert!(loud.iter().all(Option::is_some), "{loud:?}");
}

#[test]
fn an_overloaded_microphone_is_said() {
    let speech = [pause(1.0), Voice::default().speak(3.0), pause(1.0)].concat();
    let loud: Vec<f32> = speech.iter().map(|x| (x * 15.0).clamp(-1.0, 1.0)).collect();
    assert_eq!(reasons(&hear(RATE, &loud)), [Some(Unheard::Clipped)]);
}

#[test]
fn two_voices_that_take_turns_are_said() {
    let (low, high) =
        (Voice { pitch: 105.0, range: 0.06, rate: 4.0 }, Voice { pitch: 235.0, range: 0.06, rate: 4.0 });
    let turns: Vec<f32> =
        (0..6).flat_map(|i| if i % 2 == 0 { low.speak(1.0) } else { high.speak(1.0) }).collect();
    let heard = hear(RATE, &[pause(1.0), turns, pause(1.0)].concat());
    assert_eq!(reasons(&heard), [Some(Unheard::SeveralVoices)], "{heard:?}");
}

#[test]
fn the_rate_of_the_microphone_makes_little_difference() {
    let sound = [pause(1.0), Voice::default().speak(3.0), pause(1.0)].concat();
    let faster: Vec<f32> = sound
        .windows(2)
        .flat_map(|two| [0.0, 1.0 / 3.0, 2.0 / 3.0].map(|share| two[0] + share * (two[1] - two[0])))
        .collect();
    let (own, other) = (hear(RATE, &sound), hear(48_000, &faster));
    let (own, other) = (own[0].outcome.unwrap(), other[0].outcome.unwrap());
    assert!((own.high_arousal - other.high_arousal).abs() < 0.1, "{own:?} {other:?}");
}

#[test]
fn a_voice_that_the_loudspeaker_plays_is_not_the_listeners() {
    const LATE: usize = 3_000;
    let film = Voice { pitch: 200.0, range: 0.3, rate: 5.0 };
    let played = [film.speak(16.0), vec![0.0; 6 * 16_000]].concat();
    let own = [vec![0.0; 17 * 16_000], Voice::default().speak(3.0), vec![0.0; 2 * 16_000]].concat();
    let room = pause(22.0);
    let echo = |n: usize| n.checked_sub(LATE).map_or(0.0, |n| 0.5 * played[n]);
    let sound: Vec<f32> = (0..own.len()).map(|n| own[n] + echo(n) + room[n]).collect();

    let told =
        |heard: &[Hearing]| heard.iter().filter(|h| h.outcome.is_ok()).map(|h| h.end_s).collect::<Vec<_>>();
    // The first seconds, in which nothing is known yet, are left aside.
    let film_is_read = |ends: &[f64]| ends.iter().any(|end| (10.0..17.0).contains(end));
    let mut listener = Listener::new(Reader::open(None).unwrap(), RATE).unwrap();
    let mut heard = Vec::new();
    for (sound, played) in sound.chunks(1_600).zip(played.chunks(1_600)) {
        heard.extend(listener.push_over(sound, played, RATE).unwrap());
    }
    heard.extend(listener.finish().unwrap());
    let (knowing, not) = (told(&heard), told(&hear(RATE, &sound)));
    assert!(film_is_read(&not), "it is taken for somebody where nobody knows what is played: {not:?}");
    assert!(!film_is_read(&knowing), "{heard:?}");
    assert!(knowing.last().is_some_and(|end| *end > 19.0), "the listener is heard: {heard:?}");
}
