//! Events on their way to the window: the latest picture of each part, at most five times a second, none while no
//! window can be seen.

use attune_app::coalesce;
use attune_app::own_music::OwnMusicView;
use attune_app::servers::ServersView;
use attune_app::spotify::SpotifyView;
use attune_session::Listener;
use attune_session::view::UiEvent;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use tauri::AppHandle;
use tauri_specta::Event;

/// The label of the big window, which is seen from the start.
pub(crate) const MAIN: &str = "main";

/// What the window listens to.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type, Event)]
pub(crate) struct SessionChange(pub(crate) UiEvent);

/// The library at work changed; the whole picture of it.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type, Event)]
pub(crate) struct OwnMusicChange(pub(crate) OwnMusicView);

/// The listener's servers at work changed; the whole picture of them.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type, Event)]
pub(crate) struct ServersChange(pub(crate) ServersView);

/// How things stand with Spotify changed.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type, Event)]
pub(crate) struct SpotifyChange(pub(crate) SpotifyView);

/// For which generation the page is to have its camera on, or none.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type, Event)]
pub(crate) struct PageCameraChange(pub(crate) Option<u32>);

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
            coalesce::forward(&inbox, &shown, &|event| emit(&app, &SessionChange(event)));
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

    /// How the window hears of work in the background, while anybody looks; `event` makes of its picture what is sent.
    pub(crate) fn work<V, E>(&self, app: AppHandle, event: fn(V) -> E) -> Box<dyn Fn(V) + Send>
    where
        V: 'static,
        E: Event + Serialize + Clone + 'static,
    {
        let visible = self.visible.clone();
        Box::new(move |view| {
            if visible.load(Ordering::Relaxed) {
                emit(&app, &event(view));
            }
        })
    }

    /// Whether somebody can see this window, and whether any is seen then. One that is shown again asks for the whole state
    /// itself.
    pub(crate) fn set_visible(&self, window: &str, visible: bool) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if visible {
            seen.insert(window.to_owned());
        } else {
            seen.remove(window);
        }
        self.visible.store(!seen.is_empty(), Ordering::Relaxed);
        !seen.is_empty()
    }
}

/// Gives an event to every window.
pub(crate) fn emit<E: Event + Serialize + Clone>(app: &AppHandle, event: &E) {
    if let Err(error) = event.emit(app) {
        tracing::warn!(%error, "an event did not reach the window");
    }
}
