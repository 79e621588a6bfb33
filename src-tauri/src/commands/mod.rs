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

/// What a command gives back.
type Answer<T> = Result<T, attune_core::AppError>;
