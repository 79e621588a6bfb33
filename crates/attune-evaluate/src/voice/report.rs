//! Figures over clips, as a table or as JSON.

use super::clips::Clip;
use crate::{percent, round};
use attune_app::print;
use attune_core::AppError;
use attune_vision::evaluation::{Answer, accuracy, calibration_error, macro_recall};
use attune_voice::{Emotion, Unheard};
use serde::Serialize;
use std::collections::BTreeMap;

/// Bins of the calibration error.
const BINS: usize = 10;

/// A clip and what was said of it, in short.
#[derive(Debug, Clone)]
pub(super) struct Answered {
    speaker: String,
    emotion: Emotion,
    said: Result<Said, Unheard>,
}

/// What was said.
#[derive(Debug, Clone, Copy)]
struct Said {
    emotion: Emotion,
    /// The probability of that emotion.
    share: f64,
    /// Among the emotions that occur in the labels, the likeliest; see [`Answered::of`].
    scores: [f64; Emotion::COUNT],
    high_arousal: f64,
}

impl Answered {
    pub(super) fn of(clip: &Clip) -> Self {
        let said = clip.outcome.map(|tone| {
            let (emotion, share) = tone.likeliest();
            Said { emotion, share, scores: tone.scores, high_arousal: tone.high_arousal }
        });
        Self { speaker: clip.label.speaker.clone(), emotion: clip.label.emotion, said }
    }
}

/// Figures of a group of clips. Shares are in [0, 1]; what has no value on no clips is null.
#[derive(Debug, Serialize)]
struct Figures {
    clips: usize,
    answered: usize,
    /// Of the likeliest of the eight emotions.
    accuracy: Option<f64>,
    /// Of the likeliest of the emotions that occur in the labels.
    accuracy_among_labelled: Option<f64>,
    macro_recall: Option<f64>,
    /// Expected calibration error of the eight emotions, 10 bins.
    ece: Option<f64>,
    /// Clips of high or low arousal that were answered.
    arousal_clips: usize,
    arousal_accuracy: Option<f64>,
    arousal_ece: Option<f64>,
    /// Clips that were not answered, by reason.
    abstained: BTreeMap<&'static str, usize>,
}

/// Everything, together and by speaker.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    /// Recordings that could not be read.
    failed: usize,
    #[serde(flatten)]
    all: Figures,
    recall: BTreeMap<&'static str, Option<f64>>,
    speakers: BTreeMap<String, Figures>,
}

impl Report {
    /// `failed`: how many recordings could not be read.
    pub(super) fn of(clips: &[Answered], failed: usize) -> Self {
        let labelled = Emotion::ALL.map(|e| clips.iter().any(|c| c.emotion == e));
        let mut by_speaker = BTreeMap::<String, Vec<Answered>>::new();
        for clip in clips {
            by_speaker.entry(clip.speaker.clone()).or_default().push(clip.clone());
        }
        let speakers = by_speaker.into_iter().map(|(name, own)| (name, figures(&own, labelled))).collect();
        let recall = Emotion::ALL.iter().zip(recalls(clips)).map(|(e, r)| (e.name(), r.map(round))).collect();
        Self { failed, all: figures(clips, labelled), recall, speakers }
    }

    pub(super) fn table(&self) -> Result<(), AppError> {
        let Figures { clips, answered, .. } = self.all;
        print::line(&format!("{clips} clips, {answered} answered, {} could not be read", self.failed))?;
        print::line("speaker       answered  accuracy  of these   recall     ECE   arousal     ECE")?;
        self.all.row("all")?;
        self.speakers.iter().try_for_each(|(name, figures)| figures.row(name))?;
        for (emotion, recall) in &self.recall {
            print::line(&format!("recall of {emotion:12} {}", percent(*recall)))?;
        }
        let abstained = &self.all.abstained;
        abstained.iter().try_for_each(|(why, count)| print::line(&format!("abstained: {why:16} {count:6}")))
    }
}

impl Figures {
    fn row(&self, name: &str) -> Result<(), AppError> {
        let share = Some(self.answered as f64 / self.clips.max(1) as f64);
        let columns = [
            share,
            self.accuracy,
            self.accuracy_among_labelled,
            self.macro_recall,
            self.ece,
            self.arousal_accuracy,
            self.arousal_ece,
        ];
        print::line(&format!("{name:14}{}", columns.map(percent).join("  ")))
    }
}

