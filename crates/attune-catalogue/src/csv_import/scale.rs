//! Whether a table gives its features from 0 to 1 or from 0 to 100.
//!
//! No single number tells: an energy of 1 is the most of the one and nearly the least of the other. So whole columns are
//! looked at before the first row is read, and all rows are read alike. Columns of one table may differ.

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
    /// The greatest value of a feature.
    pub(super) fn most(self) -> f64 {
        match self {
            Self::One => 1.0,
            Self::Hundred => 100.0,
        }
    }
}

/// Those of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scales {
    pub(super) valence: Scale,
    pub(super) energy: Scale,
}

impl Scales {
    /// Those of a table by its header and its rows. A column that does not tell is as the other one.
    pub(super) fn of<'r>(header: &Header, rows: impl Iterator<Item = &'r Row>) -> Self {
        let (mut valence, mut energy) = (Seen::default(), Seen::default());
        let decimal_comma = header.delimiter != ',';
        for row in rows {
            let Row::Good { fields, .. } = row else { continue };
            for (column, seen) in [(Column::Valence, &mut valence), (Column::Energy, &mut energy)] {
                seen.look(header.field(fields, column).unwrap_or_default(), decimal_comma);
            }
        }
        let told = |column, seen: Seen| {
            if header.is_in_percent(column) { Some(Scale::Hundred) } else { seen.scale() }
        };
        let (valence, energy) = (told(Column::Valence, valence), told(Column::Energy, energy));
        Self {
            valence: valence.or(energy).unwrap_or(Scale::One),
            energy: energy.or(valence).unwrap_or(Scale::One),
        }
    }
}

/// The numbers of a column that are not 0.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    /// Those that are greater than 1 or have a percent sign.
    greater: usize,
    /// Those between 0 and 1.
    parts: usize,
    all: usize,
}

impl Seen {
    fn look(&mut self, text: &str, decimal_comma: bool) {
        let value = number::in_range(text, decimal_comma, 0.0..=100.0).ok().flatten();
        if let Some(value) = value.filter(|value| *value > 0.0) {
            self.all += 1;
            self.greater += usize::from(value > 1.0 || text.contains('%'));
            self.parts += usize::from(value < 1.0);
        }
    }

    /// 100 if most numbers are greater than 1: a few among smaller ones are mistakes. None where there are but ones.
    fn scale(self) -> Option<Scale> {
        if 2 * self.greater > self.all {
            return Some(Scale::Hundred);
        }
        (self.parts > 0).then_some(Scale::One)
    }
}
