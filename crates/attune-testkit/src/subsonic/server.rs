//! The sockets around the fake's state.

use super::answer::answer;
use super::http;
use super::world::World;
use rustls::crypto::ring;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{self, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// The two certificates with their keys. Both name 127.0.0.1 and are signed by themselves.
const CERTIFICATES: [(&[u8], &[u8]); 2] = [
    (include_bytes!("certificates/first.crt"), include_bytes!("certificates/first.key")),
    (include_bytes!("certificates/second.crt"), include_bytes!("certificates/second.key")),
];

/// A running fake. Dropping it stops it.
#[derive(Debug)]
pub struct FakeSubsonic {
    address: SocketAddr,
    scheme: &'static str,
    world: Arc<Mutex<World>>,
    /// Which of the certificates is shown.
    second: Arc<AtomicBool>,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl FakeSubsonic {
    /// Serves plain HTTP on a free port of this machine.
    pub fn start() -> io::Result<Self> {
        Self::serve(0, None)
    }

    /// Serves plain HTTP on that port; 0 takes a free one.
    pub fn start_at(port: u16) -> io::Result<Self> {
        Self::serve(port, None)
    }

    /// Serves TLS on a free port, with a certificate that nobody vouches for.
    pub fn start_encrypted() -> io::Result<Self> {
        let configs = CERTIFICATES.map(|(certificate, key)| config(certificate, key));
        let [first, second] = configs;
        Self::serve(0, Some([first?, second?]))
    }

    fn serve(port: u16, tls: Option<[Arc<ServerConfig>; 2]>) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let mut fake = Self {
            address: listener.local_addr()?,
            scheme: if tls.is_some() { "https" } else { "http" },
            world: Arc::new(Mutex::new(World::usual())),
            second: Arc::default(),
            stop: Arc::default(),
            thread: None,
        };
        let (world, second, stop) = (fake.world.clone(), fake.second.clone(), fake.stop.clone());
        let thread = thread::Builder::new().name("fake-subsonic".into()).spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if stop.load(Ordering::SeqCst) {
                    return;
                }
                let tls = tls.as_ref().map(|both| both[usize::from(second.load(Ordering::SeqCst))].clone());
                let world = Arc::clone(&world);
                // A client that goes away in the middle is its own affair.
                thread::spawn(move || drop(connected(stream, tls, &world)));
            }
        })?;
        fake.thread = Some(thread);
        Ok(fake)
    }

    /// Where it listens, as in `http://127.0.0.1:4040`.
    #[must_use]
    pub fn base(&self) -> String {
        format!("{}://{}", self.scheme, self.address)
    }

    /// The state, to look at and to change. Let it go before the next request.
    pub fn world(&self) -> MutexGuard<'_, World> {
        lock(&self.world)
    }

    /// From now on shows its other certificate to new connections.
    pub fn change_certificate(&self) {
        self.second.store(true, Ordering::SeqCst);
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for FakeSubsonic {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for connections.
        let woken = TcpStream::connect_timeout(&self.address, Duration::from_secs(5)).is_ok();
        if let Some(thread) = self.thread.take().filter(|_| woken) {
            let _ = thread.join();
        }
    }
}

fn lock(world: &Mutex<World>) -> MutexGuard<'_, World> {
    world.lock().unwrap_or_else(PoisonError::into_inner)
}

fn config(certificate: &'static [u8], key: &'static [u8]) -> io::Result<Arc<ServerConfig>> {
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key));
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|c| c.with_no_client_auth().with_single_cert(vec![CertificateDer::from(certificate)], key));
    config.map(Arc::new).map_err(io::Error::other)
}

fn connected(stream: TcpStream, tls: Option<Arc<ServerConfig>>, world: &Mutex<World>) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_mins(1)))?;
    stream.set_nodelay(true)?;
    match tls {
        None => speak(stream, world),
        Some(config) => {
            let session = ServerConnection::new(config).map_err(io::Error::other)?;
            speak(StreamOwned::new(session, stream), world)
        }
    }
}

/// Answers until the client or a fault ends the connection.
fn speak(stream: impl Read + Write, world: &Mutex<World>) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    while let Some(request) = http::read(&mut stream)? {
        let (answer, trouble) = answer(&mut lock(world), &request);
        if !http::write(stream.get_mut(), &answer, trouble.as_ref())? {
            return Ok(());
        }
    }
    Ok(())
}
