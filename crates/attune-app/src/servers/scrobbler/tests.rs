use super::*;
use crate::servers::tests::session;
use attune_core::player::{PlayerKind, PlayerState};
use attune_core::{FeedbackKind, Secret};
use attune_library::Library;
use attune_subsonic::{Address, Login, NewServer, Options};
use attune_testkit::MemorySecrets;
use attune_testkit::subsonic::{FakeSubsonic, Seen};
use std::sync::Arc;
use std::time::{Duration, Instant};

fn view(track: &str, position_ms: u32) -> PlaybackView {
    let state = PlayerState {
        status: PlayStatus::Playing,
        track: Some(TrackId(track.into())),
        position_ms,
        duration_ms: Some(60_000),
        ..PlayerState::STOPPED
    };
    PlaybackView {
        player: PlayerKind::Local,
        active: true,
        state,
        problem: None,
        resume_ms: None,
        sleep: None,
    }
}

/// What is noticed while a track plays from one place to another.
fn play(known: &mut Option<Playing>, track: &str, from: u32, to: u32) -> Vec<Activity> {
    let times = (from..=to).step_by(500);
    times.filter_map(|at| Playing::see(known, &view(track, at), Timestamp(i64::from(at)))).collect()
}

fn begun(track: &str) -> Activity {
    Activity::Track(TrackId(track.into()), Heard::Begun)
}

fn heard(track: &str, began: i64) -> Activity {
    Activity::Track(TrackId(track.into()), Heard::Whole(Timestamp(began)))
}

#[test]
fn a_track_counts_once_after_half_of_it() {
    let mut known = None;
    assert_eq!(play(&mut known, "a", 0, 29_500), [begun("a")]);
    assert_eq!(play(&mut known, "a", 30_000, 60_000), [heard("a", 500)]);
    assert_eq!(play(&mut known, "b", 0, 1_000), [begun("b")]);
}

#[test]
fn what_was_skipped_over_and_what_stands_still_does_not_count() {
    let mut known = None;
    assert_eq!(play(&mut known, "a", 0, 5_000), [begun("a")]);
    assert_eq!(play(&mut known, "a", 40_000, 60_000), [], "25 of 60 seconds");
    let mut waiting = None;
    for _ in 0..100 {
        assert_eq!(Playing::see(&mut waiting, &view("b", 0), Timestamp(0)), None, "it is still loading");
    }
}

#[test]
fn a_track_that_is_played_again_counts_again() {
    let mut known = None;
    play(&mut known, "a", 0, 60_000);
    assert_eq!(play(&mut known, "a", 0, 31_000), [begun("a"), heard("a", 500)]);
}

#[test]
fn hearts_are_told_as_they_come_and_one_that_goes() {
    let set = |ids: &[&str]| ids.iter().map(|id| TrackId((*id).into())).collect::<BTreeSet<_>>();
    let list = |ids: &[&str]| set(ids).into_iter().collect::<Vec<_>>();
    let mut hearts = Hearts(Some(set(&["a"])));
    assert_eq!(hearts.change(set(&["a"])), None);
    assert_eq!(hearts.change(set(&["a", "b", "c"])), Some((list(&["b", "c"]), true)));
    assert_eq!(hearts.change(set(&["a", "c"])), Some((list(&["b"]), false)));
    assert_eq!(hearts.change(set(&[])), None, "forgotten, not disliked");
    assert_eq!(Hearts(None).change(set(&["a"])), None, "what was there before is not new");
}

/// The fake among a listener's servers, its songs read, and its id.
fn scanned(fake: &FakeSubsonic) -> (Servers, String) {
    let options = Options::new(None, Arc::new(|| Timestamp(1_795_000_000_000)));
    let (servers, _) = Servers::open(options, Arc::new(MemorySecrets::default())).unwrap();
    let login = Login::Password { name: "alice".into(), password: Secret::new("sesame") };
    let address = Address::parse(&fake.base()).unwrap();
    let new = NewServer { address, login, accepted: None, plain_password: false };
    let id = servers.add("", &new).unwrap().0.id;
    servers.scan(&id, false, &|| true, &mut |_| {}).unwrap();
    (servers, id)
}

