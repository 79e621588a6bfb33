//! How the main window looks before its page does: where it was left, in its theme.

use crate::bridge::MAIN;
use attune_app::desktop::window_place::{Area, WindowPlace};
use attune_core::settings::Theme;
use std::path::Path;
use tauri::window::Color;
use tauri::{AppHandle, Manager, PhysicalPosition, PhysicalSize, Result, WebviewWindow};

/// The page's background in `ui/src/styles/tokens.css`, light and dark.
const BACKGROUNDS: [Color; 2] = [Color(251, 250, 247, 255), Color(15, 18, 22, 255)];

/// Shows the main window where it was left, without a flash of another theme's background; `hidden`, it is only made ready.
pub(crate) fn open_main(app: &AppHandle, theme: Theme, folder: Option<&Path>, hidden: bool) -> Result<()> {
    let Some(window) = app.get_webview_window(MAIN) else { return Ok(()) };
    dress(&window, theme)?;
    if let Some(place) = folder.and_then(|folder| WindowPlace::read(folder, &screens(&window))) {
        window.set_size(PhysicalSize::new(place.area.width, place.area.height))?;
        window.set_position(PhysicalPosition::new(place.area.x, place.area.y))?;
        if place.maximised {
            window.maximize()?;
        }
    }
    if hidden { Ok(()) } else { window.show() }
}

/// Gives the page and what the system draws the listener's theme.
pub(crate) fn set_theme(app: &AppHandle, theme: Theme) {
    for window in app.webview_windows().values() {
        if let Err(error) = dress(window, theme) {
            tracing::warn!(%error, "a window keeps its theme");
        }
    }
}

/// The background of a window in the theme that the main one has.
pub(crate) fn background(app: &AppHandle) -> Color {
    let theme = app.get_webview_window(MAIN).and_then(|window| window.theme().ok());
    BACKGROUNDS[usize::from(theme == Some(tauri::Theme::Dark))]
}

/// Writes down where the main window is, if it can be seen.
pub(crate) fn remember_main(app: &AppHandle, folder: Option<&Path>) {
    let (Some(window), Some(folder)) = (app.get_webview_window(MAIN), folder) else { return };
    let kept = place_of(&window, folder).map(|place| place.map(|place| place.write(folder)));
    match kept {
        Err(error) => tracing::warn!(%error, "the window does not say where it is"),
        Ok(Some(Err(error))) => tracing::warn!(code = %error.code, "{}", error.message),
        Ok(_) => {}
    }
}

fn place_of(window: &WebviewWindow, folder: &Path) -> Result<Option<WindowPlace>> {
    if !window.is_visible()? || window.is_minimized()? {
        return Ok(None);
    }
    let place = WindowPlace {
        area: area(window.outer_position()?, window.inner_size()?),
        maximised: window.is_maximized()?,
    };
    Ok(Some(place.unless_maximised(folder, &screens(window))))
}

fn screens(window: &WebviewWindow) -> Vec<Area> {
    let monitors = window.available_monitors().unwrap_or_default();
    monitors.iter().map(|monitor| area(*monitor.position(), *monitor.size())).collect()
}

fn area(at: PhysicalPosition<i32>, size: PhysicalSize<u32>) -> Area {
    Area { x: at.x, y: at.y, width: size.width, height: size.height }
}

fn dress(window: &WebviewWindow, theme: Theme) -> Result<()> {
    window.set_theme(match theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    })?;
    let dark = theme == Theme::Dark || (theme == Theme::System && window.theme()? == tauri::Theme::Dark);
    window.set_background_color(Some(BACKGROUNDS[usize::from(dark)]))
}
