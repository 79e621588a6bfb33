//! The music servers that the listener added: opened for both programs, joined with own files, listened to.
//!
//! Nothing here asks a server for anything by itself: [`open()`] opens the list, and whoever holds the handle decides. In the
//! window that is [`OwnServers`].

mod form;
mod incoming;
mod join;
mod reach;
mod scrobbler;
mod view;
mod work;

use crate::background::spawn;
use crate::compose;
use crate::lock::held;
use crate::own_music::{Ear, Resources};
use crate::spotify::keyring;
use crate::this_computer;
use attune_audio::play::Sound;
use attune_core::taste::{Rating, ShelfRecords, TrackRecord};
use attune_core::{AppError, ErrorCode, Track, TrackId, Tracks};
use attune_library::{Job, Library, LocalTrack, NotAnalysed, Query};
use attune_session::engine::SERVERS;
use attune_session::view::UiEvent;
use attune_session::{Listener, Session};
use attune_subsonic::Options;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex, Weak};
use std::thread;
use std::time::Duration;

pub use attune_subsonic::{
    Address, Fingerprint, Kept, Login, NewServer, ServerCheck, ServerInfo, ServerScanReport, Servers, Song,
    SongQuery,
};
pub use form::{AddedServer, ServerForm, ServerLogin};
pub use join::SameRecordings;
pub(crate) use reach::Reach;
pub(crate) use scrobbler::{follow, report};
pub use view::{ServerScan, ServerView, ServersView};
pub use work::{OwnServers, ServerParts};

/// The name of the shelf.
const NAME: &str = "Your servers";
/// Tracks of the library read at once.
const PAGE: u32 = 1_000;
/// Songs that begin to be loaded are listened to after so long.
const LOADED: Duration = Duration::from_secs(30);

/// The servers on the system's keyring and clock, and what had to be worked around. They open in any case: where the data
/// folder cannot be used, they are forgotten at the end.
pub fn open(data_dir: Option<PathBuf>) -> Result<(Servers, Vec<AppError>), AppError> {
    let folder = data_dir.or_else(compose::default_data_dir);
    Servers::open(Options::new(folder, compose::clock()), Arc::new(keyring()))
}

/// The servers' songs as tracks to rank, without those that the library has as files: these play from here. Their affect
/// rests on what was heard in cached files, else on the servers' mood words, and on genre and artist.
///
/// Takes a while for many songs: make it on a thread that may wait, and hand it to the session as a shelf.
pub fn shelf(servers: &Servers, library: &Library) -> Result<Vec<Track>, AppError> {
    Ok(songs_and_tracks(servers, library)?.1)
}

/// The songs that are no files of the listener's, and the tracks that they are.
fn songs_and_tracks(servers: &Servers, library: &Library) -> Result<(Vec<Song>, Vec<Track>), AppError> {
    let mut songs = servers.all()?;
    if songs.is_empty() {
        // Most listeners have no server: their library is not read for it at each start.
        return Ok((songs, Vec::new()));
    }
    let mut same = SameRecordings::of(&all_files(library)?);
    songs.retain(|song| same.is_new(song));
    let mut tracks: Vec<Track> = songs.iter().map(Song::track).collect();
    compose::complete(&mut tracks);
    Ok((songs, tracks))
}

/// What servers keep of songs that stand among these tracks.
fn records(songs: &[Song], tracks: &Tracks) -> Vec<TrackRecord> {
    let record = |song: &Song| {
        let rating = song.rating.and_then(|stars| Rating::hundredths(20 * u32::from(stars)));
        let record = TrackRecord::of(tracks.place(&song.id.0)?)
            .with_codes(song.isrc.as_deref(), song.musicbrainz.as_deref());
        Some(record.keeping(song.plays.unwrap_or(0), rating, song.starred))
    };
    songs.iter().filter_map(record).filter(|record| !record.is_empty()).collect()
}

/// Puts the servers' songs up, and starts the work behind the window, after which they are put up anew.
pub(crate) fn start(
    servers: &Servers,
    library: &Library,
    session: Weak<Session>,
    report: Box<dyn Fn(ServersView) + Send>,
) -> Arc<OwnServers> {
    put_up(servers, library, session.clone());
    let (all, library) = (servers.clone(), library.clone());
    let plays = session.clone();
    let songs_changed = Box::new(move || put_up(&all, &library, session.clone()));
    let added = Box::new(move || {
        this_computer::choose(&plays);
    });
    Arc::new(OwnServers::start(ServerParts { servers: servers.clone(), report, songs_changed, added }))
}

/// Puts the servers' songs up as a shelf of the session, on a thread of its own.
fn put_up(servers: &Servers, library: &Library, session: Weak<Session>) {
    let (servers, library) = (servers.clone(), library.clone());
    spawn("attune-servers", move || {
        if let Err(error) = shelve(&servers, &library, &session) {
            tracing::warn!("{}", error.for_log());
        }
    });
}

