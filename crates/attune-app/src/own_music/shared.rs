//! What the threads of the library share.

use super::shelf::Shelf;
use super::view::{FolderView, ListeningView, OwnMusicView, PassedOverKind, ScanView};
use super::{GAP, listening::Listening};
use crate::lock::held;
use crate::this_computer;
use attune_core::time::Clock;
use attune_core::{AppError, Settings};
use attune_library::{Control, Library, Revision};
use attune_session::Session;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, Mutex, Weak};

/// The library, the picture of its work, and the ways to steer it.
pub(super) struct Shared {
    pub(super) library: Library,
    pub(super) clock: Clock,
    pub(super) listening: Listening,
    pub(super) session: Weak<Session>,
    view: Mutex<OwnMusicView>,
    shelf: Mutex<Arc<Shelf>>,
    /// The library's revision on the shelf; held while it is put there.
    shelved: Mutex<Option<Revision>>,
    /// Held by a scan while it runs, and by whoever needs that none does.
    pub(super) scanning: Mutex<()>,
    scan: Mutex<Control>,
    /// Rung when the picture has changed.
    bell: SyncSender<()>,
    stopping: AtomicBool,
}

impl Shared {
    /// With the thread that tells of changes.
    pub(super) fn new(
        library: Library,
        session: Weak<Session>,
        clock: Clock,
        notify: Box<dyn Fn(OwnMusicView) + Send>,
    ) -> Arc<Self> {
        let (bell, rung) = sync_channel(1);
        let shared = Arc::new(Self {
            library,
            clock,
            listening: Listening::default(),
            session,
            view: Mutex::default(),
            shelf: Mutex::default(),
            shelved: Mutex::default(),
            scanning: Mutex::new(()),
            scan: Mutex::new(Control::new()),
            bell,
            stopping: AtomicBool::new(false),
        });
        let seen = Arc::downgrade(&shared);
        std::thread::spawn(move || {
            while rung.recv().is_ok() {
                let Some(view) = seen.upgrade().map(|shared| shared.view()) else { return };
                notify(view);
                std::thread::sleep(GAP);
            }
        });
        shared
    }

    pub(super) fn view(&self) -> OwnMusicView {
        held(&self.view).clone()
    }

    /// Changes the picture, and tells of it soon.
    pub(super) fn show(&self, change: impl FnOnce(&mut OwnMusicView)) {
        change(&mut held(&self.view));
        // A bell that was rung already will be heard.
        let _ = self.bell.try_send(());
    }

    pub(super) fn show_scan(&self, scan: Option<ScanView>) {
        self.show(|v| v.scan = scan);
    }

    pub(super) fn show_listening(&self, change: impl FnOnce(&mut ListeningView)) {
        self.show(|v| change(&mut v.listening));
    }

    /// Looks at the folders again.
    pub(super) fn refresh_folders(&self) {
        let folders = match self.library.folders() {
            Ok(folders) => folders,
            Err(error) => return self.warn(error),
        };
        let passed_over = PassedOverKind::all(self.library.passed_over(&folders));
        let folders: Vec<_> = folders.into_iter().map(FolderView::from).collect();
        self.show(|v| {
            v.passed_over = passed_over;
            if v.folders != folders {
                v.folders = folders;
                v.version += 1;
            }
        });
    }

    /// Puts the library as it is now on the shelf, if anything in it has changed. Ends early when all ends.
    pub(super) fn refresh_shelf(&self) {
        let mut shelved = held(&self.shelved);
        match self.library.revision() {
            Ok(now) if *shelved == Some(now) => {}
            Ok(now) => match self.shelve() {
                Ok(true) => *shelved = Some(now),
                // What is shut down needs no shelf.
                Ok(false) => {}
                Err(error) => self.warn(error),
            },
            Err(error) => self.warn(error),
        }
    }

    /// Whether it was not broken off.
    fn shelve(&self) -> Result<bool, AppError> {
        let go_on = || !self.is_stopping();
        let Some(tracks) = self.library.gather(&go_on)? else { return Ok(false) };
        let old = self.shelf();
        let Some(fresh) = Shelf::of(tracks, &old, &go_on) else { return Ok(false) };
        let records = self.library.records(fresh.tracks())?;
        let fresh = Arc::new(fresh.with_records(records));
        self.show(|v| {
            v.tracks = fresh.tracks().len() as u32;
            v.version += 1;
        });
        held(&self.shelf).clone_from(&fresh);
        if let Some(session) = self.session.upgrade().filter(|_| !fresh.is_same(&old)) {
            fresh.put_up(&session);
        }
        Ok(true)
    }

    /// The tracks as they were put on the shelf last.
    pub(super) fn shelf(&self) -> Arc<Shelf> {
        held(&self.shelf).clone()
    }

    /// Shows an error in the window.
    pub(super) fn warn(&self, error: AppError) {
        if let Some(session) = self.session.upgrade() {
            // A session that is gone shows nothing any more.
            drop(session.call(move |e, _| e.warn(error)));
        }
    }

    /// Chooses this computer to play the queue if nothing does; whether it did.
    pub(super) fn choose_player(&self) -> bool {
        this_computer::choose(&self.session)
    }

    /// A handle for a scan that begins.
    pub(super) fn begin_scan(&self) -> Control {
        let control = Control::new();
        held(&self.scan).clone_from(&control);
        if self.is_stopping() {
            control.cancel();
        }
        control
    }

    pub(super) fn pause_scan(&self, paused: bool) {
        let control = held(&self.scan);
        if paused {
            control.pause();
        } else {
            control.resume();
        }
        self.show(|v| {
            if let Some(scan) = &mut v.scan {
                scan.paused = paused;
            }
        });
    }

    /// Lets the listening rest, or go on, until the listener says otherwise: also after a restart.
    pub(super) fn pause_listening(&self, paused: bool) {
        self.rest(paused);
        if let Some(session) = self.session.upgrade() {
            // A session that is gone keeps nothing any more.
            drop(session.call(move |e, now| {
                let settings = e.settings().clone();
                e.save_settings(Settings { listening_paused: paused, ..settings }, now);
            }));
        }
    }

    /// Rests if the listener wanted that before the last restart.
    pub(super) fn rest_as_before(&self) {
        let settings = self.session.upgrade().and_then(|s| s.call(|e, _| e.settings().listening_paused).ok());
        self.rest(settings.unwrap_or(false));
    }

    fn rest(&self, paused: bool) {
        self.listening.rest(paused);
        self.show_listening(|l| l.paused = paused);
    }

    /// Ends what runs, and keeps it from beginning again until `body` is through.
    pub(super) fn while_nothing_runs<T>(&self, body: impl FnOnce() -> T) -> T {
        held(&self.scan).cancel();
        let _no_scan = held(&self.scanning);
        let _no_listening = self.listening.end_run();
        body()
    }

    pub(super) fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::SeqCst)
    }

    /// Ends everything for good.
    pub(super) fn stop(&self) {
        self.stopping.store(true, Ordering::SeqCst);
        held(&self.scan).cancel();
        self.listening.stop();
    }
}
