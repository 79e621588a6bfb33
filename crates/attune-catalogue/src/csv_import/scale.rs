//! Whether a table gives its features from 0 to 1 or from 0 to 100.
//!
//! No single number tells: an energy of 1 is the most of the one and nearly the least of the other. So whole columns are
//! looked at before the first row is read, and all rows are read alike.

use super::header::{Column, Header};
use super::number;
use super::records::Row;

/// The greatest value of a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    One,
    Hundred,
}

impl Scale {
    /// The scale of a table by its header and its rows: 100 if most numbers of valence and energy that are not 0 are
    /// greater than 1. A few such numbers among smaller ones are mistakes.
    pub(super) fn of<'r>(header: &Header, rows: impl Iterator<Item = &'r Row>) -> Self {
        if header.is_in_percent() {
            return Self::Hundred;
        }
        let decimal_comma = header.delimiter != ',';
        let (mut greater, mut all) = (0_usize, 0_usize);
        for row in rows {
            let Row::Good { fields, .. } = row else { continue };
            for column in [Column::Valence, Column::Energy] {
                let text = header.field(fields, column).unwrap_or_default();
                let value = number::in_range(text, decimal_comma, 0.0..=100.0).ok().flatten();
                if let Some(value) = value.filter(|value| *value > 0.0) {
                    all += 1;
                    greater += usize::from(value > 1.0);
                }
            }
        }
        if 2 * greater > all { Self::Hundred } else { Self::One }
    }

    /// The greatest value of a feature.
    pub(super) fn most(self) -> f64 {
        match self {
            Self::One => 1.0,
            Self::Hundred => 100.0,
        }
    }
}
