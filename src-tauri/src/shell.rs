//! What the shell keeps while the app runs.

use crate::arguments::Arguments;
use crate::bridge::{self, Bridge, SpotifyChange};
use crate::desktop::Desktop;
use crate::open;
use attune_app::own_music::OwnMusic;
use attune_app::spotify::SpotifyAccount;
use attune_app::{App, AppParts};
use attune_core::{AppError, Timestamp};
use attune_session::{Engine, Session};
use std::sync::Arc;
use tauri::{AppHandle, Manager};

/// The app behind the windows, and the way its events take to them.
pub(crate) struct Shell {
    app: Arc<App>,
    bridge: Bridge,
    desktop: Desktop,
}

impl Shell {
    /// Puts the app together and starts it.
    pub(crate) fn start(handle: &AppHandle, arguments: &Arguments) -> Result<Self, AppError> {
        let (bridge, desktop) = (Bridge::start(handle.clone()), Desktop::new());
        let (browser, window) = (handle.clone(), handle.clone());
        let app = App::start(AppParts {
            data_dir: arguments.data_dir.clone(),
            resources: handle.path().resource_dir().ok(),
            version: handle.package_info().version.to_string(),
            listener: desktop.follow(bridge.listener()),
            tell_own_music: bridge.own_music(handle.clone()),
            tell_spotify: Box::new(move |view| bridge::emit(&window, &SpotifyChange(view))),
            open_page: Box::new(move |address| open::page(&browser, address)),
        })?;
        Ok(Self { app: Arc::new(app), bridge, desktop })
    }

    /// The app, for work away from the window's threads.
    pub(crate) fn app(&self) -> Arc<App> {
        self.app.clone()
    }

    /// The session; code `session_gone` while the app closes.
    pub(crate) fn session(&self) -> Result<Arc<Session>, AppError> {
        self.app.session()
    }

    /// Runs `body` on the session's engine.
    pub(crate) fn call<T: Send + 'static>(
        &self,
        body: impl FnOnce(&mut Engine, Timestamp) -> T + Send + 'static,
    ) -> Result<T, AppError> {
        self.app.call(body)
    }

    /// The listener's own music.
    pub(crate) fn own_music(&self) -> Arc<OwnMusic> {
        self.app.own_music().clone()
    }

    /// Spotify's account.
    pub(crate) fn spotify(&self) -> Arc<SpotifyAccount> {
        self.app.spotify().clone()
    }

    /// The way events take to the window.
    pub(crate) fn bridge(&self) -> &Bridge {
        &self.bridge
    }

    /// The way to the desktop.
    pub(crate) fn desktop(&self) -> &Desktop {
        &self.desktop
    }

    /// Takes Attune out of the desktop and ends the app: the camera is closed when this returns.
    pub(crate) fn close(&self) {
        self.desktop.close();
        self.app.close();
    }
}
