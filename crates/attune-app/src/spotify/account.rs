//! Signing in and out, and testing a client id.

use super::{SHELF, SpotifyAccount, SpotifyControl, SpotifyShared};
use attune_core::player::PlayerKind;
use attune_core::{AppError, ErrorCode, Settings};
use attune_spotify::SpotifyCheck;
use std::sync::Arc;
use tokio::sync::oneshot;

impl SpotifyAccount {
    /// Looks for an earlier sign-in. Where none was ever made the keyring is left alone: it might ask for its password.
    pub(super) fn restore(&self) {
        if self.shared.client.status().client_id.is_none() {
            return;
        }
        self.shared.memory().starting = true;
        let shared = Arc::clone(&self.shared);
        self.threads.spawn(async move {
            let restored = shared.client.restore().await;
            let mut memory = shared.memory();
            memory.starting = false;
            memory.keyring_error = restored.err();
            drop(memory);
            shared.warn_of_the_end();
            shared.publish();
        });
    }

    /// Tests a client id.
    pub async fn check(&self, client_id: String) -> Result<SpotifyCheck, AppError> {
        self.run(|shared| async move {
            let check = shared.client.check(&client_id).await;
            if let SpotifyCheck::Works { name } = &check {
                shared.memory().name.clone_from(name);
            }
            Ok(check)
        })
        .await
    }

    /// Signs in through the browser; false when it was cancelled meanwhile.
    pub async fn sign_in(&self, client_id: String) -> Result<bool, AppError> {
        self.run(|shared| async move {
            let sign_in = shared.client.begin_sign_in(&client_id).await?;
            let address = sign_in.url().to_owned();
            let (cancel, cancelled) = oneshot::channel();
            // An earlier one that still waits ends by this.
            shared.memory().signing_in = Some((address.clone(), cancel));
            shared.publish();
            if let Err(error) = (shared.open_page)(&address) {
                // The window shows the address as well.
                tracing::warn!(error = %error.for_log(), "the browser could not be opened");
            }
            let done = sign_in.finish_unless(async { drop(cancelled.await) }).await;
            shared.signed_in(&address, matches!(done, Ok(Some(_))));
            Ok(done?.is_some())
        })
        .await
    }

    /// Ends a sign-in that waits for the browser; none waiting is no error.
    pub fn cancel_sign_in(&self) {
        self.shared.memory().signing_in = None;
        self.shared.publish();
    }

    /// Forgets the sign-in and everything else of Spotify: in memory, on disk and in the keyring.
    pub async fn sign_out(&self) -> Result<(), AppError> {
        self.run(|shared| async move {
            let known = shared.client.status().client_id.is_some();
            *shared.memory() = super::Memory::default();
            let session = shared.session()?;
            let removed = shared.client.sign_out().await;
            session.call(|e, now| {
                e.remove_session_shelf(SHELF, now);
                if e.settings().player == PlayerKind::Spotify {
                    let settings = e.settings().clone();
                    e.save_settings(Settings { player: PlayerKind::List, ..settings }, now);
                }
            })?;
            // Where nobody ever signed in, a system without a keyring is no trouble.
            if known { removed } else { Ok(()) }
        })
        .await
    }
}

impl SpotifyShared {
    /// Takes note that the sign-in with that address is over.
    fn signed_in(&self, address: &str, done: bool) {
        let mut memory = self.memory();
        if memory.signing_in.as_ref().is_some_and(|(a, _)| a == address) {
            memory.signing_in = None;
        }
        if done {
            (memory.name, memory.keyring_error) = (None, None);
            (memory.control, memory.warned) = (SpotifyControl::default(), false);
        }
    }

    /// Two weeks before a sign-in ends the window says so, once, wherever the listener is in it.
    pub(super) fn warn_of_the_end(&self) {
        let soon = self.client.status().ends_soon;
        if !soon || std::mem::replace(&mut self.memory().warned, soon) {
            return;
        }
        let message =
            "Your Spotify sign-in ends within two weeks, by Spotify's rules. Sign in again in the settings.";
        let error = AppError::new(ErrorCode::SpotifyEndsSoon, message);
        // No session, no window to say it in.
        let session = self.session();
        drop(session.and_then(|s| s.call(move |e, _| e.warn(error))));
    }
}
