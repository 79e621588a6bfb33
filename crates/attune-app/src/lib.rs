//! What Attune's window and command line share above the adapters: only this crate puts adapters together.
//!
//! - [`App`] is the running app without a window: the session, the work on the listener's own music, Spotify's account.
//!   The window starts it with [`App::start`], calls the session through [`App::call`] and ends it with [`App::close`].
//! - [`compose`] opens what both programs need: the store, the library, catalogues, cameras, pictures, networks.
//! - [`cameras`] chooses between the system's cameras and the one that only the window's page reaches.
//! - [`own_music`] scans, watches and analyses the listener's folders in the background.
//! - [`opening`] plays, imports or offers what the listener opens from elsewhere.
//! - [`servers`] opens the music servers that the listener added, joins their songs with own files, and listens to what is
//!   cached of them.
//! - [`soundscapes`] puts up the pieces that Attune composes and lets the one that plays follow the mood.
//! - [`senses`] opens microphones and straps, on phones by [`phone_senses`].
//! - [`export`] writes everything that is kept as one document, and tables; [`restore`] puts such a document back.
//! - [`histories`] reads what other services and players know of the listening.
//! - [`spotify`] holds the account and what is done with it; [`player`] opens what plays the queue.
//! - [`Arguments`] is the command line of the window's program, [`AppCommand`] what can be asked for from outside the
//!   window, [`desktop`] what the desktop shows of Attune,
//!   [`presence`] closes the camera while the listener is away,
//!   [`picked`] reads and writes files that have no path,
//!   [`coalesce`] keeps events for the window few, [`logging`] decides what is logged, and
//!   [`App::diagnostics`] is what a listener can send along when something does not work.
//!
//! - [`voice`], [`straps`], [`sound_file`] and [`mod@print`] are for the command line, which shows more of an adapter's answers
//!   than a session takes in. Types of an adapter that functions here take or give are exported beside them, by name.
//!
//! Nothing here names `tauri`: what only a window can do (open a page, send an event) comes in as a closure.

mod app;
mod app_command;
mod arguments;
mod background;
mod backups;
pub mod cameras;
pub mod coalesce;
pub mod compose;
mod covers;
pub mod desktop;
mod diagnostics;
pub mod export;
mod file_kinds;
pub mod histories;
pub mod instance;
mod lock;
pub mod logging;
pub mod opening;
pub mod own_music;
pub mod phone_senses;
pub mod picked;
pub mod player;
pub mod presence;
pub mod print;
mod privacy;
mod refused;
pub mod restore;
pub mod senses;
pub mod servers;
pub mod sound_file;
pub mod soundscapes;
pub mod spotify;
pub mod straps;
mod this_computer;
pub mod voice;

pub use app::{App, AppParts};
pub use app_command::{AppCommand, AppCommands};
pub use arguments::Arguments;
pub use file_kinds::{FileKind, FileKindTexts};
pub use privacy::keep_private;
pub use refused::refuse_argument;
