//! The shipped models, with the small change that measuring needs.

use attune_core::AppError;
use attune_models::manifest::{CLASSIFIER, CropSpec};
use attune_models::{Models, Runtime, runtime};
use attune_vision::{OrtExpressionClassifier, OrtFaceDetector};

/// The models of the first folder `models` with a manifest above the program, and what runs them.
pub(super) struct Shipped {
    runtime: Runtime,
    models: Models,
}

impl Shipped {
    /// Fails with the codes of [`ModelError`](attune_models::ModelError).
    pub(super) fn open() -> Result<Self, AppError> {
        let models = Models::find(None)?;
        Ok(Self { runtime: Runtime::load(&runtime::find(None)?)?, models })
    }

    /// The classifier as the app uses it.
    pub(super) fn classifier(&self) -> Result<OrtExpressionClassifier, AppError> {
        Ok(OrtExpressionClassifier::open(&self.models, &self.runtime)?)
    }

    /// The classifier for pictures that already are framed as it was taught: the box is taken as it is.
    pub(super) fn unframed_classifier(&self) -> Result<OrtExpressionClassifier, AppError> {
        let mut entry = self.models.manifest().entry(CLASSIFIER)?.clone();
        entry.crop = Some(CropSpec { scale: 1.0, dy: 0.0 });
        let classifier = OrtExpressionClassifier::new(&entry, &self.models.verified(&entry)?, &self.runtime)?;
        Ok(classifier.with_limits(self.models.manifest().limits()))
    }

    /// The detector as the app uses it.
    pub(super) fn detector(&self) -> Result<OrtFaceDetector, AppError> {
        Ok(OrtFaceDetector::open(&self.models, &self.runtime)?)
    }
}
