//! `attune-cli evaluate calibration`: what five seconds of a neutral face are worth, on listeners whose faces have
//! made-up habits.

use super::pictures::{Pictures, whole};
use super::shipped::Shipped;
use super::{labels, round};
use attune_app::print;
use attune_core::mood::NeutralBias;
use attune_core::{AppError, ErrorCode, Expression, ExpressionScores, Timestamp};
use attune_simulator::random::Random;
use attune_vision::evaluation::majority;
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;

/// Pictures that each made-up listener is judged on.
const JUDGED: usize = 300;
/// Made-up listeners a line.
const LISTENERS: u64 = 60;

/// Measure the neutral-face calibration on made-up listeners
///
/// A listener's habit is a shift of the log odds of the seven expressions against neutral, added to whatever the
/// classifier says. The calibration sees some neutral pictures with that shift; then 300 other pictures are read
/// with and without it, and compared with what people said (FER+ majority). All pictures are of strangers to one
/// another, so that one neutral picture says less of a listener than five seconds of their own face would. The mean log
/// odds of neutral pictures at the end are those that the calibration takes for usual.
#[derive(Debug, Args)]
pub(crate) struct Calibrate {
    /// The folder of the pictures: faces cut out as FER-2013 does
    #[arg(long, value_name = "DIR")]
    images: PathBuf,
    /// What people said about them, as for `evaluate expressions`
    #[arg(long, value_name = "FILE")]
    labels: PathBuf,
    /// The same seed gives the same listeners
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Print one JSON line instead of a table
    #[arg(long)]
    json: bool,
}

/// A face that people named, and what is read from it.
#[derive(Debug, Clone, Copy)]
struct Face {
    shown: Expression,
    read: ExpressionScores,
}

/// A kind of habit: the spread of random shifts, and one added to sadness.
#[derive(Debug, Clone, Copy)]
struct Habit {
    name: &'static str,
    spread: f64,
    sadness: f64,
}

const HABITS: [Habit; 3] = [
    Habit { name: "none", spread: 0.0, sadness: 0.0 },
    Habit { name: "random, spread 2", spread: 2.0, sadness: 0.0 },
    Habit { name: "sadness by 2", spread: 0.0, sadness: 2.0 },
];

/// One line: accuracies without and with the calibration.
#[derive(Debug, Serialize)]
struct Line {
    habit: &'static str,
    neutral_pictures: usize,
    without: f64,
    with: f64,
    /// Standard error of the difference over the listeners.
    standard_error: f64,
}

#[derive(Serialize)]
struct Report {
    faces: usize,
    seed: u64,
    lines: Vec<Line>,
    usual_log_odds: Vec<f64>,
}

impl Calibrate {
    pub(super) fn run(self) -> Result<(), AppError> {
        let faces = read(&self)?;
        let neutral: Vec<Face> = faces.iter().filter(|f| f.shown == Expression::Neutral).copied().collect();
        if neutral.len() < 5 {
            return Err(AppError::new(
                ErrorCode::NothingMeasured,
                "There are fewer than five neutral faces.",
            ));
        }
        let random = Random::new(self.seed);
        let lines =
            HABITS.iter().flat_map(|habit| [1, 5].map(|n| line(*habit, n, &faces, &neutral, &random)));
        let lines = lines.collect();
        let usual = (0..8)
            .map(|i| round(neutral.iter().map(|f| f.read.log_odds()[i]).sum::<f64>() / neutral.len() as f64));
        let report = Report { faces: faces.len(), seed: self.seed, lines, usual_log_odds: usual.collect() };
        if self.json { print::json(&report) } else { table(&report) }
    }
}

/// The faces that most people name alike.
fn read(options: &Calibrate) -> Result<Vec<Face>, AppError> {
    let mut classifier = Shipped::open()?.unframed_classifier()?;
    let mut pictures = Pictures::new(options.images.clone());
    let mut faces = Vec::new();
    for label in labels::read(&options.labels)? {
        let Some(shown) = majority(&label.votes) else { continue };
        let Some(frame) = pictures.frame(&label.file) else { continue };
        let read = classifier.read(&frame, &whole(&frame))?.look.scores;
        faces.push(Face { shown, read });
    }
    pictures.finish()?;
    Ok(faces)
}

