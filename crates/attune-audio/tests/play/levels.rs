//! How loud it is: levelled tracks measure as they should by EBU R 128 and never clip, and the volume turns smoothly.

use crate::rig::{Rig, data, track};
use attune_audio::listen;
use attune_audio::play::{amplitude, level_gain};
use attune_audio::synth::{Piece, Style, wav};
use attune_core::player::{PlayerCommand, Volume};
use attune_core::ports::PlayedSound;
use ebur128::{EbuR128, Mode};
use std::fs;

/// Integrated loudness and greatest sample of stereo frames at 44.1 kHz.
fn measured(frames: &[f32]) -> (f64, f32) {
    let mut meter = EbuR128::new(2, 44_100, Mode::I).unwrap();
    meter.add_frames_f32(frames).unwrap();
    (meter.loudness_global().unwrap(), frames.iter().fold(0.0, |most, x| most.max(x.abs())))
}

#[test]
fn loud_and_quiet_tracks_come_out_equally_loud() {
    let dir = tempfile::tempdir().unwrap();
    for (style, peak_db) in [(Style::Pads, -1.0), (Style::Strummed, -20.0), (Style::Rock, -0.1)] {
        let piece = Piece { style, bpm: 100.0, tonic: 3, minor: false, seconds: 8.0, peak_db, seed: 4 };
        let path = dir.path().join("piece.wav");
        fs::write(&path, wav(&piece.render(44_100), 44_100)).unwrap();
        let loudness = listen(&path).unwrap().loudness.integrated.unwrap();
        let mut rig = Rig::new(44_100, 2, &[(&path, level_gain(loudness))]);
        rig.play(&["piece.wav"]);
        let (lufs, peak) = measured(&rig.take_all());
        println!("{style:?}: {loudness:.1} LUFS became {lufs:.2}, greatest sample {peak:.3}");
        assert!((lufs + 18.0).abs() < 0.5, "{style:?}: {lufs} LUFS");
        assert!(peak <= 1.0);
    }
}

#[test]
fn mono_and_surround_come_out_as_loud_as_stereo() {
    let dir = tempfile::tempdir().unwrap();
    let tone = |hz: f32| -> Vec<f32> {
        (0..44_100 * 5).map(|i| 0.1 * (std::f32::consts::TAU * hz * i as f32 / 44_100.0).sin()).collect()
    };
    let (a, b, c) = (tone(1_000.0), tone(700.0), tone(500.0));
    let silent = vec![0.0; a.len()];
    let surround = vec![a.clone(), b.clone(), c.clone(), silent, c.clone(), b.clone()];
    let cases = [("stereo", vec![a.clone(), b.clone()]), ("mono", vec![a]), ("surround", surround)];
    for (name, planes) in cases {
        let path = dir.path().join(format!("{name}.wav"));
        fs::write(&path, wav(&planes, 44_100)).unwrap();
        let loudness = listen(&path).unwrap().loudness.integrated.unwrap();
        let mut rig = Rig::new(44_100, 2, &[(&path, level_gain(loudness))]);
        rig.play(&[&format!("{name}.wav")]);
        let (lufs, _) = measured(&rig.take_all());
        println!("{name}: {loudness:.2} LUFS became {lufs:.2}");
        assert!((lufs + 18.0).abs() < 0.1, "{name}: {lufs} LUFS");
    }
}

#[test]
fn whatever_is_asked_for_nothing_clips() {
    let path = data("band.flac");
    let mut rig = Rig::new(44_100, 2, &[(&path, 30.0)]);
    rig.play(&["band.flac"]);
    let frames = rig.take_all();
    let peak = frames.iter().fold(0.0_f32, |most, x| most.max(x.abs()));
    assert!(peak <= 1.0 && peak > 0.9, "{peak}");
    // Limited, not cut off: hardly two samples in a row stand at the top.
    let flat = frames.windows(3).filter(|w| w[0].abs() >= 1.0 && w[2].abs() >= 1.0).count();
    assert!(flat < frames.len() / 1_000, "{flat} of {}", frames.len());
}

#[test]
fn the_volume_turns_without_a_step() {
    let path = data("half1.flac");
    let mut rig = Rig::new(44_100, 2, &[(&path, 0.0)]);
    rig.play(&["half1.flac"]);
    let before = rig.take(10_000);
    rig.send(PlayerCommand::Volume(Volume::percent(50)));
    rig.wait("volume", |rig| rig.state().volume == Some(Volume::percent(50)));
    let turning = rig.take(5_000);
    let after = rig.take(10_000);
    let peak = |part: &[f32]| part.chunks(2).map(|f| f[1].abs()).fold(0.0, f32::max);
    assert!((peak(&before) - 0.5).abs() < 0.01);
    let wanted = 0.5 * amplitude(Volume::percent(50));
    assert!((peak(&after) - wanted).abs() < 0.002, "{} instead of {wanted}", peak(&after));
    let steepest = |part: &[f32]| part.windows(3).step_by(2).map(|w| (w[2] - w[0]).abs()).fold(0.0, f32::max);
    assert!(steepest(&turning) <= steepest(&before) * 1.05);
    let mut rig = Rig::new(44_100, 2, &[(&path, 0.0)]);
    rig.send(PlayerCommand::Volume(Volume::percent(0)));
    rig.send(PlayerCommand::Play(vec![track("half1.flac")]));
    rig.take(8_820);
    assert!(rig.take(4_410).iter().all(|x| *x == 0.0));
}

#[test]
fn who_listens_beside_the_output_gets_what_it_gets() {
    let dir = tempfile::tempdir().unwrap();
    let piece = Piece {
        style: Style::Pads,
        bpm: 100.0,
        tonic: 3,
        minor: false,
        seconds: 2.0,
        peak_db: -3.0,
        seed: 4,
    };
    let path = dir.path().join("piece.wav");
    fs::write(&path, wav(&piece.render(44_100), 44_100)).unwrap();
    let mut rig = Rig::new(44_100, 2, &[(&path, -6.0)]);
    let mut beside = rig.reference.reader();
    rig.play(&["piece.wav"]);
    let frames = rig.take(20_000);
    let mut heard = Vec::new();
    assert_eq!(beside.take(&mut heard), Some(44_100));
    let mono: Vec<f32> = frames.chunks_exact(2).map(|frame| (frame[0] + frame[1]) / 2.0).collect();
    assert_eq!(heard, mono);
}
