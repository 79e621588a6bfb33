//! Faces that people drew into pictures.

use super::csv::{self, Row};
use attune_core::{AppError, FaceBox};
use attune_vision::evaluation::Annotation;
use std::collections::HashMap;
use std::path::Path;

/// One picture and its faces.
#[derive(Debug, PartialEq)]
pub(super) struct Drawn {
    /// The picture, relative to the folder of pictures.
    pub(super) file: String,
    /// Its faces, in pixels of the file.
    pub(super) faces: Vec<Annotation>,
    /// What else is said of each face; as many as there are faces.
    pub(super) marks: Vec<Marks>,
}

/// WIDER FACE's marks: 0 none, 1 somewhat, 2 badly (a pose is only typical, 0, or not).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks {
    pub(super) blur: u8,
    pub(super) occlusion: u8,
    pub(super) pose: u8,
}

/// Reads `file, x, y, w, h, invalid, blur, occlusion, pose` (pixels; `invalid` is 1 for what is no usable face; it and
/// the marks may be missing, as the header row may), a row a face, in the order in which the pictures first appear. A row with nothing but a
/// file is a picture without faces. Fails with `annotations_unreadable` or `annotations_invalid`.
pub(super) fn read(file: &Path) -> Result<Vec<Drawn>, AppError> {
    let text = csv::read(file)?;
    let (mut pictures, mut places) = (Vec::<Drawn>::new(), HashMap::new());
    for row in csv::rows(&text, file) {
        let name = row.picture()?;
        let place = *places.entry(name.to_owned()).or_insert_with(|| {
            pictures.push(Drawn { file: name.to_owned(), faces: Vec::new(), marks: Vec::new() });
            pictures.len() - 1
        });
        if let Some(face) = face(&row)? {
            let mark = |column| Ok::<_, AppError>(row.number::<u8>(column)?.unwrap_or(0));
            let marks = Marks { blur: mark(6)?, occlusion: mark(7)?, pose: mark(8)? };
            pictures[place].faces.push(face);
            pictures[place].marks.push(marks);
        }
    }
    Ok(pictures)
}

fn face(row: &Row<'_>) -> Result<Option<Annotation>, AppError> {
    let mut edges = [None; 4];
    for (i, edge) in edges.iter_mut().enumerate() {
        *edge = row.number::<f32>(i + 1)?.filter(|v| v.is_finite());
    }
    match edges {
        [Some(x), Some(y), Some(w), Some(h)] => {
            let invalid = row.number::<u8>(5)?.unwrap_or(0) != 0;
            Ok(Some(Annotation { face: FaceBox { x, y, w, h, score: 1.0 }, invalid }))
        }
        [None, None, None, None] if (1..=4).all(|i| row.text(i).is_empty()) => Ok(None),
        _ => Err(row.wrong("x, y, width and height must be numbers")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::ErrorCode;

    fn read_text(text: &str) -> Result<Vec<Drawn>, AppError> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        read(file.path())
    }

    #[test]
    fn faces_are_gathered_by_picture() {
        let text =
            "file,x,y,w,h,invalid,blur\nb.jpg,1,2,3,4,0,2\na.jpg,5,6,7.5,8,1,0\nb.jpg,1,1,1,1\nc.jpg\n";
        let pictures = read_text(text).unwrap();
        let names: Vec<_> = pictures.iter().map(|p| (p.file.as_str(), p.faces.len())).collect();
        assert_eq!(names, [("b.jpg", 2), ("a.jpg", 1), ("c.jpg", 0)]);
        let face = pictures[1].faces[0];
        assert!(face.invalid && (face.side() - 8.0).abs() < 1e-6);
        assert_eq!((pictures[0].marks[0].blur, pictures[0].marks[1]), (2, Marks::default()));
        assert!(!pictures[0].faces[0].invalid && !pictures[0].faces[1].invalid);
    }

    #[test]
    fn impossible_rows_are_refused() {
        for bad in ["a.jpg,1,2,3", "a.jpg,1,2,3,wide", "a.jpg,NaN,2,3,4", "a.jpg,NaN,NaN,NaN,NaN", ",1,2,3,4"]
        {
            assert_eq!(read_text(bad).unwrap_err().code, ErrorCode::AnnotationsInvalid, "{bad}");
        }
    }
}
