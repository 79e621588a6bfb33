//! `attune-cli evaluate expressions`: what is read from faces, against what people said.

mod report;

use super::labels::{self, Label};
use super::pictures::{Pictures, whole};
use super::shipped::Shipped;
use attune_app::print;
use attune_core::{AppError, Expression, ExpressionScores, Frame};
use attune_vision::evaluation::{Answer, Fer2013, majority};
use attune_vision::{OrtExpressionClassifier, OrtFaceDetector};
use clap::Args;
use report::Report;
use serde_json::json;
use std::path::PathBuf;
use std::time::Instant;

/// Compare the expressions read from pictures with what people said
///
/// A picture shows what most of the votes say by the FER+ majority protocol: single votes are dropped, then one of
/// the eight expressions needs more than half of those left in all ten columns; other pictures do not count
/// there. The FER-2013 name is compared with the classifier's second output (seven names), or, for models without
/// one, with the best of the eight expressions but contempt. The calibration error has 15 bins. Times are of
/// finding and reading the face, not of reading the file.
#[derive(Debug, Args)]
pub(crate) struct Expressions {
    /// The folder of the pictures: faces cut out as FER-2013 does
    #[arg(long, value_name = "DIR")]
    images: PathBuf,
    /// A table of file, FER-2013 name (or nothing) and the ten FER+ vote counts: neutral, happiness, surprise,
    /// sadness, anger, disgust, fear, contempt, unknown, no face
    #[arg(long, value_name = "FILE")]
    labels: PathBuf,
    /// The pictures are scenes: find the largest face first; where there is none the answer counts as wrong
    #[arg(long)]
    detect: bool,
    /// Print one JSON line a picture before the report: the expression that people saw, and the scores
    #[arg(long)]
    each: bool,
    /// Print one JSON line instead of a table
    #[arg(long)]
    json: bool,
}

/// What is gathered picture by picture.
#[derive(Debug, Default)]
struct Tally {
    /// By the majority protocol: what the picture shows, and the answer.
    majority: Vec<(Expression, Answer)>,
    /// By the FER-2013 name.
    fer2013: Vec<bool>,
    /// Answers to the majority protocol for faces that were found.
    seen: Vec<Answer>,
    /// Pictures in which no face was found.
    missed: usize,
    milliseconds: Vec<f64>,
}

/// What the models say about one face: the scores and the FER-2013 name.
type Reading = (ExpressionScores, Fer2013);

/// The models at work.
struct Reader {
    /// None if pictures are faces already.
    detector: Option<OrtFaceDetector>,
    classifier: OrtExpressionClassifier,
}

impl Expressions {
    pub(super) fn run(self) -> Result<(), AppError> {
        let labels = labels::read(&self.labels)?;
        let mut reader = Reader::open(self.detect)?;
        let (mut pictures, mut tally) = (Pictures::new(self.images), Tally::default());
        for label in &labels {
            let Some(frame) = pictures.frame(&label.file) else { continue };
            let started = Instant::now();
            let reading = reader.read(&frame)?;
            tally.milliseconds.push(started.elapsed().as_secs_f64() * 1e3);
            if self.each
                && let Some(shown) = majority(&label.votes)
            {
                let scores = reading.map(|(scores, _)| *scores.as_array());
                print::json(&json!({ "file": label.file, "shown": shown, "scores": scores }))?;
            }
            tally.add(label, reading);
        }
        pictures.finish()?;
        let report = Report::new(&tally, self.detect);
        if self.json { print::json(&report) } else { report.table() }
    }
}

impl Reader {
    fn open(detect: bool) -> Result<Self, AppError> {
        let shipped = Shipped::open()?;
        if detect {
            return Ok(Self { detector: Some(shipped.detector()?), classifier: shipped.classifier()? });
        }
        Ok(Self { detector: None, classifier: shipped.unframed_classifier()? })
    }

    /// Reads the largest face, or the whole picture; none where no face is found.
    fn read(&mut self, frame: &Frame) -> Result<Option<Reading>, AppError> {
        let face = match &mut self.detector {
            Some(detector) => {
                detector.find(frame)?.iter().max_by(|a, b| a.area().total_cmp(&b.area())).copied()
            }
            None => Some(whole(frame)),
        };
        let Some(face) = face else { return Ok(None) };
        let reading = self.classifier.read(frame, &face)?;
        let scores = reading.look.scores;
        Ok(Some((scores, reading.fer2013.as_ref().map_or_else(|| Fer2013::among(&scores), Fer2013::best))))
    }
}

impl Tally {
    fn add(&mut self, label: &Label, reading: Option<Reading>) {
        self.missed += usize::from(reading.is_none());
        if let Some(name) = label.fer2013 {
            self.fer2013.push(reading.is_some_and(|(_, read)| read == name));
        }
        let Some(shown) = majority(&label.votes) else { return };
        let answer = reading.map(|(scores, _)| {
            let (expression, score) = scores.leading();
            Answer::new(score, expression == shown)
        });
        self.seen.extend(answer);
        self.majority.push((shown, answer.unwrap_or_else(Answer::missed)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missed_faces_count_as_errors() {
        let mut tally = Tally::default();
        let name = Fer2013::from_name("happy");
        let label = |fer2013, happy| Label {
            file: String::new(),
            fer2013,
            votes: [0, happy, 0, 0, 0, 0, 0, 0, 0, 0],
        };
        let smile = ExpressionScores::certain(Expression::Happiness);
        tally.add(&label(name, 9), Some((smile, Fer2013::among(&smile))));
        tally.add(&label(name, 9), None);
        tally.add(&label(None, 1), None);
        assert_eq!((tally.missed, tally.fer2013.as_slice()), (2, [true, false].as_slice()));
        let right = Answer::new(1.0, true);
        assert_eq!(
            tally.majority,
            [(Expression::Happiness, right), (Expression::Happiness, Answer::missed())]
        );
        assert_eq!(tally.seen, [right]);
    }
}
