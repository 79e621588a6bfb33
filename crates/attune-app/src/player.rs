//! What can play the queue.

use crate::compose;
use crate::lock::held;
use crate::opening::OpenedFiles;
use crate::servers;
use crate::soundscapes::Soundscapes;
use crate::spotify::SpotifyAccount;
use attune_audio::listen;
use attune_audio::play::{
    self, Card, CrossfadeSetting, LocalPlayer, Options, Reference, Resolve, Sound, Source, TARGET_LUFS,
    level_gain,
};
use attune_core::player::{AlbumPlace, Crossfade, Levelling, PlayerKind, PlayerListener, Volume};
use attune_core::ports::Player;
use attune_core::{AppError, ErrorCode, Settings, Track, TrackId};
use attune_library::{Library, read_file};
use attune_session::view::UiEvent;
use attune_session::{Listener, OpenPlayer};
use attune_subsonic::Servers;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// An output for sound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct OutputInfo {
    /// For the settings.
    pub id: String,
    /// As the system names it.
    pub name: String,
    /// Whether the system plays there by itself.
    pub default: bool,
}

/// How tracks are brought to one loudness and follow one another, as it is set now. The player asks on a thread of its own
/// and must not wait for the session.
#[derive(Clone)]
pub struct Joining {
    levelling: Arc<Mutex<Levelling>>,
    crossfade: CrossfadeSetting,
}

impl Joining {
    /// As the settings say at the start.
    #[must_use]
    pub fn new(settings: &Settings) -> Self {
        Self {
            levelling: Arc::new(Mutex::new(settings.levelling)),
            crossfade: CrossfadeSetting::new(settings.crossfade),
        }
    }

    /// A listener that keeps up with the settings before it hands events on.
    #[must_use]
    pub fn follow(&self, next: Listener) -> Listener {
        let joining = self.clone();
        Box::new(move |event| {
            if let UiEvent::Settings(settings) = event {
                *held(&joining.levelling) = settings.levelling;
                joining.crossfade.set(settings.crossfade);
            }
            next(event);
        })
    }

    fn levelling(&self) -> Levelling {
        *held(&self.levelling)
    }
}

/// What this computer plays from.
#[derive(Clone)]
pub(crate) struct Sounds {
    /// The listener's files.
    pub(crate) library: Library,
    /// Files that were opened and may be in no folder.
    pub(crate) opened: OpenedFiles,
    /// The songs of the listener's servers.
    pub(crate) servers: Servers,
    /// Which of the servers cannot be reached.
    pub(crate) reach: servers::Reach,
    /// The composer.
    pub(crate) soundscapes: Soundscapes,
}

/// Opens the player that the settings name. What this computer plays is written into `reference` as well.
pub(crate) fn opener(
    spotify: Arc<SpotifyAccount>,
    sounds: Sounds,
    joining: Joining,
    reference: Arc<Reference>,
) -> OpenPlayer {
    Box::new(move |kind, listener| match kind {
        PlayerKind::Spotify => Ok(Box::new(spotify.player(listener)?)),
        PlayerKind::Local => {
            let (sounds, joining, clock) = (sounds.clone(), joining.clone(), compose::clock());
            let crossfade = joining.crossfade.clone();
            let options = Options {
                resolve: Arc::new(move |track| sounds.source(joining.levelling(), track)),
                clock: Box::new(move || clock()),
                output: None,
                // The session sends the listener's volume and output before the first track.
                volume: Volume::percent(100),
                speakers: Box::new(Card::default()),
                crossfade,
                reference: Some(Arc::clone(&reference)),
            };
            Ok(Box::new(LocalPlayer::start(options, listener)?))
        }
        PlayerKind::List => Err(none()),
    })
}

impl Sounds {
    /// The sound of a track and by how much it is turned up or down; none where it is away.
    fn source(&self, levelling: Levelling, track: &Track) -> Option<Source> {
        if track.id.is_soundscape() {
            return self.soundscapes.sound(track);
        }
        let id = &track.id;
        let by_album = match levelling {
            Levelling::Off => None,
            by => Some(by == Levelling::Album),
        };
        let (sound, gain, album) = if self.servers.has(id) {
            let gain = |by| self.servers.song_gain(id, by, TARGET_LUFS).ok().flatten();
            (
                servers::sound(&self.servers, &self.reach, id),
                by_album.and_then(gain),
                self.servers.album_place(id),
            )
        } else {
            let known = |by| self.library.loudness(id).ok().and_then(|levels| levels.gain(by));
            let gain = |by| known(by).or_else(|| self.opened.levels(id).gain(by));
            let path = self.library.path_of(id).ok().or_else(|| self.opened.path_of(id))?;
            (Sound::File(path), by_album.and_then(gain), self.library.album_place(id))
        };
        // A tag may claim anything. Without a place on an album the track is one of its own.
        let gain_db = gain.unwrap_or(0.0).clamp(-30.0, 20.0) as f32;
        Some(Source { sound, gain_db, album: album.ok().flatten() })
    }
}

