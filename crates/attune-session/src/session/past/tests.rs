use super::*;
use crate::engine::{Background, Engine, EngineOptions, OWN_MUSIC, PoolBuild};
use crate::session::{Composition, SensePorts, no_player};
use attune_core::ports::Archive;
use attune_core::taste::{PastEnding, PastPlay, Rating, ShelfRecords, TrackRecord};
use attune_core::{ErrorCode, Feedback, FeedbackKind, Settings, Timestamp, Track, Tracks};
use attune_testkit::{MemoryArchive, track};
use std::sync::{Arc, Mutex};

const NOW: Timestamp = Timestamp(1_700_000_000_000);

/// Forty artists with two tracks each, half of them jazz.
fn songs() -> Vec<Track> {
    let song = |n: usize| {
        let mut t = track(&format!("Song {n}"), &format!("Band {}", n % 40), 0.1, 0.1).build();
        t.genre = Some(["bebop", "heavy metal"][n % 2].into());
        t
    };
    (0..80).map(song).collect()
}

fn session(archive: &MemoryArchive) -> Session {
    let none = |code| AppError::new(code, "There is none.");
    let composition = Composition {
        archive: Box::new(archive.clone()),
        options: EngineOptions { version: "test".into(), seed: 1, starter: songs(), warnings: vec![] },
        clock: Arc::new(|| NOW),
        open_camera: Arc::new(move |_| Err(none(ErrorCode::CameraNone))),
        open_eyes: Arc::new(move || Err(none(ErrorCode::ModelMissing))),
        senses: SensePorts::none(),
        open_player: no_player(),
        listener: Box::new(|_| {}),
    };
    Session::start(composition).unwrap()
}

fn heard() -> Vec<PastTrack> {
    let play =
        PastPlay { at: Some(Timestamp(NOW.0 - 1)), heard_ms: None, ending: PastEnding::Finished, times: 1 };
    let past = |n: usize| PastTrack {
        title: format!("Song {n}"),
        artist: format!("Band {}", n % 40),
        album: None,
        spotify: None,
        isrc: None,
        musicbrainz: None,
        length_ms: None,
        plays: vec![play; 30],
    };
    (0..80).step_by(2).map(past).collect()
}

/// Waits until bebop is, or is not, among what the listener is thought to like.
fn likes_bebop(session: &Session, wanted: bool) -> bool {
    (0..12_000).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        likes(session).contains(&"bebop".to_owned()) == wanted
    })
}

fn likes(session: &Session) -> Vec<String> {
    session.call(|e, _| e.taste()).unwrap().likes.into_iter().map(|l| l.detail).collect()
}

#[test]
fn a_history_counts_once_it_is_whole_stays_and_is_taken_back() {
    let archive = MemoryArchive::default();
    let first = session(&archive);
    assert_eq!(first.match_past(&heard()).unwrap().tracks, 40);
    let mut told = Vec::new();
    let mut go_on = |stored| {
        told.push(stored);
        true
    };
    let info = first.bring_past("Spotify", heard(), &mut go_on).unwrap().unwrap();
    assert_eq!((info.plays, info.tracks), (1_200, 40));
    assert!(told.len() > 1 && told.last() == Some(&1_200), "{told:?}");
    assert!(likes_bebop(&first, true));
    drop(first);
    let again = session(&archive);
    assert_eq!(again.call(|e, _| e.taste()).unwrap().histories, std::slice::from_ref(&info));
    assert!(likes_bebop(&again, true), "after a restart");
    again.call(move |e, now| e.remove_past(info.id, now)).unwrap().unwrap();
    assert!(likes_bebop(&again, false));
    assert_eq!(archive.past_histories().unwrap(), []);
    let gone = again.call(move |e, now| e.remove_past(info.id, now)).unwrap();
    assert_eq!(gone.unwrap_err().code, ErrorCode::HistoryGone);
}

/// What the listener is thought to like of bebop, and in how many plays that shows, with an engine of its own.
fn bebop(archive: &MemoryArchive) -> (f64, u32) {
    let options = EngineOptions { version: "test".into(), seed: 1, starter: songs(), warnings: vec![] };
    let engine = Engine::new(Box::new(archive.clone()), options, NOW);
    let likes = engine.taste().likes;
    likes.into_iter().find(|l| l.detail == "bebop").map_or((0.0, 0), |l| (l.value, l.evidence))
}

const HOUR_MS: i64 = 3_600_000;

/// The moments at which the track of a number was heard, each an hour from the next.
fn moments(number: i64) -> impl Iterator<Item = Timestamp> {
    (1..=6).map(move |hour| Timestamp(NOW.0 - HOUR_MS * (6 * number + hour)))
}

/// Keeps a history of plays so long after these moments.
fn keep(archive: &MemoryArchive, source: &str, later_ms: i64) -> u32 {
    let mut archive = archive.clone();
    let history = archive.begin_past(source, NOW).unwrap();
    let mut tracks = heard();
    for (n, track) in (0..).zip(&mut tracks) {
        let play = track.plays[0];
        let plays = moments(n).map(|at| PastPlay { at: Some(Timestamp(at.0 + later_ms)), ..play });
        track.plays = plays.collect();
    }
    archive.extend_past(history, &tracks).unwrap();
    archive.finish_past(history).unwrap();
    history
}

