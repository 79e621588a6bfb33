//! The microphone and the strap: which there are, and opening them for the session.

use attune_core::ports::SenseSource;
use attune_core::{AppError, ErrorCode, Sense, SenseMode};
use attune_session::view::SenseDevice;
use attune_voice::VoiceSource;
use attune_voice::microphone::{MicrophoneDescription, microphones};
use std::path::Path;

/// The sense's device with that id, or the first one; `resources` as in [`VoiceSource::open`].
pub(crate) fn open(
    sense: Sense,
    mode: SenseMode,
    id: Option<&str>,
    resources: Option<&Path>,
) -> Result<Box<dyn SenseSource>, AppError> {
    match sense {
        Sense::Voice => Ok(Box::new(VoiceSource::open(id, mode, resources)?)),
        Sense::Pulse => Err(AppError::new(ErrorCode::StrapNone, "No heart-rate strap is in reach.")),
    }
}

/// The microphones or straps that can be chosen.
pub fn devices(sense: Sense) -> Result<Vec<SenseDevice>, AppError> {
    match sense {
        Sense::Voice => {
            let device = |m: MicrophoneDescription| SenseDevice { id: m.id, name: m.name };
            match microphones() {
                Ok(all) => Ok(all.into_iter().map(device).collect()),
                // A list that is empty says it.
                Err(error) if error.code == ErrorCode::MicrophoneNone => Ok(Vec::new()),
                Err(error) => Err(error),
            }
        }
        Sense::Pulse => Ok(Vec::new()),
    }
}
