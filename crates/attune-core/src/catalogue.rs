//! Catalogues and what importing one reports.

mod row;

pub use row::{BadRow, RowColumn, RowProblem};

use serde::{Deserialize, Serialize};

/// A catalogue in the library.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct CatalogueInfo {
    /// `starter`, or the number of an import.
    pub id: String,
    /// The name shown: "Starter catalogue" or the file's.
    pub name: String,
    /// How many tracks.
    pub tracks: u32,
    /// Whether the queue draws from it.
    pub enabled: bool,
    /// When it was imported; none for the starter.
    pub added_at: Option<f64>,
}

/// How far an import is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ImportProgress {
    /// The file's name.
    pub name: String,
    /// Rows read so far.
    pub rows: u32,
    /// Share of the file read, in [0, 1].
    pub share: f64,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ImportReport {
    /// The catalogue made; none when no row was good.
    pub catalogue: Option<CatalogueInfo>,
    /// Tracks taken.
    pub tracks: u32,
    /// Rows joined to an earlier one of the same track.
    pub duplicates: u32,
    /// How many rows were left out.
    pub bad_rows: u32,
    /// The first of them.
    pub bad_row_samples: Vec<BadRow>,
    /// How many values could not be read and were left out of rows that were taken.
    pub lost_values: u32,
    /// The first of them.
    pub lost_value_samples: Vec<BadRow>,
}
