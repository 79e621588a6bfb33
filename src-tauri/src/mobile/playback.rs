//! The Kotlin side of the phone: media controls, audio focus, headset, and the folder with the phone's music.

use attune_app::desktop::phone::{Asked, MusicFolder, Shown, no_music};
use attune_core::AppError;
use serde::Serialize;
use std::path::PathBuf;
use tauri::ipc::Channel;
use tauri::plugin::PluginHandle;
use tauri::{AppHandle, Wry};

/// The way to `PlaybackPlugin.kt`.
pub(crate) struct Playback(pub(super) PluginHandle<Wry>);

impl Playback {
    /// Has what is asked for in the system's controls carried out.
    pub(crate) fn listen(&self, app: &AppHandle) {
        let own = app.clone();
        let channel: Channel<()> = Channel::new(move |body| {
            crate::app_commands::carry_out(&own, vec![body.deserialize::<Asked>()?.command()]);
            Ok(())
        });
        self.run("watch", serde_json::json!({ "channel": channel }));
    }

    /// Shows what plays.
    pub(crate) fn show(&self, shown: Shown) {
        self.run("show", shown);
    }

    /// Takes the controls away.
    pub(crate) fn close(&self) {
        self.run("close", ());
    }

    fn run(&self, command: &str, payload: impl Serialize) {
        if let Err(error) = self.0.run_mobile_plugin::<()>(command, payload) {
            tracing::warn!(%error, command, "the system's controls were not told");
        }
    }

    /// The folder with the phone's music, once the listener has allowed it. Fails with `library_folder_missing`.
    pub(crate) fn music_folder(&self) -> Result<PathBuf, AppError> {
        let answer = self.0.run_mobile_plugin::<MusicFolder>("musicFolder", ());
        answer.map(|folder| folder.path).map_err(no_music)
    }
}
