//! The script of faults.

use super::reply::{Body, Reply, Travel};
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Duration;

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Trouble {
    /// 429 with this `Retry-After`, or without.
    TooMany(Option<String>),
    /// 429 with the reason `QUOTA_EXCEEDED`, and this `Retry-After`.
    Quota(Option<String>),
    /// 401, whatever the token.
    Unauthorised,
    /// This status with an HTML page, and nothing done.
    Status(u16),
    /// This status, although what was asked for was done.
    StatusAfter(u16),
    /// The body comes so many milliseconds late.
    Slow(u64),
    /// The connection breaks in the middle of the body; what was asked for was done.
    Cut,
    /// The body is not JSON.
    Garbage,
    /// Every object of the body has fields that nobody knows.
    UnknownFields,
    /// These fields are missing everywhere in the body.
    MissingFields(Vec<String>),
    /// These fields are null everywhere in the body.
    NullFields(Vec<String>),
    /// Pages have no items, whatever their total says.
    EmptyPage,
}

/// A trouble, and the requests it comes upon.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Fault {
    /// `GET` and the like; empty fits all.
    #[serde(default)]
    pub method: String,
    /// How the path begins, without `/v1/`; empty fits all.
    #[serde(default)]
    pub path: String,
    /// How many requests it is for.
    pub times: u32,
    /// What happens to them.
    pub trouble: Trouble,
}

impl Fault {
    /// A trouble for the next `times` requests of that method and path.
    #[must_use]
    pub fn new(method: &str, path: &str, times: u32, trouble: Trouble) -> Self {
        Self { method: method.into(), path: path.into(), times, trouble }
    }

    pub(super) fn fits(&self, method: &str, path: &str) -> bool {
        (self.method.is_empty() || self.method == method) && path.starts_with(&self.path)
    }
}

impl Trouble {
    /// The reply that stands in place of an answer, where nothing is to be done.
    pub(super) fn instead(&self) -> Option<Reply> {
        match self {
            Self::TooMany(after) => {
                Some(limited(Reply::error(429, "API rate limit exceeded"), after.as_ref()))
            }
            Self::Quota(after) => {
                Some(limited(Reply::player_error(429, "Quota exceeded", "QUOTA_EXCEEDED"), after.as_ref()))
            }
            Self::Unauthorised => Some(Reply::error(401, "The access token expired")),
            Self::Status(status) => Some(page(*status)),
            _ => None,
        }
    }

    /// What becomes of the answer.
    pub(super) fn spoil(&self, mut reply: Reply) -> Reply {
        match self {
            Self::StatusAfter(status) => return page(*status),
            Self::Slow(ms) => reply.travel = Travel::Slow(Duration::from_millis(*ms)),
            Self::Cut => reply.travel = Travel::Cut,
            Self::Garbage => reply.body = Body::Text("application/json", "{\"items\": [".into()),
            Self::UnknownFields => change(&mut reply, &mut add_unknown),
            Self::MissingFields(names) => change(&mut reply, &mut |o| o.retain(|k, _| !names.contains(k))),
            Self::NullFields(names) => change(&mut reply, &mut |o| {
                o.iter_mut().filter(|(k, _)| names.contains(k)).for_each(|(_, v)| *v = Value::Null);
            }),
            Self::EmptyPage => change(&mut reply, &mut |o| {
                if let Some(items) = o.get_mut("items").filter(|i| i.is_array()) {
                    *items = json!([]);
                }
            }),
            Self::TooMany(_) | Self::Quota(_) | Self::Unauthorised | Self::Status(_) => {}
        }
        reply
    }
}

fn limited(reply: Reply, after: Option<&String>) -> Reply {
    match after {
        Some(value) => reply.with("retry-after", value.clone()),
        None => reply,
    }
}

fn page(status: u16) -> Reply {
    Reply::html(status, "<html><body>upstream connect error</body></html>")
}

fn add_unknown(object: &mut serde_json::Map<String, Value>) {
    object.insert("attune_unknown".into(), json!({"deep": [1, null, {"x": "y"}]}));
}

type Fields<'a> = dyn FnMut(&mut serde_json::Map<String, Value>) + 'a;

fn change(reply: &mut Reply, with: &mut Fields<'_>) {
    if let Body::Json(value) = &mut reply.body {
        walk(value, with);
    }
}

fn walk(value: &mut Value, with: &mut Fields<'_>) {
    match value {
        Value::Object(object) => {
            // The inner ones first: what is added is not walked through.
            object.values_mut().for_each(|v| walk(v, with));
            with(object);
        }
        Value::Array(array) => array.iter_mut().for_each(|v| walk(v, with)),
        _ => {}
    }
}
