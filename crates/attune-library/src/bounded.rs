//! The reader that a parser of tags gets: it ends before a hostile file can keep the parser busy for ever, and takes
//! the fuse out of tags that would burst.
//!
//! What the system cannot read is remembered ([`Bounded::trouble`]), since parsers take it for damage of the file.

mod defuse;

use std::io::{Error, Read, Result, Seek, SeekFrom};
use std::time::{Duration, Instant};

/// Bytes read ahead.
const BLOCK: u64 = 16 * 1024;
/// The longest that a disk may take for one file.
const MOST_WAIT: Duration = Duration::from_mins(2);

/// Reads through a window, at most so many bytes, for at most so long.
pub(crate) struct Bounded<R> {
    inner: R,
    /// Where the part of the file begins that the parser sees.
    base: u64,
    size: u64,
    /// Where the next byte is read.
    at: u64,
    /// Bytes of the file from `start` on.
    window: Vec<u8>,
    start: u64,
    left: u64,
    /// When the parser must have ended, waiting for the disk not counted.
    ends: Instant,
    waited: Duration,
    trouble: Option<String>,
}

impl<R: Read + Seek> Bounded<R> {
    /// `bytes` counts repeated reading too; `time` is the parser's own.
    pub(crate) fn new(mut inner: R, bytes: u64, time: Duration) -> Result<Self> {
        let size = inner.seek(SeekFrom::End(0))?;
        let ends = Instant::now() + time;
        Ok(Self {
            inner,
            base: 0,
            size,
            at: 0,
            window: Vec::new(),
            start: 0,
            left: bytes,
            ends,
            waited: Duration::ZERO,
            trouble: None,
        })
    }

    /// Lets the next parser see the file from `base` on alone.
    pub(crate) fn begin_at(&mut self, base: u64) {
        let whole = self.base + self.size;
        self.base = base.min(whole);
        self.size = whole - self.base;
        (self.at, self.start) = (0, 0);
        self.window.clear();
    }

    /// What the system said when it could not read.
    pub(crate) fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// How many bytes there are to see.
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    fn spend(&mut self, bytes: u64) -> Result<()> {
        self.left = self.left.saturating_sub(bytes);
        if self.left == 0 || Instant::now() > self.ends {
            return Err(Error::other("there is too much to read in it"));
        }
        Ok(())
    }

    /// What of the window lies ahead. Its first bytes were seen without what is before them, so they do not count.
    fn ahead(&self) -> &[u8] {
        let from = self.at.checked_sub(self.start).and_then(|n| usize::try_from(n).ok());
        let from = from.filter(|n| self.start == 0 || *n >= defuse::HEAD);
        from.and_then(|n| self.window.get(n..)).unwrap_or_default()
    }

    /// Reads a window around the place, with what defusing must see on either side of it.
    fn fill(&mut self) -> Result<()> {
        // A parser that looks for the last frame steps backwards: what is before the place is wanted then.
        let backwards = self.at < self.start + defuse::HEAD as u64;
        let back = self.at.min(if backwards { BLOCK / 2 } else { defuse::HEAD as u64 });
        let mut window = std::mem::take(&mut self.window);
        window.clear();
        let kept = defuse::HEAD as u64 + BLOCK;
        let length = kept + defuse::LOOK as u64;
        self.read_inner(self.at - back, length, &mut window)?;
        defuse::defuse(&mut window);
        // What follows is needed by defusing only: seen from the next window, it may be changed.
        window.truncate(kept as usize);
        (self.window, self.start) = (window, self.at - back);
        Ok(())
    }

    /// Reads from the file, and remembers trouble with its disk.
    fn read_inner(&mut self, from: u64, length: u64, window: &mut Vec<u8>) -> Result<()> {
        let began = Instant::now();
        let inner = &mut self.inner;
        let read = inner
            .seek(SeekFrom::Start(self.base + from))
            .and_then(|_| inner.take(length).read_to_end(window));
        let waited = began.elapsed();
        self.waited += waited;
        self.ends += waited;
        let slow = || Error::new(std::io::ErrorKind::TimedOut, "its disk is too slow");
        let read = if self.waited > MOST_WAIT { read.and_then(|_| Err(slow())) } else { read };
        read.map(drop).inspect_err(|problem| self.trouble = Some(problem.to_string()))
    }
}

impl<R: Read + Seek> Read for Bounded<R> {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        if out.is_empty() || self.at >= self.size {
            return Ok(0);
        }
        if self.ahead().is_empty() {
            self.fill()?;
        }
        let ahead = self.ahead();
        let read = ahead.len().min(out.len());
        out[..read].copy_from_slice(&ahead[..read]);
        self.at += read as u64;
        self.spend(read as u64)?;
        Ok(read)
    }
}

impl<R: Read + Seek> Seek for Bounded<R> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        // A parser that only jumps about is ended too.
        self.spend(1)?;
        let place = match to {
            SeekFrom::Start(n) => Some(n),
            SeekFrom::End(n) => self.size.checked_add_signed(n),
            SeekFrom::Current(n) => self.at.checked_add_signed(n),
        };
        self.at = place.ok_or_else(|| Error::other("a place before the file"))?;
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn what_is_read_is_the_file() {
        let bytes: Vec<u8> = (0..100_000_u32).map(|i| (i.wrapping_mul(i) >> 7) as u8).collect();
        let mut reader = Bounded::new(Cursor::new(&bytes), 1 << 30, Duration::from_mins(1)).unwrap();
        let mut all = Vec::new();
        reader.read_to_end(&mut all).unwrap();
        assert_eq!(all, bytes);
        for (at, length) in [(99_990_u64, 10), (5, 40_000), (4, 3), (70_000, 20_000)] {
            reader.seek(SeekFrom::Start(at)).unwrap();
            let mut some = vec![0; length];
            reader.read_exact(&mut some).unwrap();
            assert_eq!(some, bytes[at as usize..at as usize + length]);
        }
        assert_eq!(reader.seek(SeekFrom::End(50)).unwrap(), 100_050);
        assert_eq!(reader.read(&mut [0; 4]).unwrap(), 0);
        assert!(reader.seek(SeekFrom::Current(-200_000)).is_err());
    }

    #[test]
    fn reading_for_ever_ends() {
        let mut reader = Bounded::new(Cursor::new(vec![7; 100]), 250, Duration::from_mins(1)).unwrap();
        let mut read = 0;
        let problem = loop {
            let step = reader.seek(SeekFrom::Start(0)).and_then(|_| reader.read(&mut [0; 100]));
            match step {
                Ok(n) => read += n,
                Err(problem) => break problem,
            }
        };
        assert!(read <= 250 && problem.to_string().contains("too much"));
        let mut late = Bounded::new(Cursor::new(vec![7; 100]), 250, Duration::ZERO).unwrap();
        std::thread::sleep(Duration::from_millis(2));
        assert!(late.read(&mut [0; 1]).is_err());
    }
}
