//! Who asks, and what they may.

use super::reply::Reply;
use super::request::Request;
use super::world::World;

/// Who asks.
#[derive(Debug, Clone)]
pub(super) struct Caller {
    pub(super) user: String,
    scopes: String,
}

impl Caller {
    /// Refuses where none of the scopes was given.
    pub(super) fn needs(&self, any: &[&str]) -> Result<(), Reply> {
        let has = self.scopes.split_whitespace().any(|s| any.contains(&s));
        if has { Ok(()) } else { Err(Reply::error(403, "Insufficient client scope")) }
    }
}

/// Who stands behind the request's token, or why nobody does.
pub(super) fn caller(world: &World, request: &Request) -> Result<Caller, Reply> {
    let Some(bearer) = &request.bearer else {
        return Err(Reply::error(401, "No token provided"));
    };
    let Some(access) = world.grants.access.get(bearer) else {
        return Err(Reply::error(401, "Invalid access token"));
    };
    if access.until <= world.now() {
        return Err(Reply::error(401, "The access token expired"));
    }
    let app = world.apps.iter().find(|a| a.client_id == access.client);
    if !app.is_some_and(|a| a.owner_premium) {
        // Not JSON: that is how it comes.
        return Err(Reply::plain(
            403,
            "Active premium subscription required for the owner of the app. When the subscription status \
             changes, it can take a few hours before requests are allowed again.",
        ));
    }
    if !app.is_some_and(|a| a.allowed.contains(&access.user)) {
        let text = "Check settings on developer.spotify.com/dashboard, the user may not be registered.";
        return Err(Reply::error(403, text));
    }
    Ok(Caller { user: access.user.clone(), scopes: access.scopes.clone() })
}
