//! Session events on their way to the window: the latest picture of each part, at most five times a second,
//! none while no window can be seen.

use crate::desktop::windows::MAIN;
use attune_session::Listener;
use attune_session::view::UiEvent;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::mem::discriminant;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tauri::AppHandle;
use tauri_specta::Event;

/// What the window listens to.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type, Event)]
pub(crate) struct SessionChange(pub(crate) UiEvent);

/// Five times a second.
const GAP: Duration = Duration::from_millis(200);

/// The way to the window.
pub(crate) struct Bridge {
    events: Mutex<Sender<UiEvent>>,
    /// The windows that somebody can see, by their labels.
    seen: Mutex<HashSet<String>>,
    visible: Arc<AtomicBool>,
}

impl Bridge {
    /// Starts the thread that sends.
    pub(crate) fn start(app: AppHandle) -> Self {
        let (events, inbox) = channel();
        let visible = Arc::new(AtomicBool::new(true));
        let shown = visible.clone();
        std::thread::spawn(move || {
            forward(&inbox, &shown, &|event| {
                if let Err(error) = SessionChange(event).emit(&app) {
                    tracing::warn!(%error, "an event did not reach the window");
                }
            });
        });
        let seen = Mutex::new(HashSet::from([MAIN.to_owned()]));
        Self { events: Mutex::new(events), seen, visible }
    }

    /// What the session calls with each event.
    pub(crate) fn listener(&self) -> Listener {
        let events = self.events.lock().unwrap_or_else(PoisonError::into_inner).clone();
        // The receiver ends with the app; events after that have no reader.
        Box::new(move |event| drop(events.send(event.clone())))
    }

    /// Whether somebody can see a window, for those who send events of their own.
    pub(crate) fn visible(&self) -> Arc<AtomicBool> {
        self.visible.clone()
    }

    /// Whether somebody can see this window. When it is shown again it asks for the whole state itself.
    pub(crate) fn set_visible(&self, window: &str, visible: bool) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if visible {
            seen.insert(window.to_owned());
        } else {
            seen.remove(window);
        }
        self.visible.store(!seen.is_empty(), Ordering::Relaxed);
    }
}

/// Sends at once when nothing was sent lately, else collects for a while and sends the latest of each kind.
fn forward(inbox: &Receiver<UiEvent>, visible: &AtomicBool, send: &dyn Fn(UiEvent)) {
    let mut pending: Vec<UiEvent> = Vec::new();
    while let Ok(first) = inbox.recv() {
        pending.push(first);
        pending.extend(inbox.try_iter());
        flush(&mut pending, visible, send);
        let resume = std::time::Instant::now() + GAP;
        loop {
            match inbox.recv_timeout(resume.saturating_duration_since(std::time::Instant::now())) {
                Ok(event) => pending.push(event),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        flush(&mut pending, visible, send);
    }
}

fn flush(pending: &mut Vec<UiEvent>, visible: &AtomicBool, send: &dyn Fn(UiEvent)) {
    let events = std::mem::take(pending);
    if !visible.load(Ordering::Relaxed) {
        return;
    }
    let is_latest =
        |i: usize, e: &UiEvent| events[i + 1..].iter().all(|l| discriminant(l) != discriminant(e));
    events.iter().enumerate().filter(|(i, e)| is_latest(*i, e)).for_each(|(_, e)| send(e.clone()));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(events: Vec<UiEvent>, visible: bool) -> Vec<UiEvent> {
        let got = std::cell::RefCell::new(Vec::new());
        let mut pending = events;
        flush(&mut pending, &AtomicBool::new(visible), &|e| got.borrow_mut().push(e));
        assert!(pending.is_empty());
        got.into_inner()
    }

    #[test]
    fn only_the_latest_of_each_part_is_sent_and_nothing_while_hidden() {
        let banners = |n| UiEvent::Banners(vec![banner(); n]);
        let events = vec![banners(1), UiEvent::History, banners(2)];
        assert_eq!(sent(events.clone(), true), [UiEvent::History, banners(2)]);
        assert!(sent(events, false).is_empty());
    }

    fn banner() -> attune_session::view::Banner {
        attune_session::view::Banner {
            error: attune_core::AppError::new(attune_core::ErrorCode::Unexpected, "b"),
            severity: attune_session::view::Severity::Info,
        }
    }
}
