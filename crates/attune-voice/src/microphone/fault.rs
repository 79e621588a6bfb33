//! What can go wrong with a microphone, in the listener's words.

use attune_core::{AppError, ErrorCode};
use cpal::ErrorKind;

const BY_HAND: &str = "Meanwhile, you can set your mood by dragging the dot.";

pub(super) fn none(id: Option<&str>) -> AppError {
    let message = match id {
        None => format!("No microphone was found. Plug one in and try again. {BY_HAND}"),
        Some(_) => {
            format!("The selected microphone is not connected. Plug it in or choose another one. {BY_HAND}")
        }
    };
    AppError::new(ErrorCode::MicrophoneNone, message)
}

pub(super) fn lost(why: &str) -> AppError {
    AppError::new(
        ErrorCode::MicrophoneLost,
        format!("The microphone was disconnected ({why}). Check its cable and turn it on again. {BY_HAND}"),
    )
}

pub(super) fn stuck() -> AppError {
    AppError::new(
        ErrorCode::MicrophoneStuck,
        format!(
            "The sound system is not responding, and the microphone may still be on. Unplug it and plug it in again, or \
             choose another one. {BY_HAND}"
        ),
    )
}

/// The error for what cpal said while opening.
pub(super) fn opening(error: &cpal::Error) -> AppError {
    let (code, message) = match error.kind() {
        ErrorKind::PermissionDenied => (
            ErrorCode::MicrophoneDenied,
            format!(
                "Attune is not allowed to use the microphone ({error}). Allow it in your system settings. {BY_HAND}"
            ),
        ),
        ErrorKind::DeviceBusy => (
            ErrorCode::MicrophoneBusy,
            format!("Another program is using the microphone. Close it there and try again. {BY_HAND}"),
        ),
        ErrorKind::DeviceNotAvailable | ErrorKind::HostUnavailable => return none(Some("")),
        ErrorKind::StreamInvalidated => return lost(&error.to_string()),
        _ => (
            ErrorCode::MicrophoneFormat,
            format!("Attune cannot use this microphone ({error}). Try another one. {BY_HAND}"),
        ),
    };
    AppError::new(code, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kinds_of_errors_become_codes() {
        let code = |kind| opening(&cpal::Error::new(kind)).code;
        assert_eq!(code(ErrorKind::PermissionDenied), ErrorCode::MicrophoneDenied);
        assert_eq!(code(ErrorKind::DeviceBusy), ErrorCode::MicrophoneBusy);
        assert_eq!(code(ErrorKind::DeviceNotAvailable), ErrorCode::MicrophoneNone);
        assert_eq!(code(ErrorKind::StreamInvalidated), ErrorCode::MicrophoneLost);
        assert_eq!(code(ErrorKind::UnsupportedConfig), ErrorCode::MicrophoneFormat);
    }
}
