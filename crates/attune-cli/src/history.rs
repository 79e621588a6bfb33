//! `attune-cli history`: what other services and players know of the listening.

use attune_app::histories::{self, History, Problem, day};
use attune_app::print;
use attune_core::AppError;
use clap::{Args, Subcommand};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// So many problems are printed; `--json` has more.
const SHOWN: usize = 10;

/// What to do with a history.
#[derive(Debug, Args)]
pub(crate) struct OwnHistory {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Show what an export holds; nothing is kept
    Preview(Preview),
}

/// Show what exports hold: Spotify's data export (also zipped), Last.fm as CSV, `ListenBrainz`, an iTunes library
#[derive(Debug, Args)]
struct Preview {
    /// The exported files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Print one JSON line per file instead of text
    #[arg(long)]
    json: bool,
}

/// A history, as printed.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a Path,
    format: &'static str,
    plays: u64,
    finished: u64,
    skipped: u64,
    tracks: usize,
    artists: usize,
    from: Option<String>,
    to: Option<String>,
    left_out: usize,
    unusable: usize,
    problems: Vec<Place>,
}

#[derive(Serialize)]
struct Place {
    #[serde(skip_serializing_if = "String::is_empty")]
    file: String,
    place: usize,
    problem: &'static str,
}

impl OwnHistory {
    /// Fails with `file_unreadable` for a file that is no history.
    pub(crate) fn run(self) -> Result<(), AppError> {
        let What::Preview(preview) = self.what;
        for file in &preview.files {
            let history = histories::preview(file)?;
            let line = line(file, &history);
            if preview.json { print::json(&line)? } else { line.print()? }
        }
        Ok(())
    }
}

fn line<'a>(file: &'a Path, history: &History) -> Line<'a> {
    let summary = history.summary();
    let place = |p: &Problem| Place { file: p.file.clone(), place: p.place, problem: p.kind.text() };
    Line {
        file,
        format: history.format.name(),
        plays: summary.plays,
        finished: summary.finished,
        skipped: summary.skipped,
        tracks: summary.tracks,
        artists: summary.artists,
        from: summary.span.map(|(from, _)| day(from)),
        to: summary.span.map(|(_, to)| day(to)),
        left_out: history.left_out,
        unusable: history.unusable,
        problems: history.problems.iter().map(place).collect(),
    }
}

impl Line<'_> {
    fn print(&self) -> Result<(), AppError> {
        let span = self.from.as_deref().zip(self.to.as_deref());
        let span = span.map_or_else(String::new, |(from, to)| format!(", {from} to {to}"));
        print::line(&format!("{}: {}{span}", self.file.display(), self.format))?;
        print::line(&format!(
            "  {} plays of {} tracks by {} artists; {} to the end, {} skipped",
            self.plays, self.tracks, self.artists, self.finished, self.skipped
        ))?;
        print::line(&format!("  {} left out, {} that cannot be used", self.left_out, self.unusable))?;
        self.problems.iter().take(SHOWN).try_for_each(|p| {
            let of = if p.file.is_empty() { String::new() } else { format!("{}, ", p.file) };
            print::line(&format!("    {of}{}: {}", p.place, p.problem))
        })
    }
}
