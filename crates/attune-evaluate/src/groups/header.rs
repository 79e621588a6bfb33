//! What a `.npy` file says of its array: type, memory order and shape, as a Python dictionary in text
//! ([NEP 1](https://numpy.org/neps/nep-0001-npy-format.html)).

/// What the header says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) kind: Kind,
    pub(super) big_endian: bool,
    /// Columns lie together in memory, not rows (Fortran's order).
    pub(super) by_columns: bool,
    /// The length along each dimension.
    pub(super) shape: Vec<usize>,
    /// Where the values begin, in bytes from the start of the file.
    pub(super) end: usize,
}

/// What one value is; sizes in bytes, but for text in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Float(usize),
    Signed(usize),
    /// Unsigned numbers and booleans.
    Unsigned(usize),
    /// Four bytes a character.
    Unicode(usize),
    /// One byte a character.
    Ascii(usize),
}

impl Kind {
    /// Bytes of one value; none where no memory could hold it.
    pub(super) fn size(self) -> Option<usize> {
        match self {
            Self::Float(size) | Self::Signed(size) | Self::Unsigned(size) | Self::Ascii(size) => Some(size),
            Self::Unicode(length) => length.checked_mul(4),
        }
    }

    /// Bytes of what the byte order applies to.
    pub(super) fn unit(self) -> usize {
        match self {
            Self::Float(size) | Self::Signed(size) | Self::Unsigned(size) => size,
            Self::Unicode(_) => 4,
            Self::Ascii(_) => 1,
        }
    }
}

impl Header {
    /// Reads the header of a whole file. `Err` says what is wrong with the array.
    pub(super) fn parse(file: &[u8]) -> Result<Self, &'static str> {
        let (text, end) = text(file).ok_or("has no NumPy header")?;
        let (big_endian, kind) =
            value(text, "descr").and_then(element).ok_or("is of a type that is not read")?;
        let by_columns = match value(text, "fortran_order") {
            Some(order) if order.starts_with("True") => true,
            Some(order) if order.starts_with("False") => false,
            _ => return Err("does not say its memory order"),
        };
        let shape = value(text, "shape").and_then(lengths).ok_or("does not say its shape")?;
        Ok(Self { kind, big_endian, by_columns, shape, end })
    }
}

/// The dictionary's text, and where it ends.
fn text(file: &[u8]) -> Option<(&str, usize)> {
    let version = file.strip_prefix(b"\x93NUMPY")?.first()?;
    let (length, start) = match version {
        1 => (usize::from(u16::from_le_bytes(file.get(8..10)?.try_into().ok()?)), 10),
        _ => (usize::try_from(u32::from_le_bytes(file.get(8..12)?.try_into().ok()?)).ok()?, 12),
    };
    let end = length.checked_add(start)?;
    Some((std::str::from_utf8(file.get(start..end)?).ok()?, end))
}

/// What follows a key.
fn value<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let after = ['\'', '"'].iter().find_map(|q| text.split_once(&format!("{q}{key}{q}")));
    Some(after?.1.trim_start().strip_prefix(':')?.trim_start())
}

/// Whether an element's bytes are in big-endian order, and what it is: `'<f2'`, `'|u1'`, `'<U19'`.
fn element(value: &str) -> Option<(bool, Kind)> {
    let quote = value.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let (name, _) = value[1..].split_once(quote)?;
    let big_endian = name.starts_with('>');
    let mut rest = name.trim_start_matches(['<', '>', '|', '=']).chars();
    let letter = rest.next()?;
    let size: usize = rest.as_str().parse().ok()?;
    let kind = match (letter, size) {
        ('f', 2 | 4 | 8) => Kind::Float(size),
        ('i', 1 | 2 | 4 | 8) => Kind::Signed(size),
        ('u', 1 | 2 | 4 | 8) | ('b', 1) => Kind::Unsigned(size),
        ('U', _) => Kind::Unicode(size),
        ('S' | 'a', _) => Kind::Ascii(size),
        _ => return None,
    };
    Some((big_endian, kind))
}

/// The numbers of a tuple: `(15000, 52), ...`.
fn lengths(value: &str) -> Option<Vec<usize>> {
    let (inside, _) = value.strip_prefix('(')?.split_once(')')?;
    let parts = inside.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| part.trim_end_matches('L').parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(version: u8, text: &str) -> Vec<u8> {
        let mut file = b"\x93NUMPY".to_vec();
        file.extend([version, 0]);
        match version {
            1 => file.extend((text.len() as u16).to_le_bytes()),
            _ => file.extend((text.len() as u32).to_le_bytes()),
        }
        file.extend(text.as_bytes());
        file
    }

    #[test]
    fn headers_say_type_order_and_shape() {
        let text = "{'descr': '<f2', 'fortran_order': False, 'shape': (15000, 52), }   \n";
        let header = Header::parse(&file(1, text)).unwrap();
        assert_eq!((header.kind, header.big_endian, header.by_columns), (Kind::Float(2), false, false));
        assert_eq!((header.shape.as_slice(), header.end), ([15_000, 52].as_slice(), 10 + text.len()));
        let other = "{ \"shape\": (7L,), \"fortran_order\": True, \"descr\": \">U19\"}";
        let header = Header::parse(&file(3, other)).unwrap();
        assert_eq!((header.kind, header.big_endian, header.by_columns), (Kind::Unicode(19), true, true));
        assert_eq!((header.shape.as_slice(), header.kind.size()), ([7].as_slice(), Some(76)));
    }

    #[test]
    fn impossible_headers_are_refused() {
        let good = "{'descr': '|u1', 'fortran_order': False, 'shape': (3,)}";
        assert!(Header::parse(&file(1, good)).is_ok());
        for (from, to) in [
            ("'|u1'", "'<f16'"),
            ("'|u1'", "[('a', '<f4')]"),
            ("'|u1'", "'|O'"),
            ("'|u1'", "'"),
            ("'|u1'", "é"),
            ("False", "0"),
            ("(3,)", "3"),
            ("(3,)", "(3"),
            ("(3,)", "(-3,)"),
            ("(3,)", "(99999999999999999999999,)"),
            ("'shape':", "'shape'"),
        ] {
            assert!(Header::parse(&file(1, &good.replace(from, to))).is_err(), "{to}");
        }
        let whole = file(1, good);
        assert!((0..whole.len()).all(|end| Header::parse(&whole[..end]).is_err()), "cut off");
        assert!(Header::parse(b"\x93NUMPY\x03\x00\xff\xff\xff\xff").is_err());
    }
}
