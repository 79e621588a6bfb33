//! A command's way to the shell, with a tracing span of its own: what is logged on the way says which command asked.

use crate::shell::Shell;
use attune_app::App;
use attune_core::{AppError, ErrorCode, Timestamp};
use attune_session::Engine;
use specta::datatype::DataType;
use specta::{Types, function::FunctionArg};
use std::ops::Deref;
use tauri::ipc::{CommandArg, CommandItem, InvokeError};
use tauri::{State, Wry};
use tracing::Span;

/// The shell, as a command gets it.
pub(crate) struct Asked<'r> {
    shell: State<'r, Shell>,
    span: Span,
}

impl Asked<'_> {
    /// Runs `body` on the session's engine, within the command's span.
    pub(crate) fn call<T: Send + 'static>(
        &self,
        body: impl FnOnce(&mut Engine, Timestamp) -> T + Send + 'static,
    ) -> Result<T, AppError> {
        let span = self.span.clone();
        self.shell.call(move |engine, now| span.in_scope(|| body(engine, now)))
    }

    /// Runs what blocks (dialogs, files, models) away from the window's threads, within the command's span.
    pub(crate) async fn blocking<T: Send + 'static>(
        &self,
        body: impl FnOnce(&App) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, AppError> {
        let (app, span) = (self.shell.app(), self.span.clone());
        let done = tauri::async_runtime::spawn_blocking(move || span.in_scope(|| body(&app))).await;
        done.map_err(|e| {
            AppError::new(ErrorCode::TaskFailed, format!("This could not be completed: {e}. Try again."))
        })?
    }
}

impl Deref for Asked<'_> {
    type Target = Shell;

    fn deref(&self) -> &Shell {
        &self.shell
    }
}

impl<'r> CommandArg<'r, Wry> for Asked<'r> {
    fn from_command(command: CommandItem<'r, Wry>) -> Result<Self, InvokeError> {
        let span = tracing::error_span!("command", name = command.name);
        Ok(Self { shell: State::from_command(command)?, span })
    }
}

/// Nothing that the window sends.
impl FunctionArg for Asked<'_> {
    fn to_datatype(_: &mut Types) -> Option<DataType> {
        None
    }
}
