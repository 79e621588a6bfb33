//! Playlists, as a new app may use them: its listener's own.

use super::caller::Caller;
use super::reply::Reply;
use super::request::Request;
use super::search::window;
use super::shape;
use super::world::{Playlist, World};
use serde_json::{Value, json};

const MODIFY: [&str; 2] = ["playlist-modify-private", "playlist-modify-public"];
const NOT_YOURS: &str = "You cannot change a playlist you don't own.";

/// `GET /me/playlists`: private ones only with the scope for them.
pub(super) fn mine(world: &World, caller: &Caller, request: &Request) -> Result<Reply, Reply> {
    let (offset, limit) = window(request, 20, 50)?;
    let private = caller.needs(&["playlist-read-private"]).is_ok();
    let all = world
        .playlists
        .iter()
        .filter(|p| p.owner == caller.user && p.followed && (private || p.public))
        .map(|p| shape::playlist(world, p, false))
        .collect();
    Ok(Reply::ok(shape::page("me/playlists", all, offset, limit)))
}

/// `POST /me/playlists`.
pub(super) fn create(world: &mut World, caller: &Caller, request: &Request) -> Result<Reply, Reply> {
    caller.needs(&MODIFY)?;
    let body = request.json();
    let Some(name) = body["name"].as_str().filter(|n| !n.is_empty()) else {
        return Err(Reply::error(400, "Missing required field: name"));
    };
    let list = Playlist {
        id: world.new_id(),
        owner: caller.user.clone(),
        name: name.into(),
        description: body["description"].as_str().unwrap_or_default().into(),
        // Public unless the app says otherwise.
        public: body["public"].as_bool().unwrap_or(true),
        followed: true,
        items: Vec::new(),
        snapshot: 1,
    };
    world.playlists.push(list.clone());
    Ok(Reply::json(201, shape::playlist(world, &list, true)))
}

/// `GET /playlists/{id}`: without items where it is someone else's.
pub(super) fn get(world: &World, caller: &Caller, id: &str) -> Result<Reply, Reply> {
    let list = world.playlists.iter().find(|p| p.id == id).ok_or_else(missing)?;
    Ok(Reply::ok(shape::playlist(world, list, list.owner == caller.user)))
}

/// `PUT /playlists/{id}`.
pub(super) fn describe(
    world: &mut World,
    caller: &Caller,
    id: &str,
    request: &Request,
) -> Result<Reply, Reply> {
    caller.needs(&MODIFY)?;
    let list = own(world, caller, id)?;
    let body = request.json();
    if let Some(name) = body["name"].as_str() {
        list.name = name.into();
    }
    if let Some(description) = body["description"].as_str() {
        list.description = description.into();
    }
    if let Some(public) = body["public"].as_bool() {
        list.public = public;
    }
    Ok(Reply::empty(200))
}

/// `/playlists/{id}/items`.
pub(super) fn items(world: &mut World, caller: &Caller, id: &str, request: &Request) -> Result<Reply, Reply> {
    if request.method == "GET" {
        return read(world, caller, id, request);
    }
    caller.needs(&MODIFY)?;
    let body = request.json();
    let uris = uris(&body)?;
    let list = own(world, caller, id)?;
    match request.method.as_str() {
        "POST" => {
            let at = body["position"].as_u64().map_or(list.items.len(), |p| p as usize);
            let at = at.min(list.items.len());
            list.items.splice(at..at, uris);
        }
        "PUT" => list.items = uris,
        "DELETE" => {
            let gone: Vec<&str> =
                body["items"].as_array().into_iter().flatten().filter_map(|i| i["uri"].as_str()).collect();
            list.items.retain(|uri| !gone.contains(&uri.as_str()));
        }
        _ => return Err(Reply::error(405, "Method not allowed")),
    }
    list.snapshot += 1;
    let status = if request.method == "POST" { 201 } else { 200 };
    Ok(Reply::json(status, json!({"snapshot_id": format!("snapshot{}", list.snapshot)})))
}

fn read(world: &mut World, caller: &Caller, id: &str, request: &Request) -> Result<Reply, Reply> {
    caller.needs(&["playlist-read-private"])?;
    let (offset, limit) = window(request, 20, 50)?;
    let list = own(world, caller, id)?.clone();
    let rows = list.items.iter().map(|uri| shape::item(world, uri)).collect();
    Ok(Reply::ok(shape::page(&format!("playlists/{id}/items"), rows, offset, limit)))
}

fn uris(body: &Value) -> Result<Vec<String>, Reply> {
    let all: Vec<String> =
        body["uris"].as_array().into_iter().flatten().filter_map(|u| u.as_str().map(str::to_owned)).collect();
    if all.len() > 100 {
        return Err(Reply::error(400, "You can add a maximum of 100 tracks per request."));
    }
    if all.iter().any(|u| !u.starts_with("spotify:track:")) {
        return Err(Reply::error(400, "Invalid track uri"));
    }
    Ok(all)
}

fn own<'a>(world: &'a mut World, caller: &Caller, id: &str) -> Result<&'a mut Playlist, Reply> {
    let list = world.playlists.iter_mut().find(|p| p.id == id).ok_or_else(missing)?;
    if list.owner == caller.user { Ok(list) } else { Err(Reply::error(403, NOT_YOURS)) }
}

fn missing() -> Reply {
    Reply::error(404, "Resource not found")
}
