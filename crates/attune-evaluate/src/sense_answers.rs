//! `attune-cli evaluate sense-answers`: samples of what the senses answered, for the made-up listeners of `evaluate mood`.

use attune_app::print;
use attune_core::{AffectEstimate, AppError, ErrorCode, Expression};
use attune_simulator::mood::{FaceAnswers, SenseAnswers, VoiceAnswers};
use attune_voice::Emotion;
use clap::Args;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fs;
use std::path::{Path, PathBuf};

/// Samples that are kept of each expression and emotion, and of the pulse.
const SAMPLES: usize = 24;
const PULSES: usize = 48;

/// Condense what the evaluations of the senses print into a few samples of each answer
///
/// They are spread evenly over all answers in order of arousal. What is printed replaces
/// `crates/attune-simulator/data/senses.json`.
#[derive(Debug, Args)]
pub(crate) struct SenseAnswersFile {
    /// What `evaluate expressions --each --json` printed
    #[arg(long, value_name = "FILE", required = true)]
    faces: Vec<PathBuf>,
    /// What `evaluate voice --each --json` printed, of speakers that the network was not trained on
    #[arg(long, value_name = "FILE", required = true)]
    voices: Vec<PathBuf>,
    /// What `evaluate pulse --json` printed, of clips with a known rate
    #[arg(long, value_name = "FILE", required = true)]
    pulses: Vec<PathBuf>,
    /// What was measured and how, to be kept with it
    #[arg(long, value_name = "TEXT")]
    source: String,
}

#[derive(Deserialize)]
struct Face {
    shown: Expression,
    scores: Option<[f32; 8]>,
}

#[derive(Deserialize)]
struct Voice {
    emotion: Emotion,
    estimate: Option<AffectEstimate>,
}

#[derive(Deserialize)]
struct Pulses {
    clips: Vec<Clip>,
}

#[derive(Deserialize)]
struct Clip {
    errors: Vec<f64>,
}

impl SenseAnswersFile {
    /// Fails with `annotations_unreadable`, and with `annotations_invalid` where a sense has no answers.
    pub(super) fn run(self) -> Result<(), AppError> {
        let faces: Vec<Face> = lines(&self.faces)?;
        let voices: Vec<Voice> = lines(&self.voices)?;
        let pulses: Vec<Pulses> = lines(&self.pulses)?;
        let mut errors: Vec<f64> =
            pulses.iter().flat_map(|p| &p.clips).flat_map(|c| c.errors.clone()).collect();
        errors.sort_by(f64::total_cmp);
        let answers = SenseAnswers {
            source: self.source,
            face: Expression::ALL.map(|expression| face(expression, &faces)).into(),
            voice: Emotion::ALL.map(|emotion| voice(emotion, &voices)).into(),
            pulse: spread(&errors, PULSES).map(|e| rounded(*e, 10.0)).collect(),
        };
        let wrong = |e: &dyn std::fmt::Display| AppError::new(ErrorCode::AnnotationsInvalid, e.to_string());
        let text = serde_json::to_string(&answers).map_err(|e| wrong(&e))?;
        SenseAnswers::parse(&text).map_err(|e| wrong(&e))?;
        print::line(&text)
    }
}

/// The lines of some files that are of that kind; others, such as a report at the end, are left out.
fn lines<T: DeserializeOwned>(files: &[PathBuf]) -> Result<Vec<T>, AppError> {
    let read = |file: &PathBuf| fs::read_to_string(file).map_err(|e| unreadable(file, &e));
    let texts = files.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    Ok(texts
        .iter()
        .flat_map(|text| text.lines())
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect())
}

fn unreadable(file: &Path, error: &std::io::Error) -> AppError {
    AppError::new(ErrorCode::AnnotationsUnreadable, format!("{} cannot be read: {error}.", file.display()))
}

fn face(expression: Expression, all: &[Face]) -> FaceAnswers {
    let shown = all.iter().filter(|face| face.shown == expression);
    let mut scores: Vec<[f32; 8]> = shown.filter_map(|face| face.scores).collect();
    // The order in which they were read says nothing; that of their surest score does.
    scores.sort_by(|a, b| a[expression as usize].total_cmp(&b[expression as usize]));
    let kept = spread(&scores, SAMPLES).map(|s| s.map(|x| (x * 1e3).round() / 1e3));
    FaceAnswers { expression, pictures: scores.len(), scores: kept.collect() }
}

fn voice(emotion: Emotion, all: &[Voice]) -> VoiceAnswers {
    let acted: Vec<&Voice> = all.iter().filter(|voice| voice.emotion == emotion).collect();
    let mut estimates: Vec<AffectEstimate> = acted.iter().filter_map(|voice| voice.estimate).collect();
    estimates.sort_by(|a, b| a.mean.arousal.total_cmp(&b.mean.arousal));
    let numbers = |e: &AffectEstimate| {
        [e.mean.valence, e.mean.arousal, e.sd_valence, e.sd_arousal].map(|x| rounded(x, 100.0))
    };
    let place = emotion.place();
    VoiceAnswers {
        emotion: emotion.name().to_owned(),
        place: [place.valence, place.arousal],
        clips: acted.len(),
        answered: rounded(estimates.len() as f64 / acted.len().max(1) as f64, 1e3),
        estimates: spread(&estimates, SAMPLES).map(numbers).collect(),
    }
}

/// At most so many, evenly spread.
fn spread<T>(all: &[T], most: usize) -> impl Iterator<Item = &T> {
    let count = all.len().min(most);
    (0..count).map(move |i| &all[(2 * i + 1) * all.len() / (2 * count)])
}

fn rounded(x: f64, parts: f64) -> f64 {
    (x * parts).round() / parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_spread_over_all_answers() {
        let all: Vec<u32> = (0..100).collect();
        assert_eq!(spread(&all, 4).copied().collect::<Vec<_>>(), [12, 37, 62, 87]);
        assert_eq!(spread(&all[..2], 4).copied().collect::<Vec<_>>(), [0, 1]);
        assert_eq!(spread(&all[..0], 4).count(), 0);
    }

    #[test]
    fn what_is_no_answer_is_left_out() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("voices.jsonl");
        fs::write(&file, "{\"emotion\":\"anger\",\"estimate\":null}\n{\"clips\":3}\nnoise\n").unwrap();
        let voices: Vec<Voice> = lines(&[file]).unwrap();
        let anger = voice(Emotion::Anger, &voices);
        assert_eq!((anger.clips, anger.answered, anger.estimates.len()), (1, 0.0, 0));
        assert!(lines::<Voice>(&[dir.path().join("gone")]).is_err());
    }
}
