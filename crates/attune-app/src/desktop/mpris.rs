//! Media keys and the desktop's player controls on Linux: MPRIS on the session bus.

use super::{Picture, mark};
use crate::AppCommand;
use crate::lock::held;
use attune_core::player::{PlayStatus, Volume};
use mpris_server::zbus::{Error, Result as BusResult, fdo};
use mpris_server::{
    LoopStatus, Metadata, PlaybackRate, PlaybackStatus, PlayerInterface, Property, RootInterface, Server,
    Signal, Time, TrackId, Volume as Loudness,
};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Instant;
use tokio::runtime::Handle;
use url::Url;

/// A place that is off by more than this, in milliseconds, was jumped to.
const JUMP_MS: i64 = 1_500;

/// Carries out what the desktop asks for, elsewhere: it must not wait.
pub type Ask = Arc<dyn Fn(AppCommand) + Send + Sync>;

/// Attune on the session bus.
pub struct Media {
    server: Server<Remote>,
    /// What the bus is served on.
    runtime: Handle,
}

impl Media {
    /// Takes a name on the bus; none, said once, where there is no bus. The bus is served on the runtime, which must have
    /// threads of its own.
    pub fn open(runtime: Handle, ask: &Ask, picture: &Picture) -> Option<Self> {
        let named =
            |name: &str| runtime.block_on(Server::new(name, Remote::new(Arc::clone(ask), picture.clone())));
        let server = named("attune").or_else(|error| match error {
            // Another Attune, with a data folder of its own.
            Error::NameTaken => named(&format!("attune.instance{}", std::process::id())),
            other => Err(other),
        });
        match server {
            Ok(server) => Some(Self { server, runtime }),
            Err(error) => {
                tracing::warn!(%error, "no session bus, so media keys do not reach Attune");
                None
            }
        }
    }

    /// Shows what changed.
    pub fn show(&self, picture: &Picture, cover: Option<PathBuf>) {
        let (changed, jump) = self.server.imp().take_in(picture, cover);
        let told = self.runtime.block_on(async {
            if !changed.is_empty() {
                self.server.properties_changed(changed).await?;
            }
            if let Some(position) = jump {
                self.server.emit(Signal::Seeked { position }).await?;
            }
            BusResult::Ok(())
        });
        if let Err(error) = told {
            tracing::debug!(%error, "the desktop was not told");
        }
    }
}

/// What was shown last.
struct Shown {
    picture: Picture,
    cover: Option<PathBuf>,
    at: Instant,
}

impl Shown {
    /// Where the track is by now.
    fn position(&self) -> Time {
        let told = i64::from(self.picture.playing.position_ms);
        let sounds = self.picture.playing.status == PlayStatus::Playing;
        let since = if sounds { self.at.elapsed().as_millis() as i64 } else { 0 };
        let end = self.picture.length_ms().map_or(i64::MAX, i64::from);
        Time::from_millis((told + since).min(end))
    }

    fn status(&self) -> PlaybackStatus {
        match self.picture.playing.status {
            PlayStatus::Playing | PlayStatus::Loading => PlaybackStatus::Playing,
            PlayStatus::Paused => PlaybackStatus::Paused,
            PlayStatus::Stopped => PlaybackStatus::Stopped,
        }
    }

    fn metadata(&self) -> Metadata {
        let Some(track) = self.picture.track.as_ref().filter(|_| self.picture.can_play()) else {
            return Metadata::builder().trackid(TrackId::NO_TRACK).build();
        };
        let mut metadata = Metadata::builder().title(&track.title).artist([&track.artist]).build();
        metadata.set_trackid(self.track_id());
        metadata.set_album(track.album.as_ref());
        let length = self.picture.length_ms();
        metadata.set_length(length.map(|ms| Time::from_millis(i64::from(ms))));
        metadata.set_art_url(self.cover.as_deref().and_then(address));
        metadata
    }

    fn track_id(&self) -> Option<TrackId> {
        let track = self.picture.track.as_ref()?;
        TrackId::try_from(format!("/app/attune/track/{}", mark(&track.id))).ok()
    }

    fn can_seek(&self) -> bool {
        self.picture.playing.active && self.picture.length_ms().is_some()
    }

    fn properties(&self) -> Vec<Property> {
        let able = self.picture.can_play();
        vec![
            Property::PlaybackStatus(self.status()),
            Property::Metadata(self.metadata()),
            Property::Volume(loudness(self.picture.volume)),
            Property::CanGoNext(able),
            Property::CanGoPrevious(able),
            Property::CanPlay(able),
            Property::CanPause(able),
            Property::CanSeek(self.can_seek()),
        ]
    }
}

/// What the desktop calls.
struct Remote {
    ask: Ask,
    shown: Mutex<Shown>,
}

impl Remote {
    fn new(ask: Ask, picture: Picture) -> Self {
        Self { ask, shown: Mutex::new(Shown { picture, cover: None, at: Instant::now() }) }
    }

    fn shown(&self) -> MutexGuard<'_, Shown> {
        held(&self.shown)
    }

    /// What is different now, and where the track is if it did not just go on.
    fn take_in(&self, picture: &Picture, cover: Option<PathBuf>) -> (Vec<Property>, Option<Time>) {
        let mut shown = self.shown();
        let (old, was, expected) = (shown.properties(), shown.track_id(), shown.position());
        *shown = Shown { picture: picture.clone(), cover, at: Instant::now() };
        let off = shown.position().as_millis() - expected.as_millis();
        let jumped = shown.picture.playing.active && was == shown.track_id() && off.abs() > JUMP_MS;
        let changed = shown.properties().into_iter().filter(|new| !old.contains(new)).collect();
        (changed, jumped.then(|| shown.position()))
    }

    /// The one way that everything asked for from outside takes.
    #[expect(clippy::unnecessary_wraps, reason = "what the bus wants for an answer")]
    fn ask(&self, command: AppCommand) -> fdo::Result<()> {
        (self.ask)(command);
        Ok(())
    }
}

