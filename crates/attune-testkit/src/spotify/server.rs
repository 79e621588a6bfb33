//! The web server around the fake's state.

use super::answer::answer;
use super::fault::Fault;
use super::reply::{Reply, Travel};
use super::request::{Request, pairs};
use super::world::World;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;
use futures_util::stream::{self, StreamExt as _};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use tokio::sync::oneshot;

/// The longest body that is read.
const MAX_BODY: usize = 1 << 20;

/// A running fake. Dropping it stops it.
#[derive(Debug)]
pub struct FakeSpotify {
    address: SocketAddr,
    world: Arc<Mutex<World>>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl FakeSpotify {
    /// Starts on a free port of this machine.
    pub fn start() -> io::Result<Self> {
        Self::start_at(0)
    }

    /// Starts on that port; 0 takes a free one.
    pub fn start_at(port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let world = Arc::new(Mutex::new(World::usual()));
        let (stop, stopped) = oneshot::channel();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let state = Arc::clone(&world);
        let thread = std::thread::Builder::new().name("fake-spotify".into()).spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    served = serve(listener, state) => { let _ = served; }
                    _ = stopped => {}
                }
            });
        })?;
        Ok(Self { address, world, stop: Some(stop), thread: Some(thread) })
    }

    /// Where it listens, as in `http://127.0.0.1:4000`. Sign-in lies below it, the Web API below `/v1`.
    #[must_use]
    pub fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The state, to look at and to change. Let it go before the next request.
    pub fn world(&self) -> MutexGuard<'_, World> {
        lock(&self.world)
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for FakeSpotify {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn lock(world: &Mutex<World>) -> MutexGuard<'_, World> {
    world.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn serve(listener: TcpListener, world: Arc<Mutex<World>>) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    axum::serve(listener, Router::new().fallback(handle).with_state(world)).await
}

async fn handle(State(world): State<Arc<Mutex<World>>>, request: axum::extract::Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = axum::body::to_bytes(body, MAX_BODY).await.unwrap_or_default();
    let request = read(&parts, &body);
    let reply = match (request.method.as_str(), request.path.as_str()) {
        ("POST", "fake/faults") => script(&mut lock(&world), &request),
        _ => answer(&mut lock(&world), &request),
    };
    sent(&reply)
}

/// A fault as JSON, from outside the process.
fn script(world: &mut World, request: &Request) -> Reply {
    match serde_json::from_slice::<Fault>(&request.body) {
        Ok(fault) => {
            world.trouble(fault);
            Reply::empty(204)
        }
        Err(e) => Reply::plain(400, &e.to_string()),
    }
}

fn read(parts: &Parts, body: &Bytes) -> Request {
    let path = parts.uri.path().trim_start_matches('/');
    let bearer = parts.headers.get("authorization").and_then(|v| v.to_str().ok());
    Request {
        method: parts.method.to_string(),
        path: path.strip_prefix("v1/").unwrap_or(path).to_owned(),
        query: pairs(parts.uri.query().unwrap_or_default()),
        bearer: bearer.and_then(|v| v.strip_prefix("Bearer ")).map(str::to_owned),
        body: body.to_vec(),
    }
}

fn sent(reply: &Reply) -> Response {
    let (kind, bytes) = reply.bytes();
    let mut response = Response::builder().status(reply.status);
    if !kind.is_empty() {
        response = response.header("content-type", kind);
    }
    for (name, value) in &reply.headers {
        response = response.header(*name, value);
    }
    if reply.travel == Travel::Cut {
        response = response.header("content-length", bytes.len().max(2));
    }
    let body = match reply.travel {
        Travel::Whole => Body::from(bytes),
        Travel::Cut => cut(&bytes),
        Travel::Slow(time) => Body::from_stream(stream::once(async move {
            tokio::time::sleep(time).await;
            Ok::<_, io::Error>(Bytes::from(bytes))
        })),
    };
    response.body(body).unwrap_or_default()
}

fn cut(bytes: &[u8]) -> Body {
    let half = Bytes::copy_from_slice(&bytes[..bytes.len() / 2]);
    let broken = async { Err(io::Error::from(io::ErrorKind::ConnectionReset)) };
    Body::from_stream(stream::iter([Ok(half)]).chain(stream::once(broken)))
}
