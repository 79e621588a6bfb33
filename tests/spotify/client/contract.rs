//! The fake against a description of the real Spotify, where that is at hand.
//!
//! `ATTUNE_SPOTIFY_OPENAPI` names the file, or `shared/spotify/openapi.yml` lies beside the repository. It is never
//! part of the repository.

use crate::scene::{Scene, wanted};
use attune_spotify::{Cause, Knowledge, MoodPlaylist, SCOPES};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use yaml_rust2::{Yaml, YamlLoader};

fn description() -> Option<Value> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/spotify/openapi.yml");
    let path = std::env::var_os("ATTUNE_SPOTIFY_OPENAPI").map_or(beside, PathBuf::from);
    let text = std::fs::read_to_string(path).ok()?;
    let documents = YamlLoader::load_from_str(&text).expect("the description is YAML");
    documents.first().map(json)
}

fn json(yaml: &Yaml) -> Value {
    match yaml {
        Yaml::String(text) | Yaml::Real(text) => Value::from(text.as_str()),
        Yaml::Integer(number) => Value::from(*number),
        Yaml::Boolean(truth) => Value::from(*truth),
        Yaml::Array(rows) => rows.iter().map(json).collect(),
        Yaml::Hash(fields) => {
            let key =
                |k: &Yaml| k.as_str().map_or_else(|| k.as_i64().unwrap_or(0).to_string(), str::to_owned);
            fields.iter().map(|(k, v)| (key(k), json(v))).collect()
        }
        Yaml::Null | Yaml::Alias(_) | Yaml::BadValue => Value::Null,
    }
}

/// Required by the description, which keeps what was removed since, and no longer sent to a new app.
const REMOVED: [&str; 1] = ["available_markets"];

/// Follows `$ref`.
fn resolved<'a>(api: &'a Value, mut schema: &'a Value) -> &'a Value {
    while let Some(reference) = schema["$ref"].as_str() {
        schema = api.pointer(reference.trim_start_matches('#')).expect("the reference leads somewhere");
    }
    schema
}

/// The schema of a field, through `allOf`; none when nobody knows the field.
fn field<'a>(api: &'a Value, schema: &'a Value, name: &str) -> Option<&'a Value> {
    let schema = resolved(api, schema);
    let own = schema["properties"].get(name);
    own.or_else(|| parts(schema).iter().find_map(|part| field(api, part, name)))
}

fn parts(schema: &Value) -> Vec<&Value> {
    ["allOf", "oneOf", "anyOf"].iter().filter_map(|k| schema[*k].as_array()).flatten().collect()
}

fn required<'a>(api: &'a Value, schema: &'a Value, all: &mut Vec<&'a str>) {
    let schema = resolved(api, schema);
    all.extend(schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str));
    for part in schema["allOf"].as_array().into_iter().flatten() {
        required(api, part, all);
    }
}

fn kind<'a>(api: &'a Value, schema: &'a Value) -> Option<&'a str> {
    let schema = resolved(api, schema);
    schema["type"].as_str().or_else(|| parts(schema).iter().find_map(|p| kind(api, p)))
}

fn items<'a>(api: &'a Value, schema: &'a Value) -> Option<&'a Value> {
    let schema = resolved(api, schema);
    schema
        .get("items")
        .filter(|i| i.is_object() && schema["type"] == "array")
        .or_else(|| parts(schema).iter().find_map(|p| items(api, p)))
}

/// What is wrong with a reply.
fn problems(api: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    match (kind(api, schema), value) {
        (_, Value::Null)
        | (None, _)
        | (Some("string"), Value::String(_))
        | (Some("boolean"), Value::Bool(_))
        | (Some("number" | "integer"), Value::Number(_)) => {}
        (Some("array"), Value::Array(rows)) => {
            let Some(inner) = items(api, schema) else { return };
            for (i, row) in rows.iter().enumerate() {
                problems(api, inner, row, &format!("{at}[{i}]"), found);
            }
        }
        (Some("object"), Value::Object(fields)) => {
            let mut must = Vec::new();
            required(api, schema, &mut must);
            let missing = must.iter().filter(|m| !fields.contains_key(**m) && !REMOVED.contains(*m));
            found.extend(missing.map(|m| format!("{at}.{m} is missing")));
            for (name, value) in fields {
                match field(api, schema, name) {
                    Some(inner) => problems(api, inner, value, &format!("{at}.{name}"), found),
                    None => found.push(format!("{at}.{name} is unknown")),
                }
            }
        }
        (kind, value) => found.push(format!("{at} should be {kind:?}, is {value}")),
    }
}

