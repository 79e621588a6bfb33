//! The app's global shortcuts: what they do, and keeping them among the settings.

use super::shortcuts::{Host, ShortcutsChange, ShortcutsView, Task};
use crate::{App, AppCommand};
use attune_core::{AppError, GlobalShortcuts, ShortcutAction};
use std::sync::Arc;

impl App {
    /// Takes the shortcuts of the settings from now on, and asks for what is pressed. `on_main` runs something on the main
    /// thread; neither may wait.
    pub fn attach_shortcuts(
        &self,
        on_main: impl Fn(Task) + Send + Sync + 'static,
        ask: impl Fn(AppCommand) + Send + Sync + 'static,
    ) {
        let Ok(saved) = self.call(|e, _| e.settings().global_shortcuts.clone()) else { return };
        let press = Arc::new(move |action| ask(command(action)));
        self.shortcuts().start(Host { on_main: Arc::new(on_main), press }, saved);
    }

    /// Sets shortcuts, or lets go of their keys while the listener chooses others. For a thread that may wait: the desktop may
    /// ask the listener. Fails with `shortcuts_not_set`.
    pub fn change_shortcuts(&self, change: ShortcutsChange) -> Result<ShortcutsView, AppError> {
        match change {
            ShortcutsChange::Set(wanted) => self.set_shortcuts(wanted),
            ShortcutsChange::Release => self.shortcuts().choose(true),
            ShortcutsChange::Resume => self.shortcuts().choose(false),
        }
    }

    /// Takes these shortcuts in place of those before, and keeps them among the settings if that succeeds.
    fn set_shortcuts(&self, wanted: GlobalShortcuts) -> Result<ShortcutsView, AppError> {
        let view = self.shortcuts().set(wanted.clone())?;
        self.call(move |e, now| {
            let before = e.settings().clone();
            let mut after = before.clone();
            after.global_shortcuts = wanted;
            e.change_settings(&before, after, now);
        })?;
        Ok(view)
    }
}

fn command(action: ShortcutAction) -> AppCommand {
    match action {
        ShortcutAction::PlayOrPause => AppCommand::TogglePlay,
        ShortcutAction::Next => AppCommand::Next,
        ShortcutAction::Previous => AppCommand::Previous,
        ShortcutAction::SwitchCamera => AppCommand::SwitchCamera,
        ShortcutAction::Show => AppCommand::Show,
        ShortcutAction::Mini => AppCommand::Mini,
    }
}
