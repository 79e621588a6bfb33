//! Attune in the tray: what plays, what the camera does, and the buttons for both.

use crate::app_commands;
use attune_app::AppCommand;
use attune_app::desktop::menu::{self, Line};
use std::sync::mpsc::channel;
use tauri::menu::{Menu, MenuBuilder, MenuEvent, MenuItem};
use tauri::tray::{MouseButton, MouseButtonState, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Error, Result, Wry};

/// The menu. The icon is the app's and goes with it; where a panel is restarted it shows itself again.
pub(crate) struct Tray {
    items: Vec<MenuItem<Wry>>,
    shown: Vec<Line>,
}

impl Tray {
    /// Puts Attune into the tray, once in its life. Waits for the main thread, so not to be called there.
    pub(crate) fn open(app: &AppHandle, groups: &[Vec<Line>]) -> Result<Self> {
        let (mut menu, mut items) = (MenuBuilder::new(app), Vec::new());
        for (at, group) in groups.iter().enumerate() {
            if at > 0 {
                menu = menu.separator();
            }
            for line in group {
                let item = MenuItem::with_id(app, line.id, &line.text, line.enabled, None::<&str>)?;
                menu = menu.item(&item);
                items.push(item);
            }
        }
        let (menu, own, (send, placed)) = (menu.build()?, app.clone(), channel());
        app.run_on_main_thread(move || drop(send.send(place(&own, &menu))))?;
        placed.recv().map_err(|_| Error::FailedToReceiveMessage)??;
        Ok(Self { items, shown: groups.concat() })
    }

    /// Shows what changed.
    pub(crate) fn show(&mut self, groups: &[Vec<Line>]) {
        let lines = groups.concat();
        for (item, (old, new)) in self.items.iter().zip(self.shown.iter().zip(&lines)) {
            if let Err(error) = update(item, old, new) {
                tracing::debug!(%error, "the tray was not told");
            }
        }
        self.shown = lines;
    }
}

fn update(item: &MenuItem<Wry>, old: &Line, new: &Line) -> Result<()> {
    if old.text != new.text {
        item.set_text(&new.text)?;
    }
    if old.enabled != new.enabled {
        item.set_enabled(new.enabled)?;
    }
    Ok(())
}

/// Tauri's icons are counted without regard to threads: this one never leaves the main thread.
fn place(app: &AppHandle, menu: &Menu<Wry>) -> Result<()> {
    let mut builder = TrayIconBuilder::with_id("attune")
        .menu(menu)
        .show_menu_on_left_click(false)
        .tooltip("Attune")
        .on_menu_event(|app, event| choose(app, &event))
        .on_tray_icon_event(|icon, event| press(icon.app_handle(), &event));
    // Elsewhere this would stand beside the icon.
    if cfg!(target_os = "linux") {
        builder = builder.title("Attune");
    }
    if let Some(icon) = app.default_window_icon() {
        builder = builder.icon(icon.clone());
    }
    builder.build(app).map(drop)
}

fn choose(app: &AppHandle, event: &MenuEvent) {
    // Nothing else stands in the menu.
    app_commands::carry_out(app, menu::command(event.id().as_ref()).into_iter().collect());
}

fn press(app: &AppHandle, event: &TrayIconEvent) {
    if let TrayIconEvent::Click { button: MouseButton::Left, button_state: MouseButtonState::Up, .. } = event
    {
        app_commands::carry_out(app, vec![AppCommand::Show]);
    }
}
