//! The starter catalogue: something to play before the listener brings any music.
//!
//! It ships inside the program, holds facts and editors' judgement only (see `data/README.md`), and goes
//! through the importer like any other file.

use crate::TrackList;
use crate::csv_import;
use attune_core::Track;

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
    let all = csv_import::import_from(CSV.as_bytes(), NAME, CSV.len() as u64, &mut |_| true);
    all.map(|imported| imported.tracks).unwrap_or_default()
}

/// The starter catalogue.
#[must_use]
pub fn catalogue() -> TrackList {
    TrackList { id: ID.to_owned(), name: NAME.to_owned(), tracks: tracks() }
}

#[cfg(test)]
mod tests;
