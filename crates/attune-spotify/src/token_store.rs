//! The sign-in as it is kept in the keyring.
//!
//! A keyring may wait for a password. So it is asked one question at a time on threads that may wait, and never by who
//! holds Spotify's lane: that one leaves the question to a task of its own.

use crate::error::SpotifyError;
use attune_core::ports::SecretStore;
use attune_core::{AppError, Secret, Timestamp};
use serde_json::{Value, json};
use std::sync::Arc;
use tokio::sync::Mutex as Turn;

/// The name in the keyring.
const NAME: &str = "spotify";
const VERSION: u64 = 1;

/// Who signed in, how and when.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    pub(crate) client_id: String,
    pub(crate) refresh: Secret,
    pub(crate) at: Timestamp,
}

impl Record {
    fn to_secret(&self) -> Secret {
        let (client, refresh, at) = (&self.client_id, self.refresh.reveal(), self.at.0);
        Secret::new(json!({"v": VERSION, "client": client, "refresh": refresh, "at": at}).to_string())
    }

    /// None for what is damaged or from another version: it is of no use.
    fn from_secret(secret: &Secret) -> Option<Self> {
        let value: Value = serde_json::from_str(secret.reveal()).ok()?;
        let refresh = value["refresh"].as_str().filter(|r| !r.is_empty())?;
        (value["v"] == VERSION).then_some(())?;
        Some(Self {
            client_id: value["client"].as_str()?.to_owned(),
            refresh: Secret::new(refresh),
            at: Timestamp(value["at"].as_i64()?),
        })
    }
}

/// The keyring, asked from threads that may wait, in turn.
pub(crate) struct TokenStore {
    secrets: Arc<dyn SecretStore>,
    /// Whose turn it is, and the refresh token that was last read there or offered, whether it was taken or not.
    turn: Turn<Option<Secret>>,
}

impl TokenStore {
    pub(crate) fn new(secrets: Arc<dyn SecretStore>) -> Self {
        Self { secrets, turn: Turn::default() }
    }

    pub(crate) async fn load(&self) -> Result<Option<Record>, AppError> {
        let mut last = self.turn.lock().await;
        let found = self.ask(|store| store.read(NAME)).await?;
        let record = found.as_ref().and_then(Record::from_secret);
        *last = record.as_ref().map(|r| r.refresh.clone());
        Ok(record)
    }

    /// Saves what `latest` gives when its turn has come, so that the last one asked for is the one that stays. None where
    /// there is nothing to save, or it was offered before.
    pub(crate) async fn save(
        &self,
        latest: impl FnOnce() -> Option<Record> + Send,
    ) -> Option<(Record, Result<(), AppError>)> {
        let mut last = self.turn.lock().await;
        let record = latest().filter(|r| !is(last.as_ref(), &r.refresh))?;
        let secret = record.to_secret();
        let saved = self.ask(move |store| store.write(NAME, &secret)).await;
        *last = Some(record.refresh.clone());
        Some((record, saved))
    }

    pub(crate) async fn remove(&self) -> Result<(), AppError> {
        let mut last = self.turn.lock().await;
        self.ask(|store| store.remove(NAME)).await?;
        *last = None;
        Ok(())
    }

    /// Removes a sign-in that has ended, unless a newer one has taken its place meanwhile.
    pub(crate) async fn remove_ended(&self, ended: &Secret) -> Result<(), AppError> {
        let last = self.turn.lock().await;
        if last.is_some() && !is(last.as_ref(), ended) {
            return Ok(());
        }
        self.ask(|store| store.remove(NAME)).await
    }

    /// The listener asks for something that needs the keyring.
    pub(crate) fn wanted(&self) {
        self.secrets.wanted();
    }

    async fn ask<T: Send + 'static>(
        &self,
        what: impl FnOnce(&dyn SecretStore) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, AppError> {
        let store = Arc::clone(&self.secrets);
        let asked = tokio::task::spawn_blocking(move || what(store.as_ref())).await;
        asked.unwrap_or_else(|_| Err(SpotifyError::Keyring.into()))
    }
}

fn is(last: Option<&Secret>, token: &Secret) -> bool {
    last.is_some_and(|last| last.reveal() == token.reveal())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_record_survives_and_is_not_shown() {
        let record = Record { client_id: "id".into(), refresh: Secret::new("can\"ary"), at: Timestamp(7) };
        let again = Record::from_secret(&record.to_secret());
        assert!(again.as_ref().is_some_and(|r| r.refresh.reveal() == "can\"ary" && r.at == Timestamp(7)));
        assert!(!format!("{record:?} {again:?}").contains("ary"));
    }

    proptest! {
        #[test]
        fn what_is_damaged_is_nothing(text in ".*") {
            prop_assert!(Record::from_secret(&Secret::new(text)).is_none());
        }
    }
}
