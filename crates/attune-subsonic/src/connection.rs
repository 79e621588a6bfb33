//! The calls to one server: what is sent, in which form, and what a refusal means.
//!
//! A [`Connection`] belongs to one server and one login; any thread may use it. Questions ([`Connection::ask`]) are asked
//! again where a failure may pass, changes ([`Connection::ask_once`]) never. A refusal that names a time shuts the gate until
//! then: later calls fail at once with `server_rate_limited`. Parameters travel in the body where the server takes that,
//! and no address of a request is ever in a log or an error.

use crate::address::Address;
use crate::certificate::{self, Fingerprint, Refused};
use crate::error::SubsonicError;
use crate::login::{Login, Proof};
use crate::reply::Reply;
use attune_core::time::Clock;
use attune_core::{Span, Timestamp};
use reqwest::blocking::{Client, RequestBuilder, Response};
use reqwest::header::{LOCATION, RETRY_AFTER};
use reqwest::redirect::Policy;
use std::io::Read as _;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use std::{error, fmt, io, thread};

/// The protocol's version that Attune speaks.
pub(crate) const PROTOCOL: &str = "1.16.1";
/// The name under which servers list what is connected to them.
const CLIENT: &str = "Attune";
/// The longest reply that is read, in bytes: a page of 500 songs has about half a megabyte.
const LONGEST_REPLY: u64 = 32 << 20;
/// How often a question is asked again after a failure that may pass.
const REPEATS: u32 = 2;
/// The first pause before asking again; it doubles.
const PAUSE: Duration = Duration::from_millis(300);
/// What is waited for when a 429 does not say.
const USUAL_WAIT: Span = Span::seconds(30);
/// The longest wait that is believed.
const LONGEST_WAIT: Span = Span::minutes(24 * 60);

/// How requests to a server are made.
#[derive(Debug, Clone)]
pub(crate) struct Manner {
    pub(crate) proof: Proof,
    /// Parameters go into the body.
    pub(crate) form_post: bool,
    /// The protocol's version to name.
    pub(crate) protocol: String,
}

