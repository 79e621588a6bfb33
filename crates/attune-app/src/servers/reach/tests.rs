use super::*;
use crate::servers::tests::{scanned, session};
use attune_core::player::PlayerKind;
use attune_testkit::subsonic::{FakeSubsonic, Trouble};
use std::time::Instant;

/// The songs in the queue.
fn queued(session: &Session) -> Vec<TrackId> {
    let all = session.call(|e, _| e.queued()).unwrap();
    all.iter().map(|t| t.id.clone()).collect()
}

fn wait(what: &str, so: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_mins(3);
    while !so() {
        assert!(Instant::now() < end, "{what}");
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_servers_songs_are_out_of_the_queue_until_it_answers_again() {
    let (fake, data) = (FakeSubsonic::start().unwrap(), tempfile::tempdir().unwrap());
    let servers = scanned(&fake, data.path());
    let songs = servers.all().unwrap();
    servers.whole_song(&songs[0].id).unwrap();
    let session = session(Box::new(|_| {}));
    session.call(|e, now| e.set_player(PlayerKind::Local, now)).unwrap();
    crate::servers::shelve(
        &servers,
        &attune_library::Library::in_memory().unwrap(),
        &Arc::downgrade(&session),
    )
    .unwrap();
    let away = songs[1].id.clone();
    wait("the songs are queued", || queued(&session).contains(&away));

    let reach = Reach { every: Duration::from_millis(20), ..Reach::default() };
    reach.tell(Arc::downgrade(&session));
    reach.note(&servers, &away, ErrorCode::ServerSongGone);
    assert!(held(&reach.known).lost.is_empty(), "a song that is gone says nothing of its server");
    fake.world().trouble("ping", u32::MAX, Trouble::NoAnswer);
    reach.note(&servers, &away, ErrorCode::ServerOffline);
    wait("only what is in the cache is queued", || queued(&session) == [songs[0].id.clone()]);

    fake.world().faults.clear();
    wait("the songs come back", || queued(&session).contains(&away));
    wait("nobody is asked any more", || !held(&reach.known).asked);
}
