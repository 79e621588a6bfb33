//! What the shell keeps while the app runs.

use crate::arguments::Arguments;
use crate::bridge::Bridge;
use crate::compose;
use attune_core::{AppError, Timestamp};
use attune_session::{Engine, Session};
use std::sync::{Mutex, PoisonError};
use tauri::AppHandle;

/// The session behind the window, and the way its events take.
pub(crate) struct Shell {
    session: Mutex<Option<std::sync::Arc<Session>>>,
    bridge: Bridge,
}

impl Shell {
    /// Puts the session together and starts it.
    pub(crate) fn start(app: &AppHandle, arguments: &Arguments) -> Result<Self, AppError> {
        let bridge = Bridge::start(app.clone());
        let session = Session::start(compose::compose(app, arguments, bridge.listener())?)?;
        Ok(Self { session: Mutex::new(Some(std::sync::Arc::new(session))), bridge })
    }

    /// The session; code `session_gone` while the app closes.
    pub(crate) fn session(&self) -> Result<std::sync::Arc<Session>, AppError> {
        let session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        session.clone().ok_or_else(|| AppError::new("session_gone", "Attune is shutting down."))
    }

    /// Runs `body` on the session's engine.
    pub(crate) fn call<T: Send + 'static>(
        &self,
        body: impl FnOnce(&mut Engine, Timestamp) -> T + Send + 'static,
    ) -> Result<T, AppError> {
        self.session()?.call(body)
    }

    /// The way events take to the window.
    pub(crate) fn bridge(&self) -> &Bridge {
        &self.bridge
    }

    /// Ends the session: the camera is closed when this returns.
    pub(crate) fn close(&self) {
        drop(self.session.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}
