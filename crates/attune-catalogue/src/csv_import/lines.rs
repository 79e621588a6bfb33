//! Lines of bounded length, with what is wrong with them.

use super::text::{self, Utf8};
use attune_core::catalogue::RowProblem;
use std::io::{self, BufRead, BufReader, Read};

/// The longest line that is kept, in bytes of UTF-8.
pub(super) const LINE_LIMIT: usize = 256 * 1024;
const LONG_LINE: RowProblem = RowProblem::LongLine { kib: (LINE_LIMIT / 1024) as u32 };

/// One physical line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// From 1.
    pub(super) number: u32,
    /// Without its end.
    pub(super) text: Result<String, RowProblem>,
}

/// The lines of a stream. Never holds more than one line and a read buffer.
pub(super) struct Lines<'r> {
    reader: BufReader<Box<dyn Read + 'r>>,
    certainty: Utf8,
    /// `\n`, or `\r` where a file has no `\n` at its start.
    terminator: u8,
    number: u32,
    line: Vec<u8>,
}

impl<'r> Lines<'r> {
    pub(super) fn new(reader: impl Read + 'r) -> io::Result<Self> {
        let (stream, certainty) = text::utf8(reader)?;
        let mut reader = BufReader::with_capacity(64 * 1024, stream);
        let start = reader.fill_buf()?;
        let old_mac = !start.contains(&b'\n') && start.contains(&b'\r');
        let terminator = if old_mac { b'\r' } else { b'\n' };
        Ok(Self { reader, certainty, terminator, number: 0, line: Vec::new() })
    }

    /// The next line; none at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Line>> {
        self.line.clear();
        let limit = LINE_LIMIT as u64 + 1;
        if self.reader.by_ref().take(limit).read_until(self.terminator, &mut self.line)? == 0 {
            return Ok(None);
        }
        self.number = self.number.saturating_add(1);
        let ended = self.line.last() == Some(&self.terminator);
        if !ended && self.line.len() > LINE_LIMIT {
            self.reader.skip_until(self.terminator)?;
            return Ok(Some(self.found(Err(LONG_LINE))));
        }
        while matches!(self.line.last(), Some(b'\n' | b'\r')) {
            self.line.pop();
        }
        let text = self.decoded();
        Ok(Some(self.found(text)))
    }

    fn found(&self, text: Result<String, RowProblem>) -> Line {
        Line { number: self.number, text }
    }

    fn decoded(&self) -> Result<String, RowProblem> {
        if self.line.contains(&0) {
            return Err(RowProblem::Nul);
        }
        match (std::str::from_utf8(&self.line), self.certainty) {
            (Ok(text), _) => Ok(text.to_owned()),
            (Err(_), Utf8::Certain) => Err(RowProblem::NotUtf8),
            (Err(_), Utf8::OnlyAscii) => Ok(text::guess(&self.line).decode(&self.line).0.into_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8]) -> Vec<Result<String, RowProblem>> {
        let mut lines = Lines::new(bytes).unwrap();
        std::iter::from_fn(|| lines.next().unwrap()).map(|l| l.text).collect()
    }

    #[test]
    fn every_kind_of_line_end_is_one() {
        let want = [Ok("a".to_owned()), Ok("b".to_owned()), Ok(String::new()), Ok("c".to_owned())];
        assert_eq!(lines(b"a\nb\n\nc"), want);
        assert_eq!(lines(b"a\r\nb\r\n\r\nc\r\n"), want);
        assert_eq!(lines(b"a\rb\r\rc\r"), want);
    }

    #[test]
    fn a_long_line_is_skipped_whole() {
        let text = [b"a\n".as_slice(), &vec![b'x'; 10 * 1024 * 1024], b"\nb\n"].concat();
        assert_eq!(lines(&text), [Ok("a".to_owned()), Err(LONG_LINE), Ok("b".to_owned())]);
        let just = [vec![b'x'; LINE_LIMIT], b"\n".to_vec()].concat();
        assert!(lines(&just)[0].is_ok());
    }

    #[test]
    fn nul_and_damaged_text_are_told_by_line() {
        assert_eq!(lines(b"a\0\nb"), [Err(RowProblem::Nul), Ok("b".to_owned())]);
        let text = ["Jóga é夢\n".as_bytes(), b"J\xF3ga\n"].concat();
        assert_eq!(lines(&text), [Ok("Jóga é夢".to_owned()), Err(RowProblem::NotUtf8)]);
    }

    #[test]
    fn an_older_encoding_far_into_ascii_is_still_read() {
        let text = [b"plain text\n".repeat(10_000).as_slice(), b"Bj\xF6rk\n"].concat();
        assert_eq!(lines(&text).last(), Some(&Ok("Björk".to_owned())));
    }
}
