//! The senses beside the camera: what is said into a microphone moves the mood, music alone does not, and a pulse is
//! measured where there is one.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use attune_audio::synth::wav;
use attune_core::Affect;
use attune_soundscape::{FRAME_RATE, Request, Source, Stream};
use attune_testkit::bluez::BluezBus;
use attune_voice::synth::Voice;

use crate::{launch::Launch, playing::heard_by, pulsing, server::Server, window::Window};

/// Makes the microphone `mic`, the system's default, out of what is played into an output.
pub(crate) fn plug(server: &Server, output: &str) {
    let master = format!("master={output}.monitor");
    server.control(&["load-module", "module-remap-source", &master, "source_name=mic"]);
    server.control(&["set-default-source", "mic"]);
}

fn unplug(server: &Server) {
    server.control(&["unload-module", "module-remap-source"]);
}

/// Plays a file into an output, and comes back at its end.
pub(crate) fn play(server: &Server, output: &str, file: &PathBuf) {
    let played = server.command("paplay").arg(format!("--device={output}")).arg(file).status().unwrap();
    assert!(played.success());
}

fn speech(server: &Server) -> PathBuf {
    let file = server.path().join("speech.wav");
    fs::write(&file, wav(&[Voice::default().speak(4.0)], 16_000)).unwrap();
    file
}

fn music(server: &Server) -> PathBuf {
    let mut samples = vec![0.0; 2 * 12 * FRAME_RATE as usize];
    Stream::new(&Request::new(5, Affect::new(0.4, 0.6))).read(&mut samples);
    let side = |n: usize| samples.iter().skip(n).step_by(2).copied().collect::<Vec<f32>>();
    let file = server.path().join("music.wav");
    fs::write(&file, wav(&[side(0), side(1)], FRAME_RATE)).unwrap();
    file
}

/// How many programs record from the server's microphone.
fn recording(server: &Server) -> usize {
    let list = server.command("pactl").args(["list", "short", "source-outputs"]).output().unwrap();
    // The microphone itself records from its output.
    String::from_utf8_lossy(&list.stdout).lines().filter(|line| line.contains("protocol-native")).count()
}

pub(crate) async fn voice_is(window: &Window, state: &str) {
    let what = format!("the microphone is {state}");
    window.until(&what, async || window.attribute("voice-state", "data-state").await == state).await;
}

#[test]
fn what_is_said_moves_the_mood_and_music_alone_does_not() {
    let Some(sound) = Server::start() else { return };
    plug(&sound, "two");
    let (speech, music) = (speech(&sound), music(&sound));
    let data = tempfile::tempdir().unwrap();
    heard_by(&sound, Launch::on(data.path(), "senses")).run(async |window| {
        assert_eq!(recording(&sound), 0, "nothing listens until it is asked for");
        window.click("voice-along").await;
        window.picture("sense-explanation").await;
        window.click("sense-explanation-accept").await;
        voice_is(window, "on").await;
        let said = async || window.text("voice-state").await;

        let before = window.dot().await;
        play(&sound, "two", &music);
        assert!(!said().await.contains("you sounded"), "{}", said().await);
        assert_eq!(window.dot().await, before);

        // What follows music without a pause is one phrase with it and not read, as with people: they speak again.
        let speaks = async || {
            play(&sound, "two", &speech);
            said().await.contains("you sounded")
        };
        window.until("the tone is told", speaks).await;
        window.until("the mood moves", async || window.dot().await != before).await;
        window.picture("voice").await;

        unplug(&sound);
        voice_is(window, "waiting").await;
        plug(&sound, "two");
        voice_is(window, "on").await;

        let pressed = Instant::now();
        window.click("voice-stop").await;
        voice_is(window, "off").await;
        window.until("the device is given back", async || recording(&sound) == 0).await;
        println!("the microphone was given back {:.1} s after the press", pressed.elapsed().as_secs_f64());
    });
}

#[test]
fn saying_it_once_closes_the_microphone_by_itself() {
    let Some(sound) = Server::start() else { return };
    plug(&sound, "two");
    let speech = speech(&sound);
    let data = tempfile::tempdir().unwrap();
    heard_by(&sound, Launch::on(data.path(), "senses-once")).run(async |window| {
        window.click("voice-once").await;
        window.click("sense-explanation-accept").await;
        voice_is(window, "on").await;
        play(&sound, "two", &speech);
        voice_is(window, "off").await;
        let said = window.text("voice-state").await;
        assert!(said.contains("you sounded"), "{said}");
        window.until("the device is given back", async || recording(&sound) == 0).await;
    });
}

