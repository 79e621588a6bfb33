//! Judging what comes to the loopback listener. Pure, so that any bytes can be thrown at it.

use attune_core::Secret;
use std::collections::HashMap;
use subtle::ConstantTimeEq as _;

/// What a request is.
#[derive(Debug)]
pub(crate) enum Verdict {
    /// The browser comes back with a code.
    Code(Secret),
    /// The browser comes back, and the listener has refused.
    Denied,
    /// Something else, answered with this status and not listened to.
    Refused(u16),
}

/// Judges the head of a request. `host` is the one name under which the listener may be called, `state` the text that
/// only Spotify's answer can know.
pub(crate) fn judge(head: &[u8], host: &str, state: &Secret) -> Verdict {
    read(head, host, state).unwrap_or_else(Verdict::Refused)
}

fn read(head: &[u8], host: &str, state: &Secret) -> Result<Verdict, u16> {
    let head = std::str::from_utf8(head).map_err(|_| 400_u16)?;
    let mut lines = head.split("\r\n");
    let mut first = lines.next().unwrap_or_default().split(' ');
    let (method, target, version) = (first.next(), first.next(), first.next());
    if !version.is_some_and(|v| v.starts_with("HTTP/1.")) || first.next().is_some() {
        return Err(400);
    }
    check_host(lines, host)?;
    if method != Some("GET") {
        return Err(405);
    }
    let (path, query) = target.and_then(|t| t.split_once('?')).ok_or(404_u16)?;
    if path != "/" {
        return Err(404);
    }
    answer(&parameters(query).ok_or(400_u16)?, state)
}

/// Exactly one host, the right one: a page elsewhere that has its name point here says another.
fn check_host<'a>(lines: impl Iterator<Item = &'a str>, host: &str) -> Result<(), u16> {
    let mut hosts = lines
        .take_while(|l| !l.is_empty())
        .filter_map(|l| l.split_once(':'))
        .filter(|(name, _)| name.eq_ignore_ascii_case("host"));
    let right = hosts.next().is_some_and(|(_, value)| value.trim() == host);
    if right && hosts.next().is_none() { Ok(()) } else { Err(400) }
}

fn answer(parameters: &HashMap<&str, String>, state: &Secret) -> Result<Verdict, u16> {
    let given = parameters.get("state").ok_or(400_u16)?;
    // In constant time: how long the comparison takes says nothing of how much was right.
    if !bool::from(given.as_bytes().ct_eq(state.reveal().as_bytes())) {
        return Err(400);
    }
    match (parameters.get("code"), parameters.get("error")) {
        (Some(code), None) if !code.is_empty() => Ok(Verdict::Code(Secret::new(code.clone()))),
        (None, Some(_)) => Ok(Verdict::Denied),
        _ => Err(400),
    }
}

/// The parameters; none where one is there twice or is no text.
fn parameters(query: &str) -> Option<HashMap<&str, String>> {
    let mut all = HashMap::new();
    for pair in query.split('&').filter(|p| !p.is_empty()) {
        let (name, value) = pair.split_once('=')?;
        if all.insert(name, decoded(value)?).is_some() {
            return None;
        }
    }
    Some(all)
}

fn decoded(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut out = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'%' => {
                let digit = |b: Option<u8>| char::from(b?).to_digit(16);
                (digit(bytes.next())? * 16 + digit(bytes.next())?) as u8
            }
            b'+' => b' ',
            other => other,
        });
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HOST: &str = "127.0.0.1:4000";

    fn judged(line: &str, host: &str) -> Verdict {
        let head = format!("{line}\r\nHost: {host}\r\nAccept: */*\r\n\r\n");
        judge(head.as_bytes(), HOST, &Secret::new("right-state"))
    }

    #[test]
    fn the_browsers_return_is_heard() {
        let code = judged("GET /?code=a%2Fb&state=right-state HTTP/1.1", HOST);
        assert!(matches!(code, Verdict::Code(c) if c.reveal() == "a/b"));
        let denied = judged("GET /?error=access_denied&state=right-state HTTP/1.1", HOST);
        assert!(matches!(denied, Verdict::Denied));
    }

    #[test]
    fn everything_else_is_refused() {
        for (line, status) in [
            ("GET /?code=a&state=wrong-state HTTP/1.1", 400),
            ("GET /?code=a&state= HTTP/1.1", 400),
            ("GET /?code=a HTTP/1.1", 400),
            ("GET /?code=&state=right-state HTTP/1.1", 400),
            ("GET /?code=a&code=b&state=right-state HTTP/1.1", 400),
            ("GET /?code=a&state=right-state&state=right-state HTTP/1.1", 400),
            ("GET /?code=%zz&state=right-state HTTP/1.1", 400),
            ("GET /favicon.ico HTTP/1.1", 404),
            ("GET /else?code=a&state=right-state HTTP/1.1", 404),
            ("POST /?code=a&state=right-state HTTP/1.1", 405),
            ("GET /?code=a&state=right-state", 400),
            ("", 400),
        ] {
            let verdict = judged(line, HOST);
            assert!(matches!(verdict, Verdict::Refused(s) if s == status), "{line}: {verdict:?}");
        }
        for host in ["evil.example", "localhost:4000", "127.0.0.1", "127.0.0.1:4001", ""] {
            let verdict = judged("GET /?code=a&state=right-state HTTP/1.1", host);
            assert!(matches!(verdict, Verdict::Refused(400)), "{host}");
        }
        let two = format!("{HOST}\r\nHost: evil.example");
        assert!(matches!(judged("GET /?code=a&state=right-state HTTP/1.1", &two), Verdict::Refused(400)));
    }

    proptest! {
        #[test]
        fn no_bytes_are_a_code_without_the_state(head in prop::collection::vec(any::<u8>(), 0..600)) {
            prop_assert!(matches!(judge(&head, HOST, &Secret::new("right-state")), Verdict::Refused(_)));
        }

        #[test]
        fn no_query_is_a_code_without_the_state(query in "[ -~]{0,80}") {
            let verdict = judged(&format!("GET /?{query} HTTP/1.1"), HOST);
            prop_assert!(query.contains("state=right-state") || matches!(verdict, Verdict::Refused(_)));
        }
    }
}
