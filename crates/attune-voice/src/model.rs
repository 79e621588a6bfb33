//! The network that reads the tone of a voice.

use crate::VoiceError;
use crate::affect::{Answers, Tone};
use crate::features::{CHANNELS, Extractor, Features};
use crate::tone::Emotion;
use attune_models::manifest::{Entry, ToneSpec};
use attune_models::{ModelError, Models, Network, Runtime, runtime, values};
use std::path::Path;

/// The id of the network's entry in the manifest of models.
pub const MODEL_ID: &str = "voice-tone";

/// Frames that the network needs at least.
pub(crate) const LEAST_FRAMES: usize = 16;

const EMOTIONS: &str = "emotion_logits";
const AROUSAL: &str = "arousal_logit";
const SPEECH: &str = "speech_logit";

/// The network, ready to be asked. Belongs to one thread.
#[derive(Debug)]
pub struct ToneModel {
    network: Network,
    spec: ToneSpec,
    revision: String,
}

impl ToneModel {
    /// The network that ships, its file verified, on ONNX Runtime. `resources` is the folder of an installed app that
    /// holds `models/` and `runtime/`; without it, and failing it, they are looked for around the program.
    ///
    /// Fails with `voice_model`.
    pub fn open(resources: Option<&Path>) -> Result<Self, VoiceError> {
        let runtime = Runtime::load(&runtime::find(resources)?)?;
        let models = Models::find(resources)?;
        let entry = models.manifest().entry(MODEL_ID)?;
        Self::new(entry, &models.verified(entry)?, &runtime)
    }

    /// From its manifest entry and the verified bytes of its file.
    ///
    /// Fails with `voice_model` if ONNX Runtime does not take it, its inputs and outputs are not ours, or its answer to
    /// a made-up sound is no number.
    pub fn new(entry: &Entry, model: &[u8], runtime: &Runtime) -> Result<Self, VoiceError> {
        let spec = entry.tone.clone().ok_or_else(|| failed("it needs [model.tone]"))?;
        if spec.labels != Emotion::ALL.map(Emotion::name) {
            return Err(failed("its labels are not the eight emotions in their order"));
        }
        let input: &[i64] = &[-1, -1, CHANNELS as i64];
        let outputs: [(&str, &[i64]); 3] =
            [(EMOTIONS, &[-1, Emotion::COUNT as i64]), (AROUSAL, &[-1, 1]), (SPEECH, &[-1, 1])];
        let network = Network::new(entry, model, runtime, ("features", input), &outputs)?;
        let mut model = Self { network, spec, revision: entry.revision.clone() };
        let sound = crate::synth::golden("short").unwrap_or_default();
        if let Some(features) = Extractor::default().features(&sound) {
            model.answers(&features)?;
        }
        Ok(model)
    }

    /// The revision of the model.
    #[must_use]
    pub fn revision(&self) -> &str {
        &self.revision
    }

    /// How its answers are read.
    #[must_use]
    pub fn spec(&self) -> &ToneSpec {
        &self.spec
    }

    /// What the network says of a phrase's frames. Fails with `voice_model`, also where an answer is no
    /// finite number.
    pub fn answers(&mut self, features: &Features) -> Result<Answers, VoiceError> {
        if features.frames() < LEAST_FRAMES {
            return Err(failed(&format!("{} frames", features.frames())));
        }
        let outputs = self.network.run(&[1, features.frames(), CHANNELS], features.values())?;
        let wrong = |why: String| failed(&why);
        let emotions = values(&outputs, EMOTIONS, &[1, Emotion::COUNT as i64]).map_err(wrong)?;
        let arousal = values(&outputs, AROUSAL, &[1, 1]).map_err(wrong)?[0];
        let speech = values(&outputs, SPEECH, &[1, 1]).map_err(wrong)?[0];
        let emotions = emotions.try_into().map_err(|_| failed("its output is no row of eight"))?;
        checked(Answers { emotions, arousal, speech })
    }

    /// The tone that answers stand for.
    #[must_use]
    pub fn tone(&self, answers: &Answers) -> Tone {
        Tone::read(answers, &self.spec)
    }
}

/// The answers, if all of them are finite numbers.
fn checked(answers: Answers) -> Result<Answers, VoiceError> {
    let mut all = answers.emotions.iter().chain([&answers.arousal, &answers.speech]);
    if all.all(|x| x.is_finite()) { Ok(answers) } else { Err(failed("its answer is no number")) }
}

fn failed(detail: &str) -> VoiceError {
    VoiceError::from(ModelError::Output { model: MODEL_ID.to_owned(), detail: detail.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::synth;
    use serde::Deserialize;
    use std::collections::BTreeMap;

    /// How far answers may be from those that Python's ONNX Runtime gave to Python's features: the arithmetic is in
    /// 8 bits, so that the last digit of a feature may move a whole step.
    const OFF: f32 = 0.15;

    #[derive(Deserialize)]
    struct Golden {
        cases: BTreeMap<String, Case>,
    }

    #[derive(Deserialize)]
    struct Case {
        answers: [Vec<f32>; 3],
    }

    #[test]
    fn the_network_says_what_its_training_says() {
        let golden: Golden =
            serde_json::from_str(include_str!("../../../models/voice-tone.golden.json")).unwrap();
        let (mut model, mut extractor) = (ToneModel::open(None).unwrap(), Extractor::default());
        assert_eq!(golden.cases.len(), synth::GOLDEN.len());
        for (name, case) in golden.cases {
            let features = extractor.features(&synth::golden(&name).unwrap()).unwrap();
            let said = model.answers(&features).unwrap();
            let numbers = said.emotions.iter().chain([&said.arousal, &said.speech]);
            for (number, wanted) in numbers.zip(case.answers.iter().flatten()) {
                assert!((number - wanted).abs() < OFF, "{name}: {said:?} instead of {:?}", case.answers);
            }
        }
    }

    #[test]
    fn answers_that_are_no_numbers_are_refused() {
        let good = Answers { emotions: [0.0; 8], arousal: 0.0, speech: 0.0 };
        assert!(checked(good).is_ok());
        let mut emotions = [0.0; 8];
        emotions[7] = f32::NAN;
        for bad in [
            Answers { emotions, ..good },
            Answers { arousal: f32::INFINITY, ..good },
            Answers { speech: f32::NAN, ..good },
        ] {
            assert!(checked(bad).is_err());
        }
    }

    #[test]
    fn too_few_frames_are_refused() {
        let mut model = ToneModel::open(None).unwrap();
        let features = Extractor::default().features(&[0.1; 400]).unwrap();
        assert!(model.answers(&features).is_err());
    }
}
