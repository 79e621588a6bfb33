//! Files that the listener opens from elsewhere: by the file manager, on the command line, by dropping them on the window.
//!
//! Music plays at once, in the order given, without its folder being added: such a file is a track for this session
//! ([`attune_session::Engine::play_opened`]). Tables are imported, pictures looked at; what needs an answer (a playlist that was
//! found, a folder that could be added) waits for the window, which takes it with [`Opening::take`].
//!
//! All of it happens on a thread of its own, one opening after the other. Paths never pass through the window, so a name that is
//! no text is as good as any other.

mod files;
mod kinds;
mod measure;
mod view;

pub(crate) use files::OpenedFiles;
pub use view::{LeftOut, Opened};

use crate::background::spawn;
use crate::compose;
use crate::lock::held;
use crate::own_music::{AddedFolder, OwnMusic};
use attune_core::player::Levelling;
use attune_core::{AppError, Track, TrackId};
use attune_library::{Levels, file_track};
use attune_session::Session;
use attune_session::view::UiEvent;
use kinds::{Kind, kind};
use measure::Measuring;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, Weak};

/// The most files that are put into the queue at a time.
const MOST_TRACKS: usize = 200;
/// The most openings that wait for the window; the oldest are forgotten.
const MOST_WAITING: usize = 20;

/// The way to the thread that opens files, and what waits for the window.
pub struct Opening {
    wishes: Mutex<Sender<Vec<PathBuf>>>,
    waiting: Arc<Mutex<Waiting>>,
    own_music: Arc<OwnMusic>,
}

/// What waits for the window.
#[derive(Default)]
struct Waiting {
    opened: Vec<Opened>,
    /// Folders that were shown to the listener.
    folders: Vec<PathBuf>,
}

impl Opening {
    /// Starts the thread. It calls `show` when something waits for the window, which may be hidden or the mini player.
    pub(crate) fn start(
        session: Weak<Session>,
        own_music: Arc<OwnMusic>,
        files: OpenedFiles,
        show: Box<dyn Fn() + Send>,
    ) -> Self {
        let (wishes, inbox) = channel();
        let waiting = Arc::new(Mutex::new(Waiting::default()));
        let measuring = Measuring::start(files.clone(), session.clone());
        let (own, waits) = (own_music.clone(), waiting.clone());
        let opener = Opener { session, own_music: own, files, measuring, waiting: waits, show };
        spawn("opening", move || opener.run(&inbox));
        Self { wishes: Mutex::new(wishes), waiting, own_music }
    }

    /// Opens files and folders by full paths; returns at once.
    pub fn open(&self, paths: Vec<PathBuf>) {
        // Without its thread nothing is opened; the log says so.
        drop(held(&self.wishes).send(paths));
    }

    /// What waits for the window, the oldest first; it is there once.
    pub fn take(&self) -> Vec<Opened> {
        std::mem::take(&mut held(&self.waiting).opened)
    }

    /// Adds the folders that were offered, or forgets them. Not for a thread that must not wait. Fails as
    /// [`OwnMusic::add_folder`] does, after having tried all of them.
    pub fn answer_folders(&self, add: bool) -> Result<Vec<AddedFolder>, AppError> {
        let mut folders = std::mem::take(&mut held(&self.waiting).folders);
        folders.retain(|_| add);
        let added: Vec<_> = folders.iter().map(|folder| self.own_music.add_folder(folder)).collect();
        added.into_iter().collect()
    }
}

/// What somebody asked to open, as a full path: a path, from `folder` where it is not full, or a `file:` address.
#[must_use]
pub fn path_of(asked: &OsStr, folder: &Path) -> PathBuf {
    let address = asked.to_str().and_then(attune_library::path_of_address);
    folder.join(address.unwrap_or_else(|| asked.into()))
}

/// Works through what is opened.
struct Opener {
    session: Weak<Session>,
    own_music: Arc<OwnMusic>,
    files: OpenedFiles,
    measuring: Measuring,
    waiting: Arc<Mutex<Waiting>>,
    /// Brings the window to the front.
    show: Box<dyn Fn() + Send>,
}

/// Everything that was opened at once, by what becomes of it.
#[derive(Default)]
struct Sorted {
    music: Vec<PathBuf>,
    playlists: Vec<PathBuf>,
    tables: Vec<PathBuf>,
    pictures: Vec<PathBuf>,
    folders: Vec<PathBuf>,
    unusable: Vec<PathBuf>,
}

