//! Attune where the desktop expects it: media keys and player controls, the tray, a mini player.
//!
//! A thread of its own keeps them up to date, so that neither the session nor the window waits for a desktop. Whatever
//! they are asked for is a [`AppCommand`] carried out as one from the command line is.

pub(crate) mod dialogs;
mod display;
mod instance;
mod place;
mod tray;
mod windows;

pub(crate) use Desktop as SystemUi;
pub(crate) use place::open_main;
pub(crate) use windows::{remember_main, show_main, show_mini};

use crate::app_commands::{asker, carry_out};
use crate::shell::Shell;
use attune_app::desktop::menu::{self, TrayTexts};
#[cfg(target_os = "linux")]
use attune_app::desktop::mpris::{self, Media};
#[cfg(any(windows, target_os = "macos"))]
use attune_app::desktop::system::Media;
use attune_app::desktop::{Change, Covers, Picture, notices::Notices, tray_host};
use attune_app::instance::Met;
use attune_app::{AppCommand, Arguments};
use attune_session::view::UiEvent;
use attune_session::{Engine, Listener};
use std::cell::Cell;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tauri::{AppHandle, Builder, Context, Manager, Wry};
use tray::Tray;

/// Reads the command line, and ends the program where there is nothing to open a window on.
pub(crate) fn begin() -> Arguments {
    // Help and version need no display.
    let arguments = Arguments::from_env();
    #[cfg(target_os = "linux")]
    attune_app::desktop::web_view::prepare(arguments.keep_dmabuf);
    display::require();
    attune_app::logging::start(arguments.data_dir.clone());
    arguments
}

/// The builder with what only desktops have: one Attune at a time, and windows that can be closed. A data folder of its own
/// makes an app of its own, which may run beside others.
pub(crate) fn builder(arguments: &Arguments, context: Context) -> (Builder<Wry>, Context) {
    let builder = Builder::default().on_window_event(windows::on_event);
    if arguments.data_dir.is_some() {
        return (builder, context);
    }
    match attune_app::instance::meet() {
        Met::Stuck => instance::give_up(arguments, context),
        Met::Another => std::process::exit(0),
        Met::Nobody => {}
    }
    (builder.plugin(instance::single()), context)
}

/// The folder that was named for everything that is kept; none is the system's.
pub(crate) fn data_dir(_: &AppHandle, arguments: &Arguments) -> Option<PathBuf> {
    arguments.data_dir.clone()
}

/// What the thread is told.
enum Note {
    Changed(Change),
    /// Whether the desktop has a tray now.
    Tray(bool),
    /// The texts of the tray's menu, in the window's language.
    Texts(Box<TrayTexts>),
    /// The last one; it is let go of when nothing is shown any more.
    Close(Sender<()>),
}

/// How long closing the app waits for the desktop.
const PATIENCE: Duration = Duration::from_secs(1);

/// The way to the desktop.
pub(crate) struct Desktop {
    notes: Sender<Note>,
    inbox: Mutex<Option<Receiver<Note>>>,
    /// Whether Attune is in a tray.
    tray: AtomicBool,
    /// Whether the listener wants it to stay there when its window is closed.
    stay: Arc<AtomicBool>,
}

impl Desktop {
    pub(crate) fn new() -> Self {
        let (notes, inbox) = channel();
        Self { notes, inbox: Mutex::new(Some(inbox)), tray: AtomicBool::new(false), stay: Arc::default() }
    }

    /// A listener that tells the desktop what concerns it before it hands events on.
    pub(crate) fn follow(&self, app: AppHandle, next: Listener) -> Listener {
        let (notes, stay) = (self.notes.clone(), self.stay.clone());
        let theme = Cell::new(None);
        Box::new(move |event: &UiEvent| {
            if let UiEvent::Settings(settings) = event {
                stay.store(settings.stay_in_tray, Ordering::Relaxed);
                if theme.replace(Some(settings.theme)) != Some(settings.theme) {
                    place::set_theme(&app, settings.theme);
                }
            }
            if let Some(change) = Change::of(event) {
                // The receiver ends with the app.
                drop(notes.send(Note::Changed(change)));
            }
            next(event);
        })
    }

    /// Starts the thread, once shell and desktop are managed.
    pub(crate) fn start(&self, app: &AppHandle, covers: Covers) -> std::io::Result<()> {
        let Some(inbox) = self.inbox.lock().unwrap_or_else(PoisonError::into_inner).take() else {
            return Ok(());
        };
        let (shell, app, main) = (app.state::<Shell>(), app.clone(), app.clone());
        shell.attach_shortcuts(move |task| drop(main.run_on_main_thread(task)), asker(&app));
        let run = move || keep(&app, &inbox, covers);
        std::thread::Builder::new().name("desktop".into()).spawn(run)?;
        Ok(())
    }

    /// Whether Attune is in a tray.
    pub(crate) fn has_tray(&self) -> bool {
        self.tray.load(Ordering::Relaxed)
    }

