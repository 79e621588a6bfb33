//! Memory asked for while looking. Everything of ours is kept from frame to frame; what remains is what handing a
//! tensor to ONNX Runtime costs, whatever the size of the frame.
#![expect(clippy::unwrap_used, reason = "what fails to unwrap has failed the test")]

use allocation_counter::measure;
use attune_core::ports::{ExpressionClassifier, FaceDetector};
use attune_core::{AppError, Expression, ExpressionScores, FaceBox, FaceLook, Frame, Timestamp};
use attune_models::manifest::CropSpec;
use attune_models::{Models, Runtime, runtime};
use attune_vision::classifier::{Crop, Quality};
use attune_vision::detector::Letterbox;
use attune_vision::{Gaze, OrtExpressionClassifier, OrtFaceDetector, frames};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

const FACE: FaceBox = FaceBox { x: 100.0, y: 80.0, w: 90.0, h: 110.0, score: 0.9 };

fn frame(width: u32, height: u32, at: i64) -> Frame {
    let rgb = (0..width * height * 3).map(|i| (i * 7) as u8).collect();
    Frame::new(width, height, rgb, Timestamp(at)).unwrap()
}

#[test]
fn pictures_are_made_without_asking_for_memory() {
    let frame = frame(640, 480, 0);
    let (mut letterbox, mut crop) = (Letterbox::new(320), Crop::new(CropSpec { scale: 1.0, dy: 0.0 }));
    let mut make = |face: &FaceBox| {
        letterbox.fill(&frame);
        crop.fill(&frame, face).unwrap();
        Quality::of(crop.samples())
    };
    make(&FaceBox { w: 130.0, ..FACE });
    let asked = measure(|| {
        for i in 0..10 {
            make(&FaceBox { x: 100.0 + i as f32 * 3.3, ..FACE });
        }
    });
    assert_eq!(asked.count_total, 0);
}

/// Ports that need no memory, to measure what lies between them.
struct Known;
impl FaceDetector for Known {
    fn detect(&mut self, _: &Frame) -> Result<&[FaceBox], AppError> {
        Ok(&[FACE])
    }
    fn follow(&mut self, _: &Frame, _: &FaceBox) -> Result<Option<FaceBox>, AppError> {
        Ok(Some(FACE))
    }
}
impl ExpressionClassifier for Known {
    fn classify(&mut self, _: &Frame, _: &FaceBox) -> Result<FaceLook, AppError> {
        Ok(FaceLook { scores: ExpressionScores::certain(Expression::Neutral), unclear: None })
    }
}

#[test]
fn whose_face_counts_is_decided_without_asking_for_memory() {
    let frames: Vec<_> = (0..15).map(|i| frame(640, 480, i * 200)).collect();
    let mut gaze = Gaze::default();
    let asked = measure(|| {
        for frame in &frames {
            gaze.read(&mut Known, &mut Known, frame).unwrap();
        }
    });
    assert_eq!(asked.count_total, 0);
}

#[test]
fn a_look_asks_for_little_whatever_the_frame() {
    let Ok(library) = runtime::find(None) else {
        println!("skipped: no ONNX Runtime in this checkout");
        return;
    };
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let runtime = Runtime::load(&library).unwrap();
    let models = Models::open(&here.join("../../models")).unwrap();
    let (mut detector, mut classifier) = (
        OrtFaceDetector::open(&models, &runtime).unwrap(),
        OrtExpressionClassifier::open(&models, &runtime).unwrap(),
    );
    let file = File::open(here.join("tests/data/astronaut.png")).unwrap();
    let portrait = frames::decode(BufReader::new(file), "astronaut.png", Timestamp(0)).unwrap();
    let mut gaze = Gaze::default();
    let mut most = 0;
    for i in 0..12 {
        let rgb = portrait.rgb().to_vec();
        let frame = Frame::new(portrait.width(), portrait.height(), rgb, Timestamp(i * 200)).unwrap();
        let asked = measure(|| {
            gaze.read(&mut detector, &mut classifier, &frame).unwrap();
        });
        // The first looks make room for the search and for the follow.
        if i >= 2 {
            most = most.max(asked.bytes_total);
            assert!(asked.count_total <= 120, "look {i}: {asked:?}");
        }
    }
    // A letterbox alone has a million bytes.
    assert!(most < 40_000, "{most} bytes");
}
