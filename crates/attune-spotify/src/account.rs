//! Who is signed in, and for how long.

use crate::client::Spotify;
use crate::kept::{Account, Kept};
use crate::token_store::Record;
use crate::wrap::Wrapped;
use attune_core::{AppError, Secret, Span, Timestamp};
use rspotify::Token;
use serde::Serialize;

const DAY: Span = Span::minutes(24 * 60);
/// A refresh token lives six months; the shortest six months have 181 days.
const LIFE: Span = Span(DAY.0 * 181);
/// When to say that it ends.
const WARNING: Span = Span(DAY.0 * 14);

/// How things stand with Spotify.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    /// Whether there is a sign-in.
    pub signed_in: bool,
    /// The listener's own app.
    pub client_id: Option<String>,
    /// Where the sign-in is kept.
    pub kept: Option<Kept>,
    /// When it ends by Spotify's rules.
    pub ends_at: Option<Timestamp>,
    /// Whether that is within two weeks: time to sign in again.
    pub ends_soon: bool,
    /// Until when Spotify asked for silence.
    pub waiting_until: Option<Timestamp>,
}

impl Spotify {
    /// Takes up the sign-in of an earlier run; says whether there is one.
    ///
    /// A code that begins with `keyring_` when the keyring cannot be asked.
    pub async fn restore(&self) -> Result<bool, AppError> {
        let Some(record) = self.keep().load().await? else {
            return Ok(false);
        };
        let client = Wrapped::new(&record.client_id, self.addresses(), crate::REDIRECT, "");
        // The access token of the earlier run is gone: one that has expired makes the first call renew it.
        let refresh_token = Some(record.refresh.reveal().to_owned());
        client.set_token(Some(Token { refresh_token, ..Token::default() })).await;
        self.take(client, Account { record, kept: Kept::Keyring }).await;
        Ok(true)
    }

    /// How things stand, without asking Spotify.
    #[must_use]
    pub fn status(&self) -> Status {
        let now = self.now();
        let account = self.account();
        let (remembered, waiting_until) = self.remembered(now);
        let ends_at = account.as_ref().map(|a| a.record.at + LIFE);
        Status {
            signed_in: account.is_some(),
            client_id: account.as_ref().map(|a| a.record.client_id.clone()).or(remembered),
            kept: account.map(|a| a.kept),
            ends_at,
            ends_soon: ends_at.is_some_and(|end| end - now <= WARNING),
            waiting_until,
        }
    }

    /// Forgets the sign-in, the client id, the playlists' ids and the cooldown: here, on disk and in the keyring.
    ///
    /// The error says that the keyring could not be cleared; everything else is gone then. Waits for the keyring, not for
    /// Spotify.
    pub async fn sign_out(&self) -> Result<(), AppError> {
        self.drop_client().await;
        self.erase_notes();
        self.keep().wanted();
        self.keep().remove().await
    }

    /// Keeps a fresh sign-in, in the keyring if that can be.
    pub(crate) async fn keep_sign_in(&self, client: Wrapped, refresh: &str, client_id: &str) {
        let record =
            Record { client_id: client_id.to_owned(), refresh: Secret::new(refresh), at: self.now() };
        self.remember(|n| n.client_id = Some(client_id.to_owned()));
        self.take(client, Account { record, kept: Kept::Keyring }).await;
        self.keep().wanted();
        self.save_sign_in().await;
    }

    /// Keeps a refresh token that took the place of the old one: in memory now, in the keyring on a task of its own, since
    /// the caller holds the lane. The six months go on counting from the sign-in.
    pub(crate) fn keep_rotated(&self, refresh: &str) {
        let Some(mut account) = self.account().filter(|a| a.record.refresh.reveal() != refresh) else {
            return;
        };
        account.record.refresh = Secret::new(refresh);
        self.set_account(Some(account));
        let spotify = self.clone();
        tokio::spawn(async move { spotify.save_sign_in().await });
    }

    /// Waits until the sign-in is in the keyring as it is in memory, or could not be put there. For the end of a program:
    /// a refresh token that Spotify has replaced may be of no use the next time.
    pub async fn save_sign_in(&self) {
        let latest = || self.account().map(|account| account.record);
        let Some((record, saved)) = self.keep().save(latest).await else { return };
        self.change_account(|account| {
            if account.record.refresh.reveal() == record.refresh.reveal() {
                account.kept = Kept::from(saved);
            }
        });
    }

    /// Forgets a sign-in that Spotify has ended; the keyring is asked on a task of its own, since the caller holds the lane.
    /// The client id stays: it will be used again.
    pub(crate) fn forget_sign_in(&self) {
        let Some(ended) = self.account() else { return };
        self.set_account(None);
        let spotify = self.clone();
        tokio::spawn(async move {
            if let Err(error) = spotify.keep().remove_ended(&ended.record.refresh).await {
                tracing::warn!(error = %error.for_log(), "an ended sign-in could not be removed from the keyring");
            }
        });
    }
}
