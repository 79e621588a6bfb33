//! A microphone that hears the loudspeaker: what Attune plays itself is not taken for a voice, and a voice is heard over it.

use std::{fs, path::PathBuf, thread::sleep, time::Duration};

use attune_audio::synth::wav;
use attune_voice::synth::Voice;

use crate::{
    launch::Launch,
    playing::{heard_by, loudest},
    senses::{play, plug, voice_is},
    server::{Recorder, Server},
    window::Window,
};

/// How far the voice stands above the music, in dB of the power of its speech.
const ABOVE: f32 = 10.0;
/// Seconds in which the music alone must move nothing.
const ALONE: usize = 20;
/// How often the voice speaks until it must have been answered.
const ATTEMPTS: usize = 6;
/// How often the output may run empty while the music is alone: from then on the machine is too busy to tell anything.
const GAPS: usize = 3;

/// The last seconds of a recording at 44.1 kHz, interleaved.
fn last(recorder: &Recorder, seconds: usize) -> Vec<f32> {
    let samples = recorder.so_far();
    samples[samples.len().saturating_sub(seconds * 2 * 44_100)..].to_vec()
}

fn power(samples: &[f32]) -> f32 {
    samples.iter().map(|x| x * x).sum::<f32>() / samples.len() as f32
}

/// How often a recording of music is silent to the last bit, for a millisecond and a half or more: the output ran empty.
fn gaps(samples: &[f32]) -> usize {
    samples
        .chunk_by(|a, b| (*a == 0.0) == (*b == 0.0))
        .filter(|run| run[0] == 0.0 && run.len() >= 128)
        .count()
}

/// The made-up voice with this power while it speaks, between pauses that end a phrase.
fn voice_of(server: &Server, wanted: f32) -> PathBuf {
    let speech = Voice::default().speak(5.0);
    let gain = (wanted / power(&speech)).sqrt();
    let loud: Vec<f32> = speech.iter().map(|x| x * gain).collect();
    assert!(loudest(&loud) < 0.9, "the voice would be overloaded");
    let pause = vec![0.0; 32_000];
    let file = server.path().join("over.wav");
    fs::write(&file, wav(&[[&pause[..], &loud, &pause].concat()], 16_000)).unwrap();
    file
}

/// Turns down the only program that plays.
fn turn_down(server: &Server) {
    let list = server.command("pactl").args(["list", "short", "sink-inputs"]).output().unwrap();
    let list = String::from_utf8_lossy(&list.stdout);
    server.control(&["set-sink-input-volume", list.split_whitespace().next().unwrap(), "0.3"]);
}

/// From the first start to a soundscape that is heard, and a microphone that listens along.
async fn play_and_listen(sound: &Server, recorder: &Recorder, window: &Window) {
    window.click("first-start-next").await;
    window.click("first-soundscapes").await;
    window.until("it is heard", async || loudest(&recorder.so_far()) > 0.01).await;
    window.gone("first-start").await;
    turn_down(sound);
    window.click("voice-along").await;
    window.click("sense-explanation-accept").await;
    voice_is(window, "on").await;
}

/// Whether a voice over music of that power is answered, at the first or a later attempt.
async fn is_answered(sound: &Server, music: f32, window: &Window) -> bool {
    let speech = voice_of(sound, music * 10_f32.powf(ABOVE / 10.0));
    for attempt in 1..=ATTEMPTS {
        play(sound, "one", &speech);
        let said = window.text("voice-state").await;
        println!("attempt {attempt}, music at {:.0} dB: {said}", 10.0 * music.log10());
        if said.contains("you sounded") {
            return true;
        }
    }
    false
}

#[test]
fn a_voice_is_heard_over_our_own_music_and_the_music_alone_is_not() {
    let Some(sound) = Server::start() else { return };
    plug(&sound, "one");
    let data = tempfile::tempdir().unwrap();
    let recorder = sound.record("one");
    let launch = heard_by(&sound, Launch::on(data.path(), "voice-over-music")).not_greeted();
    launch.run(async |window| {
        play_and_listen(&sound, &recorder, window).await;
        let before = window.dot().await;
        for _ in 0..ALONE {
            sleep(Duration::from_secs(1));
            let said = window.text("voice-state").await;
            assert!(!said.contains("you sounded"), "{said}");
        }
        assert_eq!(window.dot().await, before, "the music alone moves nothing");

        let music = last(&recorder, ALONE);
        let gaps = gaps(&music);
        let answered = is_answered(&sound, power(&music), window).await;
        println!("answered: {answered}; the output ran empty {gaps} times in {ALONE} s before");
        if !answered && gaps > GAPS {
            println!("skipped: the output runs empty all the time on a machine as busy as this one");
            return;
        }
        assert!(answered, "{ATTEMPTS} times no answer");
        window.until("the mood moves", async || window.dot().await != before).await;
        window.picture("voice-over-music").await;
    });
}