#[test]
fn a_play_of_which_two_services_tell_counts_once() {
    let archive = MemoryArchive::default();
    let first = keep(&archive, "Spotify", 0);
    let alone = bebop(&archive);
    assert!(alone.0 > 0.0 && alone.1 > 0, "{alone:?}");
    keep(&archive, "Last.fm", -240_000);
    assert_eq!(bebop(&archive), alone, "a scrobble has the moment of its beginning");
    archive.clone().remove_past(first).unwrap();
    let left = bebop(&archive);
    // Its moments are other ones, so that it has faded a little less or more.
    assert!((left.0 - alone.0).abs() < 1e-6 && left.1 == alone.1, "what is left counts again: {left:?}");
    keep(&archive, "ListenBrainz", HOUR_MS / 2);
    assert!(bebop(&archive).1 > alone.1, "other plays count besides");
}

#[test]
fn a_play_of_here_that_comes_back_in_a_history_counts_here_alone() {
    let archive = MemoryArchive::default();
    for (n, track) in (0..).zip(heard()) {
        let id = songs().into_iter().find(|t| t.title == track.title).unwrap().id;
        for at in moments(n) {
            archive.clone().add_feedback(&Feedback::new(id.clone(), FeedbackKind::Finished, at)).unwrap();
        }
    }
    let here = bebop(&archive);
    assert!(here.1 > 0, "{here:?}");
    keep(&archive, "Spotify", 1_000);
    assert_eq!(bebop(&archive), here);
    keep(&archive, "Last.fm", HOUR_MS / 2);
    assert!(bebop(&archive).1 > here.1, "other plays count besides");
}

#[test]
fn what_an_earlier_run_brought_is_read_with_the_first_pool_and_not_before() {
    let archive = MemoryArchive::default();
    let first = session(&archive);
    first.bring_past("Spotify", heard(), &mut |_| true).unwrap().unwrap();
    drop(first);
    let builds: Arc<Mutex<Vec<PoolBuild>>> = Arc::default();
    let kept = Arc::clone(&builds);
    let background: Background = Box::new(move |build| kept.lock().unwrap().push(build));
    let options = EngineOptions { version: "test".into(), seed: 1, starter: songs(), warnings: vec![] };
    let mut engine = Engine::with_background(Box::new(archive), options, Some(background), NOW);
    let view = engine.taste();
    assert_eq!((view.histories.len(), view.likes.len()), (1, 0), "it is listed, and nothing was read");
    assert!(!engine.state(NOW).queue.next.is_empty(), "there is a queue meanwhile");
    let build = builds.lock().unwrap().pop().unwrap();
    let pool = std::thread::spawn(move || build.run()).join().unwrap();
    drop(engine.install(pool, NOW));
    assert!(engine.taste().likes.iter().any(|liked| liked.detail == "bebop"));
}

#[test]
fn play_counts_on_a_shelf_count_while_the_setting_is_on() {
    let archive = MemoryArchive::default();
    let session = session(&archive);
    let tracks = Tracks::new(songs());
    let records = (0..80).step_by(2).map(|n| TrackRecord::of(n).keeping(30, Rating::hundredths(100), false));
    let kept =
        ShelfRecords { tracks: tracks.clone(), records: Arc::new(records.collect()), knows_of_here: false };
    session
        .call(move |e, now| {
            e.set_records(OWN_MUSIC, kept);
            e.set_shelf(OWN_MUSIC, "Your music", tracks, now);
        })
        .unwrap();
    assert!(likes_bebop(&session, true));
    let view = session.call(|e, _| e.taste()).unwrap();
    assert_eq!((view.counted, view.rated), (40, 40));
    let switch = |on: bool| {
        move |e: &mut Engine, now: Timestamp| {
            let settings = Settings { counts_elsewhere: on, ..e.settings().clone() };
            e.save_settings(settings, now);
        }
    };
    session.call(switch(false)).unwrap();
    assert!(likes_bebop(&session, false));
    session.call(switch(true)).unwrap();
    assert!(likes_bebop(&session, true));
    session.call(|e, now| e.remove_shelf(OWN_MUSIC, now)).unwrap();
    assert!(likes_bebop(&session, false));
}

#[test]
fn one_that_is_cancelled_or_finds_no_room_leaves_nothing() {
    let archive = MemoryArchive::default();
    let session = session(&archive);
    assert_eq!(session.bring_past("Spotify", heard(), &mut |_| false).unwrap(), None);
    archive.set_full_after(2);
    let failed = session.bring_past("Spotify", heard(), &mut |_| true).unwrap_err();
    assert_eq!(failed.code, ErrorCode::DiskFull);
    archive.set_full(false);
    assert_eq!((likes(&session), archive.past_histories().unwrap()), (vec![], vec![]));
    assert!(session.call(Engine::erase).unwrap().is_ok());
}
