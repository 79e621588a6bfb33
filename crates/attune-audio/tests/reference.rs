//! Features against what librosa says of the same signals (`tests/data/make_reference.py`).
#![expect(clippy::unwrap_used, reason = "a test's own functions may panic as the test may")]

use attune_audio::features::{Columns, Gatherer};
use attune_audio::synth::{Noise, wav};
use attune_audio::{Features, Loudness, listen};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::f64::consts::TAU;

const SECONDS: u32 = 12;

#[derive(Deserialize)]
struct Reference {
    signals: BTreeMap<String, Row>,
}

#[derive(Deserialize)]
struct Row {
    chroma_cqt: [f64; 12],
    chroma_stft: [f64; 12],
    mfcc: [f64; 20],
    contrast: [f64; 7],
    centroid: f64,
    bandwidth: f64,
    rolloff: f64,
    flatness: f64,
    zero_crossings: f64,
    rms: f64,
    root_mean_power: f64,
    tuning: f64,
    tempo: f64,
    onset_rate: f64,
}

fn tone(t: f64, hz: f64) -> f64 {
    (1..6).map(|k| (TAU * hz * f64::from(k) * t).sin() / f64::from(k)).sum()
}

fn chord(t: f64, semitones: [i32; 3], cents: f64) -> f64 {
    let c4 = 440.0 * 2f64.powf(-9.0 / 12.0);
    semitones.iter().map(|&s| tone(t, c4 * 2f64.powf((f64::from(s) + cents / 100.0) / 12.0))).sum()
}

fn pulses(t: f64, bpm: f64, decay: f64) -> f64 {
    (-(t % (60.0 / bpm)) / decay).exp()
}

fn sine(t: f64, hz: f64) -> f64 {
    (TAU * hz * t).sin()
}

fn sample(name: &str, t: f64, hiss: f64) -> f64 {
    let length = f64::from(SECONDS);
    // Between pure tones there is nothing but rounding, which no two implementations share.
    let floor = 1e-3 * hiss;
    match name {
        "noise" => 0.3 * hiss,
        "major" => 0.05 * chord(t, [0, 4, 7], 0.0) + floor,
        "minor_sharp" => 0.05 * chord(t, [9, 12, 16], 23.0) + floor,
        "sweep" => {
            let phase = 100.0 * (30f64.powf(t / length) - 1.0) * length / 30f64.ln();
            0.4 * (TAU * phase).sin() + floor
        }
        "beats" => 0.5 * pulses(t, 128.0, 0.03) * hiss + 0.1 * sine(t, 55.0),
        "band" => {
            0.04 * chord(t, [2, 5, 9], 0.0) * pulses(t, 96.0, 0.25)
                + 0.2 * pulses(t, 192.0, 0.02) * hiss
                + 0.3 * pulses(t, 96.0, 0.08) * sine(t, 60.0)
        }
        "quiet" => 1e-3 * (0.5 * hiss + sine(t, 330.0)),
        other => panic!("no signal {other}"),
    }
}

fn signal(name: &str, rate: u32) -> Vec<f32> {
    let mut noise = Noise::new(1);
    (0..SECONDS * rate).map(|i| sample(name, f64::from(i) / f64::from(rate), noise.sample()) as f32).collect()
}

fn measured(samples: &[f32]) -> Features {
    let mut gatherer = Gatherer::default();
    gatherer.waiting().extend_from_slice(samples);
    gatherer.finish(f64::from(SECONDS), Loudness { integrated: None, range: 0.0, peak: None })
}

/// What may differ: absolute for shares and decibels, relative for frequencies and levels.
struct Tolerance {
    decibels: f64,
    shares: f64,
    relative: f64,
    cqt: f64,
}

