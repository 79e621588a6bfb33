//! Detector and classifier together, ready to look.

use crate::{FrameReading, Gaze, OrtExpressionClassifier, OrtFaceDetector, read_faces};
use attune_core::ports::{ExpressionClassifier, Eyes};
use attune_core::{AppError, FaceBox, Frame, Sighting};
use attune_models::{Models, Runtime, runtime};
use std::path::Path;
use std::time::Instant;

/// The shipped models, loaded and verified. Belongs to one thread.
pub struct FaceEyes {
    detector: OrtFaceDetector,
    classifier: OrtExpressionClassifier,
    gaze: Gaze,
}

impl FaceEyes {
    /// Loads ONNX Runtime and both models. `resources` is the folder of an installed app that holds `models/`
    /// and `runtime/`; without it, and failing it, they are looked for around the program.
    ///
    /// Fails with the codes of [`ModelError`](attune_models::ModelError).
    pub fn open(resources: Option<&Path>) -> Result<Self, AppError> {
        let runtime = Runtime::load(&runtime::find(resources)?)?;
        let models = Models::find(resources)?;
        Ok(Self {
            detector: OrtFaceDetector::open(&models, &runtime)?,
            classifier: OrtExpressionClassifier::open(&models, &runtime)?,
            gaze: Gaze::default(),
        })
    }

    /// Everything that is found in a frame by itself, with the time it took: also the faces that are too small or too far
    /// behind to count are read, for those who want to look closely.
    pub fn read(&mut self, frame: &Frame) -> Result<FrameReading, AppError> {
        let mut reading = read_faces(&mut self.detector, &mut self.classifier, frame)?;
        let started = Instant::now();
        for face in reading.faces.iter_mut().filter(|f| f.look.is_none()) {
            face.look = Some(self.classifier.classify(frame, &face.face)?);
        }
        reading.classify_ms += started.elapsed().as_secs_f64() * 1e3;
        Ok(reading)
    }
}

impl Eyes for FaceEyes {
    fn look(&mut self, frame: &Frame) -> Result<Sighting, AppError> {
        self.gaze.read(&mut self.detector, &mut self.classifier, frame).map(|reading| reading.sighting)
    }

    fn face(&self) -> Option<FaceBox> {
        self.gaze.face()
    }
}
