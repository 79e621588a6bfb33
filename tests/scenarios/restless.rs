//! A mood that changes a thousand times a minute, through a whole session that plays at a fake Spotify over HTTP.

use super::START;
use attune_core::player::{PlayerCommand, PlayerKind};
use attune_core::ports::Player;
use attune_core::{Affect, AppError, Policy, Span, Timestamp, Track};
use attune_session::{Composition, EngineOptions, SensePorts, Session};
use attune_spotify::{Addresses, ConnectPlayer, Options, Spotify};
use attune_testkit::spotify::{FakeSpotify, Song, visit};
use attune_testkit::{MemoryArchive, MemorySecrets, track};
use std::env;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

const FLIPS: usize = 1_000;
/// The most calls of a minute that are promised to follow from moods.
const PROMISED: usize = 6;
/// From one to the next, as the session and the fake count time: a minute in all.
const STEP: Span = Span(60);
/// Of every song: two end within the minute.
const LENGTH: Duration = Duration::from_secs(30);
/// Songs of a corner of the plane.
const SONGS: usize = 8;
/// Where the mood goes, and how the songs there are called.
const CORNERS: [(&str, f64, f64); 4] =
    [("Bright", 0.7, 0.7), ("Tense", -0.7, 0.7), ("Heavy", -0.7, -0.7), ("Mild", 0.7, -0.7)];
/// How long a busy machine may take for what happens at once or within ten seconds.
const PATIENCE: Duration = Duration::from_mins(3);

/// The real time between two changes in milliseconds; 60 makes a minute a minute.
fn breath() -> Duration {
    let set = env::var("ATTUNE_TEST_FLIP_MS").ok().and_then(|ms| ms.parse().ok());
    Duration::from_millis(set.unwrap_or(5))
}

/// The player, and the lists that it was told.
struct Told(ConnectPlayer, Arc<Mutex<Vec<Vec<Track>>>>);

impl Player for Told {
    fn command(&mut self, command: PlayerCommand) -> Result<(), AppError> {
        if let PlayerCommand::Follow(tracks) = &command {
            self.1.lock().unwrap().push(tracks.clone());
        }
        self.0.command(command)
    }

    fn can_play(&self, track: &Track) -> bool {
        self.0.can_play(track)
    }
}

struct Scene {
    session: Session,
    fake: FakeSpotify,
    clock: Arc<AtomicI64>,
    lists: Arc<Mutex<Vec<Vec<Track>>>>,
    /// What the player runs on, which outlives it.
    _runtime: Runtime,
}

impl Scene {
    /// Signed in, with the fake as the player of the session.
    fn new() -> Self {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let (fake, clock) = (FakeSpotify::start().unwrap(), Arc::new(AtomicI64::new(START.0)));
        fake.world().stop_clock();
        fake.world().songs = songs().map(|(n, title)| song(n, title)).collect();
        let now = Arc::clone(&clock);
        let time: attune_core::time::Clock = Arc::new(move || Timestamp(now.load(Ordering::SeqCst)));
        let spotify = signed_in(&fake, &runtime, time.clone());
        let lists = Arc::<Mutex<Vec<Vec<Track>>>>::default();
        let (told, handle) = (lists.clone(), runtime.handle().clone());
        let session = Session::start(Composition {
            archive: Box::new(MemoryArchive::default()),
            options: EngineOptions {
                version: "test".into(),
                seed: 1,
                starter: songs().map(|(n, title)| at_corner(n, &title)).collect(),
                warnings: vec![],
            },
            clock: time,
            open_camera: Arc::new(|_| unreachable!("no camera is asked for")),
            open_eyes: Arc::new(|| unreachable!("nothing is looked at")),
            senses: SensePorts::none(),
            open_player: Box::new(move |_, listener| {
                Ok(Box::new(Told(ConnectPlayer::start(spotify.clone(), &handle, listener), told.clone())))
            }),
            listener: Box::new(|_| ()),
        });
        Self { session: session.unwrap(), fake, clock, lists, _runtime: runtime }
    }

    fn skip(&self, span: Span) {
        self.clock.fetch_add(span.0, Ordering::SeqCst);
        self.fake.world().skip(Duration::from_millis(span.0.unsigned_abs()));
    }

    fn feel(&self, corner: usize) {
        let (_, valence, arousal) = CORNERS[corner];
        self.session.call(move |e, now| e.correct_mood(Affect::new(valence, arousal), now)).unwrap();
    }

    /// The songs that the player was told last.
    fn list(&self) -> Vec<Track> {
        self.lists.lock().unwrap().last().cloned().unwrap_or_default()
    }

