//! Tracks that fade into one another, by the samples that a card gets.
//!
//! A track is a constant on the left or on the right channel, so that the two can be told apart where they overlap.

use crate::drip::Drip;
use crate::rig::{Rig, track};
use attune_audio::play::{Generator, Sound, Source};
use attune_audio::synth::wav;
use attune_core::Track;
use attune_core::player::{AlbumPlace, Crossfade, PlayStatus, PlayerCommand, TrackEnd};
use std::f32::consts::FRAC_PI_2;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

const RATE: usize = 8_000;
/// Frames of a crossfade of two seconds.
const FADE: usize = 2 * RATE;
const LOUD: f32 = 0.5;

/// A WAV file of so many seconds at a rate: [`LOUD`] on one side, nothing on the other.
fn constant(folder: &Path, name: &str, rate: usize, seconds: usize, left: bool) -> PathBuf {
    let side = |loud: bool| vec![if loud { LOUD } else { 0.0 }; rate * seconds];
    let path = folder.join(name);
    fs::write(&path, wav(&[side(left), side(!left)], rate as u32)).unwrap();
    path
}

/// A rig at 8 kHz with tracks by their names: `l…` sounds on the left and `r…` on the right, for as many seconds as the
/// second letter says; `R…` at twice the rate. `…:N` is the N-th track of an album.
fn rig(crossfade: u8) -> (Rig, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    let resolve = move |track: &Track| {
        let mut letters = track.id.0.chars();
        let (side, seconds) = (letters.next()?, letters.next()?.to_digit(10)?);
        let rate = if side == 'R' { 2 * RATE } else { RATE };
        let file = constant(&path, &format!("{side}{seconds}.wav"), rate, seconds as usize, side == 'l');
        let number = track.id.0.split_once(':').and_then(|(_, number)| number.parse().ok());
        let album = AlbumPlace::of_tags(None, Some("Album".into()), None, number);
        Some(Source { album, ..Source::file(file, 0.0) })
    };
    let rig = Rig::with((RATE as u32, 2), Arc::new(resolve));
    rig.crossfade.set(Crossfade::seconds(crossfade));
    (rig, folder)
}

/// What the two sides of a crossfade are worth so far into it.
fn gains(frame: usize) -> (f32, f32) {
    let (rise, fall) = ((frame as f32 + 0.5) / FADE as f32 * FRAC_PI_2).sin_cos();
    (fall, rise)
}

/// Fails where the frames from `at` on are not a crossfade from the left to the right, from frame `from` of it on.
fn assert_fade(frames: &[f32], at: usize, from: usize) {
    for (n, frame) in frames.chunks(2).enumerate().skip(at).take(FADE - from) {
        let (fall, rise) = gains(n - at + from);
        let off = (frame[0] - LOUD * fall).abs().max((frame[1] - LOUD * rise).abs());
        assert!(off < 1e-3, "frame {n}: {frame:?}, wanted {fall} and {rise} of {LOUD}");
    }
}

fn ended(rig: &Rig) -> Vec<(String, TrackEnd)> {
    rig.ended().into_iter().map(|(name, _, end)| (name, end)).collect()
}

fn finished(name: &str) -> (String, TrackEnd) {
    (name.to_owned(), TrackEnd::Finished)
}

#[test]
fn two_tracks_overlap_with_equal_power() {
    let (mut rig, _folder) = rig(2);
    rig.play(&["l5", "r6"]);
    let frames = rig.take_all();
    assert_eq!(frames.len() / 2, 9 * RATE, "the second begins two seconds before the first ends");
    let start = 3 * RATE;
    assert!(frames[..2 * start].chunks(2).all(|f| (f[0] - LOUD).abs() < 1e-3 && f[1].abs() < 1e-6));
    assert_fade(&frames, start, 0);
    let after = &frames[2 * (start + FADE)..];
    assert!(after.chunks(2).all(|f| f[0].abs() < 1e-6 && (f[1] - LOUD).abs() < 1e-3));
    // Neither side is louder or softer than alone, taken together.
    let power = |f: &[f32]| f[0] * f[0] + f[1] * f[1];
    assert!(frames.chunks(2).all(|f| (power(f).sqrt() - LOUD).abs() < 1e-3));
    rig.comes_to(ended, &[finished("l5"), finished("r6")]);
}

#[test]
fn tracks_of_different_rates_overlap_too() {
    let (mut rig, _folder) = rig(2);
    rig.play(&["l5", "R6"]);
    let frames = rig.take_all();
    assert_eq!(frames.len() / 2, 9 * RATE);
    assert_fade(&frames, 3 * RATE, 0);
}

#[test]
fn off_an_album_in_order_and_short_tracks_keep_their_length() {
    for (crossfade, names, seconds) in [
        (0, ["l5", "r6"], 11),
        (2, ["l5:3", "r6:4"], 11),
        (2, ["l5:4", "r6:3"], 9),
        // At most half of the shorter one.
        (4, ["l9", "r2"], 10),
        (4, ["l2", "r9"], 10),
    ] {
        let (mut rig, _folder) = rig(crossfade);
        rig.play(&names);
        assert_eq!(rig.take_all().len() / 2, seconds * RATE, "{crossfade} {names:?}");
        rig.comes_to(ended, &names.map(finished));
    }
}

