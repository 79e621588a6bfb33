//! How things stand, told to the window whenever it has changed.

use super::{SpotifyAccount, SpotifyControl, SpotifyPhase, SpotifyShared, SpotifyView};
use crate::lock::held;
use attune_core::{AppError, Timestamp};
use attune_spotify::{Kept, REDIRECT, Status};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::Notify;

/// How often the calendar is looked at: a sign-in ends after half a year.
const CALENDAR: Duration = Duration::from_hours(1);

/// The status that was last sent to the window, and a bell that rings when it may have changed.
#[derive(Default)]
pub(super) struct SentStatus {
    last: Mutex<Option<SpotifyView>>,
    bell: Notify,
}

impl SpotifyAccount {
    /// How things stand.
    pub fn view(&self) -> SpotifyView {
        self.shared.view()
    }
}

impl SpotifyShared {
    pub(super) fn view(&self) -> SpotifyView {
        let Status { signed_in, client_id, kept, ends_at, ends_soon, waiting_until } = self.client.status();
        let memory = self.memory();
        let phase = match (&memory.signing_in, memory.starting, signed_in) {
            (Some(_), ..) => SpotifyPhase::SigningIn,
            (None, true, _) => SpotifyPhase::Starting,
            (None, false, true) => SpotifyPhase::SignedIn,
            (None, false, false) => SpotifyPhase::SignedOut,
        };
        SpotifyView {
            phase,
            sign_in_address: memory.signing_in.as_ref().map(|(address, _)| address.clone()),
            client_id,
            name: memory.name.clone().filter(|_| signed_in),
            keyring_error: trouble(kept).or_else(|| memory.keyring_error.clone().filter(|_| !signed_in)),
            ends_at: ends_at.map(millis),
            ends_soon,
            waiting_until: waiting_until.map(millis),
            control: if signed_in { memory.control } else { SpotifyControl::Untried },
            patterns: self.client.patterns(),
            redirect: REDIRECT.to_owned(),
        }
    }

    /// Tells the window, if there is something new.
    pub(super) fn publish(&self) {
        let view = self.view();
        let mut told = held(&self.status.last);
        if told.as_ref() == Some(&view) {
            return;
        }
        (self.notify)(view.clone());
        *told = Some(view);
        self.status.bell.notify_one();
    }

    /// Tells what time alone changes: the end of a cooldown, and that the sign-in will end.
    pub(super) async fn keep_publishing(self: Arc<Self>) {
        loop {
            let until = self.client.status().waiting_until;
            let wait = until.map_or(CALENDAR, |until| {
                let now = (self.clock)();
                // A moment later than that it is over for sure.
                Duration::from_millis((until - now).0.max(0).unsigned_abs() + 50).min(CALENDAR)
            });
            tokio::select! {
                () = tokio::time::sleep(wait) => {
                    self.warn_of_the_end();
                    self.publish();
                }
                () = self.status.bell.notified() => {}
            }
        }
    }
}

fn trouble(kept: Option<Kept>) -> Option<AppError> {
    match kept? {
        Kept::Keyring => None,
        Kept::ThisSession(why) => Some(why),
    }
}

fn millis(at: Timestamp) -> f64 {
    at.0 as f64
}
