//! Where Spotify is.

/// The two services.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addresses {
    /// The accounts service, with a slash at its end.
    pub(crate) accounts: String,
    /// The Web API, with a slash at its end.
    pub(crate) api: String,
}

impl Default for Addresses {
    fn default() -> Self {
        Self {
            accounts: rspotify::DEFAULT_AUTH_BASE_URL.to_owned(),
            api: rspotify::DEFAULT_API_BASE_URL.to_owned(),
        }
    }
}

impl Addresses {
    /// A server that has both, as the fake does: sign-in at its root, the Web API under `v1`.
    #[must_use]
    pub fn at(base: &str) -> Self {
        let base = base.trim_end_matches('/');
        Self { accounts: format!("{base}/"), api: format!("{base}/v1/") }
    }
}

/// Percent-encodes everything but unreserved characters (RFC 3986, section 2.3).
pub(crate) fn encoded(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}
