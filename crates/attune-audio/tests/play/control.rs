//! What the listener does, and what the machine does to the listener: places, lists, outputs that go and come, files
//! that are none.

use crate::rig::{ALL, CUT, Rig, data, difference, output, track};
use attune_core::ErrorCode;
use attune_core::player::{PlayStatus, PlayerCommand, TrackEnd};
use attune_core::ports::Player;
use std::fs;
use std::time::{Duration, Instant};

/// With the frames a second.
const FORMATS: [(&str, u32); 7] = [
    ("flac", 44_100),
    ("alac.m4a", 44_100),
    ("mp3", 44_100),
    ("ogg", 44_100),
    ("m4a", 44_100),
    ("itunes.m4a", 44_100),
    ("opus", 48_000),
];

/// The frames after a fade in, which takes 8 ms, and where they begin in the recording.
fn past_the_fade(frames: &[f32], at_ms: usize, rate: u32) -> (&[f32], usize) {
    (&frames[800..], at_ms * rate as usize / 1_000 + 400)
}

#[test]
fn a_place_is_found_to_the_sample_in_every_format() {
    for (format, rate) in FORMATS {
        let name = format!("half1.{format}");
        let path = data(&name);
        let mut rig = Rig::new(rate, 2, &[(&path, 0.0)]);
        rig.play(&[&name]);
        for at in [400, 20, 0, 550, 300] {
            // Moved while paused, so that no fade to silence comes before it.
            rig.send(PlayerCommand::Pause);
            rig.wait("pause", |rig| rig.state().status == PlayStatus::Paused);
            rig.take(2_000);
            rig.send(PlayerCommand::Seek(at));
            rig.wait("there", |rig| rig.state().position_ms == at);
            rig.take(480);
            rig.send(PlayerCommand::Resume);
            rig.wait("on", |rig| rig.state().status == PlayStatus::Playing);
            let frames = rig.take(2_000);
            let (part, from) = past_the_fade(&frames[..1_600 * 2], at as usize, rate);
            let off = |shift: i64| difference(&part[..1_000], from.saturating_add_signed(shift as isize)).1;
            let errors = (-350..350).map(|shift| (shift, off(shift)));
            let (best, _) = errors.min_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
            println!("{format} at {at}: off by {best} frames, error {:.5}", off(0));
            // Coders take a moment for a sound that begins at once.
            let limit = if at == 0 { 0.1 } else { 0.03 };
            assert!(best.abs() <= 1 && off(0) < limit, "{format} at {at}: {best}, {}", off(0));
        }
    }
}

#[test]
fn past_the_end_the_next_track_comes() {
    let (one, two) = (data("half1.flac"), data("half2.mp3"));
    let mut rig = Rig::new(44_100, 2, &[(&one, 0.0), (&two, 0.0)]);
    rig.play(&["half1.flac", "half2.mp3"]);
    rig.take(2_000);
    rig.send(PlayerCommand::Seek(679));
    rig.wait("the end", |rig| rig.state().position_ms == 679);
    rig.send(PlayerCommand::Seek(700_000));
    rig.wait("next", |rig| rig.state().track == Some(track("half2.mp3").id));
    rig.send(PlayerCommand::Seek(u32::MAX));
    rig.wait("stop", |rig| rig.state().status == PlayStatus::Stopped);
    assert_eq!(rig.failed(), Vec::<ErrorCode>::new());
}

#[test]
fn nothing_is_heard_before_the_place_it_starts_at() {
    let path = data("half1.flac");
    let mut rig = Rig::new(44_100, 2, &[(&path, 0.0)]);
    rig.play(&["half1.flac"]);
    rig.send(PlayerCommand::Seek(500));
    rig.wait("there", |rig| rig.state().position_ms == 500);
    let frames = rig.take_all();
    assert!(frames.len() / 2 <= CUT - 22_050 + 400, "{}", frames.len() / 2);
    let (part, from) = past_the_fade(&frames[frames.len() - (CUT - 22_050) * 2..], 500, 44_100);
    assert!(difference(part, from).0 < 5e-5);
}

#[test]
fn a_pause_keeps_the_place() {
    let path = data("half1.flac");
    let mut rig = Rig::new(44_100, 2, &[(&path, 0.0)]);
    rig.play(&["half1.flac"]);
    let first = rig.take(10_000);
    rig.send(PlayerCommand::Pause);
    rig.wait("pause", |rig| rig.state().status == PlayStatus::Paused);
    let silence = rig.take(4_800);
    assert!(silence[1_000..].iter().all(|x| *x == 0.0));
    rig.send(PlayerCommand::Resume);
    rig.wait("on", |rig| rig.state().status == PlayStatus::Playing);
    let rest = rig.take_all();
    assert!(difference(&first, 0).0 < 5e-5);
    // Only what the fade to silence took is missing.
    let (part, from) = (&rest[1_000..], CUT - rest.len() / 2 + 500);
    assert!(difference(part, from).0 < 5e-5);
    assert!(rest.len() / 2 + 10_000 >= CUT - 400 && rest.len() / 2 + 10_000 <= CUT);
}