/// Opens this computer's player for files alone, with no session behind it.
///
/// `files` are what it can be told to play, by their tracks' ids, and `levelled` whether each is measured first and all are
/// played at one loudness. `crossfade` is not for files that their tags put one after the other on an album. Fails with `no_sound_output` and other codes of the output.
pub fn open_for_files(
    files: impl IntoIterator<Item = (TrackId, PathBuf)>,
    levelled: bool,
    crossfade: Crossfade,
    (output, volume): (Option<String>, Volume),
    listener: PlayerListener,
) -> Result<Box<dyn Player>, AppError> {
    let loudness = |file: &PathBuf| listen(file).ok()?.loudness.integrated;
    let gain = |file: &PathBuf| if levelled { loudness(file).map_or(0.0, level_gain) } else { 0.0 };
    let files: HashMap<TrackId, (PathBuf, f32, Option<AlbumPlace>)> = files
        .into_iter()
        .map(|(id, file)| {
            let album = if crossfade == Crossfade::OFF { None } else { album_place(&file) };
            let gain_db = gain(&file);
            (id, (file, gain_db, album))
        })
        .collect();
    let resolve: Resolve = Arc::new(move |track: &Track| {
        let (file, gain_db, album) = files.get(&track.id)?;
        Some(Source { album: album.clone(), ..Source::file(file, *gain_db) })
    });
    let clock = compose::clock();
    let options = Options {
        resolve,
        clock: Box::new(move || clock()),
        output,
        volume,
        speakers: Box::new(Card::default()),
        crossfade: CrossfadeSetting::new(crossfade),
        reference: None,
    };
    Ok(Box::new(LocalPlayer::start(options, listener)?))
}

/// Where a file stands on its album by its tags.
fn album_place(file: &Path) -> Option<AlbumPlace> {
    let tags = read_file(file).ok()?.tags;
    AlbumPlace::of_tags(tags.album_artist.or(tags.artist), tags.album, tags.disc, tags.number)
}

/// The outputs that sound can come from; asking may take some seconds.
pub fn outputs() -> Result<Vec<OutputInfo>, AppError> {
    let all = play::outputs()?;
    Ok(all.into_iter().map(|o| OutputInfo { id: o.id, name: o.name, default: o.default }).collect())
}

fn none() -> AppError {
    AppError::new(
        ErrorCode::NoPlayer,
        "There is nothing to play with yet. Choose This computer or Spotify first.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_library::Levels;
    use attune_testkit::MemorySecrets;

    #[test]
    fn the_player_follows_the_settings_and_events_go_on() {
        let joining = Joining::new(&Settings { levelling: Levelling::Off, ..Settings::default() });
        let (send, told) = std::sync::mpsc::channel();
        let listener = joining.follow(Box::new(move |event| drop(send.send(event.clone()))));
        let crossfade = Crossfade::seconds(5);
        let event =
            UiEvent::Settings(Settings { levelling: Levelling::Album, crossfade, ..Settings::default() });
        listener(&event);
        assert_eq!((joining.levelling(), joining.crossfade.now()), (Levelling::Album, crossfade));
        assert_eq!(told.recv().unwrap(), event);
    }

    #[test]
    fn a_track_that_is_nowhere_has_no_source() {
        let library = Library::in_memory().unwrap();
        let options = attune_subsonic::Options::new(None, compose::clock());
        let (servers, _) = Servers::open(options, Arc::new(MemorySecrets::default())).unwrap();
        let opened = OpenedFiles::default();
        let sounds = Sounds {
            library,
            opened: opened.clone(),
            servers,
            reach: servers::Reach::default(),
            soundscapes: Soundscapes::new().0,
        };
        let track = Track::named("a", "b");
        assert!(sounds.source(Levelling::Track, &track).is_none());
        opened.note(
            track.id.clone(),
            "/elsewhere/a.mp3".into(),
            Levels { track_gain: Some(-7.5), ..Levels::default() },
        );
        let source = sounds.source(Levelling::Track, &track).unwrap();
        assert!(matches!(source.sound, Sound::File(path) if path == Path::new("/elsewhere/a.mp3")));
        let gain = |levelling| sounds.source(levelling, &track).unwrap().gain_db;
        assert_eq!((gain(Levelling::Track), gain(Levelling::Off)), (-7.5, 0.0));
    }
}
