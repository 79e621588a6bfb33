//! Music servers of the listener's own.

use super::Answer;
use crate::asked::Asked;
use attune_app::servers::{AddedServer, ServerCheck, ServerForm, ServersView};

/// The servers at work; changes arrive as events.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn servers(shell: Asked<'_>) -> Answer<ServersView> {
    shell.blocking(move |app| app.own_servers().view()).await
}

/// Tests a server without adding it.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn check_server(shell: Asked<'_>, server: ServerForm) -> Answer<ServerCheck> {
    shell.blocking(move |app| Ok(app.own_servers().check(server))).await
}

/// Tests a server of the list.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn check_known_server(shell: Asked<'_>, id: String) -> Answer<ServerCheck> {
    shell.blocking(move |app| app.own_servers().check_again(&id)).await
}

/// Tests a server, adds it, and reads its list; one that is known gets the new login.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn add_server(shell: Asked<'_>, server: ServerForm) -> Answer<AddedServer> {
    shell.blocking(move |app| app.own_servers().add(server)).await
}

/// Reads a server's list, with `again` also where the server says that nothing has changed.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn scan_server(shell: Asked<'_>, id: String, again: bool) -> Answer<()> {
    shell.blocking(move |app| app.own_servers().scan(&id, again)).await
}

/// Ends the reading of a server's list.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn stop_server_scan(shell: Asked<'_>, id: String) -> Answer<()> {
    shell.own_servers().stop_scan(&id);
    Ok(())
}

/// Chooses what is reported to a server: what was heard, and what the listener likes.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn set_reporting(shell: Asked<'_>, id: String, scrobbles: bool, stars: bool) -> Answer<()> {
    shell.blocking(move |app| app.own_servers().set_reporting(&id, scrobbles, stars)).await
}

/// Chooses how many megabytes of the servers' songs are kept.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn limit_server_cache(shell: Asked<'_>, megabytes: u32) -> Answer<()> {
    shell.blocking(move |app| app.own_servers().set_cache_limit(megabytes)).await
}

/// Forgets a server with its songs and its password.
#[tauri::command(root = "crate")]
#[specta::specta]
pub(crate) async fn remove_server(shell: Asked<'_>, id: String) -> Answer<()> {
    shell.blocking(move |app| app.own_servers().remove(&id)).await
}
