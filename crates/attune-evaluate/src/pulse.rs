//! `attune-cli evaluate pulse`: whether a heart rate would be shown on clips, which, and how far off it is.

mod clips;
mod outcome;
mod trace;
mod truth;

use super::percent;
use attune_app::print;
use attune_core::{AppError, ErrorCode};
use clap::Args;
use clips::Broken;
use outcome::{Outcome, Summary};
use serde::Serialize;
use std::io::IsTerminal;
use std::path::PathBuf;
use truth::Truth;

/// Measure the heart rate on colours of the skin, through the same gate as the app
///
/// A clip counts as shown if a rate was shown at any moment of it; the rate is the last one that was. A trace is a
/// table with a row a look: mean red, green and blue of one patch of skin after the other, 0 to 255, perhaps with a
/// time in front, and `# fps=30` above where there is none. Names of columns are understood
/// (`t_s,chin_r,chin_g,chin_b`). Files whose names differ in the patch only (`a_forehead.csv`, `a_patch2.csv`) are
/// one clip.
#[derive(Debug, Args)]
pub(crate) struct Pulse {
    /// The folder of the traces
    #[arg(long, value_name = "DIR")]
    traces: PathBuf,
    /// A table of clip and beats a minute; or of clip, seconds and beats a minute
    #[arg(long, value_name = "FILE")]
    truth: Option<PathBuf>,
    /// Looks a second of traces that do not say it
    #[arg(long, value_parser = fps)]
    fps: Option<f64>,
    /// Print one JSON line instead of a table
    #[arg(long)]
    json: bool,
}

/// Everything, as printed.
#[derive(Serialize)]
struct Report {
    clips: Vec<Outcome>,
    broken: Vec<Broken>,
    summary: Summary,
}

impl Pulse {
    pub(super) fn run(self) -> Result<(), AppError> {
        let truth = self.truth.as_deref().map(Truth::read).transpose()?;
        let (clips, broken) = clips::of_folder(&self.traces, self.fps, self.truth.as_deref())?;
        for Broken { file, problem } in &broken {
            eprintln!("{file}: {problem}");
        }
        if clips.is_empty() {
            let message = format!("{} holds no trace that can be read.", self.traces.display());
            return Err(AppError::new(ErrorCode::NothingMeasured, message));
        }
        let is_watched = std::io::stderr().is_terminal();
        let mut outcomes = Vec::with_capacity(clips.len());
        for clip in &clips {
            outcomes.push(outcome::of(clip, truth.as_ref()));
            if is_watched {
                eprint!("\r{} of {} clips", outcomes.len(), clips.len());
            }
        }
        if is_watched {
            eprintln!();
        }
        let summary = outcome::summary(&outcomes);
        let report = Report { clips: outcomes, broken, summary };
        if self.json { print::json(&report) } else { table(&report) }
    }
}

fn fps(text: &str) -> Result<f64, AppError> {
    let number = text.parse().ok().filter(|fps| (1.0..=1_000.0).contains(fps));
    number.ok_or_else(|| AppError::new(ErrorCode::AnnotationsInvalid, "Give a number from 1 to 1000."))
}

fn table(report: &Report) -> Result<(), AppError> {
    print::line("clip                      patches      s  looks/s    bpm      ±   sure   truth  error")?;
    for o in &report.clips {
        let number = |x: Option<f64>| x.map_or_else(|| "–".into(), |x| format!("{x:.1}"));
        let end = o
            .missing
            .filter(|_| !o.shown)
            .map_or_else(String::new, |missing| format!("  missing: {missing}"));
        print::line(&format!(
            "{:26}{:>7} {:6.1} {:8.1} {:>6} {:>6} {} {:>7} {:>6}{end}",
            o.clip,
            o.patches,
            o.seconds,
            o.looks_per_second,
            number(o.rate),
            number(o.spread),
            percent(o.confidence),
            number(o.truth),
            number(o.error),
        ))?;
    }
    let Summary { clips, shown, compared, error, grossly_wrong, readings, .. } = &report.summary;
    print::line(&format!("shown on {shown} of {clips} clips; {} files broken", report.broken.len()))?;
    let (Some(error), Some(off)) = (error, report.summary.readings_error) else { return Ok(()) };
    print::line(&format!(
        "{compared} clips compared: {error:.2} bpm off,{} grossly wrong",
        percent(*grossly_wrong)
    ))?;
    let grossly = percent(report.summary.readings_grossly_wrong);
    print::line(&format!("{readings} readings compared: {off:.2} bpm off,{grossly} grossly wrong"))
}
