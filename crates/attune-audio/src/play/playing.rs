//! The sound of one track being played, wherever it comes from.

use super::generated::Generated;
use super::reader::Reader;
use super::{GENERATED_RATE, Sound};
use crate::AudioError;
use symphonia::core::audio::Channels;

/// A track's frames, from its first to its last.
pub(crate) enum Playing {
    File(Box<Reader>),
    Generated(Generated),
}

impl Playing {
    /// Opens it at its first frame. Fails as opening a file does.
    pub(crate) fn open(sound: Sound) -> Result<Self, AudioError> {
        Ok(match sound {
            Sound::File(path) => Self::File(Box::new(Reader::open(&path)?)),
            Sound::Generated(generator) => Self::Generated(Generated::new(generator)),
            // The program opens what has arrived.
            Sound::Loading(_) => return Err(AudioError::NotHere),
        })
    }

    /// Frames a second.
    pub(crate) fn rate(&self) -> u32 {
        match self {
            Self::File(reader) => reader.rate(),
            Self::Generated(_) => GENERATED_RATE,
        }
    }

    /// What the channels are for.
    pub(crate) fn layout(&self) -> &Channels {
        match self {
            Self::File(reader) => reader.layout(),
            Self::Generated(made) => made.layout(),
        }
    }

    /// Frames in all, where that is known.
    pub(crate) fn frames(&self) -> Option<u64> {
        match self {
            Self::File(reader) => reader.frames(),
            Self::Generated(made) => Some(made.frames()),
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
        };
        planes.iter().map(move |plane| &plane[span.clone()])
    }

    /// Gets the next block. False at the end.
    pub(crate) fn next_block(&mut self) -> Result<bool, AudioError> {
        match self {
            Self::File(reader) => reader.next_block(),
            Self::Generated(made) => Ok(made.next_block()),
        }
    }

    /// Goes to a frame, to the very sample. Fails where a file cannot be searched or ends before it.
    pub(crate) fn seek(&mut self, frame: u64) -> Result<(), AudioError> {
        match self {
            Self::File(reader) => reader.seek(frame),
            Self::Generated(made) => {
                made.seek(frame);
                Ok(())
            }
        }
    }
}
