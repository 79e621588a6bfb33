//! Events on their way to the window: the latest picture of each part, at most five times a second, none while no
//! window can be seen.

use attune_app::coalesce::{self, Viewers};
use attune_app::own_music::OwnMusicView;
use attune_app::servers::ServersView;
use attune_app::spotify::SpotifyView;
use attune_session::Listener;
use attune_session::view::UiEvent;
use serde::{Deserialize, Serialize};
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
    pub(crate) viewers: Arc<Viewers>,
}

impl Bridge {
    /// Starts the thread that sends.
    pub(crate) fn start(app: AppHandle) -> Self {
        let (events, inbox) = channel();
        let viewers = Arc::new(Viewers::of(MAIN));
        let seen = viewers.clone();
        std::thread::spawn(move || {
            coalesce::forward(&inbox, &seen, &|event| emit(&app, &SessionChange(event)));
        });
        Self { events: Mutex::new(events), viewers }
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
        let viewers = self.viewers.clone();
        Box::new(move |view| {
            if viewers.any() {
                emit(&app, &event(view));
            }
        })
    }
}

/// Gives an event to every window.
pub(crate) fn emit<E: Event + Serialize + Clone>(app: &AppHandle, event: &E) {
    if let Err(error) = event.emit(app) {
        tracing::warn!(%error, "an event did not reach the window");
    }
}
