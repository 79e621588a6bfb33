//! Attune on a phone: the same interface as `desktop`, over what Android has. There is one window, which the system keeps
//! and restores, and one app at a time; there is no tray, no mini player and no command line.

#![expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "desktops do more here, and can fail")]

pub(crate) mod dialogs;
mod playback;
pub(crate) mod senses;

use crate::shell::Shell;
use attune_app::Arguments;
use attune_app::desktop::Covers;
use attune_app::desktop::menu::TrayTexts;
use attune_app::desktop::phone::PlaybackWatch;
use attune_core::AppError;
use attune_core::settings::Theme;
use attune_session::Listener;
use playback::Playback;
use senses::Senses;
use std::path::{Path, PathBuf};
use tauri::plugin::{self, PluginHandle, TauriPlugin};
use tauri::webview::{PermissionKind, PermissionResponse};
use tauri::{AppHandle, Builder, Context, Manager, Result, Webview, Wry};

/// Nothing can be said on a command line.
pub(crate) fn begin() -> Arguments {
    Arguments::default()
}

/// The builder with what only phones have.
pub(crate) fn builder(_: &Arguments, context: Context) -> (Builder<Wry>, Context) {
    let builder = Builder::default().plugin(tauri_plugin_fs::init());
    let builder = builder.plugin(kotlin("PlaybackPlugin", Playback)).plugin(kotlin("SensesPlugin", Senses));
    (builder.on_permission_request(|page, kind| permit(&page, kind)), context)
}

/// Loads a Kotlin class, and keeps the way to it.
fn kotlin<T: Send + Sync + 'static>(
    class: &'static str,
    keep: fn(PluginHandle<Wry>) -> T,
) -> TauriPlugin<Wry> {
    let load = move |app: &AppHandle, api: plugin::PluginApi<Wry, ()>| {
        app.manage(keep(api.register_android_plugin("app.attune.player", class)?));
        Ok(())
    };
    plugin::Builder::new(class).setup(load).build()
}

/// The page may ask for the camera, when the system then asks the listener; for nothing else.
fn permit(page: &Webview, kind: PermissionKind) -> PermissionResponse {
    if page.label() == crate::bridge::MAIN && kind == PermissionKind::Camera {
        PermissionResponse::Allow
    } else {
        PermissionResponse::Deny
    }
}

/// The folder that the system gives the app for its data. What goes wrong is logged there from here on.
pub(crate) fn data_dir(app: &AppHandle, _: &Arguments) -> Option<PathBuf> {
    let folder = app.path().app_data_dir().ok();
    attune_app::logging::start(folder.clone());
    folder
}

/// What the system shows of Attune beside its window: the controls of what plays.
#[derive(Default)]
pub(crate) struct SystemUi(PlaybackWatch);

impl SystemUi {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// A listener that tells the system what concerns it before it hands events on.
    pub(crate) fn follow(&self, _: AppHandle, next: Listener) -> Listener {
        self.0.follow(next)
    }

    /// Starts it, once the shell is managed.
    pub(crate) fn start(&self, app: &AppHandle, covers: Covers) -> std::io::Result<()> {
        app.state::<Playback>().listen(app);
        let own = app.clone();
        self.0.start(app.state::<Shell>().app(), covers, move |shown| own.state::<Playback>().show(shown))
    }

    /// Whether Attune is in a tray.
    pub(crate) fn has_tray(&self) -> bool {
        false
    }

    /// There is no menu for them.
    pub(crate) fn set_tray_texts(&self, _: TrayTexts) {}

    /// Takes Attune out of what the system shows.
    pub(crate) fn close(&self, app: &AppHandle) {
        app.state::<Playback>().close();
    }
}

/// The system has shown the window already; its page gives itself the listener's theme.
pub(crate) fn open_main(_: &AppHandle, _: Theme, _: Option<&Path>, _: bool) -> Result<()> {
    Ok(())
}

/// The system remembers the window.
pub(crate) fn remember_main(_: &AppHandle) {}

/// There is one window, in front of which no other can be; the system's own controls are the mini player.
pub(crate) fn show_main(_: &AppHandle) -> std::result::Result<(), AppError> {
    Ok(())
}
pub(crate) use show_main as show_mini;
