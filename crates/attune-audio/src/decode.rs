//! A recording's samples, block by block, out of whatever container and coding they are in.

use crate::AudioError;
use std::fs::File;
use std::path::Path;
use symphonia::core::codecs::audio::{AudioDecoder, AudioDecoderOptions};
use symphonia::core::common::Limit;
use symphonia::core::errors::Error;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::{FormatOptions, FormatReader, TrackType};
use symphonia::core::io::MediaSourceStream;
use symphonia::core::meta::MetadataOptions;

/// Sample rates in Hz that are believed.
const RATES: std::ops::RangeInclusive<u32> = 4_000..=768_000;

/// The most channels that are believed.
const MOST_CHANNELS: usize = 32;

/// After so many packets in a row that say nothing the file counts as damaged.
const PATIENCE: u32 = 2_000;

/// An open file and its decoder.
pub struct Recording {
    format: Box<dyn FormatReader>,
    decoder: Box<dyn AudioDecoder>,
    track: u32,
    rate: u32,
    planes: Vec<Vec<f32>>,
    broken: u32,
}

impl Recording {
    /// Opens the file and finds its first sound track. What the file is, is read from its content; the name's
    /// extension only says what to try first.
    ///
    /// Fails with `audio_unreadable`, `audio_unsupported` or `audio_damaged`.
    pub fn open(path: &Path) -> Result<Self, AudioError> {
        let unreadable = |e: std::io::Error| AudioError::Unreadable { detail: e.to_string() };
        if !std::fs::metadata(path).map_err(unreadable)?.is_file() {
            return Err(AudioError::Unreadable { detail: "it is not a file".to_owned() });
        }
        let file = File::open(path).map_err(unreadable)?;
        let mut hint = Hint::new();
        if let Some(extension) = path.extension().and_then(|e| e.to_str()) {
            hint.with_extension(extension);
        }
        let stream =
            MediaSourceStream::new(Box::new(file), symphonia::core::io::MediaSourceStreamOptions::default());
        // Covers are of no use here, and a tag may claim to be of any size.
        let metadata = MetadataOptions::default().limit_visual_bytes(Limit::Maximum(0));
        let format = symphonia::default::get_probe()
            .probe(&hint, stream, FormatOptions::default(), metadata)
            .map_err(|e| opening(&e))?;
        Self::of_format(format)
    }

    fn of_format(format: Box<dyn FormatReader>) -> Result<Self, AudioError> {
        let track = format.default_track(TrackType::Audio).ok_or_else(|| unsupported("no sound track"))?;
        let parameters = track
            .codec_params
            .as_ref()
            .and_then(|p| p.audio())
            .ok_or_else(|| unsupported("the sound's coding is not named"))?;
        let decoder = symphonia::default::get_codecs()
            .make_audio_decoder(parameters, &AudioDecoderOptions::default())
            .map_err(|e| opening(&e))?;
        let track = track.id;
        Ok(Self { format, decoder, track, rate: 0, planes: Vec::new(), broken: 0 })
    }

    /// The samples per second and channel of the latest block, 0 before the first.
    #[must_use]
    pub fn rate(&self) -> u32 {
        self.rate
    }

    /// The latest block: the samples of each channel; no channels before the first.
    #[must_use]
    pub fn block(&self) -> &[Vec<f32>] {
        &self.planes
    }

    /// How many packets could not be decoded and were left out.
    #[must_use]
    pub fn broken(&self) -> u32 {
        self.broken
    }

    /// Decodes the next block, which [`Self::block`] then gives: samples in [-1, 1], all channels of one length.
    /// False at the end.
    ///
    /// Packets that make no sense are left out. A file that ends in the middle, or changes its rate or channels on
    /// the way, ends there. Fails with `audio_damaged` when nothing but nonsense comes, or `audio_unreadable`.
    pub fn next_block(&mut self) -> Result<bool, AudioError> {
        for _ in 0..PATIENCE {
            let packet = match self.format.next_packet() {
                Ok(Some(packet)) => packet,
                Ok(None) | Err(Error::ResetRequired) => return Ok(false),
                Err(error) => return self.cut_short(&error),
            };
            if packet.track_id != self.track {
                continue;
            }
            match self.decoder.decode(&packet) {
                Ok(block) => {
                    let (rate, channels) = (block.spec().rate(), block.num_planes());
                    if block.frames() == 0 {
                        continue;
                    }
                    if !RATES.contains(&rate) || channels == 0 || channels > MOST_CHANNELS {
                        return Err(damaged(&format!("{channels} channels at {rate} Hz")));
                    }
                    if self.rate != 0 && (self.rate != rate || self.planes.len() != channels) {
                        return Ok(false);
                    }
                    block.copy_to_vecs_planar(&mut self.planes);
                    self.rate = rate;
                    return Ok(true);
                }
                Err(Error::ResetRequired) => return Ok(false),
                Err(_) => self.broken += 1,
            }
        }
        Err(damaged("its sound makes no sense"))
    }

    /// What was read before a file broke off still counts.
    fn cut_short(&self, error: &Error) -> Result<bool, AudioError> {
        match error {
            _ if self.rate != 0 => Ok(false),
            Error::IoError(e) if e.kind() != std::io::ErrorKind::UnexpectedEof => {
                Err(AudioError::Unreadable { detail: e.to_string() })
            }
            other => Err(damaged(&other.to_string())),
        }
    }
}

impl std::fmt::Debug for Recording {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Recording")
            .field("rate", &self.rate)
            .field("channels", &self.planes.len())
            .finish_non_exhaustive()
    }
}

fn opening(error: &Error) -> AudioError {
    match error {
        Error::Unsupported(what) => unsupported(what),
        Error::IoError(e) if e.kind() != std::io::ErrorKind::UnexpectedEof => {
            AudioError::Unreadable { detail: e.to_string() }
        }
        other => damaged(&other.to_string()),
    }
}

fn unsupported(detail: &str) -> AudioError {
    AudioError::Unsupported { detail: detail.to_owned() }
}

fn damaged(detail: &str) -> AudioError {
    AudioError::Damaged { detail: detail.to_owned() }
}
