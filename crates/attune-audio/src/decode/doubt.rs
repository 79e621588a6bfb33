//! Files whose beginning says something else of their length than they are: joined or cut MPEG audio and FLAC, and MPEG audio
//! of many bitrates without a summary of them.

use super::source::take_at;
use attune_core::{flac, mpeg};
use std::io::{Read, Result, Seek, SeekFrom};

/// Whether the length of a file whose sound begins at `start` is to be doubted.
pub(super) fn is_doubtful(file: &mut (impl Read + Seek), start: u64) -> Result<bool> {
    let size = file.seek(SeekFrom::End(0))?;
    if flac::ends_elsewhere(start, size, |at, most| take_at(file, at, most))? {
        return Ok(true);
    }
    let head = take_at(file, start, mpeg::LOOKED_AT)?;
    // What begins as another kind of file holds frames by chance alone.
    if mpeg::frame(&head).is_none() {
        return Ok(false);
    }
    let tail = take_at(file, size.saturating_sub(mpeg::LOOKED_AT).max(start), mpeg::LOOKED_AT)?;
    Ok(mpeg::is_doubtful(&head, &tail, size.saturating_sub(start)))
}
