//! Attune's client of music servers against the fake, over real connections.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod adding;
mod covers;
mod jumping;
mod loading;
mod scanning;
mod scrobbling;

use attune_core::{Secret, Timestamp, TrackId};
use attune_subsonic::{Address, Login, NewServer, Options, ServerScanReport, Servers};
use attune_testkit::MemorySecrets;
use attune_testkit::subsonic::FakeSubsonic;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use tempfile::TempDir;

/// A fake server, a data folder, and a listener whose time goes on by a second with each look at the clock.
struct Scene {
    fake: FakeSubsonic,
    data: TempDir,
    secrets: Arc<MemorySecrets>,
    servers: Servers,
}

impl Scene {
    fn new() -> Self {
        Self::with(FakeSubsonic::start().unwrap(), |_| {})
    }

    fn with(fake: FakeSubsonic, options: impl FnOnce(&mut Options)) -> Self {
        let (data, secrets) = (tempfile::tempdir().unwrap(), Arc::new(MemorySecrets::default()));
        let servers = open(&data, &secrets, options);
        Self { fake, data, secrets, servers }
    }

    /// The same listener after a restart.
    fn restarted(&self) -> Servers {
        open(&self.data, &self.secrets, |_| {})
    }

    fn new_server(&self) -> NewServer {
        NewServer {
            address: Address::parse(&self.fake.base()).unwrap(),
            login: login("sesame"),
            accepted: None,
            plain_password: false,
        }
    }

    /// Adds the fake and reads its list.
    fn scanned(&self) -> String {
        let (server, _) = self.servers.add("", &self.new_server()).unwrap();
        self.scan(&server.id);
        server.id
    }

    fn scan(&self, id: &str) -> ServerScanReport {
        self.servers.scan(id, false, &|| true, &mut |_| {}).unwrap()
    }

    /// The track of a song of the only server.
    fn track(&self, n: usize) -> TrackId {
        let server = &self.servers.list().unwrap()[0].id;
        TrackId(format!("server:{server}:song-{n}"))
    }

    /// What the fake has of a song.
    fn bytes(&self, n: usize) -> Arc<Vec<u8>> {
        Arc::clone(&self.fake.world().songs[n].bytes)
    }
}

fn login(password: &str) -> Login {
    Login::Password { name: "alice".into(), password: Secret::new(password) }
}

fn open(data: &TempDir, secrets: &Arc<MemorySecrets>, with: impl FnOnce(&mut Options)) -> Servers {
    let time = AtomicI64::new(1_795_000_000_000);
    let clock = Arc::new(move || Timestamp(time.fetch_add(1_000, Ordering::SeqCst)));
    let mut options = Options::new(Some(data.path().to_owned()), clock);
    options.patience = Duration::from_secs(5);
    with(&mut options);
    let (servers, warnings) = Servers::open(options, Arc::clone(secrets) as _).unwrap();
    assert_eq!(warnings, []);
    servers
}
