//! WAV, AIFF and MP4 files as the containers' readers take them.
//!
//! Those readers give a file up where its lengths contradict each other, and know no lengths of 64 bits (RF64, EBU Tech
//! 3306; BW64, ITU-R BS.2088). So a WAV or AIFF file is shown with a head made anew of the description of its samples,
//! followed by the sound and nothing else, or with no head at all where the sound is MPEG audio; and of an MP4 file that
//! was cut off in its sound, the sound goes to the end. Of a FLAC file its description and its frames are shown: one bad block
//! between them, a picture say, would make it unreadable. A tag of ID3 that lies about its length is left out. Other files
//! are shown as they are.

use super::seams;
use super::wave::{Described, described};
use attune_core::riff::{self, Stated};
use attune_core::{flac, id3};
use std::io::{Error, Read, Result, Seek, SeekFrom};
use symphonia::core::io::MediaSource;

/// The most pieces before the sound.
const STEPS: usize = 1_024;
/// The longest description of samples that is believed, in bytes.
const LONGEST: u64 = 1_024;
/// The longest start of an MP4 file before its sound that is held in memory, in bytes.
const LONGEST_START: u64 = 16 * 1024 * 1024;
/// A length that is not known.
const ELSEWHERE: u32 = u32::MAX;

/// A file, as it is shown.
pub(super) struct Plain<S> {
    inner: S,
    /// The next byte of what is shown.
    at: u64,
    /// The head that is shown, which the file's bytes from `start` on follow.
    head: Vec<u8>,
    start: u64,
    /// How many of those are shown, if fewer than there are.
    length: Option<u64>,
}

/// What a file consists of pieces by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Wav,
    Aiff,
}

impl Kind {
    fn four(self, bytes: &[u8], at: usize) -> Option<u32> {
        let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
        Some(if self == Self::Aiff { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) })
    }

    fn bytes(self, number: u32) -> [u8; 4] {
        if self == Self::Aiff { number.to_be_bytes() } else { number.to_le_bytes() }
    }

    /// The names of the description and of the sound.
    fn names(self) -> (&'static [u8; 4], &'static [u8; 4]) {
        if self == Self::Aiff { (b"COMM", b"SSND") } else { (b"fmt ", b"data") }
    }
}

impl<S: MediaSource> Plain<S> {
    /// Looks at a file's head. Fails where that cannot be read.
    pub(super) fn new(inner: S) -> Result<Self> {
        let mut plain = Self { inner, at: 0, head: Vec::new(), start: 0, length: None };
        let mut head = plain.piece(0, 12)?;
        if head.starts_with(b"ID3") {
            head = plain.behind_tags(head)?;
        }
        let kind = head.get(..4).zip(head.get(8..12));
        match kind {
            Some((b"fLaC", _)) => plain.show_frames()?,
            Some((b"RIFF" | b"RF64" | b"BW64", b"WAVE")) => plain.show(Kind::Wav, &head)?,
            Some((b"FORM", b"AIFF" | b"AIFC")) => plain.show(Kind::Aiff, &head)?,
            Some(_) if head[4..8] == *b"ftyp" => plain.mend()?,
            _ => {}
        }
        plain.inner.seek(SeekFrom::Start(plain.start))?;
        Ok(plain)
    }

    /// Makes a new head of what describes the samples, if that and the sound are found.
    fn show(&mut self, kind: Kind, head: &[u8]) -> Result<()> {
        let whole = u64::from(kind.four(head, 4).unwrap_or(0)) + 8;
        let (described, sound) = kind.names();
        let (mut at, mut long, mut description) = (12, None, Vec::new());
        for _ in 0..STEPS {
            let piece = self.piece(at, 24)?;
            let Some((name, length)) = piece.get(..4).zip(kind.four(&piece, 4)) else { return Ok(()) };
            if name == sound && !description.is_empty() {
                let next = self.piece(at + 8, 4)?;
                let stated = Stated { start: at + 8, length, long, whole };
                self.shown(kind, head, &description, (stated.start, stated.bytes(&next)));
                return Ok(());
            }
            if name == described {
                description = self.piece(at + 8, u64::from(length).min(LONGEST))?;
            }
            if name == b"ds64" {
                let four = |at| kind.four(&piece, at).map(u64::from);
                long = four(16).zip(four(20)).map(|(low, high)| low | high << 32);
            }
            at = self.behind(at + 8 + u64::from(length))?;
        }
        Ok(())
    }

    /// Where the next piece begins behind one that ends there: at an even place, unless its writer did not know that.
    fn behind(&mut self, end: u64) -> Result<u64> {
        if end.is_multiple_of(2) {
            return Ok(end);
        }
        let next = self.piece(end, 4)?;
        let unpadded = next.get(..4).is_some_and(riff::is_name) && next.first() != Some(&b' ');
        Ok(if unpadded { end } else { end + 1 })
    }

