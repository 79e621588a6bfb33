//! The running app without its window.

use crate::backups::Backups;
use crate::cameras::{Cameras, NotifyPage};
use crate::desktop::shortcuts::Shortcuts;
use crate::file_kinds::{FileKind, FileKindTexts};
use crate::histories::{Histories, HistoryReport};
use crate::lock::held;
use crate::opening::{OpenedFiles, Opening};
use crate::own_music::{OwnMusic, OwnMusicView, Parts, Resources};
use crate::phone_senses::PhoneSenses;
use crate::senses::Senses;
use crate::servers::{self, OwnServers, ServersView};
use crate::soundscapes::{self, Soundscapes};
use crate::spotify::{OpenPage, SpotifyAccount, SpotifyParts, SpotifyView};
use crate::{compose, logging, player, spotify};
use attune_audio::play::{Levels, Reference, Scope};
use attune_core::ports::Archive;
use attune_core::taste::PastHistory;
use attune_core::{AppError, ErrorCode, Sense, SenseMode, Timestamp};
use attune_session::{Composition, Engine, Listener, Presence, SensePorts, Session};
use attune_store::BackupFile;
use attune_subsonic::Servers;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// What the app is put together from.
pub struct AppParts {
    /// Where everything is kept; the system's folder for the data of apps when none is named.
    pub data_dir: Option<PathBuf>,
    /// The folder of an installed app that holds `models/` and `runtime/`.
    pub resources: Option<PathBuf>,
    /// The app's version, which exports carry.
    pub version: String,
    /// Gets every event of the session, on the session's thread; it must not block.
    pub listener: Listener,
    /// Gets each new picture of the work on own music, at most five times a second.
    pub on_own_music: Box<dyn Fn(OwnMusicView) + Send>,
    /// Gets each new picture of the listener's servers, at most five times a second.
    pub on_servers: Box<dyn Fn(ServersView) + Send>,
    /// Gets each new status of Spotify.
    pub on_spotify: Box<dyn Fn(SpotifyView) + Send + Sync>,
    /// Hears for which generation the window's page is to have its camera on, or none; it must not block.
    pub on_camera: NotifyPage,
    /// Shows a web page to the listener.
    pub open_page: OpenPage,
    /// Brings the window to the front, where something waits for the listener.
    pub show: Box<dyn Fn() + Send>,
    /// The senses of a phone, where this is one.
    pub phone: Option<Arc<PhoneSenses>>,
}

/// The session, the work on the listener's own music and servers, and Spotify's account.
pub struct App {
    session: Mutex<Option<Arc<Session>>>,
    own_music: Arc<OwnMusic>,
    opening: Opening,
    opened: OpenedFiles,
    servers: Servers,
    own_servers: Arc<OwnServers>,
    spotify: Arc<SpotifyAccount>,
    cameras: Arc<Cameras>,
    senses: Arc<Senses>,
    scope: Mutex<Scope>,
    version: String,
    data_dir: Option<PathBuf>,
    resources: Option<PathBuf>,
    /// Of what is kept, while the app runs.
    backups: Mutex<Option<Backups>>,
    /// The backup that was read last and not answered yet.
    pub(crate) backup: Mutex<Option<BackupFile>>,
    histories: Histories,
    /// What dialogs call the kinds of files.
    file_kinds: Mutex<FileKindTexts>,
    shortcuts: Shortcuts,
}

