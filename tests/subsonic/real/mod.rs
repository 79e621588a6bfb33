//! What tests against real servers share: the server's process, files of sound, a listener.

use attune_core::{Secret, Timestamp};
use attune_subsonic::{Address, Login, NewServer, Options, Servers};
use attune_testkit::MemorySecrets;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// A server's process. Dropping it ends it.
pub(crate) struct Running(Child);

impl Running {
    /// Starts a server and waits until it answers on that port.
    pub(crate) fn start(program: &mut Command, port: u16) -> Self {
        let mut running = Self(program.spawn().unwrap());
        let ends = Instant::now() + Duration::from_mins(3);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = running.0.try_wait().unwrap();
            assert!(ended.is_none() && Instant::now() < ends, "the server does not answer: {ended:?}");
            thread::sleep(Duration::from_millis(100));
        }
        running
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A port of this machine that nobody listens on.
pub(crate) fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// A server at that address with Alice's account.
pub(crate) fn new_server(address: &str, password: &str) -> NewServer {
    NewServer {
        address: Address::parse(address).unwrap(),
        login: Login::Password { name: "alice".into(), password: Secret::new(password) },
        accepted: None,
        plain_password: false,
    }
}

/// A tone as a WAV file: one channel of 16 bits at 22,050 Hz.
pub(crate) fn wav(seconds: u32, hertz: f64) -> Vec<u8> {
    let (rate, bytes) = (22_050_u32, 22_050 * 2 * seconds);
    let mut file = b"RIFF".to_vec();
    file.extend((36 + bytes).to_le_bytes());
    file.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    file.extend(rate.to_le_bytes());
    file.extend((rate * 2).to_le_bytes());
    file.extend(b"\x02\0\x10\0data");
    file.extend(bytes.to_le_bytes());
    for n in 0..rate * seconds {
        let angle = f64::from(n) * hertz * std::f64::consts::TAU / f64::from(rate);
        file.extend(((angle.sin() * 12_000.0) as i16).to_le_bytes());
    }
    file
}

/// A listener's servers in that folder, with the system's clock.
pub(crate) fn open(folder: &Path) -> Servers {
    let now = || {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        Timestamp(since.as_millis() as i64)
    };
    let options = Options::new(Some(folder.to_owned()), Arc::new(now));
    Servers::open(options, Arc::new(MemorySecrets::default())).unwrap().0
}
