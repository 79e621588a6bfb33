//! Sound that is made while it is played, and files that are on their way.

use crate::rig::{CUT, Rig, data, difference, track};
use attune_audio::play::{Generator, Sound, Source};
use attune_core::player::{PlayStatus, PlayerCommand, TrackEnd};
use attune_core::{AppError, ErrorCode, Track};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

/// What arrives for a track.
type Arrival = Result<PathBuf, AppError>;

/// A rig whose tracks are on their way, and where each is handed over. Tracks called `half…` are there at once.
fn rig(names: &[&str]) -> (Rig, HashMap<String, Sender<Arrival>>) {
    let (mut senders, mut waiting) = (HashMap::new(), HashMap::<String, Receiver<Arrival>>::new());
    for name in names {
        let (sender, receiver) = channel();
        senders.insert((*name).to_owned(), sender);
        waiting.insert((*name).to_owned(), receiver);
    }
    let waiting = Mutex::new(waiting);
    let resolve = move |track: &Track| {
        let name = track.id.0.as_str();
        if let Some(file) = waiting.lock().unwrap().remove(name) {
            return Some(Source { sound: Sound::Loading(file), gain_db: 0.0, album: None });
        }
        name.starts_with("half").then(|| Source::file(data(name), 0.0))
    };
    (Rig::with((44_100, 2), Arc::new(resolve)), senders)
}

#[test]
fn a_track_on_its_way_plays_from_its_first_frame_once_it_is_there() {
    let (mut rig, ways) = rig(&["a"]);
    rig.play(&["a"]);
    rig.wait("it is awaited", |rig| rig.state().status == PlayStatus::Playing);
    // What follows is told while it is awaited, and does not take its place.
    rig.send(PlayerCommand::Follow(vec![track("half2.flac")]));
    ways["a"].send(Ok(data("half1.flac"))).unwrap();
    let frames = rig.take(2 * CUT);
    assert!(difference(&frames[..2 * CUT], 0).0 < 5e-5);
    rig.take_all();
    let ended: Vec<_> = rig.ended().into_iter().map(|(name, _, end)| (name, end)).collect();
    let finished = |name: &str| (name.to_owned(), TrackEnd::Finished);
    assert_eq!(ended, [finished("a"), finished("half2.flac")]);
}

#[test]
fn a_place_chosen_while_it_is_awaited_counts() {
    let (mut rig, ways) = rig(&["a"]);
    rig.play(&["a"]);
    rig.send(PlayerCommand::Seek(500));
    rig.wait("it is awaited", |rig| rig.state().status == PlayStatus::Playing);
    ways["a"].send(Ok(data("half1.flac"))).unwrap();
    let frames = rig.take_all().len() / 2;
    assert!(frames <= CUT - 22_050 + 400, "{frames}");
}

#[test]
fn the_listener_can_go_on_from_what_is_awaited_and_what_never_comes_is_told() {
    let (mut rig, ways) = rig(&["a", "b"]);
    rig.play(&["a", "b", "half1.flac"]);
    rig.wait("it is awaited", |rig| rig.state().track == Some(track("a").id));
    rig.send(PlayerCommand::Next);
    rig.wait("the next is awaited", |rig| rig.state().track == Some(track("b").id));
    let gone = AppError::new(ErrorCode::ServerSongGone, "It is gone.");
    ways["b"].send(Err(gone)).unwrap();
    rig.wait("the one after it", |rig| rig.state().track == Some(track("half1.flac").id));
    assert_eq!(rig.failed(), [ErrorCode::ServerSongGone]);
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
