//! The network that reads affect from features.

use crate::features::Columns;
use crate::{AudioError, FEATURES_VERSION, Features, RecordingAnalysis};
use attune_core::{Affect, AffectEstimate};
use attune_models::manifest::Entry;
use attune_models::{ModelError, Models, Network, Runtime, runtime, values};
use std::path::Path;

/// The id of the network's entry in the manifest of models.
pub const MODEL_ID: &str = "audio-affect";

/// The network's output: means and standard deviations of valence and arousal.
const OUTPUT: &str = "affect";

/// The network, ready to be asked.
#[derive(Debug)]
pub struct AffectModel {
    network: Network,
    revision: String,
}

impl AffectModel {
    /// The network that ships, its file verified, on ONNX Runtime. `resources` is the folder of an installed app that
    /// holds `models/` and `runtime/`; without it, and failing it, they are looked for around the program.
    ///
    /// Fails with `audio_model`.
    pub fn open(resources: Option<&Path>) -> Result<Self, AudioError> {
        let runtime = Runtime::load(&runtime::find(resources)?)?;
        let models = Models::find(resources)?;
        let entry = models.manifest().entry(MODEL_ID)?;
        Self::new(entry, &models.verified(entry)?, &runtime)
    }

    /// From its manifest entry and the verified bytes of its file.
    ///
    /// Fails with `audio_model` if ONNX Runtime does not take it or its inputs and outputs are not ours.
    pub fn new(entry: &Entry, model: &[u8], runtime: &Runtime) -> Result<Self, AudioError> {
        let input: &[i64] = &[-1, Columns::INPUTS as i64];
        let network = Network::new(entry, model, runtime, ("features", input), &[(OUTPUT, &[-1, 4])])?;
        let mut model = Self { network, revision: entry.revision.clone() };
        // A run on a neutral input shows that it answers with numbers.
        model.read(&[0.0; Columns::INPUTS])?;
        Ok(model)
    }

    /// The revision of the network that ships, without loading it. Fails with `audio_model`.
    pub fn revision_of_shipped(resources: Option<&Path>) -> Result<String, AudioError> {
        Ok(Models::find(resources)?.manifest().entry(MODEL_ID)?.revision.clone())
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
        let outputs = self.network.run(&[1, Columns::INPUTS], inputs.as_slice())?;
        let numbers = values(&outputs, OUTPUT, &[1, 4]).map_err(|why| failed(&why))?;
        numbers.try_into().map_err(|_| failed("its output is no row of four"))
    }
}

impl From<ModelError> for AudioError {
    fn from(error: ModelError) -> Self {
        failed(&error.to_string())
    }
}

fn failed(detail: &str) -> AudioError {
    AudioError::Model { detail: detail.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Deserialize)]
    struct Golden {
        tolerance: f64,
        cases: Vec<Case>,
    }

    #[derive(Deserialize)]
    struct Case {
        features: Vec<f32>,
        affect: [f64; 4],
    }

    /// The shipped network, through ONNX Runtime as the app runs it, against what the training side wrote down.
    #[test]
    fn the_network_says_what_its_training_says() {
        let golden: Golden =
            serde_json::from_str(include_str!("../../../models/audio-affect.golden.json")).unwrap();
        let mut model = AffectModel::open(None).unwrap();
        assert!(golden.cases.len() >= 8);
        for case in golden.cases {
            let inputs: [f32; Columns::INPUTS] = case.features.try_into().unwrap();
            let said = model.read(&inputs).unwrap();
            let numbers = [said.mean.valence, said.mean.arousal, said.sd_valence, said.sd_arousal];
            for (number, wanted) in numbers.iter().zip(case.affect) {
                assert!(
                    (number - wanted).abs() < golden.tolerance,
                    "{numbers:?} instead of {:?}",
                    case.affect
                );
            }
        }
    }
}
