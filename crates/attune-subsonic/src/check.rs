//! Testing a server before it is added, and finding out how it wants to be asked.

use crate::address::Address;
use crate::certificate::{CertificateProblem, Fingerprint, Presented};
use crate::connection::{Connection, Manner, PROTOCOL};
use crate::error::SubsonicError;
use crate::login::{Login, Proof};
use crate::reply::{About, Reply};
use attune_core::AppError;
use attune_core::time::Clock;
use serde::Serialize;
use std::time::Duration;

/// The protocol's version from which on `search3` is there.
const OLDEST: (u32, u32) = (1, 8);
/// The version from which on a hash stands for the password.
const TOKENS: (u32, u32) = (1, 13);

/// A server as the listener enters it.
#[derive(Debug, Clone)]
pub struct NewServer {
    /// Its address, see [`Address::parse`].
    pub address: Address,
    /// Who the listener is there.
    pub login: Login,
    /// The certificate that the listener accepted after having been asked.
    pub accepted: Option<Fingerprint>,
    /// Whether the password itself may be sent where everybody on the way can read it.
    pub plain_password: bool,
}

/// What testing a server found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "is")]
pub enum ServerCheck {
    /// It can be used.
    Works {
        /// The program, such as `navidrome`, and its version, as far as it says.
        program: Option<String>,
        /// The protocol's version that the server speaks.
        protocol: String,
        /// Whether the password itself is sent: the server takes nothing else.
        sends_password: bool,
        /// Whether what is asked for stays out of addresses, and so out of logs on the way.
        form_post: bool,
    },
    /// Nobody answers there, or no music server does.
    WrongAddress(AppError),
    /// The listener has to say whether this certificate is the server's.
    Certificate {
        /// The certificate's SHA-256, to compare.
        fingerprint: String,
        /// Why it has to be asked about.
        problem: CertificateProblem,
        /// What to tell.
        error: AppError,
    },
    /// The name or the password is wrong.
    WrongPassword(AppError),
    /// The password itself would have to be sent unencrypted; the listener may allow that.
    PlainPassword(AppError),
    /// The protocol's versions do not fit.
    Version(AppError),
    /// Anything else, which may pass.
    Failed(AppError),
}

impl From<SubsonicError> for ServerCheck {
    fn from(error: SubsonicError) -> Self {
        use SubsonicError as E;
        let presented = match &error {
            E::Certificate(presented) => Some(*presented),
            _ => None,
        };
        let told = AppError::from(error.clone());
        match (error, presented) {
            (_, Some(Presented { fingerprint, problem })) => {
                Self::Certificate { fingerprint: fingerprint.to_string(), problem, error: told }
            }
            (
                E::AddressInvalid
                | E::AddressWithSecrets
                | E::NoServer
                | E::Moved(_)
                | E::Offline
                | E::Encryption,
                _,
            ) => Self::WrongAddress(told),
            (E::WrongPassword | E::NoPassword, _) => Self::WrongPassword(told),
            (E::PlainPassword, _) => Self::PlainPassword(told),
            (E::Version(_) | E::ClientTooOld, _) => Self::Version(told),
            _ => Self::Failed(told),
        }
    }
}

/// How a server wants to be asked, and what it is.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) manner: Manner,
    pub(crate) about: About,
}

impl From<&Found> for ServerCheck {
    fn from(found: &Found) -> Self {
        let words: Vec<&str> =
            [&found.about.kind, &found.about.version].into_iter().filter_map(|w| w.as_deref()).collect();
        Self::Works {
            program: (!words.is_empty()).then(|| words.join(" ")),
            protocol: found.about.protocol.as_ref().unwrap_or(&found.manner.protocol).clone(),
            sends_password: found.manner.proof == Proof::Password,
            form_post: found.manner.form_post,
        }
    }
}

/// Finds out whether and how a server can be used. Sends the login only once somebody who speaks the protocol has
/// answered, and the password itself only where it may travel.
pub(crate) fn examine(server: &NewServer, time: &(Clock, Duration)) -> Result<Found, SubsonicError> {
    let mut manner = Manner { proof: Proof::Token, form_post: false, protocol: PROTOCOL.to_owned() };
    let extensions = introduce(server, &manner, time)?;
    manner.form_post = extensions.iter().any(|e| e == "formPost");
    if matches!(server.login, Login::ApiKey(_)) {
        manner.proof = Proof::ApiKey;
    }
    match sign_in(server, &manner, time) {
        // Subsonic says which version it speaks itself; it is named then, if it is not too old.
        Err(SubsonicError::Version(theirs)) if version(&theirs).is_some_and(|v| v >= OLDEST) => {
            if version(&theirs).is_some_and(|v| v < TOKENS) && manner.proof == Proof::Token {
                manner.proof = Proof::Password;
            }
            sign_in(server, &Manner { protocol: theirs, ..manner }, time)
        }
        done => done,
    }
}

/// What the server offers, asked without a login. Nothing from those that know no extensions.
fn introduce(
    server: &NewServer,
    manner: &Manner,
    time: &(Clock, Duration),
) -> Result<Vec<String>, SubsonicError> {
    let stranger = connection(server, None, manner, time)?;
    match stranger.ask("getOpenSubsonicExtensions", &[]) {
        Ok(reply) => Ok(reply.extensions()),
        // A music server that wants a login first, or does not know the question.
        Err(SubsonicError::Refused(_) | SubsonicError::WrongPassword | SubsonicError::SongGone) => {
            Ok(Vec::new())
        }
        Err(SubsonicError::Version(_) | SubsonicError::ClientTooOld) => Ok(Vec::new()),
        // A page where a reply should be.
        Err(SubsonicError::BadReply) => Err(SubsonicError::NoServer),
        Err(error) => Err(error),
    }
}

/// Signs in by hash, and by the password itself where the server takes nothing else.
fn sign_in(server: &NewServer, manner: &Manner, time: &(Clock, Duration)) -> Result<Found, SubsonicError> {
    let ping = |manner: &Manner| -> Result<Reply, SubsonicError> {
        if manner.proof == Proof::Password && !(server.plain_password || server.address.is_private()) {
            return Err(SubsonicError::PlainPassword);
        }
        connection(server, Some(server.login.clone()), manner, time)?.ask("ping", &[])
    };
    let (mut manner, mut answer) = (manner.clone(), ping(manner));
    // "A parameter is missing", "no tokens for these users", "this way to sign in is not offered".
    if manner.proof == Proof::Token && matches!(answer, Err(SubsonicError::Refused(10 | 41 | 42))) {
        manner.proof = Proof::Password;
        answer = ping(&manner);
    }
    let about = answer.map_err(first_contact)?.about();
    match about.protocol.as_deref().and_then(version) {
        Some(theirs) if theirs < OLDEST => Err(SubsonicError::Version(about.protocol.unwrap_or_default())),
        _ => Ok(Found { manner, about }),
    }
}

/// What a failure of the very first questions says of the address.
fn first_contact(error: SubsonicError) -> SubsonicError {
    match error {
        SubsonicError::BadReply | SubsonicError::Refused(400 | 404 | 405 | 410) => SubsonicError::NoServer,
        other => other,
    }
}

fn connection(
    server: &NewServer,
    login: Option<Login>,
    manner: &Manner,
    time: &(Clock, Duration),
) -> Result<Connection, SubsonicError> {
    Connection::new(server.address.clone(), server.accepted, login, manner.clone(), time.clone())
}

/// The first two numbers of a version.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}
