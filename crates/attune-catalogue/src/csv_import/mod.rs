//! Importing catalogue files in comma-separated form, whoever wrote them.
//!
//! What is understood: tables with a header that names title and artist and, better, valence and energy or a
//! mood word. Among them are the exports of Exportify in its several versions, tables with Spotify's feature
//! names, and our own starter catalogue. Separator and encoding are detected (`text`). A row without title or artist is
//! reported with its line and left out, and never ends an import (`records`); any other value that cannot be read is
//! reported with its line and left out of its row, which is taken.
//!
//! A file is streamed: whatever its size, no more than its first 5,000 records are in memory beside the tracks
//! taken, and of those there are at most [`TRACK_LIMIT`].

mod error;
mod header;
mod lines;
mod merge;
mod number;
mod records;
mod row;
mod scale;
mod settle;
mod split;
mod text;

use attune_core::catalogue::{BadRow, ImportProgress, RowProblem};
use attune_core::{AppError, Track};
use error::ImportError;
use header::Header;
use lines::Lines;
use merge::{Entry, Merged};
use records::{Records, Row};
use row::{Lost, RowReader};
use scale::Scales;
use std::cell::Cell;
use std::collections::VecDeque;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The most tracks taken from one file.
pub const TRACK_LIMIT: usize = 300_000;
/// How many bad rows are described, and how many values that were left out; the rest are counted.
pub const BAD_ROW_SAMPLES: usize = 100;
/// Rows by which the scale of features is told before any of them is read.
const LOOKED_AT: usize = 5_000;
/// Rows between two reports of progress.
const PROGRESS_ROWS: u32 = 1_000;
/// Among how many first lines the header is looked for, not counting blank ones.
const HEADER_LINES: usize = 10;
/// Among how many first lines the header is looked for, blank ones and all.
const BLANK_LINES: usize = 1_000;

/// What came out of a file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Imported {
    /// The tracks, each once, in the file's order.
    pub tracks: Vec<Track>,
    /// Rows joined to an earlier one of the same track.
    pub duplicates: u32,
    /// How many rows were left out.
    pub bad_rows_total: u32,
    /// The first of them.
    pub bad_rows: Vec<BadRow>,
    /// How many values were left out of rows that were taken.
    pub lost_values_total: u32,
    /// The first of them.
    pub lost_values: Vec<BadRow>,
}

impl Imported {
    fn leave_out(&mut self, row: BadRow) {
        self.bad_rows_total = self.bad_rows_total.saturating_add(1);
        if self.bad_rows.len() < BAD_ROW_SAMPLES {
            self.bad_rows.push(row);
        }
    }

    fn lose(&mut self, line: u32, lost: Lost) {
        self.lost_values_total = self.lost_values_total.saturating_add(lost.len() as u32);
        let room = BAD_ROW_SAMPLES.saturating_sub(self.lost_values.len());
        self.lost_values.extend(lost.into_iter().take(room).map(|problem| BadRow { line, problem }));
    }
}

/// Reads a catalogue file. `progress` is told how far it is and says whether to go on.
///
/// Codes: `csv_missing`, `csv_denied`, `csv_empty`, `csv_no_columns`, `csv_unreadable`, and `csv_cancelled`
/// after `progress` said no. A file whose every row is bad is no error: its report says what is wrong.
pub fn import(path: &Path, progress: &mut dyn FnMut(ImportProgress) -> bool) -> Result<Imported, AppError> {
    let open = || -> Result<(File, u64), ImportError> {
        let file = File::open(path)?;
        let size = file.metadata()?.len();
        Ok((file, size))
    };
    let (file, size) = open()?;
    let name = path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    import_from(file, &name, size, progress)
}

/// Reads a catalogue from any reader; `size` is its length in bytes as far as known (0 if not) and serves the
/// progress only. Errors as for [`import`].
pub fn import_from(
    reader: impl Read,
    name: &str,
    size: u64,
    progress: &mut dyn FnMut(ImportProgress) -> bool,
) -> Result<Imported, AppError> {
    let read = Cell::new(0);
    let share = || if size == 0 { 0.0 } else { (read.get() as f64 / size as f64).min(1.0) };
    let mut report = |rows, share| {
        let go_on = progress(ImportProgress { name: name.to_owned(), rows, share });
        if go_on { Ok(()) } else { Err(ImportError::Cancelled) }
    };
    let mut each = |rows| report(rows, share());
    let (mut imported, entries, rows) = run(Counted { reader, read: &read }, TRACK_LIMIT, &mut each)?;
    imported.tracks = settle::settled(entries);
    report(rows, 1.0)?;
    Ok(imported)
}

