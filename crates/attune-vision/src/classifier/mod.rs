//! Reading a face's expression with a network of our own (see `training/expression`).

mod crop;

pub use crop::{Crop, SIDE};

use crate::models::manifest::{ClassifierSpec, Entry};
use crate::models::{ModelError, Network, Runtime, values};
use attune_core::ports::ExpressionClassifier;
use attune_core::{AppError, ExpressionScores, FaceBox, Frame};

const OUTPUT: &str = "expression_logits";

/// The second head, trained on the seven names of FER-2013; a model may go without.
const SECOND_OUTPUT: &str = "fer2013_logits";

/// An expression classifier on ONNX Runtime; keep it on one thread.
#[derive(Debug)]
pub struct OrtExpressionClassifier {
    id: String,
    temperature: f32,
    network: Network,
    crop: Crop,
}

impl OrtExpressionClassifier {
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
        Ok(Self { id: entry.id.clone(), temperature: *temperature, network, crop: Crop::new(framing) })
    }

    /// Calibrated scores of the face inside `face`, a box of finite numbers with a width and height above 0.
    /// Fails with `model_failed` or `model_output`.
    pub fn read(&mut self, frame: &Frame, face: &FaceBox) -> Result<ExpressionScores, ModelError> {
        self.read_with_fer2013(frame, face).map(|(scores, _)| scores)
    }

    /// As [`read`](Self::read), with the logits of the seven FER-2013 names (angry, disgust, fear, happy, sad,
    /// surprise, neutral) if the model gives them. For measuring only: the app never asks for them.
    pub fn read_with_fer2013(
        &mut self,
        frame: &Frame,
        face: &FaceBox,
    ) -> Result<(ExpressionScores, Option<[f32; 7]>), ModelError> {
        let impossible = |detail: String| ModelError::Output { model: self.id.clone(), detail };
        self.crop.fill(frame, face).map_err(impossible)?;
        let outputs = self.network.run([1, 1, SIDE, SIDE], self.crop.samples())?;
        let logits = values(&outputs, OUTPUT, &[1, 8]).map_err(impossible)?;
        let seven = values(&outputs, SECOND_OUTPUT, &[1, 7]).ok().and_then(|l| l.try_into().ok());
        Ok((scores(logits, self.temperature).map_err(impossible)?, seven))
    }
}

impl ExpressionClassifier for OrtExpressionClassifier {
    fn classify(&mut self, frame: &Frame, face: &FaceBox) -> Result<ExpressionScores, AppError> {
        Ok(self.read(frame, face)?)
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
