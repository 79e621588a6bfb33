//! The write-ahead log, read frame by frame.
//!
//! SQLite reads a log up to the first frame whose checksum is wrong and takes the rest for remains of an earlier log. That
//! is right for what a crash leaves at the end, but damage in the middle silently loses all that was committed behind it.
//! The checksums chain: each begins with that of the frame before, so a frame can be judged by the one written in its
//! neighbour, whole or not. Format: <https://www.sqlite.org/fileformat2.html#the_write_ahead_log>.

use crate::beside;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek as _, SeekFrom, Write as _};
use std::path::Path;

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;
/// The first four bytes of a log, but for the last bit, which says how checksums read their words.
const MAGIC: u32 = 0x377F_0682;
/// Where a database's header says whether it is written and read with a log (2) or without (1).
const LOG_MARKS: [u64; 2] = [18, 19];

/// A log that is being read.
struct Log {
    file: BufReader<File>,
    page_size: usize,
    salts: [u8; 8],
    big_endian: bool,
    /// The checksum as the last frame has it.
    sum: (u32, u32),
}

/// A page in the log.
struct Frame {
    page: u32,
    bytes: Vec<u8>,
    /// The database's size in pages, if a transaction ends here.
    commits: Option<u32>,
    /// Whether the checksum is right.
    whole: bool,
}

/// Whether something was committed behind a frame that cannot be read.
pub(super) fn is_damaged(path: &Path) -> io::Result<bool> {
    let Some(mut log) = Log::open(path)? else { return Ok(false) };
    let mut damaged = false;
    while let Some(frame) = log.frame()? {
        damaged |= !frame.whole;
        if damaged && frame.whole && frame.commits.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Writes to `copy` what the database would be with everything that can be read of its log brought in; whether that leaves
/// nothing out.
pub(super) fn bring_in(path: &Path, copy: &Path) -> io::Result<bool> {
    std::fs::copy(path, copy)?;
    let mut file = BufWriter::new(File::options().write(true).open(copy)?);
    let mut unread = BTreeSet::new();
    if let Some(last) = last_commit(path)?
        && let Some(mut log) = Log::open(path)?
    {
        let mut pages = 0;
        for _ in 0..=last {
            let Some(frame) = log.frame()? else { break };
            if !frame.whole {
                unread.insert(frame.page);
            } else if frame.page > 0 {
                // A page that was written again is no loss.
                unread.remove(&frame.page);
                file.seek(SeekFrom::Start(u64::from(frame.page - 1) * frame.bytes.len() as u64))?;
                file.write_all(&frame.bytes)?;
                pages = frame.commits.unwrap_or(pages);
            }
        }
        file.flush()?;
        file.get_ref().set_len(u64::from(pages) * log.page_size as u64)?;
    }
    // Without a log it is read as it stands.
    for mark in LOG_MARKS {
        if file.get_ref().metadata()?.len() > mark {
            file.seek(SeekFrom::Start(mark))?;
            file.write_all(&[1])?;
        }
    }
    file.flush()?;
    file.get_ref().sync_all()?;
    Ok(unread.is_empty())
}

/// The number of the last frame with which something was committed.
fn last_commit(path: &Path) -> io::Result<Option<usize>> {
    let Some(mut log) = Log::open(path)? else { return Ok(None) };
    let (mut last, mut number) = (None, 0);
    while let Some(frame) = log.frame()? {
        if frame.whole && frame.commits.is_some() {
            last = Some(number);
        }
        number += 1;
    }
    Ok(last)
}

impl Log {
    /// The log beside a database; none if there is none, or its header is none.
    fn open(path: &Path) -> io::Result<Option<Self>> {
        let file = match File::open(beside(path, "-wal")) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            file => file?,
        };
        let mut file = BufReader::new(file);
        let mut header = [0; HEADER];
        if !filled(&mut file, &mut header)? {
            return Ok(None);
        }
        let (magic, page_size) = (number(&header, 0), number(&header, 8) as usize);
        if magic & !1 != MAGIC || !page_size.is_power_of_two() || !(512..=65_536).contains(&page_size) {
            return Ok(None);
        }
        let mut salts = [0; 8];
        salts.copy_from_slice(&header[16..24]);
        let sum = (number(&header, 24), number(&header, 28));
        let big_endian = magic & 1 == 1;
        if summed(&header[..24], (0, 0), big_endian) != sum {
            return Ok(None);
        }
        Ok(Some(Self { file, page_size, salts, big_endian, sum }))
    }

    /// The next frame of this log; none at its end, or where an earlier log's remains begin.
    fn frame(&mut self) -> io::Result<Option<Frame>> {
        let (mut header, mut bytes) = ([0; FRAME_HEADER], vec![0; self.page_size]);
        if !filled(&mut self.file, &mut header)? || !filled(&mut self.file, &mut bytes)? {
            return Ok(None);
        }
        if header[8..16] != self.salts {
            return Ok(None);
        }
        let found = summed(&bytes, summed(&header[..8], self.sum, self.big_endian), self.big_endian);
        self.sum = (number(&header, 16), number(&header, 20));
        let pages = number(&header, 4);
        let commits = (pages > 0).then_some(pages);
        Ok(Some(Frame { page: number(&header, 0), bytes, commits, whole: found == self.sum }))
    }
}

/// Reads as many bytes as there is room for; whether there were that many.
fn filled(file: &mut impl Read, room: &mut [u8]) -> io::Result<bool> {
    match file.read_exact(room) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        read => read.map(|()| true),
    }
}

/// Four bytes as a number, the highest first.
fn number(bytes: &[u8], at: usize) -> u32 {
    bytes[at..at + 4].iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}

/// SQLite's checksum over whole pairs of words, going on from that of what came before.
fn summed(bytes: &[u8], before: (u32, u32), big_endian: bool) -> (u32, u32) {
    let word = |four: &[u8]| {
        let word = number(four, 0);
        if big_endian { word } else { word.swap_bytes() }
    };
    bytes.chunks_exact(8).fold(before, |(a, b), pair| {
        let a = a.wrapping_add(word(&pair[..4])).wrapping_add(b);
        (a, b.wrapping_add(word(&pair[4..])).wrapping_add(a))
    })
}
