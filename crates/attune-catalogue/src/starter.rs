//! The starter catalogue: something to play before the listener brings any music.
//!
//! It ships inside the program, holds facts and editors' judgement only (see `data/README.md`), and goes
//! through the importer like any other file.

use crate::TrackList;
use crate::csv_import;
use attune_core::{Affect, Track, TrackId};
use std::collections::HashMap;
use std::sync::OnceLock;

/// The identifier of the starter catalogue.
pub const ID: &str = "starter";
/// The name shown.
pub const NAME: &str = "Starter catalogue";

const CSV: &str = include_str!("../data/starter.csv");

/// The tracks of the starter catalogue; their ids come from their names.
///
/// Reads the embedded file anew: a few milliseconds, to be done once. It cannot fail with the file that the
/// tests have seen.
#[must_use]
pub fn tracks() -> Vec<Track> {
    csv_import::import_by_itself(CSV).map(|imported| imported.tracks).unwrap_or_default()
}

/// The artists of the starter catalogue as credited, once for each track.
#[must_use]
pub(crate) fn artists() -> &'static [String] {
    static ARTISTS: OnceLock<Vec<String>> = OnceLock::new();
    ARTISTS.get_or_init(|| tracks().into_iter().map(|track| track.artist).collect())
}

/// Where the starter catalogue places a track, if it has it. A title may carry a note on its edition ("- 2011
/// Remaster"); another recording ("- Live") is another track.
#[must_use]
pub fn place(title: &str, artist: &str) -> Option<Affect> {
    static PLACES: OnceLock<HashMap<TrackId, Affect>> = OnceLock::new();
    let places =
        PLACES.get_or_init(|| tracks().into_iter().map(|t| (t.id, t.affect.estimate.mean)).collect());
    let named = |title: &str| places.get(&TrackId::from_names(title, artist)).copied();
    named(title).or_else(|| named(without_edition(title)?))
}

/// The title before a note on its edition.
fn without_edition(title: &str) -> Option<&str> {
    let (before, note) = title.split_once(" - ").or_else(|| title.split_once(" ("))?;
    let note = note.to_lowercase();
    let editions = ["remaster", "single version", "album version", "mono", "stereo", "feat."];
    editions.iter().any(|e| note.contains(e)).then_some(before)
}

/// The starter catalogue.
#[must_use]
pub fn catalogue() -> TrackList {
    TrackList { id: ID.to_owned(), name: NAME.to_owned(), tracks: tracks() }
}

#[cfg(test)]
mod tests;
