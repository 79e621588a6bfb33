//! Arrays in NumPy's files: an `.npz` is a ZIP archive, stored or deflated, with one `.npy` file an array.
//!
//! Read are arrays of one or two dimensions that hold numbers, booleans or text, in either byte order and either memory
//! order. What a file says of itself is compared with what it holds. Crates for this format were left out: ndarray-npy
//! reads neither half precision nor text, and npyz 0.9 multiplies the lengths that a file states unchecked.

use super::header::{Header, Kind};
use attune_core::{AppError, ErrorCode};
use half::f16;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use zip::ZipArchive;
use zip::result::ZipError;

/// No array may be larger, in bytes.
const LARGEST: u64 = 1 << 30;

/// An open `.npz` file.
pub(super) struct Archive {
    path: PathBuf,
    zip: ZipArchive<File>,
}

impl Archive {
    /// Fails with `annotations_unreadable` or, where it is no archive, `annotations_invalid`.
    pub(super) fn open(path: &Path) -> Result<Self, AppError> {
        let file = File::open(path).map_err(|error| {
            let message =
                format!("{} cannot be read ({error}). Check the path and try again.", path.display());
            AppError::new(ErrorCode::AnnotationsUnreadable, message)
        })?;
        let zip = ZipArchive::new(file).map_err(|error| wrong(path, &format!("no .npz file ({error})")))?;
        Ok(Self { path: path.to_owned(), zip })
    }

    /// The array of that name; none if there is none. Fails with `annotations_invalid`.
    pub(super) fn array(&mut self, name: &str) -> Result<Option<Array>, AppError> {
        match self.file(name) {
            Ok(file) => Array::parse(file).map(Some).map_err(|problem| self.wrong(name, problem)),
            Err(ZipError::FileNotFound) => Ok(None),
            Err(error) => Err(self.wrong(name, &format!("cannot be read ({error})"))),
        }
    }

    /// The whole `.npy` file of that name.
    fn file(&mut self, name: &str) -> Result<Vec<u8>, ZipError> {
        let mut file = Vec::new();
        let entry = self.zip.by_name(&format!("{name}.npy"))?;
        if entry.take(LARGEST + 1).read_to_end(&mut file)? as u64 > LARGEST {
            return Err(ZipError::UnsupportedArchive("it is larger than 1 GiB"));
        }
        Ok(file)
    }

    /// The array of that name, which has to be there. Fails with `annotations_invalid`.
    pub(super) fn required(&mut self, name: &str) -> Result<Array, AppError> {
        self.array(name)?.ok_or_else(|| self.wrong(name, "is missing"))
    }

    /// The error for an array about which something is not as it should be.
    pub(super) fn wrong(&self, name: &str, why: &str) -> AppError {
        wrong(&self.path, &format!("the array \"{name}\" {why}"))
    }
}

fn wrong(path: &Path, why: &str) -> AppError {
    let message = format!("{}: {why}. Correct the file and try again.", path.display());
    AppError::new(ErrorCode::AnnotationsInvalid, message)
}

/// One array.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Array {
    header: Header,
    /// As they lie in the file.
    values: Vec<u8>,
    size: usize,
}

