//! Watching the folders, so that what changes in them is scanned soon.
//!
//! The system tells of changes where it can. Where its watches run out, or a folder cannot be watched, that folder is
//! scanned from time to time instead, and the caller hears of it.

mod pending;

use crate::folders::Folder;
use crate::format::promises_music;
use crate::library::Library;
use crate::walk::place::{Identity, identity};
use attune_core::{AppError, ErrorCode};
use crossbeam_channel::{Receiver, Sender, unbounded};
use notify::event::ModifyKind;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use pending::Pending;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long to wait for what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FolderWatchTiming {
    /// Nothing must have changed for this long before a scan is asked for.
    pub quiet: Duration,
    /// A scan is asked for after this long even if changes go on.
    pub longest: Duration,
    /// Between two looks at which folders there are and which have come back.
    pub look: Duration,
    /// Between two scans of a folder that cannot be watched.
    pub rescan: Duration,
}

impl Default for FolderWatchTiming {
    fn default() -> Self {
        Self {
            quiet: Duration::from_secs(2),
            longest: Duration::from_secs(30),
            look: Duration::from_secs(20),
            rescan: Duration::from_mins(15),
        }
    }
}

/// What the watching has to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FolderEvent {
    /// These folders should be scanned.
    Changed(Vec<u32>),
    /// This folder cannot be watched, and why (code `library_not_watched`): it is scanned from time to time.
    NotWatched(u32, AppError),
}

/// A watch over all folders of a library. It ends when dropped.
#[derive(Debug)]
pub struct FolderWatch {
    /// Dropped, it tells the thread to end.
    stop: Option<Sender<Message>>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug)]
enum Message {
    /// What the system tells.
    Notified(notify::Result<Event>),
    /// The library's folders are others now.
    Look,
    Stop,
}

impl FolderWatch {
    /// Watches the library's folders, also those added or connected later. `tell` is called on the watch's own
    /// thread; while it runs, further changes are gathered.
    #[must_use]
    pub fn start(
        library: &Library,
        timing: FolderWatchTiming,
        notify: impl FnMut(FolderEvent) + Send + 'static,
    ) -> Self {
        let (sender, inbox) = unbounded();
        let mut eyes = Eyes {
            library: library.clone(),
            timing,
            notify,
            sender: sender.clone(),
            folders: HashMap::new(),
            pending: Pending::new(timing.quiet, timing.longest),
        };
        let thread =
            std::thread::Builder::new().name("library watch".to_owned()).spawn(move || eyes.run(&inbox));
        // Without a thread nothing is watched; scans by hand still work.
        Self { stop: Some(sender), thread: thread.ok() }
    }

    /// Looks at once which folders there are, as after adding one.
    pub fn look(&self) {
        self.send(Message::Look);
    }

    fn send(&self, message: Message) {
        if let Some(sender) = &self.stop {
            // The thread ends only with us.
            let _ = sender.send(message);
        }
    }
}

