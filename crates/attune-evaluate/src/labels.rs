//! What people said about pictures of faces.

use super::csv::{self, Row};
use attune_core::AppError;
use attune_vision::evaluation::{Fer2013, VOTES};
use std::path::Path;

/// One picture and what people said about it.
#[derive(Debug, PartialEq)]
pub(super) struct Label {
    /// The picture, relative to the folder of pictures.
    pub(super) file: String,
    /// Its name in FER-2013, if it has one.
    pub(super) fer2013: Option<Fer2013>,
    /// Its FER+ votes; all zero if there are none.
    pub(super) votes: [u32; VOTES],
}

/// Reads `file, fer2013, neutral, happiness, surprise, sadness, anger, disgust, fear, contempt, unknown, nf`; a
/// header row, the name, and the votes as a whole may be missing. Fails with `annotations_unreadable` or
/// `annotations_invalid`.
pub(super) fn read(file: &Path) -> Result<Vec<Label>, AppError> {
    let text = csv::read(file)?;
    csv::rows(&text, file).map(|row| label(&row)).collect()
}

fn label(row: &Row<'_>) -> Result<Label, AppError> {
    let name = row.text(1);
    let fer2013 = Fer2013::from_name(name);
    if fer2013.is_none() && !name.is_empty() {
        let names = Fer2013::NAMES.join(", ");
        return Err(row.wrong(&format!("\"{name}\" is none of {names}")));
    }
    let mut votes = [0; VOTES];
    let mut given = 0;
    for (i, votes) in votes.iter_mut().enumerate() {
        if let Some(number) = row.number(i + 2)? {
            *votes = number;
            given += 1;
        }
    }
    if given != 0 && given != VOTES {
        return Err(row.wrong(&format!("{given} of {VOTES} vote counts are given")));
    }
    Ok(Label { file: row.picture()?.to_owned(), fer2013, votes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::ErrorCode;

    fn read_text(text: &str) -> Result<Vec<Label>, AppError> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        read(file.path())
    }

    #[test]
    fn names_and_votes_may_be_missing() {
        let labels =
            read_text("file,fer2013,neutral\na.png,happy,0,9,1,0,0,0,0,0,0,0\nb.png,\nc.png,sad").unwrap();
        assert_eq!(labels[0].votes, [0, 9, 1, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(labels[0].fer2013, Fer2013::from_name("happy"));
        assert_eq!((labels[1].fer2013, labels[1].votes), (None, [0; VOTES]));
        assert_eq!((labels[2].file.as_str(), labels[2].fer2013), ("c.png", Fer2013::from_name("sad")));
    }

    #[test]
    fn impossible_rows_are_refused() {
        for bad in ["a.png,bored", "a.png,,1,2,3", "a.png,,x", "a.png,,-1,0,0,0,0,0,0,0,0,0", ",happy"] {
            assert_eq!(read_text(bad).unwrap_err().code, ErrorCode::AnnotationsInvalid, "{bad}");
        }
        assert_eq!(read(Path::new("nowhere.csv")).unwrap_err().code, ErrorCode::AnnotationsUnreadable);
    }
}
