//! Faces cut from photographs, with what else is known of them.

use super::arrays::{Archive, Array};
use super::people::{Person, Sex};
use super::signs::{Sign, Signs};
use attune_core::{AppError, FaceBox, Frame, Timestamp};
use std::ops::Range;
use std::path::Path;

/// How much of the photograph a picture shows, as a multiple of the longer side of the face's box in its middle.
const SHOWN: f32 = 1.2;

/// Rows and columns at the edge with no level above this lie outside the photograph.
const OUTSIDE: u8 = 24;

/// All faces of a file.
pub(super) struct Portraits {
    jpeg: Vec<u8>,
    pictures: Vec<Range<usize>>,
    people: Option<Vec<Person>>,
    signs: Option<Vec<Option<Signs>>>,
    scores: Option<Vec<f32>>,
}

/// One face.
#[derive(Debug)]
pub(super) struct Portrait<'a> {
    /// A JPEG file.
    pub(super) picture: &'a [u8],
    pub(super) person: Person,
    /// What the landmarks clearly show; none where it is not known or not clear.
    pub(super) sign: Option<Sign>,
    /// What the detector said of it, in [0, 1]; 1 where it is not known.
    pub(super) score: f32,
}

impl Portraits {
    /// Reads the arrays `jpeg` and `offsets`, and those of `group`, `blendshapes` with `names`, and `score` that there are.
    /// Fails with `annotations_unreadable` or, naming the array, `annotations_invalid`.
    pub(super) fn read(path: &Path) -> Result<Self, AppError> {
        let mut file = Archive::open(path)?;
        let jpeg = file.required("jpeg")?.into_bytes();
        let jpeg = jpeg.ok_or_else(|| file.wrong("jpeg", "is no single row of bytes"))?;
        let offsets = file.required("offsets")?;
        let pictures = ranges(&offsets, jpeg.len());
        let pictures =
            pictures.ok_or_else(|| file.wrong("offsets", "does not rise from 0 within \"jpeg\""))?;
        let count = pictures.len();
        Ok(Self {
            people: people(&mut file, count)?,
            signs: signs(&mut file, count)?,
            scores: scores(&mut file, count)?,
            jpeg,
            pictures,
        })
    }

    /// All faces in the order of the file.
    pub(super) fn iter(&self) -> impl Iterator<Item = Portrait<'_>> {
        self.pictures.iter().enumerate().map(|(i, place)| Portrait {
            picture: &self.jpeg[place.clone()],
            person: self.people.as_ref().map_or_else(Person::default, |people| people[i]),
            sign: self.signs.as_ref().and_then(|signs| signs[i]?.clear()),
            score: self.scores.as_ref().map_or(1.0, |scores| scores[i]),
        })
    }

    /// What the file does not tell.
    pub(super) fn missing(&self) -> Vec<&'static str> {
        let parts = [
            (self.people.is_none(), "age group and sex (\"group\")"),
            (self.signs.is_none(), "what the faces show (\"blendshapes\")"),
            (self.scores.is_none(), "the detector's score (\"score\")"),
        ];
        parts.into_iter().filter_map(|(missing, what)| missing.then_some(what)).collect()
    }
}

impl Portrait<'_> {
    /// The photograph around the face as a frame, and the detector's box in it: the app cuts the face out of that itself.
    /// Black margins, where the picture reached beyond the photograph, are no part of the frame. None if the picture is no picture.
    pub(super) fn frame(&self) -> Option<(Frame, FaceBox)> {
        let picture = image::load_from_memory(self.picture).ok()?.into_rgb8();
        let (width, height) = picture.dimensions();
        let level = |x: u32, y: u32| picture.get_pixel(x, y).0.into_iter().max().unwrap_or_default();
        let columns = inside(width, |x| (0..height).any(|y| level(x, y) > OUTSIDE));
        let rows = inside(height, |y| (0..width).any(|x| level(x, y) > OUTSIDE));
        let side = width.min(height) as f32 / SHOWN;
        let face = FaceBox {
            x: (width as f32 - side) / 2.0 - columns.start as f32,
            y: (height as f32 - side) / 2.0 - rows.start as f32,
            w: side,
            h: side,
            score: self.score,
        };
        let (wide, high) = (columns.len() as u32, rows.len() as u32);
        let photograph =
            image::imageops::crop_imm(&picture, columns.start, rows.start, wide, high).to_image();
        Some((Frame::new(wide, high, photograph.into_raw(), Timestamp(0)).ok()?, face))
    }
}

/// From the first line that is not black to the last; all lines of a black picture.
fn inside(lines: u32, light: impl Fn(u32) -> bool) -> Range<u32> {
    let first = (0..lines).find(|line| light(*line)).unwrap_or(0);
    first..(first..lines).rev().find(|line| light(*line)).map_or(lines, |last| last + 1)
}

