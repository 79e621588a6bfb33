//! The sound of one track being played, wherever it comes from.

use super::generated::Generated;
use super::incoming::{Next, Streamed};
use super::reader::Reader;
use super::{GENERATED_RATE, Sound};
use crate::AudioError;
use attune_core::AppError;
use symphonia::core::audio::Channels;

/// A track's frames, from its first to its last.
pub(crate) enum Playing {
    File(Box<Reader>),
    Generated(Generated),
    Streamed(Box<Streamed>),
}

impl Playing {
    /// Opens it at its first frame. Fails as opening a file does.
    pub(crate) fn open(sound: Sound) -> Result<Self, AudioError> {
        Ok(match sound {
            Sound::File(path) => Self::File(Box::new(Reader::open(&path)?)),
            Sound::Generated(generator) => Self::Generated(Generated::new(generator)),
            // The program plays what has arrived.
            Sound::Loading(_) => return Err(AudioError::NotHere),
        })
    }

    /// Frames a second.
    pub(crate) fn rate(&self) -> u32 {
        match self {
            Self::File(reader) => reader.rate(),
            Self::Generated(_) => GENERATED_RATE,
            Self::Streamed(streamed) => streamed.rate(),
        }
    }

    /// What the channels are for.
    pub(crate) fn layout(&self) -> &Channels {
        match self {
            Self::File(reader) => reader.layout(),
            Self::Generated(made) => made.layout(),
            Self::Streamed(streamed) => streamed.layout(),
        }
    }

    /// Frames in all, where that is known.
    pub(crate) fn frames(&self) -> Option<u64> {
        match self {
            Self::File(reader) => reader.frames(),
            Self::Generated(made) => Some(made.frames()),
            Self::Streamed(streamed) => streamed.frames(),
        }
    }

    /// Whether it ends as it was composed to.
    pub(crate) fn is_composed(&self) -> bool {
        matches!(self, Self::Generated(_))
    }

    /// The samples of each channel of the latest block.
    pub(crate) fn block(&self) -> impl ExactSizeIterator<Item = &[f32]> {
        let (planes, span) = match self {
            Self::File(reader) => reader.planes(),
            Self::Generated(made) => made.planes(),
            Self::Streamed(streamed) => streamed.planes(),
        };
        planes.iter().map(move |plane| &plane[span.clone()])
    }

    /// Why nothing comes, if that was said since this was asked last.
    pub(crate) fn complaint(&self) -> Option<AppError> {
        match self {
            Self::Streamed(streamed) => streamed.complaint(),
            Self::File(_) | Self::Generated(_) => None,
        }
    }

    /// Gets the next block.
    pub(crate) fn next_block(&mut self) -> Result<Next, AudioError> {
        let any = match self {
            Self::File(reader) => reader.next_block()?,
            Self::Generated(made) => made.next_block(),
            Self::Streamed(streamed) => return streamed.next_block(),
        };
        Ok(if any { Next::Block } else { Next::End })
    }

    /// Goes to a frame, to the very sample. Fails where a file cannot be searched or ends before it. What comes while it
    /// is played begins where it is to begin.
    pub(crate) fn seek(&mut self, frame: u64) -> Result<(), AudioError> {
        match self {
            Self::File(reader) => return reader.seek(frame),
            Self::Generated(made) => made.seek(frame),
            Self::Streamed(_) => {}
        }
        Ok(())
    }
}
