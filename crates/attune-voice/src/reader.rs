//! One phrase from sound to tone, or why not.

use crate::hearing::{Measures, Unheard};
use crate::phrase::{LEAST_SPEECH, Phrase};
use crate::turns::voices;
use crate::{Extractor, Tone, ToneModel, VoiceError};
use std::path::Path;

/// What a phrase must have to be read; measured by `attune-cli evaluate voice` (docs/voice.md).
const LEAST_RATIO: f64 = 5.0;
const MOST_CLIPPED: f64 = 0.01;
const MOST_TURNS: usize = 3;
/// Sound that is no speech but has a pitch so often is music.
const TONAL: f64 = 0.25;
/// Sound below this is silence, as a mean square.
const SILENCE: f64 = 1e-6;

/// The network and what stands around it. Belongs to one thread.
#[derive(Debug)]
pub struct Reader {
    model: ToneModel,
    extractor: Extractor,
}

impl Reader {
    /// With the network that ships; `resources` as in [`ToneModel::open`]. Fails with `voice_model`.
    pub fn open(resources: Option<&Path>) -> Result<Self, VoiceError> {
        ToneModel::open(resources).map(Self::new)
    }

    /// With a network of one's own.
    #[must_use]
    pub fn new(model: ToneModel) -> Self {
        Self { model, extractor: Extractor::default() }
    }

    /// What a phrase says. Fails with `voice_model`.
    pub(crate) fn read(&mut self, phrase: &Phrase) -> Result<(Measures, Result<Tone, Unheard>), VoiceError> {
        let mut measures = Measures {
            speech_s: phrase.speech(),
            ratio_db: phrase.ratio(),
            clipped: phrase.clipped(),
            speech_logit: None,
            voiced: 0.0,
            turns: 0,
        };
        if measures.speech_s < LEAST_SPEECH {
            return Ok((measures, Err(Unheard::TooShort)));
        }
        let Some(features) = self.extractor.features(&phrase.samples()) else {
            return Ok((measures, Err(Unheard::TooShort)));
        };
        (measures.voiced, measures.turns) = voices(&features);
        let answers = self.model.answers(&features)?;
        measures.speech_logit = Some(f64::from(answers.speech));
        let why = judge(&measures, f64::from(self.model.spec().least_speech));
        Ok((measures, why.map_or_else(|| Ok(self.model.tone(&answers)), Err)))
    }

    /// Why there is no speech in a sound: it is music, or noise, or nothing.
    pub(crate) fn without_speech(&mut self, samples: &[f32]) -> Unheard {
        let power = samples.iter().map(|x| f64::from(*x).powi(2)).sum::<f64>() / samples.len().max(1) as f64;
        let loud = power > SILENCE;
        let features = loud.then(|| self.extractor.features(samples)).flatten();
        if features.is_some_and(|f| voices(&f).0 >= TONAL) { Unheard::Music } else { Unheard::NoSpeech }
    }
}

/// Why a phrase of enough speech is not to be believed.
fn judge(measures: &Measures, least_speech: f64) -> Option<Unheard> {
    let doubtful = measures.speech_logit.is_none_or(|logit| logit < least_speech);
    match () {
        () if measures.clipped > MOST_CLIPPED => Some(Unheard::Clipped),
        () if measures.ratio_db < LEAST_RATIO => Some(Unheard::Noisy),
        () if doubtful && measures.voiced >= TONAL => Some(Unheard::Music),
        () if doubtful => Some(Unheard::NoSpeech),
        () if measures.turns > MOST_TURNS => Some(Unheard::SeveralVoices),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measures() -> Measures {
        Measures {
            speech_s: 2.0,
            ratio_db: 20.0,
            clipped: 0.0,
            speech_logit: Some(4.0),
            voiced: 0.5,
            turns: 0,
        }
    }

    #[test]
    fn each_reason_is_given_for_its_own_measure() {
        let judged = |change: &dyn Fn(&mut Measures)| {
            let mut measures = measures();
            change(&mut measures);
            judge(&measures, 2.0)
        };
        assert_eq!(judged(&|_| {}), None);
        assert_eq!(judged(&|m| m.clipped = 0.1), Some(Unheard::Clipped));
        assert_eq!(judged(&|m| m.ratio_db = 4.0), Some(Unheard::Noisy));
        assert_eq!(judged(&|m| m.speech_logit = Some(1.0)), Some(Unheard::Music));
        assert_eq!(judged(&|m| (m.speech_logit, m.voiced) = (Some(1.0), 0.1)), Some(Unheard::NoSpeech));
        assert_eq!(judged(&|m| m.turns = 4), Some(Unheard::SeveralVoices));
        assert_eq!(judged(&|m| m.ratio_db = f64::NEG_INFINITY), Some(Unheard::Noisy));
    }
}