/// Who reads the songs last is to put them up last.
static TURN: Mutex<()> = Mutex::new(());

fn shelve(servers: &Servers, library: &Library, session: &Weak<Session>) -> Result<(), AppError> {
    let _turn = held(&TURN);
    let (songs, tracks) = songs_and_tracks(servers, library)?;
    let tracks = Tracks::new(tracks);
    let knows_of_here = servers.list()?.iter().any(|server| server.scrobbles || server.stars);
    let records = Arc::new(records(&songs, &tracks));
    // A session that is gone needs no tracks.
    let Some(session) = session.upgrade() else { return Ok(()) };
    session.call(move |e, now| {
        if tracks.is_empty() {
            e.remove_shelf(SERVERS, now);
        } else {
            e.set_records(SERVERS, ShelfRecords { tracks: tracks.clone(), records, knows_of_here });
            e.set_shelf(SERVERS, NAME, tracks, now);
        }
    })
}

/// The sound of a song: its file in the cache, else what comes of it from the server. That is asked for when it is to be
/// played.
pub(crate) fn sound(servers: &Servers, reach: &Reach, id: &TrackId) -> Sound {
    match servers.song_in_cache(id) {
        Ok(Some(path)) => Sound::File(path),
        _ => Sound::Loading(incoming::fetch(servers.clone(), reach.clone(), id.clone())),
    }
}

/// A listener that has the next track loaded ahead, where that is a song, before it hands events on, and what is told each
/// time that one is.
pub(crate) fn load_ahead(servers: &Servers, next: Listener) -> (Listener, Receiver<()>) {
    let servers = servers.clone();
    let asked = Mutex::new(None);
    let (loads, told) = sync_channel(1);
    let listener: Listener = Box::new(move |event| {
        if let UiEvent::Queue(queue) = event {
            let coming = queue.next.first().map(|entry| &entry.id).filter(|id| servers.has(id));
            let mut asked = held(&asked);
            if let Some(id) = coming.filter(|id| asked.as_ref() != Some(*id)) {
                *asked = Some(id.clone());
                load(&servers, id.clone());
                // Who was told already looks at all of them.
                let _ = loads.try_send(());
            }
        }
        next(event);
    });
    (listener, told)
}

/// Listens to songs a while after they were loaded, on a thread of its own that ends with the session, and puts the songs up
/// anew where it heard something.
pub(crate) fn listen_behind(
    (servers, library): (Servers, Library),
    resources: Resources,
    session: Weak<Session>,
    loads: Receiver<()>,
) {
    spawn("attune-servers-listen", move || {
        for () in loads {
            thread::sleep(LOADED);
            match listen_to_cached(&servers, &resources, &|| session.strong_count() > 0) {
                Ok(0) => {}
                Ok(_) => put_up(&servers, &library, session.clone()),
                Err(error) => tracing::debug!(code = %error.code, "loaded songs were not listened to"),
            }
        }
    });
}

fn load(servers: &Servers, id: TrackId) {
    let servers = servers.clone();
    spawn("attune-song-ahead", move || {
        if let Err(error) = servers.load_ahead(&id) {
            tracing::debug!(code = %error.code, "the next song is not loaded ahead");
        }
    });
}

fn all_files(library: &Library) -> Result<Vec<LocalTrack>, AppError> {
    let mut files = Vec::new();
    loop {
        let query = Query { offset: files.len() as u32, limit: PAGE, ..Query::default() };
        let page = library.page(&query)?;
        if page.tracks.is_empty() {
            return Ok(files);
        }
        files.extend(page.tracks);
    }
}

/// Listens to the songs in the cache that were not heard yet, until `go_on` says no, and gives how many were.
///
/// Fails where nothing can be heard in any file, with the codes of the model that is missing.
pub fn listen_to_cached(
    servers: &Servers,
    resources: &Resources,
    go_on: &dyn Fn() -> bool,
) -> Result<u32, AppError> {
    let versions = resources.versions()?;
    let waiting = servers.unheard(&versions)?;
    if waiting.is_empty() {
        return Ok(0);
    }
    let (ear, mut heard) = (Ear::open(resources)?, 0);
    for song in waiting {
        if !go_on() {
            break;
        }
        let analysis = match ear.hear(&Job { path: &song.path, features: None }, go_on) {
            Ok(analysis) => Some(analysis),
            // The listener's word, or a file that left the cache meanwhile: neither says anything of the song.
            Err(NotAnalysed::File(e)) if is_passing(e.code) => continue,
            Err(NotAnalysed::File(_)) => None,
            Err(NotAnalysed::All(error)) => return Err(error),
        };
        heard += u32::from(analysis.is_some());
        servers.keep_analysis(&song.id, &versions, analysis.as_ref())?;
    }
    Ok(heard)
}

fn is_passing(code: ErrorCode) -> bool {
    matches!(code, ErrorCode::AudioStopped | ErrorCode::AudioUnreadable)
}

#[cfg(test)]
mod tests;
