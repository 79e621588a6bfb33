//! Signing in: the browser is sent to Spotify, and comes back to the loopback listener.

use crate::account::Status;
use crate::classify;
use crate::client::Spotify;
use crate::error::SpotifyError;
use crate::listener::Loopback;
use crate::wrap::Wrapped;
use attune_core::Secret;
use rspotify::clients::OAuthClient;
use std::time::Duration;

/// How long the listener waits.
const LIMIT: Duration = Duration::from_mins(2);
/// Client ids have 32 characters; nothing much longer is one.
const MAX_ID: usize = 64;

/// A sign-in that waits for the browser. Dropping it closes the listener.
#[derive(Debug)]
pub struct SignIn {
    spotify: Spotify,
    client: Wrapped,
    client_id: String,
    loopback: Loopback,
    url: String,
}

/// The client id without the spaces that copying brings; none where it cannot be one.
pub(crate) fn cleaned(client_id: &str) -> Result<&str, SpotifyError> {
    let id = client_id.trim();
    let fine = !id.is_empty() && id.len() <= MAX_ID && id.bytes().all(|b| b.is_ascii_alphanumeric());
    if fine { Ok(id) } else { Err(SpotifyError::WrongClientId) }
}

impl Spotify {
    /// Opens the listener and makes the address to open in the system's browser.
    pub async fn begin_sign_in(&self, client_id: &str) -> Result<SignIn, SpotifyError> {
        let client_id = cleaned(client_id)?.to_owned();
        let loopback = Loopback::open().await?;
        let state = loopback.state().reveal();
        let mut client = Wrapped::new(&client_id, self.addresses(), &loopback.redirect(), state);
        let url = client.authorize_url().map_err(|_| SpotifyError::BadReply)?;
        Ok(SignIn { spotify: self.clone(), client, client_id, loopback, url })
    }
}

impl SignIn {
    /// The address to open in the system's browser.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Waits for the listener to come back, at most two minutes, and keeps the sign-in.
    pub async fn finish(self) -> Result<Status, SpotifyError> {
        self.finish_within(LIMIT).await
    }

    /// The same with another limit.
    pub async fn finish_within(self, limit: Duration) -> Result<Status, SpotifyError> {
        let code = self.loopback.code(limit).await?;
        keep(self.spotify, self.client, &self.client_id, &code).await
    }

    /// The same, unless `cancelled` comes first: none then. What the browser has brought is not cancelled any more.
    pub async fn finish_unless(
        self,
        cancelled: impl Future<Output = ()>,
    ) -> Result<Option<Status>, SpotifyError> {
        let code = tokio::select! {
            biased;
            code = self.loopback.code(LIMIT) => code?,
            () = cancelled => return Ok(None),
        };
        keep(self.spotify, self.client, &self.client_id, &code).await.map(Some)
    }
}

/// Exchanges the code for tokens and keeps them.
async fn keep(
    spotify: Spotify,
    client: Wrapped,
    client_id: &str,
    code: &Secret,
) -> Result<Status, SpotifyError> {
    spotify.patient(client.request_token(code.reveal()), "", classify::accounts).await?;
    let token = client.token().await.and_then(|t| t.refresh_token).filter(|t| !t.is_empty());
    let refresh = token.ok_or(SpotifyError::BadReply)?;
    spotify.keep_sign_in(client, &refresh, client_id).await;
    Ok(spotify.status())
}
