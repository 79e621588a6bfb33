use super::*;
use crate::synth;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Golden {
    tolerance: f64,
    cases: BTreeMap<String, Case>,
}

#[derive(Deserialize)]
struct Case {
    samples: usize,
    frames: usize,
    rows: BTreeMap<usize, Vec<f64>>,
    sums: Vec<f64>,
}

fn close(what: &str, got: impl IntoIterator<Item = f64>, wanted: &[f64], tolerance: f64) {
    for (channel, (got, wanted)) in got.into_iter().zip(wanted).enumerate() {
        assert!((got - wanted).abs() <= tolerance, "{what}, channel {channel}: {got} instead of {wanted}");
    }
}

#[test]
fn features_are_those_that_the_network_was_trained_on() {
    let golden: Golden =
        serde_json::from_str(include_str!("../../../../training/voice/features.golden.json")).unwrap();
    assert_eq!(golden.cases.len(), synth::GOLDEN.len());
    let mut extractor = Extractor::default();
    for (name, case) in golden.cases {
        let samples = synth::golden(&name).unwrap();
        assert_eq!(samples.len(), case.samples, "{name}");
        let features = extractor.features(&samples).unwrap();
        assert_eq!(features.frames(), case.frames, "{name}");
        for (row, wanted) in case.rows {
            let frame = &features.values()[row * CHANNELS..(row + 1) * CHANNELS];
            close(
                &format!("{name}, frame {row}"),
                frame.iter().map(|x| f64::from(*x)),
                &wanted,
                golden.tolerance,
            );
        }
        let sum = |c: usize| features.values().iter().skip(c).step_by(CHANNELS).map(|x| f64::from(*x)).sum();
        // A sum over all frames may be off by each frame's rounding.
        let tolerance = golden.tolerance * case.frames as f64 / 10.0;
        close(&format!("{name}, sums"), (0..CHANNELS).map(sum), &case.sums, tolerance);
    }
}

#[test]
fn the_gain_of_the_microphone_makes_no_difference() {
    let samples = synth::golden("syllables").unwrap();
    let quiet: Vec<f32> = samples.iter().map(|x| x * 0.1).collect();
    let mut extractor = Extractor::default();
    let (loud, quiet) = (extractor.features(&samples).unwrap(), extractor.features(&quiet).unwrap());
    assert_eq!(loud.frames(), quiet.frames());
    let off = loud.values().iter().zip(quiet.values()).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
    assert!(off < 0.05, "{off}");
}

#[test]
fn a_stretch_below_one_frame_has_no_features() {
    let mut extractor = Extractor::default();
    assert!(extractor.features(&[0.1; FRAME - 1]).is_none());
    assert_eq!(extractor.features(&[0.0; FRAME]).unwrap().frames(), 1);
}
