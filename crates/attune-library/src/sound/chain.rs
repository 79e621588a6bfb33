//! Ogg files that hold several streams one after the other ("chained", RFC 3533, 4): recordings of radio stations, or
//! files that were put together with `cat`. Each stream counts its samples from its own start, so the length of the
//! whole is the sum of all.

use super::ogg::{Page, page};
use super::region::id3_length;
use super::{take, take_at};
use attune_core::ogg;
use std::io::{Read, Result, Seek, SeekFrom};

/// The most pages that are stepped over: about a day of sound.
const MOST_PAGES: usize = 200_000;

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
    let start = id3_length(file, 0)?;
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
