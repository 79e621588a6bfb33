//! Attune where the desktop expects it: media keys and player controls, the tray.
//!
//! A thread of its own keeps them up to date, so that neither the session nor the window waits for a desktop. Whatever
//! they are asked for is a [`Deed`](crate::arguments::Deed), carried out as one from the command line is.

mod covers;
#[cfg(target_os = "linux")]
mod mpris;
mod picture;
#[cfg(any(windows, target_os = "macos"))]
mod system;

use crate::shell::Shell;
use attune_core::TrackId;
use attune_local::Library;
use attune_session::view::UiEvent;
use attune_session::{Engine, Listener};
use covers::Covers;
#[cfg(target_os = "linux")]
use mpris::Media;
use picture::{Change, Picture};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
#[cfg(any(windows, target_os = "macos"))]
use system::Media;
use tauri::{AppHandle, Manager};

/// What the thread is told.
enum Note {
    Changed(Change),
    /// The last one; it is let go of when nothing is shown any more.
    Close(Sender<()>),
}

/// How long closing the app waits for the desktop.
const PATIENCE: Duration = Duration::from_secs(1);

/// The way to the desktop.
pub(crate) struct Desktop {
    notes: Mutex<Sender<Note>>,
    inbox: Mutex<Option<Receiver<Note>>>,
}

impl Desktop {
    pub(crate) fn new() -> Self {
        let (notes, inbox) = channel();
        Self { notes: Mutex::new(notes), inbox: Mutex::new(Some(inbox)) }
    }

    /// A listener that tells the desktop what concerns it before it hands events on.
    pub(crate) fn follow(&self, next: Listener) -> Listener {
        let notes = self.notes();
        Box::new(move |event: &UiEvent| {
            if let Some(change) = Change::of(event) {
                // The receiver ends with the app.
                drop(notes.send(Note::Changed(change)));
            }
            next(event);
        })
    }

    /// Starts the thread, once the shell is managed.
    pub(crate) fn start(&self, app: &AppHandle, library: Library) -> std::io::Result<()> {
        let Some(inbox) = self.inbox.lock().unwrap_or_else(PoisonError::into_inner).take() else {
            return Ok(());
        };
        let app = app.clone();
        let run = move || keep(&app, &inbox, Covers::of(library));
        std::thread::Builder::new().name("desktop".into()).spawn(run)?;
        Ok(())
    }

    /// Takes Attune out of the desktop. Not waited for without end: the thread may itself be waiting for the caller's.
    pub(crate) fn close(&self) {
        let (open, gone) = channel();
        drop(self.notes().send(Note::Close(open)));
        let _ = gone.recv_timeout(PATIENCE);
    }

    fn notes(&self) -> Sender<Note> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Keeps the desktop up to date until the app closes.
fn keep(app: &AppHandle, inbox: &Receiver<Note>, mut covers: Covers) {
    let Ok(mut picture) = app.state::<Shell>().call(|e: &mut Engine, now| Picture::of(&e.state(now))) else {
        return;
    };
    let mut media = Media::open(app, &picture);
    loop {
        if let Some(media) = &mut media {
            let cover = picture.track.as_ref().and_then(|track| covers.file(&track.id));
            media.show(&picture, cover);
        }
        let before = picture.clone();
        while picture == before {
            let Ok(first) = inbox.recv() else { return };
            for note in std::iter::once(first).chain(inbox.try_iter()) {
                match note {
                    Note::Changed(change) => picture.take_in(change),
                    Note::Close(open) => {
                        drop((media, covers));
                        drop(open);
                        return;
                    }
                }
            }
        }
    }
}

/// A short mark for a track, in letters that any system takes in a name.
fn mark(track: &TrackId) -> String {
    let mut hasher = DefaultHasher::new();
    track.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
