//! The same numbers as the reference in Python, `training/pulse/golden.py`.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use attune_pulse::colour::signal::{Method, chrom, pos};
use attune_pulse::colour::{Colour, Meter, Patch, Window};
use common::{BEAT, Noise, SKIN};
use serde_json::Value;
use std::f64::consts::PI;

fn golden() -> serde_json::Map<String, Value> {
    let text = include_str!("data/colour.golden.json");
    serde_json::from_str(text).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

/// The times and colours of a case.
fn looks(case: &Value) -> Vec<(f64, Colour)> {
    let of = |key: &str| case[key].as_f64().unwrap();
    let count = of("looks") as usize;
    let jitter: Vec<f64> = Noise::new(3).take(count).collect();
    let grain: Vec<f64> = Noise::new(7).take(3 * count).collect();
    (0..count)
        .map(|i| {
            let time = i as f64 / of("fps") + of("jitter") * jitter[i] / of("fps");
            let beat = of("depth") * (2.0 * PI * of("bpm") / 60.0 * time).sin();
            let light =
                1.0 + 0.08 * (2.0 * PI * 0.05 * time).sin() + of("sway") * (2.0 * PI * 0.4 * time).sin();
            let colour =
                [0, 1, 2].map(|c| SKIN[c] * (light + beat * BEAT[c]) + of("grain") * grain[3 * i + c]);
            (time, colour)
        })
        .collect()
}

fn largest_difference(ours: impl IntoIterator<Item = f64>, theirs: &[f64]) -> f64 {
    let ours: Vec<f64> = ours.into_iter().collect();
    assert_eq!(ours.len(), theirs.len());
    ours.iter().zip(theirs).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
}

#[test]
fn signals_are_the_reference_s() {
    for (name, golden) in golden() {
        let colours: Vec<Colour> = looks(&golden["case"]).into_iter().map(|(_, colour)| colour).collect();
        let fps = golden["case"]["fps"].as_f64().unwrap();
        for (field, method) in [("pos", pos as Method), ("chrom", chrom)] {
            let ours = method(&colours, fps).into_iter().step_by(7);
            let off = largest_difference(ours, &numbers(&golden[field]));
            assert!(off < 1e-6, "{name}, {field}: {off}");
        }
    }
}

/// Every window of a clip as the meter measures it, one patch, with the clip's end.
fn windows(looks: &[(f64, Colour)]) -> Vec<Window> {
    let mut meter = Meter::new();
    for (time, colour) in looks {
        let _ = meter.push(*time, &[Patch { colour: *colour, pixels: 900 }]);
    }
    let _ = meter.finish();
    meter.windows().copied().collect()
}

#[test]
fn windows_measured_look_by_look_are_the_reference_s() {
    for (name, golden) in golden() {
        let ours = windows(&looks(&golden["case"]));
        for (field, peak) in [("pos_windows", |w: &Window| w.pos), ("chrom_windows", |w: &Window| w.chrom)]
            as [(&str, fn(&Window) -> _); 2]
        {
            let theirs: Vec<Vec<f64>> = golden[field].as_array().unwrap().iter().map(numbers).collect();
            let (rates, clarity): (Vec<f64>, Vec<f64>) = theirs.iter().map(|w| (w[0], w[1])).unzip();
            let off = largest_difference(ours.iter().map(|w| peak(w).rate), &rates);
            assert!(off < 1e-4, "{name}, {field}: {off} beats a minute");
            let off = largest_difference(ours.iter().map(|w| peak(w).signal_to_noise), &clarity);
            assert!(off < 1e-4, "{name}, {field}: {off} dB");
        }
    }
}