    /// Shows the sound that begins at a place behind a new head, of a length or up to the file's end.
    fn shown(&mut self, kind: Kind, head: &[u8], description: &[u8], (start, stated): (u64, Option<u64>)) {
        let there = self.inner.byte_len().map(|size| size.saturating_sub(start));
        // A file that was cut off ends where it ends.
        let stated = stated.map_or(there, |stated| Some(there.map_or(stated, |there| stated.min(there))));
        self.length = stated;
        self.start = start;
        let description = match kind {
            Kind::Aiff => description.to_vec(),
            Kind::Wav => match described(description) {
                Described::Samples(description) => description,
                Described::Mpeg => return,
            },
        };
        let sound = stated.and_then(|stated| u32::try_from(stated).ok()).unwrap_or(ELSEWHERE);
        let length = description.len() as u32;
        let padded = length.next_multiple_of(2);
        // A stream of unknown length has no limit either, as far as the container can say that.
        let all = sound.saturating_add(4 + 8 + padded + 8);
        let (describes, sounds) = kind.names();
        let name = if head.starts_with(b"FORM") { b"FORM" } else { b"RIFF" };
        self.head =
            [name.as_slice(), &kind.bytes(all), &head[8..12], describes, &kind.bytes(length), &description]
                .concat();
        self.head.resize(12 + 8 + padded as usize, 0);
        self.head.extend([sounds.as_slice(), &kind.bytes(sound)].concat());
    }

    /// Begins behind the tags where the reader of what follows must not see them: those before an MP4 file do not count in
    /// its own places, those before FLAC are looked at here, and one that is said to end beyond the file would hide the
    /// sound. Gives the head of what is shown then; of an MP4 file none, which is not cut off.
    fn behind_tags(&mut self, head: Vec<u8>) -> Result<Vec<u8>> {
        let start = seams::behind_tags(&mut self.inner)?;
        let there = self.piece(start, 12)?;
        let is_mp4 = there.get(4..8).is_some_and(|name| name == b"ftyp");
        let lies = id3::length(&head).zip(self.inner.byte_len()).is_some_and(|(tag, size)| tag > size);
        if is_mp4 || lies {
            self.start = start;
        }
        if there.starts_with(&flac::NAME) {
            self.start = start;
            return Ok(there);
        }
        Ok(head)
    }

    /// Shows a FLAC file that begins at the start with no block but its description.
    fn show_frames(&mut self) -> Result<()> {
        let start = self.start;
        let mut head = self.piece(start, flac::HEAD)?;
        let frames = flac::frames_start(start, |at, most| self.piece(at, most))?;
        if let Some(frames) = frames.filter(|_| flac::description(&head).is_some()) {
            // An empty block is the last one now, as the description is in few files.
            head[4] &= 0x7F;
            head.extend([0x81, 0, 0, 0]);
            (self.head, self.start) = (head, frames);
        }
        Ok(())
    }

    /// Lets the sound of an MP4 file go to the end, where it is said to go on behind that.
    fn mend(&mut self) -> Result<()> {
        let Some(size) = self.inner.byte_len() else { return Ok(()) };
        let mut at = 0;
        for _ in 0..STEPS {
            let piece = self.piece(at, 8)?;
            let Some(length) = Kind::Aiff.four(&piece, 0).map(u64::from).filter(|length| *length >= 8) else {
                return Ok(());
            };
            if at + length > size {
                if piece.ends_with(b"mdat") && at <= LONGEST_START {
                    // A length of 0 says just that.
                    self.head = [self.piece(0, at)?.as_slice(), &[0; 4], b"mdat"].concat();
                    self.start = at + 8;
                }
                return Ok(());
            }
            at += length;
        }
        Ok(())
    }

    fn piece(&mut self, from: u64, most: u64) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.inner.seek(SeekFrom::Start(from))?;
        (&mut self.inner).take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

impl<S: Read> Read for Plain<S> {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        let place = usize::try_from(self.at).ok();
        let ahead = place.and_then(|place| self.head.get(place..)).unwrap_or_default();
        let read = if ahead.is_empty() {
            let end = self.length.map_or(u64::MAX, |length| self.head.len() as u64 + length);
            let most = usize::try_from(end.saturating_sub(self.at)).unwrap_or(usize::MAX);
            let most = most.min(out.len());
            self.inner.read(&mut out[..most])?
        } else {
            let count = ahead.len().min(out.len());
            out[..count].copy_from_slice(&ahead[..count]);
            count
        };
        self.at += read as u64;
        Ok(read)
    }
}

impl<S: Seek> Seek for Plain<S> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        let head = self.head.len() as u64;
        let behind = |place: u64| place.saturating_sub(head) + self.start;
        let place = match (to, self.length) {
            (SeekFrom::Start(place), _) => Some(place),
            (SeekFrom::Current(by), _) => self.at.checked_add_signed(by),
            (SeekFrom::End(by), Some(length)) => (head + length).checked_add_signed(by),
            (SeekFrom::End(by), None) => {
                let end = self.inner.seek(SeekFrom::End(0))?;
                (end.saturating_sub(self.start) + head).checked_add_signed(by)
            }
        };
        let place = place.ok_or_else(|| Error::other("a place before the file"))?;
        self.inner.seek(SeekFrom::Start(behind(place)))?;
        self.at = place;
        Ok(place)
    }
}

impl<S: MediaSource> MediaSource for Plain<S> {
    fn is_seekable(&self) -> bool {
        self.inner.is_seekable()
    }

    fn byte_len(&self) -> Option<u64> {
        let there = self.inner.byte_len().map(|size| size.saturating_sub(self.start));
        self.length.or(there).map(|length| self.head.len() as u64 + length)
    }
}
