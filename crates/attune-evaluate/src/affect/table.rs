//! Tables with a header line.

use super::super::csv::{self, Row};
use attune_core::{AppError, ErrorCode};
use std::path::{Path, PathBuf};

/// A table and what its columns are called.
pub(super) struct Table {
    file: PathBuf,
    text: String,
    names: Vec<String>,
}

impl Table {
    /// Fails with `annotations_unreadable`.
    pub(super) fn read(file: &Path) -> Result<Self, AppError> {
        let text = csv::read(file)?;
        let header = csv::rows(&text, file).next();
        let name = |c: usize| header.as_ref().map_or("", |row| row.text(c)).to_lowercase();
        let names = (0..256).map(name).collect();
        Ok(Self { file: file.to_owned(), text, names })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.names.iter().any(|n| n == name)
    }

    /// The column of the first of these names that there is. Fails with `annotations_invalid`.
    pub(super) fn column(&self, names: &[&str]) -> Result<usize, AppError> {
        let place = names.iter().find_map(|name| self.names.iter().position(|n| n == name));
        place.ok_or_else(|| {
            let message = format!(
                "{} has no column \"{}\". Name one so and try again.",
                self.file.display(),
                names.first().unwrap_or(&"")
            );
            AppError::new(ErrorCode::AnnotationsInvalid, message)
        })
    }

    /// The rows under the header.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        csv::rows(&self.text, &self.file).skip(1)
    }
}

/// A number that has to be there.
pub(super) fn number(row: &Row<'_>, column: usize) -> Result<f64, AppError> {
    let number: Option<f64> = row.number(column)?;
    number.filter(|n| n.is_finite()).ok_or_else(|| row.wrong("a number is missing"))
}