/// One server, one login.
pub(crate) struct Connection {
    address: Address,
    login: Option<Login>,
    manner: Manner,
    client: Client,
    refused: Refused,
    clock: Clock,
    patience: Duration,
    /// Until when the server asked for silence.
    closed: Mutex<Timestamp>,
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Connection {
    /// A connection that has sent nothing yet. `patience` is how long the server may be silent; without a login only
    /// public questions can be asked.
    pub(crate) fn new(
        address: Address,
        accepted: Option<Fingerprint>,
        login: Option<Login>,
        manner: Manner,
        (clock, patience): (Clock, Duration),
    ) -> Result<Self, SubsonicError> {
        let refused = Refused::default();
        let tls = certificate::tls(accepted, refused.clone()).ok_or(SubsonicError::NoThread)?;
        let client = Client::builder()
            .use_preconfigured_tls(tls)
            .redirect(Policy::none())
            .no_proxy()
            .http1_only()
            .timeout(patience)
            .connect_timeout(patience)
            .user_agent(CLIENT)
            .build()
            .map_err(|_| SubsonicError::NoThread)?;
        let closed = Mutex::new(Timestamp(i64::MIN));
        Ok(Self { address, login, manner, client, refused, clock, patience, closed })
    }

    pub(crate) fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// Asks a question, again where a failure may pass.
    pub(crate) fn ask(&self, method: &str, parameters: &[(&str, &str)]) -> Result<Reply, SubsonicError> {
        let mut pause = PAUSE;
        for _ in 0..REPEATS {
            match self.ask_once(method, parameters) {
                Err(error) if error.is_passing() => thread::sleep(pause),
                done => return done,
            }
            pause *= 2;
        }
        self.ask_once(method, parameters)
    }

    /// Asks for something once.
    pub(crate) fn ask_once(&self, method: &str, parameters: &[(&str, &str)]) -> Result<Reply, SubsonicError> {
        let response = self.send(method, parameters, |request| request)?;
        self.read(response)
    }

    /// Asks for a song's file as it is, from byte `from` on if it is above 0; `tag` is the version that the bytes before it
    /// had. The answer's status is 200, 206 or 416.
    pub(crate) fn file(&self, song: &str, from: u64, tag: Option<&str>) -> Result<Response, SubsonicError> {
        let response = self.send("stream", &[("id", song), ("format", "raw")], |request| {
            if from == 0 {
                return request;
            }
            let ranged = request.header("Range", format!("bytes={from}-"));
            match tag {
                Some(tag) => ranged.header("If-Range", tag),
                None => ranged,
            }
        })?;
        let kind = response.headers().get("content-type").and_then(|v| v.to_str().ok()).unwrap_or_default();
        let says = |word: &str| kind.to_ascii_lowercase().contains(word);
        match response.status().as_u16() {
            // Servers refuse with a text, also where they say that all is well.
            200 | 206 if says("json") || says("xml") || says("html") => {
                self.read(response).and(Err(SubsonicError::BadReply))
            }
            200 | 206 | 416 => Ok(response),
            _ => self.read(response).and(Err(SubsonicError::BadReply)),
        }
    }

    /// Asks once for a cover whose longer side is about `side` pixels.
    pub(crate) fn cover(&self, cover: &str, side: &str) -> Result<Vec<u8>, SubsonicError> {
        let mut response = self.send("getCoverArt", &[("id", cover), ("size", side)], |request| request)?;
        let kind = response.headers().get("content-type").and_then(|v| v.to_str().ok()).unwrap_or_default();
        if response.status().is_success() && kind.to_ascii_lowercase().starts_with("image/") {
            return self.body(&mut response);
        }
        self.read(response).and(Err(SubsonicError::BadReply))
    }

    /// When calls may go on, if the gate is shut.
    pub(crate) fn closed_until(&self) -> Option<Timestamp> {
        let until = *self.closed.lock().unwrap_or_else(PoisonError::into_inner);
        (until > self.now()).then_some(until)
    }

    fn send(
        &self,
        method: &str,
        parameters: &[(&str, &str)],
        with: impl FnOnce(RequestBuilder) -> RequestBuilder,
    ) -> Result<Response, SubsonicError> {
        if let Some(until) = self.closed_until() {
            return Err(SubsonicError::RateLimited { until });
        }
        let mut all = vec![("v", self.manner.protocol.clone()), ("c", CLIENT.into()), ("f", "json".into())];
        if let Some(login) = &self.login {
            all.extend(self.manner.proof.parameters(login).map_err(|_| SubsonicError::NoThread)?);
        }
        all.extend(parameters.iter().map(|(name, value)| (*name, (*value).to_owned())));
        let to = self.address.method(method);
        let request = if self.manner.form_post {
            self.client.post(to).form(&all)
        } else {
            self.client.get(to).query(&all)
        };
        tracing::debug!(method, "a server is asked");
        // What was refused for an earlier call says nothing of this one.
        self.refused.take();
        with(request).send().map_err(|error| self.failure(&error))
    }

    /// The body as a reply.
    fn read(&self, mut response: Response) -> Result<Reply, SubsonicError> {
        let status = response.status().as_u16();
        if let Some(error) = self.refusal(&response) {
            return Err(error);
        }
        let body = self.body(&mut response);
        match (status, body.and_then(|body| Reply::read(&body))) {
            (200..=299, read) => read,
            // Some servers say in the body what their status hides.
            (_, Err(error)) if !matches!(error, SubsonicError::BadReply | SubsonicError::Interrupted) => {
                Err(error)
            }
            (401 | 403, _) => Err(SubsonicError::WrongPassword),
            (500..=599, _) => Err(SubsonicError::Failed(status)),
            _ => Err(SubsonicError::Refused(status.into())),
        }
    }

    /// What a status says whatever the body.
    fn refusal(&self, response: &Response) -> Option<SubsonicError> {
        let header = |name| response.headers().get(name).and_then(|v| v.to_str().ok());
        match response.status().as_u16() {
            300..=399 => {
                let to = header(LOCATION).and_then(|to| self.address.origin_of(to));
                Some(to.map_or(SubsonicError::NoServer, SubsonicError::Moved))
            }
            429 => {
                let seconds = header(RETRY_AFTER).and_then(|s| s.trim().parse::<i64>().ok());
                let wait = seconds.filter(|s| *s >= 0).map_or(USUAL_WAIT, Span::seconds).min(LONGEST_WAIT);
                let until = self.now() + wait;
                *self.closed.lock().unwrap_or_else(PoisonError::into_inner) = until;
                Some(SubsonicError::RateLimited { until })
            }
            _ => None,
        }
    }

    /// All of a body, unless it is endless or comes too slowly.
    fn body(&self, response: &mut Response) -> Result<Vec<u8>, SubsonicError> {
        let (mut body, mut buffer) = (Vec::new(), vec![0; 64 << 10]);
        let ends = Instant::now() + 3 * self.patience;
        loop {
            match response.read(&mut buffer) {
                Ok(0) => return Ok(body),
                Ok(n) => body.extend_from_slice(&buffer[..n]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return Err(SubsonicError::Interrupted),
            }
            if Instant::now() > ends {
                return Err(SubsonicError::Interrupted);
            }
            if body.len() as u64 > LONGEST_REPLY {
                return Err(SubsonicError::BadReply);
            }
        }
    }

    /// Why no answer came.
    fn failure(&self, error: &reqwest::Error) -> SubsonicError {
        if let Some(presented) = self.refused.take() {
            return SubsonicError::Certificate(presented);
        }
        if is_of_tls(error) {
            return SubsonicError::Encryption;
        }
        if error.is_connect() { SubsonicError::Offline } else { SubsonicError::Interrupted }
    }
}

/// Whether an error comes from the encryption.
fn is_of_tls(error: &reqwest::Error) -> bool {
    let mut next: Option<&(dyn error::Error + 'static)> = Some(error);
    while let Some(cause) = next {
        let inner = cause.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        if cause.is::<rustls::Error>()
            || inner.is_some_and(<dyn error::Error + Send + Sync>::is::<rustls::Error>)
        {
            return true;
        }
        next = cause.source();
    }
    false
}
