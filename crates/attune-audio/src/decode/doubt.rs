//! MPEG audio whose beginning says something else of its length than the file is: joined or cut files, and those of many
//! bitrates without a summary of them.

use attune_core::mpeg;
use std::io::{Read, Result, Seek, SeekFrom};

/// Whether the length of a file whose sound begins at `start` is to be doubted.
pub(super) fn is_doubtful(file: &mut (impl Read + Seek), start: u64) -> Result<bool> {
    let size = file.seek(SeekFrom::End(0))?;
    let mut take = |from: u64| {
        file.seek(SeekFrom::Start(from))?;
        let mut bytes = Vec::new();
        Read::take(&mut *file, mpeg::LOOKED_AT).read_to_end(&mut bytes)?;
        Ok::<_, std::io::Error>(bytes)
    };
    let head = take(start)?;
    // What begins as another kind of file holds frames by chance alone.
    if mpeg::frame(&head).is_none() {
        return Ok(false);
    }
    let tail = take(size.saturating_sub(mpeg::LOOKED_AT).max(start))?;
    Ok(mpeg::is_doubtful(&head, &tail, size.saturating_sub(start)))
}
