//! The loopback listener: open for one sign-in, for two minutes, for one answer.

use crate::callback::{Verdict, judge};
use crate::error::SpotifyError;
use attune_core::Secret;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

/// No browser sends a longer head with a code.
const MAX_HEAD: usize = 8 * 1024;
/// How long one visitor may take.
const VISIT: Duration = Duration::from_secs(5);
/// How many visitors may talk at once.
const VISITORS: usize = 16;

const PAGE: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Attune</title>\
<style>body{font:16px/1.5 system-ui;margin:20vh auto;max-width:32em;text-align:center}</style>";

/// An open listener.
#[derive(Debug)]
pub(crate) struct Loopback {
    listener: TcpListener,
    host: String,
    state: Secret,
}

/// What is asked of all visitors.
struct Door {
    host: String,
    state: Secret,
    used: AtomicBool,
}

impl Loopback {
    /// Listens on a free port of this machine, with a state of 256 random bits.
    pub(crate) async fn open() -> Result<Self, SpotifyError> {
        let none = |_| SpotifyError::NoListener;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.map_err(none)?;
        let port = listener.local_addr().map_err(none)?.port();
        let mut random = [0_u8; 32];
        getrandom::fill(&mut random).map_err(|_| SpotifyError::NoListener)?;
        let digit = |b: u8| char::from_digit(u32::from(b), 16).unwrap_or('0');
        let state: String = random.iter().flat_map(|b| [digit(b >> 4), digit(b & 15)]).collect();
        Ok(Self { listener, host: format!("127.0.0.1:{port}"), state: Secret::new(state) })
    }

    pub(crate) fn redirect(&self) -> String {
        format!("http://{}", self.host)
    }

    pub(crate) fn state(&self) -> &Secret {
        &self.state
    }

    /// Waits for the code. The listener is closed afterwards, whatever came.
    pub(crate) async fn code(self, limit: Duration) -> Result<Secret, SpotifyError> {
        tokio::time::timeout(limit, self.visitors()).await.unwrap_or(Err(SpotifyError::SignInTimedOut))
    }

    async fn visitors(self) -> Result<Secret, SpotifyError> {
        let door = Arc::new(Door { host: self.host, state: self.state, used: AtomicBool::new(false) });
        let mut inside = JoinSet::new();
        loop {
            tokio::select! {
                came = self.listener.accept(), if inside.len() < VISITORS => {
                    if let Ok((stream, _)) = came {
                        inside.spawn(visit(stream, Arc::clone(&door)));
                    }
                }
                Some(left) = inside.join_next() => {
                    if let Ok(Some(outcome)) = left {
                        return outcome;
                    }
                }
            }
        }
    }
}

/// One visitor; some outcome only from the one that brings Spotify's answer.
async fn visit(mut stream: TcpStream, door: Arc<Door>) -> Option<Result<Secret, SpotifyError>> {
    let head = tokio::time::timeout(VISIT, head(&mut stream)).await.ok()??;
    let (status, text, outcome) = match judge(&head, &door.host, &door.state) {
        Verdict::Refused(status) => (status, "Attune is not waiting for this sign-in.", None),
        _ if door.used.swap(true, Ordering::SeqCst) => (400, "This sign-in has already been used.", None),
        Verdict::Code(code) => (200, "You can close this page and go back to Attune.", Some(Ok(code))),
        Verdict::Denied => {
            (200, "Nothing was shared. You can close this page.", Some(Err(SpotifyError::Denied)))
        }
    };
    // Whether the browser still reads is of no matter for the outcome.
    let _ = tokio::time::timeout(VISIT, reply(&mut stream, status, text)).await;
    outcome
}

async fn head(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let mut head = Vec::new();
    let mut part = [0_u8; 1024];
    while !head.windows(4).any(|w| w == b"\r\n\r\n") {
        let read = stream.read(&mut part).await.ok()?;
        if read == 0 || head.len() + read > MAX_HEAD {
            return None;
        }
        head.extend_from_slice(&part[..read]);
    }
    Some(head)
}

/// A page that shows and keeps nothing, and sends its address nowhere.
async fn reply(stream: &mut TcpStream, status: u16, text: &str) -> std::io::Result<()> {
    let body = format!("{PAGE}<p>{text}</p></html>");
    let length = body.len();
    let reply = format!(
        "HTTP/1.1 {status} -\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: {length}\r\n\
         cache-control: no-store\r\nreferrer-policy: no-referrer\r\nx-content-type-options: nosniff\r\n\
         content-security-policy: default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'\r\n\
         connection: close\r\n\r\n{body}"
    );
    stream.write_all(reply.as_bytes()).await?;
    stream.shutdown().await
}
