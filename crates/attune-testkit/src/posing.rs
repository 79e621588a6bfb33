//! A web server that poses as Spotify's player: TLS for `open.spotify.com`, under a certificate of these tests that only
//! they trust.

use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// The name that the certificate is for.
pub const NAME: &str = "open.spotify.com";
/// The certificate, as a file of trusted ones takes it; it is its own authority.
pub const CERTIFICATE: &str = include_str!("posing/open.spotify.com.crt");
const KEY: &[u8] = include_bytes!("posing/open.spotify.com.key");

/// A running server. It ends with the process.
#[derive(Debug)]
pub struct PosingHost {
    seen: Arc<Mutex<Vec<String>>>,
}

impl PosingHost {
    /// Serves `page` at port 443 of this machine, whatever is asked for; below `/file` it is to be kept as a file.
    pub fn start(page: &'static str) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 443))?;
        let (config, seen) = (config()?, Arc::<Mutex<Vec<String>>>::default());
        let host = Self { seen: Arc::clone(&seen) };
        thread::Builder::new().name("posing-host".into()).spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (config, seen) = (Arc::clone(&config), Arc::clone(&seen));
                // A client that goes away in the middle is its own affair.
                thread::spawn(move || drop(answer(stream, config, page, &seen)));
            }
        })?;
        Ok(host)
    }

    /// What was asked for so far, path and query, percent signs as they came.
    #[must_use]
    pub fn seen(&self) -> Vec<String> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn config() -> io::Result<Arc<ServerConfig>> {
    let certificate = CertificateDer::from_pem_slice(CERTIFICATE.as_bytes()).map_err(io::Error::other)?;
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(KEY));
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|c| c.with_no_client_auth().with_single_cert(vec![certificate], key));
    config.map(Arc::new).map_err(io::Error::other)
}

/// Answers one request and closes.
fn answer(
    stream: TcpStream,
    config: Arc<ServerConfig>,
    page: &str,
    seen: &Mutex<Vec<String>>,
) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_mins(1)))?;
    let session = ServerConnection::new(config).map_err(io::Error::other)?;
    let mut stream = BufReader::new(StreamOwned::new(session, stream));
    let mut first = String::new();
    stream.read_line(&mut first)?;
    let path = first.split_whitespace().nth(1).unwrap_or_default().to_owned();
    let mut line = String::from(" ");
    while !line.trim().is_empty() {
        line.clear();
        stream.read_line(&mut line)?;
    }
    seen.lock().unwrap_or_else(PoisonError::into_inner).push(path.clone());
    let kept = if path.starts_with("/file") {
        "content-disposition: attachment; filename=taken.html\r\n"
    } else {
        ""
    };
    let stream = stream.get_mut();
    write!(
        stream,
        "HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: {}\r\n{kept}connection: close\r\n\r\n{page}",
        page.len()
    )?;
    stream.conn.send_close_notify();
    stream.flush()
}