/// Where each file lies.
fn ranges(offsets: &Array, bytes: usize) -> Option<Vec<Range<usize>>> {
    let numbers = offsets.numbers().filter(|_| offsets.shape().len() == 1)?;
    let whole = |number: f64| (number >= 0.0 && number <= bytes as f64).then_some(number as usize);
    let places: Vec<usize> = numbers.into_iter().map(whole).collect::<Option<_>>()?;
    places.first().filter(|first| **first == 0)?;
    places.windows(2).map(|pair| (pair[0] <= pair[1]).then_some(pair[0]..pair[1])).collect()
}

/// The numbers of an array with `count` rows; none if the file has no such array.
fn table(file: &mut Archive, name: &str, count: usize) -> Result<Option<(Vec<f64>, usize)>, AppError> {
    let Some(array) = file.array(name)? else { return Ok(None) };
    if array.shape()[0] != count {
        return Err(file.wrong(name, &format!("has {} rows for {count} pictures", array.shape()[0])));
    }
    let numbers = array.numbers().ok_or_else(|| file.wrong(name, "holds no numbers"))?;
    Ok(Some((numbers, array.shape().get(1).copied().unwrap_or(1))))
}

/// Age group and sex by picture.
fn people(file: &mut Archive, count: usize) -> Result<Option<Vec<Person>>, AppError> {
    let Some((numbers, columns)) = table(file, "group", count)? else { return Ok(None) };
    if columns != 2 {
        return Err(file.wrong("group", "has not two columns, age group and sex"));
    }
    let person = |row: &[f64]| Person {
        age: (0.0..256.0).contains(&row[0]).then_some(row[0] as u8),
        sex: Sex::from_number(row[1]),
    };
    Ok(Some(numbers.chunks_exact(2).map(person).collect()))
}

/// What the landmarks show by picture; none for a picture where any coefficient is not a number.
fn signs(file: &mut Archive, count: usize) -> Result<Option<Vec<Option<Signs>>>, AppError> {
    let Some((numbers, columns)) = table(file, "blendshapes", count)? else { return Ok(None) };
    let names = file.required("names")?.texts().filter(|names| names.len() == columns && columns > 0);
    let names = names.ok_or_else(|| file.wrong("names", "does not name each column of \"blendshapes\""))?;
    let places = Signs::columns(&names).map_err(|missing| {
        file.wrong("names", &format!("has no \"{missing}\" among the columns of \"blendshapes\""))
    })?;
    Ok(Some(numbers.chunks_exact(columns).map(|row| Signs::of(row, &places)).collect()))
}

/// The detector's score by picture.
fn scores(file: &mut Archive, count: usize) -> Result<Option<Vec<f32>>, AppError> {
    let Some((numbers, _)) = table(file, "score", count)?.filter(|(_, columns)| *columns == 1) else {
        return Ok(None);
    };
    if numbers.iter().any(|score| !(0.0..=1.0).contains(score)) {
        return Err(file.wrong("score", "has values outside of 0 to 1"));
    }
    Ok(Some(numbers.into_iter().map(|score| score as f32).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageFormat, Rgb, RgbImage};
    use std::io::Cursor;

    fn portrait(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
        let mut file = Cursor::new(Vec::new());
        picture.write_to(&mut file, format).unwrap();
        file.into_inner()
    }

    fn frame(picture: &RgbImage) -> (Frame, FaceBox) {
        let picture = portrait(picture, ImageFormat::Png);
        Portrait { picture: &picture, person: Person::default(), sign: None, score: 0.8 }.frame().unwrap()
    }

    fn close(face: &FaceBox, [x, y, side]: [f32; 3]) -> bool {
        let pairs = [(face.x, x), (face.y, y), (face.w, side), (face.h, side)];
        pairs.into_iter().all(|(found, expected)| (found - expected).abs() < 1e-4)
    }

    #[test]
    fn the_box_is_the_middle_of_what_is_shown() {
        let (frame, face) = frame(&RgbImage::from_pixel(72, 72, Rgb([90; 3])));
        assert_eq!((frame.width(), frame.height()), (72, 72));
        assert!(close(&face, [6.0, 6.0, 60.0]) && (face.score - 0.8).abs() < 1e-6, "{face:?}");
    }

    #[test]
    fn black_margins_are_no_part_of_the_photograph() {
        let picture = RgbImage::from_fn(72, 72, |x, y| Rgb([if x < 10 || y >= 70 { 3 } else { 80 }; 3]));
        let (cut, face) = frame(&picture);
        assert!((cut.width(), cut.height()) == (62, 70) && close(&face, [-4.0, 6.0, 60.0]), "{face:?}");
        let (black, _) = frame(&RgbImage::new(72, 72));
        assert_eq!((black.width(), black.height()), (72, 72));
    }

    #[test]
    fn what_is_no_picture_is_none() {
        let broken = Portrait { picture: b"no picture", person: Person::default(), sign: None, score: 1.0 };
        assert!(broken.frame().is_none());
    }
}
