//! The shipped models, with the small change that measuring needs.

use attune_core::AppError;
use attune_vision::models::manifest::{CLASSIFIER, CropSpec};
use attune_vision::models::runtime;
use attune_vision::{Models, OrtExpressionClassifier, OrtFaceDetector, Runtime};
use std::env;
use std::path::PathBuf;

/// The models of the first folder `models` with a manifest above the program, and what runs them.
pub(super) struct Shipped {
    runtime: Runtime,
    models: Models,
}

impl Shipped {
    /// Fails with the codes of [`ModelError`](attune_vision::ModelError).
    pub(super) fn open() -> Result<Self, AppError> {
        let program = env::current_exe().unwrap_or_default();
        let mut folders = program.ancestors().skip(1).map(|place| place.join("models"));
        let folder = folders.find(|folder| folder.join("manifest.toml").is_file());
        let models = Models::open(&folder.unwrap_or_else(|| PathBuf::from("models")))?;
        Ok(Self { runtime: Runtime::load(&runtime::find(None)?)?, models })
    }

    /// The classifier as the app uses it.
    pub(super) fn classifier(&self) -> Result<OrtExpressionClassifier, AppError> {
        Ok(self.models.classifier(&self.runtime)?)
    }

    /// The classifier for pictures that already are framed as it was taught: the box is taken as it is.
    pub(super) fn unframed_classifier(&self) -> Result<OrtExpressionClassifier, AppError> {
        let mut entry = self.models.manifest().entry(CLASSIFIER)?.clone();
        entry.crop = Some(CropSpec { scale: 1.0, dy: 0.0 });
        Ok(OrtExpressionClassifier::new(&entry, &self.models.verified(&entry)?, &self.runtime)?)
    }

    /// The detector as the app uses it.
    pub(super) fn detector(&self) -> Result<OrtFaceDetector, AppError> {
        Ok(self.models.detector(&self.runtime)?)
    }
}
