//! Where everything that outlives a run is kept: an SQLite database and a settings file in one folder.
//!
//! [`Store::open`] always gives something to work with. What can be read of a damaged database is saved, and [`back_up`]
//! keeps copies for the rest ([`attune_files::database`]); a newer one is left alone, a folder that cannot be written is replaced by memory; each of these comes back as a warning to be
//! shown, and none keeps the app from starting. What is stored are moods, feedback, imported catalogues and
//! settings; never a picture.

mod archive;
mod backups;
mod database;
mod erase;
mod error;
mod export;
mod flaw;
mod folder;
#[cfg(feature = "fuzz")]
pub mod fuzz;
mod past_reader;
mod read_back;
mod restore;
mod return_to_disk;
mod rows;
mod secrets;
mod settings_file;
mod stand_in;
mod store;
mod warning;

pub use backups::back_up;
pub use folder::{BEFORE_RESTORE, default_data_dir};
pub use read_back::{BackupFile, read_backup};
pub use secrets::Keyring;
pub use store::Store;
