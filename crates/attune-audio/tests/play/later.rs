//! Sound that is made while it is played, and files that are on their way.

use crate::drip::Drip;
use crate::rig::{CUT, Rig, data, difference, track};
use attune_audio::play::{Generator, Sound, Source};
use attune_audio::synth;
use attune_core::player::{PlayStatus, PlayerCommand, TrackEnd};
use attune_core::{ErrorCode, Track};
use std::collections::HashMap;
use std::f32::consts::TAU;
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

/// Frames a second of the songs that come slowly, and seconds of them.
const RATE: usize = 8_000;
const SECONDS: usize = 20;

/// A rig whose tracks are on their way, and the files. Tracks called `half…` are there at once.
fn rig(files: &[(&str, Drip)]) -> Rig {
    let files: HashMap<String, Drip> =
        files.iter().map(|(name, file)| ((*name).into(), file.clone())).collect();
    let rate = if files.values().any(Drip::is_slow) { RATE as u32 } else { 44_100 };
    let resolve = move |track: &Track| {
        let name = track.id.0.as_str();
        let there = || name.starts_with("half").then(|| Source::file(data(name), 0.0));
        files.get(name).map(Drip::source).or_else(there)
    };
    Rig::with((rate, 2), Arc::new(resolve))
}

fn half() -> Drip {
    Drip::of_file(&data("half1.flac"))
}

/// Frame `n` of the slow song.
fn hum(n: usize) -> f32 {
    0.5 * (TAU * 100.0 * n as f32 / RATE as f32).sin()
}

/// Twenty seconds of a hum, two bytes a frame behind a head of 44.
fn slow() -> Drip {
    let samples: Vec<f32> = (0..SECONDS * RATE).map(hum).collect();
    Drip::new(synth::wav(&[samples], RATE as u32), "wav")
}

fn bytes(frames: usize) -> usize {
    44 + 2 * frames
}

fn is_hum(frames: &[f32], from: usize) -> bool {
    frames
        .chunks(2)
        .enumerate()
        .all(|(i, f)| (f[0] - hum(from + i)).abs() < 1e-3 && (f[0] - f[1]).abs() < 1e-6)
}

#[test]
fn a_track_on_its_way_plays_from_its_first_frame_once_it_is_there() {
    let file = half();
    let mut rig = rig(&[("a", file.clone())]);
    rig.play(&["a"]);
    rig.wait("it is awaited", |rig| rig.state().status == PlayStatus::Loading);
    // What follows is told while it is awaited, and does not take its place.
    rig.send(PlayerCommand::Follow(vec![track("half2.flac")]));
    file.let_all();
    let frames = rig.take(2 * CUT);
    assert!(difference(&frames[..2 * CUT], 0).0 < 5e-5);
    rig.take_all();
    let ended: Vec<_> = rig.ended().into_iter().map(|(name, _, end)| (name, end)).collect();
    let finished = |name: &str| (name.to_owned(), TrackEnd::Finished);
    assert_eq!(ended, [finished("a"), finished("half2.flac")]);
}

#[test]
fn a_place_chosen_while_it_is_awaited_counts() {
    let file = half();
    let mut rig = rig(&[("a", file.clone())]);
    rig.play(&["a"]);
    rig.send(PlayerCommand::Seek(500));
    rig.wait("it is awaited", |rig| rig.state().position_ms == 500);
    file.let_all();
    let frames = rig.take_all().len() / 2;
    assert!(frames <= CUT - 22_050 + 400, "{frames}");
}

#[test]
fn the_listener_can_go_on_from_what_is_awaited_and_what_never_comes_is_told() {
    let (a, b) = (half(), half());
    let mut rig = rig(&[("a", a.clone()), ("b", b.clone())]);
    rig.play(&["a", "b", "half1.flac"]);
    rig.wait("it is awaited", |rig| rig.state().status == PlayStatus::Loading);
    rig.send(PlayerCommand::Next);
    rig.wait("the next is awaited", |rig| rig.state().track == Some(track("b").id));
    rig.wait("nobody waits for the first", |_| a.stopped() == 1);
    b.fail(ErrorCode::ServerSongGone);
    rig.wait("the one after it", |rig| rig.state().track == Some(track("half1.flac").id));
    rig.comes_to(Rig::failed, &[ErrorCode::ServerSongGone]);
}

#[test]
fn a_song_sounds_long_before_it_is_whole_and_is_heard_to_its_end() {
    let file = slow();
    let mut rig = rig(&[("a", file.clone())]);
    rig.play(&["a"]);
    rig.wait("it is awaited", |rig| rig.state().status == PlayStatus::Loading);
    // An eighth of its bytes.
    file.let_through(bytes(SECONDS * RATE / 8));
    let frames = rig.take(RATE);
    assert!(frames.len() == 2 * RATE && is_hum(&frames, 0));
    rig.comes_to(|rig| (rig.state().status, rig.state().duration_ms), &(PlayStatus::Playing, Some(20_000)));
    file.let_all();
    rig.take_all();
    rig.comes_to(Rig::ended, &[("a".to_owned(), 20_000, TrackEnd::Finished)]);
    assert_eq!(rig.failed(), []);
}

