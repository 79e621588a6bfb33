//! Moods and tracks as rows of comma-separated values (RFC 4180), in UTF-8.

use attune_core::TrackRef;
use attune_core::history::HistoryEntry;
use attune_library::Cells;
use attune_session::Listing;
use attune_session::view::PlayedTrack;
use chrono::{Local, SecondsFormat, TimeZone};
use serde::Serialize;
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

const HISTORY: &str =
    "time,valence,arousal,sd_valence,sd_arousal,word,confidence,source,expression,note,title,artist\n";
const LIBRARY: &str =
    "title,artist,album,year,genre,duration_ms,tempo,valence,energy,uri,source,file,liked,plays\n";
/// What stands for an artist that nobody names: a row needs one to be read again.
const NOBODY: &str = "Unknown artist";

/// A moment (Unix milliseconds) as the listener's clock shows it, with its distance from universal time (ISO 8601).
pub(super) fn local_time(at: f64) -> String {
    let time = Local.timestamp_millis_opt(at as i64).single();
    time.map(|time| time.to_rfc3339_opts(SecondsFormat::Secs, false)).unwrap_or_default()
}

/// Moods, and the tracks that were heard to their end, by time: a row has the one or the other.
pub(super) fn history(
    moods: &[HistoryEntry],
    played: &[PlayedTrack],
    time: &dyn Fn(f64) -> String,
    cells: Cells,
) -> String {
    let mood = |m: &HistoryEntry| (m.at, mood_row(m, time, cells));
    let mut rows: Vec<(f64, String)> = moods.iter().map(mood).collect();
    rows.extend(played.iter().map(|p| {
        let (title, artist) = (cells.field(&p.track.title), cells.field(&p.track.artist));
        (p.at, format!("{},,,,,,,,,,{title},{artist}\n", time(p.at)))
    }));
    rows.sort_by(|(one, _), (two, _)| one.total_cmp(two));
    rows.into_iter().fold(HISTORY.to_owned(), |table, (_, row)| table + &row)
}

fn mood_row(mood: &HistoryEntry, time: &dyn Fn(f64) -> String, cells: Cells) -> String {
    let e = &mood.estimate;
    let numbers = [e.mean.valence, e.mean.arousal, e.sd_valence, e.sd_arousal].map(|x| format!("{x:.4}"));
    let words = [name(mood.word), name(mood.confidence), name(mood.source)];
    let expression = mood.expression.map(name).unwrap_or_default();
    let note = cells.field(mood.note.as_deref().unwrap_or_default());
    format!("{},{},{},{expression},{note},,\n", time(mood.at), numbers.join(","), words.join(","))
}

/// A word of the domain, as JSON has it.
fn name(word: impl Serialize) -> String {
    match serde_json::to_value(word) {
        Ok(Value::String(name)) => name,
        _ => String::new(),
    }
}

/// Each track once, of the first catalogue that has it. The import of catalogues reads the table again: valence and energy
/// run from 0 to 1. `files` has the places of the listener's own tracks.
pub(super) fn library(listing: &Listing, files: &HashMap<String, String>, cells: Cells) -> String {
    let (mut table, mut seen) = (LIBRARY.to_owned(), HashSet::new());
    for (info, tracks) in &listing.catalogues {
        for track in tracks.iter().filter(|track| seen.insert(track.id.to_owned())) {
            track_row(&mut table, &track, &info.name, (listing, files), cells);
        }
    }
    table
}

fn track_row(
    table: &mut String,
    track: &TrackRef<'_>,
    source: &str,
    (listing, files): (&Listing, &HashMap<String, String>),
    cells: Cells,
) {
    let track_of = track.to_track();
    let (id, text) = (&track_of.id, |text: Option<&str>| cells.field(text.unwrap_or_default()));
    let artist = Some(&*track_of.artist).filter(|artist| !artist.is_empty()).unwrap_or(NOBODY);
    let known = (!track_of.affect.is_unknown()).then_some(track_of.affect.estimate);
    let affect = listing.corrected.get(id).copied().or(known);
    let axis =
        |value: Option<f64>| value.map_or_else(String::new, |x| format!("{:.4}", f64::midpoint(x, 1.0)));
    let fields = [
        text(Some(&track_of.title)),
        text(Some(artist)),
        text(track_of.album.as_deref()),
        track_of.year.map(|y| y.to_string()).unwrap_or_default(),
        text(track_of.genre.as_deref()),
        track_of.duration_ms.map(|ms| ms.to_string()).unwrap_or_default(),
        track_of.tempo.map(|bpm| format!("{bpm:.2}")).unwrap_or_default(),
        axis(affect.map(|e| e.mean.valence)),
        axis(affect.map(|e| e.mean.arousal)),
        id.spotify_id().map(|_| id.0.clone()).unwrap_or_default(),
        text(Some(source)),
        text(files.get(&id.0).map(String::as_str)),
        if listing.liked.contains(id) { "yes" } else { "no" }.to_owned(),
        listing.plays.get(id).copied().unwrap_or_default().to_string(),
    ];
    // Writing to a string cannot fail.
    let _ = writeln!(table, "{}", fields.join(","));
}

#[cfg(test)]
mod tests;
