//! Tells the session when the listener goes away and comes back, as far as the system says it.
//!
//! On Linux that is logind, with `UPower` for the lid. Where it does not answer, and on the other systems, a jump of the
//! clock is the last resort: it shows only afterwards that the machine slept, and the camera is opened anew.
//!
//! [`start`] is for the app, whose session decides what becomes of its devices; [`ClosedWhileAway`] is a camera without a
//! session.

mod attended;
mod clock;
#[cfg(target_os = "linux")]
mod logind;

use crate::background::spawn;
use crate::{App, compose};
use attune_session::Presence;
use std::sync::{Arc, Weak};

pub use attended::ClosedWhileAway;

/// Who is told.
trait Hear {
    /// Takes in what happened; false when nobody listens any more.
    fn hear(&self, presence: Presence) -> bool;
    /// Whether no camera is held.
    #[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "only logind waits for that"))]
    fn devices_are_closed(&self) -> bool;
}

/// Starts to listen, on a thread that ends with the program.
pub fn start(app: &Arc<App>) {
    follow(Hearer { app: Arc::downgrade(app) });
}

/// Tells `to` what happens, on a thread of its own.
fn follow(to: impl Hear + Send + 'static) {
    spawn("presence", move || {
        #[cfg(target_os = "linux")]
        if let Err(error) = logind::System::connect().and_then(|system| system.listen(&to)) {
            tracing::info!(%error, "logind does not tell when the machine sleeps; only the clock does");
        }
        clock::listen(&compose::clock(), |presence| to.hear(presence));
    });
}

/// The app's session.
struct Hearer {
    app: Weak<App>,
}

impl Hear for Hearer {
    /// False once the app closes.
    fn hear(&self, presence: Presence) -> bool {
        self.app.upgrade().is_some_and(|app| app.session().and_then(|s| s.set_presence(presence)).is_ok())
    }

    fn devices_are_closed(&self) -> bool {
        let session = self.app.upgrade().and_then(|app| app.session().ok());
        session.and_then(|session| session.has_released_devices().ok()).unwrap_or(true)
    }
}
