//! `attune-cli library watch`.

use super::scan;
use attune_app::own_music::{FolderEvent, FolderWatch, FolderWatchTiming, Library};
use attune_app::print;
use attune_core::AppError;
use clap::Args;
use serde_json::json;
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// For how long.
#[derive(Debug, Args)]
pub(super) struct Watching {
    /// Stop after this many seconds
    #[arg(long, value_name = "SECONDS")]
    seconds: Option<u64>,
    /// Milliseconds to wait after the last change before scanning
    #[arg(long, value_name = "MS", default_value_t = 2_000)]
    quiet: u64,
}

impl Watching {
    /// Scans once, then whenever something has changed.
    pub(super) fn run(self, library: &Library) -> Result<(), AppError> {
        let (sender, told) = mpsc::channel();
        let timing =
            FolderWatchTiming { quiet: Duration::from_millis(self.quiet), ..FolderWatchTiming::default() };
        let _watch = FolderWatch::start(library, timing, move |event| drop(sender.send(event)));
        scan(library, &[], false)?;
        let ends = self.seconds.map(|s| Instant::now() + Duration::from_secs(s));
        loop {
            let left = ends.map_or(Duration::MAX, |ends| ends.saturating_duration_since(Instant::now()));
            match told.recv_timeout(left) {
                Ok(FolderEvent::Changed(folders)) => scan(library, &folders, false)?,
                Ok(FolderEvent::NotWatched(folder, problem)) => {
                    print::json(&json!({ "notWatched": folder, "problem": problem }))?;
                }
                Err(_) => return Ok(()),
            }
        }
    }
}