/// Reads a catalogue in which every row stands for itself: nothing but the rows places the tracks.
pub(crate) fn import_by_itself(text: &str) -> Result<Imported, AppError> {
    let (mut imported, entries, _) = run(text.as_bytes(), TRACK_LIMIT, &mut |_| Ok(()))?;
    imported.tracks = settle::by_themselves(entries);
    Ok(imported)
}

/// Reads rows until `limit` tracks are taken, reporting every so many; gives what was found wrong, the tracks, and
/// how many rows there were.
fn run(
    reader: impl Read,
    limit: usize,
    report: &mut dyn FnMut(u32) -> Result<(), ImportError>,
) -> Result<(Imported, Vec<Entry>, u32), ImportError> {
    let mut lines = Lines::new(reader)?;
    let header = find_header(&mut lines)?;
    let mut records = Records::new(lines, header.delimiter, header.width);
    let mut ahead = VecDeque::new();
    while ahead.len() < LOOKED_AT
        && let Some(row) = records.next()?
    {
        ahead.push_back(row);
    }
    let rows = RowReader::new(&header, Scales::of(&header, ahead.iter()));
    let (mut imported, mut merged, mut count, mut looked) =
        (Imported::default(), Merged::default(), 0_u32, 0_u32);
    while let Some(row) = ahead.pop_front().map_or_else(|| records.next(), |row| Ok(Some(row)))? {
        // Blank rows count here only, so that even a file of nothing else can be stopped.
        if looked.is_multiple_of(PROGRESS_ROWS) {
            report(count)?;
        }
        looked = looked.wrapping_add(1);
        let Some(taken) = take(row, &rows) else { continue };
        count = count.saturating_add(1);
        match taken {
            Ok((line, ..)) if merged.entries.len() >= limit => {
                imported.leave_out(full(line, limit));
                break;
            }
            Ok((line, entry, lost)) => {
                imported.lose(line, lost);
                merged.add(entry);
            }
            Err(bad) => imported.leave_out(bad),
        }
    }
    if count == 0 {
        return Err(ImportError::Empty);
    }
    imported.duplicates = merged.duplicates;
    Ok((imported, merged.entries, count))
}

/// The track of a row, its line, and what it lost; none for a blank row.
fn take(row: Row, rows: &RowReader) -> Option<Result<(u32, Entry, Lost), BadRow>> {
    Some(match row {
        Row::Blank => return None,
        Row::Good { line, fields } => match rows.entry(&fields) {
            Ok((entry, lost)) => Ok((line, entry, lost)),
            Err(problem) => Err(BadRow { line, problem }),
        },
        Row::Bad(bad) => Err(bad),
    })
}

fn full(line: u32, limit: usize) -> BadRow {
    BadRow { line, problem: RowProblem::Full { tracks: limit as u32 } }
}

/// The first line that names a title and an artist; a title line or `sep=;` may stand above it.
fn find_header(lines: &mut Lines) -> Result<Header, ImportError> {
    let mut above: Vec<String> = Vec::new();
    for _ in 0..BLANK_LINES {
        let Some(line) = lines.next()? else { break };
        let text = line.text.unwrap_or_else(|problem| problem.to_string());
        if text.trim().is_empty() {
            continue;
        }
        if let Some(header) = Header::read(&text) {
            return Ok(header);
        }
        above.push(text);
        if above.len() == HEADER_LINES {
            break;
        }
    }
    let first = above.first().ok_or(ImportError::Empty)?;
    Err(ImportError::NoColumns { found: header::found_names(first) })
}

/// A reader that tells how much was read.
struct Counted<'c, R> {
    reader: R,
    read: &'c Cell<u64>,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let n = self.reader.read(out)?;
        self.read.set(self.read.get() + n as u64);
        Ok(n)
    }
}

#[cfg(test)]
mod tests;
