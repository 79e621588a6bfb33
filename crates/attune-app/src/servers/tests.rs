use super::*;
use attune_audio::play::Stop;
use attune_core::{Affect, AffectEstimate, AppError, Secret, Timestamp};
use attune_session::view::{QueueEntry, QueueView};
use attune_session::{Composition, EngineOptions, Listener, Session, no_player};
use attune_store::Store;
use attune_subsonic::{Address, Login, NewServer};
use attune_testkit::MemorySecrets;
use attune_testkit::subsonic::{FakeSubsonic, Trouble};
use std::fs;
use std::time::{Duration, Instant};

/// A listener's servers with the fake among them, its list read.
pub(super) fn scanned(fake: &FakeSubsonic, data: &std::path::Path) -> Servers {
    let options = Options::new(Some(data.to_owned()), compose::clock());
    let (servers, _) = Servers::open(options, Arc::new(MemorySecrets::default())).unwrap();
    let login = Login::Password { name: "alice".into(), password: Secret::new("sesame") };
    let address = Address::parse(&fake.base()).unwrap();
    let new = NewServer { address, login, accepted: None, plain_password: false };
    let (server, _) = servers.add("Home", &new).unwrap();
    servers.scan(&server.id, false, &|| true, &mut |_| {}).unwrap();
    servers
}

/// A session that tells `listener` what happens.
pub(super) fn session(listener: Listener) -> Arc<Session> {
    let none = || AppError::new(ErrorCode::CameraNone, "There is none.");
    let composition = Composition {
        archive: Box::new(Store::in_memory().unwrap()),
        options: EngineOptions { version: "test".into(), seed: 1, starter: vec![], warnings: vec![] },
        clock: Arc::new(|| Timestamp(1_795_000_000_000)),
        open_camera: Arc::new(move |_| Err(none())),
        open_eyes: Arc::new(move || Err(none())),
        senses: attune_session::SensePorts::none(),
        open_player: no_player(),
        listener,
    };
    Arc::new(Session::start(composition).unwrap())
}

fn first(servers: &Servers) -> TrackId {
    servers.all().unwrap()[0].track().id
}

fn path_of(sound: Sound) -> PathBuf {
    match sound {
        Sound::File(path) => path,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_song_is_loaded_once_and_plays_from_the_cache_when_its_server_answers_no_more() {
    let (fake, data) = (FakeSubsonic::start().unwrap(), tempfile::tempdir().unwrap());
    let servers = scanned(&fake, data.path());
    let id = first(&servers);
    let Sound::Loading(fetch) = sound(&servers, &Reach::default(), &id) else { panic!("it is in no cache") };
    assert_eq!(fake.world().count("stream"), 0, "nothing is asked for before it is to be played");
    let mut song = fetch(Stop::default()).unwrap();
    song.wait_whole().unwrap();
    let mut bytes = Vec::new();
    song.read_to_end(&mut bytes).unwrap();
    assert_eq!((bytes, song.extension()), (fake.world().songs[0].bytes.to_vec(), Some("flac")));
    fake.world().trouble("stream", u32::MAX, Trouble::NoAnswer);
    assert_eq!(
        fs::read(path_of(sound(&servers, &Reach::default(), &id))).unwrap(),
        *fake.world().songs[0].bytes
    );
    let other = servers.all().unwrap()[1].track().id;
    let Sound::Loading(fetch) = sound(&servers, &Reach::default(), &other) else {
        panic!("it is in no cache")
    };
    assert!(fetch(Stop::default()).is_err(), "it answers no more");
    assert!(!servers.has(&TrackId("name:a|b".into())));
}

#[test]
fn the_next_song_is_whole_before_its_turn() {
    let (fake, data) = (FakeSubsonic::start().unwrap(), tempfile::tempdir().unwrap());
    let servers = scanned(&fake, data.path());
    let id = first(&servers);
    load(&servers, id.clone());
    let start = Instant::now();
    while servers.song_in_cache(&id).unwrap().is_none() {
        assert!(start.elapsed() < Duration::from_mins(3), "it never came");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn songs_that_are_files_here_are_not_on_the_shelf_twice() {
    let (fake, data) = (FakeSubsonic::start().unwrap(), tempfile::tempdir().unwrap());
    let servers = scanned(&fake, data.path());
    let tracks = shelf(&servers, &Library::in_memory().unwrap()).unwrap();
    assert_eq!(tracks.len(), 3);
    assert!(tracks.iter().all(|t| servers.has(&t.id) && !t.affect.is_unknown()));
}

/// A track as the queue shows it.
fn entry(track: Track) -> QueueEntry {
    QueueEntry {
        id: track.id,
        title: track.title,
        artist: track.artist,
        affect: AffectEstimate::new(Affect::NEUTRAL, 0.5, 0.5),
        album: None,
        year: None,
        genre: None,
        duration_ms: None,
        target: Affect::NEUTRAL,
        reasons: Vec::new(),
        terms: Vec::new(),
        liked: false,
        pinned: false,
    }
}

#[test]
fn whoever_listens_behind_is_told_of_each_song_that_comes_next() {
    let (fake, data) = (FakeSubsonic::start().unwrap(), tempfile::tempdir().unwrap());
    let servers = scanned(&fake, data.path());
    let (listener, loads) = load_ahead(&servers, Box::new(|_| {}));
    let next = |track: Track| UiEvent::Queue(QueueView { next: vec![entry(track)], ..QueueView::default() });
    let songs = servers.all().unwrap();
    listener(&next(Track::named("a", "b")));
    assert!(loads.try_recv().is_err(), "that is no song of a server");
    for song in &songs[..2] {
        listener(&next(song.track()));
        listener(&next(song.track()));
        assert!(loads.try_recv().is_ok() && loads.try_recv().is_err(), "once for each");
    }
}
