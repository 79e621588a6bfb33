//! `attune-cli look`: what the eyes find, frame by frame.

use crate::say;
use attune_app::compose::{self, FaceReading, FrameReading, ImageFiles};
use attune_app::presence::ClosedWhileAway;
use attune_app::print;
use attune_core::circumplex::affect_of;
use attune_core::ports::{FrameSource, SourceEvent};
use attune_core::{
    AffectEstimate, AppError, ErrorCode, ExpressionScores, FaceLook, Span, Timestamp, Unclear,
};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;
use std::time::Instant;

/// Pictures, or the camera.
#[derive(Debug, Args)]
pub(crate) struct Look {
    /// Pictures or folders of pictures (JPEG, PNG, WebP)
    #[arg(required_unless_present = "camera")]
    paths: Vec<PathBuf>,
    /// Use a camera until interrupted: the first one, or the one with this number
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "0", conflicts_with = "paths")]
    camera: Option<usize>,
    /// Print one JSON line per frame instead of a table
    #[arg(long)]
    json: bool,
}

/// One frame, as printed.
#[derive(Serialize)]
struct Line<'a> {
    source: &'a str,
    frame: u64,
    time_ms: i64,
    faces: Vec<Face>,
    ms: Milliseconds,
}

#[derive(Serialize)]
struct Face {
    r#box: [f32; 4],
    score: f32,
    #[serde(skip_serializing_if = "Option::is_none")]
    expression: Option<ExpressionScores>,
    #[serde(skip_serializing_if = "Option::is_none")]
    affect: Option<AffectEstimate>,
    /// Why the expression should not be believed.
    #[serde(skip_serializing_if = "Option::is_none")]
    unclear: Option<Unclear>,
}

#[derive(Serialize)]
struct Milliseconds {
    detect: f64,
    classify: f64,
}

/// A picture that could not be read, as printed.
#[derive(Serialize)]
struct Problem<'a> {
    source: &'a str,
    frame: u64,
    error: &'a AppError,
}

impl Look {
    pub(crate) fn run(self) -> Result<(), AppError> {
        let (mut source, files) = self.open()?;
        let mut eyes = compose::FaceEyes::open(None)?;
        let started = Instant::now();
        let clock = move || Timestamp(started.elapsed().as_millis() as i64);
        let mut last_problem = None;
        let mut seen = 0u64;
        for frame in 0.. {
            let event = source.next_event(&clock);
            let name = files.get(frame as usize).map_or_else(|| source.name(), |f| f.display().to_string());
            match event {
                SourceEvent::Frame(picture) => {
                    let reading = eyes.read(&picture)?;
                    self.print(&name, frame, picture.at(), &reading)?;
                    seen += 1;
                }
                SourceEvent::Skipped(error) => {
                    self.complain(&name, frame, &error)?;
                    last_problem = Some(error);
                }
                SourceEvent::Ended(error) => return finish(error, last_problem, seen),
            }
        }
        Ok(())
    }

    /// The source, and the files it will go through if it is made of files.
    fn open(&self) -> Result<(Box<dyn FrameSource>, Vec<PathBuf>), AppError> {
        let Some(number) = self.camera else {
            let pictures = ImageFiles::open(&self.paths, Timestamp(0), Span(200))?;
            let files = pictures.files().to_vec();
            return Ok((Box::new(pictures), files));
        };
        let cameras = compose::cameras()?;
        let camera = cameras.get(number).ok_or_else(|| {
            let message = format!("There is no camera {number}; {} found.", cameras.len());
            AppError::new(ErrorCode::CameraNone, message)
        })?;
        let id = camera.id.clone();
        let source = ClosedWhileAway::open(
            Box::new(move || compose::open_camera(Some(&id))),
            Box::new(said_of_camera),
        )?;
        Ok((Box::new(source), Vec::new()))
    }

    fn print(&self, source: &str, frame: u64, at: Timestamp, reading: &FrameReading) -> Result<(), AppError> {
        if !self.json {
            return table(source, reading);
        }
        print::json(&Line {
            source,
            frame,
            time_ms: at.0,
            faces: reading.faces.iter().map(face).collect(),
            ms: Milliseconds { detect: round(reading.detect_ms), classify: round(reading.classify_ms) },
        })
    }

    fn complain(&self, source: &str, frame: u64, error: &AppError) -> Result<(), AppError> {
        eprintln!("{}", say::error_of(source, error));
        if self.json { print::json(&Problem { source, frame, error }) } else { Ok(()) }
    }
}

/// Said on standard error when the screen locks, the machine sleeps or its lid shuts, and when that is over.
fn said_of_camera(is_closed: bool) {
    eprintln!("{}", if is_closed { say::camera_closed() } else { say::camera_open() });
}

/// A source that ended well is a success if anything could be read from it.
fn finish(error: Option<AppError>, last_problem: Option<AppError>, seen: u64) -> Result<(), AppError> {
    match (error, last_problem) {
        (Some(error), _) => Err(error),
        (None, Some(problem)) if seen == 0 => Err(problem),
        _ => Ok(()),
    }
}

fn face(reading: &FaceReading) -> Face {
    let b = &reading.face;
    Face {
        r#box: [b.x, b.y, b.w, b.h].map(|x| (x * 10.0).round() / 10.0),
        score: b.score,
        expression: reading.look.map(|look| look.scores),
        affect: reading.look.map(|look| affect_of(&look.scores)),
        unclear: reading.look.and_then(|look| look.unclear),
    }
}

fn table(source: &str, reading: &FrameReading) -> Result<(), AppError> {
    let ms = format!("{:.1} + {:.1} ms", reading.detect_ms, reading.classify_ms);
    if reading.faces.is_empty() {
        return print::line(&format!("{source:32}  {}  {ms}", say::face_none()));
    }
    for f in &reading.faces {
        let place = format!("{:.0},{:.0} {:.0}x{:.0}", f.face.x, f.face.y, f.face.w, f.face.h);
        let shows = f.look.as_ref().map_or_else(say::face_not_read, describe);
        print::line(&format!("{source:32}  {place:20}  {shows}  {ms}"))?;
    }
    Ok(())
}

fn describe(look: &FaceLook) -> String {
    let (expression, share) = look.scores.leading();
    let affect = say::estimate(&affect_of(&look.scores));
    let shows = format!("{:9} {:3.0} %  {affect}", say::expression(expression), share * 100.0);
    match look.unclear {
        Some(why) => format!("{shows}  {}", say::face_unsure(say::unclear(why))),
        None => shows,
    }
}

fn round(ms: f64) -> f64 {
    (ms * 1_000.0).round() / 1_000.0
}