#[test]
fn without_a_microphone_that_is_said() {
    let data = tempfile::tempdir().unwrap();
    let sound = Server::none();
    heard_by(&sound, Launch::on(data.path(), "senses-none")).run(async |window| {
        window.click("voice-along").await;
        window.click("sense-explanation-accept").await;
        voice_is(window, "failed").await;
        assert!(!window.text("voice-error").await.is_empty());
        window.picture("senses-none").await;
    });
}

#[test]
fn a_strap_beats_drops_and_comes_back() {
    if !BluezBus::is_possible() {
        println!("skipped: no dbus-daemon");
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let bus = BluezBus::with_strap(home.path(), true).unwrap();
    let data = tempfile::tempdir().unwrap();
    let launch = Launch::on(data.path(), "strap").with("DBUS_SYSTEM_BUS_ADDRESS", bus.address().into());
    launch.run(async |window| {
        window.click("pulse-along").await;
        window.click("sense-explanation-accept").await;
        let beats = async |rate: u8| {
            bus.send(&[0x06, rate]).unwrap();
            window.text("pulse-state").await.contains(&format!("{rate} beats"))
        };
        window.until("the rate is shown", async || beats(72).await).await;
        assert_eq!(window.attribute("pulse-state", "data-state").await, "on");
        assert!(window.text("pulse-state").await.contains("battery 83%"), "it stands beside the rate");
        window
            .until("contact lost is said", async || {
                bus.send(&[0x04, 0]).unwrap();
                window.text("pulse-state").await.contains("touch your skin")
            })
            .await;
        window.picture("strap").await;
        bus.drop_link().unwrap();
        window
            .until("it is waited for", async || {
                window.attribute("pulse-state", "data-state").await == "waiting"
            })
            .await;
        window.until("it beats again", async || beats(65).await).await;
        window.click("pulse-stop").await;
        window.until("the strap is let go", async || !bus.is_listened_to()).await;
        assert_eq!(window.attribute("pulse-state", "data-state").await, "off");
        assert!(!window.text("pulse-state").await.contains("battery"));
    });
}

/// Measures the pulse of a face whose skin changes by `depth`; what is said at the end.
fn measure(data: &Path, name: &'static str, depth: f64, scenario: &impl AsyncFn(&Window)) {
    let pictures = data.join("pictures");
    pulsing::pictures(&crate::camera::portrait(), &pictures, depth);
    Launch::on(&data.join("app"), name).seeing(pictures).run(async |window| {
        let state = async || window.attribute("cameraPulse-state", "data-state").await;
        window.click("cameraPulse-once").await;
        window.picture("pulse-explanation").await;
        assert_eq!(
            window.attribute("camera-state", "data-state").await,
            "off",
            "not before it was explained"
        );
        window.click("sense-explanation-accept").await;
        window.until("it measures", async || state().await == "on").await;
        assert_eq!(window.attribute("camera-state", "data-state").await, "on");
        window.find("cameraPulse-progress").await;
        window.picture(name).await;
        let begun = Instant::now();
        while state().await != "off" {
            assert!(begun.elapsed().as_secs() < 120, "it lasts half a minute and ends by itself");
        }
        let closed = async || window.attribute("camera-state", "data-state").await == "off";
        window.until("the camera is closed", closed).await;
        scenario(window).await;
    });
}

#[test]
fn a_face_that_pulses_has_its_rate_and_the_camera_closes() {
    let data = tempfile::tempdir().unwrap();
    measure(data.path(), "pulse-measured", 0.02, &async |window: &Window| {
        let said = window.text("cameraPulse-state").await;
        println!("{said}");
        let rate = said.split(' ').find_map(|word| word.parse::<f64>().ok());
        assert!(rate.is_some_and(|rate| (rate - 72.0).abs() <= 3.0), "{said}");
        window.picture("pulse-found").await;
    });
}

#[test]
fn a_face_that_stands_still_has_none() {
    let data = tempfile::tempdir().unwrap();
    measure(data.path(), "pulse-still", 0.0, &async |window: &Window| {
        let said = window.text("cameraPulse-state").await;
        assert!(!said.contains("beats"), "{said}");
    });
}
