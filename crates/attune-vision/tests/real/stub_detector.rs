//! The detector's way from frame to boxes, with a network whose answers can be worked out by hand.

use crate::common;
use attune_core::ErrorCode;
use attune_core::{Frame, Timestamp};
use attune_models::ModelError;
use attune_models::manifest::Manifest;
use attune_vision::OrtFaceDetector;
use std::fs;

const MANIFEST: &str = r#"
version = 1
[[model]]
id = "face-detector"
file = "stub-detector.onnx"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
bytes = 0
revision = "0"
licence = "CC0"
[model.input]
name = "image"
shape = [-1, 3, -1, -1]
layout = "NCHW"
channels = "rgb"
range = [0.0, 255.0]
[model.detector]
long_side = 320
score_threshold = 0.5
nms_iou = 0.45
"#;

fn detector(manifest: &str, model: &[u8]) -> Option<Result<OrtFaceDetector, ModelError>> {
    let runtime = common::runtime()?;
    let manifest = Manifest::parse(manifest).unwrap();
    Some(OrtFaceDetector::new(manifest.entry("face-detector").unwrap(), model, &runtime))
}

/// A white square of `side` pixels at (`left`, `top`) of a black frame.
fn square(width: usize, height: usize, left: usize, top: usize, side: usize) -> Frame {
    let mut rgb = vec![0; width * height * 3];
    for y in top..top + side {
        rgb[(y * width + left) * 3..(y * width + left + side) * 3].fill(255);
    }
    Frame::new(width as u32, height as u32, rgb, Timestamp(0)).unwrap()
}

#[test]
fn a_white_square_is_found_where_it_is() {
    let stub = fs::read(common::data("stub-detector.onnx")).unwrap();
    let Some(detector) = detector(MANIFEST, &stub) else { return };
    let mut detector = detector.unwrap();
    // 640x480 is halved: the square fills the cell of 16 pixels in column 5, row 9, but for blur at its edges.
    let faces = detector.find(&square(640, 480, 160, 288, 32)).unwrap();
    assert_eq!(faces.len(), 1, "{faces:?}");
    let face = faces[0];
    assert!((face.x - 112.0).abs() < 1e-3 && (face.y - 240.0).abs() < 1e-3, "{face:?}");
    assert!((face.w - 128.0).abs() < 1e-3 && (face.h - 128.0).abs() < 1e-3, "{face:?}");
    assert!(face.score > 0.9, "{face:?}");
    // The next frame is another size, upright, and larger than the letterbox by three.
    let faces = detector.find(&square(720, 960, 240, 480, 48)).unwrap();
    assert_eq!(faces.len(), 1, "{faces:?}");
    assert!((faces[0].x - 168.0).abs() < 1e-3 && (faces[0].y - 408.0).abs() < 1e-3, "{faces:?}");
    assert!(detector.find(&square(640, 480, 0, 0, 0)).unwrap().is_empty());
}

#[test]
fn what_does_not_fit_is_refused() {
    let stub = fs::read(common::data("stub-detector.onnx")).unwrap();
    let code = |manifest: &str, model: &[u8]| Some(detector(manifest, model)?.unwrap_err().code());
    let Some(broken) = code(MANIFEST, b"this is no model") else { return };
    assert_eq!(broken, ErrorCode::ModelFailed);
    let expression = fs::read(common::root().join("models/expression.onnx")).unwrap();
    assert_eq!(code(MANIFEST, &expression), Some(ErrorCode::ModelShape));
    assert_eq!(code(&MANIFEST.replace("\"image\"", "\"face\""), &stub), Some(ErrorCode::ModelShape));
    let bare = MANIFEST.split("[model.detector]").next().unwrap();
    assert_eq!(code(bare, &stub), Some(ErrorCode::ManifestInvalid));
}
