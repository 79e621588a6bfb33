use super::*;
use crate::servers::ServerLogin;
use attune_core::{ErrorCode, Secret, Timestamp};
use attune_subsonic::Options;
use attune_testkit::MemorySecrets;
use attune_testkit::subsonic::{FakeSubsonic, Trouble};
use std::sync::atomic::AtomicU32;
use std::time::Instant;

/// The work on servers that are kept in memory, what it told, and how often songs changed.
struct Fixture {
    own: OwnServers,
    told: Arc<Mutex<Vec<ServersView>>>,
    changes: Arc<AtomicU32>,
}

impl Fixture {
    fn new() -> Self {
        let options = Options::new(None, Arc::new(|| Timestamp(1_795_000_000_000)));
        let (servers, _) = Servers::open(options, Arc::new(MemorySecrets::default())).unwrap();
        let (told, changes) = (Arc::<Mutex<Vec<ServersView>>>::default(), Arc::<AtomicU32>::default());
        let (heard, counted) = (Arc::clone(&told), Arc::clone(&changes));
        let own = OwnServers::start(ServerParts {
            servers,
            report: Box::new(move |view| heard.lock().unwrap().push(view)),
            songs_changed: Box::new(move || {
                counted.fetch_add(1, Ordering::SeqCst);
            }),
            added: Box::new(|| {}),
        });
        Self { own, told, changes }
    }

    fn add(&self, fake: &FakeSubsonic) -> String {
        self.own.add(form(fake, "sesame")).unwrap().server.id
    }

    fn server(&self, id: &str) -> ServerView {
        self.own.view().unwrap().server(id).unwrap().clone()
    }