    /// Gives the tray's menu its texts.
    pub(crate) fn set_tray_texts(&self, texts: TrayTexts) {
        // The receiver ends with the app.
        drop(self.notes.send(Note::Texts(Box::new(texts))));
    }

    /// Whether Attune goes on in the tray when its window is closed.
    pub(crate) fn stays(&self) -> bool {
        self.has_tray() && self.stay.load(Ordering::Relaxed)
    }

    /// Takes Attune out of the desktop. Not waited for without end: the thread may itself be waiting for the caller's.
    pub(crate) fn close(&self, _: &AppHandle) {
        let (open, gone) = channel();
        drop(self.notes.send(Note::Close(open)));
        let _ = gone.recv_timeout(PATIENCE);
    }
}

/// Keeps the desktop up to date until the app closes.
fn keep(app: &AppHandle, inbox: &Receiver<Note>, covers: Covers) {
    let shell = app.state::<Shell>();
    let Ok(state) = shell.call(|e: &mut Engine, now| e.state(now)) else { return };
    app.state::<Desktop>().stay.store(state.settings.stay_in_tray, Ordering::Relaxed);
    let picture = Picture::of(&state);
    let media = open_media(app, &picture);
    let notices = Notices::new();
    let mut shown = Shown { app, media, notices, covers, has_tray: false, texts: None, tray: None, picture };
    let notes = app.state::<Desktop>().notes.clone();
    tray_host::look(move |there| drop(notes.send(Note::Tray(there))));
    shown.show();
    while let Ok(first) = inbox.recv() {
        let before = (shown.picture.clone(), shown.texts.clone());
        for note in std::iter::once(first).chain(inbox.try_iter()) {
            match note {
                Note::Changed(change) => shown.picture.take_in(change),
                Note::Tray(there) => shown.take_tray(there),
                Note::Texts(texts) => {
                    shown.texts = Some(*texts);
                    shown.open_tray();
                }
                Note::Close(open) => {
                    drop(shown);
                    drop(open);
                    return;
                }
            }
        }
        if (&shown.picture, &shown.texts) != (&before.0, &before.1) {
            shown.show();
        }
    }
}

#[cfg(target_os = "linux")]
fn open_media(app: &AppHandle, picture: &Picture) -> Option<Media> {
    let ask: mpris::Ask = Arc::new(asker(app));
    let runtime = tauri::async_runtime::handle().inner().clone();
    Media::open(runtime, &ask, picture)
}

/// Both systems want it done on the main thread.
#[cfg(not(target_os = "linux"))]
fn open_media(app: &AppHandle, _: &Picture) -> Option<Media> {
    let (own, (send, made)) = (app.clone(), channel());
    let register = move || {
        drop(send.send(Media::register(window(&own), asker(&own))));
    };
    app.run_on_main_thread(register).ok()?;
    made.recv().ok()?
}

#[cfg(windows)]
fn window(app: &AppHandle) -> Option<*mut std::ffi::c_void> {
    Some(app.get_webview_window("main")?.hwnd().ok()?.0)
}

#[cfg(target_os = "macos")]
fn window(_: &AppHandle) -> Option<*mut std::ffi::c_void> {
    None
}

/// What stands on the desktop.
struct Shown<'a> {
    app: &'a AppHandle,
    media: Option<Media>,
    notices: Notices,
    covers: Covers,
    /// Whether the desktop has a tray.
    has_tray: bool,
    /// None until the page has sent them: without texts there is no menu.
    texts: Option<TrayTexts>,
    tray: Option<Tray>,
    picture: Picture,
}

impl Shown<'_> {
    fn show(&mut self) {
        let cover = self.picture.track.as_ref().and_then(|track| self.covers.file(&track.id));
        self.notices.show(&self.picture, cover.as_deref(), || windows::any_looked_at(self.app));
        if let Some(media) = &mut self.media {
            media.show(&self.picture, cover);
        }
        if let (Some(tray), Some(texts)) = (&mut self.tray, &self.texts) {
            tray.show(&menu::groups(&self.picture, texts));
        }
    }

    /// A tray came or went.
    fn take_tray(&mut self, there: bool) {
        self.has_tray = there;
        self.open_tray();
        if !there && !windows::any_shown(self.app) {
            // Else there would be no way left to Attune but its command line.
            carry_out(self.app, vec![AppCommand::Show]);
        }
    }

    /// Puts Attune into the tray as soon as there is one, and texts for it.
    fn open_tray(&mut self) {
        if let (true, None, Some(texts)) = (self.has_tray, &self.tray, &self.texts) {
            let opened = Tray::open(self.app, &menu::groups(&self.picture, texts));
            self.tray = opened.map_err(|error| tracing::warn!(%error, "no place in the tray")).ok();
        }
        let in_tray = self.has_tray && self.tray.is_some();
        self.app.state::<Desktop>().tray.store(in_tray, Ordering::Relaxed);
    }
}