impl App {
    /// Puts everything together and starts it. It starts in any case where a database can be opened in memory: when the
    /// data folder cannot be used nothing is kept, and a banner says so.
    pub fn start(parts: AppParts) -> Result<Self, AppError> {
        let data_dir = parts.data_dir;
        let (library, mut warnings) = compose::open_library(data_dir.clone())?;
        let (servers, trouble) = servers::open(data_dir.clone())?;
        warnings.extend(trouble);
        let spotify = Arc::new(SpotifyAccount::start(SpotifyParts {
            client: spotify::client(data_dir.clone(), Some(library.clone())),
            clock: compose::clock(),
            notify: parts.on_spotify,
            open_page: parts.open_page,
        })?);
        let (store, trouble) = compose::open_store(data_dir.clone())?;
        // What concerns everything that is kept comes first.
        warnings.splice(0..0, trouble);
        let version = parts.version.clone();
        let joining = player::Joining::new(&store.settings());
        let clock = compose::clock();
        let resources = parts.resources.clone();
        let cameras = Arc::new(Cameras::new(parts.on_camera));
        let lookers = cameras.clone();
        let (composer, changes) = Soundscapes::new();
        let files = OpenedFiles::default();
        let sounds = player::Sounds {
            library: library.clone(),
            opened: files.clone(),
            servers: servers.clone(),
            reach: servers::Reach::default(),
            soundscapes: composer.clone(),
        };
        let reach = sounds.reach.clone();
        let shortcuts = Shortcuts::new();
        let listener = joining.follow(composer.follow(shortcuts.follow(parts.listener)));
        let (listener, loads) = servers::load_ahead(&servers, listener);
        let (listener, heard) = servers::follow(clock.clone(), listener);
        // The microphone hears what this computer plays, and must know it.
        let reference = Arc::new(Reference::default());
        let senses = Arc::new(Senses::new(parts.resources.clone(), Arc::clone(&reference), parts.phone));
        let opener = Arc::clone(&senses);
        let scope = Mutex::new(Scope::new(Arc::clone(&reference)));
        let session = Arc::new(Session::start(Composition {
            archive: Box::new(store),
            options: compose::engine_options(parts.version, clock().0 as u64, warnings),
            clock: clock.clone(),
            open_camera: Arc::new(move |id| lookers.open(id.as_deref())),
            open_eyes: Arc::new(move || compose::open_eyes(resources.as_deref())),
            senses: SensePorts {
                open_device: Arc::new(move |sense, mode, id| opener.open(sense, mode, id.as_deref())),
                open_meter: Arc::new(compose::pulse_meter),
            },
            open_player: player::opener(spotify.clone(), sounds, joining, reference),
            listener,
        })?);
        reach.tell(Arc::downgrade(&session));
        soundscapes::put_up(Arc::downgrade(&session), changes);
        servers::report(&servers, Arc::downgrade(&session), heard);
        let shelves = (servers.clone(), library.clone());
        servers::listen_behind(shelves, Resources(parts.resources.clone()), Arc::downgrade(&session), loads);
        let own_servers = servers::start(&servers, &library, Arc::downgrade(&session), parts.on_servers);
        let own_music = Arc::new(OwnMusic::start(Parts {
            library,
            session: Arc::downgrade(&session),
            clock,
            resources: Resources(parts.resources.clone()),
            notify: parts.on_own_music,
        }));
        let opening = Opening::start(Arc::downgrade(&session), own_music.clone(), files.clone(), parts.show);
        spotify.begin(Arc::downgrade(&session));
        #[cfg(debug_assertions)]
        crate::senses::start_for_tests(&session)?;
        let (session, resources) = (Mutex::new(Some(session)), parts.resources);
        let backups = data_dir.clone().or_else(compose::default_data_dir).map(Backups::start);
        let backups = Mutex::new(backups);
        Ok(Self {
            session,
            own_music,
            opening,
            opened: files,
            servers,
            own_servers,
            spotify,
            cameras,
            senses,
            scope,
            version,
            data_dir,
            resources,
            backups,
            backup: Mutex::new(None),
            histories: Histories::default(),
            file_kinds: Mutex::default(),
            shortcuts,
        })
    }

    /// The session; code `session_gone` while the app closes.
    pub fn session(&self) -> Result<Arc<Session>, AppError> {
        let session = held(&self.session);
        session.clone().ok_or_else(|| AppError::new(ErrorCode::SessionGone, "Attune is shutting down."))
    }

    /// The app's version.
    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// Where everything is kept, if a folder was named.
    pub(crate) fn data_dir(&self) -> Option<&Path> {
        self.data_dir.as_deref()
    }

    /// The folder in which everything is kept: the one that was named, else the system's for the data of apps.
    pub fn data_folder(&self) -> Option<PathBuf> {
        self.data_dir.clone().or_else(compose::default_data_dir)
    }

    /// The folder of an installed app.
    pub(crate) fn resources(&self) -> Option<&Path> {
        self.resources.as_deref()
    }