fn figures(clips: &[Answered], labelled: [bool; Emotion::COUNT]) -> Figures {
    let answered: Vec<(&Answered, Said)> =
        clips.iter().filter_map(|c| c.said.ok().map(|said| (c, said))).collect();
    let answer =
        |(clip, said): &(&Answered, Said)| Answer::new(said.share as f32, said.emotion == clip.emotion);
    let emotions: Vec<Answer> = answered.iter().map(answer).collect();
    let among =
        |(clip, said): &(&Answered, Said)| Answer::new(0.0, best(&said.scores, labelled) == clip.emotion);
    let among: Vec<Answer> = answered.iter().map(among).collect();
    let arousal: Vec<Answer> = answered.iter().filter_map(|(clip, said)| arousal(clip, said)).collect();
    let mut abstained = BTreeMap::new();
    for why in clips.iter().filter_map(|c| c.said.err()) {
        *abstained.entry(why.name()).or_default() += 1;
    }
    Figures {
        clips: clips.len(),
        answered: answered.len(),
        accuracy: accuracy(&emotions).map(round),
        accuracy_among_labelled: accuracy(&among).map(round),
        macro_recall: macro_recall(&recalls(clips)).map(round),
        ece: calibration_error(&emotions, BINS).map(round),
        arousal_clips: arousal.len(),
        arousal_accuracy: accuracy(&arousal).map(round),
        arousal_ece: calibration_error(&arousal, BINS).map(round),
        abstained,
    }
}

/// The likeliest emotion among some.
fn best(scores: &[f64; Emotion::COUNT], among: [bool; Emotion::COUNT]) -> Emotion {
    let allowed = Emotion::ALL.into_iter().zip(scores).zip(among).filter(|(_, allowed)| *allowed);
    let best = allowed.map(|(scored, _)| scored).max_by(|a, b| a.1.total_cmp(b.1));
    best.map_or(Emotion::Neutral, |(emotion, _)| emotion)
}

/// Whether the arousal was said right, and how sure; none where the emotion is of neither.
fn arousal(clip: &Answered, said: &Said) -> Option<Answer> {
    let (high, chance) = (clip.emotion.is_high()?, said.high_arousal);
    Some(Answer::new(chance.max(1.0 - chance) as f32, (chance > 0.5) == high))
}

/// The share of each emotion's answered clips that were recognised.
fn recalls(clips: &[Answered]) -> [Option<f64>; Emotion::COUNT] {
    Emotion::ALL.map(|emotion| {
        let own = clips.iter().filter(|c| c.emotion == emotion).filter_map(|c| c.said.ok());
        let answers: Vec<Answer> = own.map(|said| Answer::new(0.0, said.emotion == emotion)).collect();
        accuracy(&answers)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clip(speaker: &str, emotion: Emotion, said: Result<(Emotion, f64, f64), Unheard>) -> Answered {
        let said = said.map(|(emotion, share, high_arousal)| {
            let mut scores = [(1.0 - share) / 7.0; 8];
            scores[emotion as usize] = share;
            Said { emotion, share, scores, high_arousal }
        });
        Answered { speaker: speaker.to_owned(), emotion, said }
    }

    #[test]
    fn figures_are_those_of_a_small_example() {
        let clips = [
            clip("a", Emotion::Anger, Ok((Emotion::Anger, 0.8, 0.9))),
            clip("a", Emotion::Sadness, Ok((Emotion::Calm, 0.6, 0.2))),
            clip("b", Emotion::Disgust, Ok((Emotion::Disgust, 0.5, 0.9))),
            clip("b", Emotion::Fear, Ok((Emotion::Fear, 0.9, 0.4))),
            clip("b", Emotion::Fear, Err(Unheard::Noisy)),
        ];
        let report = Report::of(&clips, 2);
        let all = &report.all;
        assert_eq!((all.clips, all.answered, report.failed), (5, 4, 2));
        assert_eq!((all.accuracy, all.macro_recall), (Some(0.75), Some(0.75)));
        // Calm does not occur in the labels; what is left of the second clip is a tie that the last wins.
        assert_eq!(all.accuracy_among_labelled, Some(0.75));
        // Bins of 0.8, 0.6, 0.5 and 0.9, with one clip each.
        assert_eq!(all.ece, Some(round((0.2 + 0.6 + 0.5 + 0.1) / 4.0)));
        assert_eq!((all.arousal_clips, all.arousal_accuracy), (3, Some(0.6667)));
        assert_eq!(all.abstained, BTreeMap::from([("noisy", 1)]));
        assert_eq!(report.recall["sadness"], Some(0.0));
        assert_eq!(report.recall["surprise"], None);
        assert_eq!(report.speakers["b"].arousal_accuracy, Some(0.0));
    }
}
