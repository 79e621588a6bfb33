//! What was granted: codes and tokens.

use std::collections::BTreeMap;
use std::time::Duration;

/// Things by their text.
pub(super) type ByKey<T> = BTreeMap<String, T>;

/// Codes and tokens by their text.
#[derive(Debug, Default)]
pub(super) struct Grants {
    pub(super) codes: ByKey<Code>,
    pub(super) access: ByKey<Access>,
    pub(super) refresh: ByKey<Refresh>,
    pub(super) given: Vec<String>,
}

/// What a code stands for until it is exchanged.
#[derive(Debug)]
pub(super) struct Code {
    pub(super) client: String,
    pub(super) user: String,
    pub(super) challenge: String,
    pub(super) redirect: String,
    pub(super) scopes: String,
}

/// What an access token stands for.
#[derive(Debug, Clone)]
pub(super) struct Access {
    pub(super) client: String,
    pub(super) user: String,
    pub(super) scopes: String,
    pub(super) until: Duration,
}

/// What a refresh token stands for.
#[derive(Debug, Clone)]
pub(super) struct Refresh {
    pub(super) client: String,
    pub(super) user: String,
    pub(super) scopes: String,
    pub(super) until: Duration,
}

impl Grants {
    pub(super) fn secrets(&self) -> Vec<String> {
        self.given.clone()
    }
}