fn compare(name: &str, features: &Features, row: &Row, may: &Tolerance, found: &mut Vec<String>) {
    let columns = features.columns.expect(name);
    let mut near = |what: String, got: f64, wanted: f64, tolerance: f64| {
        if (got - wanted).abs() > tolerance {
            found.push(format!("{name} {what}: {got:.5} instead of {wanted:.5} (± {tolerance:.5})"));
        }
    };
    for i in 0..12 {
        near(format!("chroma_cqt {i}"), columns.chroma_cqt[i], row.chroma_cqt[i], may.cqt);
        near(format!("chroma_stft {i}"), columns.chroma_stft[i], row.chroma_stft[i], may.shares);
    }
    for i in 0..20 {
        near(format!("mfcc {i}"), columns.mfcc[i], row.mfcc[i], may.decibels);
    }
    for i in 0..7 {
        near(format!("contrast {i}"), columns.contrast[i], row.contrast[i], may.decibels);
    }
    let relative: [(&str, f64, f64); 5] = [
        ("centroid", columns.centroid, row.centroid),
        ("bandwidth", columns.bandwidth, row.bandwidth),
        ("rolloff", columns.rolloff, row.rolloff),
        ("rms", columns.rms, row.rms),
        ("root mean power", columns.root_mean_power, row.root_mean_power),
    ];
    for (what, got, wanted) in relative {
        near(what.to_owned(), got, wanted, may.relative * wanted);
    }
    near("flatness".to_owned(), columns.flatness, row.flatness, may.shares);
    near("zero crossings".to_owned(), columns.zero_crossings, row.zero_crossings, may.shares);
    near("tuning".to_owned(), columns.tuning, row.tuning, 0.0101);
}

fn reference() -> BTreeMap<String, Row> {
    let text = include_str!("data/librosa.json");
    serde_json::from_str::<Reference>(text).unwrap().signals
}

#[test]
fn means_are_those_of_librosa() {
    let may = Tolerance { decibels: 0.02, shares: 0.001, relative: 0.001, cqt: 0.02 };
    let mut found = Vec::new();
    for (name, row) in reference().iter().filter(|(name, _)| !name.contains('@')) {
        compare(name, &measured(&signal(name, 22_050)), row, &may, &mut found);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The other resampler's filter is a little different at its edge, which the highest contrast band feels most.
#[test]
fn files_of_other_rates_come_out_alike() {
    let may = Tolerance { decibels: 2.0, shares: 0.01, relative: 0.01, cqt: 0.02 };
    let (dir, mut found) = (tempfile::tempdir().unwrap(), Vec::new());
    for (name, row) in reference().iter().filter(|(name, _)| name.contains('@')) {
        let (signal_name, rate) = name.split_once('@').unwrap();
        let rate = rate.parse().unwrap();
        let path = dir.path().join("signal.wav");
        std::fs::write(&path, wav(&[signal(signal_name, rate)], rate)).unwrap();
        compare(name, &listen(&path).unwrap(), row, &may, &mut found);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// librosa's tempo is one of whole lags; ours lies between them.
#[test]
fn beats_and_onsets_are_those_of_librosa() {
    for (name, bpm) in [("beats", 128.0), ("band", 96.0)] {
        let (row, features) = (&reference()[name], measured(&signal(name, 22_050)));
        let tempo = features.tempo.unwrap();
        let lag = 60.0 * 22_050.0 / 512.0 / row.tempo;
        let step = row.tempo / lag;
        assert!((tempo.bpm - row.tempo).abs() < step, "{name}: {tempo:?}, librosa {}", row.tempo);
        assert!((tempo.bpm - bpm).abs() < 0.5, "{name}: {tempo:?}");
        assert!(tempo.confidence > 0.5, "{name}: {tempo:?}");
        let rate = features.onset_rate;
        assert!((rate - row.onset_rate).abs() < 0.25, "{name}: {rate}, librosa {}", row.onset_rate);
    }
    let noise = measured(&signal("noise", 22_050)).tempo.unwrap();
    assert!(noise.confidence < 0.2, "{noise:?}");
}

#[test]
fn columns_survive_being_numbers() {
    let columns = measured(&signal("band", 22_050)).columns.unwrap();
    assert_eq!(Columns::from_array(columns.to_array()), columns);
}
