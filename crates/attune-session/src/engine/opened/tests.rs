use super::*;
use crate::engine::{EngineOptions, OWN_MUSIC};
use crate::view::TasteView;
use attune_core::ports::Archive as _;
use attune_testkit::{MemoryArchive, catalogue, track};

const START: Timestamp = Timestamp(1_700_000_000_000);

fn engine(archive: &MemoryArchive) -> Engine {
    let options = EngineOptions { version: "test".into(), seed: 1, starter: Vec::new(), warnings: vec![] };
    let mut engine = Engine::new(Box::new(archive.clone()), options, START);
    engine.set_shelf(OWN_MUSIC, "Your music", own(), START);
    engine
}

fn own() -> Vec<Track> {
    let mine = |(n, track)| Track { id: local(n), ..track };
    catalogue(30).into_iter().enumerate().map(mine).collect()
}

fn local(n: usize) -> TrackId {
    TrackId(format!("local:{n:032x}"))
}

fn opened(n: usize) -> Track {
    Track { id: local(1_000 + n), ..track(&format!("Opened {n}"), "Elsewhere", 0.9, 0.9).build() }
}

fn titles(engine: &Engine, most: usize) -> Vec<String> {
    engine.queued().iter().take(most).map(|track| track.title.clone()).collect()
}

#[test]
fn opened_files_play_in_their_order_and_the_queue_goes_on() {
    let archive = MemoryArchive::default();
    let mut e = engine(&archive);
    e.play_opened(opened(0), START).unwrap();
    e.queue_opened(vec![opened(1), opened(2)], START).unwrap();
    assert_eq!(titles(&e, 3), ["Opened 0", "Opened 1", "Opened 2"]);
    assert_eq!(e.settings().player, PlayerKind::Local);
    assert!(e.playback.is_active(), "it plays");
    assert!(e.queued()[3..].iter().all(|track| !track.title.starts_with("Opened")));
    assert!(e.queued().len() > 10, "what follows is drawn from the library");
}

#[test]
fn neither_a_new_pool_nor_feedback_drops_them_and_nothing_is_kept() {
    let archive = MemoryArchive::default();
    let mut e = engine(&archive);
    e.set_player(PlayerKind::Local, START);
    let before = archive.export().unwrap();
    e.play_opened(opened(0), START).unwrap();
    e.queue_opened(vec![opened(1)], START).unwrap();
    e.set_shelf(OWN_MUSIC, "Your music", own()[..20].to_vec(), START);
    e.feedback(&opened(0).id, FeedbackKind::Liked, START).unwrap();
    assert!(e.state(START).queue.current.unwrap().liked, "the heart shows");
    e.undo_feedback(START);
    assert!(!e.state(START).queue.current.unwrap().liked);
    assert_eq!(titles(&e, 2), ["Opened 0", "Opened 1"]);
    e.feedback(&opened(1).id, FeedbackKind::Never, START).unwrap();
    assert!(!titles(&e, 50).contains(&"Opened 1".to_owned()));
    assert_eq!(e.taste(), TasteView::default(), "nothing is learned");
    assert_eq!(archive.export().unwrap(), before, "nothing is kept");
}

#[test]
fn a_file_of_the_library_is_the_librarys_track() {
    let archive = MemoryArchive::default();
    let mut e = engine(&archive);
    let mine = Track { title: "As its tag says now".into(), ..own()[3].clone() };
    e.play_opened(mine.clone(), START).unwrap();
    assert!(!e.is_session_only(&mine.id));
    e.feedback(&mine.id, FeedbackKind::Liked, START).unwrap();
    assert!(e.taste().lessons > 0, "what is said of it counts");
}

#[test]
fn erasing_forgets_them() {
    let mut e = engine(&MemoryArchive::default());
    e.play_opened(opened(0), START).unwrap();
    e.erase(START).unwrap();
    assert!(e.track(&opened(0).id).is_none());
}
