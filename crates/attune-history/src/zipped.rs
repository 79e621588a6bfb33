//! Spotify's data export as it arrives: an archive with several files.

use crate::{Format, History, HistoryError, MOST_PROBLEMS, json};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The largest file in an archive, unpacked, and all of them together: decades of listening are a tenth of it.
const LARGEST: u64 = 256 << 20;
const MOST: u64 = 2 << 30;

/// Reads the histories in an archive; its other files, of which none are music, are passed over.
pub(crate) fn read(bytes: &[u8]) -> Result<History, HistoryError> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|e| HistoryError::Damaged(e.to_string()))?;
    let found = archive.file_names().filter_map(Result::ok).filter(|name| is_history(name));
    let mut parts: Vec<String> = found.map(Into::into).collect();
    parts.sort_unstable();
    let (mut all, mut unpacked, mut any) = (History::of(Format::Spotify), 0, false);
    for name in parts {
        let file = archive.by_name(&name).map_err(|e| HistoryError::Damaged(e.to_string()))?;
        let mut text = Vec::new();
        file.take(LARGEST + 1).read_to_end(&mut text).map_err(|e| HistoryError::Damaged(e.to_string()))?;
        unpacked += text.len() as u64;
        if text.len() as u64 > LARGEST || unpacked > MOST {
            return Err(HistoryError::TooLarge);
        }
        match json::read(&text) {
            Ok(part) => {
                add(&mut all, part, &name);
                any = true;
            }
            // An empty part of a history is none.
            Err(HistoryError::Unknown) => {}
            Err(error) => return Err(error),
        }
    }
    if any { Ok(all) } else { Err(HistoryError::Unknown) }
}

fn is_history(path: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let audio = name.starts_with("Streaming_History_Audio") || name.starts_with("StreamingHistory");
    audio
        && !name.contains("podcast")
        && !name.contains("audiobook")
        && name.to_ascii_lowercase().ends_with("json")
}

fn add(all: &mut History, part: History, file: &str) {
    all.plays.extend(part.plays);
    all.left_out += part.left_out;
    all.unusable += part.unusable;
    let room = MOST_PROBLEMS.saturating_sub(all.problems.len());
    let named = part.problems.into_iter().map(|p| crate::Problem { file: file.to_owned(), ..p });
    all.problems.extend(named.take(room));
}