/// What a card takes that pulls at half the speed of the sound, with the silence that it gets.
fn pull(rig: &Rig, seconds: usize) -> Vec<f32> {
    (0..seconds * RATE / 80)
        .flat_map(|_| {
            sleep(Duration::from_millis(20));
            rig.pull(80)
        })
        .collect()
}

#[test]
fn where_it_comes_too_slowly_it_falls_silent_without_a_click_says_so_and_goes_on_where_it_was() {
    let file = slow();
    let mut rig = rig(&[("a", file.clone())]);
    rig.play(&["a"]);
    let there = RATE * 5 / 4;
    file.let_through(bytes(there));
    rig.wait("it sounds", |rig| rig.state().status == PlayStatus::Playing);
    let mut heard = pull(&rig, 2);
    rig.wait("it is told", |rig| rig.state().status == PlayStatus::Loading);
    let at = rig.state().position_ms;
    assert!((1_000..=1_250).contains(&at), "it stands where its sound ends: {at}");
    heard.extend(pull(&rig, 1));
    assert!(heard[heard.len() - RATE..].iter().all(|x| *x == 0.0), "silence while it waits");
    assert_eq!((rig.state().position_ms, rig.failed()), (at, vec![]));
    file.let_all();
    rig.wait("it goes on", |rig| rig.state().status == PlayStatus::Playing);
    heard.extend(pull(&rig, 1));
    // The steepest step of the hum itself is 0.04.
    let left: Vec<f32> = heard.iter().step_by(2).copied().collect();
    let steepest = left.windows(2).map(|w| (w[1] - w[0]).abs()).fold(0.0, f32::max);
    assert!(steepest < 0.06, "{steepest}");
    // Nothing is lost or twice: behind the fade it is the hum where it was, give or take the frames of the two fades.
    let after = &left[left.len() - 800..];
    let off =
        |from: usize| after.iter().enumerate().map(|(i, x)| (x - hum(from + i)).abs()).fold(0.0, f32::max);
    assert!((0..80).any(|shift| off(shift) < 1e-3));
}

#[test]
fn commands_are_obeyed_while_it_waits() {
    let file = slow();
    let mut rig = rig(&[("a", file.clone()), ("b", file.clone())]);
    rig.play(&["a", "b"]);
    file.let_through(bytes(RATE));
    rig.wait("it sounds", |rig| rig.state().status == PlayStatus::Playing);
    rig.take_until("it waits", |rig| rig.state().status == PlayStatus::Loading);
    rig.send(PlayerCommand::Pause);
    rig.wait("pause", |rig| rig.state().status == PlayStatus::Paused);
    rig.send(PlayerCommand::Resume);
    rig.wait("on", |rig| rig.state().status == PlayStatus::Loading);
    rig.send(PlayerCommand::Seek(250));
    rig.wait("a place that is there sounds", |rig| {
        rig.state().status == PlayStatus::Playing && rig.state().position_ms == 250
    });
    rig.wait("the reader before has stopped", |_| file.stopped() == 1);
    rig.send(PlayerCommand::Seek(19_000));
    rig.wait("a place that is not there is waited for", |rig| {
        rig.state().status == PlayStatus::Loading && rig.state().position_ms == 19_000
    });
    rig.send(PlayerCommand::Next);
    rig.wait("the next", |rig| rig.state().track == Some(track("b").id));
    rig.send(PlayerCommand::Seek(19_000));
    rig.wait("it waits again", |rig| rig.state().position_ms == 19_000);
    file.let_all();
    rig.wait("it is there", |rig| rig.state().status == PlayStatus::Playing);
    let frames = rig.take_all();
    let left = frames.len() / 2;
    assert!((RATE - 400..=RATE + 400).contains(&left), "{left}");
    assert!(is_hum(&frames[frames.len() - 800..], 0), "a whole number of waves");
    drop(rig);
}

#[test]
fn a_player_ends_while_it_waits() {
    let file = slow();
    let mut rig = rig(&[("a", file.clone())]);
    rig.play(&["a"]);
    file.let_through(bytes(100));
    rig.wait("it waits", |rig| rig.state().status == PlayStatus::Loading);
    drop(rig);
    let waits = (0..1_000).all(|_| {
        sleep(Duration::from_millis(10));
        file.stopped() == 0
    });
    assert!(!waits, "somebody still reads");
}

