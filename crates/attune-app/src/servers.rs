//! The music servers that the listener added: opened for both programs, joined with own files, listened to.
//!
//! Nothing here asks a server for anything by itself: [`open`] opens the list, and whoever holds the handle decides. In the
//! window that is [`OwnServers`].

mod form;
mod join;
mod view;
mod work;

use crate::compose;
use crate::own_music::{Ear, Resources};
use crate::spotify::keyring;
use attune_core::{AppError, ErrorCode, Track};
use attune_library::{Job, Library, LocalTrack, NotAnalysed, Query};
use attune_subsonic::{Analysis, AnalysisVersions, Options, Servers, Song};
use std::path::PathBuf;
use std::sync::Arc;

pub use attune_subsonic::{ServerCheck, ServerInfo};
pub use form::{AddedServer, ServerForm, ServerLogin};
pub use join::SameRecordings;
pub use view::{ServerScan, ServerView, ServersView};
pub use work::{OwnServers, ServerParts};

/// Tracks of the library read at once.
const PAGE: u32 = 1_000;

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
    let files = all_files(library)?;
    let songs = servers.all()?;
    let mut same = SameRecordings::of(&files);
    let mut tracks: Vec<Track> = songs.iter().filter(|song| same.is_new(song)).map(Song::track).collect();
    compose::complete(&mut tracks);
    Ok(tracks)
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
    let versions = AnalysisVersions { features: versions.features, model: versions.model };
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
            Ok(analysis) => Some(kept(analysis)),
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

fn kept(heard: attune_library::TrackAnalysis) -> Analysis {
    Analysis {
        features: heard.features,
        affect: heard.affect,
        loudness: heard.loudness,
        peak: heard.peak,
        tempo: heard.tempo,
        length_ms: heard.length_ms,
    }
}
