//! From pictures of a face to its pulse: the portrait of the tests, its skin pulsing, through the real detector.

use attune_core::{Frame, Timestamp};
use attune_models::{Models, Runtime, runtime};
use attune_pulse::colour::{Meter, Missing, Reading, patches};
use attune_vision::{Gaze, OrtExpressionClassifier, OrtFaceDetector};
use std::f64::consts::PI;
use std::path::Path;

const FPS: f64 = 20.0;
const SECONDS: f64 = 24.0;
const WIDTH: u32 = 320;
const HEIGHT: u32 = 240;

/// How much a pulse shows in red, green and blue, relative to each other.
const BEAT: [f64; 3] = [0.33, 0.77, 0.53];

/// The portrait's part around the head.
fn portrait() -> image::RgbImage {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/attune-vision/tests/data/astronaut.png");
    let picture = image::open(file).expect("the portrait").to_rgb8();
    image::imageops::crop_imm(&picture, 60, 20, WIDTH + 20, HEIGHT + 20).to_image()
}

/// Whether a colour is about that of the portrait's skin.
fn is_skin([r, g, b]: [f64; 3]) -> bool {
    r > 90.0 && r > 1.1 * g && g > b * 0.9
}

/// The look at a time: the head sways by 2 % of a face's width, the light drifts, the skin pulses, the sensor is noisy.
fn frame(portrait: &image::RgbImage, time: f64, bpm: f64, depth: f64, noise: &mut u32) -> Frame {
    let beat = depth * (2.0 * PI * bpm / 60.0 * time).sin();
    let light = 1.0 + 0.08 * (2.0 * PI * 0.04 * time).sin();
    let (dx, dy) = (10.0 + 2.0 * (2.0 * PI * 0.3 * time).sin(), 10.0 + 2.0 * (2.0 * PI * 0.21 * time).cos());
    let mut rgb = Vec::with_capacity((WIDTH * HEIGHT * 3) as usize);
    for y in 0..HEIGHT {
        for x in 0..WIDTH {
            let colour = between(portrait, f64::from(x) + dx, f64::from(y) + dy);
            let pulse = if is_skin(colour) { beat } else { 0.0 };
            for (c, share) in BEAT.iter().enumerate() {
                *noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let grain = 4.0 * (f64::from(*noise) / f64::from(u32::MAX) - 0.5) * 2.0;
                rgb.push((colour[c] * light * (1.0 + pulse * share) + grain).round() as u8);
            }
        }
    }
    Frame::new(WIDTH, HEIGHT, rgb, Timestamp((time * 1e3) as i64)).expect("a frame")
}

/// The colour at a place between pixels.
fn between(picture: &image::RgbImage, x: f64, y: f64) -> [f64; 3] {
    let (left, top) = (x.floor(), y.floor());
    let pixel = |dx: u32, dy: u32, c: usize| f64::from(picture[(left as u32 + dx, top as u32 + dy)][c]);
    let (right, down) = (x - left, y - top);
    [0, 1, 2].map(|c| {
        let row = |dy: u32| pixel(0, dy, c) * (1.0 - right) + pixel(1, dy, c) * right;
        row(0) * (1.0 - down) + row(1) * down
    })
}

/// What is said at the end, and whether a rate was ever; none without ONNX Runtime.
fn watched(bpm: f64, depth: f64) -> Option<(Result<Reading, Missing>, bool)> {
    let Ok(library) = runtime::find(None) else {
        println!("skipped: no ONNX Runtime (cargo xtask setup brings it)");
        return None;
    };
    let runtime = Runtime::load(&library).expect("ONNX Runtime");
    let models = Models::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../models")).expect("the models");
    let mut detector = OrtFaceDetector::open(&models, &runtime).expect("the detector");
    let mut classifier = OrtExpressionClassifier::open(&models, &runtime).expect("the classifier");
    let (portrait, mut noise, mut gaze, mut meter) = (portrait(), 1, Gaze::default(), Meter::new());
    let (mut said, mut ever) = (Err(Missing::Face), false);
    for i in 0..(SECONDS * FPS) as u32 {
        let time = f64::from(i) / FPS;
        let frame = frame(&portrait, time, bpm, depth, &mut noise);
        let reading = gaze.read(&mut detector, &mut classifier, &frame).expect("a look");
        let patches = reading.faces.first().map_or_else(Vec::new, |found| patches(&frame, &found.face));
        said = meter.push(time, &patches);
        ever |= said.is_ok();
    }
    Some((said, ever))
}

#[test]
fn a_portrait_whose_skin_pulses_has_its_rate() {
    let Some((said, _)) = watched(74.0, 0.008) else { return };
    println!("{said:?}");
    let reading = said.expect("a rate");
    assert!((reading.rate - 74.0).abs() < 1.3, "{reading:?}");
}

#[test]
fn a_portrait_that_stands_still_has_none() {
    let Some((_, ever)) = watched(74.0, 0.0) else { return };
    assert!(!ever);
}
