//! Tables of annotations: comma-separated, one row a line, fields in quotes if they hold commas.

use attune_core::{AppError, ErrorCode};
use std::fs;
use std::path::Path;
use std::str::FromStr;

/// One row of a file.
#[derive(Debug)]
pub(super) struct Row<'a> {
    file: &'a Path,
    line: usize,
    fields: Vec<String>,
}

/// The text of a table. Fails with `annotations_unreadable`.
pub(super) fn read(file: &Path) -> Result<String, AppError> {
    fs::read_to_string(file).map_err(|error| {
        let message = format!("{} cannot be read ({error}). Check the path and try again.", file.display());
        AppError::new(ErrorCode::AnnotationsUnreadable, message)
    })
}

/// The rows of a table, blank lines and the header (a first row with a field "file") left out.
pub(super) fn rows<'a>(text: &'a str, file: &'a Path) -> impl Iterator<Item = Row<'a>> {
    let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    let filled = lines.filter(|(_, line)| !line.trim().is_empty());
    let rows = filled.map(move |(i, line)| Row { file, line: i + 1, fields: fields(line) });
    rows.enumerate()
        .filter(|(i, row)| *i > 0 || !row.fields.iter().any(|f| f.trim().eq_ignore_ascii_case("file")))
        .map(|(_, row)| row)
}

/// The places of columns by their names in the header, in any case; each may have several names. None where there is no
/// header (a first row with a field "file").
pub(super) fn columns<const N: usize>(text: &str, names: [&[&str]; N]) -> Option<[Option<usize>; N]> {
    let first = text.trim_start_matches('\u{feff}').lines().find(|line| !line.trim().is_empty())?;
    let header: Vec<String> = fields(first).iter().map(|f| f.trim().to_ascii_lowercase()).collect();
    let place = |names: &[&str]| header.iter().position(|field| names.contains(&field.as_str()));
    place(&["file"]).map(|_| names.map(place))
}

impl Row<'_> {
    /// The field's text; empty where there is none.
    pub(super) fn text(&self, column: usize) -> &str {
        self.fields.get(column).map_or("", |field| field.trim())
    }

    /// The field's number; none if it is empty or absent.
    pub(super) fn number<T: FromStr>(&self, column: usize) -> Result<Option<T>, AppError> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|_| self.wrong(&format!("\"{text}\" is no number that fits there")))
    }

    /// The name of the picture.
    pub(super) fn picture(&self) -> Result<&str, AppError> {
        Some(self.text(0)).filter(|name| !name.is_empty()).ok_or_else(|| self.wrong("no file is named"))
    }

    /// The error for a row that says something impossible: measuring on less than was asked for would mislead.
    pub(super) fn wrong(&self, why: &str) -> AppError {
        let message =
            format!("{}, line {}: {why}. Correct it and try again.", self.file.display(), self.line);
        AppError::new(ErrorCode::AnnotationsInvalid, message)
    }
}

/// The fields of a line.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut quoted) = (vec![String::new()], false);
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            ',' if !quoted => {
                fields.push(String::new());
                continue;
            }
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
            }
            '"' => {
                quoted = !quoted;
                continue;
            }
            _ => {}
        }
        if let Some(field) = fields.last_mut() {
            field.push(c);
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Vec<(usize, Vec<String>)> {
        rows(text, Path::new("t.csv")).map(|row| (row.line, row.fields)).collect()
    }

    #[test]
    fn headers_and_blank_lines_are_left_out() {
        let row = |line: usize, fields: &[&str]| (line, fields.iter().map(|&f| f.to_owned()).collect());
        assert_eq!(table("\u{feff}File,x\r\n\r\na.png,1\r\n"), [row(3, &["a.png", "1"])]);
        assert_eq!(table("a.png,1\nfile,2"), [row(1, &["a.png", "1"]), row(2, &["file", "2"])]);
        assert_eq!(table(" \n"), []);
    }

    #[test]
    fn columns_are_found_by_name() {
        let text = "\u{feff}\nEmotion,seconds,FILE,actor\nangry,2,a.wav,01\n";
        let places = columns(text, [&["file"], &["emotion"], &["speaker", "actor"], &["age"]]);
        assert_eq!(places, Some([Some(2), Some(0), Some(3), None]));
        assert_eq!(table(text).len(), 1);
        assert_eq!(columns("a.wav,angry,01\n", [&["file"]]), None);
    }

    #[test]
    fn quotes_hold_commas_together() {
        assert_eq!(fields(r#""a, b.png",,"say ""x""","#), ["a, b.png", "", r#"say "x""#, ""]);
        assert_eq!(fields(r#""open,1"#), ["open,1"]);
    }

    #[test]
    fn what_is_no_number_is_said_with_its_line() {
        let text = "a.png,12,,x";
        let row = rows(text, Path::new("t.csv")).next().unwrap();
        assert_eq!(row.number::<u32>(1).unwrap(), Some(12));
        assert_eq!((row.number::<u32>(2).unwrap(), row.number::<u32>(9).unwrap()), (None, None));
        let error = row.number::<u32>(3).unwrap_err();
        assert_eq!(error.code, ErrorCode::AnnotationsInvalid);
        assert!(error.message.starts_with("t.csv, line 1:"), "{error}");
    }
}
