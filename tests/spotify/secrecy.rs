//! No token in any log record at the finest level, in any error, `Debug` text or file: a canary test.
//!
//! It has a process of its own, since a logger is for a whole process.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use attune_core::{AppError, Timestamp};
use attune_spotify::{Addresses, Cause, MoodPlaylist, Options, Spotify};
use attune_testkit::MemorySecrets;
use attune_testkit::spotify::{FakeSpotify, Fault, Trouble, visit};
use std::fmt::Write as _;
use std::io;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use tracing_subscriber::fmt::MakeWriter;

/// Everything that is logged, by `tracing` and by `log`.
#[derive(Clone, Default)]
struct Logged(Arc<Mutex<Vec<u8>>>);

impl Logged {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

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

#[tokio::test(flavor = "multi_thread")]
async fn no_token_is_seen_anywhere() {
    let logged = Logged::default();
    // It takes the records of `log` as well, with no filter at all.
    tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(logged.clone()).init();

    let fake = FakeSpotify::start().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(AtomicI64::new(1_795_000_000_000));
    let time = Arc::clone(&clock);
    let time = Arc::new(move || Timestamp(time.load(Ordering::SeqCst)));
    let mut options = Options::new(Some(folder.path().to_owned()), time, 1);
    options.addresses = Addresses::at(&fake.base());
    let secrets = Arc::new(MemorySecrets::default());
    let spotify = Spotify::new(options.clone(), secrets.clone());
    let mut shown = String::new();

    let client_id = fake.world().client_id();
    let sign_in = spotify.begin_sign_in(&client_id).await.unwrap();
    let back = visit(sign_in.url()).unwrap().location.unwrap();
    write!(shown, "{sign_in:?} {sign_in:#?}").unwrap();
    let finish = tokio::spawn(sign_in.finish());
    write!(shown, "{:?}", visit(&back).unwrap()).unwrap();
    write!(shown, "{:?}", finish.await.unwrap()).unwrap();

    let list = MoodPlaylist::new("calm", "Calm", "");
    let troubles = [
        Trouble::Status(500),
        Trouble::Unauthorised,
        Trouble::Garbage,
        Trouble::Cut,
        Trouble::TooMany(Some("1".into())),
        Trouble::MissingFields(vec!["access_token".into()]),
    ];
    for trouble in troubles {
        for path in ["me", "api/token", "playlists"] {
            fake.world().trouble(Fault::new("", path, 2, trouble.clone()));
        }
        fake.world().void_access();
        clock.fetch_add(120_000, Ordering::SeqCst);
        let errors: Vec<AppError> = [
            spotify.devices().await.err(),
            spotify.pause().await.err(),
            spotify.plan(&list, &[], Cause::Listener).await.err(),
        ]
        .into_iter()
        .flatten()
        .map(AppError::from)
        .collect();
        fake.world().faults.clear();
        write!(shown, "{errors:?} {spotify:?} {spotify:#?} {:?} {secrets:?}", spotify.status()).unwrap();
        shown += &serde_json::to_string(&(errors, spotify.status())).unwrap();
    }
    let restarted = Spotify::new(options, secrets.clone());
    clock.fetch_add(120_000, Ordering::SeqCst);
    assert!(restarted.restore().await.unwrap() && restarted.devices().await.is_ok());
    write!(shown, "{restarted:?}").unwrap();

    shown += &logged.text();
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        shown += &std::fs::read_to_string(entry.unwrap().path()).unwrap();
    }
    let tokens = fake.world().secrets();
    assert!(tokens.len() > 4, "the canaries sang: {}", tokens.len());
    // The log is really taken, also from the library that would show tokens.
    assert!(logged.text().contains("rspotify") && logged.text().contains("Making request"));
    for token in tokens.iter().filter(|t| !t.starts_with("AQcode")) {
        assert!(!shown.contains(token.as_str()), "a token was shown");
    }
    let code = tokens.iter().find(|t| t.starts_with("AQcode")).unwrap();
    assert!(!logged.text().contains(code.as_str()), "the code was logged");
}
