//! The listener's own music: folders, tags, search, and what was heard in each file.
//!
//! # Use
//!
//! [`Library::open`] gives a handle that any thread may clone and use; the database (`library.db` in the data folder) is
//! this crate's own, so nobody waits for the session. Reading goes over a connection beside the one that writes.
//!
//! - Folders: [`Library::add_folder`], [`Library::remove_folder`], [`Library::folders`].
//! - [`Library::scan`] runs on the caller's thread, is steered by a [`Control`] (pause, resume, cancel) and tells its
//!   progress; [`Library::unreadable`] lists what could not be read.
//! - To rank: [`Library::tracks`]. To show: [`Library::page`], [`Library::track`], [`Library::cover`].
//! - To play: [`Library::path_of`], [`Library::loudness`].
//! - A file outside of all folders: [`file_track`], [`file_cover`].
//! - [`Library::analyse`] listens to what was not heard yet, through a function of the caller's, on one to eight threads
//!   and as gently as ordered; [`Library::analysis_counts`] says how much is left.
//! - [`FolderWatch`] tells which folders to scan when something changes in them.
//! - [`Library::import_playlist`], [`Library::export_playlist`], [`Library::export_csv`]; [`Library::export`] and
//!   [`Library::erase`] for the listener's data as a whole.
//!
//! # Ids
//!
//! A track is a sound, not a file. Its id, `local:` and 32 hexadecimal digits, is made of the sound's fingerprint when it is
//! first found, and kept: when its tags are rewritten, when its file is moved or renamed, and when the sound of its only
//! file is replaced. A copy is a second place of the same track. See `docs/library.md`.

mod analyse;
mod bounded;
mod control;
mod cover;
mod database;
mod erase;
mod error;
mod export;
mod folders;
mod format;
mod forms;
#[cfg(feature = "fuzz")]
pub mod fuzz;
mod library;
mod opened;
mod path;
mod playlist;
mod put;
mod query;
mod reform;
mod scan;
#[cfg(test)]
mod scene;
mod sound;
mod tags;
mod walk;
mod watch;

pub use analyse::{AnalyseProgress, AnalyseReport, AnalysisCounts, AnalysisRequest, Hear, Job, NotAnalysed};
pub use control::Control;
pub use cover::small_picture;
pub use database::{Revision, back_up};
pub use folders::Folder;
pub use format::{Format, promises_music};
pub use library::{Library, PassedOver};
pub use opened::{file_cover, file_track};
pub use playlist::{Cells, Missing, PlaylistImport, path_of_address};
pub use query::{Hearing, Levels, LocalTrack, Page, Query, REFERENCE_LUFS, Sort, Unreadable};
pub use scan::{ScanProgress, ScanReport};
pub use tags::{FileError, ReadFile, Tags, read_file, read_from};
pub use watch::{FolderEvent, FolderWatch, FolderWatchTiming};
