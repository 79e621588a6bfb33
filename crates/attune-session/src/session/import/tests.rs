use super::*;
use crate::engine::{Engine, EngineOptions};
use crate::session::{Composition, no_player};
use attune_core::ports::Archive;
use attune_core::{ErrorCode, Timestamp, TrackId};
use attune_testkit::{MemoryArchive, catalogue};
use std::sync::Arc;

const MANY: u32 = 2 * PORTION + 34;

fn session(archive: &MemoryArchive) -> Session {
    let none = |code| AppError::new(code, "There is none.");
    let composition = Composition {
        archive: Box::new(archive.clone()),
        options: EngineOptions { version: "test".into(), seed: 1, starter: catalogue(3), warnings: vec![] },
        clock: Arc::new(|| Timestamp(1_700_000_000_000)),
        open_camera: Arc::new(move |_| Err(none(ErrorCode::CameraNone))),
        open_eyes: Arc::new(move || Err(none(ErrorCode::ModelMissing))),
        senses: crate::SensePorts::none(),
        open_player: no_player(),
        listener: Box::new(|_| {}),
    };
    Session::start(composition).unwrap()
}

fn tracks() -> Vec<Track> {
    (0..MANY).map(|n| Track::new(TrackId(format!("t{n}")), format!("Title {n}"), "Someone")).collect()
}

fn shown(session: &Session) -> Vec<CatalogueInfo> {
    session.call(Engine::state).unwrap().catalogues
}

#[test]
fn a_catalogue_of_several_portions_is_kept_in_its_order() {
    let archive = MemoryArchive::default();
    let session_before = session(&archive);
    let info = session_before.import("mine.csv".into(), tracks()).unwrap();
    assert_eq!((info.name.as_str(), info.tracks), ("mine.csv", MANY));
    assert_eq!(shown(&session_before).last(), Some(&info));
    assert_eq!(archive.tracks(&info.id).unwrap(), tracks());
    drop(session_before);
    assert_eq!(shown(&session(&archive)).last(), Some(&info), "after a restart");
}

#[test]
fn a_disk_that_fills_up_half_way_leaves_nothing() {
    let archive = MemoryArchive::default();
    let session = session(&archive);
    let before = shown(&session);
    // It is begun, and one portion of three finds room.
    archive.set_full_after(2);
    assert_eq!(session.import("mine.csv".into(), tracks()).unwrap_err().code, ErrorCode::DiskFull);
    assert_eq!((shown(&session), archive.catalogues().unwrap()), (before, vec![]));
    archive.set_full(false);
    assert_eq!(session.import("mine.csv".into(), tracks()).unwrap().tracks, MANY);
}

#[test]
fn a_removed_catalogue_is_hidden_at_once_and_deleted_while_nothing_else_happens() {
    let archive = MemoryArchive::default();
    let first = session(&archive);
    let before = shown(&first);
    let id = first.import("mine.csv".into(), tracks()).unwrap().id;
    let left = first.call({
        let (id, archive) = (id.clone(), archive.clone());
        move |e, now| e.remove_catalogue(&id, now).map(|()| archive.leftovers())
    });
    assert_eq!(left.unwrap().unwrap(), MANY as usize, "nothing is deleted before the listener goes on");
    assert_eq!((shown(&first), archive.catalogues().unwrap()), (before, vec![]));
    let swept = || {
        (0..500).any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(10));
            archive.leftovers() == 0
        })
    };
    assert!(swept());
    // What an earlier run has left is deleted by the next one.
    let id = first.import("mine.csv".into(), tracks()).unwrap().id;
    drop(first);
    archive.clone().remove_catalogue(&id).unwrap();
    assert_eq!(archive.leftovers(), MANY as usize);
    let _second = session(&archive);
    assert!(swept());
}

#[test]
fn the_session_does_other_things_between_two_portions() {
    let archive = MemoryArchive::default();
    let session = session(&archive);
    let before = shown(&session);
    let shelf = Tracks::new(tracks());
    let id = session.call(|e, now| e.begin_catalogue("mine.csv", now)).unwrap().unwrap();
    session.store_portions(&id, &shelf).unwrap();
    assert_eq!(shown(&session), before, "it is not there before it is whole");
    session.call(Engine::erase).unwrap().unwrap();
    let gone = session.store_portions(&id, &shelf).unwrap_err();
    assert_eq!(gone.code, ErrorCode::CatalogueGone, "everything was erased meanwhile");
    assert_eq!(archive.catalogues().unwrap(), []);
}
