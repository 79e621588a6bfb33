//! `attune-cli evaluate voice`: the tone read from recordings, against what the speakers acted.

mod clips;
mod music;
mod report;

use attune_app::print;
use attune_core::{AppError, ErrorCode};
use attune_models::{Models, Runtime, runtime};
use attune_voice::{Listener, MODEL_ID, RATE, Reader, ToneModel};
use clap::Args;
use clips::Clip;
use music::Music;
use report::{Answered, Report};
use std::path::{Path, PathBuf};

/// Compare the tone read from recordings with what the speakers acted
///
/// The recordings go through the pipeline that listens to a microphone: phrases, reasons to abstain, network. Accuracy and
/// calibration are of the clips that were answered; abstentions are counted by reason. High arousal is that of happiness,
/// anger, fear and surprise, low that of neutral, calm and sadness; disgust is left out there. The model that ships was
/// trained on actors 1 to 21 of RAVDESS and seven speakers of nEMO: on those these figures flatter it, and those of its
/// card, of speakers left out, count.
#[derive(Debug, Args)]
pub(crate) struct Voice {
    /// The folder of the recordings
    #[arg(long, value_name = "DIR")]
    clips: PathBuf,
    /// A table with the columns file, emotion and speaker (or actor); others are ignored
    #[arg(long, value_name = "FILE")]
    labels: PathBuf,
    /// A folder with a manifest and a network to measure in place of the one that ships
    #[arg(long, value_name = "DIR")]
    models: Option<PathBuf>,
    /// Play soundscapes under the clips, so many dB below the speech
    #[arg(long, value_name = "DB", allow_hyphen_values = true, value_parser = decibels)]
    music: Option<f64>,
    /// Take the soundscapes out of what is heard, as a player knows what it plays
    #[arg(long, requires = "music")]
    subtract: bool,
    /// Print one JSON line a clip before the report
    #[arg(long)]
    each: bool,
    /// Print one JSON line instead of a table
    #[arg(long)]
    json: bool,
}

impl Voice {
    pub(super) fn run(self) -> Result<(), AppError> {
        let labels = clips::labels(&self.labels)?;
        let mut listener = Listener::new(reader(self.models.as_deref())?, RATE)?;
        let mut music = self.music.map(|ratio| Music::new(1, ratio, self.subtract));
        let (mut answered, mut failed) = (Vec::new(), 0);
        for label in labels {
            match Clip::hear(&mut listener, &self.clips, label, music.as_mut()) {
                Ok(clip) => {
                    if self.each {
                        print::json(&clip.line())?;
                    }
                    answered.push(Answered::of(&clip));
                }
                Err((file, error)) => {
                    eprintln!("{}: {error}", file.display());
                    failed += 1;
                }
            }
        }
        if answered.is_empty() {
            return Err(AppError::new(ErrorCode::NothingMeasured, "No recording could be read."));
        }
        if failed > 0 {
            eprintln!("{failed} of {} recordings could not be read", failed + answered.len());
        }
        let report = Report::of(&answered, failed);
        if self.json { print::json(&report) } else { report.table() }
    }
}

/// With the network that ships, or that of a folder.
fn reader(models: Option<&Path>) -> Result<Reader, AppError> {
    let Some(folder) = models else { return Ok(Reader::open(None)?) };
    let runtime = Runtime::load(&runtime::find(None)?)?;
    let models = Models::open(folder)?;
    let entry = models.manifest().entry(MODEL_ID)?;
    Ok(Reader::new(ToneModel::new(entry, &models.verified(entry)?, &runtime)?))
}

fn decibels(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|db: &f64| (-40.0..=60.0).contains(db));
    number.ok_or_else(|| "a number from -40 to 60 is needed".to_owned())
}
