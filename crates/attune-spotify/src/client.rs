//! The client: one lane of calls with a gate in front.

use crate::address::Addresses;
use crate::classify::{self, Refusal};
use crate::error::SpotifyError;
use crate::kept::Account;
use crate::matching::Match;
use crate::notes::{Cooldown, Notes, PlaylistPatterns, Remembered};
use crate::queue::{Cause, Gate};
use crate::reply::TrackObject;
use crate::token_store::TokenStore;
use crate::wrap::Wrapped;
use attune_core::ports::SecretStore;
use attune_core::time::Clock;
use attune_core::{Span, Timestamp, TrackId};
use rspotify::clients::BaseClient;
use rspotify::http::{HttpError, Query};
use rspotify::{ClientError, ClientResult};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{Mutex as Lane, OnceCell};

/// Gives the recording code (ISRC) of a track of ours, where it is known.
pub type Codes = Arc<dyn Fn(&TrackId) -> Option<String> + Send + Sync>;

/// What the client is made from.
#[derive(Clone)]
pub struct Options {
    /// Where Spotify is.
    pub addresses: Addresses,
    /// The folder of the app's data; none keeps no notes between runs.
    pub folder: Option<PathBuf>,
    /// The time.
    pub clock: Clock,
    /// Recording codes, for tracks that come without one.
    pub codes: Codes,
    /// Spreads repeated tries, so that many clients do not come back at once.
    pub seed: u64,
    /// The least time between two calls.
    pub gap: Span,
    /// The longest that an answer is waited for; not above ten seconds, where the library gives up by itself.
    pub patience: Duration,
}

impl Options {
    /// The usual ones: Spotify itself, 100 ms between calls, ten seconds for an answer.
    #[must_use]
    pub fn new(folder: Option<PathBuf>, clock: Clock, seed: u64) -> Self {
        Self {
            addresses: Addresses::default(),
            folder,
            clock,
            codes: Arc::new(|_| None),
            seed,
            gap: Span(100),
            patience: Duration::from_secs(10),
        }
    }
}

/// A reply that several callers wait for.
type Flight = Arc<OnceCell<Result<String, SpotifyError>>>;

struct Shared {
    options: Options,
    keep: TokenStore,
    notes: Mutex<Notes>,
    account: Mutex<Option<Account>>,
    flights: Mutex<BTreeMap<String, Flight>>,
    cache: Mutex<Cache>,
    lane: Lane<State>,
}

/// What was learned from Spotify in this session; nothing of it is written.
#[derive(Default)]
pub(crate) struct Cache {
    /// Tracks looked for, and what was found.
    pub(crate) found: BTreeMap<TrackId, Option<Match>>,
    /// The listener's own music.
    pub(crate) own: Option<Arc<Vec<TrackObject>>>,
}

/// What only the call whose turn it is may touch.
struct State {
    gate: Gate,
    client: Option<Wrapped>,
    /// When the access token was renewed last.
    renewed: Option<Timestamp>,
    random: u64,
}

/// Spotify. Clones share everything.
#[derive(Clone)]
pub struct Spotify(Arc<Shared>);

impl fmt::Debug for Spotify {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Spotify").field("account", &self.account()).finish_non_exhaustive()
    }
}

/// A call that changes something.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Verb {
    Post,
    Put,
}

/// How often a question is asked again after a failure that passes.
const REPEATS: u32 = 2;
/// A token that is refused sooner than this after it was renewed is not renewed again: that would only add to a storm.
const FRESH: Span = Span::seconds(30);
/// The first pause before asking again, in milliseconds; it doubles.
const PAUSE_MS: u64 = 300;

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a reply says; none for an empty one.
fn parsed<T: DeserializeOwned>(reply: &str) -> Result<Option<T>, SpotifyError> {
    let empty = reply.trim().is_empty();
    if empty { Ok(None) } else { serde_json::from_str(reply).map_err(|_| SpotifyError::BadReply) }
}

impl Spotify {
    /// A client that is not signed in yet; [`Spotify::restore`] looks for an earlier sign-in.
    #[must_use]
    pub fn new(options: Options, secrets: Arc<dyn SecretStore>) -> Self {
        let notes = Notes::open(options.folder.as_deref());
        let closed = notes.get().cooldown.map(Cooldown::error);
        let gate = Gate::new(options.gap, closed);
        let state = State { gate, client: None, renewed: None, random: options.seed | 1 };
        Self(Arc::new(Shared {
            options,
            keep: TokenStore::new(secrets),
            notes: Mutex::new(notes),
            account: Mutex::default(),
            flights: Mutex::default(),
            cache: Mutex::default(),
            lane: Lane::new(state),
        }))
    }

