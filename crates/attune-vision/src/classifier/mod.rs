//! Reading a face's expression with a network of our own (see `training/expression`).

mod crop;
mod guard;
mod quality;

pub use crop::{Crop, SIDE};
pub use guard::MIN_FACE;
pub use quality::Quality;

use attune_core::ports::ExpressionClassifier;
use attune_core::{AppError, ExpressionScores, FaceBox, FaceLook, Frame};
use attune_models::manifest::{CLASSIFIER, ClassifierSpec, Entry, Limits};
use attune_models::{ModelError, Models, Network, Runtime, values};
use guard::{Evidence, energy, judge};

const OUTPUT: &str = "expression_logits";

/// The second head, trained on the seven names of FER-2013; a model may go without.
const SECOND_OUTPUT: &str = "fer2013_logits";

/// The third head: whether the face is open to view rather than covered; a model may go without.
const OPEN_OUTPUT: &str = "open_logit";

/// An expression classifier on ONNX Runtime; keep it on one thread.
#[derive(Debug)]
pub struct OrtExpressionClassifier {
    id: String,
    temperature: f32,
    network: Network,
    crop: Crop,
    limits: Limits,
}

/// Everything that one look at a face gives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// What the face shows, and whether to believe it.
    pub look: FaceLook,
    /// How well it was seen.
    pub quality: Quality,
    /// The energy of the logits: what the classifier was not taught tends to have less.
    pub energy: f32,
    /// The logit of the face being open to view rather than covered, if the model gives it.
    pub open: Option<f32>,
    /// The logits of the seven FER-2013 names (angry, disgust, fear, happy, sad, surprise, neutral) if the model
    /// gives them. For measuring only: the app never asks for them.
    pub fer2013: Option<[f32; 7]>,
}

impl OrtExpressionClassifier {
    /// The classifier that ships, its file verified, with the manifest's limits. Fails with `manifest_invalid`,
    /// `model_missing`, `model_corrupt`, `model_shape` or `model_failed`.
    pub fn open(models: &Models, runtime: &Runtime) -> Result<Self, ModelError> {
        let entry = models.manifest().entry(CLASSIFIER)?;
        let classifier = Self::new(entry, &models.verified(entry)?, runtime)?;
        Ok(classifier.with_limits(models.manifest().limits()))
    }

    /// A classifier from its manifest entry and the verified bytes of its file. Fails with `manifest_invalid`,
    /// `model_shape` or `model_failed`.
    pub fn new(entry: &Entry, model: &[u8], runtime: &Runtime) -> Result<Self, ModelError> {
        let (Some(ClassifierSpec { temperature, .. }), Some(framing)) = (&entry.classifier, entry.crop)
        else {
            let detail = format!("{} needs [model.classifier] and [model.crop]", entry.id);
            return Err(ModelError::Manifest { detail });
        };
        let input: &[i64] = &[-1, 1, SIDE as i64, SIDE as i64];
        let network = Network::new(entry, model, runtime, ("face", input), &[(OUTPUT, &[-1, 8])])?;
        Ok(Self {
            id: entry.id.clone(),
            temperature: *temperature,
            network,
            crop: Crop::new(framing),
            limits: Limits::default(),
        })
    }

    /// The same with limits for its answers and for the detector's; without, everything passes them.
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Reads the face inside `face`, a box of finite numbers with a width and height above 0.
    /// Fails with `model_failed` or `model_output`.
    pub fn read(&mut self, frame: &Frame, face: &FaceBox) -> Result<Reading, ModelError> {
        let impossible = |detail: String| ModelError::Output { model: self.id.clone(), detail };
        self.crop.fill(frame, face).map_err(impossible)?;
        let outputs = self.network.run(&[1, 1, SIDE, SIDE], self.crop.samples())?;
        let logits = values(&outputs, OUTPUT, &[1, 8]).map_err(impossible)?;
        let scores = scores(logits, self.temperature).map_err(impossible)?;
        let (outside, quality) = (self.crop.outside(frame, face), Quality::of(self.crop.samples()));
        let open = values(&outputs, OPEN_OUTPUT, &[1, 1]).ok().map(|logit| logit[0]);
        if let Some(logit) = open.filter(|logit| !logit.is_finite()) {
            return Err(impossible(format!("the logit {logit} of an open face")));
        }
        let evidence = Evidence { face: *face, outside, quality, energy: energy(logits), open };
        let look = FaceLook { scores, unclear: judge(self.limits, &evidence) };
        let fer2013 = values(&outputs, SECOND_OUTPUT, &[1, 7]).ok().and_then(|l| l.try_into().ok());
        Ok(Reading { look, quality, energy: evidence.energy, open, fer2013 })
    }
}

impl ExpressionClassifier for OrtExpressionClassifier {
    fn classify(&mut self, frame: &Frame, face: &FaceBox) -> Result<FaceLook, AppError> {
        Ok(self.read(frame, face)?.look)
    }
}

/// Eight logits as scores; `Err` if any is not a finite number.
fn scores(logits: &[f32], temperature: f32) -> Result<ExpressionScores, String> {
    let eight: [f32; 8] = logits.try_into().map_err(|_| format!("{} logits", logits.len()))?;
    ExpressionScores::from_logits(eight, temperature).map_err(|_| format!("the logits {logits:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logits_that_are_no_numbers_are_refused() {
        assert!(scores(&[0.0; 8], 1.0).is_ok());
        assert!(scores(&[0.0; 7], 1.0).is_err());
        for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
            let mut logits = [0.0; 8];
            logits[5] = bad;
            assert!(scores(&logits, 1.0).is_err());
        }
    }
}