#[test]
fn a_song_that_breaks_off_is_told_with_its_own_cause_and_the_next_one_plays() {
    let file = slow();
    let mut rig = rig(&[("a", file.clone())]);
    rig.play(&["a", "half1.flac"]);
    file.let_through(bytes(RATE));
    rig.wait("it sounds", |rig| rig.state().status == PlayStatus::Playing);
    file.fail(ErrorCode::ServerInterrupted);
    rig.take_all();
    rig.comes_to(Rig::failed, &[ErrorCode::ServerInterrupted]);
    let ended = |rig: &Rig| rig.ended().into_iter().map(|(name, _, end)| (name, end)).collect::<Vec<_>>();
    let broken = ("a".to_owned(), TrackEnd::Replaced);
    rig.comes_to(ended, &[broken, ("half1.flac".to_owned(), TrackEnd::Finished)]);
}

#[test]
fn every_format_on_its_way_sounds_as_its_file_does() {
    for format in ["flac", "mp3", "ogg", "opus", "m4a", "itunes.m4a", "alac.m4a"] {
        let name = format!("half1.{format}");
        let path = data(&name);
        let mut from_file = Rig::new(44_100, 2, &[(&path, 0.0)]);
        from_file.play(&[&name]);
        let file = Drip::of_file(&path);
        let mut on_its_way = rig(&[("a", file.clone())]);
        on_its_way.play(&["a"]);
        file.let_all();
        let (wanted, frames) = (from_file.take_all(), on_its_way.take_all());
        let same = wanted.iter().zip(&frames).all(|(a, b)| (a - b).abs() < 1e-6);
        assert!(same, "{format}");
        assert_eq!(frames.len(), wanted.len(), "{format}");
    }
}

/// Frames that count up, so that none is lost or twice.
struct Counter {
    at: u64,
    frames: u64,
}

impl Generator for Counter {
    fn read(&mut self, out: &mut [f32]) -> usize {
        let count = (out.len() / 2).min((self.frames - self.at) as usize);
        for (i, frame) in out.chunks_exact_mut(2).take(count).enumerate() {
            frame.fill((self.at + i as u64) as f32 / 1e6);
        }
        self.at += count as u64;
        count
    }

    fn frames(&self) -> u64 {
        self.frames
    }

    fn seek(&mut self, frame: u64) {
        self.at = frame.min(self.frames);
    }
}

#[test]
fn what_is_made_while_it_plays_comes_whole_and_from_any_place() {
    let resolve = |_: &Track| {
        let generator = Box::new(Counter { at: 0, frames: 48_000 });
        Some(Source { sound: Sound::Generated(generator), gain_db: 0.0, album: None })
    };
    let new_rig = || Rig::with((48_000, 2), Arc::new(resolve));
    let mut rig = new_rig();
    rig.play(&["one", "two"]);
    let frames = rig.take_all();
    assert_eq!(frames.len(), 2 * 96_000, "two pieces without a gap");
    let off = |(i, frame): (usize, &[f32])| (frame[0] - (i % 48_000) as f32 / 1e6).abs();
    let worst = frames.chunks(2).enumerate().map(off).fold(0.0, f32::max);
    assert!(worst < 1e-6, "{worst}");
    let mut rig = new_rig();
    rig.play(&["three"]);
    rig.send(PlayerCommand::Seek(750));
    rig.wait("there", |rig| rig.state().position_ms == 750);
    let left = rig.take_all().len() / 2;
    assert!(left <= 12_000 + 400, "{left}");
}

/// A piece that is half as long again once most of it is made, as one that is led to a slower place.
struct Slowing(Counter);

impl Generator for Slowing {
    fn read(&mut self, out: &mut [f32]) -> usize {
        if self.0.at >= 60_000 {
            self.0.frames = 144_000;
        }
        self.0.read(out)
    }

    fn frames(&self) -> u64 {
        self.0.frames
    }

    fn seek(&mut self, frame: u64) {
        self.0.seek(frame);
    }
}

#[test]
fn a_piece_that_gets_longer_does_not_stand_still_where_it_was_to_end() {
    let resolve = |_: &Track| {
        let generator = Box::new(Slowing(Counter { at: 0, frames: 96_000 }));
        Some(Source { sound: Sound::Generated(generator), gain_db: 0.0, album: None })
    };
    let mut rig = Rig::with((48_000, 2), Arc::new(resolve));
    rig.play(&["piece"]);
    rig.wait("it is known how long it is to be", |rig| rig.state().duration_ms == Some(2_000));
    rig.take(105_600);
    rig.wait("its place is beyond that", |rig| rig.state().position_ms == 2_200);
    assert_eq!(rig.state().duration_ms, Some(3_000));
    rig.take_all();
    rig.comes_to(Rig::ended, &[("piece".to_owned(), 3_000, TrackEnd::Finished)]);
}
