//! The whole way over a portrait: Eileen Collins, smiling, 420x350.

use crate::common;
use attune_core::{Expression, FaceBox, Sighting};
use attune_vision::{OrtExpressionClassifier, OrtFaceDetector, read_faces};
use serde_json::{Value, json};
use std::fs;

/// Forehead to chin, as a person would draw it.
const FACE: FaceBox = FaceBox { x: 179.0, y: 66.0, w: 92.0, h: 118.0, score: 1.0 };

#[test]
fn one_face_is_found_and_it_is_happy() {
    let Some(runtime) = common::runtime() else { return };
    let models = common::models();
    let (mut detector, mut classifier) = (
        OrtFaceDetector::open(&models, &runtime).unwrap(),
        OrtExpressionClassifier::open(&models, &runtime).unwrap(),
    );
    let reading = read_faces(&mut detector, &mut classifier, &common::portrait()).unwrap();
    assert_eq!(reading.faces.len(), 1, "{reading:?}");
    assert!(reading.faces[0].face.iou(&FACE) > 0.5, "{reading:?}");
    let Sighting::Face(scores) = reading.sighting else { panic!("{reading:?}") };
    assert_eq!(scores.leading().0, Expression::Happiness, "{scores:?}");
}

#[test]
fn a_face_that_fills_the_frame_is_found_at_the_second_look() {
    let Some(runtime) = common::runtime() else { return };
    let models = common::models();
    let (mut detector, mut classifier) = (
        OrtFaceDetector::open(&models, &runtime).unwrap(),
        OrtExpressionClassifier::open(&models, &runtime).unwrap(),
    );
    let close = common::part(&common::portrait(), &json!([172, 50, 278, 188]));
    let reading = read_faces(&mut detector, &mut classifier, &close).unwrap();
    let Sighting::Face(scores) = reading.sighting else { panic!("{reading:?}") };
    assert_eq!(scores.leading().0, Expression::Happiness, "{scores:?}");
}

#[test]
fn boxes_and_scores_are_those_of_the_references() {
    let Some(runtime) = common::runtime() else { return };
    let models = common::models();
    let reference: Value =
        serde_json::from_slice(&fs::read(common::data("reference.json")).unwrap()).unwrap();
    for id in ["face-detector", "expression"] {
        let sha256 = &models.manifest().entry(id).unwrap().sha256;
        assert_eq!(reference["sha256"][id], *sha256, "make tests/data/reference.json again");
    }
    let (mut detector, mut classifier) = (
        OrtFaceDetector::open(&models, &runtime).unwrap(),
        OrtExpressionClassifier::open(&models, &runtime).unwrap(),
    );
    for part in reference["parts"].as_array().unwrap() {
        let picture = common::part(&common::portrait(), &part["part"]);
        let faces = detector.find(&picture).unwrap();
        let expected = part["faces"].as_array().unwrap();
        assert_eq!(faces.len(), expected.len(), "{part} {faces:?}");
        for (face, expected) in faces.iter().zip(expected) {
            // The detector runs in 8 bits: a level that differs in its last bit may be rounded to the next step.
            near(face.score, &expected["score"], 0.01);
            for (i, actual) in [face.x, face.y, face.w, face.h].into_iter().enumerate() {
                near(actual, &expected["box"][i], 0.5);
            }
            let scores = classifier.read(&picture, face).unwrap().look.scores;
            for expression in Expression::ALL {
                near(scores.get(expression), &expected["expression"][expression.name()], 5e-3);
            }
        }
    }
}

fn near(actual: f32, expected: &Value, tolerance: f64) {
    let distance = (f64::from(actual) - expected.as_f64().unwrap()).abs();
    assert!(distance < tolerance, "{actual} instead of {expected}");
}
