//! WAV files with 24 bits a sample.

use super::{Read, unwritable};
use attune_core::{AppError, ErrorCode};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Frames asked for at a time.
const BLOCK: usize = 2_000;
/// Bytes of a WAV header with a format chunk of 16 bytes.
const HEADER: u64 = 44;
const CHANNELS: u64 = 2;
/// Bytes of a WAV sample.
const BYTES: u64 = 3;

/// Writes `frames` frames of stereo at `rate` frames a second as a WAV file. Fails with `output_failed`.
pub fn write_wav(file: &Path, rate: u32, frames: u64, read: Read) -> Result<(), AppError> {
    let bytes = frames * CHANNELS * BYTES;
    let Ok(size) = u32::try_from(bytes + HEADER - 8) else {
        let message = "A WAV file cannot hold more than four hours. Ask for fewer minutes, or for FLAC.";
        return Err(AppError::new(ErrorCode::OutputFailed, message));
    };
    let mut written = || -> io::Result<()> {
        let mut out = BufWriter::new(File::create(file)?);
        out.write_all(&header(size, rate))?;
        let mut block = [0.0; 2 * BLOCK];
        loop {
            let count = read(&mut block);
            if count == 0 {
                return out.flush();
            }
            for &sample in &block[..2 * count] {
                out.write_all(&whole(sample, 24).to_le_bytes()[..BYTES as usize])?;
            }
        }
    };
    written().map_err(|e| unwritable(file, &e))
}

fn header(size: u32, rate: u32) -> Vec<u8> {
    let (channels, bytes) = (CHANNELS as u16, BYTES as u16);
    let mut out = Vec::with_capacity(HEADER as usize);
    out.extend_from_slice(b"RIFF");
    out.extend_from_slice(&size.to_le_bytes());
    out.extend_from_slice(b"WAVEfmt ");
    out.extend_from_slice(&16_u32.to_le_bytes());
    // Format 1 is integer samples; then channels, rate, bytes a second, bytes a frame, bits a sample.
    out.extend_from_slice(&1_u16.to_le_bytes());
    out.extend_from_slice(&channels.to_le_bytes());
    out.extend_from_slice(&rate.to_le_bytes());
    out.extend_from_slice(&(rate * u32::from(channels * bytes)).to_le_bytes());
    out.extend_from_slice(&(channels * bytes).to_le_bytes());
    out.extend_from_slice(&(8 * bytes).to_le_bytes());
    out.extend_from_slice(b"data");
    out.extend_from_slice(&(size + 8 - HEADER as u32).to_le_bytes());
    out
}

/// A sample as a whole number of that many bits.
pub(super) fn whole(sample: f32, bits: u32) -> i32 {
    let most = f64::from(1_u32 << (bits - 1));
    (f64::from(sample) * most).round().clamp(-most, most - 1.0) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wav_file_holds_what_was_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.wav");
        let mut left = 3;
        write_wav(&path, 44_100, 3, &mut |block| {
            block[..6].copy_from_slice(&[0.0, 0.5, -0.5, 1.5, -1.5, 0.25]);
            std::mem::take(&mut left)
        })
        .unwrap();
        let bytes = std::fs::read(&path).unwrap();
        assert_eq!(bytes.len() as u64, HEADER + 18);
        assert_eq!(bytes[44..], [0, 0, 0, 0, 0, 0x40, 0, 0, 0xC0, 0xFF, 0xFF, 0x7F, 0, 0, 0x80, 0, 0, 0x20]);
    }
}
