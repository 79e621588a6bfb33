//! `attune-cli evaluate faces`: which faces are found, against those that people drew.

use super::boxes::{self, Drawn};
use super::pictures::Pictures;
use super::shipped::Shipped;
use super::{percent, round};
use attune_app::print;
use attune_core::{AppError, FaceBox};
use attune_vision::evaluation::{
    Annotation, Answer, average_precision, largest_found, match_faces, median, recall_at_precision,
};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;
use std::time::Instant;

/// The threshold for precision and recall: low enough for the whole curve.
const LEAST_SCORE: f32 = 0.02;

/// The longer side in pixels of the file from which on a face counts.
const LEAST_SIDE: f32 = 20.0;

/// The precision at which recall is given.
const PRECISION: f64 = 0.98;

/// Compare the faces found in pictures with those that people drew
///
/// Faces count from 20 pixels on their longer side; smaller and invalid ones are neither hits nor misses. A face
/// is hit by an intersection over union of 0.5. The largest face is looked for at the threshold that ships, all
/// else from a score of 0.02 on, which the time (of finding, not of reading the file) includes.
#[derive(Debug, Args)]
pub(crate) struct Faces {
    /// The folder of the pictures
    #[arg(long, value_name = "DIR")]
    images: PathBuf,
    /// A table of file, x, y, w, h (pixels) and invalid (0 or 1), one row a face; a file alone has no face
    #[arg(long, value_name = "FILE")]
    boxes: PathBuf,
    /// Print one JSON line instead of a table
    #[arg(long)]
    json: bool,
}

/// The measures, as printed.
#[derive(Serialize)]
struct Report {
    images: usize,
    faces: usize,
    ap: f64,
    recall_at_p98: f64,
    largest_found: Option<f64>,
    ms_median: Option<f64>,
}

/// What is gathered picture by picture.
#[derive(Default)]
struct Tally {
    detections: Vec<Answer>,
    faces: usize,
    largest: Vec<bool>,
    milliseconds: Vec<f64>,
}

impl Faces {
    pub(super) fn run(self) -> Result<(), AppError> {
        let drawn = boxes::read(&self.boxes)?;
        let mut detector = Shipped::open()?.detector()?;
        let threshold = detector.score_threshold();
        let (mut pictures, mut tally) = (Pictures::new(self.images), Tally::default());
        for Drawn { file, faces, .. } in drawn {
            let Some(frame) = pictures.frame(&file) else { continue };
            let started = Instant::now();
            let found = detector.find_from(&frame, LEAST_SCORE)?;
            tally.milliseconds.push(started.elapsed().as_secs_f64() * 1e3);
            let reduction = pictures.reduction(&file, &frame);
            let found: Vec<_> = found.iter().map(|f| enlarged(f, reduction)).collect();
            tally.add(&found, &faces, threshold);
        }
        pictures.finish()?;
        let report = tally.report();
        if self.json { print::json(&report) } else { report.table() }
    }
}

impl Tally {
    fn add(&mut self, found: &[FaceBox], faces: &[Annotation], threshold: f32) {
        let matches = match_faces(found, faces, LEAST_SIDE);
        self.detections.extend(matches.detections);
        self.faces += matches.faces;
        self.largest.extend(largest_found(found, faces, threshold));
    }

    fn report(&self) -> Report {
        let hits = self.largest.iter().filter(|hit| **hit).count() as f64;
        Report {
            images: self.milliseconds.len(),
            faces: self.faces,
            ap: round(average_precision(&self.detections, self.faces)),
            recall_at_p98: round(recall_at_precision(&self.detections, self.faces, PRECISION)),
            largest_found: (!self.largest.is_empty()).then(|| round(hits / self.largest.len() as f64)),
            ms_median: median(&self.milliseconds).map(round),
        }
    }
}

impl Report {
    fn table(&self) -> Result<(), AppError> {
        print::line(&format!("{:28}{:>7}", "pictures", self.images))?;
        print::line(&format!("{:28}{:>7}", "faces", self.faces))?;
        print::line(&format!("{:28}{}", "average precision", percent(Some(self.ap))))?;
        print::line(&format!("{:28}{}", "recall at 98 % precision", percent(Some(self.recall_at_p98))))?;
        print::line(&format!("{:28}{}", "largest face found", percent(self.largest_found)))?;
        print::line(&format!("{:28}{:5.1} ms", "time, median", self.ms_median.unwrap_or_default()))
    }
}

/// A box in pixels of a frame as one in pixels of the file.
fn enlarged(face: &FaceBox, by: f32) -> FaceBox {
    FaceBox { x: face.x * by, y: face.y * by, w: face.w * by, h: face.h * by, score: face.score }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_set_has_a_report() {
        let report = serde_json::to_value(Tally::default().report()).unwrap();
        assert_eq!((report["images"].as_u64(), report["ap"].as_f64()), (Some(0), Some(0.0)));
        assert!(report["largest_found"].is_null() && report["ms_median"].is_null());
    }

    #[test]
    fn pictures_add_up() {
        let face = FaceBox { x: 10.0, y: 10.0, w: 40.0, h: 40.0, score: 0.3 };
        let mut tally = Tally::default();
        tally.add(&[enlarged(&face, 2.0)], &[Annotation { face: enlarged(&face, 2.0), invalid: false }], 0.2);
        tally.add(&[], &[Annotation { face, invalid: false }], 0.2);
        tally.add(&[face], &[], 0.2);
        let report = tally.report();
        assert_eq!((report.faces, report.largest_found), (2, Some(0.5)));
        assert!((report.ap - 0.5).abs() < 1e-9 && (report.recall_at_p98 - 0.5).abs() < 1e-9);
    }
}
