//! Connect: the listener's Spotify apps, steered through the Web API.

use crate::address::encoded;
use crate::client::{Spotify, Verb};
use crate::error::SpotifyError;
use crate::queue::Cause;
use crate::reply::{DeviceObject, Devices, PlaybackObject};
use attune_core::player::Volume;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// An open Spotify app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct SpotifyDevice {
    /// Its id; none for one that cannot be steered.
    pub id: Option<String>,
    /// The name shown.
    pub name: String,
    /// "Computer", "Smartphone" and the like.
    pub kind: Option<String>,
    /// Whether it is the one that plays.
    pub active: bool,
    /// Volume in percent.
    pub volume: Option<Volume>,
}

/// What is playing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Playing {
    /// Whether it sounds.
    pub playing: bool,
    /// `spotify:track:…`; none between tracks.
    pub uri: Option<String>,
    /// The one that was asked for, where Spotify says that it plays another edition of it.
    pub linked_from: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Artists.
    pub artist: Option<String>,
    /// Milliseconds from the start.
    pub position_ms: u32,
    /// Length in milliseconds.
    pub duration_ms: Option<u32>,
    /// Where.
    pub device: Option<SpotifyDevice>,
}

impl From<DeviceObject> for SpotifyDevice {
    fn from(d: DeviceObject) -> Self {
        let steerable = d.is_restricted != Some(true);
        Self {
            id: d.id.filter(|_| steerable),
            name: d.name.unwrap_or_default(),
            kind: d.kind,
            active: d.is_active.unwrap_or(false),
            volume: d.volume_percent.map(Volume::percent),
        }
    }
}

impl From<PlaybackObject> for Playing {
    fn from(p: PlaybackObject) -> Self {
        let item = p.item.as_ref();
        Self {
            playing: p.is_playing.unwrap_or(false),
            uri: item.map(|t| t.uri.clone()),
            linked_from: item.and_then(|t| t.linked_from.as_ref()).map(|linked| linked.uri.clone()),
            title: item.map(|t| t.name.clone()),
            artist: item.map(crate::reply::TrackObject::artist),
            position_ms: p.progress_ms.unwrap_or(0),
            duration_ms: item.and_then(|t| t.duration_ms),
            device: p.device.map(SpotifyDevice::from),
        }
    }
}

impl Spotify {
    /// The open Spotify apps.
    pub async fn devices(&self) -> Result<Vec<SpotifyDevice>, SpotifyError> {
        let reply: Devices = self.get("me/player/devices", Cause::Listener).await?;
        Ok(reply.devices.into_iter().map(SpotifyDevice::from).collect())
    }

    /// What is playing; none when nothing is open.
    pub async fn playing(&self) -> Result<Option<Playing>, SpotifyError> {
        let reply: Option<PlaybackObject> = self.get_or_nothing("me/player", Cause::Listener).await?;
        Ok(reply.map(Playing::from))
    }

    /// The same, asked once whatever happens.
    pub(crate) async fn playing_once(&self) -> Result<Option<Playing>, SpotifyError> {
        let reply: Option<PlaybackObject> = self.once_or_nothing("me/player", Cause::Listener).await?;
        Ok(reply.map(Playing::from))
    }

    /// Plays tracks by their addresses, on a device or on the active one.
    pub async fn play(&self, uris: &[&str], device: Option<&str>, cause: Cause) -> Result<(), SpotifyError> {
        self.command(Verb::Put, "play", "", device, &json!({ "uris": uris }), cause).await
    }

    /// Adds a track behind what plays.
    pub async fn enqueue(&self, uri: &str, cause: Cause) -> Result<(), SpotifyError> {
        let query = format!("uri={}", encoded(uri));
        self.command(Verb::Post, "queue", &query, None, &json!({}), cause).await
    }

    /// Pauses.
    pub async fn pause(&self) -> Result<(), SpotifyError> {
        self.simple(Verb::Put, "pause", "").await
    }

    /// Goes on.
    pub async fn resume(&self) -> Result<(), SpotifyError> {
        self.simple(Verb::Put, "play", "").await
    }

    /// Goes to the next track.
    pub async fn next(&self) -> Result<(), SpotifyError> {
        self.simple(Verb::Post, "next", "").await
    }

    /// Goes to a place in the track.
    pub async fn seek(&self, position_ms: u32) -> Result<(), SpotifyError> {
        self.simple(Verb::Put, "seek", &format!("position_ms={position_ms}")).await
    }

    /// Sets the volume.
    pub async fn volume(&self, volume: Volume) -> Result<(), SpotifyError> {
        self.simple(Verb::Put, "volume", &format!("volume_percent={}", volume.as_percent())).await
    }

    /// Makes another device the one that plays. What sounds goes on there; where all is silent, no music of before begins.
    pub async fn transfer(&self, device: &str) -> Result<(), SpotifyError> {
        let body = json!({"device_ids": [device], "play": false});
        self.change(Verb::Put, "me/player", &body, Cause::Listener).await.map(drop)
    }

    async fn simple(&self, verb: Verb, what: &str, query: &str) -> Result<(), SpotifyError> {
        self.command(verb, what, query, None, &json!({}), Cause::Listener).await
    }

    async fn command(
        &self,
        verb: Verb,
        what: &str,
        query: &str,
        device: Option<&str>,
        body: &serde_json::Value,
        cause: Cause,
    ) -> Result<(), SpotifyError> {
        let device = device.map(|d| format!("device_id={}", encoded(d)));
        let query: Vec<&str> =
            [Some(query), device.as_deref()].into_iter().flatten().filter(|q| !q.is_empty()).collect();
        let mark = if query.is_empty() { "" } else { "?" };
        let path = format!("me/player/{what}{mark}{}", query.join("&"));
        self.change(verb, &path, body, cause).await.map(drop)
    }
}
