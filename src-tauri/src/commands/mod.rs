//! The commands of the window, a file a topic. Each hands over to the session and does nothing itself.

pub(crate) mod camera;
pub(crate) mod history;
pub(crate) mod library;
pub(crate) mod mood;
pub(crate) mod music;
pub(crate) mod own_music;
pub(crate) mod playback;
pub(crate) mod senses;
pub(crate) mod servers;
pub(crate) mod settings;
pub(crate) mod spotify;
pub(crate) mod stated;
pub(crate) mod window;

use attune_core::{AppError, ErrorCode};

/// What a command gives back.
type Answer<T> = Result<T, AppError>;

/// Runs what blocks (dialogs, files, models) away from the window's threads.
pub(crate) async fn blocking<T: Send + 'static>(
    body: impl FnOnce() -> Answer<T> + Send + 'static,
) -> Answer<T> {
    let done = tauri::async_runtime::spawn_blocking(body).await;
    done.map_err(|e| {
        AppError::new(ErrorCode::TaskFailed, format!("This could not be completed: {e}. Try again."))
    })?
}
