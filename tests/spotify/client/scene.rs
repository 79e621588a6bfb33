//! A fake Spotify, a client, a keyring and a clock that can be moved.

use attune_core::{Span, Timestamp, TrackId};
use attune_spotify::{Addresses, Options, SignIn, Spotify, SpotifyError, Status, Wanted};
use attune_testkit::MemorySecrets;
use attune_testkit::spotify::{FakeSpotify, Fault, Trouble, visit};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

/// Some day in November 2026.
pub(crate) const START: i64 = 1_795_000_000_000;

pub(crate) struct Scene {
    pub(crate) fake: FakeSpotify,
    pub(crate) spotify: Spotify,
    pub(crate) secrets: Arc<MemorySecrets>,
    pub(crate) folder: tempfile::TempDir,
    clock: Arc<AtomicI64>,
    patience: Duration,
}

impl Scene {
    pub(crate) fn new() -> Self {
        Self::with_patience(Duration::from_secs(9))
    }

    /// A client that waits that long for an answer.
    pub(crate) fn with_patience(patience: Duration) -> Self {
        let fake = FakeSpotify::start().unwrap();
        fake.world().stop_clock();
        let secrets = Arc::new(MemorySecrets::default());
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(AtomicI64::new(START));
        let spotify = client(&fake, &secrets, &folder, &clock, patience);
        Self { fake, spotify, secrets, folder, clock, patience }
    }

    pub(crate) async fn signed_in() -> Self {
        let scene = Self::new();
        scene.sign_in().await.unwrap();
        scene
    }

    /// What a restart of the program does: everything but keyring and notes is new.
    pub(crate) async fn restart(&mut self) -> bool {
        self.spotify.save_sign_in().await;
        self.spotify = client(&self.fake, &self.secrets, &self.folder, &self.clock, self.patience);
        self.spotify.restore().await.unwrap()
    }

    pub(crate) async fn sign_in(&self) -> Result<Status, SpotifyError> {
        let client_id = self.fake.world().client_id();
        let sign_in = self.spotify.begin_sign_in(&client_id).await.unwrap();
        let back = Self::back(&sign_in);
        let finish = tokio::spawn(sign_in.finish());
        let page = visit(&back).unwrap();
        assert_eq!(page.status, 200, "{}", page.body);
        finish.await.unwrap()
    }

    /// Where the sign-in page sends the browser.
    pub(crate) fn back(sign_in: &SignIn) -> String {
        let page = visit(sign_in.url()).unwrap();
        page.location.unwrap_or_else(|| panic!("{} {}", page.status, page.body))
    }

    pub(crate) fn skip(&self, time: Span) {
        self.clock.fetch_add(time.0, Ordering::SeqCst);
        self.fake.world().skip(Duration::from_millis(time.0.unsigned_abs()));
    }

    pub(crate) fn trouble(&self, method: &str, path: &str, times: u32, trouble: Trouble) {
        self.fake.world().trouble(Fault::new(method, path, times, trouble));
    }

    pub(crate) fn count(&self, method: &str, path: &str) -> usize {
        self.fake.world().count(method, path)
    }

    /// Waits for something that another task does.
    pub(crate) async fn until(&self, what: &str, done: impl Fn() -> bool) {
        for _ in 0..18_000 {
            if done() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("not {what}");
    }

    /// The notes' file, if there is one.
    pub(crate) fn notes(&self) -> Option<String> {
        std::fs::read_to_string(self.folder.path().join("spotify.json")).ok()
    }
}

fn client(
    fake: &FakeSpotify,
    secrets: &Arc<MemorySecrets>,
    folder: &tempfile::TempDir,
    clock: &Arc<AtomicI64>,
    patience: Duration,
) -> Spotify {
    let clock = Arc::clone(clock);
    let time = Arc::new(move || Timestamp(clock.load(Ordering::SeqCst)));
    let mut options = Options::new(Some(folder.path().to_owned()), time, 1);
    options.addresses = Addresses::at(&fake.base());
    options.codes = Arc::new(|id| (id.0 == "local:coded").then(|| "XX-A01-26-00006".to_owned()));
    options.gap = Span(1);
    options.patience = patience;
    Spotify::new(options, secrets.clone())
}

pub(crate) fn wanted(title: &str, artist: &str) -> Wanted {
    let id = TrackId::from_names(title, artist);
    Wanted { id, title: title.into(), artist: artist.into(), isrc: None, duration_ms: None }
}
