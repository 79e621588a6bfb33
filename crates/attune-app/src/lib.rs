//! What Attune's window and command line share above the adapters: only this crate puts adapters together.
//!
//! - [`App`] is the running app without a window: the session, the work on the listener's own music, Spotify's account.
//!   The window starts it with [`App::start`], calls the session through [`App::call`] and ends it with [`App::close`].
//! - [`compose`] opens what both programs need: the store, the library, catalogues, cameras, pictures, networks.
//! - [`own_music`] scans, watches and analyses the listener's folders in the background.
//! - [`servers`] opens the music servers that the listener added, joins their songs with own files, and listens to what is
//!   cached of them.
//! - `soundscapes` puts up the pieces that Attune composes and lets the one that plays follow the mood.
//! - [`spotify`] holds the account and what is done with it; [`player`] opens what plays the queue.
//! - [`AppCommand`] is what can be asked for from outside the window, [`desktop`] what the desktop shows of Attune,
//!   [`presence`] closes the camera while the listener is away,
//!   [`coalesce`] keeps events for the window few, [`logging`] decides what is logged, and
//!   [`App::diagnostics`] is what a listener can send along when something does not work.
//!
//! Nothing here names `tauri`: what only a window can do (open a page, send an event) comes in as a closure.

mod app;
mod app_command;
mod background;
pub mod coalesce;
pub mod compose;
mod covers;
pub mod desktop;
mod diagnostics;
pub mod instance;
mod lock;
pub mod logging;
pub mod own_music;
pub mod player;
pub mod presence;
pub mod senses;
pub mod servers;
mod soundscapes;
pub mod spotify;

pub use app::{App, AppParts};
pub use app_command::AppCommand;
pub use attune_models::runtime::switch_telemetry_off;
