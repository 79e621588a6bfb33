//! Spotify's data export and `ListenBrainz`: lists of objects, and objects by line.

use crate::names::{name, play};
use crate::{Ending, Entry, Format, History, HistoryError, ProblemKind, time};
use serde_json::Value;

/// A play that was skipped after so long counts as one of which nobody knows how it ended: most of it was heard.
const LONG_ENOUGH_MS: u64 = 120_000;

/// Reads a list, or lines.
pub(crate) fn read(bytes: &[u8]) -> Result<History, HistoryError> {
    if bytes.trim_ascii_start().starts_with(b"[") {
        let all: Vec<Value> = serde_json::from_slice(bytes).map_err(|e| damaged(&e))?;
        return gather(all.into_iter().map(Some));
    }
    let lines = bytes.split(|byte| *byte == b'\n');
    gather(lines.filter(|line| !line.trim_ascii().is_empty()).map(|line| serde_json::from_slice(line).ok()))
}

fn damaged(error: &serde_json::Error) -> HistoryError {
    HistoryError::Damaged(format!("line {}, column {}", error.line(), error.column()))
}

/// The first entry that is one says which format it is.
fn gather(entries: impl Iterator<Item = Option<Value>>) -> Result<History, HistoryError> {
    let mut found: Option<History> = None;
    let mut early = Vec::new();
    for (place, entry) in (1..).zip(entries) {
        if found.is_none() {
            found = entry.as_ref().and_then(format_of).map(History::of);
        }
        let Some(history) = &mut found else {
            early.push(place);
            continue;
        };
        let kept = entry.as_ref().map_or(Entry::Unusable(ProblemKind::Malformed), |e| match history.format {
            Format::ListenBrainz => listen(e),
            _ => stream(e),
        });
        history.take(place, kept);
    }
    let mut history = found.ok_or(HistoryError::Unknown)?;
    for place in early {
        history.take(place, Entry::Unusable(ProblemKind::Malformed));
    }
    history.problems.sort_by_key(|problem| problem.place);
    Ok(history)
}

fn format_of(entry: &Value) -> Option<Format> {
    let has = |name: &str| entry.get(name).is_some();
    if has("listened_at") || has("track_metadata") {
        return Some(Format::ListenBrainz);
    }
    (has("ms_played") || has("msPlayed")).then_some(Format::Spotify)
}

fn text(value: &Value, name_of: &str) -> Option<String> {
    value.get(name_of).and_then(Value::as_str).and_then(name)
}

/// An entry of Spotify's export, the full one or the short one.
fn stream(entry: &Value) -> Entry {
    let yes = |name: &str| entry.get(name).and_then(Value::as_bool) == Some(true);
    let title = text(entry, "master_metadata_track_name").or_else(|| text(entry, "trackName"));
    let artist = text(entry, "master_metadata_album_artist_name").or_else(|| text(entry, "artistName"));
    let number = |name: &str| entry.get(name).and_then(Value::as_u64);
    let Some(heard) = number("ms_played").or_else(|| number("msPlayed")) else {
        return Entry::Unusable(ProblemKind::Malformed);
    };
    let other = ["episode_name", "audiobook_title"].iter().any(|name| text(entry, name).is_some());
    if yes("incognito_mode") || heard == 0 || (title.is_none() && other) {
        return Entry::LeftOut;
    }
    let at = text(entry, "ts").or_else(|| text(entry, "endTime")).and_then(|t| time::text(&t));
    let mut play = match play(title, artist, at) {
        Ok(play) => play,
        Err(problem) => return Entry::Unusable(problem),
    };
    play.album = text(entry, "master_metadata_album_album_name");
    play.spotify = text(entry, "spotify_track_uri")
        .and_then(|uri| Some(uri.strip_prefix("spotify:track:")?.to_owned()))
        .filter(|id| id.len() == 22 && id.bytes().all(|b| b.is_ascii_alphanumeric()));
    play.heard_ms = u32::try_from(heard).ok();
    play.ending = match entry.get("reason_end").and_then(Value::as_str) {
        Some("trackdone") => Ending::Finished,
        Some("fwdbtn" | "backbtn") if heard < LONG_ENOUGH_MS => Ending::Skipped,
        _ if yes("skipped") && heard < LONG_ENOUGH_MS => Ending::Skipped,
        _ => Ending::Unknown,
    };
    Entry::Play(play)
}

/// A listen of `ListenBrainz`, which says what was heard and nothing of how it ended.
fn listen(entry: &Value) -> Entry {
    let Some(about) = entry.get("track_metadata") else { return Entry::Unusable(ProblemKind::Malformed) };
    let at = entry.get("listened_at").and_then(Value::as_i64).and_then(time::number);
    match play(text(about, "track_name"), text(about, "artist_name"), at) {
        Ok(play) => Entry::Play(crate::Play { album: text(about, "release_name"), ..play }),
        Err(problem) => Entry::Unusable(problem),
    }
}
