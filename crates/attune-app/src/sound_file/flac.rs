//! FLAC files with 16 bits a sample.

use super::wav::whole;
use super::{Read, unwritable};
use attune_core::{AppError, ErrorCode};
use flacenc::bitsink::ByteSink;
use flacenc::component::BitRepr;
use flacenc::config::Encoder;
use flacenc::error::{SourceError, Verify};
use flacenc::source::{Fill, Source};
use std::fs;
use std::path::Path;

const BITS: u32 = 16;

/// Sound as the encoder asks for it.
struct Sound<'a> {
    rate: u32,
    read: Read<'a>,
    block: Vec<f32>,
    samples: Vec<i32>,
}

impl Source for Sound<'_> {
    fn channels(&self) -> usize {
        2
    }

    fn bits_per_sample(&self) -> usize {
        BITS as usize
    }

    fn sample_rate(&self) -> usize {
        self.rate as usize
    }

    fn read_samples<F: Fill>(&mut self, block_size: usize, dest: &mut F) -> Result<usize, SourceError> {
        self.block.resize(2 * block_size, 0.0);
        self.samples.clear();
        // A piece may end within a block; only the last block may be shorter.
        while self.samples.len() < 2 * block_size {
            let room = 2 * block_size - self.samples.len();
            let frames = (self.read)(&mut self.block[..room]);
            if frames == 0 {
                break;
            }
            self.samples.extend(self.block[..2 * frames].iter().map(|&x| whole(x, BITS)));
        }
        dest.fill_interleaved(&self.samples)?;
        Ok(self.samples.len() / 2)
    }
}

/// Writes stereo at `rate` frames a second as a FLAC file, held in memory until it is whole. Fails with `output_failed`.
pub fn write_flac(file: &Path, rate: u32, read: Read) -> Result<(), AppError> {
    let config = Encoder::default().into_verified().map_err(|(_, e)| failed(&e))?;
    let sound = Sound { rate, read, block: Vec::new(), samples: Vec::new() };
    let size = config.block_size;
    let mut stream = flacenc::encode_with_fixed_block_size(&config, sound, size).map_err(|e| failed(&e))?;
    // The encoder counts the short last block too; a smallest size below the largest means blocks of any size, and
    // decoders then misread the numbers of the frames.
    stream.stream_info_mut().set_block_sizes(size, size).map_err(|e| failed(&e))?;
    let mut sink = ByteSink::new();
    stream.write(&mut sink).map_err(|e| failed(&e))?;
    fs::write(file, sink.as_slice()).map_err(|e| unwritable(file, &e))
}

fn failed(error: &dyn std::fmt::Display) -> AppError {
    AppError::new(ErrorCode::OutputFailed, format!("The FLAC encoder failed: {error}."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_soundscape::{Request, Source as _, Stream};

    #[test]
    fn a_flac_file_is_read_back_as_it_was_made() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.flac");
        let mut stream = Stream::new(&Request::new(1, attune_core::Affect::NEUTRAL));
        let (mut made, wanted) = (Vec::new(), 2 * 100_001);
        write_flac(&path, attune_soundscape::FRAME_RATE, &mut |block| {
            let room = block.len().min(wanted - made.len());
            let frames = stream.read(&mut block[..room]);
            made.extend_from_slice(&block[..2 * frames]);
            frames
        })
        .unwrap();
        let mut recording = attune_audio::Recording::open(&path).unwrap();
        let mut left = Vec::new();
        while recording.next_block().unwrap() {
            left.extend_from_slice(&recording.block()[0]);
        }
        assert_eq!(left.len(), wanted / 2);
        let off = made.chunks(2).zip(&left).map(|(a, b)| (a[0] - b).abs()).fold(0.0, f32::max);
        assert!(off < 1.0 / 32_768.0, "{off}");
    }
}