impl Array {
    /// From a whole `.npy` file. `Err` says what is wrong with the array.
    fn parse(mut file: Vec<u8>) -> Result<Self, &'static str> {
        let header = Header::parse(&file)?;
        if !matches!(header.shape.len(), 1 | 2) {
            return Err("has neither one nor two dimensions");
        }
        let size = header.kind.size().ok_or("is of a type that is not read")?;
        let bytes = header.shape.iter().try_fold(size, |bytes, length| bytes.checked_mul(*length));
        if bytes != Some(file.len() - header.end) {
            return Err("has not as many values as its shape says");
        }
        file.drain(..header.end);
        Ok(Self { header, values: file, size })
    }

    /// Its length along each dimension, of which there are one or two.
    pub(super) fn shape(&self) -> &[usize] {
        &self.header.shape
    }

    /// Its numbers, row by row; none if it holds text.
    pub(super) fn numbers(&self) -> Option<Vec<f64>> {
        let number: fn([u8; 8]) -> f64 = match self.header.kind {
            Kind::Float(2) => |b| f16::from_le_bytes([b[0], b[1]]).to_f64(),
            Kind::Float(4) => |b| f64::from(f32::from_le_bytes([b[0], b[1], b[2], b[3]])),
            Kind::Float(_) => f64::from_le_bytes,
            // The sign is that of the highest byte, so the number is shifted up and back.
            Kind::Signed(1) => |b| (i64::from_le_bytes(b) << 56 >> 56) as f64,
            Kind::Signed(2) => |b| (i64::from_le_bytes(b) << 48 >> 48) as f64,
            Kind::Signed(4) => |b| (i64::from_le_bytes(b) << 32 >> 32) as f64,
            Kind::Signed(_) => |b| i64::from_le_bytes(b) as f64,
            Kind::Unsigned(_) => |b| u64::from_le_bytes(b) as f64,
            Kind::Unicode(_) | Kind::Ascii(_) => return None,
        };
        let wide = |value: &[u8]| std::array::from_fn(|i| value.get(i).copied().unwrap_or_default());
        Some(self.row_by_row().map(|value| number(wide(&value))).collect())
    }

    /// Its texts, row by row; none if it holds numbers.
    pub(super) fn texts(&self) -> Option<Vec<String>> {
        let text: fn(&[u8]) -> String = match self.header.kind {
            Kind::Unicode(_) => |value| {
                let code = |c: &[u8; 4]| char::from_u32(u32::from_le_bytes(*c));
                value.as_chunks().0.iter().map(|c| code(c).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
            },
            Kind::Ascii(_) => |value| String::from_utf8_lossy(value).into_owned(),
            _ => return None,
        };
        Some(self.row_by_row().map(|value| text(&value).trim_end_matches('\0').to_owned()).collect())
    }

    /// Its bytes; none if its values are not single unsigned bytes along one dimension.
    pub(super) fn into_bytes(self) -> Option<Vec<u8>> {
        (self.header.kind == Kind::Unsigned(1) && self.shape().len() == 1).then_some(self.values)
    }

    /// The bytes of each value, the lowest first.
    fn row_by_row(&self) -> impl Iterator<Item = Vec<u8>> {
        let Header { kind, big_endian, by_columns, ref shape, .. } = self.header;
        let (rows, columns) = (shape[0], shape.get(1).copied().unwrap_or(1));
        (0..rows * columns).map(move |i| {
            let place = if by_columns { i % columns * rows + i / columns } else { i };
            let mut value = self.values[place * self.size..][..self.size].to_vec();
            if big_endian {
                value.chunks_exact_mut(kind.unit()).for_each(<[u8]>::reverse);
            }
            value
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn array(kind: &str, order: &str, shape: &str, values: &[u8]) -> Result<Array, &'static str> {
        let text = format!("{{'descr': '{kind}', 'fortran_order': {order}, 'shape': {shape}, }}\n");
        let mut file = b"\x93NUMPY\x01\x00".to_vec();
        file.extend((text.len() as u16).to_le_bytes());
        file.extend(text.as_bytes());
        file.extend(values);
        Array::parse(file)
    }

    #[test]
    fn numbers_of_every_type_are_read() {
        let numbers =
            |kind: &str, value: &[u8]| array(kind, "False", "(1,)", value).unwrap().numbers().unwrap();
        for (kind, value, number) in [
            ("|u1", &[200][..], 200.0),
            ("|b1", &[1], 1.0),
            ("|i1", &[0xff], -1.0),
            ("<i2", &[0xfe, 0xff], -2.0),
            (">i2", &[0xff, 0xfe], -2.0),
            ("<i4", &[0xfd, 0xff, 0xff, 0xff], -3.0),
            ("<i8", &[5, 1, 0, 0, 0, 0, 0, 0], 261.0),
            (">u4", &[0, 0, 1, 2], 258.0),
            ("<f2", &[0x00, 0x3e], 1.5),
            (">f4", &1.5_f32.to_be_bytes(), 1.5),
            ("<f8", &(-0.1_f64).to_le_bytes(), -0.1),
        ] {
            assert_eq!(numbers(kind, value), [number], "{kind}");
        }
        assert!(numbers("<f2", &[0x00, 0x7e])[0].is_nan());
    }

    #[test]
    fn both_memory_orders_give_rows() {
        let numbers =
            |order: &str| array("|u1", order, "(2, 3)", &[1, 2, 3, 4, 5, 6]).unwrap().numbers().unwrap();
        assert_eq!(numbers("False"), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        assert_eq!(numbers("True"), [1.0, 3.0, 5.0, 2.0, 4.0, 6.0]);
    }

    #[test]
    fn texts_are_read_without_their_padding() {
        let texts =
            |kind: &str, values: &[u8]| array(kind, "False", "(2,)", values).unwrap().texts().unwrap();
        assert_eq!(texts("|S3", b"ab\0cde"), ["ab", "cde"]);
        let little: Vec<u8> = ['a', 'é', 'x', '\0'].iter().flat_map(|c| (*c as u32).to_le_bytes()).collect();
        assert_eq!(texts("<U2", &little), ["aé", "x"]);
        let big: Vec<u8> = ['a', 'é', 'x', '\0'].iter().flat_map(|c| (*c as u32).to_be_bytes()).collect();
        assert_eq!(texts(">U2", &big), ["aé", "x"]);
        assert_eq!(array("|S1", "False", "(1,)", b"a").unwrap().numbers(), None);
        assert_eq!(array("|u1", "False", "(1,)", b"a").unwrap().texts(), None);
    }

    #[test]
    fn arrays_that_are_not_what_they_say_are_refused() {
        for (kind, shape, values) in [
            ("|u1", "(3,)", &[1, 2][..]),
            ("|u1", "(1,)", &[1, 2]),
            ("|u1", "(1, 1, 2)", &[1, 2]),
            ("|u1", "()", &[1]),
            ("<f8", "(9223372036854775807, 4)", &[]),
            ("<U9223372036854775807", "(1,)", &[]),
        ] {
            assert!(array(kind, "False", shape, values).is_err(), "{kind} {shape}");
        }
        assert_eq!(array("|u1", "False", "(0, 52)", &[]).unwrap().numbers(), Some(vec![]));
        assert_eq!(array("<U0", "False", "(2,)", &[]).unwrap().texts(), Some(vec![String::new(); 2]));
    }
}
