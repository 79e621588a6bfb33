//! Writing sound to files, in the format that their names ask for.

mod flac;
mod wav;

use attune_core::{AppError, ErrorCode};
use std::io;
use std::path::Path;

pub use flac::write_flac;
pub use wav::write_wav;

/// Fills a block of interleaved stereo (left, right, …; from -1 to 1) and gives its frames; 0 at the end.
pub type Read<'a> = &'a mut dyn FnMut(&mut [f32]) -> usize;

/// Writes `frames` frames of stereo at `rate` frames a second, as the name's ending says. Fails with `output_failed`, also for other endings.
pub fn write(file: &Path, rate: u32, frames: u64, read: Read) -> Result<(), AppError> {
    match file.extension().and_then(|e| e.to_str()).map(str::to_ascii_lowercase).as_deref() {
        Some("wav") => write_wav(file, rate, frames, read),
        Some("flac") => write_flac(file, rate, read),
        _ => {
            let message = format!("{} ends neither in .wav nor in .flac.", file.display());
            Err(AppError::new(ErrorCode::OutputFailed, message))
        }
    }
}

/// The error for a file that cannot be written, with the code `output_failed`.
#[must_use]
pub fn unwritable(file: &Path, error: &io::Error) -> AppError {
    let message =
        format!("{} cannot be written ({error}). Check the path and the free space.", file.display());
    AppError::new(ErrorCode::OutputFailed, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_endings_are_refused() {
        let error = write(Path::new("a.mp3"), 48_000, 1, &mut |_| 0).unwrap_err();
        assert_eq!(error.code, ErrorCode::OutputFailed);
    }
}
