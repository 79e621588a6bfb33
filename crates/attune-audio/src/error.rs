//! Why a recording could not be listened to, and what the listener is told.

use attune_core::{AppError, ErrorCode};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What can be wrong with a recording or with the model of its affect.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AudioError {
    /// The file cannot be opened or read.
    #[error("the file cannot be read ({detail})")]
    Unreadable {
        /// What the system said.
        detail: String,
    },
    /// The file's container or coding is none that we know.
    #[error("the file's format is not supported ({detail})")]
    Unsupported {
        /// What is not known.
        detail: String,
    },
    /// The file breaks the rules of its format, so that nothing could be made of it.
    #[error("the file is damaged ({detail})")]
    Damaged {
        /// Where it stopped making sense.
        detail: String,
    },
    /// There is less sound in the file than one look at it takes.
    #[error("the recording is too short ({milliseconds} ms)")]
    TooShort {
        /// How long it is.
        milliseconds: u64,
    },
    /// The caller wanted no more of it.
    #[error("the listening was stopped")]
    Stopped,
    /// A track that is to be played is not among the listener's files.
    #[error("there is no file of it here")]
    NotHere,
    /// Where a file comes from, something went wrong.
    #[error(transparent)]
    Source(AppError),
    /// There is nothing that sound could come out of.
    #[error("there is no sound output ({detail})")]
    NoOutput {
        /// What the system said.
        detail: String,
    },
    /// So many tracks in a row could not be played that going on makes no sense.
    #[error("{count} tracks in a row could not be played")]
    GaveUp {
        /// How many.
        count: u32,
    },
    /// The model of affect does not fit or failed.
    #[error("the model of music's affect cannot be used ({detail})")]
    Model {
        /// What is wrong with it.
        detail: String,
    },
}

impl AudioError {
    /// The stable code, as in [`AppError::code`].
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Unreadable { .. } => ErrorCode::AudioUnreadable,
            Self::Unsupported { .. } => ErrorCode::AudioUnsupported,
            Self::Damaged { .. } => ErrorCode::AudioDamaged,
            Self::TooShort { .. } => ErrorCode::AudioTooShort,
            Self::Stopped => ErrorCode::AudioStopped,
            Self::NotHere => ErrorCode::TrackNotHere,
            Self::Source(error) => error.code,
            Self::NoOutput { .. } => ErrorCode::NoSoundOutput,
            Self::GaveUp { .. } => ErrorCode::PlayGaveUp,
            Self::Model { .. } => ErrorCode::AudioModel,
        }
    }

    /// A decoder broke off in a way that it should not.
    pub(crate) fn broke_off() -> Self {
        Self::Damaged { detail: "its decoder broke off".to_owned() }
    }

    fn advice(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => {
                "Check that it exists, that you are allowed to read it, and that its disk works."
            }
            Self::Unsupported { .. } => {
                "MP3, MP2, FLAC, Ogg (Vorbis, Opus, FLAC), M4A (AAC, ALAC), AAC, WAV and AIFF can be read."
            }
            Self::Damaged { .. } => "Other players may still be able to play it. Try copying it again.",
            Self::TooShort { .. } => "It can be played, but it is too short to estimate its mood.",
            Self::Stopped => "It will be analysed at the next scan.",
            Self::NotHere => "Rescan the music folders if it was moved.",
            // It says what to do.
            Self::Source(_) => "",
            Self::NoOutput { .. } => {
                "Everything else works, and playback resumes when there is an output again."
            }
            Self::GaveUp { .. } => {
                "Check that your music folders are available, for example that their drive is connected."
            }
            Self::Model { .. } => "Your music can still be played. Reinstall Attune to estimate its mood.",
        }
    }
}

impl From<AudioError> for AppError {
    fn from(error: AudioError) -> Self {
        if let AudioError::Source(error) = error {
            return error;
        }
        let text = error.to_string();
        let mut letters = text.chars();
        let sentence: String =
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        Self::new(error.code(), format!("{sentence}. {}", error.advice())).caused_by(error)
    }
}

/// A decoder that breaks off on a malformed file ends that file, and nothing else.
pub(crate) fn guarded<T>(run: impl FnOnce() -> Result<T, AudioError>) -> Result<T, AudioError> {
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| Err(AudioError::broke_off()))
}
