//! A reply before it is sent, and the ways in which sending can go wrong.

use serde_json::{Value, json};
use std::time::Duration;

/// How the body travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Travel {
    Whole,
    /// Half of it, then the connection breaks.
    Cut,
    /// After that long.
    Slow(Duration),
}

/// A reply.
#[derive(Debug, Clone)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Body,
    pub(super) travel: Travel,
}

/// A body.
#[derive(Debug, Clone)]
pub(super) enum Body {
    Empty,
    Json(Value),
    Text(&'static str, String),
}

impl Reply {
    pub(super) fn new(status: u16, body: Body) -> Self {
        Self { status, headers: Vec::new(), body, travel: Travel::Whole }
    }

    pub(super) fn json(status: u16, value: Value) -> Self {
        Self::new(status, Body::Json(value))
    }

    pub(super) fn ok(value: Value) -> Self {
        Self::json(200, value)
    }

    pub(super) fn empty(status: u16) -> Self {
        Self::new(status, Body::Empty)
    }

    pub(super) fn html(status: u16, text: impl Into<String>) -> Self {
        Self::new(status, Body::Text("text/html; charset=utf-8", text.into()))
    }

    pub(super) fn plain(status: u16, text: &str) -> Self {
        Self::new(status, Body::Text("text/plain; charset=utf-8", text.into()))
    }

    pub(super) fn redirect(to: String) -> Self {
        Self::empty(302).with("location", to)
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The Web API's error object.
    pub(super) fn error(status: u16, message: &str) -> Self {
        Self::json(status, json!({"error": {"status": status, "message": message}}))
    }

    /// The player's error object, which has a reason.
    pub(super) fn player_error(status: u16, message: &str, reason: &str) -> Self {
        Self::json(status, json!({"error": {"status": status, "message": message, "reason": reason}}))
    }

    /// The accounts service's error object.
    pub(super) fn auth_error(error: &str, description: &str) -> Self {
        Self::json(400, json!({"error": error, "error_description": description}))
    }

    /// Type and bytes.
    pub(super) fn bytes(&self) -> (&'static str, Vec<u8>) {
        match &self.body {
            Body::Empty => ("", Vec::new()),
            Body::Json(value) => ("application/json; charset=utf-8", value.to_string().into_bytes()),
            Body::Text(kind, text) => (kind, text.clone().into_bytes()),
        }
    }
}
