//! The accounts service: the page that asks, and the endpoint that gives tokens.

use super::grants::{Access, Code, Refresh};
use super::reply::Reply;
use super::request::Request;
use super::world::{Consent, World};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// `GET /authorize`.
pub(super) fn authorize(world: &mut World, request: &Request) -> Reply {
    let query = &request.query;
    let Some(app) = world.apps.iter().find(|a| a.client_id == request.text("client_id")) else {
        return Reply::html(400, "INVALID_CLIENT: Invalid client");
    };
    if !registered(&app.redirects, request.text("redirect_uri")) {
        return Reply::html(400, "INVALID_CLIENT: Invalid redirect URI");
    }
    if request.text("response_type") != "code" || request.text("code_challenge_method") != "S256" {
        return Reply::html(400, "response_type must be code, code_challenge_method must be S256");
    }
    match (world.consent, request.text("decision")) {
        (Consent::Allow, _) | (Consent::Ask, "allow") => allow(world, query),
        (Consent::Deny, _) | (Consent::Ask, "deny") => back(query, "error", "access_denied"),
        (Consent::Ask, _) => ask(query),
    }
}

/// An address with a port is registered when it is without one, for the loopback address only.
fn registered(redirects: &[String], address: &str) -> bool {
    let portless = address.strip_prefix("http://127.0.0.1:").map(|rest| {
        let path = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        format!("http://127.0.0.1{path}")
    });
    redirects.iter().any(|r| r == address || portless.as_ref() == Some(r))
}

fn allow(world: &mut World, query: &BTreeMap<String, String>) -> Reply {
    let of = |name: &str| query.get(name).cloned().unwrap_or_default();
    let code = token(world, "AQcode");
    let grant = Code {
        client: of("client_id"),
        user: world.visitor.clone(),
        challenge: of("code_challenge"),
        redirect: of("redirect_uri"),
        scopes: of("scope"),
    };
    world.grants.codes.insert(code.clone(), grant);
    back(query, "code", &code)
}

fn back(query: &BTreeMap<String, String>, name: &str, value: &str) -> Reply {
    let of = |name: &str| query.get(name).map_or("", String::as_str);
    Reply::redirect(format!("{}?{name}={value}&state={}", of("redirect_uri"), encoded(of("state"))))
}

fn ask(query: &BTreeMap<String, String>) -> Reply {
    let link = |decision: &str| {
        let all = query.iter().map(|(k, v)| format!("{k}={}", encoded(v))).collect::<Vec<_>>().join("&amp;");
        format!("<a id=\"{decision}\" href=\"/authorize?{all}&amp;decision={decision}\">{decision}</a>")
    };
    Reply::html(200, format!("<h1>Fake Spotify</h1><p>{} {}</p>", link("allow"), link("deny")))
}

fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, b| {
        if b.is_ascii_alphanumeric() || b"-._~".contains(&b) {
            out.push(char::from(b));
        } else {
            let _ = write!(out, "%{b:02X}");
        }
        out
    })
}

/// A new secret text. It is kept, so that tests can look for it where it must not be.
fn token(world: &mut World, kind: &str) -> String {
    world.serial += 1;
    let digest = Sha256::digest(format!("{kind}{}{:?}", world.serial, world.now()));
    let text = format!("{kind}-{}", URL_SAFE_NO_PAD.encode(digest));
    world.grants.given.push(text.clone());
    text
}

/// `POST /api/token`.
pub(super) fn tokens(world: &mut World, request: &Request) -> Reply {
    let form = request.form();
    let of = |name: &str| form.get(name).map_or("", String::as_str);
    if !world.apps.iter().any(|a| a.client_id == of("client_id")) {
        return Reply::auth_error("invalid_client", "Invalid client");
    }
    match of("grant_type") {
        "authorization_code" => exchange(world, &of),
        "refresh_token" => refresh(world, of("refresh_token"), of("client_id")),
        _ => Reply::auth_error("unsupported_grant_type", "grant_type must be one of the known ones"),
    }
}

fn exchange<'a>(world: &mut World, of: &impl Fn(&str) -> &'a str) -> Reply {
    // A code is good for one try.
    let Some(code) = world.grants.codes.remove(of("code")) else {
        return Reply::auth_error("invalid_grant", "Invalid authorization code");
    };
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(of("code_verifier")));
    if challenge != code.challenge || !(43..=128).contains(&of("code_verifier").len()) {
        return Reply::auth_error("invalid_grant", "code_verifier was incorrect");
    }
    if code.redirect != of("redirect_uri") || code.client != of("client_id") {
        return Reply::auth_error("invalid_grant", "Invalid redirect URI");
    }
    let until = world.now() + world.refresh_life;
    let grant = Refresh { client: code.client, user: code.user, scopes: code.scopes, until };
    let text = token(world, "AQrefresh");
    world.grants.refresh.insert(text.clone(), grant.clone());
    given(world, &grant, Some(&text))
}

fn refresh(world: &mut World, old: &str, client: &str) -> Reply {
    let now = world.now();
    let grant = world.grants.refresh.get(old).filter(|r| r.client == client && r.until > now).cloned();
    let Some(grant) = grant else {
        return Reply::auth_error("invalid_grant", "Refresh token revoked");
    };
    if !world.rotate {
        return given(world, &grant, None);
    }
    world.grants.refresh.remove(old);
    let text = token(world, "AQrefresh");
    world.grants.refresh.insert(text.clone(), grant.clone());
    given(world, &grant, Some(&text))
}

fn given(world: &mut World, grant: &Refresh, refresh: Option<&str>) -> Reply {
    let text = token(world, "BQaccess");
    let access = Access {
        client: grant.client.clone(),
        user: grant.user.clone(),
        scopes: grant.scopes.clone(),
        until: world.now() + world.access_life,
    };
    world.grants.access.insert(text.clone(), access);
    let seconds = world.access_life.as_secs();
    let mut reply =
        json!({"access_token": text, "token_type": "Bearer", "expires_in": seconds, "scope": grant.scopes});
    if let Some(refresh) = refresh {
        reply["refresh_token"] = json!(refresh);
    }
    Reply::ok(reply)
}