    fn until(&self, what: &str, done: impl Fn(&Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !done(self) {
            let titles: Vec<_> = self.list().into_iter().map(|track| track.title).collect();
            assert!(Instant::now() < end, "not {what}; to follow: {titles:?}; {:?}", self.fake.world().seen);
            sleep(Duration::from_millis(20));
        }
    }

    /// The calls so far that ask what plays, and all others.
    fn calls(&self) -> (usize, usize) {
        let looks = self.fake.world().count("GET", "me/player");
        (looks, self.fake.world().seen.len() - looks)
    }

    /// The titles that were handed over to follow what plays.
    fn handed_over(&self) -> Vec<String> {
        let world = self.fake.world();
        let all = world.seen.iter().filter(|s| s.method == "POST" && s.path.starts_with("me/player/queue"));
        let named = |uri: &String| world.songs.iter().find(|song| uri.ends_with(&song.id));
        all.filter_map(|seen| Some(named(seen.query.get("uri")?)?.name.clone())).collect()
    }

    /// Lets time pass until a song's end is near, or beyond it where the next one is handed over already.
    fn near_an_end(&self) {
        let mut world = self.fake.world();
        let now = world.now();
        let Some(playback) = world.account("mia").playback.clone() else { return };
        let left = LENGTH.saturating_sub(playback.position + now.saturating_sub(playback.since));
        drop(world);
        let until = if playback.queue.len() > 1 { Duration::ZERO } else { Duration::from_secs(10) };
        self.skip(Span(i64::try_from(left.saturating_sub(until).as_millis()).unwrap()));
    }
}

/// Number and title of every song.
fn songs() -> impl Iterator<Item = (usize, String)> {
    (0..SONGS * CORNERS.len()).map(|n| (n, format!("{} {}", CORNERS[n / SONGS].0, n % SONGS + 1)))
}

fn artist(n: usize) -> String {
    format!("Artist {n}")
}

fn song(n: usize, title: String) -> Song {
    Song {
        id: format!("song{n:018}"),
        name: title,
        artists: vec![artist(n)],
        album: "Corners".into(),
        isrc: format!("XXA0126{n:05}"),
        duration: LENGTH,
    }
}

fn at_corner(n: usize, title: &str) -> Track {
    let (_, valence, arousal) = CORNERS[n / SONGS];
    track(title, &artist(n), valence, arousal).build()
}

fn signed_in(fake: &FakeSpotify, runtime: &Runtime, clock: attune_core::time::Clock) -> Spotify {
    let options = Options { addresses: Addresses::at(&fake.base()), ..Options::new(None, clock, 1) };
    let spotify = Spotify::new(options, Arc::new(MemorySecrets::default()));
    let client_id = fake.world().client_id();
    let sign_in = runtime.block_on(spotify.begin_sign_in(&client_id)).unwrap();
    let back = visit(sign_in.url()).unwrap().location.unwrap();
    let finish = runtime.spawn(sign_in.finish());
    assert_eq!(visit(&back).unwrap().status, 200);
    runtime.block_on(finish).unwrap().unwrap();
    spotify
}

#[test]
fn a_thousand_moods_a_minute_make_few_calls_and_the_last_one_wins() {
    let scene = Scene::new();
    scene
        .session
        .call(|e, now| (e.set_policy(Policy::Match, now), e.set_player(PlayerKind::Spotify, now)))
        .unwrap();
    scene.feel(0);
    scene.session.call(attune_session::Engine::play).unwrap().unwrap();
    scene.until("playing", |s| s.calls().0 > 0 && s.fake.world().account("mia").playback.is_some());
    let (looks, others) = scene.calls();
    let lists = scene.lists.lock().unwrap().len();
    let begun = Instant::now();
    for flip in 1..=FLIPS {
        scene.feel(flip % CORNERS.len());
        scene.skip(STEP);
        sleep((breath() * u32::try_from(flip).unwrap()).saturating_sub(begun.elapsed()));
    }
    let (looked, called) = (scene.calls().0 - looks, scene.calls().1 - others);
    let told = scene.lists.lock().unwrap().len() - lists;
    let took = begun.elapsed().as_secs();
    println!("{FLIPS} moods in {took} s: {told} lists, {called} calls, and {looked} to see what plays");
    assert!(told > FLIPS / 2, "the session is as restless as the mood: {told}");
    assert!(called <= PROMISED, "{called} calls");
    // Once a second is how often a song's end is waited for.
    assert!(looked <= 60, "{looked} looks");

    // What stands next in the queue stays there, and what follows it is of the last mood.
    let last = 2;
    scene.feel(last);
    let of_last = |list: &[Track]| list.iter().filter(|t| t.title.starts_with(CORNERS[last].0)).count();
    scene.until("told", |s| 2 * of_last(&s.list()) > s.list().len());
    let before = scene.handed_over().len();
    scene.until("handed over", |s| {
        s.near_an_end();
        s.handed_over().iter().skip(before).any(|title| title.starts_with(CORNERS[last].0))
    });
    // The two that stood next, and one that a look under way may have handed over.
    let first = scene.handed_over().iter().skip(before).position(|title| title.starts_with(CORNERS[last].0));
    assert!(first.is_some_and(|songs| songs <= 3), "{:?}", scene.handed_over());
}
