//! `attune-cli library`: the listener's own music in folders, as JSON lines.

mod show;
mod watch;

use crate::say;
use attune_app::compose;
use attune_app::own_music::{
    AnalyseProgress, AnalysisRequest, Cells, Control, Ear, Library, Resources, ScanProgress,
};
use attune_app::print;
use attune_core::{AppError, ErrorCode, Timestamp, TrackId};
use clap::{Args, Subcommand};
use serde::Serialize;
use serde_json::json;
use show::Show;
use std::path::{Path, PathBuf};

/// Files between two lines of progress.
const PROGRESS: u32 = 100;

/// The listener's own music.
#[derive(Debug, Args)]
pub(crate) struct OwnMusic {
    /// Folder with the library, instead of the default data folder
    #[arg(long, value_name = "DIR", global = true)]
    data_dir: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Add a folder
    Add {
        /// The folder
        folder: PathBuf,
    },
    /// Remove a folder and its analysis; the files stay
    Remove {
        /// The number that `folders` prints for it
        id: u32,
    },
    /// Print the folders
    Folders,
    /// Scan the folders for changes
    Scan {
        /// Numbers of folders; all by default
        folders: Vec<u32>,
        /// Read every file again, also those that look unchanged
        #[arg(long)]
        again: bool,
    },
    /// Print tracks
    List(Show),
    /// Search tracks
    Search {
        /// Word prefixes to find in title, artist, album, genre or path
        words: Vec<String>,
        #[command(flatten)]
        show: Show,
    },
    /// Print the files that could not be read, and why
    Unreadable,
    /// Analyse tracks that are new or were analysed by an older version
    Analyse {
        /// Number of files to analyse at a time
        #[arg(long, value_name = "N", default_value_t = 1)]
        threads: usize,
        /// Share of the time to spend working, leaving the rest to other programs
        #[arg(long, value_name = "SHARE", default_value_t = 1.0)]
        effort: f64,
        /// Retry tracks whose analysis failed
        #[arg(long)]
        retry: bool,
    },
    /// Export a playlist (.m3u8, .xspf), a table (.csv) or everything as JSON (.json)
    Export {
        /// The file to write
        file: PathBuf,
        /// Track ids; all by default
        tracks: Vec<String>,
        /// In a table, write texts that a spreadsheet takes for formulas as they are
        #[arg(long)]
        raw: bool,
    },
    /// Find the entries of a playlist (M3U, PLS, XSPF, WPL) in the library
    Import {
        /// The playlist
        file: PathBuf,
    },
    /// Scan whenever something changes, until interrupted
    Watch(watch::Watching),
    /// Delete the library; the music files stay
    Erase,
}

impl OwnMusic {
    pub(crate) fn run(self) -> Result<(), AppError> {
        let library = open(self.data_dir)?;
        match self.command {
            Command::Add { folder } => print::json(&library.add_folder(&folder, now())?),
            Command::Remove { id } => library.remove_folder(id),
            Command::Folders => each(&library.folders()?),
            Command::Scan { folders, again } => scan(&library, &folders, again),
            Command::List(show) => show.print(&library, String::new()),
            Command::Search { words, show } => show.print(&library, words.join(" ")),
            Command::Unreadable => each(&library.unreadable()?),
            Command::Analyse { threads, effort, retry } => {
                if retry {
                    library.retry_unheard()?;
                }
                analyse(&library, threads, effort)
            }
            Command::Export { file, tracks, raw } => export(&library, &file, tracks, raw),
            Command::Import { file } => print::json(&library.import_playlist(&file)?),
            Command::Watch(watching) => watching.run(&library),
            Command::Erase => library.erase(),
        }
    }
}

/// The library; what had to be worked around goes to standard error.
fn open(data_dir: Option<PathBuf>) -> Result<Library, AppError> {
    let nowhere = || {
        AppError::new(ErrorCode::NoDataFolder, "The system does not specify a data folder. Use --data-dir.")
    };
    let dir = data_dir.or_else(compose::default_data_dir).ok_or_else(nowhere)?;
    let (library, warnings) = compose::open_library(Some(dir))?;
    for warning in warnings {
        eprintln!("{}", say::error(&warning));
    }
    Ok(library)
}

fn each<T: Serialize>(all: &[T]) -> Result<(), AppError> {
    all.iter().try_for_each(print::json)
}

/// Scans, and prints progress now and then and a report.
fn scan(library: &Library, folders: &[u32], again: bool) -> Result<(), AppError> {
    let control = Control::new();
    let mut printed = Ok(());
    let mut progress = |progress: &ScanProgress| {
        let due = progress.to_read > 0
            && (progress.read.is_multiple_of(PROGRESS) || progress.read == progress.to_read);
        if due && printed.is_ok() {
            printed = print::json(&json!({ "progress": progress }));
        }
    };
    let report = if again {
        library.read_again(folders, now(), &control, &mut progress)
    } else {
        library.scan(folders, now(), &control, &mut progress)
    }?;
    printed?;
    print::json(&json!({ "report": report }))
}

/// Listens, and prints a line a track and a report.
fn analyse(library: &Library, threads: usize, effort: f64) -> Result<(), AppError> {
    let resources = Resources::default();
    let ear = Ear::open(&resources)?;
    let request = AnalysisRequest { versions: resources.versions()?, threads, effort };
    let (control, print) = (Control::new(), |value| drop(print::json(&value)));
    let progress = |progress: &AnalyseProgress| print(json!({ "progress": progress }));
    let report = library.analyse(&request, &control, &now, &|job, go_on| ear.hear(job, go_on), &progress)?;
    print::json(&json!({ "report": report, "counts": library.analysis_counts(&request.versions)? }))
}

fn export(library: &Library, file: &Path, tracks: Vec<String>, raw: bool) -> Result<(), AppError> {
    let cells = if raw { Cells::Raw } else { Cells::Safe };
    let mut ids: Vec<TrackId> = tracks.into_iter().map(TrackId).collect();
    let kind = file.extension().map(|e| e.to_string_lossy().to_lowercase());
    match kind.as_deref() {
        Some("csv") => print::json(&json!({ "rows": library.export_csv(&ids, file, cells)? })),
        Some("m3u8" | "xspf") => {
            if ids.is_empty() {
                ids = library.tracks()?.into_iter().map(|t| t.id).collect();
            }
            print::json(&json!({ "leftOut": library.export_playlist(&ids, file)? }))
        }
        Some("json") => {
            let failed = |e: std::io::Error| {
                AppError::new(ErrorCode::OutputFailed, format!("{} ({e}).", file.display()))
            };
            attune_files::replace(file, library.export()?.to_string().as_bytes()).map_err(failed)
        }
        _ => Err(AppError::new(
            ErrorCode::ExportKind,
            "The file's name must end in .m3u8, .xspf, .csv or .json.",
        )),
    }
}

fn now() -> Timestamp {
    compose::clock()()
}
