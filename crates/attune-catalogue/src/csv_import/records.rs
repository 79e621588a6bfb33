//! From lines to records of the right width, with a way back from a quote that was left open.
//!
//! A record may go over a few lines, if a quoted field holds line breaks. If it does and does not come out
//! clean (too many lines, too long, the wrong number of fields, text behind a closing quote), then its first
//! line is taken to be the fault: that line is reported and reading goes on with the next one. So a stray quote
//! costs one row and never the rest of the file.

use super::lines::{LINE_LIMIT, Line, Lines};
use super::split::{Fields, Splitter};
use attune_core::catalogue::{BadRow, RowProblem};
use std::collections::VecDeque;
use std::io;

/// The longest field, in bytes of UTF-8.
const FIELD_LIMIT: usize = 64 * 1024;
/// The most lines of one record.
const RECORD_LINES: usize = 20;

/// A row, or what was wrong with it.
pub(super) enum Row {
    /// Nothing in it: neither good nor bad.
    Blank,
    Good {
        line: u32,
        fields: Vec<String>,
    },
    Bad(BadRow),
}

/// The rows below a header.
pub(super) struct Records<'r> {
    lines: Lines<'r>,
    /// Lines that were looked at and given back.
    again: VecDeque<Line>,
    delimiter: char,
    width: usize,
}

impl<'r> Records<'r> {
    /// Records of `width` fields from the lines that follow.
    pub(super) fn new(lines: Lines<'r>, delimiter: char, width: usize) -> Self {
        Self { lines, again: VecDeque::new(), delimiter, width }
    }

    /// The next row; none at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Row>> {
        let Some(Line { number, text }) = self.next_line()? else { return Ok(None) };
        let fields = match text {
            Ok(text) => self.record(&text)?,
            Err(problem) => Err(problem),
        };
        Ok(Some(match fields {
            Ok(fields) if fields.iter().all(|f| f.trim().is_empty()) => Row::Blank,
            Ok(fields) => Row::Good { line: number, fields },
            Err(problem) => Row::Bad(BadRow { line: number, problem }),
        }))
    }

    fn next_line(&mut self) -> io::Result<Option<Line>> {
        self.again.pop_front().map_or_else(|| self.lines.next(), |line| Ok(Some(line)))
    }

    /// The fields of the record that starts with `first`, or what is wrong with it.
    fn record(&mut self, first: &str) -> io::Result<Result<Vec<String>, RowProblem>> {
        let mut splitter = Splitter::new(self.delimiter);
        splitter.feed(first);
        if !splitter.is_open() {
            return Ok(self.checked(splitter.finish()));
        }
        let (mut taken, mut bytes) = (Vec::new(), first.len());
        while splitter.is_open() && taken.len() + 1 < RECORD_LINES {
            let Some(line) = self.next_line()? else { break };
            let text = line.text.as_deref().ok().filter(|t| bytes + t.len() <= LINE_LIMIT);
            if let Some(text) = text {
                bytes += text.len();
                splitter.feed(text);
            }
            let unusable = text.is_none();
            taken.push(line);
            if unusable {
                break;
            }
        }
        let closed = !splitter.is_open();
        let fields = splitter.finish();
        if closed
            && !fields.untidy
            && let Ok(fields) = self.checked(fields)
        {
            return Ok(Ok(fields));
        }
        self.give_back(taken);
        Ok(Err(RowProblem::OpenQuote))
    }

    fn give_back(&mut self, lines: Vec<Line>) {
        for line in lines.into_iter().rev() {
            self.again.push_front(line);
        }
    }

    /// Fields cut to the header's width; what is cut must be empty.
    fn checked(&self, fields: Fields) -> Result<Vec<String>, RowProblem> {
        let mut values = fields.values;
        let surplus = values.get(self.width..).unwrap_or_default();
        if values.iter().all(|f| f.trim().is_empty()) {
            return Ok(values);
        }
        if values.len() < self.width || surplus.iter().any(|f| !f.trim().is_empty()) {
            return Err(RowProblem::Width { fields: values.len() as u32, columns: self.width as u32 });
        }
        if values.iter().any(|f| f.len() > FIELD_LIMIT) {
            return Err(RowProblem::LongField { kib: (FIELD_LIMIT / 1024) as u32 });
        }
        values.truncate(self.width);
        Ok(values)
    }
}

#[cfg(test)]
mod tests;
