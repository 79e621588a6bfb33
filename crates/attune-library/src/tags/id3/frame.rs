//! The frames of a tag: where each begins and how long it is, also where its head lies about that.

use crate::tags::items::Key;
use std::io::{Read, Result, Seek, SeekFrom};
use std::ops::Range;

/// How far behind a broken frame the next one is looked for.
const SEARCH: u64 = 256 * 1024;
/// The most frames of one tag.
const MOST: usize = 4_096;

/// A frame.
#[derive(Debug)]
pub(super) struct Frame {
    name: [u8; 4],
    /// Three letters in version 2.2.
    letters: usize,
    /// The second byte of its flags.
    flags: u8,
    start: u64,
    pub(super) length: u64,
}

impl Frame {
    pub(super) fn name(&self) -> &[u8] {
        &self.name[..self.letters]
    }
}

/// What both a file and bytes in memory are.
pub(super) trait Source: Read + Seek {}
impl<T: Read + Seek> Source for T {}

/// The frames of one tag, one after the other.
pub(super) struct Frames<'f> {
    file: &'f mut dyn Source,
    version: u8,
    at: u64,
    end: u64,
    left: usize,
    /// Whether each frame's content is unsynchronised by itself, whatever its flags say.
    unsynchronised: bool,
    /// Whether the tag says so of all its frames, which is not always true.
    claimed: bool,
    /// How often a frame was not where the one before it ends.
    broken: usize,
}

impl<'f> Frames<'f> {
    /// Of a tag of this version whose frames, or the extended header before them, lie in `body`.
    pub(super) fn new(
        file: &'f mut dyn Source,
        version: u8,
        extended: bool,
        body: Range<u64>,
    ) -> Result<Self> {
        let mut frames = Self {
            file,
            version,
            at: body.start,
            end: body.end,
            left: MOST,
            unsynchronised: false,
            claimed: false,
            broken: 0,
        };
        if extended {
            let four = frames.bytes(frames.at, 4)?;
            let length =
                if version >= 4 { number(four.into_iter(), 7) } else { 4 + number(four.into_iter(), 8) };
            // A flag that lies: there is a frame.
            if !frames.leads_to_frame(frames.at)? {
                frames.at += length;
            }
        }
        Ok(frames)
    }

    /// The same of a tag whose frames were unsynchronised before their lengths were written.
    pub(super) fn unsynchronised_each(self) -> Self {
        Self { unsynchronised: true, ..self }
    }

    /// The same of a tag that says of all its frames that they are unsynchronised, or not.
    pub(super) fn claimed(self, claimed: bool) -> Self {
        Self { claimed, ..self }
    }

    /// How often a frame is not where the one before it ends.
    pub(super) fn breaks(mut self) -> Result<usize> {
        while self.next()?.is_some() {}
        Ok(self.broken)
    }

