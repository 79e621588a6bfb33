//! What can be wrong with the models or the library that runs them, and what the listener is told.

use attune_core::{AppError, ErrorCode};
use std::path::PathBuf;

/// Why faces or expressions cannot be read. Every variant leaves the rest of Attune working.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// A model file is not there.
    #[error("the model file {file} is missing")]
    Missing {
        /// The file's name.
        file: String,
    },
    /// A model file is not the one that the manifest names.
    #[error("the model file {file} is damaged ({detail})")]
    Corrupt {
        /// The file's name.
        file: String,
        /// What differs.
        detail: String,
    },
    /// A model has other inputs or outputs than this program needs.
    #[error("the model {model} does not fit this version of Attune ({detail})")]
    Shape {
        /// The model's id or file.
        model: String,
        /// What differs.
        detail: String,
    },
    /// `manifest.toml` is missing or says something impossible.
    #[error("the list of models cannot be used ({detail})")]
    Manifest {
        /// What is wrong with it.
        detail: String,
    },
    /// There is no ONNX Runtime library in any of the usual places.
    #[error("the ONNX Runtime library was not found ({})", .tried.display())]
    RuntimeMissing {
        /// The path that was asked for, or the last one tried.
        tried: PathBuf,
    },
    /// The library is there but cannot be used.
    #[error("the ONNX Runtime library cannot be used ({detail})")]
    RuntimeIncompatible {
        /// What the loader said.
        detail: String,
    },
    /// The library can report to its maker, and nothing keeps it from doing so.
    #[error("the ONNX Runtime library {} would report to its maker", .path.display())]
    RuntimeReports {
        /// The library's file.
        path: PathBuf,
    },
    /// The processor lacks instructions that ONNX Runtime needs.
    #[error("this processor lacks the AVX instructions that reading faces needs")]
    CpuUnsupported,
    /// A model answered with numbers that mean nothing.
    #[error("the model {model} gave an impossible answer ({detail})")]
    Output {
        /// The model's id.
        model: String,
        /// What was impossible.
        detail: String,
    },
    /// Running or building a model failed inside ONNX Runtime.
    #[error("the model {model} failed ({detail})")]
    Failed {
        /// The model's id.
        model: String,
        /// What ONNX Runtime said.
        detail: String,
    },
}

impl ModelError {
    /// The stable code, as in [`AppError::code`].
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Missing { .. } => ErrorCode::ModelMissing,
            Self::Corrupt { .. } => ErrorCode::ModelCorrupt,
            Self::Shape { .. } => ErrorCode::ModelShape,
            Self::Manifest { .. } => ErrorCode::ManifestInvalid,
            Self::RuntimeMissing { .. } => ErrorCode::RuntimeMissing,
            Self::RuntimeIncompatible { .. } => ErrorCode::RuntimeIncompatible,
            Self::RuntimeReports { .. } => ErrorCode::RuntimeReports,
            Self::CpuUnsupported => ErrorCode::CpuUnsupported,
            Self::Output { .. } => ErrorCode::ModelOutput,
            Self::Failed { .. } => ErrorCode::ModelFailed,
        }
    }

    fn advice(&self) -> &'static str {
        match self {
            Self::RuntimeMissing { .. } | Self::RuntimeIncompatible { .. } => {
                "Reinstall Attune, or name a library with ATTUNE_ONNXRUNTIME."
            }
            Self::RuntimeReports { .. } => {
                "Name a version from 1.24 to 1.28 with ATTUNE_ONNXRUNTIME, or start Attune with ORT_DISABLE_TELEMETRY=1."
            }
            Self::CpuUnsupported => {
                "Reading faces needs a processor with AVX, which most have had since 2012."
            }
            Self::Output { .. } | Self::Failed { .. } => {
                "Try again. If that does not help, reinstall Attune."
            }
            _ => "Reinstall Attune to restore the file.",
        }
    }
}

impl From<ModelError> for AppError {
    fn from(error: ModelError) -> Self {
        let text = error.to_string();
        let mut letters = text.chars();
        let sentence: String =
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        let advice = error.advice();
        Self::new(
            error.code(),
            format!(
                "{sentence}. Faces cannot be read, but you can set your mood by hand on the mood pad. {advice}"
            ),
        )
        .caused_by(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_listener_hears_what_still_works() {
        let error = AppError::from(ModelError::Missing { file: "expression.onnx".into() });
        assert_eq!(error.code, ErrorCode::ModelMissing);
        assert_eq!(
            error.message,
            "The model file expression.onnx is missing. Faces cannot be read, but you can set your mood by hand on \
             the mood pad. Reinstall Attune to restore the file."
        );
    }
}
