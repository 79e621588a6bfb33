//! A list that changes while its next tracks are prepared, and files whose heads say something else than their sound.

use crate::rig::{ALL, CUT, Rig, data, difference, track};
use attune_audio::listen;
use attune_audio::synth::wav;
use attune_core::player::{PlayerCommand, TrackEnd};
use std::fs;
use std::time::Duration;

/// Long enough for the player to decode ahead.
fn a_moment() {
    std::thread::sleep(Duration::from_millis(120));
}

#[test]
fn what_was_taken_out_twice_is_not_heard() {
    let names = ["half1.flac", "band.alac.m4a", "band.mp3", "half2.flac"];
    let paths = names.map(data);
    let files: Vec<_> = paths.iter().map(|path| (path.as_path(), 0.0)).collect();
    let mut rig = Rig::new(44_100, 2, &files);
    rig.play(&names[..2]);
    let mut frames = rig.take(5_000);
    for next in &names[2..] {
        a_moment();
        rig.send(PlayerCommand::Follow(vec![track(next)]));
        rig.obeyed();
        // Some of the choice is handed over.
        frames.extend(rig.take(5_000));
    }
    frames.extend(rig.take_all());
    assert_eq!(frames.len() / 2, ALL);
    let (most, _) = difference(&frames, 0);
    assert!(most < 5e-5, "{most}");
    let ended: Vec<_> = rig.ended().into_iter().map(|(name, ..)| name).collect();
    assert_eq!(ended, ["half1.flac", "half2.flac"]);
}

#[test]
fn of_several_that_are_prepared_the_second_can_be_taken_out() {
    let dir = tempfile::tempdir().unwrap();
    let tone = |name: &str, level: f32| {
        let path = dir.path().join(name);
        fs::write(&path, wav(&[vec![level; 8_820], vec![level; 8_820]], 44_100)).unwrap();
        path
    };
    let paths = [tone("a.wav", 0.1), tone("b.wav", 0.2), tone("c.wav", 0.3), tone("d.wav", 0.4)];
    let files: Vec<_> = paths.iter().map(|path| (path.as_path(), 0.0)).collect();
    // The second, then the first of the two that are prepared, then one behind a stretch that is left out already.
    for (lists, wanted) in [
        (vec!["bd"], vec![0.1, 0.2, 0.4]),
        (vec!["c"], vec![0.1, 0.3]),
        (vec!["cd", "cb"], vec![0.1, 0.3, 0.2]),
        (vec!["bd", "cd", ""], vec![0.1]),
    ] {
        let mut rig = Rig::new(44_100, 2, &files);
        rig.play(&["a.wav", "b.wav", "c.wav"]);
        let mut frames = rig.take(500);
        for list in &lists {
            a_moment();
            let tracks = list.chars().map(|name| track(&format!("{name}.wav"))).collect();
            rig.send(PlayerCommand::Follow(tracks));
            rig.obeyed();
            frames.extend(rig.take(100));
        }
        frames.extend(rig.take_all());
        let mut levels: Vec<f32> = frames.chunks(2).map(|f| (f[0] * 10.0).round() / 10.0).collect();
        assert_eq!(levels.len(), wanted.len() * 8_820, "{lists:?}");
        levels.dedup();
        assert_eq!(levels, wanted, "{lists:?}");
    }
}

#[test]
fn a_track_played_to_its_end_is_finished_whatever_its_head_says() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("lies.wav");
    let mut bytes = wav(&[vec![0.1; 44_100], vec![0.1; 44_100]], 44_100);
    // It claims a minute more than there is.
    let claimed = 61 * 44_100 * 4_u32;
    bytes[4..8].copy_from_slice(&(claimed + 36).to_le_bytes());
    bytes[40..44].copy_from_slice(&claimed.to_le_bytes());
    fs::write(&path, bytes).unwrap();
    let mut rig = Rig::new(44_100, 2, &[(&path, 0.0)]);
    rig.play(&["lies.wav"]);
    assert_eq!(rig.take_all().len() / 2, 44_100);
    rig.comes_to(Rig::ended, &[("lies.wav".to_owned(), 1_000, TrackEnd::Finished)]);
    assert!((listen(&path).unwrap().seconds - 1.0).abs() < 1e-6);
}

/// An Ogg file under another number, so that it can follow a file by the same encoder.
fn renumbered(bytes: &[u8], serial: u32) -> Vec<u8> {
    let mut out = bytes.to_vec();
    let mut at = 0;
    while out[at..].starts_with(b"OggS") {
        let segments = usize::from(out[at + 26]);
        let body: usize = out[at + 27..at + 27 + segments].iter().map(|l| usize::from(*l)).sum();
        let end = at + 27 + segments + body;
        out[at + 14..at + 18].copy_from_slice(&serial.to_le_bytes());
        out[at + 22..at + 26].fill(0);
        let sum = checksum(&out[at..end]);
        out[at + 22..at + 26].copy_from_slice(&sum.to_le_bytes());
        at = end;
        if at >= out.len() {
            break;
        }
    }
    out
}

