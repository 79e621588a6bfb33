//! The sound of an Ogg file: the packets after the headers (RFC 3533).
//!
//! Rewritten tags change how pages are cut and numbered, so only what the pages carry counts.

use super::region::behind_tags;
use super::{BLOCK, take, take_at};
use crate::format::Format;
use sha2::{Digest, Sha256};
use std::io::{Read, Result, Seek, SeekFrom};

/// The most pages of headers that are stepped over: a cover of 16 MiB.
const HEADER_PAGES: usize = 4_096;
/// So many bytes at the end hold the head of a page, and are more than the largest page; twice as many hold a whole one.
const TAIL: u64 = 66_000;

/// Adds the beginning of the sound and its length in samples to the digest; gives about how many bytes of sound
/// there are.
pub(super) fn digest(
    file: &mut (impl Read + Seek),
    size: u64,
    format: Format,
    digest: &mut Sha256,
) -> Result<u64> {
    let start = behind_tags(file)?;
    let start = after_headers(file, start, headers(format))?;
    let (mut at, mut taken) = (start, 0);
    while taken < BLOCK {
        let Some(page) = page(file, at)? else { break };
        let body = take(file, page.body)?;
        taken += body.len() as u64;
        digest.update(&body);
        at = page.end;
    }
    digest.update(last_position(file, size)?.to_le_bytes());
    Ok(if taken == 0 { 0 } else { size.saturating_sub(start) })
}

/// How many packets come before the sound.
pub(super) fn headers(format: Format) -> usize {
    if format == Format::Vorbis { 3 } else { 2 }
}

/// A page's outline.
pub(super) struct Page {
    /// The number of its stream.
    pub(super) serial: u32,
    /// The count of samples up to its end; none where no packet ends on it.
    pub(super) position: Option<u64>,
    flags: u8,
    /// Packets that end on it.
    ended: usize,
    pub(super) body: u64,
    pub(super) end: u64,
}

impl Page {
    /// The count of samples up to its end, if it has one that can be believed.
    pub(super) fn count(&self) -> Option<u64> {
        self.position.filter(|count| (1..1 << 62).contains(count))
    }

    /// Whether a stream begins with it.
    pub(super) fn is_first(&self) -> bool {
        self.flags & 2 != 0
    }
}

/// The page at `at`, with the file standing before its body; none where there is none.
pub(super) fn page(file: &mut (impl Read + Seek), at: u64) -> Result<Option<Page>> {
    file.seek(SeekFrom::Start(at))?;
    let head = take(file, 27)?;
    if head.len() < 27 || !head.starts_with(b"OggS") {
        return Ok(None);
    }
    let lengths = take(file, u64::from(head[26]))?;
    let body = lengths.iter().map(|l| u64::from(*l)).sum();
    // A packet goes on for as long as its pieces have the greatest length.
    let ended = lengths.iter().filter(|l| **l < 255).count();
    let position = head[6..14].iter().rev().fold(0, |sum, byte| (sum << 8) | u64::from(*byte));
    let serial = head[14..18].iter().rev().fold(0, |sum, byte| (sum << 8) | u32::from(*byte));
    Ok(Some(Page {
        serial,
        position: (position != u64::MAX).then_some(position),
        flags: head[5],
        ended,
        body,
        end: at + 27 + lengths.len() as u64 + body,
    }))
}

/// Where the page after the last of so many header packets begins; sound begins on a page of its own.
pub(super) fn after_headers(file: &mut (impl Read + Seek), start: u64, headers: usize) -> Result<u64> {
    let (mut at, mut ended) = (start, 0);
    for _ in 0..HEADER_PAGES {
        let Some(page) = page(file, at)? else { break };
        at = page.end;
        ended += page.ended;
        if ended >= headers {
            break;
        }
    }
    Ok(at)
}

/// The count of samples that the last page names; 0 where none is found.
fn last_position(file: &mut (impl Read + Seek), size: u64) -> Result<u64> {
    Ok(last_page(file, size)?.map_or(0, |page| page.position.unwrap_or(u64::MAX)))
}

/// The last page that is there to its end and counts samples, with its count, and whether another one was cut off behind it.
pub(super) fn last_whole_page(file: &mut (impl Read + Seek), size: u64) -> Result<Option<(Page, u64, bool)>> {
    let start = size.saturating_sub(2 * TAIL);
    let tail = take_at(file, start..size, 2 * TAIL)?;
    let places = (0..tail.len()).rev().filter(|at| tail[*at..].starts_with(b"OggS\0"));
    let mut is_cut = false;
    for at in places {
        match page(file, start + at as u64)?.filter(|page| page.end <= size) {
            Some(page) => {
                if let Some(count) = page.count() {
                    return Ok(Some((page, count, is_cut)));
                }
            }
            None => is_cut = true,
        }
    }
    Ok(None)
}

/// The last page.
pub(super) fn last_page(file: &mut (impl Read + Seek), size: u64) -> Result<Option<Page>> {
    let start = size.saturating_sub(TAIL);
    let tail = take_at(file, start..size, TAIL)?;
    let last = tail.windows(4).rposition(|w| w == b"OggS");
    last.map_or(Ok(None), |at| page(file, start + at as u64))
}
