//! What can play the queue.

use crate::spotify::SpotifyShell;
use attune_core::AppError;
use attune_core::player::PlayerKind;
use attune_session::OpenPlayer;
use tauri::{AppHandle, Manager as _};

/// Opens the player that the settings name.
pub(crate) fn opener(app: &AppHandle) -> OpenPlayer {
    let app = app.clone();
    Box::new(move |kind, listener| match kind {
        PlayerKind::Spotify => {
            let spotify = app.try_state::<SpotifyShell>();
            let player = spotify.ok_or_else(none)?.player(listener)?;
            Ok(Box::new(player))
        }
        PlayerKind::List | PlayerKind::Local => Err(none()),
    })
}

fn none() -> AppError {
    AppError::new("no_player", "Nothing here can play music.")
}
