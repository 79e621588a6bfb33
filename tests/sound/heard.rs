//! What comes out of the server is what was played.

use crate::player::Player;
use crate::server::{Recorder, Server};
use attune_audio::play::amplitude;
use attune_audio::synth::wav;
use attune_core::player::Volume;
use std::f64::consts::TAU;
use std::fs;
use std::path::PathBuf;
use std::thread::sleep;
use std::time::{Duration, Instant};

const RATE: f64 = 44_100.0;

/// A sound that is nowhere the same: its pitch rises from 300 Hz by 400 Hz a second.
pub(crate) fn glide(n: usize) -> f32 {
    let t = n as f64 / RATE;
    (0.5 * (TAU * (300.0 * t + 200.0 * t * t)).sin()) as f32
}

/// Its frames from one to another as a file.
pub(crate) fn file(server: &Server, name: &str, from: usize, to: usize) -> PathBuf {
    let path = server.path().join(name);
    let plane: Vec<f32> = (from..to).map(glide).collect();
    fs::write(&path, wav(&[plane.clone(), plane], 44_100)).unwrap();
    path
}

/// Waits until as many frames that are not silent were recorded, and a while longer.
fn recorded(recorder: &Recorder, frames: usize) -> Vec<f32> {
    let start = Instant::now();
    loop {
        let all = recorder.so_far();
        let loud = all.chunks(2).filter(|f| f[0] != 0.0).count();
        if loud + 10 >= frames || start.elapsed() > Duration::from_secs(30) {
            sleep(Duration::from_millis(300));
            return recorder.so_far();
        }
        sleep(Duration::from_millis(100));
    }
}

/// The frames from the first that is not silent to the last, left channel.
fn loud_part(recording: &[f32]) -> Vec<f32> {
    let left: Vec<f32> = recording.chunks(2).map(|f| f[0]).collect();
    let first = left.iter().position(|x| *x != 0.0).unwrap_or(0);
    let last = left.iter().rposition(|x| *x != 0.0).map_or(0, |at| at + 1);
    left[first.min(last)..last].to_vec()
}

/// The correlation of two signals.
fn correlation(a: &[f32], b: impl Iterator<Item = f32>) -> f64 {
    let (mut ab, mut aa, mut bb) = (0.0, 1e-12, 1e-12);
    for (&x, y) in a.iter().zip(b) {
        let (x, y) = (f64::from(x), f64::from(y));
        (ab, aa, bb) = (ab + x * y, aa + x * x, bb + y * y);
    }
    ab / (aa * bb).sqrt()
}

/// Played, recorded, and compared with the glide; the best of a few tries, since a busy machine may starve the server.
fn play_and_compare(server: &Server, files: &[&std::path::Path], frames: usize) -> (isize, f64) {
    let mut best = (isize::MAX, 0.0);
    for _ in 0..4 {
        let recorder = server.record("one");
        let player = Player::start(server, files, &[]);
        let recording = recorded(&recorder, frames);
        assert!(player.end());
        let heard = loud_part(&recording);
        // The glide's first frame is a zero, and so may be its last.
        let surplus = heard.len().cast_signed() - (frames.cast_signed() - 1);
        let alike = correlation(&heard, (1..frames).map(glide));
        println!("{} frames, {surplus} too many; correlation {alike:.6}", heard.len());
        if (surplus.abs(), -alike) < (best.0.abs(), -best.1) {
            best = (surplus, alike);
        }
        if surplus.abs() <= 1 && alike > 0.9999 {
            break;
        }
    }
    best
}

#[test]
fn two_tracks_come_out_as_one_sound_without_a_gap() {
    let Some(server) = Server::start() else { return };
    let (one, two) = (file(&server, "a.wav", 0, 50_123), file(&server, "b.wav", 50_123, 100_000));
    let (gap, alike) = play_and_compare(&server, &[&one, &two], 100_000);
    assert!(gap.abs() <= 1, "a gap of {gap} frames");
    assert!(alike > 0.9999, "correlation {alike}");
}

#[test]
fn the_volume_is_heard_and_a_pause_is_silent() {
    let Some(server) = Server::start() else { return };
    let long = file(&server, "long.wav", 0, 44_100 * 30);
    let recorder = server.record("one");
    let mut player = Player::start(&server, &[&long], &[]);
    // How loud the last tenth of a second was.
    let level = || {
        let all = recorder.so_far();
        all[all.len().saturating_sub(8_820)..].iter().fold(0.0_f32, |most, x| most.max(x.abs()))
    };
    let settles = |wanted: f32| {
        let start = Instant::now();
        while (level() - wanted).abs() > 0.01 * wanted.max(0.01) {
            assert!(start.elapsed() < Duration::from_secs(20), "{} instead of {wanted}", level());
            sleep(Duration::from_millis(50));
        }
    };
    settles(0.5);
    player.tell("volume 60");
    settles(0.5 * amplitude(Volume::percent(60)));
    player.tell("pause");
    settles(0.0);
    player.tell("resume");
    settles(0.5 * amplitude(Volume::percent(60)));
    player.tell("seek 29500");
    player.wait("the end", |event| event["ended"]["end"] == "finished");
    assert!(player.end());
}