/// The checksum of a page (RFC 3533, 6).
fn checksum(page: &[u8]) -> u32 {
    page.iter().fold(0_u32, |sum, byte| {
        let mut sum = sum ^ (u32::from(*byte) << 24);
        for _ in 0..8 {
            sum = if sum >> 31 == 1 { (sum << 1) ^ 0x04C1_1DB7 } else { sum << 1 };
        }
        sum
    })
}

#[test]
fn every_stream_of_a_chain_is_played_and_listened_to() {
    let dir = tempfile::tempdir().unwrap();
    // Numbers of the streams; programs that always take the same one make chains of it.
    let numbers = [[101, 202, 303], [7, 7, 7]];
    for (kind, rate, serials) in numbers.iter().flat_map(|s| [("ogg", 44_100, s), ("opus", 48_000, s)]) {
        let [one, two] = [1, 2].map(|half| fs::read(data(&format!("half{half}.{kind}"))).unwrap());
        let path = dir.path().join(format!("chain.{kind}"));
        let [first, second, third] = *serials;
        let links = [renumbered(&one, first), renumbered(&two, second), renumbered(&one, third)];
        fs::write(&path, links.concat()).unwrap();
        let name = format!("chain.{kind}");
        let mut rig = Rig::new(rate, 2, &[(&path, 0.0)]);
        rig.play(&[&name]);
        let frames = rig.take_all();
        let wanted = ALL + CUT;
        assert!((frames.len() / 2).abs_diff(wanted) < 100, "{kind}: {} of {wanted}", frames.len() / 2);
        if kind == "ogg" {
            let (_, whole) = difference(&frames[..ALL * 2], 0);
            assert!(whole < 0.02, "{kind}: {whole}");
        }
        let ended = rig.ended();
        assert!(ended.len() == 1 && ended[0].2 == TrackEnd::Finished, "{ended:?}");
        let length = wanted as f64 / f64::from(rate);
        assert!((f64::from(ended[0].1) / 1e3 - length).abs() < 0.005, "{ended:?}");
        let seconds = listen(&path).unwrap().seconds;
        assert!((seconds - length).abs() < 0.02, "{kind}: {seconds} s");
        // A place in the second stream.
        rig.play(&[&name]);
        rig.send(PlayerCommand::Seek(1_000));
        rig.wait("there", |rig| rig.state().position_ms >= 1_000);
        let rest = rig.take_all();
        assert!((rest.len() / 2).abs_diff(wanted - rate as usize) < 1_000, "{kind}: {}", rest.len() / 2);
    }
}

#[test]
fn a_file_that_changes_its_rate_is_heard_to_its_end() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("rates.ogg");
    let [one, two] = ["half1.ogg", "half2.ogg"].map(|name| fs::read(data(name)).unwrap());
    // The second stream claims half the rate: the same packets, twice as slow.
    let mut slow = two;
    let at = slow.windows(7).position(|w| w == b"\x01vorbis").unwrap();
    slow[at + 12..at + 16].copy_from_slice(&22_050_u32.to_le_bytes());
    fs::write(&path, [renumbered(&one, 1), renumbered(&slow, 2)].concat()).unwrap();
    let wanted = (CUT + 2 * (ALL - CUT)) as f64 / 44_100.0;
    let seconds = listen(&path).unwrap().seconds;
    assert!((seconds - wanted).abs() < 0.02, "{seconds} of {wanted}");
    let mut rig = Rig::new(44_100, 2, &[(&path, 0.0)]);
    rig.play(&["rates.ogg"]);
    let frames = rig.take_all().len() as f64 / 2.0 / 44_100.0;
    assert!((frames - wanted).abs() < 0.02, "{frames} of {wanted}");
}

#[test]
fn files_joined_into_one_are_played_and_places_in_every_part_found() {
    let dir = tempfile::tempdir().unwrap();
    // Silence at half the rate before the music, and the music once more behind it.
    let mut slow = vec![0xFF, 0xF3, 0x80, 0xC0];
    slow.resize(208, 0);
    let [one, two] = ["half1.mp3", "half2.mp3"].map(|name| fs::read(data(name)).unwrap());
    let path = dir.path().join("joined.mp3");
    fs::write(&path, [slow.repeat(100), one, two].concat()).unwrap();
    let before = 57_600.0 / 22_050.0;
    let whole = before + ALL as f64 / 44_100.0;
    let mut rig = Rig::new(44_100, 2, &[(&path, 0.0)]);
    rig.play(&["joined.mp3"]);
    let frames = rig.take_all();
    let seconds = frames.len() as f64 / 2.0 / 44_100.0;
    assert!((seconds - whole).abs() < 0.05, "{seconds} of {whole}");
    for ms in [1_000, 2_800, 3_500] {
        rig.play(&["joined.mp3"]);
        rig.send(PlayerCommand::Seek(ms));
        rig.wait("there", |rig| rig.state().position_ms >= ms);
        let rest = rig.take_all().len() as f64 / 2.0 / 44_100.0;
        let wanted = whole - f64::from(ms) / 1e3;
        assert!((rest - wanted).abs() < 0.05, "from {ms} ms on: {rest} of {wanted}");
    }
}
