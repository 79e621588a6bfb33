//! A panic is an error of what it was about, and the session goes on.

use attune_core::{AppError, ErrorCode, FeedbackKind, Timestamp};
use attune_session::view::UiEvent;
use attune_session::{Composition, EngineOptions, Session, no_player};
use attune_testkit::{MemoryArchive, catalogue};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::time::Duration;

#[test]
fn a_panic_in_a_call_is_its_error_and_the_next_call_works() {
    let (heard, events) = channel();
    let heard = Mutex::new(heard);
    let session = Session::start(Composition {
        archive: Box::new(MemoryArchive::default()),
        options: EngineOptions { version: "t".into(), seed: 1, starter: catalogue(3), warnings: vec![] },
        clock: Arc::new(|| Timestamp(1_700_000_000_000)),
        open_camera: Arc::new(|_| Err(AppError::new(ErrorCode::CameraNone, ""))),
        open_eyes: Arc::new(|| Err(AppError::new(ErrorCode::ModelMissing, ""))),
        senses: attune_session::SensePorts::none(),
        open_player: no_player(),
        listener: Box::new(move |event| drop(heard.lock().unwrap().send(event.clone()))),
    })
    .unwrap();
    let first = session.call(|_, _| -> u32 { panic!("a bug in one command") });
    assert_eq!(first.unwrap_err().code, ErrorCode::Unexpected);
    let id = session.call(|e, now| e.state(now).queue.next[0].id.clone()).unwrap();
    session.call(move |e, now| e.feedback(&id, FeedbackKind::Liked, now)).unwrap().unwrap();
    let said = |event: &UiEvent| matches!(event, UiEvent::Banners(b) if b.iter().any(|b| b.error.code == ErrorCode::Unexpected));
    let shown = std::iter::from_fn(|| events.recv_timeout(Duration::from_mins(3)).ok()).any(|e| said(&e));
    assert!(shown, "it is shown");
}
