//! `attune-cli evaluate guard`: how often good faces are refused, and how much is gained on bad ones.

mod faults;
mod marks;
mod report;

use super::pictures::{Pictures, whole};
use super::shipped::Shipped;
use super::{boxes, labels};
use attune_app::print;
use attune_core::{AppError, Expression, Frame, Unclear};
use attune_vision::OrtExpressionClassifier;
use attune_vision::evaluation::majority;
use clap::Args;
use faults::{FAULTS, Fault};
use report::{Case, Report};
use std::path::PathBuf;

/// Measure what keeps a face from being believed: bad light, blur, distance, what is hidden or unknown
///
/// Faces that people named (`--images`, `--labels`, as for `evaluate expressions`) are spoiled step by step; each
/// line says how many of them the guard refuses, how often the classifier is right on all of them and on those that
/// are left. Faces in scenes (`--scenes`, `--boxes`, as for `evaluate faces`, with WIDER FACE's marks of blur,
/// occlusion and pose) are found and read; each line says how many of those with a mark are refused. The limits at the end
/// are for the manifest's `[guard]`: 1 in 100 of the named faces has less energy, 1 in 100 looks less open to view, 2 in
/// 100 of the scenes' faces without marks have a lower score.
#[derive(Debug, Args)]
pub(crate) struct Guard {
    /// The folder of the pictures of single faces
    #[arg(long, value_name = "DIR", requires = "labels")]
    images: Option<PathBuf>,
    /// What people said about them
    #[arg(long, value_name = "FILE", requires = "images")]
    labels: Option<PathBuf>,
    /// The folder of the scenes
    #[arg(long, value_name = "DIR", requires = "boxes", required_unless_present = "images")]
    scenes: Option<PathBuf>,
    /// The faces in them
    #[arg(long, value_name = "FILE", requires = "scenes")]
    boxes: Option<PathBuf>,
    /// Take the colour out of the scenes first: infrared cameras give three equal channels
    #[arg(long, requires = "scenes")]
    grey: bool,
    /// Use only so many of the named faces
    #[arg(long, value_name = "N", default_value_t = usize::MAX)]
    count: usize,
    /// Print one JSON line instead of tables
    #[arg(long)]
    json: bool,
}

impl Guard {
    pub(super) fn run(self) -> Result<(), AppError> {
        let shipped = Shipped::open()?;
        let mut report = Report::default();
        if let (Some(images), Some(labels)) = (self.images, self.labels) {
            let labels = labels::read(&labels)?;
            let named = labels.iter().filter_map(|l| Some((l.file.as_str(), majority(&l.votes)?)));
            let mut classifier = shipped.unframed_classifier()?;
            spoil(named.take(self.count), Pictures::new(images), &mut classifier, &mut report)?;
        }
        if let (Some(scenes), Some(boxes)) = (self.scenes, self.boxes) {
            let look = if self.grey { grey } else { Frame::clone };
            marks::read(&boxes::read(&boxes)?, Pictures::new(scenes), look, &shipped, &mut report)?;
        }
        if self.json { print::json(&report) } else { report.table() }
    }
}

/// A picture without colour.
fn grey(frame: &Frame) -> Frame {
    Fault::None.spoil(frame)
}

/// Reads every picture in every fault.
fn spoil<'a>(
    named: impl Iterator<Item = (&'a str, Expression)>,
    mut pictures: Pictures,
    classifier: &mut OrtExpressionClassifier,
    report: &mut Report,
) -> Result<(), AppError> {
    let mut cases: Vec<Case> = FAULTS.iter().map(|fault| Case::new(&fault.to_string())).collect();
    let (mut energies, mut openness) = (Vec::new(), Vec::new());
    for (file, shown) in named {
        let Some(frame) = pictures.frame(file) else { continue };
        for (fault, case) in FAULTS.iter().zip(&mut cases) {
            let spoiled = fault.spoil(&frame);
            let reading = classifier.read(&spoiled, &whole(&spoiled))?;
            case.add(reading.look.unclear, Some(reading.look.scores.leading().0 == shown));
            if *fault == Fault::None {
                energies.push(reading.energy);
                openness.extend(reading.open);
            }
        }
    }
    pictures.finish()?;
    report.faults = cases;
    report.least_energy = quantile(energies, 0.01);
    report.least_open = quantile(openness, 0.01);
    Ok(())
}

/// The value below which `share` of the values lie; none without values.
fn quantile(mut values: Vec<f32>, share: f64) -> Option<f32> {
    values.sort_by(f32::total_cmp);
    values.get((share * values.len() as f64) as usize).copied()
}

/// A reason's name in JSON and tables.
pub(super) fn name(why: Unclear) -> &'static str {
    match why {
        Unclear::TooSmall => "too small",
        Unclear::TooDark => "too dark",
        Unclear::TooBright => "too bright",
        Unclear::Blurred => "blurred",
        Unclear::Hidden => "hidden",
        Unclear::Unfamiliar => "unfamiliar",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grey_pictures_have_equal_channels() {
        let frame = Frame::new(2, 1, vec![200, 100, 0, 7, 7, 7], attune_core::Timestamp(3)).unwrap();
        assert_eq!(grey(&frame).rgb(), [119, 119, 119, 7, 7, 7]);
    }

    #[test]
    fn quantiles_are_values() {
        assert_eq!(quantile(vec![], 0.5), None);
        assert_eq!(quantile((0..100).rev().map(|i| i as f32).collect(), 0.02), Some(2.0));
        assert_eq!(quantile(vec![7.0], 0.01), Some(7.0));
    }
}