    /// Runs `body` on the session's engine.
    pub fn call<T: Send + 'static>(
        &self,
        body: impl FnOnce(&mut Engine, Timestamp) -> T + Send + 'static,
    ) -> Result<T, AppError> {
        self.session()?.call(body)
    }

    /// Takes in what dialogs are to call the kinds of files.
    pub fn name_files(&self, texts: FileKindTexts) {
        *held(&self.file_kinds) = texts;
    }

    /// What a dialog calls a kind of file.
    pub fn name_of(&self, kind: FileKind) -> String {
        held(&self.file_kinds).of(kind).to_owned()
    }

    /// Shortcuts that work everywhere.
    pub(crate) fn shortcuts(&self) -> &Shortcuts {
        &self.shortcuts
    }

    /// The listener's own music.
    pub fn own_music(&self) -> &Arc<OwnMusic> {
        &self.own_music
    }

    /// What the listener opens from elsewhere.
    pub fn opening(&self) -> &Opening {
        &self.opening
    }

    /// The files that were opened.
    pub(crate) fn opened_files(&self) -> &OpenedFiles {
        &self.opened
    }

    /// The listener's music servers. Calls that ask one wait for it: not for a thread that must not wait.
    pub fn servers(&self) -> &Servers {
        &self.servers
    }

    /// The work on them: adding, and reading their lists in the background.
    pub fn own_servers(&self) -> &Arc<OwnServers> {
        &self.own_servers
    }

    /// Spotify's account.
    pub fn spotify(&self) -> &Arc<SpotifyAccount> {
        &self.spotify
    }

    /// The cameras.
    pub fn cameras(&self) -> &Arc<Cameras> {
        &self.cameras
    }

    /// The senses beside the face.
    pub fn senses(&self) -> &Arc<Senses> {
        &self.senses
    }

    /// Switches a sense on, after a phone's system has asked the listener whether it may. For a thread that may wait.
    pub fn start_sense(&self, sense: Sense, mode: SenseMode) -> Result<(), AppError> {
        self.senses.ask(sense);
        self.session()?.start_sense(sense, mode)
    }

    /// How loud the bands of what this computer plays are. Nothing is measured but for this call, and the levels fall a step with
    /// each: it is meant to be called some 15 times a second.
    pub fn levels(&self) -> Levels {
        held(&self.scope).look()
    }

    /// Takes in whether any window can be seen. A page that cannot be seen has its camera closed by the system, and a phone's
    /// app in the background senses nothing: what was on is opened again when it is back.
    pub fn set_seen(&self, seen: bool) -> Result<(), AppError> {
        if seen {
            self.session()?.set_presence(Presence::Foreground)
        } else if cfg!(target_os = "android") || self.cameras.wanted().is_some() {
            self.session()?.set_presence(Presence::Background)
        } else {
            Ok(())
        }
    }

    /// Reads an export and tells what it holds and how much of that is at hand; nothing counts before
    /// [`App::answer_history`], which also stops this: then there is none. Not for a thread that must not wait. Fails with
    /// `file_unreadable`.
    pub fn read_history(&self, file: &Path) -> Result<Option<HistoryReport>, AppError> {
        self.histories.read(file, &*self.session()?)
    }

    /// Brings the history along that was read last, or drops it and stops what is being done with one; none then, and where
    /// none was read. Not for a thread that must not wait.
    pub fn answer_history(&self, take: bool) -> Result<Option<PastHistory>, AppError> {
        if take {
            return self.histories.bring(&*self.session()?);
        }
        self.histories.stop();
        Ok(None)
    }

    /// Closes the camera, signs out of Spotify and deletes everything that is kept or learned. All of it is tried even
    /// where a part fails; the first failure is given back.
    pub async fn erase_everything(&self) -> Result<(), AppError> {
        self.session()?.pause_camera()?;
        let signed_out = self.spotify.sign_out().await;
        let kept = self.call(Engine::erase)?;
        let (own, servers) = (self.own_music.clone(), self.own_servers.clone());
        let forget = move || own.erase().and(servers.erase());
        let erased = tokio::task::spawn_blocking(forget).await;
        let erased = erased.unwrap_or_else(|error| {
            Err(AppError::new(ErrorCode::TaskFailed, "Your music could not be forgotten.").caused_by(error))
        });
        kept.and(erased).and(signed_out).and(logging::erase())
    }

    /// Ends the work on the library and the session: the camera is closed when this returns.
    pub fn close(&self) {
        drop(held(&self.backups).take());
        self.spotify.close();
        self.own_music.close();
        self.own_servers.close();
        drop(held(&self.session).take());
    }
}
