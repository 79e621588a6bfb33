//! Against a stand-in for the desktop's portal on a bus of its own.

use super::*;
use attune_testkit::portal::PortalBus;
use std::sync::mpsc::Receiver;
use std::thread::{JoinHandle, sleep, spawn};
use std::time::Instant;
use tempfile::TempDir;

/// A desktop, and the shortcuts in it.
struct Stage {
    bus: PortalBus,
    shortcuts: Arc<Shortcuts>,
    pressed: Receiver<ShortcutAction>,
    _home: TempDir,
}

impl Stage {
    /// None, said in a line, where there is no program for a bus.
    fn new(
        start: fn(&std::path::Path) -> std::io::Result<PortalBus>,
        saved: &GlobalShortcuts,
    ) -> Option<Self> {
        if !PortalBus::is_possible() {
            println!("skipped: dbus-daemon is not installed");
            return None;
        }
        let home = tempfile::tempdir().unwrap();
        let bus = start(home.path()).unwrap();
        let shortcuts = Arc::new(Shortcuts::new());
        let (send, pressed) = channel();
        let send = Mutex::new(send);
        let press = Arc::new(move |action| {
            let _ = held(&send).send(action);
        });
        let host = Host { on_main: Arc::new(|task: Task| task()), press };
        let place = Place { wayland: true, bus: Some(bus.address().to_owned()), ..Place::default() };
        shortcuts.start_at(host, place, saved.clone());
        Some(Self { bus, shortcuts, pressed, _home: home })
    }

    fn name(&self) {
        let names = ShortcutAction::ALL.map(|action| (action, format!("Does {}", action.name())));
        self.shortcuts.set_texts(names.into());
    }

    /// Wants them, as the window does: on a thread of its own.
    fn wants(&self, on: bool) -> JoinHandle<Result<ShortcutsView, AppError>> {
        let (shortcuts, wanted) =
            (self.shortcuts.clone(), GlobalShortcuts { on, ..GlobalShortcuts::default() });
        spawn(move || shortcuts.set(wanted))
    }

    /// Waits until the listener is asked.
    fn is_asked(&self) {
        until("the listener is asked", || self.bus.question().is_some());
    }

    /// With shortcuts that the listener has taken.
    fn bound(&self) -> ShortcutsView {
        let wanted = self.wants(true);
        self.is_asked();
        self.bus.answer(true).unwrap();
        wanted.join().unwrap().unwrap()
    }
}

fn until(what: &str, mut condition: impl FnMut() -> bool) {
    let end = Instant::now() + Duration::from_mins(2);
    while !condition() {
        assert!(Instant::now() < end, "it never came to this: {what}");
        sleep(Duration::from_millis(20));
    }
}

fn code(outcome: Result<ShortcutsView, AppError>) -> Option<ErrorCode> {
    outcome.err().map(|error| error.code)
}

#[test]
fn the_desktop_asks_in_the_windows_words_and_its_keys_do_what_they_say() {
    let Some(stage) = Stage::new(PortalBus::start, &GlobalShortcuts::default()) else { return };
    stage.name();
    assert_eq!(stage.shortcuts.view().way, Some(ShortcutWay::Portal));
    let wanted = stage.wants(true);
    stage.is_asked();
    let question = stage.bus.question().unwrap();
    let next = question.iter().find(|named| named.id == "next").unwrap();
    assert_eq!((next.description.as_str(), next.preferred.as_str()), ("Does next", "CTRL+SHIFT+F9"));
    assert_eq!(question.len(), ShortcutAction::ALL.len());
    stage.bus.answer(true).unwrap();
    let view = wanted.join().unwrap().unwrap();
    assert_eq!(view.triggers[&ShortcutAction::Next], "Press CTRL+SHIFT+F9");
    assert!(view.taken.is_empty());

    stage.bus.press("next").unwrap();
    stage.bus.press("louder").unwrap();
    stage.bus.press("switchCamera").unwrap();
    assert_eq!(stage.pressed.recv_timeout(PATIENCE), Ok(ShortcutAction::Next));
    assert_eq!(stage.pressed.recv_timeout(PATIENCE), Ok(ShortcutAction::SwitchCamera));

    stage.bus.change("next", "F13").unwrap();
    until("other keys are told", || {
        stage.shortcuts.view().triggers.get(&ShortcutAction::Next).is_some_and(|keys| keys == "Press F13")
    });

    let off = stage.wants(false).join().unwrap().unwrap();
    assert!(off.triggers.is_empty());
    until("the desktop has let go", || stage.bus.bound().is_empty());
}

