//! What comes from Spotify, and what comes to the listener for the browser's answer.

use attune_spotify::fuzz::{Heard, callback, reply};

const HOST: &str = "127.0.0.1:4000";
const STATE: &str = "0123456789abcdef";

/// Every object can be read, whatever its fields; a refusal always has a cause.
pub(super) fn check_reply(bytes: &[u8]) {
    reply(bytes);
}

/// Nothing is a sign-in but one request of one form; everything else has one of three answers.
pub(super) fn check_callback(bytes: &[u8]) {
    let heard = callback(bytes, HOST, STATE);
    match heard {
        Heard::Refused(status) => assert!([400, 404, 405].contains(&status), "{status}"),
        Heard::Code | Heard::Denied => {
            assert!(bytes.starts_with(b"GET /?"), "{heard:?}");
            assert!(bytes.windows(HOST.len()).any(|w| w == HOST.as_bytes()), "{heard:?}");
        }
    }
    let other = callback(bytes, HOST, "another-state-that-no-seed-has");
    assert!(matches!(other, Heard::Refused(_)) || bytes.windows(13).any(|w| w == b"another-state"));
}

/// A search, a page with odd rows, devices, playback, and the bodies of refusals.
pub(super) fn reply_seeds() -> Vec<Vec<u8>> {
    [
        r#"{"tracks":{"items":[{"uri":"spotify:track:a1","name":"Glass Rain - Live","artists":[{"name":"Mira Holm","genres":["folk"]}],"album":{"name":"Low Tide"},"duration_ms":240000,"external_ids":{"isrc":"XXA012600006"},"is_playable":true}],"next":"x"}}"#,
        r#"{"items":[null,3,{"uri":"spotify:track:a","name":"A","artists":null,"duration_ms":"x"},{"uri":"spotify:local:x","name":"B"}],"next":null,"total":-1}"#,
        r#"{"devices":[{"id":null,"name":"Kitchen","type":"Speaker","is_active":true,"is_restricted":true,"volume_percent":300}]}"#,
        r#"{"device":{"id":"a"},"progress_ms":1e9,"is_playing":true,"item":{"uri":"spotify:track:a","name":"A"}}"#,
        r#"{"error":{"status":403,"message":"Player command failed: Premium required","reason":"PREMIUM_REQUIRED"}}"#,
        r#"{"error":"invalid_grant","error_description":"Refresh token revoked"}"#,
        r#"{"id":"p","name":"Attune","description":"Made by Attune (mood calm)."}"#,
        "79892",
        "<html>upstream connect error</html>",
    ]
    .map(|text| text.as_bytes().to_vec())
    .into()
}

/// The two answers that are heard, and some that are not.
pub(super) fn callback_seeds() -> Vec<Vec<u8>> {
    let request = |line: &str| format!("{line}\r\nHost: {HOST}\r\nAccept: */*\r\n\r\n").into_bytes();
    vec![
        request(&format!("GET /?code=a%2Fb&state={STATE} HTTP/1.1")),
        request(&format!("GET /?error=access_denied&state={STATE} HTTP/1.1")),
        request(&format!("GET /?code=a&code=b&state={STATE} HTTP/1.1")),
        request(&format!("POST /?code=a&state={STATE} HTTP/1.1")),
        request("GET /favicon.ico HTTP/1.1"),
        request("GET /?code=%zz&state=%30 HTTP/1.0"),
    ]
}
