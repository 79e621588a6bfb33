//! Why a voice could not be read, and what the listener is told.

use attune_core::{AppError, ErrorCode};
use attune_models::ModelError;

/// What can be wrong with the model of voices or with the sound that is given to it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VoiceError {
    /// The model's file, its constants or the library that runs it cannot be used.
    #[error("the model of voices cannot be used ({detail})")]
    Model {
        /// What is wrong with it.
        detail: String,
    },
    /// Sound at this rate cannot be brought to the rate of the model.
    #[error("sound of {rate} samples a second cannot be used ({detail})")]
    Rate {
        /// Samples a second.
        rate: u32,
        /// What the resampler said.
        detail: String,
    },
}

impl VoiceError {
    /// The stable code, as in [`AppError::code`].
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Model { .. } => ErrorCode::VoiceModel,
            Self::Rate { .. } => ErrorCode::MicrophoneFormat,
        }
    }

    fn advice(&self) -> &'static str {
        match self {
            Self::Model { .. } => "Reinstall Attune to use your voice.",
            Self::Rate { .. } => "Choose another microphone.",
        }
    }
}

impl From<ModelError> for VoiceError {
    fn from(error: ModelError) -> Self {
        Self::Model { detail: error.to_string() }
    }
}

impl From<VoiceError> for AppError {
    fn from(error: VoiceError) -> Self {
        let text = error.to_string();
        let mut letters = text.chars();
        let sentence: String =
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        let advice = error.advice();
        Self::new(error.code(), format!("{sentence}. You can set your mood by dragging the dot. {advice}"))
            .caused_by(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_listener_hears_what_still_works() {
        let error = AppError::from(VoiceError::from(ModelError::Missing { file: "voice-tone.onnx".into() }));
        assert_eq!(error.code, ErrorCode::VoiceModel);
        assert_eq!(
            error.message,
            "The model of voices cannot be used (the model file voice-tone.onnx is missing). You can set your mood by \
             dragging the dot. Reinstall Attune to use your voice."
        );
    }
}
