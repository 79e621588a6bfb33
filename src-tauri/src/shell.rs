//! What the shell keeps while the app runs.

use crate::bridge::{self, MAIN, OwnMusicChange, PageCameraChange, ServersChange, SpotifyChange};
use crate::open;
use attune_app::coalesce::Viewers;
use attune_app::{App, AppCommand, AppCommands, AppParts};
use attune_core::AppError;
use attune_session::Listener;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;
use tauri::{AppHandle, Manager};

/// The app behind the windows, and which of those can be seen.
pub(crate) struct Shell {
    app: Arc<App>,
    viewers: Arc<Viewers>,
}

impl Shell {
    /// Puts the app together over the data folder and starts it; `follow` puts somebody before the bridge who hears of events, too.
    pub(crate) fn start(
        handle: &AppHandle,
        data_dir: Option<PathBuf>,
        follow: impl FnOnce(Listener) -> Listener,
    ) -> Result<Self, AppError> {
        let viewers = Arc::new(Viewers::of(MAIN));
        let (browser, window, page) = (handle.clone(), handle.clone(), handle.clone());
        let front = handle.clone();
        let app = App::start(AppParts {
            data_dir,
            resources: handle.path().resource_dir().ok(),
            version: handle.package_info().version.to_string(),
            listener: follow(bridge::listener(handle.clone(), viewers.clone())),
            on_own_music: bridge::work(handle.clone(), viewers.clone(), OwnMusicChange),
            on_servers: bridge::work(handle.clone(), viewers.clone(), ServersChange),
            on_spotify: Box::new(move |view| bridge::emit(&window, &SpotifyChange(view))),
            on_camera: Box::new(move |wanted| bridge::emit(&page, &PageCameraChange(wanted))),
            open_page: Box::new(move |address| open::page(&browser, address)),
            show: Box::new(move || front.state::<AppCommands>().ask(vec![AppCommand::Show])),
            #[cfg(desktop)]
            phone: None,
            #[cfg(mobile)]
            phone: Some(crate::mobile::senses::open(handle)),
        })?;
        Ok(Self { app: Arc::new(app), viewers })
    }

    /// The app, for work away from the window's threads.
    pub(crate) fn app(&self) -> Arc<App> {
        self.app.clone()
    }

    /// Says whether somebody can see this window.
    pub(crate) fn set_visible(&self, window: &str, visible: bool) {
        // Without a session there is nothing that could sense.
        drop(self.app.set_seen(self.viewers.set(window, visible)));
    }
}

impl Deref for Shell {
    type Target = App;

    fn deref(&self) -> &App {
        &self.app
    }
}
