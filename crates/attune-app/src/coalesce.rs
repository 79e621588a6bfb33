//! Keeping events few: the latest of each kind, at most five times a second, none while nobody looks.

use crate::lock::held;
use attune_session::Listener;
use attune_session::view::UiEvent;
use std::collections::HashSet;
use std::mem::{discriminant, take};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Five times a second.
const GAP: Duration = Duration::from_millis(200);

/// The windows that somebody can see, by their labels.
#[derive(Debug, Default)]
pub struct Viewers(Mutex<HashSet<String>>);

impl Viewers {
    /// This window is seen.
    #[must_use]
    pub fn of(window: &str) -> Self {
        Self(Mutex::new(HashSet::from([window.to_owned()])))
    }

    /// Takes in whether a window can be seen; whether any can then. One that is shown again asks for the whole state itself.
    pub fn set(&self, window: &str, visible: bool) -> bool {
        let mut seen = held(&self.0);
        if visible {
            seen.insert(window.to_owned());
        } else {
            seen.remove(window);
        }
        !seen.is_empty()
    }

    /// Whether any can be seen.
    pub fn any(&self) -> bool {
        !held(&self.0).is_empty()
    }
}

/// Starts the thread that sends; what the session calls with each event.
pub fn start(viewers: Arc<Viewers>, send: impl Fn(UiEvent) + Send + 'static) -> Listener {
    let (events, inbox) = channel();
    std::thread::spawn(move || forward(&inbox, &viewers, &send));
    // The receiver ends with the app; events after that have no reader.
    Box::new(move |event| drop(events.send(event.clone())))
}

/// Sends at once when nothing was sent lately, else collects for a while and sends the latest of each kind.
fn forward(inbox: &Receiver<UiEvent>, viewers: &Viewers, send: &dyn Fn(UiEvent)) {
    let mut pending: Vec<UiEvent> = Vec::new();
    while let Ok(first) = inbox.recv() {
        pending.push(first);
        pending.extend(inbox.try_iter());
        // Until nothing has come for a whole gap: what came within one is sent at its end, and begins the next.
        while !pending.is_empty() {
            flush(&mut pending, viewers, send);
            if !collect(inbox, &mut pending) {
                return;
            }
        }
    }
}

/// Collects what comes within a gap; whether anything can still come.
fn collect(inbox: &Receiver<UiEvent>, pending: &mut Vec<UiEvent>) -> bool {
    let resume = Instant::now() + GAP;
    loop {
        match inbox.recv_timeout(resume.saturating_duration_since(Instant::now())) {
            Ok(event) => pending.push(event),
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

fn flush(pending: &mut Vec<UiEvent>, viewers: &Viewers, send: &dyn Fn(UiEvent)) {
    let events = take(pending);
    if !viewers.any() {
        return;
    }
    let is_latest =
        |i: usize, e: &UiEvent| events[i + 1..].iter().all(|l| discriminant(l) != discriminant(e));
    events.iter().enumerate().filter(|(i, e)| is_latest(*i, e)).for_each(|(_, e)| {
        // `cargo xtask soak` counts these.
        tracing::trace!("an event for the window");
        send(e.clone());
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(events: Vec<UiEvent>, visible: bool) -> Vec<UiEvent> {
        let got = std::cell::RefCell::new(Vec::new());
        let (mut pending, viewers) = (events, Viewers::of("main"));
        assert_eq!(viewers.set("main", visible), visible);
        flush(&mut pending, &viewers, &|e| got.borrow_mut().push(e));
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

    /// When events were sent of those that came 5 ms apart for that long.
    fn sent_within(time: Duration) -> (Instant, Vec<Instant>) {
        let (sender, inbox) = std::sync::mpsc::channel();
        let sent = std::cell::RefCell::new(Vec::new());
        let begun = Instant::now();
        let busy = std::thread::spawn(move || {
            while begun.elapsed() < time {
                sender.send(UiEvent::History).unwrap();
                std::thread::sleep(Duration::from_millis(5));
            }
        });
        forward(&inbox, &Viewers::of("main"), &|_| sent.borrow_mut().push(Instant::now()));
        busy.join().unwrap();
        (begun, sent.into_inner())
    }

    #[test]
    fn an_event_is_sent_at_once_and_no_more_than_five_a_second() {
        let (_, sent) = sent_within(Duration::from_millis(1_500));
        assert!(sent.len() > 3 && sent.windows(2).all(|two| two[1] - two[0] >= GAP), "{sent:?}");
        // A busy machine may be slow once, and one that waits for the end of a gap is slow each time.
        let waited = |_| {
            let (begun, sent) = sent_within(Duration::from_millis(10));
            sent[0] - begun
        };
        assert!((0..20).map(waited).any(|waited| waited < GAP), "the first one waits for nothing");
    }

    fn banner() -> attune_session::view::Banner {
        attune_session::view::Banner {
            error: attune_core::AppError::new(attune_core::ErrorCode::Unexpected, "b"),
            severity: attune_session::view::Severity::Info,
        }
    }
}