    /// The next frame; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Frame>> {
        while self.left > 0 {
            self.left -= 1;
            let head = self.bytes(self.at, self.head() as u64)?;
            if head.len() < self.head() || head[0] == 0 {
                return Ok(None);
            }
            let length = if is_name(&head[..self.letters()]) { self.length(&head)? } else { None };
            let Some(length) = length else {
                self.broken += 1;
                let Some(next) = self.search()? else { return Ok(None) };
                self.at = next;
                continue;
            };
            let mut name = [0; 4];
            name[..self.letters()].copy_from_slice(&head[..self.letters()]);
            let start = self.at + self.head() as u64;
            self.at = start + length;
            let flags = if self.version > 2 { head[9] } else { 0 };
            let letters = if name[3] == 0 { 3 } else { 4 };
            return Ok(Some(Frame { name, letters, flags, start, length }));
        }
        Ok(None)
    }

    /// What is in a frame; nothing where it is packed or locked, which no tagger in use does to text.
    pub(super) fn content(&mut self, frame: &Frame) -> Result<Vec<u8>> {
        let mut bytes = self.bytes(frame.start, frame.length)?;
        let (packed, grouped, counted, unsynchronised) = match self.version {
            4.. => (0x0C, 0x40, 0x01, 0x02),
            3 => (0xC0, 0x20, 0, 0),
            _ => (0, 0, 0, 0),
        };
        if frame.flags & packed != 0 {
            return Ok(Vec::new());
        }
        let front = usize::from(frame.flags & grouped != 0) + if frame.flags & counted != 0 { 4 } else { 0 };
        bytes.drain(..front.min(bytes.len()));
        let claimed = self.claimed && !looks_like_sound(&bytes);
        Ok(if self.unsynchronised || claimed || frame.flags & unsynchronised != 0 {
            remove_unsynchronisation(&bytes)
        } else {
            bytes
        })
    }

    fn letters(&self) -> usize {
        if self.version > 2 { 4 } else { 3 }
    }

    /// Bytes of a frame's head.
    fn head(&self) -> usize {
        if self.version > 2 { 10 } else { 6 }
    }

    /// The length by a frame's head. The version's own way of writing it goes first; another one is taken where only
    /// that leads to a frame or to the end. None where none fits.
    fn length(&mut self, head: &[u8]) -> Result<Option<u64>> {
        let size = &head[self.letters()..];
        let plain = number(size[..self.letters().min(4)].iter().copied(), 8);
        let ways = match self.version {
            4.. => {
                let seven = size[..4].iter().all(|byte| byte & 0x80 == 0);
                let short = number(size[..4].iter().copied(), 7);
                if seven { vec![short, plain] } else { vec![plain] }
            }
            3 if size[..4].iter().all(|byte| byte & 0x80 == 0) => {
                vec![plain, number(size[..4].iter().copied(), 7)]
            }
            _ => vec![plain],
        };
        let start = self.at + self.head() as u64;
        for way in ways {
            if start.saturating_add(way) <= self.end && self.leads_to_frame(start + way)? {
                return Ok(Some(way));
            }
        }
        Ok(None)
    }

    /// Whether a frame begins here, or padding, or the end is here.
    fn leads_to_frame(&mut self, at: u64) -> Result<bool> {
        let next = self.bytes(at, self.letters() as u64)?;
        let padding = next.iter().all(|byte| *byte == 0);
        Ok(padding || (next.len() == self.letters() && is_name(&next)))
    }

    /// The next place behind a broken frame where a frame that is known begins.
    fn search(&mut self) -> Result<Option<u64>> {
        let from = self.at + 1;
        let bytes = self.bytes(from, SEARCH)?;
        let known =
            |four: &[u8]| wanted(four).is_some() || matches!(four, b"APIC" | b"PIC" | b"COMM" | b"COM");
        let found = bytes.windows(self.letters()).position(known);
        Ok(found.map(|at| from + at as u64))
    }

    /// Up to `count` bytes from `at` on, within the tag.
    fn bytes(&mut self, at: u64, count: u64) -> Result<Vec<u8>> {
        self.file.seek(SeekFrom::Start(at))?;
        let mut bytes = Vec::new();
        (&mut *self.file).take(count.min(self.end.saturating_sub(at))).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// Whether it is a frame's name. iTunes has filled names of version 2.2 with a zero.
fn is_name(bytes: &[u8]) -> bool {
    let bytes = if bytes.len() == 4 { bytes.strip_suffix(&[0]).unwrap_or(bytes) } else { bytes };
    bytes.iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()) && bytes[0].is_ascii_uppercase()
}

/// A number, the highest byte first, with so many bits of each byte.
pub(super) fn number(bytes: impl Iterator<Item = u8>, bits: u32) -> u64 {
    bytes.fold(0, |sum, byte| (sum << bits) | u64::from(byte))
}

/// What a wanted frame is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Key(Key),
    /// Its content says (`TXXX`).
    Free,
    /// A rating and a count of plays (`POPM`).
    Popularity,
    /// What a service calls the recording (`UFID`).
    Identifier,
}

/// What a frame of this name is about, if that is wanted.
pub(super) fn wanted(name: &[u8]) -> Option<Wanted> {
    Some(Wanted::Key(match name {
        b"TXXX" | b"TXX" => return Some(Wanted::Free),
        b"POPM" | b"POP" => return Some(Wanted::Popularity),
        b"UFID" | b"UFI" => return Some(Wanted::Identifier),
        b"TIT2" | b"TT2" => Key::Title,
        b"TPE1" | b"TP1" => Key::Artist,
        b"TALB" | b"TAL" => Key::Album,
        b"TPE2" | b"TP2" => Key::AlbumArtist,
        b"TRCK" | b"TRK" => Key::Number,
        b"TPOS" | b"TPA" => Key::Disc,
        b"TDOR" | b"TORY" | b"TOR" => Key::OriginalDate,
        b"TDRL" => Key::ReleaseDate,
        b"TDRC" => Key::RecordingDate,
        b"TYER" | b"TYE" => Key::Year,
        b"TCON" | b"TCO" => Key::Genre,
        b"TSRC" | b"TRC" => Key::Isrc,
        b"TBPM" | b"TBP" => Key::Bpm,
        _ => return None,
    }))
}

/// Whether there is in it what unsynchronisation prevents.
fn looks_like_sound(bytes: &[u8]) -> bool {
    bytes.windows(2).any(|two| two[0] == 255 && two[1] >= 0xE0)
}

/// Takes out the zeros that unsynchronisation (ID3v2.4 structure, section 6.1) put in after bytes of 255.
pub(super) fn remove_unsynchronisation(bytes: &[u8]) -> Vec<u8> {
    let filling = |at: usize| at > 0 && bytes[at] == 0 && bytes[at - 1] == 255;
    (0..bytes.len()).filter(|at| !filling(*at)).map(|at| bytes[at]).collect()
}