#[test]
fn a_next_track_that_changes_is_exchanged_in_the_crossfade() {
    let (mut rig, _folder) = rig(2);
    rig.play(&["l5", "l6"]);
    // The crossfade with the one that does not come is prepared, and partly handed over, by then.
    let mut frames = rig.take(3 * RATE - RATE / 4);
    rig.send(PlayerCommand::Follow(vec![track("l7")]));
    rig.send(PlayerCommand::Follow(vec![track("r6")]));
    rig.wait("the change", |rig| rig.state().track.is_some());
    rig.obeyed();
    frames.extend(rig.take_all());
    assert_eq!(frames.len() / 2, 9 * RATE);
    assert_fade(&frames, 3 * RATE, 0);
    rig.comes_to(ended, &[finished("l5"), finished("r6")]);
}

#[test]
fn where_the_next_track_is_taken_away_the_first_ends_as_it_is() {
    let (mut rig, _folder) = rig(2);
    rig.play(&["l5", "r6"]);
    let mut frames = rig.take(3 * RATE - RATE / 4);
    rig.send(PlayerCommand::Follow(Vec::new()));
    rig.obeyed();
    frames.extend(rig.take_all());
    assert_eq!(frames.len() / 2, 5 * RATE);
    assert!(frames.chunks(2).all(|f| (f[0] - LOUD).abs() < 1e-3 && f[1].abs() < 1e-6));
    rig.comes_to(|rig| (rig.state().status, ended(rig)), &(PlayStatus::Stopped, vec![finished("l5")]));
}

#[test]
fn skipping_does_not_wait() {
    let (mut rig, _folder) = rig(12);
    rig.play(&["l9", "r9"]);
    rig.take(RATE);
    rig.send(PlayerCommand::Next);
    rig.wait("the next", |rig| rig.state().track == Some(track("r9").id));
    rig.obeyed();
    let frames = rig.take(RATE);
    // At once but for the fade out of a jump.
    assert!(frames[2 * RATE / 50..].chunks(2).all(|f| f[0].abs() < 1e-6 && (f[1] - LOUD).abs() < 1e-3));
}

/// A rig whose second track comes when it is let through.
fn late_rig() -> (Rig, Drip, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let first = constant(folder.path(), "l.wav", RATE, 5, true);
    let second = Drip::of_file(&constant(folder.path(), "r.wav", RATE, 6, false));
    let coming = second.clone();
    let resolve = move |track: &Track| {
        let there = || Source::file(&first, 0.0);
        Some(if track.id.0 == "first" { there() } else { coming.source() })
    };
    let rig = Rig::with((RATE as u32, 2), Arc::new(resolve));
    rig.crossfade.set(Crossfade::seconds(2));
    (rig, second, folder)
}

#[test]
fn a_track_that_comes_late_overlaps_with_what_is_left() {
    let (mut rig, second, _folder) = late_rig();
    rig.play(&["first", "second"]);
    // What is not in the ring yet, one second, is left for the crossfade.
    let mut frames = rig.take(3 * RATE);
    second.let_all();
    std::thread::sleep(std::time::Duration::from_millis(300));
    frames.extend(rig.take_all());
    let begins = frames.chunks(2).position(|f| f[1] > 1e-6).unwrap();
    assert!((3 * RATE + RATE / 2..5 * RATE).contains(&begins), "{begins}");
    assert_eq!(frames.len() / 2, begins + 6 * RATE, "it is played whole");
    let power = |f: &[f32]| f[0] * f[0] + f[1] * f[1];
    assert!(frames.chunks(2).all(|f| (power(f).sqrt() - LOUD).abs() < 1e-3));
}

#[test]
fn one_that_does_not_come_in_time_follows_the_whole_first_track() {
    let (mut rig, second, _folder) = late_rig();
    rig.play(&["first", "second"]);
    let mut frames = rig.take(5 * RATE);
    assert!(frames.chunks(2).all(|f| (f[0] - LOUD).abs() < 1e-3), "nothing fades into nothing");
    rig.wait("it says so", |rig| rig.state().status == PlayStatus::Loading);
    second.let_all();
    frames = rig.take_all();
    assert_eq!(frames.len() / 2, 6 * RATE);
}

/// A piece that sounds on the right.
struct Piece(u64);

impl Generator for Piece {
    fn read(&mut self, out: &mut [f32]) -> usize {
        let count = (out.len() / 2).min(self.0 as usize);
        out.chunks_exact_mut(2).take(count).for_each(|frame| frame.copy_from_slice(&[0.0, LOUD]));
        self.0 -= count as u64;
        count
    }

    fn frames(&self) -> u64 {
        6 * 48_000
    }

    fn seek(&mut self, frame: u64) {
        self.0 = 6 * 48_000 - frame;
    }
}

#[test]
fn a_soundscape_ends_as_it_was_composed_to_and_may_fade_in() {
    for (names, seconds) in [(["p", "p"], 12), (["p", "l5"], 11), (["l5", "p"], 9)] {
        let folder = tempfile::tempdir().unwrap();
        let file = constant(folder.path(), "l.wav", RATE, 5, true);
        let resolve = move |track: &Track| match &*track.id.0 {
            "p" => Some(Source {
                sound: Sound::Generated(Box::new(Piece(6 * 48_000))),
                gain_db: 0.0,
                album: None,
            }),
            _ => Some(Source::file(&file, 0.0)),
        };
        let mut rig = Rig::with((RATE as u32, 2), Arc::new(resolve));
        rig.crossfade.set(Crossfade::seconds(2));
        rig.play(&names);
        assert_eq!(rig.take_all().len() / 2, seconds * RATE, "{names:?}");
    }
}
