//! How long the sound of a WAV or AIFF file is by the lengths that stand in it, some of which nobody came back to write.

/// A length that stands elsewhere, or is not known.
const ELSEWHERE: u32 = u32::MAX;

/// What a file says of its sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stated {
    /// Where the sound begins, in bytes.
    pub start: u64,
    /// Its length in bytes, beside its name.
    pub length: u32,
    /// Its length in bytes by the piece in which RF64 and BW64 (EBU Tech 3306, ITU-R BS.2088) tell it in 64 bits.
    pub long: Option<u64>,
    /// Where the whole ends by its first bytes.
    pub whole: u64,
}

impl Stated {
    /// The sound's length in bytes; none where it goes on to the end of the file. `next` is what it begins with.
    ///
    /// A program that was cut off while it recorded has written neither the sound's length nor the whole's. Some write
    /// that of the whole alone; then what no other piece follows is sound.
    #[must_use]
    pub fn bytes(&self, next: &[u8]) -> Option<u64> {
        match self.length {
            ELSEWHERE => self.long.filter(|long| *long > 0),
            0 if self.whole <= self.start || runs_on(next) => None,
            length => Some(length.into()),
        }
    }
}

/// Whether something follows that is no other piece: its name would be of letters.
fn runs_on(next: &[u8]) -> bool {
    next.get(..4).is_some_and(|name| !is_name(name))
}

/// Whether these bytes can be the name of a piece.
#[must_use]
pub fn is_name(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| byte.is_ascii_graphic() || *byte == b' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_that_were_not_written_are_those_of_the_file() {
        let of = |length, long, whole, next: &[u8]| Stated { start: 44, length, long, whole }.bytes(next);
        assert_eq!(of(100, None, 144, b"\0\x01\0\x01"), Some(100));
        assert_eq!(of(0, None, 8, b"LIST"), None, "neither was written");
        assert_eq!(of(0, None, 200, b"LIST"), Some(0), "no sound, and another piece");
        assert_eq!(of(0, None, 200, b"\0\x01\0\x01"), None, "the whole's alone was");
        assert_eq!(of(0, None, 200, b""), Some(0));
        assert_eq!(of(ELSEWHERE, Some(1 << 33), 8, b""), Some(1 << 33));
        assert_eq!((of(ELSEWHERE, Some(0), 8, b""), of(ELSEWHERE, None, 8, b"")), (None, None));
    }
}