/// One kind of habit, calibrated on so many neutral pictures, over all made-up listeners.
fn line(habit: Habit, neutral_pictures: usize, faces: &[Face], neutral: &[Face], random: &Random) -> Line {
    let (mut without, mut gains) = (0.0, Vec::new());
    for listener in 0..LISTENERS {
        let mut random = random.part(listener);
        let shift = shift(habit, &mut random);
        let looks: Vec<_> = (0..neutral_pictures)
            .map(|_| shifted(&neutral[random.index(neutral.len())].read, &shift))
            .collect();
        let bias = NeutralBias::from_looks(&looks, Timestamp(0));
        let (mut plain, mut corrected) = (0, 0);
        for _ in 0..JUDGED {
            let face = faces[random.index(faces.len())];
            let seen = shifted(&face.read, &shift);
            plain += u32::from(seen.leading().0 == face.shown);
            let after = bias.map_or(seen, |bias| bias.apply(&seen));
            corrected += u32::from(after.leading().0 == face.shown);
        }
        without += f64::from(plain) / JUDGED as f64;
        gains.push((f64::from(corrected) - f64::from(plain)) / JUDGED as f64);
    }
    let count = gains.len() as f64;
    let gain = gains.iter().sum::<f64>() / count;
    let variance = gains.iter().map(|g| (g - gain).powi(2)).sum::<f64>() / (count - 1.0);
    Line {
        habit: habit.name,
        neutral_pictures,
        without: round(without / count),
        with: round(without / count + gain),
        standard_error: round((variance / count).sqrt()),
    }
}

fn shift(habit: Habit, random: &mut Random) -> [f64; 8] {
    Expression::ALL.map(|e| match e {
        Expression::Neutral => 0.0,
        Expression::Sadness => habit.sadness + habit.spread * random.normal(),
        _ => habit.spread * random.normal(),
    })
}

/// What would be read from this face if its owner had the habit.
fn shifted(read: &ExpressionScores, shift: &[f64; 8]) -> ExpressionScores {
    let odds = read.log_odds();
    let logits = std::array::from_fn(|i| (odds[i] + shift[i]) as f32);
    ExpressionScores::from_logits(logits, 1.0).unwrap_or(*read)
}

fn table(report: &Report) -> Result<(), AppError> {
    print::line(&format!("{} faces, {LISTENERS} listeners a line", report.faces))?;
    print::line("habit             neutral pictures   without      with")?;
    for line in &report.lines {
        print::line(&format!(
            "{:18} {:15} {:7.1} % {:7.1} ± {:.1} %",
            line.habit,
            line.neutral_pictures,
            100.0 * line.without,
            100.0 * line.with,
            100.0 * line.standard_error
        ))?;
    }
    let odds = report.usual_log_odds.iter().map(|o| format!("{o:.1}")).collect::<Vec<_>>();
    print::line(&format!("mean log odds of neutral faces: {}", odds.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_habit_lowers_accuracy_and_the_calibration_brings_part_of_it_back() {
        // Neutral faces that read as usual, and sad ones.
        let usual = [0.0, -6.5, -7.5, -3.5, -6.5, -9.0, -10.0, -6.5];
        let neutral = ExpressionScores::from_logits(usual, 1.0).unwrap();
        let mut sad = usual;
        sad[Expression::Sadness as usize] = 4.0;
        let sad = ExpressionScores::from_logits(sad, 1.0).unwrap();
        let neutral = Face { shown: Expression::Neutral, read: neutral };
        let faces = [neutral, Face { shown: Expression::Sadness, read: sad }];
        let habit = Habit { name: "sadness by 5", spread: 0.0, sadness: 5.0 };
        let line = line(habit, 1, &faces, &[neutral], &Random::new(1));
        assert!((line.without - 0.5).abs() < 0.05, "{line:?}");
        assert!((line.with - 1.0).abs() < 1e-9, "{line:?}");
    }
}
