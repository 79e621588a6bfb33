//! Handing addresses to the system. In debug builds a file can take them instead, so that tests can be the browser.

use attune_core::{AppError, ErrorCode};
use serde::{Deserialize, Serialize};
use std::io;
use tauri::AppHandle;
use tauri_plugin_opener::OpenerExt;

/// Something of Spotify's that opens outside of Attune.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", tag = "what", content = "id")]
pub(crate) enum SpotifyPlace {
    /// The developer dashboard, where the listener's app is made.
    Dashboard,
    /// The page on which permissions are taken back.
    Permissions,
    /// The Spotify app.
    App,
    /// Where the Spotify app is to be had.
    Download,
    /// A playlist, by its id.
    Playlist(String),
    /// A track's page, by its id.
    Track(String),
}

/// Opens a place of Spotify's. Fails with `spotify_not_found` for what cannot be an identifier.
pub(crate) fn place(app: &AppHandle, place: &SpotifyPlace) -> Result<(), AppError> {
    match place {
        SpotifyPlace::Dashboard => page(app, "https://developer.spotify.com/dashboard"),
        SpotifyPlace::Permissions => page(app, "https://www.spotify.com/account/apps/"),
        SpotifyPlace::Download => page(app, "https://www.spotify.com/download/"),
        SpotifyPlace::App => spotify(app, "spotify:"),
        SpotifyPlace::Playlist(id) => page(app, &shared("playlist", id)?),
        SpotifyPlace::Track(id) => page(app, &shared("track", id)?),
    }
}

/// Opens a web page in the listener's browser.
pub(crate) fn page(app: &AppHandle, address: &str) -> Result<(), AppError> {
    handed_over(app, address).map_err(|why| {
        AppError::new(ErrorCode::BrowserNotOpened, format!("Your browser could not be opened: {why}."))
    })
}

/// Opens a `spotify:` address in the Spotify app.
pub(crate) fn spotify(app: &AppHandle, address: &str) -> Result<(), AppError> {
    handed_over(app, address).map_err(|why| {
        let message = format!("Spotify could not be opened: {why}. Is it installed?");
        AppError::new(ErrorCode::SpotifyNotOpened, message)
    })
}

fn handed_over(app: &AppHandle, address: &str) -> io::Result<()> {
    #[cfg(debug_assertions)]
    if let Some(file) = std::env::var_os("ATTUNE_TEST_OPEN") {
        return noted(&file, address);
    }
    app.opener().open_url(address, None::<&str>).map_err(io::Error::other)
}

/// Adds the address as a line.
#[cfg(debug_assertions)]
fn noted(file: &std::ffi::OsStr, address: &str) -> io::Result<()> {
    use io::Write as _;
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(file)?;
    writeln!(file, "{address}")
}

/// The page of a playlist or track; only what can be an identifier becomes part of an address.
fn shared(kind: &str, id: &str) -> Result<String, AppError> {
    if id.is_empty() || id.len() > 64 || !id.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Err(AppError::new(ErrorCode::SpotifyNotFound, "Spotify does not have this any more."));
    }
    Ok(format!("https://open.spotify.com/{kind}/{id}"))
}

#[cfg(test)]
mod tests {
    use super::shared;
    use attune_core::ErrorCode;

    #[test]
    fn only_identifiers_become_addresses() {
        assert_eq!(shared("track", "a1").unwrap(), "https://open.spotify.com/track/a1");
        for id in ["", "a/b", "a?b", "../x", &"a".repeat(65)] {
            assert_eq!(shared("track", id).unwrap_err().code, ErrorCode::SpotifyNotFound);
        }
    }
}
