//! `attune-cli evaluate audio`: the affect read from recordings, against what is known of them.

use super::csv;
use super::round;
use attune_app::print;
use attune_audio::AffectModel;
use attune_core::{AffectEstimate, AppError, ErrorCode};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;

/// Half the width of the interval that holds 90 % of a Gaussian, in standard deviations.
const NINETY: f64 = 1.6449;

/// Compare the affect read from recordings with their known valence and energy
///
/// R² is one less the share of the squared error in the variance; r is Pearson's. "In 90 %" is the share of tracks
/// inside the model's own 90 % interval. The model that ships was trained on 648 tracks of the Free Music Archive:
/// on those these figures flatter it, and those of its card, from cross-validation, count.
#[derive(Debug, Args)]
pub(crate) struct Audio {
    /// The folder of the recordings
    #[arg(long = "audio", value_name = "DIR")]
    recordings: PathBuf,
    /// A table of file, valence and energy, both in [0, 1]
    #[arg(long, value_name = "FILE")]
    labels: PathBuf,
    /// Print one JSON line instead of a table
    #[arg(long)]
    json: bool,
}

/// One axis, as printed.
#[derive(Debug, Serialize, PartialEq)]
struct Axis {
    r2: f64,
    r: f64,
    /// Root mean square error, on [-1, 1].
    rmse: f64,
    in_90: f64,
}

#[derive(Serialize)]
struct Report {
    tracks: usize,
    left_out: usize,
    valence: Axis,
    arousal: Axis,
}

/// A number read, its standard deviation and the truth.
type Reading = [f64; 3];

impl Audio {
    pub(super) fn run(self) -> Result<(), AppError> {
        let mut model = AffectModel::open(None)?;
        let text = csv::read(&self.labels)?;
        let (mut valence, mut arousal, mut left_out) = (Vec::new(), Vec::new(), 0);
        for row in csv::rows(&text, &self.labels) {
            let file = self.recordings.join(row.picture()?);
            let (Some(v), Some(e)) = (row.number::<f64>(1)?, row.number::<f64>(2)?) else {
                return Err(row.wrong("valence and energy are missing"));
            };
            match read(&mut model, &file) {
                Ok(Some(said)) => {
                    valence.push([said.mean.valence, said.sd_valence, 2.0 * v - 1.0]);
                    arousal.push([said.mean.arousal, said.sd_arousal, 2.0 * e - 1.0]);
                }
                Ok(None) => left_out += 1,
                Err(error) => {
                    eprintln!("{}: {error}", file.display());
                    left_out += 1;
                }
            }
        }
        if valence.len() < 2 {
            return Err(AppError::new(
                ErrorCode::NothingMeasured,
                "Fewer than two recordings could be read.",
            ));
        }
        let report =
            Report { tracks: valence.len(), left_out, valence: axis(&valence), arousal: axis(&arousal) };
        if self.json { print::json(&report) } else { table(&report) }
    }
}

fn read(model: &mut AffectModel, file: &std::path::Path) -> Result<Option<AffectEstimate>, AppError> {
    Ok(model.affect(&attune_audio::listen(file)?)?)
}

fn axis(readings: &[Reading]) -> Axis {
    let count = readings.len() as f64;
    let mean = |of: &dyn Fn(&Reading) -> f64| readings.iter().map(of).sum::<f64>() / count;
    let (said, known) = (mean(&|r| r[0]), mean(&|r| r[2]));
    let error = mean(&|r| (r[0] - r[2]).powi(2));
    let spread = mean(&|r| (r[2] - known).powi(2));
    let together = mean(&|r| (r[0] - said) * (r[2] - known));
    let own = mean(&|r| (r[0] - said).powi(2));
    let inside = mean(&|r| f64::from(u8::from((r[0] - r[2]).abs() < NINETY * r[1])));
    Axis {
        r2: round(1.0 - error / spread),
        r: round(together / (own * spread).sqrt()),
        rmse: round(error.sqrt()),
        in_90: round(inside),
    }
}

fn table(report: &Report) -> Result<(), AppError> {
    print::line(&format!("{} recordings, {} left out", report.tracks, report.left_out))?;
    print::line("            R²       r    rmse   in 90 %")?;
    for (name, axis) in [("valence", &report.valence), ("arousal", &report.arousal)] {
        let Axis { r2, r, rmse, in_90 } = axis;
        print::line(&format!("{name:8}{r2:7.3} {r:7.3} {rmse:7.3} {:7.1} %", in_90 * 100.0))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_those_of_a_small_example() {
        let readings = [[0.0, 0.1, 0.5], [0.5, 0.4, 0.5], [1.0, 0.5, 0.2], [-1.0, 0.5, -0.8]];
        // Errors 0.25, 0, 0.64, 0.04; the known values' mean is 0.1, their squares around it sum to 1.14.
        let axis = axis(&readings);
        assert_eq!((axis.r2, axis.r, axis.rmse, axis.in_90), (0.1842, 0.7599, 0.4822, 0.75));
    }
}
