//! The test button: what stands between the listener and Spotify.

use crate::classify;
use crate::client::Spotify;
use crate::error::SpotifyError;
use crate::queue::Cause;
use crate::reply::Profile;
use crate::sign_in::cleaned;
use crate::wrap::Wrapped;
use attune_core::AppError;
use rspotify::clients::OAuthClient;
use serde::Serialize;

/// What the test found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", tag = "result")]
pub enum SpotifyCheck {
    /// Everything works.
    Works {
        /// The account's name.
        name: Option<String>,
    },
    /// The client id is right; the rest shows after signing in.
    NeedsSignIn,
    /// Spotify does not know the client id.
    WrongClientId,
    /// The app's owner has no Premium.
    OwnerNotPremium,
    /// The account is not on the app's list of users.
    NotAllowListed,
    /// There is no way to Spotify.
    Offline,
    /// Something else.
    Other {
        /// What.
        error: AppError,
    },
}

impl From<SpotifyError> for SpotifyCheck {
    fn from(error: SpotifyError) -> Self {
        match error {
            SpotifyError::NotSignedIn | SpotifyError::SignInEnded => Self::NeedsSignIn,
            SpotifyError::WrongClientId => Self::WrongClientId,
            SpotifyError::OwnerNotPremium => Self::OwnerNotPremium,
            SpotifyError::NotAllowListed => Self::NotAllowListed,
            SpotifyError::Offline => Self::Offline,
            other => Self::Other { error: other.into() },
        }
    }
}

impl Spotify {
    /// Tests a client id: with the sign-in, if it is for this id, and without one as far as that goes.
    pub async fn check(&self, client_id: &str) -> SpotifyCheck {
        let client_id = match cleaned(client_id) {
            Ok(id) => id,
            Err(error) => return error.into(),
        };
        let signed_in = self.account().is_some_and(|a| a.record.client_id == client_id);
        let found = if signed_in { self.profile().await } else { self.probe(client_id).await };
        found.map_or_else(SpotifyCheck::from, |name| SpotifyCheck::Works { name })
    }

    async fn profile(&self) -> Result<Option<String>, SpotifyError> {
        let profile: Profile = self.get("me", Cause::Listener).await?;
        Ok(profile.display_name)
    }

    /// Hands in a code that cannot be right: a known app is told so, an unknown one is not known.
    async fn probe(&self, client_id: &str) -> Result<Option<String>, SpotifyError> {
        let mut client = Wrapped::new(client_id, self.addresses(), crate::REDIRECT, "");
        client.authorize_url().map_err(|_| SpotifyError::BadReply)?;
        self.patient(client.request_token("attune-test"), "", classify::accounts).await?;
        Err(SpotifyError::BadReply)
    }
}