#[test]
fn a_server_hears_of_its_songs_only_once_that_is_switched_on() {
    let fake = FakeSubsonic::start().unwrap();
    let (servers, id) = scanned(&fake);
    let play = |song: &str| {
        let (listener, news) = follow(Arc::new(|| Timestamp(1_795_000_000_000)), Box::new(|_| {}));
        for at in (0..40_000).step_by(500) {
            listener(&UiEvent::Playback(view(&format!("server:{id}:{song}"), at)));
        }
        drop(listener);
        run(&servers, &Weak::new(), Hearts(None), news);
    };
    play("song-0");
    assert_eq!(fake.world().count("scrobble"), 0);
    servers.set_reporting(&id, true, false).unwrap();
    play("song-1");
    let world = fake.world();
    let told: Vec<_> = world.seen.iter().filter(|seen| seen.method == "scrobble").collect();
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|seen| seen.parameter("id") == Some("song-1")), "{told:?}");
    assert_eq!(told[0].parameter("submission"), Some("false"));
    assert_eq!(told[1].parameter("submission"), Some("true"));
    assert_eq!(told[1].parameter("time"), Some("1795000000000"));
}

#[test]
fn a_heart_becomes_a_star_and_goes_with_it() {
    let fake = FakeSubsonic::start().unwrap();
    let (servers, id) = scanned(&fake);
    servers.set_reporting(&id, false, true).unwrap();
    let (listener, news) = follow(Arc::new(|| Timestamp(1_795_000_000_000)), Box::new(|_| {}));
    let session = session(listener);
    crate::servers::shelve(&servers, &Library::in_memory().unwrap(), &Arc::downgrade(&session)).unwrap();
    let (told, weak) = (servers.clone(), Arc::downgrade(&session));
    std::thread::spawn(move || run(&told, &weak, Hearts(Some(BTreeSet::new())), news));
    let track = TrackId(format!("server:{id}:song-1"));
    let end = Instant::now() + Duration::from_mins(3);
    // Pools are made in the background.
    let known = || {
        let track = track.clone();
        session.call(move |e, _| e.track(&track).is_some()).unwrap()
    };
    while !known() {
        assert!(Instant::now() < end, "the song never came into the pool");
        std::thread::sleep(Duration::from_millis(10));
    }
    let say = |kind| {
        let track = track.clone();
        session.call(move |e, now| e.feedback(&track, kind, now)).unwrap().unwrap();
    };
    for (kind, method) in [(FeedbackKind::Liked, "star"), (FeedbackKind::Unliked, "unstar")] {
        say(kind);
        let end = Instant::now() + Duration::from_mins(3);
        while fake.world().count(method) == 0 {
            assert!(Instant::now() < end, "{method} was not told");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
    let world = fake.world();
    let starred = |seen: &&Seen| seen.method.ends_with("star");
    assert!(world.seen.iter().filter(starred).all(|seen| seen.parameter("id") == Some("song-1")));
    assert_eq!((world.count("star"), world.count("unstar"), world.count("scrobble")), (1, 1, 0));
}

#[test]
fn a_server_that_is_added_plays_here_where_nothing_plays_yet() {
    let session = session(Box::new(|_| {}));
    let player = || session.call(|e, _| e.settings().player).unwrap();
    assert_eq!(player(), PlayerKind::List);
    let (servers, _) = scanned(&FakeSubsonic::start().unwrap());
    let library = Library::in_memory().unwrap();
    let weak = Arc::downgrade(&session);
    let own = crate::servers::start(&servers, &library, weak, Box::new(|_| {}));
    let fake = FakeSubsonic::start().unwrap();
    let login =
        crate::servers::ServerLogin::Password { listener: "alice".into(), password: Secret::new("sesame") };
    let form = crate::servers::ServerForm {
        address: fake.base(),
        name: String::new(),
        login,
        accepted: None,
        plain_password: false,
    };
    own.add(form.clone()).unwrap();
    assert_eq!(player(), PlayerKind::Local);
    session.call(|e, now| e.set_player(PlayerKind::Spotify, now)).unwrap();
    own.add(form).unwrap();
    assert_eq!(player(), PlayerKind::Spotify, "what was chosen stays");
    own.close();
}