#[test]
fn what_follows_is_exchanged_and_what_sounds_is_not() {
    let (one, two, band) = (data("half1.flac"), data("half2.flac"), data("band.alac.m4a"));
    let mut rig = Rig::new(44_100, 2, &[(&one, 0.0), (&two, 0.0), (&band, 0.0)]);
    // The band is decoded ahead by the time the second half takes its place.
    rig.play(&["half1.flac", "band.alac.m4a"]);
    let mut frames = rig.take(5_000);
    rig.send(PlayerCommand::Follow(vec![track("half2.flac")]));
    rig.obeyed();
    frames.extend(rig.take_all());
    assert_eq!(frames.len() / 2, ALL);
    let (most, _) = difference(&frames, 0);
    assert!(most < 5e-5, "{most}");
    let ended = [("half1.flac", 680), ("half2.flac", 589)];
    rig.comes_to(Rig::ended, &ended.map(|(name, heard)| (name.to_owned(), heard, TrackEnd::Finished)));
}

#[test]
fn a_list_that_comes_right_behind_a_jump_is_obeyed() {
    let (one, two, band) = (data("half1.flac"), data("half2.flac"), data("band.alac.m4a"));
    let mut rig = Rig::new(44_100, 2, &[(&one, 0.0), (&two, 0.0), (&band, 0.0)]);
    rig.play(&["band.alac.m4a", "half1.flac", "band.alac.m4a"]);
    rig.take(5_000);
    rig.send(PlayerCommand::Next);
    rig.send(PlayerCommand::Follow(vec![track("half2.flac")]));
    rig.wait("next", |rig| rig.state().track == Some(track("half1.flac").id));
    rig.obeyed();
    let frames = rig.take_all();
    // First the fade to silence of what sounded, and silence to the end of the pieces that were being taken.
    let start = frames.len() / 2 - ALL;
    assert!(start < 1_500, "{start}");
    assert!(difference(&frames[start * 2..], 0).0 < 5e-5);
}

#[test]
fn the_list_may_grow_after_its_end_was_prepared() {
    let (one, two) = (data("half1.flac"), data("half2.flac"));
    let mut rig = Rig::new(44_100, 2, &[(&one, 0.0), (&two, 0.0)]);
    rig.play(&["half1.flac"]);
    let mut frames = rig.take(5_000);
    rig.send(PlayerCommand::Follow(vec![track("half2.flac")]));
    rig.obeyed();
    frames.extend(rig.take_all());
    assert_eq!(frames.len() / 2, ALL);
    assert!(difference(&frames, 0).0 < 5e-5);
}

#[test]
fn the_last_track_ends_though_a_card_is_late() {
    let path = data("half1.flac");
    let mut rig = Rig::new(44_100, 2, &[(&path, 0.0)]);
    rig.play(&["half1.flac"]);
    rig.pull_late();
    rig.comes_to(Rig::ended, &[("half1.flac".to_owned(), 680, TrackEnd::Finished)]);
}

#[test]
fn ends_say_why() {
    let long = data("band.mp3");
    let dir = tempfile::tempdir().unwrap();
    // Forty seconds, so that leaving it early is no "nearly heard".
    let path = dir.path().join("long.mp3");
    fs::write(&path, fs::read(long).unwrap().repeat(8)).unwrap();
    let mut rig = Rig::new(44_100, 2, &[(&path, 0.0)]);
    rig.play(&["long.mp3", "long.mp3", "long.mp3"]);
    rig.take(44_100);
    rig.send(PlayerCommand::Next);
    rig.wait("skip", |rig| rig.ended().len() == 1);
    rig.take(22_050);
    rig.play(&["long.mp3"]);
    rig.wait("replace", |rig| rig.ended().len() == 2);
    rig.send(PlayerCommand::Seek(35_000));
    rig.wait("near the end", |rig| rig.state().position_ms == 35_000);
    rig.send(PlayerCommand::Next);
    rig.wait("finish", |rig| rig.ended().len() == 3);
    let ended = rig.ended();
    assert!((950..=1_001).contains(&ended[0].1) && ended[0].2 == TrackEnd::Skipped, "{ended:?}");
    assert!((450..=501).contains(&ended[1].1) && ended[1].2 == TrackEnd::Replaced, "{ended:?}");
    assert!((35_000..35_100).contains(&ended[2].1) && ended[2].2 == TrackEnd::Finished, "{ended:?}");
    rig.comes_to(|rig| rig.state().status, &PlayStatus::Stopped);
}

