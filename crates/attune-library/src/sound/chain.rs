//! How long an Ogg file is whose first and last pages do not tell it.
//!
//! It may hold several streams one after the other ("chained", RFC 3533, 4): recordings of radio stations, or files that
//! were put together with `cat`. Each stream counts its samples from its own start, so the length of the whole is the sum of
//! all. Or it holds a part of one: what was recorded while a station was on goes on with the station's count, and what was
//! cut off has no last page.

use super::ogg::{Page, after_headers, last_whole_page, page};
use super::region::behind_tags;
use super::{take, take_at};
use attune_core::ogg;
use std::io::{Read, Result, Seek, SeekFrom};

/// The most pages that are stepped over: about a day of sound.
const MOST_PAGES: usize = 200_000;

/// The most pages before the first that counts samples.
const MOST_UNCOUNTED: usize = 64;

/// One stream.
struct Link {
    serial: u32,
    rate: u64,
    /// Samples at its start that are not played.
    skipped: u64,
    /// The count of samples that its latest page names.
    position: u64,
}

/// The length of all streams in milliseconds, if the file holds more than one, as far as some of its pages tell.
pub(super) fn length(file: &mut (impl Read + Seek), size: u64) -> Result<Option<u32>> {
    let start = behind_tags(file)?;
    if !ogg::may_be_chain(start, size, |at, most| take_at(file, at..size, most))? {
        return Ok(None);
    }
    let (mut links, mut at): (Vec<Link>, u64) = (Vec::new(), start);
    for _ in 0..MOST_PAGES {
        let Some(page) = page(file, at)? else { break };
        if page.is_first() {
            links.extend(link(file, &page)?);
        } else if let Some(link) = links.iter_mut().rev().find(|link| link.serial == page.serial) {
            // A page on which no packet ends names no position.
            link.position = page.position.filter(|p| *p < 1 << 62).unwrap_or(link.position);
        }
        at = page.end;
    }
    let ms: u64 =
        links.iter().map(|l| l.position.saturating_sub(l.skipped).saturating_mul(1_000) / l.rate).sum();
    Ok(u32::try_from(ms).ok().filter(|ms| *ms > 0 && links.len() > 1))
}

/// The length in milliseconds of what is there of one stream; none where that is all of it. `headers` is how many packets
/// come before the sound.
pub(super) fn length_of_part(
    file: &mut (impl Read + Seek),
    size: u64,
    headers: usize,
) -> Result<Option<u32>> {
    let start = behind_tags(file)?;
    let Some(first) = page(file, start)? else { return Ok(None) };
    let Some(link) = link(file, &first)? else { return Ok(None) };
    let sound = after_headers(file, start, headers)?;
    let Some((one, begins)) = first_counted(file, sound)? else { return Ok(None) };
    let Some((last, ends, is_cut)) = last_whole_page(file, size)? else { return Ok(None) };
    // How many samples come before the first count is told by how many come after it.
    let behind = last.end.saturating_sub(one.end).max(1);
    let a_byte = ends.saturating_sub(begins) as f64 / behind as f64;
    let begins = begins.saturating_sub((a_byte * (one.end - sound) as f64) as u64);
    let begins = if begins > link.rate { begins } else { 0 };
    if begins == 0 && !is_cut {
        return Ok(None);
    }
    let samples = ends.saturating_sub(begins).saturating_sub(link.skipped);
    Ok(u32::try_from(samples.saturating_mul(1_000) / link.rate).ok().filter(|ms| *ms > 0))
}

/// The first page from a place on that counts samples, and its count.
fn first_counted(file: &mut (impl Read + Seek), from: u64) -> Result<Option<(Page, u64)>> {
    let mut at = from;
    for _ in 0..MOST_UNCOUNTED {
        let Some(page) = page(file, at)? else { break };
        if let Some(count) = page.count() {
            return Ok(Some((page, count)));
        }
        at = page.end;
    }
    Ok(None)
}

/// A stream by its first page, if it is one of sound.
fn link(file: &mut (impl Read + Seek), page: &Page) -> Result<Option<Link>> {
    file.seek(SeekFrom::Start(page.end - page.body))?;
    let head = take(file, page.body.min(64))?;
    let number =
        |at: usize| head.get(at..at + 4).map(|b| b.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b)));
    let (rate, skipped) = if head.starts_with(b"OpusHead") {
        (Some(48_000), number(8).map_or(0, |n| n >> 16))
    } else if head.starts_with(b"\x01vorbis") {
        (number(12), 0)
    } else if head.starts_with(b"\x7fFLAC") {
        // The rate stands in the first 20 bits from byte 27 on: packet head 13, block head 4, sizes 10.
        let rate =
            head.get(27..30).map(|b| (u64::from(b[0]) << 12) | (u64::from(b[1]) << 4) | u64::from(b[2] >> 4));
        (rate, 0)
    } else {
        (None, 0)
    };
    let rate = rate.filter(|rate| *rate > 0);
    Ok(rate.map(|rate| Link { serial: page.serial, rate, skipped, position: 0 }))
}
