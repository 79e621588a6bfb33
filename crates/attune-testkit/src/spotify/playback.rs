//! Playing: the commands, and music that moves on with the fake's time.

use super::caller::Caller;
use super::reply::Reply;
use super::request::Request;
use super::shape;
use super::world::{Account, Playback, Song, World};
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::time::Duration;

impl Playback {
    /// Where in the current track it is.
    fn position(&self, now: Duration) -> Duration {
        if self.playing { self.position + now.saturating_sub(self.since) } else { self.position }
    }

    pub(super) fn resume(&mut self, now: Duration) {
        if !self.playing {
            (self.playing, self.since) = (true, now);
        }
    }

    fn pause(&mut self, now: Duration) {
        self.position = self.position(now);
        self.playing = false;
    }

    fn seek(&mut self, to: Duration, now: Duration) {
        (self.position, self.since) = (to, now);
    }

    /// Lets tracks end that are over.
    fn settle(&mut self, songs: &[Song], now: Duration) {
        let length = |id: &String| songs.iter().find(|s| s.id == *id).map_or(Duration::ZERO, |s| s.duration);
        while let Some(current) = self.queue.front() {
            let over = self.position(now).checked_sub(length(current)).filter(|_| self.playing);
            let Some(over) = over else { return };
            self.queue.pop_front();
            if self.queue.is_empty() {
                (self.playing, self.position) = (false, Duration::ZERO);
            } else {
                self.seek(over, now);
            }
        }
    }
}

/// Control needs Premium.
pub(super) fn premium(account: &Account) -> Result<(), Reply> {
    if account.premium {
        return Ok(());
    }
    Err(Reply::player_error(403, "Player command failed: Premium required", "PREMIUM_REQUIRED"))
}

/// `/me/player` and below.
pub(super) fn player(world: &mut World, caller: &Caller, request: &Request) -> Result<Reply, Reply> {
    let now = world.now();
    let songs = std::mem::take(&mut world.songs);
    if let Some(playback) = world.account(&caller.user).playback.as_mut() {
        playback.settle(&songs, now);
    }
    let reply = dispatch(world.account(&caller.user), &songs, caller, request, now);
    world.songs = songs;
    reply
}

fn dispatch(
    account: &mut Account,
    songs: &[Song],
    caller: &Caller,
    request: &Request,
    now: Duration,
) -> Result<Reply, Reply> {
    let path = request.path.strip_prefix("me/player").unwrap_or_default();
    if request.method == "GET" {
        caller.needs(&["user-read-playback-state", "user-read-currently-playing"])?;
        return match path {
            "" | "/currently-playing" => Ok(state(account, songs, now)),
            "/queue" => Ok(queue(account, songs)),
            _ => Err(Reply::error(403, "Forbidden")),
        };
    }
    caller.needs(&["user-modify-playback-state"])?;
    premium(account)?;
    target(account, request)?;
    command(account, songs, request, path, now)
}

/// The named device becomes the active one; without a name there must be an active one.
fn target(account: &mut Account, request: &Request) -> Result<(), Reply> {
    let wanted = request.text("device_id").to_owned();
    if wanted.is_empty() {
        let none =
            || Reply::player_error(404, "Player command failed: No active device found", "NO_ACTIVE_DEVICE");
        return account.devices.iter().any(|d| d.active).then_some(()).ok_or_else(none);
    }
    if !account.devices.iter().any(|d| d.id == wanted) {
        return Err(Reply::player_error(404, "Device not found", "DEVICE_NOT_FOUND"));
    }
    account.devices.iter_mut().for_each(|d| d.active = d.id == wanted);
    Ok(())
}

