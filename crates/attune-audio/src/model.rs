//! The network that reads affect from features.

use crate::features::Columns;
use crate::{AudioError, FEATURES_VERSION, Features, RecordingAnalysis};
use attune_core::{Affect, AffectEstimate};
use ort::environment::Environment;
use ort::session::Session;
use ort::session::builder::GraphOptimizationLevel;
use ort::value::TensorRef;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The id of the network's entry in the manifest of models.
pub const MODEL_ID: &str = "audio-affect";

/// The network, ready to be asked.
#[derive(Debug)]
pub struct AffectModel {
    session: Session,
    revision: String,
}

impl AffectModel {
    /// From the bytes of the model's file, which the caller has verified, and its revision in the manifest.
    ///
    /// Fails with `audio_model` if ONNX Runtime does not take it or its inputs and outputs are not ours.
    pub fn new(environment: &Environment, model: &[u8], revision: &str) -> Result<Self, AudioError> {
        let build = || -> ort::Result<Session> {
            Session::builder(environment)?
                .with_optimization_level(GraphOptimizationLevel::All)?
                .with_intra_threads(1)?
                .with_inter_threads(1)?
                .with_intra_op_spinning(false)?
                .with_inter_op_spinning(false)?
                .commit_from_memory(model)
        };
        let session = catch_unwind(AssertUnwindSafe(build))
            .map_err(|_| failed("building the session broke off"))?
            .map_err(|e| failed(&e.to_string()))?;
        let mut model = Self { session, revision: revision.to_owned() };
        // A run on a neutral input shows that names and shapes are those that `read` needs.
        model.read(&[0.0; Columns::INPUTS])?;
        Ok(model)
    }

    /// The revision of the model, to be kept beside what it said.
    #[must_use]
    pub fn revision(&self) -> &str {
        &self.revision
    }

    /// The affect of music with such features; none if it is silent. Fails with `audio_model`, also for features
    /// of another version than [`FEATURES_VERSION`].
    pub fn affect(&mut self, features: &Features) -> Result<Option<AffectEstimate>, AudioError> {
        if features.version != FEATURES_VERSION {
            return Err(failed(&format!("features of version {}", features.version)));
        }
        features.columns.as_ref().map(|columns| self.read(&columns.inputs())).transpose()
    }

    /// Features and their affect together, as they are kept.
    pub fn hear(&mut self, features: Features) -> Result<RecordingAnalysis, AudioError> {
        let affect = self.affect(&features)?;
        Ok(RecordingAnalysis { features, affect, model_revision: self.revision.clone() })
    }

    /// Runs the network on one row of [`Columns::inputs`].
    pub fn read(&mut self, inputs: &[f32; Columns::INPUTS]) -> Result<AffectEstimate, AudioError> {
        let [valence, arousal, sd_valence, sd_arousal] = self.run(inputs)?.map(f64::from);
        if ![valence, arousal, sd_valence, sd_arousal].iter().all(|x| x.is_finite()) {
            return Err(failed("its answer is no number"));
        }
        Ok(AffectEstimate::new(Affect::new(valence, arousal), sd_valence, sd_arousal))
    }

    fn run(&mut self, inputs: &[f32; Columns::INPUTS]) -> Result<[f32; 4], AudioError> {
        let tensor = TensorRef::from_array_view(([1_usize, Columns::INPUTS], inputs.as_slice()))
            .map_err(|e| failed(&e.to_string()))?;
        let session = &mut self.session;
        let outputs = catch_unwind(AssertUnwindSafe(|| session.run(ort::inputs!["features" => tensor])))
            .map_err(|_| failed("the run broke off"))?
            .map_err(|e| failed(&e.to_string()))?;
        let value = outputs.get("affect").ok_or_else(|| failed("it has no output named affect"))?;
        let (shape, numbers) = value.try_extract_tensor::<f32>().map_err(|e| failed(&e.to_string()))?;
        numbers.try_into().map_err(|_| failed(&format!("its output has the shape {shape:?}")))
    }
}

fn failed(detail: &str) -> AudioError {
    AudioError::Model { detail: detail.to_owned() }
}
