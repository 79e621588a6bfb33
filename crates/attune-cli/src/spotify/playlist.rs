//! `attune-cli spotify playlist`.

use crate::say;
use attune_app::print;
use attune_app::spotify::{Cause, MoodPlaylist, Spotify, Wanted};
use attune_core::{AppError, ErrorCode, TrackId};
use clap::Args;
use serde::Deserialize;
use serde_json::json;
use std::io::BufRead;

/// The most tracks that a mood playlist has.
const MOST: usize = 500;

/// A mood playlist.
#[derive(Debug, Args)]
pub(super) struct Playlist {
    /// The mood or policy it is for; each has one playlist, which is reused
    #[arg(long, value_name = "WORD")]
    mood: String,
    /// Its name; {mood} is replaced with the mood
    #[arg(long, default_value = "Attune · {mood}")]
    name: String,
    /// Its description
    #[arg(long, default_value = "Chosen for a {mood} mood.")]
    description: String,
    /// Preview only; change nothing
    #[arg(long)]
    dry_run: bool,
}

/// A line of standard input: what `recommend --json` prints, with a recording code or a length where you have them.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    id: Option<String>,
    title: String,
    artist: String,
    isrc: Option<String>,
    duration_ms: Option<u32>,
}

impl Playlist {
    pub(super) async fn run(self, client: &Spotify) -> Result<(), AppError> {
        let tracks = read(std::io::stdin().lock())?;
        let list = MoodPlaylist::new(&self.mood, &self.name, &self.description);
        let plan = client.plan(&list, &tracks, Cause::Listener).await?;
        print::json(&plan)?;
        if self.dry_run {
            return Ok(());
        }
        let written = client.apply(&plan, Cause::Listener).await?;
        print::json(&json!({"written": written}))
    }
}

fn read(input: impl BufRead) -> Result<Vec<Wanted>, AppError> {
    input.lines().enumerate().take(MOST).map(|(i, line)| wanted(line, i + 1)).collect()
}

fn wanted(line: std::io::Result<String>, number: usize) -> Result<Wanted, AppError> {
    let bad = || AppError::new(ErrorCode::BadLine, say::line_no_track(number));
    let line: Line = serde_json::from_str(&line.map_err(|_| bad())?).map_err(|_| bad())?;
    let id = line.id.map_or_else(|| TrackId::from_names(&line.title, &line.artist), TrackId);
    let Line { title, artist, isrc, duration_ms, .. } = line;
    Ok(Wanted { id, title, artist, isrc, duration_ms })
}
