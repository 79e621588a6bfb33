//! `attune-cli evaluate groups`: for whom the shipped models err.

mod arrays;
mod calibrated;
mod faces;
mod header;
mod people;
mod portraits;
mod report;
mod signs;
mod tables;

use super::shipped::Shipped;
use attune_app::print;
use attune_core::{AppError, ErrorCode};
use clap::Args;
use faces::Reader;
use portraits::{Portrait, Portraits};
use report::Report;
use std::path::PathBuf;

/// Measure by age group and sex how faces are read, and how many are refused
///
/// The file is a NumPy archive with grey faces in the middle of squares of 1.2 times the detector's box: `jpeg` (the
/// files one after the other) and `offsets` (where they begin and end). Each is given to the shipped classifier as a
/// frame with that box, so that cropping and guard are the app's; without `--detect` the detector has no part in it, but
/// its stored `score` counts where the file has it. `group` holds age group and sex (0 male, 1 female). `blendshapes` with `names`
/// (MediaPipe's face landmarker) say what a face shows: a smile (mouthSmile from 0.5), open surprise (jawOpen from
/// 0.4, browInnerUp from 0.3, no smile), a frown (browDown from 0.4, mouthFrown from 0.05, no smile), rest (all below
/// 0.1, browDown below 0.2). Intervals hold 95 %: Wilson's of shares, Newcombe's of differences.
#[derive(Debug, Args)]
pub(crate) struct Groups {
    /// The file of the faces
    #[arg(long, value_name = "FILE")]
    faces: PathBuf,
    /// Use only every so many faces, from the first: 5 are those of UTKFace that training holds out
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    every: u16,
    /// Leave the detector's score out: it belongs to the detector that cut the faces, and to how close they were
    #[arg(long)]
    without_score: bool,
    /// Let the shipped detector find the face in the picture, which is closer than a listener sits, and use its box and score
    #[arg(long, conflicts_with = "without_score")]
    detect: bool,
    /// The same seed gives the same faces to calibrate with
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Print one JSON line instead of tables
    #[arg(long)]
    json: bool,
}

impl Groups {
    pub(super) fn run(self) -> Result<(), AppError> {
        let portraits = Portraits::read(&self.faces)?;
        for missing in portraits.missing() {
            eprintln!("{} does not tell {missing}", self.faces.display());
        }
        let shipped = Shipped::open()?;
        let detector = self.detect.then(|| shipped.detector()).transpose()?;
        let mut reader = Reader { detector, classifier: shipped.classifier()? };
        let (mut faces, mut unread) = (Vec::new(), 0);
        for portrait in portraits.iter().step_by(usize::from(self.every)) {
            let score = if self.without_score { 1.0 } else { portrait.score };
            match reader.read(&Portrait { score, ..portrait })? {
                Some(face) => faces.push(face),
                None => unread += 1,
            }
        }
        if unread > 0 {
            eprintln!("{unread} of {} pictures could not be read", unread + faces.len());
        }
        if faces.is_empty() {
            return Err(AppError::new(ErrorCode::NothingMeasured, "No face could be read from the file."));
        }
        let report = Report::new(&faces, self.seed);
        if self.json { print::json(&report) } else { tables::print(&report) }
    }
}