/// The path of the description that a path fits.
fn described<'a>(api: &'a Value, method: &str, path: &str) -> Option<&'a Value> {
    let wanted: Vec<&str> = path.split('/').collect();
    let fits = |template: &str| {
        let parts: Vec<&str> = template.trim_start_matches('/').split('/').collect();
        parts.len() == wanted.len() && parts.iter().zip(&wanted).all(|(p, w)| p.starts_with('{') || p == w)
    };
    let exact = api["paths"].get(format!("/{path}"));
    let found = exact.or_else(|| api["paths"].as_object()?.iter().find(|(t, _)| fits(t)).map(|(_, v)| v))?;
    found.get(method.to_lowercase())
}

#[tokio::test(flavor = "multi_thread")]
async fn replies_have_the_described_shapes_and_statuses() {
    let Some(api) = description() else {
        println!("skipped: no description of the Web API beside the repository");
        return;
    };
    let scene = Scene::signed_in().await;
    exercise(&scene).await;
    let world = scene.fake.world();
    let mut checked = 0;
    let mut found = Vec::new();
    for seen in world.seen.iter().filter(|s| !["authorize", "api/token"].contains(&s.path.as_str())) {
        let at = format!("{} {}", seen.method, seen.path);
        let Some(operation) = described(&api, &seen.method, &seen.path) else {
            found.push(format!("{at} is not described"));
            continue;
        };
        assert_ne!(operation["deprecated"], Value::Bool(true), "{at} is a removed endpoint");
        let Some(response) = operation["responses"].get(seen.status.to_string()) else {
            found.push(format!("{at} answers {}", seen.status));
            continue;
        };
        let schema = &resolved(&api, response)["content"]["application/json"]["schema"];
        if schema.is_object() {
            problems(&api, schema, &seen.reply, &at, &mut found);
            checked += 1;
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(checked >= 10, "{checked}");
}

/// The listener is asked to allow what is used, and nothing besides.
#[tokio::test(flavor = "multi_thread")]
async fn every_permission_asked_for_is_one_that_some_call_needs() {
    let Some(api) = description() else {
        println!("skipped: no description of the Web API beside the repository");
        return;
    };
    let scene = Scene::signed_in().await;
    exercise(&scene).await;
    let seen: BTreeSet<(String, String)> =
        scene.fake.world().seen.iter().map(|s| (s.method.clone(), s.path.clone())).collect();
    let needed: BTreeSet<&str> = seen
        .iter()
        .filter_map(|(method, path)| described(&api, method, path))
        .flat_map(|operation| operation["security"].as_array().into_iter().flatten())
        .flat_map(|security| security["oauth_2_0"].as_array().into_iter().flatten())
        .filter_map(Value::as_str)
        .collect();
    let unused: Vec<_> = SCOPES.iter().filter(|scope| !needed.contains(*scope)).collect();
    assert!(unused.is_empty(), "asked for and never used: {unused:?}");
}

/// Every question and change that Attune makes.
async fn exercise(scene: &Scene) {
    let spotify = &scene.spotify;
    let tracks = [wanted("Paper Lanterns", "Mira Holm"), wanted("Glass Rain", "Mira Holm")];
    let list = MoodPlaylist::new("calm", "Calm", "");
    for _ in 0..2 {
        let plan = spotify.plan(&list, &tracks, Cause::Listener).await.unwrap();
        spotify.apply(&plan, Cause::Listener).await.unwrap();
    }
    let client_id = scene.fake.world().client_id();
    spotify.check(&client_id).await;
    spotify.candidates(&Knowledge::default(), Cause::Listener).await.unwrap();
    spotify.devices().await.unwrap();
    let uri = "spotify:track:song000000000000000001";
    spotify.play(&[uri, uri], None, Cause::Listener).await.unwrap();
    spotify.playing().await.unwrap();
    spotify.enqueue(uri, Cause::Listener).await.unwrap();
    spotify.seek(1000).await.unwrap();
    spotify.volume(attune_core::player::Volume::percent(10)).await.unwrap();
    spotify.next().await.unwrap();
    spotify.pause().await.unwrap();
    spotify.resume().await.unwrap();
    spotify.transfer("device-kitchen").await.unwrap();
}
