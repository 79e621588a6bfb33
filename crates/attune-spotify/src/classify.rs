//! From a refusal's status, headers and body to its cause.

use crate::error::SpotifyError;
use attune_core::{Span, Timestamp};
use serde_json::Value;

/// What is waited for when a 429 does not say: Spotify counts calls over a rolling window of 30 seconds.
const WINDOW: Span = Span::seconds(30);
/// The longest wait that is believed; what is said beyond it is taken for a slip.
pub(crate) const LONGEST_WAIT: Span = Span::minutes(7 * 24 * 60);

/// A refusal as it came.
#[derive(Debug)]
pub(crate) struct Refusal<'a> {
    pub(crate) status: u16,
    pub(crate) retry_after: Option<&'a str>,
    pub(crate) body: &'a str,
    /// The path that was asked for, without the base.
    pub(crate) path: &'a str,
}

/// Why the Web API refused.
pub(crate) fn api(refusal: &Refusal<'_>, now: Timestamp) -> SpotifyError {
    let body = Body::read(refusal.body);
    match refusal.status {
        401 => SpotifyError::Unauthorised,
        403 => forbidden(&body, refusal.path),
        404 => missing(&body, refusal.path),
        429 => {
            let until = now + wait(refusal.retry_after);
            if body.reason == "QUOTA_EXCEEDED" {
                SpotifyError::QuotaExceeded { until }
            } else {
                SpotifyError::RateLimited { until }
            }
        }
        status @ 500..=599 => SpotifyError::Server(status),
        status => SpotifyError::Refused(status),
    }
}

/// Why the accounts service refused.
pub(crate) fn accounts(refusal: &Refusal<'_>, now: Timestamp) -> SpotifyError {
    match (refusal.status, Body::read(refusal.body).reason.as_str()) {
        (400..=401, "INVALID_GRANT") => SpotifyError::SignInEnded,
        (400..=401, "INVALID_CLIENT") => SpotifyError::WrongClientId,
        (429, _) => SpotifyError::RateLimited { until: now + wait(refusal.retry_after) },
        (status @ 500..=599, _) => SpotifyError::Server(status),
        (status, _) => SpotifyError::Refused(status),
    }
}

/// `Retry-After` in seconds; missing, negative or unreadable counts as one window.
fn wait(retry_after: Option<&str>) -> Span {
    match retry_after.and_then(|s| s.trim().parse::<i64>().ok()) {
        Some(seconds @ 0..) => Span::seconds(seconds.min(LONGEST_WAIT.0 / 1_000)),
        _ => WINDOW,
    }
}

/// The parts of an error body that tell causes apart. The texts are Spotify's and are compared in lower case and by
/// their telling words, because their wording changes.
#[derive(Debug, Default)]
struct Body {
    reason: String,
    message: String,
}

impl Body {
    /// Reads `{"error": {"message", "reason"}}`, `{"error": "invalid_grant"}`, and plain text.
    fn read(text: &str) -> Self {
        let Ok(value) = serde_json::from_str::<Value>(text) else {
            return Self { reason: String::new(), message: text.to_lowercase() };
        };
        let error = &value["error"];
        let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
        if let Some(kind) = error.as_str() {
            return Self {
                reason: kind.to_uppercase(),
                message: text(&value["error_description"]).to_lowercase(),
            };
        }
        Self {
            reason: text(&error["reason"]).to_uppercase(),
            message: text(&error["message"]).to_lowercase(),
        }
    }

    fn says(&self, words: &str) -> bool {
        self.message.contains(words)
    }
}

fn forbidden(body: &Body, path: &str) -> SpotifyError {
    if body.says("owner of the app") {
        SpotifyError::OwnerNotPremium
    } else if body.says("registered") && (body.says("user") || body.says("dashboard")) {
        SpotifyError::NotAllowListed
    } else if body.says("scope") {
        SpotifyError::ScopeMissing
    } else if body.reason == "PREMIUM_REQUIRED" || body.says("premium required") {
        SpotifyError::PremiumRequired
    } else if path.starts_with("me/player") && !body.reason.is_empty() {
        SpotifyError::NotNow
    } else if path.starts_with("playlists/") {
        SpotifyError::PlaylistNotOwned
    } else {
        SpotifyError::EndpointRemoved
    }
}

fn missing(body: &Body, path: &str) -> SpotifyError {
    if body.reason == "NO_ACTIVE_DEVICE" || body.says("no active device") {
        SpotifyError::NoActiveDevice
    } else if path.starts_with("me/player") {
        SpotifyError::DeviceGone
    } else {
        SpotifyError::NotFound
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_000_000);

    fn cause(status: u16, path: &str, body: &str) -> SpotifyError {
        api(&Refusal { status, retry_after: None, body, path }, NOW)
    }

    #[test]
    fn the_403s_have_their_causes() {
        let owner = "Active premium subscription required for the owner of the app. When the subscription …";
        assert_eq!(cause(403, "me", owner), SpotifyError::OwnerNotPremium);
        for text in [
            r#"{"error":{"status":403,"message":"Check settings on developer.spotify.com/dashboard, the user may not be registered."}}"#,
            "User not registered in the Developer Dashboard",
            "The user is not registered for this application. Please check your settings.",
        ] {
            assert_eq!(cause(403, "me", text), SpotifyError::NotAllowListed, "{text}");
        }
        let bare = r#"{"error":{"status":403,"message":"Forbidden"}}"#;
        assert_eq!(cause(403, "recommendations", bare), SpotifyError::EndpointRemoved);
        assert_eq!(cause(403, "playlists/1/items", bare), SpotifyError::PlaylistNotOwned);
        let player =
            r#"{"error":{"status":403,"message":"Player command failed","reason":"PREMIUM_REQUIRED"}}"#;
        assert_eq!(cause(403, "me/player/play", player), SpotifyError::PremiumRequired);
        let scope = r#"{"error":{"status":403,"message":"Insufficient client scope"}}"#;
        assert_eq!(cause(403, "me/tracks", scope), SpotifyError::ScopeMissing);
    }

    #[test]
    fn waits_are_obeyed_and_slips_are_one_window() {
        let until = |after: Option<&str>| {
            let refusal = Refusal { status: 429, retry_after: after, body: "", path: "me" };
            api(&refusal, NOW).until().map(|t| (t - NOW).0 / 1000)
        };
        assert_eq!(until(Some("5")), Some(5));
        assert_eq!(until(Some("79892")), Some(79_892));
        assert_eq!(until(None), Some(30));
        assert_eq!(until(Some("-3")), Some(30));
        assert_eq!(until(Some("Wed, 21 Oct 2026 07:28:00 GMT")), Some(30));
        assert_eq!(until(Some("999999999999999999")), Some(LONGEST_WAIT.0 / 1_000));
    }

    #[test]
    fn the_accounts_service_says_what_is_void() {
        let of = |status, body| accounts(&Refusal { status, retry_after: None, body, path: "" }, NOW);
        assert_eq!(of(400, r#"{"error":"invalid_grant"}"#), SpotifyError::SignInEnded);
        assert_eq!(of(400, r#"{"error":"invalid_client"}"#), SpotifyError::WrongClientId);
        assert_eq!(of(503, "<html>"), SpotifyError::Server(503));
        assert_eq!(of(400, "[]"), SpotifyError::Refused(400));
    }
}
