//! Frames from cameras and files, face detection and expression recognition.
//!
//! Everything here happens on this device: a frame goes from its source to the models and is dropped. None is
//! written to disk, logged or sent anywhere.
//!
//! The way in: [`OrtFaceDetector::open`] and [`OrtExpressionClassifier::open`] build the networks from verified files
//! (`attune-models`), [`read_faces`] runs both over a frame by itself and [`Gaze`] over one frame after another,
//! which costs less while a face is steady.

#![expect(clippy::cast_possible_wrap, reason = "counts of pixels and files are far below the signed limit")]

pub mod classifier;
pub mod detector;
pub mod evaluation;
mod eyes;
pub mod frames;
mod gaze;
mod reading;
mod resample;
mod scene;

pub use classifier::OrtExpressionClassifier;
pub use detector::OrtFaceDetector;
pub use eyes::FaceEyes;
pub use gaze::Gaze;
pub use reading::{FaceReading, FrameReading, MIN_RIVAL, MIN_SEEN, RIVAL_AREA, read_faces};
