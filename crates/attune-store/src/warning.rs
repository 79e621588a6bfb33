//! What the listener should know about how the store was opened.

use crate::error::StoreError;
use attune_core::{AppError, ErrorCode};
use attune_files::database::Recovery;
use std::path::PathBuf;

/// Trouble that was worked around.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Warning {
    /// A damaged database was rescued as far as possible.
    #[error("Attune's database was damaged. {0} Settings were kept.")]
    Rescued(Recovery),
    /// The database cannot be used now, for instance because it is newer than this program; memory is used.
    #[error(
        "{0} The file was left as it is. Attune works, but forgets what is new if it closes before that has changed."
    )]
    InMemory(StoreError),
    /// The folder cannot be written; memory is used instead.
    #[error(
        "Attune may not write to {}. It works with what could be read there and saves what is new as soon as it may \
         write there. It is lost if Attune is closed before.", .0.display()
    )]
    ReadOnly(PathBuf),
    /// Fields of the settings file were wrong and have their defaults.
    #[error("Some settings could not be read and have been reset: {}. The others were kept.", .0.join(", "))]
    SettingsRepaired(Vec<String>),
    /// The settings file as a whole could not be read.
    #[error(
        "The settings file could not be read, so all settings have been reset. Your history and library were kept."
    )]
    SettingsUnreadable,
}

impl From<Warning> for AppError {
    fn from(w: Warning) -> Self {
        let message = w.to_string();
        let code = match w {
            Warning::InMemory(e) => return Self::from(e).with_message(message),
            Warning::Rescued(_) => ErrorCode::DatabaseSetAside,
            Warning::ReadOnly(_) => ErrorCode::DataFolderReadOnly,
            Warning::SettingsRepaired(_) | Warning::SettingsUnreadable => ErrorCode::SettingsRepaired,
        };
        Self::new(code, message).caused_by(w)
    }
}