fn command(
    account: &mut Account,
    songs: &[Song],
    request: &Request,
    path: &str,
    now: Duration,
) -> Result<Reply, Reply> {
    let restricted = || Reply::player_error(403, "Player command failed: Restriction violated", "UNKNOWN");
    if (request.method.as_str(), path) == ("PUT", "/volume") {
        let percent = request.number("volume_percent").filter(|p| (0..=100).contains(p));
        let percent = percent.ok_or_else(|| Reply::error(400, "Invalid volume"))?;
        account.devices.iter_mut().filter(|d| d.active).for_each(|d| d.volume = percent as u8);
        return Ok(Reply::empty(204));
    }
    if (request.method.as_str(), path) == ("PUT", "/play") {
        return play(account, songs, &request.json(), now);
    }
    let playback = account.playback.as_mut().ok_or_else(restricted)?;
    match (request.method.as_str(), path) {
        ("PUT", "/pause") if !playback.playing => return Err(restricted()),
        ("PUT", "/pause") => playback.pause(now),
        ("POST", "/next") => {
            playback.queue.pop_front();
            playback.seek(Duration::ZERO, now);
            playback.playing = !playback.queue.is_empty();
        }
        ("POST", "/previous") => playback.seek(Duration::ZERO, now),
        ("PUT", "/seek") => {
            let to = request.number("position_ms").filter(|p| *p >= 0);
            let to = to.ok_or_else(|| Reply::error(400, "Invalid position"))?;
            playback.seek(Duration::from_millis(to as u64), now);
        }
        ("POST", "/queue") => {
            let id = request.text("uri").trim_start_matches("spotify:track:").to_owned();
            playback.queue.push_back(id);
        }
        _ => return Err(Reply::error(403, "Forbidden")),
    }
    Ok(Reply::empty(204))
}

fn play(account: &mut Account, songs: &[Song], body: &Value, now: Duration) -> Result<Reply, Reply> {
    let uris: VecDeque<String> = body["uris"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|u| u.as_str()?.strip_prefix("spotify:track:").map(str::to_owned))
        .collect();
    if uris.is_empty() {
        let nothing = || Reply::player_error(403, "Player command failed: Restriction violated", "UNKNOWN");
        account.playback.as_mut().ok_or_else(nothing)?.resume(now);
        return Ok(Reply::empty(204));
    }
    if uris.iter().any(|id| !songs.iter().any(|s| s.id == *id)) {
        return Err(Reply::error(400, "Invalid track uri"));
    }
    let position = Duration::from_millis(body["position_ms"].as_u64().unwrap_or(0));
    account.playback = Some(Playback { queue: uris, playing: true, position, since: now });
    Ok(Reply::empty(204))
}

/// Nothing open and nothing played is 204 without a body.
fn state(account: &Account, songs: &[Song], now: Duration) -> Reply {
    let (Some(playback), Some(device)) = (&account.playback, account.devices.iter().find(|d| d.active))
    else {
        return Reply::empty(204);
    };
    let item = playback.queue.front().and_then(|id| played(account, songs, id));
    Reply::ok(json!({
        "device": shape::device(device), "repeat_state": "off", "shuffle_state": false, "context": null,
        "timestamp": now.as_millis() as u64, "progress_ms": playback.position(now).as_millis() as u64,
        "is_playing": playback.playing, "item": item, "currently_playing_type": "track",
        "actions": {"pausing": playback.playing, "resuming": !playback.playing}
    }))
}

/// The track that sounds for one that was asked for.
fn played(account: &Account, songs: &[Song], asked: &str) -> Option<Value> {
    let relink = account.relinks.get(asked);
    let id = relink.map_or(asked, |relink| relink.instead.as_str());
    let mut item = shape::song(songs.iter().find(|song| song.id == id)?);
    if relink.is_some_and(|relink| relink.told) {
        item["linked_from"] = shape::linked(asked);
    }
    Some(item)
}

fn queue(account: &Account, songs: &[Song]) -> Reply {
    let ids = account.playback.iter().flat_map(|p| p.queue.iter());
    let mut all: Vec<Value> =
        ids.filter_map(|id| songs.iter().find(|s| s.id == *id)).map(shape::song).collect();
    let current = if all.is_empty() { Value::Null } else { all.remove(0) };
    Reply::ok(json!({"currently_playing": current, "queue": all}))
}
