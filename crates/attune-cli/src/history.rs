//! `attune-cli history`: what other services and players know of the listening.

use crate::say;
use attune_app::histories::{self, History, KeptHistories, Problem, ProblemKind, day};
use attune_app::print;
use attune_core::taste::PastHistory;
use attune_core::{AppError, Timestamp};
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
    /// Bring exports along: from its next start on, the app learns from them what you like
    Import(Import),
    /// List the histories that were brought along
    List(List),
    /// Take a history back as a whole
    Remove(Remove),
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

/// Bring exports along
#[derive(Debug, Args)]
struct Import {
    /// The exported files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    kept: Kept,
}

#[derive(Debug, Args)]
struct List {
    #[command(flatten)]
    kept: Kept,
}

#[derive(Debug, Args)]
struct Remove {
    /// Its number, as the list has it
    history: u32,
    #[command(flatten)]
    kept: Kept,
}

#[derive(Debug, Args)]
struct Kept {
    /// Where everything is kept, in place of the folder that the app uses
    #[arg(long, value_name = "FOLDER")]
    data_dir: Option<PathBuf>,
    /// Print one JSON line per history instead of text
    #[arg(long)]
    json: bool,
}

impl Kept {
    fn open(&self) -> Result<KeptHistories, AppError> {
        KeptHistories::open(self.data_dir.clone())
    }

    fn print(&self, history: &PastHistory) -> Result<(), AppError> {
        if self.json {
            return print::json(history);
        }
        let span = history.from.zip(history.to);
        let day = |at: f64| day(Timestamp(at as i64));
        let span = span.map(|(from, to)| (day(from), day(to)));
        let PastHistory { id, source, plays, tracks, .. } = history;
        let kept = say::history_kept(*id, source, *plays, *tracks);
        print::line(&format!("{kept}{}", span_words(span.as_ref().map(|(from, to)| (&**from, &**to)))))
    }
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
    problems: Vec<ProblemLine>,
}

#[derive(Serialize)]
struct ProblemLine {
    #[serde(skip_serializing_if = "String::is_empty")]
    file: String,
    place: usize,
    /// What is wrong there.
    text: &'static str,
    #[serde(skip)]
    kind: ProblemKind,
}

impl OwnHistory {
    /// Fails with `file_unreadable` for a file that is no history, with `history_gone` for a number that is none, and with the
    /// codes of the store.
    pub(crate) fn run(self) -> Result<(), AppError> {
        match self.what {
            What::Preview(preview) => preview.run(),
            What::Import(import) => import.run(),
            What::List(List { kept }) => kept.open()?.all()?.iter().try_for_each(|h| kept.print(h)),
            What::Remove(Remove { history, kept }) => kept.open()?.remove(history),
        }
    }
}

impl Import {
    fn run(self) -> Result<(), AppError> {
        let mut kept = self.kept.open()?;
        for file in &self.files {
            let history = histories::preview(file)?;
            let brought = kept.add(history.format.name(), &histories::tracks(&history))?;
            self.kept.print(&brought)?;
        }
        Ok(())
    }
}

impl Preview {
    fn run(self) -> Result<(), AppError> {
        let preview = self;
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
    let place =
        |p: &Problem| ProblemLine { file: p.file.clone(), place: p.place, text: p.kind.text(), kind: p.kind };
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

/// From when to when, behind a comma; nothing where that is not known.
fn span_words(span: Option<(&str, &str)>) -> String {
    span.map_or_else(String::new, |(from, to)| format!(", {}", say::history_span(from, to)))
}

impl Line<'_> {
    fn print(&self) -> Result<(), AppError> {
        let span = self.from.as_deref().zip(self.to.as_deref());
        print::line(&format!("{}: {}{}", self.file.display(), self.format, span_words(span)))?;
        let Self { plays, tracks, artists, finished, skipped, .. } = *self;
        print::line(&format!("  {}", say::history_counts(plays, tracks, artists, finished, skipped)))?;
        print::line(&format!("  {}", say::history_unused(self.left_out, self.unusable)))?;
        self.problems.iter().take(SHOWN).try_for_each(|p| {
            let of = if p.file.is_empty() { String::new() } else { format!("{}, ", p.file) };
            print::line(&format!("    {of}{}: {}", p.place, say::history_problem(p.kind)))
        })
    }
}
