//! What comes out of the server is what was played.

use crate::player::Player;
use crate::server::{Recorder, Server};
use attune_audio::play::amplitude;
use attune_audio::synth::wav;
use attune_core::player::Volume;
use std::f64::consts::TAU;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

const RATE: f64 = 44_100.0;

/// How often a starved server is given another chance.
const TRIES: usize = 4;

/// How many frames from a joint a fault of the player may be noticed: 50 ms.
const NEAR: usize = 2_205;

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

/// Waits until about as many frames that are not silent were recorded, and a while longer. A tone has silent frames, too:
/// where it goes through zero.
fn recorded(recorder: &Recorder, frames: usize) -> Vec<f32> {
    let start = Instant::now();
    loop {
        let all = recorder.so_far();
        let loud = all.chunks(2).filter(|f| f[0] != 0.0).count();
        if loud + frames / 100 >= frames || start.elapsed() > Duration::from_mins(3) {
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

/// The first frame at which a recording is not what was played; none if it is the same to the end.
fn first_difference(heard: &[f32], frames: usize) -> Option<usize> {
    // The glide's first frame is a zero, and so may be its last.
    let wanted = (1..frames).map(glide);
    let differs = heard.iter().zip(wanted).position(|(heard, wanted)| (heard - wanted).abs() > 0.02);
    // What breaks off, or goes on, does so at the end, however much it is.
    differs.or_else(|| (heard.len().abs_diff(frames - 1) > 1).then_some(frames))
}

/// Whether a difference lies where the player has something to do: at the start, at a joint, at the end. One in the
/// middle of a track is a busy machine that let the server starve.
fn is_the_players(difference: usize, joints: &[usize]) -> bool {
    joints.iter().any(|joint| difference.abs_diff(*joint) <= NEAR)
}

/// Two files in a row, heard once; where they differ from the glide, if they do.
fn played_once(server: &Server, files: &[&Path], frames: usize) -> Option<usize> {
    let recorder = server.record("one");
    let player = Player::start(server, files, &[]);
    let recording = recorded(&recorder, frames);
    assert!(player.end());
    let heard = loud_part(&recording);
    let (difference, alike) = (first_difference(&heard, frames), correlation(&heard, (1..frames).map(glide)));
    println!("{} frames of {frames}, first difference {difference:?}; correlation {alike:.6}", heard.len());
    assert!(difference.is_some() || alike > 0.9999, "correlation {alike}");
    difference
}

#[test]
fn two_tracks_come_out_as_one_sound_without_a_gap() {
    const JOINT: usize = 50_123;
    const FRAMES: usize = 100_000;
    let Some(server) = Server::start() else { return };
    let (one, two) = (file(&server, "a.wav", 0, JOINT), file(&server, "b.wav", JOINT, FRAMES));
    for _ in 0..TRIES {
        let Some(difference) = played_once(&server, &[&one, &two], FRAMES) else { return };
        assert!(!is_the_players(difference, &[0, JOINT, FRAMES]), "a gap or a jump at frame {difference}");
    }
    panic!("something is missing in the middle of a track, {TRIES} times in a row");
}

#[test]
fn two_tracks_fade_into_one_another() {
    let Some(server) = Server::start() else { return };
    let tone = |name: &str, hz: f64| {
        let path = server.path().join(name);
        let plane: Vec<f32> =
            (0..5 * 44_100).map(|n| (0.4 * (TAU * hz * f64::from(n) / RATE).sin()) as f32).collect();
        fs::write(&path, wav(&[plane.clone(), plane], 44_100)).unwrap();
        path
    };
    let (one, two) = (tone("a.wav", 440.0), tone("b.wav", 997.0));
    let recorder = server.record("one");
    let player = Player::start(&server, &[&one, &two], &["--crossfade", "2"]);
    let frames = 8 * 44_100;
    let recording = recorded(&recorder, frames);
    assert!(player.end());
    let heard = loud_part(&recording);
    assert!(
        heard.len().abs_diff(frames) < 4_410,
        "{} frames of {frames}: they overlap by two seconds",
        heard.len()
    );
    // As loud together as alone, but for what a starved server leaves out.
    let power =
        |part: &[f32]| (part.iter().map(|x| f64::from(*x).powi(2)).sum::<f64>() / part.len() as f64).sqrt();
    let tenths: Vec<f64> = heard.chunks_exact(4_410).map(power).collect();
    let usual = tenths[tenths.len() / 4];
    let off = tenths[1..tenths.len() - 1].iter().filter(|level| (*level / usual - 1.0).abs() > 0.15).count();
    assert!(off <= 3, "{off} tenths of a second are louder or softer than {usual}: {tenths:?}");
}

#[test]
fn a_gap_at_a_joint_is_told_from_a_starved_server() {
    let whole: Vec<f32> = (1..20_000).map(glide).collect();
    let hole = |at: usize, frames: usize| [&whole[..at], &vec![0.0; frames], &whole[at..]].concat();
    let at = |recording: &[f32]| first_difference(recording, 20_000);
    assert_eq!(at(&whole), None);
    assert!(
        is_the_players(at(&hole(10_000, 64)).unwrap(), &[0, 10_000, 20_000]),
        "silence between two tracks"
    );
    assert!(!is_the_players(at(&hole(5_000, 64)).unwrap(), &[0, 10_000, 20_000]), "silence in one");
    let skipped = [&whole[..9_900], &whole[10_100..]].concat();
    assert!(is_the_players(at(&skipped).unwrap(), &[0, 10_000, 20_000]), "the end of one is lost");
    assert!(is_the_players(at(&whole[..9_000]).unwrap(), &[0, 10_000, 20_000]), "the end of all is lost");
    assert!(is_the_players(at(&whole[3_000..]).unwrap(), &[0, 10_000, 20_000]), "the start is lost");
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
            assert!(start.elapsed() < Duration::from_mins(3), "{} instead of {wanted}", level());
            sleep(Duration::from_millis(50));
        }
    };
    settles(0.5);
    player.send("volume 60");
    settles(0.5 * amplitude(Volume::percent(60)));
    player.send("pause");
    settles(0.0);
    player.send("resume");
    settles(0.5 * amplitude(Volume::percent(60)));
    player.send("seek 29500");
    player.wait("the end", |event| event["ended"]["end"] == "finished");
    assert!(player.end());
}
