//! Events on their way to the window: the latest picture of each part, at most five times a second, none while no
//! window can be seen.

use attune_app::coalesce::{self, Viewers};
use attune_app::own_music::OwnMusicView;
use attune_app::servers::ServersView;
use attune_app::spotify::SpotifyView;
use attune_session::Listener;
use attune_session::view::UiEvent;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
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

/// What the session calls with each event of which the window is to hear.
pub(crate) fn listener(app: AppHandle, viewers: Arc<Viewers>) -> Listener {
    coalesce::start(viewers, move |event| emit(&app, &SessionChange(event)))
}

/// How the window hears of work in the background, while anybody looks; `event` makes of its picture what is sent.
pub(crate) fn work<V, E>(app: AppHandle, viewers: Arc<Viewers>, event: fn(V) -> E) -> Box<dyn Fn(V) + Send>
where
    V: 'static,
    E: Event + Serialize + Clone + 'static,
{
    Box::new(move |view| {
        if viewers.any() {
            emit(&app, &event(view));
        }
    })
}

/// Gives an event to every window.
pub(crate) fn emit<E: Event + Serialize + Clone>(app: &AppHandle, event: &E) {
    if let Err(error) = event.emit(app) {
        tracing::warn!(%error, "an event did not reach the window");
    }
}
