//! Tells the session when the listener goes away and comes back, as far as the system says it.
//!
//! On Linux that is logind, with `UPower` for the lid. Where it does not answer, and on the other systems, a jump of the
//! clock is the last resort: it shows only afterwards that the machine slept, and the camera is opened anew.

mod clock;
#[cfg(target_os = "linux")]
mod logind;

use crate::background::spawn;
use crate::{App, compose};
use attune_session::Presence;
use std::sync::{Arc, Weak};

/// Starts to listen, on a thread that ends with the program.
pub fn start(app: &Arc<App>) {
    let app = Arc::downgrade(app);
    spawn("presence", move || listen(&app));
}

fn listen(app: &Weak<App>) {
    #[cfg(target_os = "linux")]
    {
        let hear = Hearer { app };
        if let Err(error) = logind::System::connect().and_then(|system| system.listen(&hear)) {
            tracing::info!(%error, "logind does not tell when the machine sleeps; only the clock does");
        }
    }
    clock::listen(&compose::clock(), |presence| tell(app, presence));
}

/// False once the app closes.
fn tell(app: &Weak<App>, presence: Presence) -> bool {
    app.upgrade().is_some_and(|app| app.session().and_then(|s| s.set_presence(presence)).is_ok())
}

#[cfg(target_os = "linux")]
struct Hearer<'a> {
    app: &'a Weak<App>,
}

#[cfg(target_os = "linux")]
impl logind::Hear for Hearer<'_> {
    fn hear(&self, presence: Presence) -> bool {
        tell(self.app, presence)
    }

    fn devices_are_closed(&self) -> bool {
        let session = self.app.upgrade().and_then(|app| app.session().ok());
        session.and_then(|session| session.has_released_devices().ok()).unwrap_or(true)
    }
}
