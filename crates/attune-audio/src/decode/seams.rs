//! Files that were joined end to end: MP3, AAC and FLAC files put together with `cat`, or by programs that do the same.
//!
//! A container's reader takes such a file for one, by what the first part says of itself: it decodes nothing that has
//! another rate or other channels, and leaves out what lies beyond the first part's length. So the file is shown up to
//! the place where the next part begins, and from there again once that has been read to its end.
//!
//! Frames of MPEG audio and of AAC tell how long they are, so each leads to the next, and to what stands between two
//! parts. A part of FLAC begins with a name of its own.

use super::source::take_at;
use attune_core::{adts, flac, id3, mpeg};
use std::io::{Read, Result, Seek, SeekFrom};
use std::sync::{Arc, Mutex, PoisonError};
use symphonia::core::io::MediaSource;

/// A tag of this length or more may hold a picture, in which a reader would find frames that are none.
const LONG_TAG: u64 = 4_096;

/// What is known of the parts. Clones are the same.
#[derive(Debug, Clone, Default)]
pub(super) struct Seams(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    chain: Chain,
    /// Where the next part begins, up to which the file is shown.
    next: Option<u64>,
}

impl Seams {
    /// Where the part begins that follows what was read to its end; from then on it is shown.
    pub(super) fn go_on(&self) -> Option<u64> {
        self.with(|state| {
            let next = state.next.take()?;
            let head = std::mem::take(&mut state.chain.head);
            state.chain = Chain { at: next, head, ..Chain::default() };
            Some(next)
        })
    }

    fn with<T>(&self, work: impl FnOnce(&mut State) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A file that is shown part by part.
pub(super) struct Parts<S> {
    inner: S,
    seams: Seams,
    /// The next byte of what is shown.
    at: u64,
    /// What was read beyond a seam and not shown yet.
    rest: Vec<u8>,
}

impl<S> Parts<S> {
    pub(super) fn new(inner: S, seams: Seams) -> Self {
        Self { inner, seams, at: 0, rest: Vec::new() }
    }
}

impl<S: Read> Read for Parts<S> {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        let at = self.at;
        if self.seams.with(|state| state.next.is_some_and(|next| next <= at)) {
            return Ok(0);
        }
        let count = if self.rest.is_empty() {
            self.inner.read(out)?
        } else {
            let count = self.rest.len().min(out.len());
            out[..count].copy_from_slice(&self.rest[..count]);
            self.rest.drain(..count);
            count
        };
        let seam = self.seams.with(|state| {
            if state.next.is_none() {
                state.next = state.chain.look(at, &out[..count]);
            }
            state.next
        });
        let shown =
            seam.map_or(count, |seam| count.min(usize::try_from(seam.saturating_sub(at)).unwrap_or(count)));
        self.rest.splice(..0, out[shown..count].iter().copied());
        self.at += shown as u64;
        Ok(shown)
    }
}

impl<S: Seek> Seek for Parts<S> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        let to = match to {
            // What was read ahead is not where the listener of this file is.
            SeekFrom::Current(by) => {
                let place = self.at.checked_add_signed(by);
                SeekFrom::Start(place.ok_or_else(|| std::io::Error::other("a place before the file"))?)
            }
            other => other,
        };
        self.at = self.inner.seek(to)?;
        self.rest.clear();
        Ok(self.at)
    }
}

impl<S: MediaSource> MediaSource for Parts<S> {
    fn is_seekable(&self) -> bool {
        self.inner.is_seekable()
    }

    fn byte_len(&self) -> Option<u64> {
        self.inner.byte_len()
    }
}

/// What a part consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Kind {
    /// Nothing of it was read.
    #[default]
    Unread,
    Mpeg(mpeg::Form),
    /// What stays the same in all heads of a stream of AAC.
    Aac([u8; 2]),
    Flac,
    /// Something that is not joined in this way.
    Other,
}

/// The way from frame to frame.
#[derive(Debug, Default)]
struct Chain {
    /// Where the next frame begins, or tag; of FLAC, up to where it was searched.
    at: u64,
    kind: Kind,
    /// What was read of the next frame's head, or of FLAC's name.
    head: Vec<u8>,
    /// Whether the frame before led to nothing.
    lost: bool,
}

/// What is at a place.
enum Step {
    /// So many bytes that belong to this part.
    Over(u64),
    /// The next part.
    Seam,
    Nothing,
}

impl Chain {
    /// Looks at bytes that were read from a place on. Where the next part begins, if that is in them.
    fn look(&mut self, start: u64, bytes: &[u8]) -> Option<u64> {
        loop {
            if self.kind == Kind::Other {
                return None;
            }
            // What is read elsewhere, as at the file's end, says nothing of this place.
            let from = usize::try_from((self.at + self.head.len() as u64).checked_sub(start)?).ok()?;
            let there = bytes.get(from..).filter(|there| !there.is_empty())?;
            if self.kind == Kind::Flac {
                let found = self.next_flac(there);
                return found.inspect(|_| self.keep_shown(start));
            }
            if self.lost {
                match mpeg::sync(there).filter(|_| matches!(self.kind, Kind::Mpeg(_))) {
                    Some(on) => (self.at, self.lost) = (self.at + on as u64, false),
                    None => self.at += there.len() as u64,
                }
                continue;
            }
            let wanted = (mpeg::HEAD - self.head.len()).min(there.len());
            self.head.extend_from_slice(&there[..wanted]);
            if self.head.len() < mpeg::HEAD {
                return None;
            }
            let head = std::mem::take(&mut self.head);
            match self.step(&head) {
                Step::Over(count) => {
                    self.at += count;
                    // What is shorter than a head leaves some of the next one, which may not be read again.
                    let left = usize::try_from(count).ok().and_then(|count| head.get(count..));
                    self.head = left.unwrap_or_default().to_vec();
                }
                Step::Seam => {
                    self.head = head;
                    self.keep_shown(start);
                    return Some(self.at);
                }
                Step::Nothing if self.kind == Kind::Unread => self.kind = Kind::Other,
                Step::Nothing => self.lost = true,
            }
        }
    }

