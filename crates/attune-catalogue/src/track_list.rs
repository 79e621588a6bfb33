//! A catalogue as a value.

use attune_core::Track;

/// A named list of tracks: the starter catalogue, or one that was imported.
#[derive(Debug, Clone, PartialEq)]
pub struct TrackList {
    /// `starter`, or the number of an import.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// The tracks, each once.
    pub tracks: Vec<Track>,
}
