//! Transforms and changes of rate. Here and not beside the code, which would be compiled once more for them.

#![allow(clippy::unwrap_used)]

use attune_fft::{WindowFunction, forward, forward_double, inverse, resampler};

#[test]
fn there_and_back_is_the_length_times_the_signal() {
    let signal: Vec<f32> = (0..96).map(|i| (i as f32 * 0.7).sin()).collect();
    let (there, back) = (forward(96), inverse(96));
    let (mut input, mut bins, mut output) = (signal.clone(), there.make_output_vec(), back.make_output_vec());
    there.process(&mut input, &mut bins).unwrap();
    back.process(&mut bins, &mut output).unwrap();
    let worst = signal.iter().zip(&output).map(|(x, y)| (x - y / 96.0).abs()).fold(0.0, f32::max);
    assert!(worst < 1e-5, "{worst}");
}

#[test]
fn a_tone_is_in_its_bin() {
    let mut tone: Vec<f64> =
        (0..64).map(|i| (std::f64::consts::TAU * 5.0 * f64::from(i) / 64.0).cos()).collect();
    let transform = forward_double(64);
    let mut bins = transform.make_output_vec();
    transform.process(&mut tone, &mut bins).unwrap();
    for (bin, value) in bins.iter().enumerate() {
        let expected = if bin == 5 { 32.0 } else { 0.0 };
        assert!((value.norm() - expected).abs() < 1e-9, "{bin}: {value}");
    }
}

#[test]
fn no_rate_is_refused() {
    assert!(resampler(0, 16_000, 256, WindowFunction::Hann).is_err());
    let resampler = resampler(48_000, 16_000, 768, WindowFunction::Hann).ok().unwrap();
    assert_eq!(resampler.input_frames_next(), 3 * resampler.output_frames_next());
}
