//! Spotify's data export as it arrives: an archive with several files.

use crate::progress::Progress;
use crate::{Format, History, HistoryError, MOST_PROBLEMS, json};
use std::io::{self, Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The largest file in an archive, unpacked, and all of them together: decades of listening are a tenth of it.
const LARGEST: u64 = 256 << 20;
const MOST: u64 = 2 << 30;

/// Reads the histories in an archive; its other files, of which none are music, are passed over.
pub(crate) fn read(bytes: &[u8], progress: &mut Progress<'_, '_>) -> Result<History, HistoryError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    let parts = parts(&mut archive)?;
    let whole: f64 = parts.iter().map(|(_, size)| *size as f64).sum();
    let (mut all, mut unpacked, mut before, mut any) = (History::of(Format::Spotify), 0, 0.0, false);
    for (name, size) in parts {
        let share = size as f64 / whole.max(1.0);
        progress.begin_part(before, share);
        before += share;
        // Sizes in an archive are claims: what counts is what comes out.
        let mut text =
            Limited { source: archive.by_name(&name).map_err(|e| broken(&e))?, read: 0, most: LARGEST };
        let part = json::list(&mut text, size, progress);
        unpacked += text.read;
        if text.read > LARGEST || unpacked > MOST {
            return Err(HistoryError::TooLarge);
        }
        match part {
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

fn broken(error: &ZipError) -> HistoryError {
    HistoryError::Damaged(error.to_string())
}

/// The histories by name, with how many bytes each claims to be.
fn parts(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Vec<(String, u64)>, HistoryError> {
    let found = archive.file_names().filter_map(Result::ok).filter(|name| is_history(name));
    let mut names: Vec<String> = found.map(Into::into).collect();
    names.sort_unstable();
    let sized = names.into_iter().map(|name| {
        let size = archive.by_name(&name).map_err(|e| broken(&e))?.size();
        Ok((name, size))
    });
    sized.collect()
}

/// Ends once more was read than anybody has.
struct Limited<R> {
    source: R,
    read: u64,
    most: u64,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.read > self.most {
            return Ok(0);
        }
        let read = self.source.read(into)?;
        self.read += read as u64;
        Ok(read)
    }
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
