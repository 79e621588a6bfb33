//! The network that reads affect from recordings, as it is found and used here.

use crate::lock::held;
use attune_audio::{
    AffectModel, AudioError, FEATURES_VERSION, Features, RecordingAnalysis, listen, listen_while,
};
use attune_core::{AnalysisVersions, AppError, ErrorCode, TrackAnalysis};
use attune_library::{Job, NotAnalysed};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Where models and the library that runs them are: the folder of an installed app, else around the program.
#[derive(Debug, Clone, Default)]
pub struct Resources(pub Option<PathBuf>);

impl Resources {
    /// The versions of what measures and judges here. Reads the manifest only.
    pub fn versions(&self) -> Result<AnalysisVersions, AppError> {
        let model = AffectModel::revision_of_shipped(self.0.as_deref())?;
        Ok(AnalysisVersions { features: FEATURES_VERSION, model })
    }
}

/// Listens to files; all threads share one network, which answers in microseconds.
pub struct Ear {
    model: Mutex<AffectModel>,
}

impl Ear {
    /// Loads the network, its file verified.
    pub fn open(resources: &Resources) -> Result<Self, AppError> {
        let model = AffectModel::open(resources.0.as_deref())?;
        Ok(Self { model: Mutex::new(model) })
    }

    /// Listens to a file: what was measured, and where it lies on the plane. Fails with the codes of decoding and of the
    /// network.
    pub fn analyse(&self, file: &Path) -> Result<RecordingAnalysis, AppError> {
        Ok(listen(file).and_then(|features| held(&self.model).hear(features))?)
    }

    /// Listens to a file, or reads the affect anew from what was measured before.
    pub fn hear(&self, job: &Job, go_on: &dyn Fn() -> bool) -> Result<TrackAnalysis, NotAnalysed> {
        let file = |e: AudioError| NotAnalysed::File(e.into());
        let features = match job.features.and_then(measured) {
            Some(features) => features,
            None => listen_while(job.path, go_on).map_err(file)?,
        };
        let mut model = held(&self.model);
        let heard = model.hear(features).map_err(|e| NotAnalysed::All(e.into()))?;
        kept(&heard).map_err(NotAnalysed::All)
    }
}

/// What was measured, from the bytes in which the library keeps it.
pub(super) fn measured(bytes: &[u8]) -> Option<Features> {
    serde_json::from_slice(bytes).ok()
}

fn kept(heard: &RecordingAnalysis) -> Result<TrackAnalysis, AppError> {
    let RecordingAnalysis { features, affect, .. } = heard;
    let lost = |e: serde_json::Error| AppError::new(ErrorCode::LibraryFailed, e.to_string());
    Ok(TrackAnalysis {
        features: serde_json::to_vec(features).map_err(lost)?,
        affect: *affect,
        loudness: features.loudness.integrated,
        peak: features.loudness.peak,
        tempo: features.tempo.map(|t| t.bpm as f32),
        length_ms: Some((features.seconds * 1e3).round() as u32),
    })
}
