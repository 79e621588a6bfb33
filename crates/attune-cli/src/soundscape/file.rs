//! Sound files in the format that their names ask for.

use super::flac;
use super::wav::{Read, write_wav};
use attune_core::{AppError, ErrorCode};
use std::path::Path;

/// Writes `frames` frames as the name's ending says. Fails with `output_failed`, also for other endings.
pub(super) fn write(file: &Path, frames: u64, read: Read) -> Result<(), AppError> {
    match file.extension().and_then(|e| e.to_str()).map(str::to_ascii_lowercase).as_deref() {
        Some("wav") => write_wav(file, frames, read),
        Some("flac") => flac::write(file, read),
        _ => {
            let message = format!("{} ends neither in .wav nor in .flac.", file.display());
            Err(AppError::new(ErrorCode::OutputFailed, message))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_endings_are_refused() {
        let error = write(Path::new("a.mp3"), 1, &mut |_| 0).unwrap_err();
        assert_eq!(error.code, ErrorCode::OutputFailed);
    }
}
