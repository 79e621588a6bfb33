//! `attune-cli spotify play`.

use attune_app::print;
use attune_app::spotify::{Cause, Spotify};
use attune_core::AppError;
use attune_core::player::Volume;
use clap::Args;

/// Playback. Without anything it tells what plays; what is given is done in the order below.
#[derive(Debug, Args)]
pub(super) struct Play {
    /// Tracks to play, as spotify:track:…
    #[arg(value_name = "URI")]
    tracks: Vec<String>,
    /// Switch playback to this device (see `devices`)
    #[arg(long, value_name = "ID")]
    device: Option<String>,
    /// Pause
    #[arg(long, conflicts_with = "resume")]
    pause: bool,
    /// Resume
    #[arg(long)]
    resume: bool,
    /// Go to the next track
    #[arg(long)]
    next: bool,
    /// Seek to this second of the track
    #[arg(long, value_name = "SECONDS")]
    seek: Option<u32>,
    /// Set the volume, 0 to 100
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(0..=100))]
    volume: Option<u8>,
}

impl Play {
    pub(super) async fn run(self, client: &Spotify) -> Result<(), AppError> {
        self.steer(client).await?;
        print::json(&client.playing().await?)
    }

    async fn steer(&self, client: &Spotify) -> Result<(), AppError> {
        let device = self.device.as_deref();
        if !self.tracks.is_empty() {
            let uris: Vec<&str> = self.tracks.iter().map(String::as_str).collect();
            client.play(&uris, device, Cause::Listener).await?;
        } else if let Some(device) = device {
            client.transfer(device).await?;
        }
        if self.pause {
            client.pause().await?;
        }
        if self.resume {
            client.resume().await?;
        }
        if self.next {
            client.next().await?;
        }
        if let Some(seconds) = self.seek {
            client.seek(seconds.saturating_mul(1000)).await?;
        }
        match self.volume {
            Some(percent) => Ok(client.volume(Volume::percent(percent)).await?),
            None => Ok(()),
        }
    }
}
