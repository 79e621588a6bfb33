//! How the library's files are listened to.

use attune_audio::{AffectModel, FEATURES_VERSION, Features, listen_while};
use attune_core::{AppError, ErrorCode};
use attune_library::{Job, NotAnalysed, TrackAnalysis, Versions};
use std::sync::{Mutex, PoisonError};

/// The measuring of `attune-audio` and the network that ships.
pub(super) struct Ears {
    model: Mutex<AffectModel>,
    revision: String,
}

impl Ears {
    pub(super) fn open() -> Result<Self, AppError> {
        let model = AffectModel::open(None)?;
        let revision = model.revision().to_owned();
        Ok(Self { model: Mutex::new(model), revision })
    }

    /// What is up to date.
    pub(super) fn versions(&self) -> Versions {
        Versions { features: FEATURES_VERSION, model: self.revision.clone() }
    }

    /// Listens to a file; if it was measured before, only the network reads the numbers again.
    pub(super) fn hear(&self, job: &Job, go_on: &dyn Fn() -> bool) -> Result<TrackAnalysis, NotAnalysed> {
        let before = job.features.and_then(|bytes| serde_json::from_slice::<Features>(bytes).ok());
        let features = match before {
            Some(features) => features,
            None => listen_while(job.path, go_on).map_err(|e| NotAnalysed::File(e.into()))?,
        };
        let mut model = self.model.lock().unwrap_or_else(PoisonError::into_inner);
        let heard = model.hear(features).map_err(|e| NotAnalysed::All(e.into()))?;
        let lost =
            |e: serde_json::Error| NotAnalysed::All(AppError::new(ErrorCode::LibraryFailed, e.to_string()));
        Ok(TrackAnalysis {
            features: serde_json::to_vec(&heard.features).map_err(lost)?,
            affect: heard.affect,
            loudness: heard.features.loudness.integrated,
            peak: heard.features.loudness.peak,
            tempo: heard.features.tempo.map(|t| t.bpm as f32),
        })
    }
}
