//! A hearing as a JSON line.

use attune_app::voice::{Emotion, Hearing, Measures, Tone, Unheard};
use attune_core::AffectEstimate;
use serde::Serialize;
use std::collections::BTreeMap;

/// A hearing, as printed.
#[derive(Serialize)]
pub(super) struct Line {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    /// Seconds from the start to the end of the phrase.
    end_s: f64,
    #[serde(flatten)]
    tone: Option<ToneLine>,
    /// Why there is no tone.
    #[serde(skip_serializing_if = "Option::is_none")]
    unheard: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    measures: Option<Measures>,
}

/// A tone, as printed.
#[derive(Serialize)]
struct ToneLine {
    sounds: &'static str,
    affect: AffectEstimate,
    high_arousal: f64,
    scores: BTreeMap<&'static str, f64>,
}

impl ToneLine {
    fn of(tone: &Tone) -> Self {
        let scores = Emotion::ALL.into_iter().zip(tone.scores);
        Self {
            sounds: tone.english(),
            affect: tone.estimate,
            high_arousal: tone.high_arousal,
            scores: scores.map(|(e, p)| (e.name(), p)).collect(),
        }
    }
}

impl Line {
    pub(super) fn of_file(file: &str, hearing: &Hearing) -> Self {
        Self { file: Some(file.to_owned()), ..Self::of(hearing) }
    }

    pub(super) fn of(hearing: &Hearing) -> Self {
        Self {
            file: None,
            end_s: hearing.end_s,
            tone: hearing.outcome.as_ref().ok().map(ToneLine::of),
            unheard: hearing.outcome.err().map(Unheard::name),
            measures: hearing.measures,
        }
    }
}
