//! The expression classifier against the numbers of its Python reference, and damaged copies of its file.

use crate::common;
use attune_core::ErrorCode;
use attune_core::{Expression, FaceBox, Frame, Timestamp};
use attune_models::Models;
use attune_models::manifest::Limits;
use attune_vision::OrtExpressionClassifier;
use attune_vision::classifier::{Crop, SIDE};
use serde_json::Value;
use std::fs;

/// The picture of `training/expression/golden.py`, 160x120.
fn picture() -> Frame {
    let pixel = |x: i32, y: i32| {
        let check = 40 * ((x / 8 + y / 8) % 2);
        [x + check, (2 * y) % 200 + check / 2, 255 - x / 2 - y / 3 - check].map(|v| v as u8)
    };
    let rgb = (0..120).flat_map(|y| (0..160).flat_map(move |x| pixel(x, y))).collect();
    Frame::new(160, 120, rgb, Timestamp(0)).unwrap()
}

fn golden() -> Value {
    serde_json::from_slice(&fs::read(common::root().join("models/expression.golden.json")).unwrap()).unwrap()
}

fn number(value: &Value) -> f32 {
    value.as_f64().unwrap() as f32
}

fn face(case: &Value) -> FaceBox {
    let [x, y, w, h] = [0, 1, 2, 3].map(|i| number(&case["box"][i]));
    FaceBox { x, y, w, h, score: 1.0 }
}

#[test]
fn crops_are_those_of_the_reference() {
    let models = common::models();
    let mut crop = Crop::new(models.manifest().entry("expression").unwrap().crop.unwrap());
    for (name, case) in golden()["cases"].as_object().unwrap() {
        crop.fill(&picture(), &face(case)).unwrap();
        for sample in case["samples"].as_array().unwrap() {
            let at = number(&sample[0]) as usize * SIDE + number(&sample[1]) as usize;
            let (actual, expected) = (crop.samples()[at], number(&sample[2]));
            assert!((actual - expected).abs() < 1e-3, "{name}: {actual} instead of {expected}");
        }
    }
}

#[test]
fn scores_are_those_of_the_reference() {
    let (golden, models) = (golden(), common::models());
    let entry = models.manifest().entry("expression").unwrap();
    assert_eq!(golden["model_sha256"], entry.sha256, "make models/expression.golden.json again");
    let Some(runtime) = common::runtime() else { return };
    let mut classifier = OrtExpressionClassifier::open(&models, &runtime).unwrap();
    for (name, case) in golden["cases"].as_object().unwrap() {
        let scores = classifier.read(&picture(), &face(case)).unwrap().look.scores;
        for expression in Expression::ALL {
            let (actual, expected) =
                (scores.get(expression), number(&case["probabilities"][expression.name()]));
            // Another processor may round a value in the first, float layer to the next of 256 steps.
            assert!(
                (actual - expected).abs() < 0.02,
                "{name}, {expression:?}: {actual} instead of {expected}"
            );
        }
    }
}

#[test]
fn the_guards_limits_belong_to_the_models_that_ship() {
    let limits = common::models().manifest().limits();
    assert_ne!(limits, Limits::default(), "measure [guard] again: docs/vision.md says how");
}

#[test]
fn one_flipped_bit_is_noticed_before_anything_runs() {
    let Some(runtime) = common::runtime() else { return };
    let dir = tempfile::tempdir().unwrap();
    let from = common::root().join("models");
    fs::copy(from.join("manifest.toml"), dir.path().join("manifest.toml")).unwrap();
    let mut bytes = fs::read(from.join("expression.onnx")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(dir.path().join("expression.onnx"), &bytes).unwrap();
    let models = Models::open(dir.path()).unwrap();
    assert_eq!(OrtExpressionClassifier::open(&models, &runtime).unwrap_err().code(), ErrorCode::ModelCorrupt);
    fs::write(dir.path().join("expression.onnx"), &bytes[..middle]).unwrap();
    assert_eq!(OrtExpressionClassifier::open(&models, &runtime).unwrap_err().code(), ErrorCode::ModelCorrupt);
    fs::remove_file(dir.path().join("expression.onnx")).unwrap();
    assert_eq!(OrtExpressionClassifier::open(&models, &runtime).unwrap_err().code(), ErrorCode::ModelMissing);
}