    /// The server once `is` holds.
    fn when(&self, id: &str, is: impl Fn(&ServerView) -> bool) -> ServerView {
        let end = Instant::now() + Duration::from_mins(3);
        loop {
            let server = self.server(id);
            if is(&server) {
                return server;
            }
            assert!(Instant::now() < end, "it never came to this: {server:?}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn read(&self, id: &str) -> ServerView {
        self.when(id, |server| server.scan.is_none())
    }
}

fn form(fake: &FakeSubsonic, password: &str) -> ServerForm {
    let login = ServerLogin::Password { listener: "alice".into(), password: Secret::new(password) };
    let address = fake.base();
    ServerForm { address, name: "At home".into(), login, accepted: None, plain_password: false }
}

/// A fake whose list has so many pages, each of which takes a while.
fn slow(pages: usize) -> FakeSubsonic {
    let fake = FakeSubsonic::start().unwrap();
    let mut world = fake.world();
    world.fill(pages * 10, 1);
    world.most = 10;
    world.trouble("search3", u32::MAX, Trouble::Stall(0, 50));
    drop(world);
    fake
}

#[test]
fn a_server_is_added_and_its_songs_are_read() {
    let (fixture, fake) = (Fixture::new(), slow(8));
    let id = fixture.add(&fake);
    let server = fixture.read(&id);
    assert_eq!((server.info.name.as_str(), server.info.songs), ("At home", 80));
    assert_eq!(server.report.unwrap().added, 80);
    assert_eq!(fixture.changes.load(Ordering::SeqCst), 1);
    let reads = |view: &ServersView| view.servers.first().and_then(|s| s.scan).map(|s| s.progress.read);
    let told = fixture.told.lock().unwrap().clone();
    assert!(told.iter().filter_map(reads).any(|read| read > 0 && read < 80), "{told:?}");
}

#[test]
fn nothing_is_asked_until_the_listener_asks() {
    let (fixture, fake) = (Fixture::new(), FakeSubsonic::start().unwrap());
    let id = fixture.add(&fake);
    fixture.read(&id);
    let asked = fake.world().seen.len();
    fixture.own.view().unwrap();
    fixture.own.set_reporting(&id, true, false).unwrap();
    fixture.own.set_cache_limit(5).unwrap();
    assert_eq!(fake.world().seen.len(), asked);
    let view = fixture.own.view().unwrap();
    assert!(view.servers[0].info.scrobbles && !view.servers[0].info.stars);
    assert_eq!(view.cache.limit, 5);
}

#[test]
fn a_test_says_what_is_wrong_and_adds_nothing() {
    let (fixture, fake) = (Fixture::new(), FakeSubsonic::start().unwrap());
    assert!(matches!(fixture.own.check(form(&fake, "sesame")), ServerCheck::Works { .. }));
    assert!(matches!(fixture.own.check(form(&fake, "wrong")), ServerCheck::WrongPassword(_)));
    let nowhere = ServerForm { address: "ftp://x".into(), ..form(&fake, "sesame") };
    assert!(matches!(fixture.own.check(nowhere), ServerCheck::WrongAddress(_)));
    assert_eq!(fixture.own.add(form(&fake, "wrong")).unwrap_err().code, ErrorCode::ServerPassword);
    assert!(fixture.own.view().unwrap().servers.is_empty());
}

#[test]
fn an_unknown_certificate_is_asked_about_and_taken_once_accepted() {
    let (fixture, fake) = (Fixture::new(), FakeSubsonic::start_encrypted().unwrap());
    let ServerCheck::Certificate { fingerprint, .. } = fixture.own.check(form(&fake, "sesame")) else {
        panic!("it is not asked about");
    };
    let accepted = ServerForm { accepted: Some(fingerprint), ..form(&fake, "sesame") };
    let id = fixture.own.add(accepted).unwrap().server.id;
    assert_eq!(fixture.read(&id).info.songs, 3);
    fake.change_certificate();
    assert!(matches!(fixture.own.check_again(&id).unwrap(), ServerCheck::Certificate { .. }));
}

#[test]
fn a_reading_ends_when_told_to_and_keeps_what_it_has() {
    let (fixture, fake) = (Fixture::new(), slow(400));
    let id = fixture.add(&fake);
    fixture.when(&id, |server| server.scan.is_some_and(|scan| scan.progress.read >= 20));
    fixture.own.stop_scan(&id);
    assert!(fixture.server(&id).scan.is_none_or(|scan| scan.ends));
    let server = fixture.read(&id);
    assert!(server.report.unwrap().cancelled && server.problem.is_none());
    assert!(server.info.songs >= 20 && server.info.songs < 4_000, "{}", server.info.songs);
}

#[test]
fn one_list_is_read_after_the_other() {
    let (fixture, first, second) = (Fixture::new(), slow(400), FakeSubsonic::start().unwrap());
    let (first, second) = (fixture.add(&first), fixture.add(&second));
    assert!(fixture.server(&second).scan.is_some_and(|scan| scan.waits));
    fixture.own.stop_scan(&first);
    assert_eq!(fixture.read(&second).info.songs, 3);
}

#[test]
fn a_reading_that_waits_can_be_called_off() {
    let (fixture, first, second) = (Fixture::new(), slow(400), FakeSubsonic::start().unwrap());
    let (first, second) = (fixture.add(&first), fixture.add(&second));
    fixture.own.stop_scan(&second);
    fixture.own.stop_scan(&first);
    let server = fixture.read(&second);
    assert!(server.report.is_none() && server.info.songs == 0);
}

#[test]
fn a_server_that_is_removed_and_added_again_is_read_to_its_end() {
    let (fixture, fake) = (Fixture::new(), slow(20));
    let id = fixture.add(&fake);
    fixture.when(&id, |server| server.scan.is_some_and(|scan| scan.progress.read >= 20));
    fixture.own.remove(&id).unwrap();
    assert!(fixture.own.view().unwrap().servers.is_empty());
    assert_eq!(fixture.add(&fake), id);
    let server = fixture.read(&id);
    assert_eq!((server.info.songs, server.problem), (200, None));
}

#[test]
fn a_failure_is_told_until_the_next_reading() {
    let (fixture, fake) = (Fixture::new(), FakeSubsonic::start().unwrap());
    let id = fixture.add(&fake);
    fixture.read(&id);
    fake.world().trouble("search3", 9, Trouble::Status(503));
    fixture.own.scan(&id, true).unwrap();
    let server = fixture.when(&id, |server| server.problem.is_some());
    assert_eq!(server.problem.unwrap().code, ErrorCode::ServerFailed);
    assert_eq!(server.info.songs, 3, "what was read before stays");
    fake.world().faults.clear();
    fixture.own.scan(&id, true).unwrap();
    let server = fixture.when(&id, |server| server.report.is_some());
    assert_eq!((server.problem, server.report.unwrap().songs), (None, 3));
    assert_eq!(fixture.own.scan("nobody", true).unwrap_err().code, ErrorCode::ServerGone);
}

#[test]
fn erasing_ends_readings_and_forgets_all() {
    let (fixture, fake) = (Fixture::new(), slow(400));
    let id = fixture.add(&fake);
    fixture.when(&id, |server| server.scan.is_some_and(|scan| scan.progress.read > 0));
    fixture.own.erase().unwrap();
    assert!(fixture.own.view().unwrap().servers.is_empty());
    let told = || fixture.told.lock().unwrap().last().is_some_and(|view| view.servers.is_empty());
    let end = Instant::now() + Duration::from_mins(3);
    while !told() {
        assert!(Instant::now() < end, "the window never heard of it");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn the_window_hears_five_times_a_second_at_most() {
    let (fixture, fake) = (Fixture::new(), slow(40));
    let begun = Instant::now();
    let id = fixture.add(&fake);
    fixture.read(&id);
    let most = begun.elapsed().as_millis() / GAP.as_millis() + 2;
    let told = fixture.told.lock().unwrap().len();
    assert!(told as u128 <= most, "{told} in {:?}", begun.elapsed());
}
