//! No password, key, hash or salt in any log record at the finest level, in any error, `Debug` text or file: a canary test.
//!
//! It has a process of its own, since a logger is for a whole process.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use attune_core::{AppError, Secret, Timestamp, TrackId};
use attune_subsonic::{Address, Heard, Login, NewServer, Options, QUIET_TARGETS, Servers};
use attune_testkit::MemorySecrets;
use attune_testkit::subsonic::{FakeSubsonic, Trouble};
use std::fmt::Write as _;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

/// Everything that is logged, by `tracing` and by `log`.
#[derive(Clone, Default)]
struct Logged(Arc<Mutex<Vec<u8>>>);

impl io::Write for Logged {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Logged {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Says everything that can go wrong with a song, as people see it.
fn failures(servers: &Servers, fake: &FakeSubsonic, track: &TrackId, shown: &mut String) {
    for trouble in [
        Trouble::Html,
        Trouble::Garbage,
        Trouble::Refusal(40),
        Trouble::Refusal(0),
        Trouble::Status(500),
        Trouble::NoAnswer,
        Trouble::Redirect("http://elsewhere.example/?p=sesame-canary".into()),
        Trouble::TooMany(Some("0".into())),
    ] {
        fake.world().trouble("scrobble", 1, trouble);
        let error: AppError = servers.scrobble(track, Heard::Begun).unwrap_err();
        write!(shown, "{error:?} {error} {} {}", error.for_log(), error.causes()).unwrap();
    }
}

fn files(folder: &Path, shown: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, shown);
        } else {
            *shown += &String::from_utf8_lossy(&std::fs::read(path).unwrap());
        }
    }
}

#[test]
fn no_secret_is_seen_anywhere() {
    let logged = Logged::default();
    let layer = tracing_subscriber::fmt::layer().with_writer(logged.clone());
    // As the programs do: everything of ours, and nothing of the libraries below.
    let quiet = QUIET_TARGETS.iter().fold(tracing_subscriber::EnvFilter::new("trace"), |filter, target| {
        filter.add_directive(format!("{target}=off").parse().unwrap())
    });
    tracing_subscriber::registry().with(quiet).with(layer).init();
    let folder = tempfile::tempdir().unwrap();
    let mut shown = String::new();
    let mut secrets = vec!["sesame-canary".to_owned(), "736573616d652d63616e617279".to_owned()];

    // By hash in the address, by password in the address, by form.
    for (tokens, form) in [(true, false), (false, false), (true, true)] {
        let fake = FakeSubsonic::start().unwrap();
        {
            let mut world = fake.world();
            (world.tokens, world.password) = (tokens, "sesame-canary".into());
            world.extensions.retain(|_| form);
        }
        let options = Options::new(Some(folder.path().to_owned()), Arc::new(|| Timestamp(1_795_000_000_000)));
        let (servers, _) = Servers::open(options, Arc::new(MemorySecrets::default())).unwrap();
        let new = NewServer {
            address: Address::parse(&fake.base()).unwrap(),
            login: Login::Password { name: "alice".into(), password: Secret::new("sesame-canary") },
            accepted: None,
            plain_password: false,
        };
        let (server, kept) = servers.add("", &new).unwrap();
        servers.scan(&server.id, false, &|| true, &mut |_| {}).unwrap();
        servers.set_reporting(&server.id, true, true).unwrap();
        let track = servers.all().unwrap()[0].id.clone();
        servers.whole_song(&track).unwrap();
        failures(&servers, &fake, &track, &mut shown);
        let song = servers.song(&track).unwrap();
        write!(shown, "{servers:?} {new:?} {server:?} {kept:?} {song:?}").unwrap();
        write!(shown, "{}", serde_json::to_string(&(&server, &song)).unwrap()).unwrap();
        let world = fake.world();
        let names = ["t", "s", "p"];
        secrets.extend(
            world.seen.iter().flat_map(|s| names.map(|n| s.parameter(n).unwrap_or_default().to_owned())),
        );
        let in_addresses = world.seen.iter().any(|s| s.query.contains("t=") || s.query.contains("p="));
        assert_eq!(in_addresses, !form, "with formPost nothing is in addresses");
    }
    files(folder.path(), &mut shown);
    let log = String::from_utf8_lossy(&logged.0.lock().unwrap()).into_owned();
    assert!(log.contains("a server is asked"), "the log is really taken");
    shown += &log;
    secrets.retain(|s| !s.is_empty());
    assert!(secrets.len() > 20);
    for secret in secrets {
        assert!(!shown.contains(&secret), "a secret was shown: {secret}");
    }
}
