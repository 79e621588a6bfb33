//! One track after another without a gap: a sound cut in two in the middle of its waves comes out whole.

use crate::rig::{ALL, CUT, Rig, data, difference, sound, sound_at};
use attune_audio::synth::{aiff, wav};
use attune_core::player::TrackEnd;
use std::fs;
use std::path::{Path, PathBuf};

/// Both halves one after the other, as stereo frames at their rate.
fn joined(one: &Path, two: &Path, rate: u32) -> (Vec<f32>, Rig) {
    let mut rig = Rig::new(rate, 2, &[(one, 0.0), (two, 0.0)]);
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    rig.play(&[&name(one), &name(two)]);
    let frames = rig.take_all();
    (frames, rig)
}

/// The sound's frames from one to another as channels.
fn part(from: usize, to: usize) -> [Vec<f32>; 2] {
    [0, 1].map(|channel| (from..to).map(|n| sound(n)[channel] as f32).collect())
}

#[test]
fn lossless_files_join_to_the_very_sample() {
    let dir = tempfile::tempdir().unwrap();
    let mut pairs: Vec<[PathBuf; 2]> = Vec::new();
    for (name, write) in [("wav", wav as fn(&[Vec<f32>], u32) -> Vec<u8>), ("aiff", aiff)] {
        let paths = [1, 2].map(|half| dir.path().join(format!("half{half}.{name}")));
        fs::write(&paths[0], write(&part(0, CUT), 44_100)).unwrap();
        fs::write(&paths[1], write(&part(CUT, ALL), 44_100)).unwrap();
        pairs.push(paths);
    }
    for name in ["flac", "alac.m4a"] {
        pairs.push([1, 2].map(|half| data(&format!("half{half}.{name}"))));
    }
    for [one, two] in pairs {
        let (frames, rig) = joined(&one, &two, 44_100);
        assert_eq!(frames.len() / 2, ALL, "{}", one.display());
        let (most, _) = difference(&frames, 0);
        // One step of 16 bits: scaled by 32767 when written and by 32768 when read.
        assert!(most < 5e-5, "{}: {most}", one.display());
        let ends: Vec<_> = rig.ended().into_iter().map(|(_, heard, end)| (heard, end)).collect();
        assert_eq!(ends, [(680, TrackEnd::Finished), (589, TrackEnd::Finished)]);
    }
}

#[test]
fn coded_files_join_where_their_coders_note_where_the_sound_is() {
    for name in ["mp3", "ogg", "m4a", "itunes.m4a", "opus"] {
        let rate = if name == "opus" { 48_000 } else { 44_100 };
        let (frames, _) = joined(&data(&format!("half1.{name}")), &data(&format!("half2.{name}")), rate);
        let (_, whole) = difference(&frames, 0);
        let near = CUT - 300..CUT + 300;
        let (_, join) = difference(&frames[near.start * 2..near.end * 2], near.start);
        println!("{name}: {} frames, error {whole:.5}, {join:.5} at the join", frames.len() / 2);
        assert_eq!(frames.len() / 2, ALL, "{name}");
        // The sound's root mean square is 0.33: 30 dB below it, or a frame in the wrong place would show.
        assert!(whole < 0.02 && join < 0.03, "{name}: {whole} {join}");
    }
}

#[test]
fn a_join_stays_whole_at_another_rate() {
    let (one, two) = (data("half1.flac"), data("half2.flac"));
    for rate in [48_000, 96_000, 22_050] {
        let mut rig = Rig::new(rate, 2, &[(&one, 0.0), (&two, 0.0)]);
        rig.play(&["half1.flac", "half2.flac"]);
        let frames = rig.take_all();
        assert_eq!(frames.len() / 2, (ALL * rate as usize).div_ceil(44_100));
        let worst = frames.chunks(2).enumerate().map(|(i, f)| {
            let wanted = sound_at(i as f64 / f64::from(rate));
            (f64::from(f[0]) - wanted[0]).abs().max((f64::from(f[1]) - wanted[1]).abs())
        });
        let worst = worst.fold(0.0, f64::max);
        println!("at {rate}: {worst:.5}");
        assert!(worst < 0.005, "{rate}: {worst}");
    }
}

#[test]
fn tracks_of_different_rates_and_channels_join_without_a_click() {
    let dir = tempfile::tempdir().unwrap();
    let (one, two) = (dir.path().join("one.wav"), dir.path().join("two.wav"));
    // The same tone on both sides, cut in two: at 44.1 kHz on one channel, then at 96 kHz on two.
    let tone = |t: f64| sound_at(t)[1] as f32;
    let first: Vec<f32> = (0..CUT).map(|n| tone(n as f64 / 44_100.0)).collect();
    let start = CUT as f64 / 44_100.0;
    let second: Vec<f32> = (0..50_000).map(|n| tone(start + f64::from(n) / 96_000.0)).collect();
    fs::write(&one, wav(&[first], 44_100)).unwrap();
    fs::write(&two, wav(&[second.clone(), second], 96_000)).unwrap();
    let mut rig = Rig::new(48_000, 2, &[(&one, 0.0), (&two, 0.0)]);
    rig.play(&["one.wav", "two.wav"]);
    let frames = rig.take_all();
    let seconds = start + 50_000.0 / 96_000.0;
    assert!((frames.len() as f64 / 2.0 - seconds * 48_000.0).abs() <= 2.0, "{}", frames.len());
    // The second track begins at the next whole frame, up to one frame late: at 660 Hz a change of 0.043.
    let steepest = |part: &[f32]| part.windows(3).step_by(2).map(|w| (w[2] - w[0]).abs()).fold(0.0, f32::max);
    let usual = steepest(&frames[2_000..40_000]);
    let join = (start * 48_000.0) as usize * 2;
    let there = steepest(&frames[join - 400..join + 400]);
    assert!(there < usual * 2.1, "{there} where it is usually {usual}");
}