impl Drop for FolderWatch {
    fn drop(&mut self) {
        self.send(Message::Stop);
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// How a folder is looked after.
struct Watched {
    path: PathBuf,
    /// Which folder that was: another one may take its name, and the system goes on watching the old one.
    identity: Option<Identity>,
    away: bool,
    /// The system's watch; none where it cannot be had.
    watcher: Option<RecommendedWatcher>,
    /// When it was last asked to be scanned because it is not watched.
    scanned: Instant,
}

impl Watched {
    /// Whether what is at the path now is what is watched.
    fn is_in_place(&self) -> bool {
        self.away || identity(&self.path) == self.identity
    }
}

struct Eyes<T> {
    library: Library,
    timing: FolderWatchTiming,
    notify: T,
    sender: Sender<Message>,
    folders: HashMap<u32, Watched>,
    pending: Pending,
}

impl<T: FnMut(FolderEvent)> Eyes<T> {
    fn run(&mut self, inbox: &Receiver<Message>) {
        self.look(true);
        let mut looked = Instant::now();
        loop {
            if looked.elapsed() >= self.timing.look {
                self.look(false);
                looked = Instant::now();
            }
            let next_look = self.timing.look.saturating_sub(looked.elapsed());
            let wait = self.pending.wait(Instant::now()).map_or(next_look, |w| w.min(next_look));
            match inbox.recv_timeout(wait) {
                Ok(Message::Notified(event)) => self.take_in(event),
                Ok(Message::Look) => self.look(false),
                Ok(Message::Stop) => return,
                Err(_) => {}
            }
            if let Some(changed) = self.pending.ripe(Instant::now()) {
                (self.notify)(FolderEvent::Changed(changed));
            }
        }
    }

    /// Compares the folders with those that are watched.
    fn look(&mut self, first: bool) {
        // Trouble with the database shows elsewhere; the next look may go better.
        let Ok(folders) = self.library.folders() else { return };
        self.folders.retain(|id, _| folders.iter().any(|f| f.id == *id));
        for folder in folders {
            let known = self.folders.get(&folder.id);
            if known.is_some_and(|known| known.away == folder.away && known.is_in_place()) {
                self.rescan(&folder);
                continue;
            }
            // One that has gone away or come back, was exchanged, or was added while we watch has something to scan.
            if known.is_some() || (!folder.away && !first) {
                self.pending.add(folder.id, Instant::now());
            }
            self.watch(&folder);
        }
    }

    /// Asks for a scan of a folder that is not watched, when it is time, and tries to watch it again.
    fn rescan(&mut self, folder: &Folder) {
        let (watcher, rescan) = (self.folders.get(&folder.id), self.timing.rescan);
        let due = |w: &Watched| !w.away && w.watcher.is_none() && w.scanned.elapsed() >= rescan;
        if watcher.is_some_and(due) {
            self.pending.add(folder.id, Instant::now());
            self.watch(folder);
        }
    }

    fn watch(&mut self, folder: &Folder) {
        let Ok(path) = self.library.folder_path(folder.id) else { return };
        let identity = identity(&path);
        let eye = if folder.away { Ok(None) } else { self.watcher(&path).map(Some) };
        let told = self.folders.get(&folder.id).is_some_and(|w| !w.away && w.watcher.is_none());
        let watcher = eye.unwrap_or_else(|why| {
            if !told {
                self.report_not_watched(folder, &why);
            }
            None
        });
        let scanned = Instant::now();
        self.folders.insert(folder.id, Watched { path, identity, away: folder.away, watcher, scanned });
    }

    fn report_not_watched(&mut self, folder: &Folder, why: &notify::Error) {
        let message = format!(
            "Changes in {} cannot be watched ({why}), so it is scanned every {} minutes. Where the system's \
             watches have run out, a higher limit helps.",
            folder.path,
            self.timing.rescan.as_secs().div_ceil(60)
        );
        (self.notify)(FolderEvent::NotWatched(
            folder.id,
            AppError::new(ErrorCode::LibraryNotWatched, message),
        ));
    }

    fn watcher(&self, path: &Path) -> notify::Result<RecommendedWatcher> {
        let sender = self.sender.clone();
        let send = move |event| drop(sender.send(Message::Notified(event)));
        // Links may lead in circles, and what they lead to is seen by the next scan.
        let config = notify::Config::default().with_follow_symlinks(false);
        let mut watcher = RecommendedWatcher::new(send, config)?;
        watcher.watch(path, RecursiveMode::Recursive)?;
        Ok(watcher)
    }

    fn take_in(&mut self, event: notify::Result<Event>) {
        let now = Instant::now();
        match event {
            Ok(event) if event.need_rescan() => self.pending.add_all(self.folders.keys().copied(), now),
            Ok(event) if matters(&event) => {
                let folders = self.folders.iter();
                let touched = folders.filter(|(_, w)| event.paths.iter().any(|p| p.starts_with(&w.path)));
                self.pending.add_all(touched.map(|(id, _)| *id), now);
                self.lose_sight(&event);
            }
            Ok(_) => {}
            // A watch that has failed, for instance since none is left for a new folder: from now on by the clock.
            Err(why) => {
                let failed =
                    |w: &Watched| why.paths.is_empty() || why.paths.iter().any(|p| p.starts_with(&w.path));
                let ids: Vec<u32> =
                    self.folders.iter().filter(|(_, w)| failed(w)).map(|(id, _)| *id).collect();
                for id in ids {
                    self.give_up(id, &why);
                }
            }
        }
    }

    /// A folder that was itself removed or moved is looked for anew at the next look, even if another one has its name
    /// and number by then.
    fn lose_sight(&mut self, event: &Event) {
        if matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))) {
            for watched in self.folders.values_mut().filter(|w| event.paths.contains(&w.path)) {
                watched.identity = None;
            }
        }
    }

    fn give_up(&mut self, id: u32, why: &notify::Error) {
        let Some(watched) = self.folders.get_mut(&id) else { return };
        if watched.watcher.take().is_some() {
            let message = format!(
                "Attune can no longer watch this folder for changes ({why}). It scans the folder from time to time instead."
            );
            self.pending.add(id, Instant::now());
            (self.notify)(FolderEvent::NotWatched(id, AppError::new(ErrorCode::LibraryNotWatched, message)));
        }
    }
}

/// Whether an event can change what the library knows: something made, written, moved or removed that is music, or a
/// folder, or gone so that nobody knows what it was.
fn matters(event: &Event) -> bool {
    let changing = !matches!(event.kind, EventKind::Access(_));
    changing && event.paths.iter().any(|path| promises_music(path) || path.is_dir() || !path.exists())
}

#[cfg(test)]
mod tests;
