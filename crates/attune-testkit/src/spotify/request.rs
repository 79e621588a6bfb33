//! A request as the fake works with it.

use serde_json::Value;
use std::collections::BTreeMap;

/// A request that came in. Kept for tests to look at; headers are not kept.
#[derive(Debug, Clone)]
pub struct Seen {
    /// `GET` and the like.
    pub method: String,
    /// The path without a leading slash and without `v1/`.
    pub path: String,
    /// Query parameters.
    pub query: BTreeMap<String, String>,
    /// The body as JSON; null where there is none or it is a form.
    pub body: Value,
    /// Time since the fake started.
    pub at: std::time::Duration,
    /// The status it was answered with; 0 until then.
    pub status: u16,
    /// The reply's body as JSON; null for replies of the accounts service, which have tokens.
    pub reply: Value,
}

/// What a request says.
#[derive(Debug, Clone)]
pub(super) struct Request {
    pub(super) method: String,
    pub(super) path: String,
    pub(super) query: BTreeMap<String, String>,
    pub(super) bearer: Option<String>,
    pub(super) body: Vec<u8>,
}

impl Request {
    pub(super) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    /// The body as a form.
    pub(super) fn form(&self) -> BTreeMap<String, String> {
        pairs(&String::from_utf8_lossy(&self.body))
    }

    pub(super) fn segments(&self) -> Vec<&str> {
        self.path.split('/').filter(|s| !s.is_empty()).collect()
    }

    pub(super) fn number(&self, name: &str) -> Option<i64> {
        self.query.get(name).and_then(|v| v.parse().ok())
    }

    pub(super) fn text(&self, name: &str) -> &str {
        self.query.get(name).map_or("", String::as_str)
    }

    pub(super) fn seen(&self, at: std::time::Duration) -> Seen {
        Seen {
            method: self.method.clone(),
            path: self.path.clone(),
            query: self.query.clone(),
            body: self.json(),
            at,
            status: 0,
            reply: Value::Null,
        }
    }
}

/// Reads `a=b&c=d` with percent signs and pluses undone.
pub(super) fn pairs(text: &str) -> BTreeMap<String, String> {
    let pair = |p: &str| {
        let (key, value) = p.split_once('=').unwrap_or((p, ""));
        (decoded(key), decoded(value))
    };
    text.split('&').filter(|p| !p.is_empty()).map(pair).collect()
}

fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = text.get(at + 1..at + 3).and_then(|h| u8::from_str_radix(h, 16).ok());
        match (byte, hex) {
            (b'%', Some(value)) => {
                out.push(value);
                at += 2;
            }
            (b'+', _) => out.push(b' '),
            _ => out.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}
