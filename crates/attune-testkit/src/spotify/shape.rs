//! The JSON of tracks, playlists, devices and pages, with the fields that a new app is given today.

use super::world::{Account, Device, Playlist, Song, World};
use serde_json::{Value, json};

fn image(of: &str) -> Value {
    json!([{"url": format!("https://i.scdn.co/image/{of}"), "height": 300, "width": 300}])
}

fn link(kind: &str, id: &str) -> Value {
    json!({"spotify": format!("https://open.spotify.com/{kind}/{id}")})
}

/// An artist as it hangs on a track.
pub(super) fn simple_artist(name: &str) -> Value {
    let id = artist_id(name);
    json!({
        "external_urls": link("artist", &id), "href": format!("https://api.spotify.com/v1/artists/{id}"),
        "id": id, "name": name, "type": "artist", "uri": format!("spotify:artist:{id}")
    })
}

/// An artist on its own.
pub(super) fn artist(id: &str) -> Value {
    let mut full = simple_artist(id);
    full["images"] = image(id);
    full
}

fn artist_id(name: &str) -> String {
    let letters: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("{letters:0<22}").chars().take(22).collect()
}

/// A track.
pub(super) fn song(song: &Song) -> Value {
    let artists: Vec<Value> = song.artists.iter().map(|a| simple_artist(a)).collect();
    let album_id = artist_id(&song.album);
    json!({
        "album": {
            "album_type": "album", "total_tracks": 9, "external_urls": link("album", &album_id),
            "href": format!("https://api.spotify.com/v1/albums/{album_id}"), "id": album_id,
            "images": image(&album_id), "name": song.album, "release_date": "2019-04-05",
            "release_date_precision": "day", "type": "album", "uri": format!("spotify:album:{album_id}"),
            "artists": artists
        },
        "artists": artists, "disc_number": 1, "duration_ms": song.duration.as_millis() as u64,
        "explicit": false, "external_ids": {"isrc": song.isrc}, "external_urls": link("track", &song.id),
        "href": format!("https://api.spotify.com/v1/tracks/{}", song.id), "id": song.id, "is_playable": true,
        "name": song.name, "track_number": 1, "type": "track", "uri": format!("spotify:track:{}", song.id),
        "is_local": false
    })
}

/// The track that another one is played for.
pub(super) fn linked(id: &str) -> Value {
    json!({
        "external_urls": link("track", id), "href": format!("https://api.spotify.com/v1/tracks/{id}"), "id": id,
        "type": "track", "uri": format!("spotify:track:{id}")
    })
}

/// The caller's profile: no country, no email, no product any more.
pub(super) fn profile(account: &Account) -> Value {
    json!({
        "display_name": account.name, "external_urls": link("user", &account.id),
        "href": format!("https://api.spotify.com/v1/users/{}", account.id), "id": account.id,
        "images": [], "type": "user", "uri": format!("spotify:user:{}", account.id)
    })
}

/// A device.
pub(super) fn device(device: &Device) -> Value {
    json!({
        "id": device.id, "is_active": device.active, "is_private_session": false, "is_restricted": false,
        "name": device.name, "type": "Computer", "volume_percent": device.volume, "supports_volume": true
    })
}

/// A playlist: with its items for those who may read them, and no followers.
pub(super) fn playlist(world: &World, list: &Playlist, with_items: bool) -> Value {
    let id = &list.id;
    let mut value = json!({
        "collaborative": false, "description": list.description, "external_urls": link("playlist", id),
        "href": format!("https://api.spotify.com/v1/playlists/{id}"), "id": id, "images": [],
        "name": list.name, "owner": {
            "display_name": list.owner, "external_urls": link("user", &list.owner),
            "href": format!("https://api.spotify.com/v1/users/{}", list.owner), "id": list.owner,
            "type": "user", "uri": format!("spotify:user:{}", list.owner)
        },
        "public": list.public, "snapshot_id": format!("snapshot{}", list.snapshot), "type": "playlist",
        "uri": format!("spotify:playlist:{id}")
    });
    if with_items {
        let rows: Vec<Value> = list.items.iter().map(|uri| item(world, uri)).collect();
        value["items"] = page(&format!("playlists/{id}/items"), rows, 0, 100);
    }
    value
}

/// A row of a playlist.
pub(super) fn item(world: &World, uri: &str) -> Value {
    let track = world.song(uri).map_or(Value::Null, song);
    json!({"added_at": "2026-11-22T12:00:00Z", "added_by": null, "is_local": false, "item": track})
}

/// The part of `all` that a page shows.
pub(super) fn page(path: &str, all: Vec<Value>, offset: usize, limit: usize) -> Value {
    let total = all.len();
    let href = |at: usize| format!("https://api.spotify.com/v1/{path}?offset={at}&limit={limit}");
    let next = (offset + limit < total).then(|| href(offset + limit));
    let previous = (offset > 0).then(|| href(offset.saturating_sub(limit)));
    let items: Vec<Value> = all.into_iter().skip(offset).take(limit).collect();
    json!({
        "href": href(offset), "limit": limit, "next": next, "offset": offset, "previous": previous,
        "total": total, "items": items
    })
}
