//! `ID3v2` tags (versions 2.2, 2.3 and 2.4), read frame by frame.
//!
//! Taggers break the rules of this format in more ways than of any other, and a reader that refuses a tag for one bad
//! frame loses all that the others say. So here a frame costs itself at most: one that cannot be read is left out, one
//! whose length lies is stepped over to the next name that is known, and lengths are read as version 2.3 or as 2.4 has
//! them, whichever leads on to a frame. Nothing is read but frames that are wanted.

mod frame;
mod text;

use super::items::Items;
use frame::{Frames, wanted};
use std::io::{Read, Result, Seek, SeekFrom};

/// The most bytes of a tag without pictures that are read.
const MOST_TEXT: u64 = 64 * 1024;
/// The largest picture that is read, in bytes.
const MOST_PICTURE: u64 = 8 * 1024 * 1024;
/// The most bytes of a tag whose bytes must be unsynchronised before its frames can be found.
const MOST_UNSYNCHRONISED: u64 = 16 * 1024 * 1024;
/// The most tags that follow one another.
const MOST_TAGS: usize = 16;

/// What the tags at a place say.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) items: Items,
    /// Where what follows them begins.
    pub(super) end: u64,
}

/// A picture in a tag.
#[derive(Debug)]
pub(super) struct Picture {
    /// What it shows, by ID3's numbers: 3 is the front cover.
    pub(super) kind: u8,
    pub(super) data: Vec<u8>,
}

/// Reads the tags that begin at `at`; nothing where there is none.
pub(super) fn read(file: &mut (impl Read + Seek), at: u64) -> Result<Found> {
    let mut found = Found { end: at, ..Found::default() };
    tags(file, at, &mut |frames, _| {
        let mut items = Items::default();
        while let Some(frame) = frames.next()? {
            if let Some(wanted) = wanted(frame.name()).filter(|_| frame.length <= MOST_TEXT) {
                text::add(&mut items, wanted, &frames.content(&frame)?);
            }
        }
        // What the first of several tags says, it says for all.
        items.0.retain(|item| found.items.values(item.key).next().is_none());
        found.items.0.append(&mut items.0);
        Ok(())
    })
    .map(|end| Found { end, ..found })
}

/// The pictures in the tags that begin at `at`.
pub(super) fn pictures(file: &mut (impl Read + Seek), at: u64) -> Result<Vec<Picture>> {
    let mut pictures = Vec::new();
    tags(file, at, &mut |frames, version| {
        while let Some(frame) = frames.next()? {
            if matches!(frame.name(), b"APIC" | b"PIC") && frame.length <= MOST_PICTURE {
                pictures.extend(text::picture(&frames.content(&frame)?, version));
            }
        }
        Ok(())
    })?;
    Ok(pictures)
}

/// Calls `each` with the frames and the version of each tag from `at` on. Gives where the last one ends.
fn tags<R: Read + Seek>(
    file: &mut R,
    at: u64,
    each: &mut dyn FnMut(&mut Frames, u8) -> Result<()>,
) -> Result<u64> {
    let mut at = at;
    for _ in 0..MOST_TAGS {
        let Some(head) = Head::at(file, at)? else { break };
        let body = at + 10..at + 10 + head.length;
        if head.is_unsynchronised() {
            file.seek(SeekFrom::Start(body.start))?;
            let mut bytes = Vec::new();
            (&mut *file).take(head.length.min(MOST_UNSYNCHRONISED)).read_to_end(&mut bytes)?;
            let undone = frame::remove_unsynchronisation(&bytes);
            let (mut bytes, mut undone) = (std::io::Cursor::new(bytes), std::io::Cursor::new(undone));
            // Lengths count the bytes before that was done to them, but some programs write those after it.
            if head.frames(&mut bytes)?.breaks()? < head.frames(&mut undone)?.breaks()? {
                each(&mut head.frames(&mut bytes)?.unsynchronised_each(), head.version)?;
            } else {
                each(&mut head.frames(&mut undone)?, head.version)?;
            }
        } else {
            let frames = Frames::new(file, head.version, head.extended, body.clone())?;
            each(&mut frames.claimed(head.unsynchronised), head.version)?;
        }
        at = body.end + if head.footer { 10 } else { 0 };
    }
    Ok(at)
}

/// The head of a tag.
struct Head {
    version: u8,
    /// Whether zeros were put in after bytes of 255, so that nothing looks like sound.
    unsynchronised: bool,
    extended: bool,
    footer: bool,
    length: u64,
}

impl Head {
    fn at(file: &mut (impl Read + Seek), at: u64) -> Result<Option<Self>> {
        file.seek(SeekFrom::Start(at))?;
        let mut bytes = Vec::new();
        file.take(10).read_to_end(&mut bytes)?;
        let [b'I', b'D', b'3', version, _, flags, a, b, c, d] = bytes[..] else { return Ok(None) };
        Ok(Some(Self {
            version,
            unsynchronised: flags & 0x80 != 0,
            extended: flags & 0x40 != 0,
            footer: version >= 4 && flags & 0x10 != 0,
            length: frame::number([a, b, c, d].iter().map(|byte| byte & 0x7F), 7),
        }))
    }

    /// The frames in a tag's bytes.
    fn frames<'b>(&self, bytes: &'b mut std::io::Cursor<Vec<u8>>) -> Result<Frames<'b>> {
        let end = bytes.get_ref().len() as u64;
        Frames::new(bytes, self.version, self.extended, 0..end)
    }

    /// Whether frames are found only after undoing that; in version 2.4 each frame is unsynchronised by itself.
    fn is_unsynchronised(&self) -> bool {
        self.unsynchronised && self.version < 4
    }
}

#[cfg(test)]
pub(super) mod tests;
