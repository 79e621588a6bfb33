//! What the shell keeps while the app runs.

use crate::arguments::Arguments;
use crate::bridge::Bridge;
use crate::compose;
use crate::desktop::Desktop;
use crate::own_music::{OwnMusic, OwnMusicChange, OwnMusicView, Parts, Resources};
use attune_core::{AppError, ErrorCode, Timestamp};
use attune_session::{Engine, Session};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};
use tauri::{AppHandle, Manager};
use tauri_specta::Event;

/// The session behind the window, and the way its events take.
pub(crate) struct Shell {
    session: Mutex<Option<Arc<Session>>>,
    bridge: Bridge,
    own_music: Arc<OwnMusic>,
    desktop: Desktop,
}

impl Shell {
    /// Puts the session together and starts it.
    pub(crate) fn start(app: &AppHandle, arguments: &Arguments) -> Result<Self, AppError> {
        let (bridge, desktop) = (Bridge::start(app.clone()), Desktop::new());
        let (library, trouble) = compose::open_library(arguments)?;
        let listener = desktop.follow(bridge.listener());
        let composition = compose::compose(app, arguments, (library.clone(), trouble), listener)?;
        let session = Arc::new(Session::start(composition)?);
        let own_music = Arc::new(OwnMusic::start(Parts {
            library,
            session: Arc::downgrade(&session),
            clock: compose::clock(),
            resources: Resources(app.path().resource_dir().ok()),
            tell: tell(app.clone(), &bridge),
        }));
        Ok(Self { session: Mutex::new(Some(session)), bridge, own_music, desktop })
    }

    /// The session; code `session_gone` while the app closes.
    pub(crate) fn session(&self) -> Result<Arc<Session>, AppError> {
        let session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        session.clone().ok_or_else(|| AppError::new(ErrorCode::SessionGone, "Attune is shutting down."))
    }

    /// Runs `body` on the session's engine.
    pub(crate) fn call<T: Send + 'static>(
        &self,
        body: impl FnOnce(&mut Engine, Timestamp) -> T + Send + 'static,
    ) -> Result<T, AppError> {
        self.session()?.call(body)
    }

    /// The listener's own music.
    pub(crate) fn own_music(&self) -> Arc<OwnMusic> {
        self.own_music.clone()
    }

    /// The way events take to the window.
    pub(crate) fn bridge(&self) -> &Bridge {
        &self.bridge
    }

    /// The way to the desktop.
    pub(crate) fn desktop(&self) -> &Desktop {
        &self.desktop
    }

    /// Takes Attune out of the desktop, ends the work on the library and the session: the camera is closed when this returns.
    pub(crate) fn close(&self) {
        self.desktop.close();
        self.own_music.close();
        drop(self.session.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

/// How the window hears of the library, while anybody looks.
fn tell(app: AppHandle, bridge: &Bridge) -> Box<dyn Fn(OwnMusicView) + Send> {
    let visible = bridge.visible();
    Box::new(move |view| {
        if !visible.load(Ordering::Relaxed) {
            return;
        }
        if let Err(error) = OwnMusicChange(view).emit(&app) {
            tracing::warn!(%error, "an event did not reach the window");
        }
    })
}
