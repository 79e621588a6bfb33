//! The table of genres, read once from the embedded file.

use super::{Genre, fold::fold};
use attune_core::Affect;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The deepest a genre can lie under the top.
pub(super) const DEPTH: usize = 8;

pub(super) const CSV: &str = include_str!("../../data/genres.csv");

/// Genres, and which of them a folded name is.
pub(super) struct Table {
    genres: Vec<Genre>,
    names: HashMap<String, usize>,
}

/// The table. It cannot be damaged: the tests have seen every row.
pub(super) fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| Table::new(rows(CSV).filter_map(genre).collect()))
}

impl Table {
    fn new(genres: Vec<Genre>) -> Self {
        let mut names = HashMap::new();
        for (i, genre) in genres.iter().enumerate() {
            for name in std::iter::once(&genre.name).chain(&genre.aliases) {
                names.entry(fold(name)).or_insert(i);
            }
        }
        Self { genres, names }
    }

    pub(super) fn genres(&self) -> &[Genre] {
        &self.genres
    }

    /// The genre of a folded name or alias.
    pub(super) fn named(&self, folded: &str) -> Option<&Genre> {
        self.names.get(folded).map(|&i| &self.genres[i])
    }

    /// The genre of a name as it stands in the table.
    pub(super) fn exactly(&self, name: &str) -> Option<&Genre> {
        self.named(&fold(name)).filter(|g| g.name == name)
    }
}

/// The rows under the header, without comments and blank lines.
pub(super) fn rows(csv: &str) -> impl Iterator<Item = &str> {
    let lines = csv.lines().map(str::trim_end);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).skip(1)
}

/// The genre of a row; none if it is no row of six fields with three numbers.
pub(super) fn genre(row: &str) -> Option<Genre> {
    let fields: [&str; 6] = row.split(',').map(str::trim).collect::<Vec<_>>().try_into().ok()?;
    let [name, parent, valence, arousal, spread, aliases] = fields;
    Some(Genre {
        name: name.to_owned(),
        parent: (!parent.is_empty()).then(|| parent.to_owned()),
        place: Affect::new(valence.parse().ok()?, arousal.parse().ok()?),
        spread: spread.parse().ok()?,
        aliases: aliases.split(';').map(str::trim).filter(|a| !a.is_empty()).map(str::to_owned).collect(),
    })
}
