//! Attune in the tray: what plays, what the camera does, and the buttons for both.

use crate::app_commands;
use attune_app::AppCommand;
use attune_app::desktop::Picture;
use attune_app::desktop::Words;
use attune_app::desktop::menu::{self, CAMERA, MINI, NEXT, PLAY, PREVIOUS, QUIT, SHOW};
use std::sync::mpsc::channel;
use tauri::menu::{Menu, MenuBuilder, MenuEvent, MenuItem};
use tauri::tray::{MouseButton, MouseButtonState, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Error, Result, Wry};

/// The menu. The icon is the app's and goes with it; where a panel is restarted it shows itself again.
pub(crate) struct Tray {
    items: Items,
    shown: Words,
}

/// The items whose words follow what happens.
struct Items {
    track: MenuItem<Wry>,
    play: MenuItem<Wry>,
    next: MenuItem<Wry>,
    previous: MenuItem<Wry>,
    camera: MenuItem<Wry>,
    switch: MenuItem<Wry>,
}

impl Tray {
    /// Puts Attune into the tray, once in its life. Waits for the main thread, so not to be called there.
    pub(crate) fn open(app: &AppHandle, picture: &Picture) -> Result<Self> {
        let words = Words::of(picture);
        let items = Items::new(app, &words)?;
        let (menu, own, (send, placed)) = (items.menu(app)?, app.clone(), channel());
        app.run_on_main_thread(move || drop(send.send(place(&own, &menu))))?;
        placed.recv().map_err(|_| Error::FailedToReceiveMessage)??;
        Ok(Self { items, shown: words })
    }

    /// Shows what changed.
    pub(crate) fn show(&mut self, picture: &Picture) {
        let words = Words::of(picture);
        if words == self.shown {
            return;
        }
        if let Err(error) = self.items.say(&self.shown, &words) {
            tracing::debug!(%error, "the tray was not told");
        }
        self.shown = words;
    }
}

impl Items {
    fn new(app: &AppHandle, words: &Words) -> Result<Self> {
        let said = |text: &str| MenuItem::new(app, text, false, None::<&str>);
        let button = |id, text: &str, able| MenuItem::with_id(app, id, text, able, None::<&str>);
        Ok(Self {
            track: said(&words.track)?,
            play: button(PLAY, words.play, words.able)?,
            next: button(NEXT, "Next", words.able)?,
            previous: button(PREVIOUS, "Previous", words.able)?,
            camera: said(words.camera)?,
            switch: button(CAMERA, words.switch, true)?,
        })
    }

    fn menu(&self, app: &AppHandle) -> Result<Menu<Wry>> {
        MenuBuilder::new(app)
            .items(&[&self.track, &self.play, &self.next, &self.previous])
            .separator()
            .items(&[&self.camera, &self.switch])
            .separator()
            .text(SHOW, "Show Attune")
            .text(MINI, "Mini player")
            .separator()
            .text(QUIT, "Quit")
            .build()
    }

    fn say(&self, old: &Words, new: &Words) -> Result<()> {
        if old.track != new.track {
            self.track.set_text(&new.track)?;
        }
        if old.play != new.play {
            self.play.set_text(new.play)?;
        }
        if old.camera != new.camera {
            self.camera.set_text(new.camera)?;
        }
        if old.switch != new.switch {
            self.switch.set_text(new.switch)?;
        }
        if old.able != new.able {
            for button in [&self.play, &self.next, &self.previous] {
                button.set_enabled(new.able)?;
            }
        }
        Ok(())
    }
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
