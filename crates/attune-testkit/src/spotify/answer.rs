//! From a request to a reply: who asks, whether they may, and who answers.

use super::caller::{Caller, caller};
use super::reply::{Body, Reply};
use super::request::Request;
use super::world::World;
use super::{auth, devices, library, playback, playlists, search, shape};

/// The answer, with the first fitting fault at work.
pub(super) fn answer(world: &mut World, request: &Request) -> Reply {
    let at = world.now();
    world.seen.push(request.seen(at));
    let place = world.seen.len() - 1;
    let trouble =
        world.faults.iter_mut().find(|f| f.times > 0 && f.fits(&request.method, &request.path)).map(|f| {
            f.times -= 1;
            f.trouble.clone()
        });
    let reply = match trouble.as_ref().and_then(super::fault::Trouble::instead) {
        Some(reply) => reply,
        None => spoilt(route(world, request), trouble.as_ref()),
    };
    world.seen[place].status = reply.status;
    if let (Body::Json(body), true) = (&reply.body, request.path != "api/token") {
        world.seen[place].reply = body.clone();
    }
    reply
}

fn spoilt(reply: Reply, trouble: Option<&super::fault::Trouble>) -> Reply {
    trouble.map_or(reply.clone(), |t| t.spoil(reply))
}

fn route(world: &mut World, request: &Request) -> Reply {
    match (request.method.as_str(), request.path.as_str()) {
        ("GET", "authorize") => auth::authorize(world, request),
        ("POST", "api/token") => auth::tokens(world, request),
        _ => match caller(world, request) {
            Ok(caller) => api(world, &caller, request).unwrap_or_else(|refused| refused),
            Err(refused) => refused,
        },
    }
}

/// The endpoints that a new app still has; all others are refused as removed ones are.
fn api(world: &mut World, caller: &Caller, request: &Request) -> Result<Reply, Reply> {
    let me = caller.user.clone();
    match (request.method.as_str(), request.segments().as_slice()) {
        ("GET", ["me"]) => Ok(Reply::ok(shape::profile(world.account(&me)))),
        ("GET", ["search"]) => search::search(world, request),
        ("GET", ["tracks", id]) => search::track(world, id),
        ("GET", ["artists", name]) => Ok(Reply::ok(shape::artist(name))),
        ("GET", ["me", "playlists"]) => playlists::mine(world, caller, request),
        ("POST", ["me", "playlists"]) => playlists::create(world, caller, request),
        ("GET", ["playlists", id]) => playlists::get(world, caller, id),
        ("PUT", ["playlists", id]) => playlists::describe(world, caller, id, request),
        (_, ["playlists", id, "items"]) => playlists::items(world, caller, id, request),
        (_, ["me", "library"]) => library::change(world, caller, request),
        ("GET", ["me", "library", "contains"]) => library::contains(world, caller, request),
        ("GET", ["me", "tracks"]) => library::liked(world, caller, request),
        ("GET", ["me", "top", "tracks"]) => library::top(world, caller, request),
        ("GET", ["me", "player", "recently-played"]) => library::recent(world, caller, request),
        ("GET", ["me", "player", "devices"]) => devices::list(world, caller),
        ("PUT", ["me", "player"]) => devices::transfer(world, caller, request),
        (_, ["me", "player", ..]) => playback::player(world, caller, request),
        _ => Err(Reply::error(403, "Forbidden")),
    }
}