#[test]
fn what_cannot_be_played_is_left_out_and_said() {
    let dir = tempfile::tempdir().unwrap();
    let broken = dir.path().join("broken.mp3");
    fs::write(&broken, b"no music at all, only words").unwrap();
    let (one, two) = (data("half1.flac"), data("half2.flac"));
    let mut rig = Rig::new(44_100, 2, &[(&one, 0.0), (&broken, 0.0), (&two, 0.0)]);
    assert!(rig.player.can_play(&track("broken.mp3")) && !rig.player.can_play(&track("elsewhere")));
    rig.play(&["half1.flac", "broken.mp3", "elsewhere", "half2.flac"]);
    let frames = rig.take_all();
    assert_eq!(frames.len() / 2, ALL);
    assert!(difference(&frames, 0).0 < 5e-5);
    rig.wait("both are told", |rig| rig.failed().len() >= 2);
    let failed = rig.failed();
    assert!(
        failed.len() == 2 && failed[0].as_str().starts_with("audio_") && failed[1] == ErrorCode::TrackNotHere,
        "{failed:?}"
    );
    rig.play(&["broken.mp3"; 20]);
    rig.wait("give up", |rig| rig.failed().last().is_some_and(|code| *code == ErrorCode::PlayGaveUp));
    rig.wait("stop", |rig| rig.state().status == PlayStatus::Stopped);
    rig.comes_to(|rig| rig.failed().len(), &(2 + 5 + 1));
}

#[test]
fn another_output_takes_over_where_the_first_left_off() {
    let path = data("half1.flac");
    let mut rig = Rig::new(44_100, 2, &[(&path, 0.0)]);
    rig.play(&["half1.flac"]);
    let first = rig.take(10_000);
    rig.comes_to(Rig::open, &Some("one".to_owned()));
    rig.send(PlayerCommand::Transfer("two".into()));
    rig.wait("moved", |rig| {
        rig.open().as_deref() == Some("two") && rig.state().device.as_deref() == Some("TWO")
    });
    let rest = rig.take_all();
    assert!(difference(&first, 0).0 < 5e-5);
    // Places are kept in milliseconds.
    assert!((rest.len() / 2).abs_diff(CUT - 10_000) < 50, "{}", rest.len() / 2);
    rig.comes_to(|rig| rig.ended().len(), &1);
}

#[test]
fn an_output_that_goes_is_replaced_or_waited_for() {
    let path = data("half1.flac");
    let mut rig = Rig::new(44_100, 2, &[(&path, 0.0)]);
    rig.send(PlayerCommand::Transfer("two".into()));
    rig.play(&["half1.flac"]);
    rig.take(5_000);
    rig.comes_to(Rig::open, &Some("two".to_owned()));
    rig.room.lock().unwrap().outputs.retain(|o| o.id != "two");
    rig.lose();
    rig.wait("the default", |rig| rig.open().as_deref() == Some("one"));
    rig.take(5_000);
    rig.room.lock().unwrap().outputs.clear();
    rig.lose();
    rig.wait("the reason", |rig| rig.failed() == [ErrorCode::NoSoundOutput]);
    rig.wait("a pause", |rig| rig.state().status == PlayStatus::Paused);
    rig.room.lock().unwrap().outputs.push(output("two", true));
    rig.wait("back", |rig| rig.open().as_deref() == Some("two"));
    let rest = rig.take_all();
    assert!((rest.len() / 2).abs_diff(CUT - 10_000) < 100, "{}", rest.len() / 2);
    rig.comes_to(|rig| rig.ended().last().map(|e| (e.1, e.2)), &Some((680, TrackEnd::Finished)));
    assert_eq!(rig.failed().len(), 1);
}

#[test]
fn without_any_output_it_says_so_and_goes_on_living() {
    let path = data("half1.flac");
    let mut rig = Rig::new(44_100, 2, &[(&path, 0.0)]);
    rig.room.lock().unwrap().outputs.clear();
    rig.play(&["half1.flac"]);
    rig.wait("the reason", |rig| rig.failed() == [ErrorCode::NoSoundOutput]);
    rig.send(PlayerCommand::Pause);
    rig.send(PlayerCommand::Seek(100));
    rig.send(PlayerCommand::Next);
    rig.wait("stop", |rig| rig.state().status == PlayStatus::Stopped);
    let start = Instant::now();
    drop(rig);
    assert!(start.elapsed() < Duration::from_mins(1));
}
