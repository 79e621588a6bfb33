//! What can go wrong, told apart by cause.

use attune_core::{AppError, ErrorCode, Timestamp};

/// A failure, by what to do about it. None carries text from the network: that could hold a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SpotifyError {
    /// Nobody has signed in.
    #[error("You are not signed in to Spotify.")]
    NotSignedIn,
    /// The refresh token is void: its six months are over, or the permission was taken back.
    #[error("Your Spotify sign-in has ended. Everything else works. Sign in again.")]
    SignInEnded,
    /// The accounts service does not know the client id.
    #[error(
        "Spotify does not recognise this client ID. Copy it again from your app's page in the developer dashboard."
    )]
    WrongClientId,
    /// The listener refused at the sign-in page.
    #[error("Attune was not given access to Spotify. Sign in again and choose Agree.")]
    Denied,
    /// Nobody came back from the browser in time.
    #[error("Signing in took longer than two minutes. Try again.")]
    SignInTimedOut,
    /// No port of this machine could be listened on.
    #[error("Attune could not receive the browser's answer. Restart Attune and try again.")]
    NoListener,
    /// 403: the app's owner does not pay for Premium.
    #[error(
        "Spotify requires the owner of the app to have Premium. After subscribing, it can take a few hours to work."
    )]
    OwnerNotPremium,
    /// 403: the listener is not on the app's list of users.
    #[error(
        "This Spotify account is not on your app's list of users. Add it in the dashboard under User Management."
    )]
    NotAllowListed,
    /// 403: the endpoint is closed to new apps.
    #[error("Spotify no longer offers this. Update Attune.")]
    EndpointRemoved,
    /// 403: somebody else's playlist.
    #[error("This playlist belongs to another account, so it was not changed.")]
    PlaylistNotOwned,
    /// 403: a permission was not given at sign-in.
    #[error("A permission is missing. Sign out of Spotify and in again, and agree to all of them.")]
    ScopeMissing,
    /// 403 of the player: the listener's plan.
    #[error("Controlling playback requires Spotify Premium. Playlists and links work without it.")]
    PremiumRequired,
    /// 403 of the player: not possible now, for instance pausing what is paused.
    #[error("Spotify cannot do this right now.")]
    NotNow,
    /// 404 of the player: no Spotify app is open.
    #[error("No Spotify app is active. Open Spotify on this computer or choose a device.")]
    NoActiveDevice,
    /// 404 of the player: the named device is gone.
    #[error("This device is no longer available. Choose another one.")]
    DeviceGone,
    /// 404 elsewhere.
    #[error("This is no longer available on Spotify.")]
    NotFound,
    /// 429, or no call because of an earlier one.
    #[error("Spotify has asked Attune to wait.")]
    RateLimited {
        /// When calls may go on.
        until: Timestamp,
    },
    /// 429 because the app's quota is used up.
    #[error("Your Spotify app has used up its requests for now.")]
    QuotaExceeded {
        /// When calls may go on.
        until: Timestamp,
    },
    /// More calls from mood changes than are right in a minute: not sent.
    #[error("Your mood has changed often. Spotify will catch up in a moment.")]
    MoodBudget {
        /// When the next is right.
        until: Timestamp,
    },
    /// 401 although the token was just renewed.
    #[error("Spotify is refusing the sign-in. Try again later, or sign in again.")]
    Unauthorised,
    /// No connection.
    #[error("Spotify cannot be reached. Everything else works. Check your connection.")]
    Offline,
    /// The answer did not come in time or broke off: what was asked for may have been done.
    #[error("Spotify's answer was cut off. Try again.")]
    Interrupted,
    /// 5xx.
    #[error("Spotify is having problems ({0}). Try again later.")]
    Server(u16),
    /// The answer makes no sense.
    #[error("Attune does not understand Spotify's answer. Try again, or update Attune.")]
    BadReply,
    /// Another refusal.
    #[error("Spotify refused this ({0}).")]
    Refused(u16),
    /// The keyring could not be used where it had to be.
    #[error("The system's keyring could not be used.")]
    Keyring,
}

impl SpotifyError {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> ErrorCode {
        match self {
            Self::NotSignedIn => ErrorCode::SpotifyNotSignedIn,
            Self::SignInEnded => ErrorCode::SpotifySignInEnded,
            Self::WrongClientId => ErrorCode::SpotifyWrongClientId,
            Self::Denied => ErrorCode::SpotifyDenied,
            Self::SignInTimedOut => ErrorCode::SpotifySignInTimeout,
            Self::NoListener => ErrorCode::SpotifyNoListener,
            Self::OwnerNotPremium => ErrorCode::SpotifyOwnerNotPremium,
            Self::NotAllowListed => ErrorCode::SpotifyNotAllowListed,
            Self::EndpointRemoved => ErrorCode::SpotifyEndpointRemoved,
            Self::PlaylistNotOwned => ErrorCode::SpotifyPlaylistNotOwned,
            Self::ScopeMissing => ErrorCode::SpotifyScopeMissing,
            Self::PremiumRequired => ErrorCode::SpotifyPremiumRequired,
            Self::NotNow => ErrorCode::SpotifyNotNow,
            Self::NoActiveDevice => ErrorCode::SpotifyNoActiveDevice,
            Self::DeviceGone => ErrorCode::SpotifyDeviceGone,
            Self::NotFound => ErrorCode::SpotifyNotFound,
            Self::RateLimited { .. } => ErrorCode::SpotifyRateLimited,
            Self::QuotaExceeded { .. } => ErrorCode::SpotifyQuotaExceeded,
            Self::MoodBudget { .. } => ErrorCode::SpotifyMoodBudget,
            Self::Unauthorised => ErrorCode::SpotifyUnauthorised,
            Self::Offline => ErrorCode::SpotifyOffline,
            Self::Interrupted => ErrorCode::SpotifyInterrupted,
            Self::Server(_) => ErrorCode::SpotifyServer,
            Self::BadReply => ErrorCode::SpotifyBadReply,
            Self::Refused(_) => ErrorCode::SpotifyRefused,
            Self::Keyring => ErrorCode::SpotifyKeyring,
        }
    }

    /// When it is worth trying again, where that is known.
    #[must_use]
    pub fn until(self) -> Option<Timestamp> {
        match self {
            Self::RateLimited { until } | Self::QuotaExceeded { until } | Self::MoodBudget { until } => {
                Some(until)
            }
            _ => None,
        }
    }

    /// Whether the same question may be asked again at once. For questions only, never for changes.
    pub(crate) fn is_passing(self) -> bool {
        matches!(self, Self::Server(_) | Self::Offline | Self::Interrupted)
    }

    /// Whether it is not known if what was asked for was done.
    pub(crate) fn is_ambiguous(self) -> bool {
        matches!(self, Self::Server(_) | Self::Interrupted | Self::BadReply)
    }
}

impl From<SpotifyError> for AppError {
    fn from(error: SpotifyError) -> Self {
        let message = match error.until() {
            Some(until) => format!("{error} It goes on at {}.", clock_time(until)),
            None => error.to_string(),
        };
        Self::new(error.code(), message).caused_by(error)
    }
}

/// Hours and minutes in universal time: the message is for logs and the command line; windows format the time
/// themselves.
fn clock_time(at: Timestamp) -> String {
    let minutes = at.0.div_euclid(60_000);
    format!("{:02}:{:02} UTC", minutes.div_euclid(60).rem_euclid(24), minutes.rem_euclid(60))
}
