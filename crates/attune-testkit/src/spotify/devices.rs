//! Devices.

use super::caller::Caller;
use super::reply::Reply;
use super::request::Request;
use super::shape;
use super::world::World;
use serde_json::{Value, json};

/// `GET /me/player/devices`.
pub(super) fn list(world: &mut World, caller: &Caller) -> Result<Reply, Reply> {
    caller.needs(&["user-read-playback-state"])?;
    let devices: Vec<Value> = world.account(&caller.user).devices.iter().map(shape::device).collect();
    Ok(Reply::ok(json!({"devices": devices})))
}

/// `PUT /me/player`: one device takes over.
pub(super) fn transfer(world: &mut World, caller: &Caller, request: &Request) -> Result<Reply, Reply> {
    caller.needs(&["user-modify-playback-state"])?;
    let now = world.now();
    let account = world.account(&caller.user);
    super::playback::premium(account)?;
    let body = request.json();
    let ids: Vec<&str> =
        body["device_ids"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let [wanted] = ids.as_slice() else {
        return Err(Reply::error(400, "Exactly one device id is supported"));
    };
    if !account.devices.iter().any(|d| d.id == *wanted) {
        return Err(Reply::player_error(404, "Device not found", "DEVICE_NOT_FOUND"));
    }
    account.devices.iter_mut().for_each(|d| d.active = d.id == *wanted);
    if body["play"].as_bool() == Some(true)
        && let Some(playback) = account.playback.as_mut()
    {
        playback.resume(now);
    }
    Ok(Reply::empty(204))
}
