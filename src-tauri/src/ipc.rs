//! What commands look for in place of `tauri::ipc`, by `root = "crate"`: arguments that are none are refused in our words.

use attune_core::AppError;
use tauri::Wry;
use tauri::ipc::InvokeError;
pub(crate) use tauri::ipc::{CommandItem, Invoke, private};

/// Whatever Tauri can read of a call.
pub(crate) trait CommandArg<'r>: Sized {
    /// Reads it, or refuses it as any command refuses.
    fn from_command(command: CommandItem<'r, Wry>) -> Result<Self, AppError>;
}

impl<'r, T: tauri::ipc::CommandArg<'r, Wry>> CommandArg<'r> for T {
    fn from_command(item: CommandItem<'r, Wry>) -> Result<Self, AppError> {
        let (command, argument) = (item.name, item.key);
        T::from_command(item).map_err(|InvokeError(why)| attune_app::refuse_argument(command, argument, &why))
    }
}