    /// Asks a question. The same question asked twice at once is sent once; failures that pass are tried again.
    pub(crate) async fn get<T: DeserializeOwned>(&self, path: &str, cause: Cause) -> Result<T, SpotifyError> {
        let flight = Arc::clone(locked(&self.0.flights).entry(path.to_owned()).or_default());
        let reply = flight.get_or_init(|| self.ask(path, cause)).await.clone();
        locked(&self.0.flights).retain(|_, f| !Arc::ptr_eq(f, &flight));
        serde_json::from_str(&reply?).map_err(|_| SpotifyError::BadReply)
    }

    /// The same, where the answer may be empty.
    pub(crate) async fn get_or_nothing<T: DeserializeOwned>(
        &self,
        path: &str,
        cause: Cause,
    ) -> Result<Option<T>, SpotifyError> {
        parsed(&self.ask(path, cause).await?)
    }

    /// The same, asked once whatever happens.
    pub(crate) async fn once_or_nothing<T: DeserializeOwned>(
        &self,
        path: &str,
        cause: Cause,
    ) -> Result<Option<T>, SpotifyError> {
        parsed(&self.send(None, path, cause).await?)
    }

    /// Changes something. Sent once, whatever happens; only a call that was refused for an old token is sent again.
    pub(crate) async fn change(
        &self,
        verb: Verb,
        path: &str,
        body: &Value,
        cause: Cause,
    ) -> Result<String, SpotifyError> {
        self.send(Some((verb, body)), path, cause).await
    }

    async fn ask(&self, path: &str, cause: Cause) -> Result<String, SpotifyError> {
        for repeat in 0..REPEATS {
            match self.send(None, path, cause).await {
                Err(error) if error.is_passing() => tokio::time::sleep(self.breath(repeat).await).await,
                other => return other,
            }
        }
        self.send(None, path, cause).await
    }

    /// Between half and one and a half of the doubling pause (xorshift of the seed).
    async fn breath(&self, repeat: u32) -> Duration {
        let mut state = self.0.lane.lock().await;
        for shift in [13_i32, -7, 17] {
            let x = state.random;
            state.random ^= if shift > 0 { x << shift } else { x >> -shift };
        }
        let base = PAUSE_MS << repeat;
        Duration::from_millis(base / 2 + state.random % base)
    }

    async fn send(
        &self,
        change: Option<(Verb, &Value)>,
        path: &str,
        cause: Cause,
    ) -> Result<String, SpotifyError> {
        let mut state = self.0.lane.lock().await;
        let client = state.client.clone().ok_or(SpotifyError::NotSignedIn)?;
        let wait = state.gate.enter(self.now(), cause)?;
        tokio::time::sleep(millis(wait)).await;
        let result = self.with_token(&mut state, &client, change, path).await;
        if let Err(error) = result {
            self.note(&mut state, error);
        }
        result
    }

    /// One call, with the token renewed before if it has expired, and after if it was refused.
    async fn with_token(
        &self,
        state: &mut State,
        client: &Wrapped,
        change: Option<(Verb, &Value)>,
        path: &str,
    ) -> Result<String, SpotifyError> {
        if client.token().await.is_none_or(|t| t.is_expired()) {
            self.renew(state, client).await?;
        }
        let now = self.now();
        match self.once(client, change, path).await {
            Err(SpotifyError::Unauthorised) if state.renewed.is_none_or(|at| now - at >= FRESH) => {
                self.renew(state, client).await?;
                self.once(client, change, path).await
            }
            other => other,
        }
    }

    async fn once(
        &self,
        client: &Wrapped,
        change: Option<(Verb, &Value)>,
        path: &str,
    ) -> Result<String, SpotifyError> {
        let query = Query::new();
        let call = async {
            match change {
                None => client.api_get(path, &query).await,
                Some((Verb::Post, body)) => client.api_post(path, body).await,
                Some((Verb::Put, body)) => client.api_put(path, body).await,
            }
        };
        self.patient(call, path, classify::api).await
    }

    /// Renews the access token. Calls have the lane to themselves, so two never do this at once.
    async fn renew(&self, state: &mut State, client: &Wrapped) -> Result<(), SpotifyError> {
        let token = self.patient(client.refetch_token(), "", classify::accounts).await?;
        let token = token.ok_or(SpotifyError::NotSignedIn)?;
        let refresh = token.refresh_token.clone();
        client.set_token(Some(token)).await;
        state.renewed = Some(self.now());
        if let Some(refresh) = refresh {
            self.keep_rotated(&refresh);
        }
        Ok(())
    }

