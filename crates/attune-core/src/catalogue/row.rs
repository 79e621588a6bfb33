//! What is wrong with a row of a catalogue file.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A row of a catalogue file that was left out, or a value that was left out of a row that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct BadRow {
    /// Line number in the file, from 1.
    pub line: u32,
    /// What is wrong with it.
    pub problem: RowProblem,
}

/// A column whose value can be what is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum RowColumn {
    /// The track's title.
    Title,
    /// Who plays it.
    Artist,
    /// The album it is on.
    Album,
    /// How popular it is, from 0 to 100.
    Popularity,
    /// How pleasant it is.
    Valence,
    /// How energetic it is, in an editor's words.
    Arousal,
    /// How energetic it is, as computed from its sound.
    Energy,
}

impl fmt::Display for RowColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Title => "title",
            Self::Artist => "artist",
            Self::Album => "album",
            Self::Popularity => "popularity",
            Self::Valence => "valence",
            Self::Arousal => "arousal",
            Self::Energy => "energy",
        })
    }
}

/// What is wrong with a row, or with a value in it. Its `Display` is the English wording, to stand behind a line's number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "is", rename_all = "camelCase")]
pub enum RowProblem {
    /// Nothing that can be shown stands where a name has to.
    #[error("no {column}")]
    Missing {
        /// Where the name was looked for.
        column: RowColumn,
    },
    /// A name is too long.
    #[error("the {column} is longer than {bytes} bytes")]
    LongName {
        /// Where the name stands.
        column: RowColumn,
        /// The most bytes of UTF-8 that a name may have.
        bytes: u32,
    },
    /// A text stands where a number has to.
    #[error("{column} “{text}” is no number")]
    NoNumber {
        /// Where it stands.
        column: RowColumn,
        /// How it begins: at most 24 characters, all of which can be shown.
        text: String,
    },
    /// A number that cannot be.
    #[error("{column} {text} is not between {low} and {high}")]
    OutOfRange {
        /// Where it stands.
        column: RowColumn,
        /// The number as the file has it, as in `NoNumber`.
        text: String,
        /// The least that it may be.
        low: i32,
        /// The most that it may be.
        high: i32,
    },
    /// A line is too long.
    #[error("the line is longer than {kib} KiB")]
    LongLine {
        /// The most that a line may have, in KiB of UTF-8.
        kib: u32,
    },
    /// A line has bytes of zero in it, which no text has.
    #[error("the line holds NUL bytes, so it is no text")]
    Nul,
    /// A line is in another encoding than the file.
    #[error("the line holds bytes that are not UTF-8, unlike the rest of the file")]
    NotUtf8,
    /// A quotation mark begins a field that does not end.
    #[error("a quote opened on this line is not closed where it should be")]
    OpenQuote,
    /// Too many fields, or too few.
    #[error("{fields} fields where the header has {columns}")]
    Width {
        /// How many the row has.
        fields: u32,
        /// How many the header names.
        columns: u32,
    },
    /// A field is too long.
    #[error("a field is longer than {kib} KiB")]
    LongField {
        /// The most that a field may have, in KiB of UTF-8.
        kib: u32,
    },
    /// The catalogue is full: this row and all after it are left out.
    #[error("this row and all after it: a catalogue holds at most {tracks} tracks")]
    Full {
        /// How many tracks a catalogue holds.
        tracks: u32,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_a_code_with_values_and_an_english_sentence() {
        let problem =
            RowProblem::OutOfRange { column: RowColumn::Valence, text: "7,3".into(), low: -1, high: 1 };
        assert_eq!(problem.to_string(), "valence 7,3 is not between -1 and 1");
        let json = serde_json::to_value(BadRow { line: 4, problem }).unwrap();
        let values = serde_json::json!({
            "is": "outOfRange", "column": "valence", "text": "7,3", "low": -1, "high": 1
        });
        assert_eq!(json, serde_json::json!({ "line": 4, "problem": values }));
    }
}
