//! What can go wrong with a camera, in the listener's words.

use attune_core::{AppError, ErrorCode};

const BY_HAND: &str = "Meanwhile, you can set your mood by dragging the dot.";

pub(super) fn none(id: Option<&str>) -> AppError {
    let message = match id {
        None => format!("No camera was found. Plug one in and try again. {BY_HAND}"),
        Some(_) => {
            format!("The selected camera is not connected. Plug it in or choose another one. {BY_HAND}")
        }
    };
    AppError::new(ErrorCode::CameraNone, message)
}

pub(super) fn lost(why: &str) -> AppError {
    AppError::new(
        ErrorCode::CameraLost,
        format!("The camera was disconnected ({why}). Check its cable and turn it on again. {BY_HAND}"),
    )
}

pub(super) fn stuck() -> AppError {
    let message = format!(
        "The camera is not responding and may still be on. Unplug it and plug it in again, or choose another one. {BY_HAND}"
    );
    AppError::new(ErrorCode::CameraStuck, message)
}

pub(super) fn format(why: &str) -> AppError {
    let message =
        format!("Attune cannot read the pictures from this camera ({why}). Try another camera. {BY_HAND}");
    AppError::new(ErrorCode::CameraFormat, message)
}

/// The error for what nokhwa said while opening. It passes the system's errors on as text, with their number.
pub(super) fn opening(why: &str) -> AppError {
    let number =
        why.rsplit_once("(os error ").and_then(|(_, tail)| tail.split(')').next()?.parse::<u32>().ok());
    match number {
        Some(1 | 13) => AppError::new(
            ErrorCode::CameraDenied,
            format!(
                "Attune is not allowed to use the camera ({why}). Allow it in your system settings. {BY_HAND}"
            ),
        ),
        Some(16) => AppError::new(
            ErrorCode::CameraBusy,
            format!("Another program is using the camera. Close it there and try again. {BY_HAND}"),
        ),
        Some(2 | 6 | 19) => none(Some("")),
        Some(5 | 32 | 71 | 110) => lost(why),
        _ => format(why),
    }
}

#[cfg(test)]
mod tests {
    use super::opening;
    use attune_core::ErrorCode;

    #[test]
    fn the_systems_numbers_become_codes() {
        let code = |text: &str| opening(text).code;
        assert_eq!(
            code("Could not open device 0: V4L2 Error: Permission denied (os error 13)"),
            ErrorCode::CameraDenied
        );
        assert_eq!(
            code("Could not open device stream: Device or resource busy (os error 16)"),
            ErrorCode::CameraBusy
        );
        assert_eq!(
            code("Could not open device 3: No such file or directory (os error 2)"),
            ErrorCode::CameraNone
        );
        assert_eq!(code("Could not capture frame: Input/output error (os error 5)"), ErrorCode::CameraLost);
        assert_eq!(
            code("Could not get device property CameraFormat: Failed to Fufill"),
            ErrorCode::CameraFormat
        );
    }
}