    /// Waits for an answer as long as is right, and finds the cause of a failure.
    pub(crate) async fn patient<T>(
        &self,
        call: impl Future<Output = ClientResult<T>>,
        path: &str,
        cause: fn(&Refusal<'_>, Timestamp) -> SpotifyError,
    ) -> Result<T, SpotifyError> {
        let whole = async {
            match call.await {
                Ok(answer) => Ok(answer),
                Err(error) => Err(self.cause_of(error, path, cause).await),
            }
        };
        let answered = tokio::time::timeout(self.0.options.patience, whole).await;
        answered.unwrap_or(Err(SpotifyError::Interrupted))
    }

    async fn cause_of(
        &self,
        error: ClientError,
        path: &str,
        cause: fn(&Refusal<'_>, Timestamp) -> SpotifyError,
    ) -> SpotifyError {
        let ClientError::Http(error) = error else {
            return SpotifyError::BadReply;
        };
        match *error {
            HttpError::StatusCode(response) => {
                let status = response.status().as_u16();
                let retry = response.headers().get("retry-after").and_then(|v| v.to_str().ok());
                let retry = retry.map(str::to_owned);
                let body = response.text().await.unwrap_or_default();
                cause(&Refusal { status, retry_after: retry.as_deref(), body: &body, path }, self.now())
            }
            HttpError::Client(reqwest_middleware::Error::Reqwest(e)) if e.is_connect() => {
                SpotifyError::Offline
            }
            HttpError::Client(_) => SpotifyError::Interrupted,
        }
    }

    /// Remembers what a failure means for the calls to come.
    fn note(&self, state: &mut State, error: SpotifyError) {
        if let Some(cooldown) = Cooldown::of(error) {
            state.gate.close(error);
            self.remember(|n| n.cooldown = Some(cooldown));
        }
        if error == SpotifyError::SignInEnded {
            state.client = None;
            self.forget_sign_in();
        }
    }

    pub(crate) async fn take(&self, client: Wrapped, account: Account) {
        let mut state = self.0.lane.lock().await;
        (state.client, state.renewed) = (Some(client), None);
        self.set_account(Some(account));
    }

    pub(crate) async fn drop_client(&self) {
        let mut state = self.0.lane.lock().await;
        if let Some(client) = state.client.take() {
            client.set_token(None).await;
        }
        state.gate = Gate::new(self.0.options.gap, None);
        *self.cache() = Cache::default();
        self.set_account(None);
    }

    pub(crate) fn account(&self) -> Option<Account> {
        locked(&self.0.account).clone()
    }

    pub(crate) fn set_account(&self, account: Option<Account>) {
        *locked(&self.0.account) = account;
    }

    /// Changes what is known of the sign-in, if there still is one.
    pub(crate) fn change_account(&self, with: impl FnOnce(&mut Account)) {
        if let Some(account) = &mut *locked(&self.0.account) {
            with(account);
        }
    }

    pub(crate) fn cache(&self) -> MutexGuard<'_, Cache> {
        locked(&self.0.cache)
    }

    pub(crate) fn keep(&self) -> &TokenStore {
        &self.0.keep
    }

    pub(crate) fn addresses(&self) -> &Addresses {
        &self.0.options.addresses
    }

    pub(crate) fn code(&self, track: &TrackId) -> Option<String> {
        (self.0.options.codes)(track)
    }

    pub(crate) fn now(&self) -> Timestamp {
        (self.0.options.clock)()
    }

    pub(crate) fn remember(&self, with: impl FnOnce(&mut Remembered)) {
        locked(&self.0.notes).change(with);
    }

    pub(crate) fn erase_notes(&self) {
        locked(&self.0.notes).erase();
    }

    pub(crate) fn known_playlist(&self, key: &str) -> Option<String> {
        locked(&self.0.notes).get().playlists.get(key).cloned()
    }

    /// How the listener wants playlists called and described.
    #[must_use]
    pub fn patterns(&self) -> PlaylistPatterns {
        locked(&self.0.notes).get().patterns.clone().unwrap_or_default()
    }

    /// Remembers it.
    pub fn set_patterns(&self, patterns: PlaylistPatterns) {
        self.remember(|n| n.patterns = Some(patterns).filter(|p| *p != PlaylistPatterns::default()));
    }

    /// The remembered client id, and until when Spotify asked for silence.
    pub(crate) fn remembered(&self, now: Timestamp) -> (Option<String>, Option<Timestamp>) {
        let notes = locked(&self.0.notes);
        let until = notes.get().cooldown.and_then(|c| c.error().until()).filter(|until| now < *until);
        (notes.get().client_id.clone(), until)
    }
}

fn millis(span: Span) -> Duration {
    Duration::from_millis(u64::try_from(span.0).unwrap_or(0))
}
