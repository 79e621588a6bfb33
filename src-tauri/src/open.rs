//! Handing addresses to the system. In debug builds a file can take them instead, so that tests can be the browser.

use attune_app::spotify::SpotifyPlace;
use attune_core::{AppError, ErrorCode};
use tauri::AppHandle;
use tauri_plugin_opener::OpenerExt;

/// Opens a place of Spotify's. Fails with `spotify_not_found` for what cannot be an identifier.
pub(crate) fn place(app: &AppHandle, place: &SpotifyPlace) -> Result<(), AppError> {
    let address = place.address()?;
    if *place == SpotifyPlace::App { spotify(app, &address) } else { page(app, &address) }
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

fn handed_over(app: &AppHandle, address: &str) -> std::io::Result<()> {
    #[cfg(debug_assertions)]
    if let Some(file) = std::env::var_os("ATTUNE_TEST_OPEN") {
        use std::io::Write as _;
        return writeln!(std::fs::File::options().create(true).append(true).open(file)?, "{address}");
    }
    if let Some(done) = attune_app::desktop::hand_over(address) {
        return done;
    }
    app.opener().open_url(address, None::<&str>).map_err(std::io::Error::other)
}