fn address(file: &Path) -> Option<String> {
    Url::from_file_path(file).ok().map(String::from)
}

fn loudness(volume: Volume) -> Loudness {
    f64::from(volume.as_percent()) / 100.0
}

impl RootInterface for Remote {
    async fn raise(&self) -> fdo::Result<()> {
        self.ask(AppCommand::Show)
    }

    async fn quit(&self) -> fdo::Result<()> {
        self.ask(AppCommand::Quit)
    }

    async fn can_quit(&self) -> fdo::Result<bool> {
        Ok(true)
    }

    async fn fullscreen(&self) -> fdo::Result<bool> {
        Ok(false)
    }

    async fn set_fullscreen(&self, _: bool) -> BusResult<()> {
        Ok(())
    }

    async fn can_set_fullscreen(&self) -> fdo::Result<bool> {
        Ok(false)
    }

    async fn can_raise(&self) -> fdo::Result<bool> {
        Ok(true)
    }

    async fn has_track_list(&self) -> fdo::Result<bool> {
        Ok(false)
    }

    async fn identity(&self) -> fdo::Result<String> {
        Ok("Attune".into())
    }

    async fn desktop_entry(&self) -> fdo::Result<String> {
        // The packages install it under the product's name.
        Ok("Attune".into())
    }

    async fn supported_uri_schemes(&self) -> fdo::Result<Vec<String>> {
        Ok(Vec::new())
    }

    async fn supported_mime_types(&self) -> fdo::Result<Vec<String>> {
        Ok(Vec::new())
    }
}

impl PlayerInterface for Remote {
    async fn next(&self) -> fdo::Result<()> {
        self.ask(AppCommand::Next)
    }

    async fn previous(&self) -> fdo::Result<()> {
        self.ask(AppCommand::Previous)
    }

    async fn pause(&self) -> fdo::Result<()> {
        self.ask(AppCommand::Pause)
    }

    async fn play_pause(&self) -> fdo::Result<()> {
        self.ask(AppCommand::TogglePlay)
    }

    async fn stop(&self) -> fdo::Result<()> {
        self.ask(AppCommand::Stop)
    }

    async fn play(&self) -> fdo::Result<()> {
        self.ask(AppCommand::Play)
    }

    async fn seek(&self, offset: Time) -> fdo::Result<()> {
        self.ask(AppCommand::SeekBy(offset.as_millis()))
    }

    async fn set_position(&self, track: TrackId, position: Time) -> fdo::Result<()> {
        let meant = {
            let shown = self.shown();
            let end = shown.picture.length_ms().map_or(i64::MAX, i64::from);
            shown.track_id() == Some(track) && (0..=end).contains(&position.as_millis())
        };
        // What was meant for another track, or lies outside of this one, is to be ignored.
        match u32::try_from(position.as_millis()) {
            Ok(to) if meant => self.ask(AppCommand::SeekTo(to)),
            _ => Ok(()),
        }
    }

    async fn open_uri(&self, _: String) -> fdo::Result<()> {
        Err(fdo::Error::NotSupported("Attune opens no addresses".into()))
    }

    async fn playback_status(&self) -> fdo::Result<PlaybackStatus> {
        Ok(self.shown().status())
    }

    async fn loop_status(&self) -> fdo::Result<LoopStatus> {
        Ok(LoopStatus::None)
    }

    async fn set_loop_status(&self, _: LoopStatus) -> BusResult<()> {
        Ok(())
    }

    async fn rate(&self) -> fdo::Result<PlaybackRate> {
        Ok(1.0)
    }

    async fn set_rate(&self, _: PlaybackRate) -> BusResult<()> {
        Ok(())
    }

    async fn shuffle(&self) -> fdo::Result<bool> {
        Ok(false)
    }

    async fn set_shuffle(&self, _: bool) -> BusResult<()> {
        Ok(())
    }

    async fn metadata(&self) -> fdo::Result<Metadata> {
        Ok(self.shown().metadata())
    }

    async fn volume(&self) -> fdo::Result<Loudness> {
        Ok(loudness(self.shown().picture.volume))
    }

    async fn set_volume(&self, volume: Loudness) -> BusResult<()> {
        let percent = (volume.clamp(0.0, 1.0) * 100.0).round() as u8;
        Ok(self.ask(AppCommand::Volume(Volume::percent(percent)))?)
    }

    async fn position(&self) -> fdo::Result<Time> {
        Ok(self.shown().position())
    }

    async fn minimum_rate(&self) -> fdo::Result<PlaybackRate> {
        Ok(1.0)
    }

    async fn maximum_rate(&self) -> fdo::Result<PlaybackRate> {
        Ok(1.0)
    }

    async fn can_go_next(&self) -> fdo::Result<bool> {
        Ok(self.shown().picture.can_play())
    }

    async fn can_go_previous(&self) -> fdo::Result<bool> {
        Ok(self.shown().picture.can_play())
    }

    async fn can_play(&self) -> fdo::Result<bool> {
        Ok(self.shown().picture.can_play())
    }

    async fn can_pause(&self) -> fdo::Result<bool> {
        Ok(self.shown().picture.can_play())
    }

    async fn can_seek(&self) -> fdo::Result<bool> {
        Ok(self.shown().can_seek())
    }

    async fn can_control(&self) -> fdo::Result<bool> {
        Ok(true)
    }
}
