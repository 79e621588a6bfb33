//! What the listener keeps and has heard.

use super::caller::Caller;
use super::reply::Reply;
use super::request::Request;
use super::search::window;
use super::shape;
use super::world::World;
use serde_json::{Value, json};

const MAX_URIS: usize = 40;

fn uris(request: &Request) -> Result<Vec<String>, Reply> {
    let all: Vec<String> =
        request.text("uris").split(',').filter(|u| !u.is_empty()).map(str::to_owned).collect();
    let fine = !all.is_empty() && all.len() <= MAX_URIS && all.iter().all(|u| u.starts_with("spotify:"));
    if fine { Ok(all) } else { Err(Reply::error(400, "Bad request: uris")) }
}

/// `PUT` and `DELETE /me/library`.
pub(super) fn change(world: &mut World, caller: &Caller, request: &Request) -> Result<Reply, Reply> {
    caller.needs(&["user-library-modify", "playlist-modify-private", "playlist-modify-public"])?;
    let keep = match request.method.as_str() {
        "PUT" => true,
        "DELETE" => false,
        _ => return Err(Reply::error(405, "Method not allowed")),
    };
    for uri in uris(request)? {
        if let Some(id) = uri.strip_prefix("spotify:playlist:") {
            world.playlists.iter_mut().filter(|p| p.id == id).for_each(|p| p.followed = keep);
        } else if let Some(id) = uri.strip_prefix("spotify:track:") {
            let liked = &mut world.account(&caller.user).liked;
            liked.retain(|l| l != id);
            if keep {
                liked.insert(0, id.to_owned());
            }
        }
    }
    Ok(Reply::empty(200))
}

/// `GET /me/library/contains`.
pub(super) fn contains(world: &mut World, caller: &Caller, request: &Request) -> Result<Reply, Reply> {
    caller.needs(&["user-library-read"])?;
    let liked = world.account(&caller.user).liked.clone();
    let has = |uri: &String| match uri.strip_prefix("spotify:playlist:") {
        Some(id) => world.playlists.iter().any(|p| p.id == id && p.owner == caller.user && p.followed),
        None => liked.iter().any(|l| uri.ends_with(l.as_str())),
    };
    Ok(Reply::ok(json!(uris(request)?.iter().map(has).collect::<Vec<bool>>())))
}

/// `GET /me/tracks`.
pub(super) fn liked(world: &mut World, caller: &Caller, request: &Request) -> Result<Reply, Reply> {
    caller.needs(&["user-library-read"])?;
    let (offset, limit) = window(request, 20, 50)?;
    let ids = world.account(&caller.user).liked.clone();
    let rows =
        tracks(world, &ids).into_iter().map(|t| json!({"added_at": "2026-01-02T03:04:05Z", "track": t}));
    Ok(Reply::ok(shape::page("me/tracks", rows.collect(), offset, limit)))
}

/// `GET /me/top/tracks`.
pub(super) fn top(world: &mut World, caller: &Caller, request: &Request) -> Result<Reply, Reply> {
    caller.needs(&["user-top-read"])?;
    let (offset, limit) = window(request, 20, 50)?;
    let ids = world.account(&caller.user).top.clone();
    Ok(Reply::ok(shape::page("me/top/tracks", tracks(world, &ids), offset, limit)))
}

/// `GET /me/player/recently-played`: paged by cursors.
pub(super) fn recent(world: &mut World, caller: &Caller, request: &Request) -> Result<Reply, Reply> {
    caller.needs(&["user-read-recently-played"])?;
    let (_, limit) = window(request, 20, 50)?;
    let ids = world.account(&caller.user).recent.clone();
    let rows: Vec<Value> = tracks(world, &ids)
        .into_iter()
        .take(limit)
        .map(|t| json!({"track": t, "played_at": "2026-11-22T10:00:00.000Z", "context": null}))
        .collect();
    let href = "https://api.spotify.com/v1/me/player/recently-played";
    Ok(Reply::ok(json!({
        "href": href, "limit": limit, "next": null, "cursors": {"after": "1", "before": "1"},
        "total": rows.len(), "items": rows
    })))
}

fn tracks(world: &World, ids: &[String]) -> Vec<Value> {
    ids.iter().filter_map(|id| world.song(id)).map(shape::song).collect()
}
