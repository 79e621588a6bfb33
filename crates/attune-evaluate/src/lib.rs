//! How good the shipped models are on annotated pictures and recordings, through the same code that the app runs:
//! `attune-cli evaluate` runs [`Evaluate`], and `attune-cli soundscape --study` writes a [`listening_form`].
//!
//! A crate of its own beside `attune-app`, because to measure the parts of an adapter one at a time it needs more of them
//! than any program does (docs/decisions/0012-programs-see-one-crate.md).

mod affect;
mod audio;
mod boxes;
mod calibration;
mod csv;
mod expressions;
mod faces;
mod groups;
mod guard;
mod labels;
pub mod listening_form;
mod mood;
mod pictures;
mod pulse;
mod sense_answers;
mod shipped;
mod soundscape;
mod taste;
mod voice;
mod voice_false_reports;

use attune_core::AppError;
use clap::{Args, Subcommand};

/// What to measure.
#[derive(Debug, Args)]
pub struct Evaluate {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Affect(affect::AffectOfTracks),
    Audio(audio::Audio),
    Calibration(calibration::Calibrate),
    Expressions(expressions::Expressions),
    Faces(faces::Faces),
    Mood(mood::MoodTelling),
    Pulse(pulse::Pulse),
    SenseAnswers(sense_answers::SenseAnswersFile),
    Soundscape(soundscape::Soundscape),
    Taste(taste::Taste),
    Groups(groups::Groups),
    Guard(guard::Guard),
    Voice(voice::Voice),
    VoiceFalseReports(voice_false_reports::VoiceFalseReports),
}

impl Evaluate {
    /// Measures, and prints the figures. Fails where the data cannot be read or a model is missing.
    pub fn run(self) -> Result<(), AppError> {
        match self.what {
            What::Affect(affect) => affect.run(),
            What::Audio(audio) => audio.run(),
            What::Calibration(calibration) => calibration.run(),
            What::Expressions(expressions) => expressions.run(),
            What::Faces(faces) => faces.run(),
            What::Mood(mood) => mood.run(),
            What::Pulse(pulse) => pulse.run(),
            What::SenseAnswers(answers) => answers.run(),
            What::Soundscape(soundscape) => soundscape.run(),
            What::Taste(taste) => taste.run(),
            What::Groups(groups) => groups.run(),
            What::Guard(guard) => guard.run(),
            What::Voice(voice) => voice.run(),
            What::VoiceFalseReports(reports) => reports.run(),
        }
    }
}

/// A share as a percentage for tables; a dash where there is none.
fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| format!("{:>7}", "–"), |s| format!("{:5.1} %", s * 100.0))
}

/// A share or a time as it is printed in JSON: four digits after the point are more than any set can tell apart.
fn round(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}