#[test]
fn a_question_that_the_listener_closes_sets_nothing_and_can_be_asked_again() {
    let Some(stage) = Stage::new(PortalBus::start, &GlobalShortcuts::default()) else { return };
    stage.name();
    let wanted = stage.wants(true);
    stage.is_asked();
    stage.bus.answer(false).unwrap();
    assert_eq!(code(wanted.join().unwrap()), Some(ErrorCode::ShortcutsNotSet));
    assert!(stage.shortcuts.view().triggers.is_empty());
    assert_eq!(stage.bound().triggers.len(), ShortcutAction::ALL.len());
}

#[test]
fn switching_them_off_closes_the_question() {
    let Some(stage) = Stage::new(PortalBus::start, &GlobalShortcuts::default()) else { return };
    stage.name();
    let wanted = stage.wants(true);
    stage.is_asked();
    stage.wants(false).join().unwrap().unwrap();
    assert!(stage.bus.question().is_none());
    assert!(wanted.join().unwrap().unwrap().triggers.is_empty());
}

#[test]
fn what_was_on_is_asked_for_at_the_start_once_the_window_has_words_for_it() {
    let saved = GlobalShortcuts { on: true, ..GlobalShortcuts::default() };
    let Some(stage) = Stage::new(PortalBus::start, &saved) else { return };
    assert_eq!(stage.shortcuts.view().way, Some(ShortcutWay::Portal));
    assert_eq!(stage.bus.asked(), 0);
    stage.name();
    stage.is_asked();
    stage.bus.answer(true).unwrap();
    until("they are set", || stage.shortcuts.view().triggers.len() == ShortcutAction::ALL.len());
    // The window's language changes: nobody is asked again.
    stage.name();
    stage.shortcuts.view();
    assert_eq!(stage.bus.asked(), 1);
}

#[test]
fn a_session_that_the_desktop_ends_leaves_no_shortcuts() {
    let Some(stage) = Stage::new(PortalBus::start, &GlobalShortcuts::default()) else { return };
    stage.name();
    stage.bound();
    stage.bus.end_session().unwrap();
    until("there are none", || stage.shortcuts.view().triggers.is_empty());
    assert_eq!(stage.bound().triggers.len(), ShortcutAction::ALL.len());
}

#[test]
fn a_portal_that_begins_anew_is_asked_anew() {
    let Some(mut stage) = Stage::new(PortalBus::start, &GlobalShortcuts::default()) else { return };
    stage.name();
    stage.bound();
    stage.bus.stop().unwrap();
    until("there are none", || stage.shortcuts.view().triggers.is_empty());
    stage.bus.begin().unwrap();
    stage.is_asked();
    stage.bus.answer(true).unwrap();
    until("they are set", || stage.shortcuts.view().triggers.len() == ShortcutAction::ALL.len());
    stage.bus.press("next").unwrap();
    assert_eq!(stage.pressed.recv_timeout(PATIENCE), Ok(ShortcutAction::Next));

    // Nobody is asked about what was switched off.
    stage.wants(false).join().unwrap().unwrap();
    let asked = stage.bus.asked();
    stage.bus.stop().unwrap();
    stage.bus.begin().unwrap();
    assert!(stage.shortcuts.view().triggers.is_empty());
    assert_eq!(stage.bus.asked(), asked);
}

#[test]
fn without_a_portal_none_are_offered() {
    let Some(stage) = Stage::new(PortalBus::without_portal, &GlobalShortcuts::default()) else { return };
    stage.name();
    assert_eq!(stage.shortcuts.view(), ShortcutsView::default());
    assert_eq!(code(stage.wants(true).join().unwrap()), Some(ErrorCode::ShortcutsNotSet));
}
