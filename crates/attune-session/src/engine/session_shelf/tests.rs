use super::*;
use crate::catalogue_page::{LibraryQuery, SortedCatalogues};
use crate::engine::EngineOptions;
use crate::view::{LibrarySort, TasteView};
use attune_core::{FeedbackKind, Track};
use attune_testkit::{MemoryArchive, catalogue, track};

const START: Timestamp = Timestamp(1_700_000_000_000);

fn engine(archive: &MemoryArchive) -> Engine {
    let options = EngineOptions { version: "test".into(), seed: 1, starter: Vec::new(), warnings: vec![] };
    Engine::new(Box::new(archive.clone()), options, START)
}

/// Forty tracks that only the other service knows.
fn theirs() -> Vec<Track> {
    let name = |n| Track {
        id: TrackId::from_spotify(&format!("song{n}")),
        ..track(&format!("Theirs {n}"), &format!("Band {n}"), 0.1, 0.1).build()
    };
    (0..40).map(name).collect()
}

fn document(archive: &MemoryArchive) -> String {
    use attune_core::ports::Archive;
    archive.export().unwrap()
}

#[test]
fn lent_tracks_are_queued_and_leave_no_trace() {
    let archive = MemoryArchive::default();
    let before = document(&archive);
    let mut e = engine(&archive);
    e.set_session_shelf("spotify", "Your music on Spotify", theirs(), START);
    let first = e.state(START).queue.current.unwrap().id;
    assert!(e.is_session_only(&first));
    e.feedback(&first, FeedbackKind::Liked, START).unwrap();
    e.next_track(START);
    let gone = e.state(START).queue.next[0].id.clone();
    e.feedback(&gone, FeedbackKind::Never, START).unwrap();
    assert!(e.queued().iter().all(|t| t.id != gone), "it counts for the session");
    e.enable_catalogue("spotify", false, START).unwrap();
    e.enable_catalogue("spotify", true, START).unwrap();
    assert!(e.queued().iter().all(|t| t.id != gone && t.id != first), "also after ranking anew");

    assert_eq!(e.taste(), TasteView::default(), "nothing is learned");
    assert_eq!(document(&archive), before, "nothing is kept");
    assert!(engine(&archive).queued().is_empty(), "the next session has none of it");
}

#[test]
fn what_was_said_of_lent_tracks_can_be_taken_back() {
    let mut e = engine(&MemoryArchive::default());
    e.set_session_shelf("spotify", "Theirs", theirs(), START);
    let before = e.queued();
    let id = before[3].id.clone();
    e.feedback(&id, FeedbackKind::Never, START).unwrap();
    assert!(e.undo_feedback(START));
    assert_eq!(e.queued(), before);
    assert!(e.feedback.of_session().count() == 0);
}

#[test]
fn a_track_of_the_listeners_own_is_not_lent() {
    let archive = MemoryArchive::default();
    let mut e = engine(&archive);
    let own = catalogue(20);
    e.add_catalogue("mine.csv", own.clone(), START).unwrap();
    let twice = Track { id: TrackId::from_spotify("same"), ..own[0].clone() };
    e.set_session_shelf("spotify", "Theirs", vec![own[1].clone(), twice.clone()], START);
    assert!(!e.is_session_only(&own[1].id));
    assert!(e.track(&twice.id).is_none(), "the same song is there once");
    e.feedback(&own[1].id, FeedbackKind::Liked, START).unwrap();
    assert!(e.taste().lessons > 0);
}

#[test]
fn a_loan_ends() {
    let mut e = engine(&MemoryArchive::default());
    e.set_session_shelf("spotify", "Theirs", theirs(), START);
    e.next_track(START);
    e.remove_session_shelf("spotify", START);
    e.remove_session_shelf("spotify", START);
    assert!(e.queued().is_empty() && e.feedback.of_session().count() == 0);
    let query = LibraryQuery {
        text: String::new(),
        sort: LibrarySort::Title,
        descending: false,
        offset: 0,
        limit: 9,
    };
    assert_eq!(SortedCatalogues::default().page(&e.catalogues(), &query).total, 0);
    e.set_session_shelf("spotify", "Theirs", theirs(), START);
    e.remove_catalogue("spotify", START).unwrap();
    assert!(e.queued().is_empty());
    e.set_session_shelf("spotify", "Theirs", theirs(), START);
    e.erase(START).unwrap();
    assert!(e.queued().is_empty());
}