impl Sorted {
    fn of(paths: Vec<PathBuf>) -> Self {
        let mut sorted = Self::default();
        for path in paths {
            let place = match kind(&path) {
                Some(Kind::Music) => &mut sorted.music,
                Some(Kind::Playlist) => &mut sorted.playlists,
                Some(Kind::Table) => &mut sorted.tables,
                Some(Kind::Picture) => &mut sorted.pictures,
                Some(Kind::Folder) => &mut sorted.folders,
                None => &mut sorted.unusable,
            };
            place.push(path);
        }
        sorted
    }
}

impl Opener {
    fn run(&self, inbox: &Receiver<Vec<PathBuf>>) {
        for paths in inbox {
            let Some(session) = self.session.upgrade() else { return };
            self.open(&session, Sorted::of(paths));
        }
    }

    fn open(&self, session: &Session, sorted: Sorted) {
        let (mut opened, mut left_out) = (Opened::default(), sorted.unusable);
        let mut problems = Vec::new();
        // What sounds comes first.
        opened.too_many = self.play(session, sorted.music, &mut left_out, &mut problems);
        if !sorted.pictures.is_empty() {
            let looked = compose::dropped_pictures(&sorted.pictures).and_then(|all| session.look_at(all));
            problems.extend(looked.err());
        }
        for table in &sorted.tables {
            match compose::import(session, table, UiEvent::Opening) {
                Ok(report) => opened.report = Some(report),
                Err(error) => problems.push(error),
            }
        }
        let mut playlists = sorted.playlists.into_iter();
        if let Some(first) = playlists.next() {
            match self.own_music.library().import_playlist(&first) {
                Ok(playlist) => opened.playlist = Some(playlist),
                Err(error) => problems.push(error),
            }
        }
        // One is shown at a time.
        left_out.extend(playlists);
        opened.folders = sorted.folders.iter().map(|folder| folder.display().to_string()).collect();
        opened.left_out = LeftOut::of(&left_out);
        opened.problem = problems.into_iter().next();
        self.hand_over(session, opened, sorted.folders);
    }

    /// Plays files in their order; those that are none are left out. Gives how many were more than the queue takes.
    fn play(
        &self,
        session: &Session,
        paths: Vec<PathBuf>,
        left_out: &mut Vec<PathBuf>,
        problems: &mut Vec<AppError>,
    ) -> u32 {
        let mut paths = paths.into_iter();
        let mut next = || {
            paths.by_ref().find_map(|path| match file_track(&path) {
                Ok((track, levels)) => Some(self.take_in(track, path, levels)),
                Err(error) => {
                    tracing::debug!(%error, "an opened file is not played");
                    left_out.push(path);
                    None
                }
            })
        };
        let Some(first) = next() else { return 0 };
        self.measuring.now(&self.unmeasured(session, std::slice::from_ref(&first)));
        // The first one plays before the others are read.
        let done = session.call(move |e, now| e.play_opened(first, now)).and_then(|done| done);
        problems.extend(done.err());
        let others: Vec<Track> = std::iter::from_fn(next).take(MOST_TRACKS - 1).collect();
        self.measuring.later(self.unmeasured(session, &others));
        if !others.is_empty() {
            let done = session.call(move |e, now| e.queue_opened(others, now)).and_then(|done| done);
            problems.extend(done.err());
        }
        paths.len() as u32
    }

    /// Those of which neither a tag nor the library says how loud they are, if tracks are levelled at all.
    fn unmeasured(&self, session: &Session, tracks: &[Track]) -> Vec<TrackId> {
        let levelled = session.call(|e, _| e.settings().levelling != Levelling::Off).unwrap_or(false);
        let library = self.own_music.library();
        let is_known = |id| {
            let levels = [self.files.levels(id), library.loudness(id).unwrap_or_default()];
            levels.iter().any(|levels| levels.gain(false).is_some())
        };
        tracks.iter().map(|track| &track.id).filter(|id| levelled && !is_known(id)).cloned().collect()
    }

    fn take_in(&self, track: Track, path: PathBuf, levels: Levels) -> Track {
        self.files.note(track.id.clone(), path, levels);
        let mut one = [track];
        // As far as its artist and genre tell.
        compose::complete(&mut one);
        let [track] = one;
        track
    }

    fn hand_over(&self, session: &Session, opened: Opened, folders: Vec<PathBuf>) {
        // That something was opened without trouble is told, too: an earlier trouble is out of date then.
        let waits = opened != Opened::default();
        if waits {
            let mut waiting = held(&self.waiting);
            waiting.folders.extend(folders);
            waiting.opened.push(opened);
            let old = waiting.opened.len().saturating_sub(MOST_WAITING);
            waiting.opened.drain(..old);
        }
        // A session that is gone has no window any more.
        drop(session.call(|e, _| e.emit(UiEvent::Opened)));
        if waits {
            (self.show)();
        }
    }
}

#[cfg(test)]
mod tests;
