//! The ways in for bytes from outside, with what must hold, for the fuzz targets.

use crate::callback::{Verdict, judge};
use crate::classify::{self, Refusal};
use crate::connect::{Playing, SpotifyDevice};
use crate::matching::{Wanted, score};
use crate::reply::{Devices, Page, PlaybackObject, PlaylistObject, Profile, Search, TrackObject};
use attune_core::{Secret, Timestamp, TrackId};
use serde_json::Value;

/// What came of a request to the loopback listener.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// A code was taken.
    Code,
    /// The listener refused at Spotify.
    Denied,
    /// Answered with this status and not listened to.
    Refused(u16),
}

/// Judges the head of a request as the loopback listener does.
#[must_use]
pub fn callback(head: &[u8], host: &str, state: &str) -> Heard {
    match judge(head, host, &Secret::new(state)) {
        Verdict::Code(_) => Heard::Code,
        Verdict::Denied => Heard::Denied,
        Verdict::Refused(status) => Heard::Refused(status),
    }
}

/// Reads a reply as everything it could be, and as a refusal.
///
/// # Panics
/// If an object is not read because of its fields, or a score leaves its range.
pub fn reply(bytes: &[u8]) {
    let body = String::from_utf8_lossy(bytes);
    for status in [400, 401, 403, 404, 429, 503] {
        for path in ["me", "me/player/play", "playlists/1/items"] {
            let refusal = Refusal { status, retry_after: Some(&body), body: &body, path };
            let _ = (classify::api(&refusal, Timestamp(0)), classify::accounts(&refusal, Timestamp(0)));
        }
    }
    let page = serde_json::from_slice::<Page<TrackObject>>(bytes);
    let search = serde_json::from_slice::<Search>(bytes);
    let devices = serde_json::from_slice::<Devices>(bytes);
    let playback = serde_json::from_slice::<PlaybackObject>(bytes);
    let all = [page.is_ok(), search.is_ok(), devices.is_ok(), playback.is_ok()];
    let profile = serde_json::from_slice::<Profile>(bytes).is_ok();
    let _ = serde_json::from_slice::<Page<PlaylistObject>>(bytes);
    if serde_json::from_slice::<Value>(bytes).is_ok_and(|v| v.is_object()) {
        assert!(all.iter().all(|read| *read) && profile, "{all:?} {profile}");
    }
    let found = search.ok().and_then(|s| s.tracks).map_or_else(Vec::new, |p| p.items);
    page.map_or_else(|_| Vec::new(), |p| p.items).iter().chain(&found).for_each(track);
    let _ = devices.map(|d| d.devices.into_iter().map(SpotifyDevice::from).count());
    let _ = playback.map(Playing::from);
}

fn track(track: &TrackObject) {
    assert!(track.id().is_none_or(|id| id.bytes().all(|b| b.is_ascii_alphanumeric())));
    let (title, artist) = (track.name.clone(), track.artist());
    let id = TrackId::from_names(&title, &artist);
    let wanted = Wanted { id, title, artist, isrc: None, duration_ms: Some(200_000) };
    assert!((0.0..=1.0).contains(&score(&wanted, track)));
}