    /// Keeps of the next part's head what was shown before it was known for one: bytes before `start`, which are not read
    /// again.
    fn keep_shown(&mut self, start: u64) {
        self.head.truncate(usize::try_from(start.saturating_sub(self.at)).unwrap_or(0));
    }

    fn step(&mut self, head: &[u8]) -> Step {
        if let Some(length) = tag(head) {
            let is_next = head.starts_with(b"ID3") && self.kind != Kind::Unread && length >= LONG_TAG;
            return if is_next { Step::Seam } else { Step::Over(length) };
        }
        if self.kind == Kind::Unread && head.starts_with(&flac::NAME) {
            self.kind = Kind::Flac;
            return Step::Over(flac::NAME.len() as u64);
        }
        let (kind, length, begins) = if let Some(frame) = mpeg::frame(head) {
            (Kind::Mpeg(frame.form), frame.bytes as u64, mpeg::summary(head).is_some())
        } else if let Some(frame) = adts::frame(head) {
            (Kind::Aac(frame.form), frame.bytes as u64, false)
        } else {
            return Step::Nothing;
        };
        if self.kind == Kind::Unread {
            self.kind = kind;
        } else if self.kind != kind || begins {
            return Step::Seam;
        }
        Step::Over(length)
    }

    /// Looks for the name of another part of FLAC.
    fn next_flac(&mut self, there: &[u8]) -> Option<u64> {
        self.head.extend_from_slice(there);
        let found = self.head.windows(flac::NAME.len()).position(|eight| eight == flac::NAME);
        let known = found.unwrap_or(self.head.len().saturating_sub(flac::NAME.len() - 1));
        self.at += known as u64;
        self.head.drain(..known);
        found.map(|_| self.at)
    }
}

/// The length of a tag that begins here, in bytes; none where none does.
fn tag(head: &[u8]) -> Option<u64> {
    match *head {
        [b'I', b'D', b'3', ..] => id3::length(head),
        [b'T', b'A', b'G', ..] => Some(128),
        [b'A', b'P', b'E', b'T', b'A', b'G', b'E', b'X', _, _, _, _, a, b, c, d, ..] => {
            Some(32 + u64::from(u32::from_le_bytes([a, b, c, d])))
        }
        _ => None,
    }
}

/// Where a file begins behind the tags of ID3 before it.
pub(super) fn behind_tags(file: &mut (impl Read + Seek)) -> Result<u64> {
    id3::behind(0, |at, most| take_at(file, at, most))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    /// A frame of layer III of 417 bytes, or of another form.
    fn frame(head: [u8; 4]) -> Vec<u8> {
        let mut bytes = head.to_vec();
        bytes.resize(mpeg::frame(&head).unwrap().bytes, 7);
        bytes
    }

    /// The parts that a file is shown in, read in pieces of that size.
    fn parts(bytes: &[u8], piece: usize) -> Vec<usize> {
        let seams = Seams::default();
        let mut file = Parts::new(Cursor::new(bytes.to_vec()), seams.clone());
        let (mut all, mut lengths, mut piece) = (Vec::new(), Vec::new(), vec![0; piece]);
        loop {
            let start = all.len();
            while let Ok(count @ 1..) = file.read(&mut piece) {
                all.extend_from_slice(&piece[..count]);
            }
            lengths.push(all.len() - start);
            let Some(next) = seams.go_on() else { break };
            // A head may have been shown before it was whole.
            assert!(next <= all.len() as u64 && all.len() as u64 - next < mpeg::HEAD as u64);
        }
        assert_eq!(all, bytes);
        lengths
    }

    #[test]
    fn a_file_is_shown_part_by_part() {
        let usual = frame([0xFF, 0xFB, 0x90, 0]).repeat(50);
        let slower = frame([0xFF, 0xF3, 0x80, 0xC0]).repeat(50);
        let mut first = frame([0xFF, 0xFB, 0x90, 0]);
        first[36..44].copy_from_slice(b"Info\0\0\0\0");
        let named = [first, usual.clone()].concat();
        let old = [b"TAG".as_slice(), &[0; 125]].concat();
        let cover = [b"ID3\x03\0\0\0\0\x40\0".as_slice(), &[0xFF; 64 * 128]].concat();
        let flac = [&flac::NAME[..], &[9; 5_000]].concat();
        let aac = |form: u8| [0xFF, 0xF1, form, 0x80, 0x02, 0x1F, 0xFC, 3, 3, 3, 3, 3, 3, 3, 3, 3].repeat(40);
        let between = b"a few words between".to_vec();
        let other =
            b"RIFF and whatever follows, longer than any head of a frame is, and FF FB in it".to_vec();
        let cases = [
            vec![usual.clone(), slower, usual.clone()],
            vec![named.clone(), named],
            vec![[&usual[..], &old].concat(), [&cover[..], &usual].concat()],
            vec![flac.clone(), flac.clone(), flac],
            vec![aac(0x50), aac(0x5C)],
            vec![[&usual[..], &between, &usual].concat()],
            vec![other],
        ];
        for joined in cases {
            let wanted: Vec<usize> = joined.iter().map(Vec::len).collect();
            assert_eq!(parts(&joined.concat(), 4_096), wanted);
            assert_eq!(parts(&joined.concat(), 97).len(), wanted.len());
        }
    }
}
