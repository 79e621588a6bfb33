//! What the fake answers.

use super::http::{Answer, Request, pairs};
use super::world::{FakeSong, Seen, Trouble, World};
use md5::{Digest as _, Md5};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// Answers a request, and says what becomes of the answer on its way.
pub(super) fn answer(world: &mut World, request: &Request) -> (Answer, Option<Trouble>) {
    let Some(method) = request.path.strip_prefix("/rest/") else {
        return (page(404), None);
    };
    let method = method.trim_end_matches(".view").to_owned();
    let mut parameters = pairs(&request.query);
    parameters.extend(pairs(&request.body));
    let (query, range) = (request.query.clone(), request.range.clone());
    let seen = Seen { method: method.clone(), query, parameters, range };
    world.seen.push(seen.clone());
    match world.next_trouble(&method) {
        Some(trouble) => match instead(world, &trouble) {
            Some(answer) => (answer, None),
            None => (usual(world, &method, &seen), Some(trouble)),
        },
        None => (usual(world, &method, &seen), None),
    }
}

fn instead(world: &World, trouble: &Trouble) -> Option<Answer> {
    match trouble {
        Trouble::TooMany(after) => {
            let answer = Answer::new(429, "text/plain", "slow down");
            Some(match after {
                Some(after) => answer.with("retry-after", after),
                None => answer,
            })
        }
        Trouble::Status(status) => Some(page(*status)),
        Trouble::Html => Some(page(200)),
        Trouble::Garbage => Some(Answer::new(200, "application/json", r#"{"subsonic-response": {"status":"#)),
        Trouble::Refusal(code) => Some(refusal(world, *code)),
        Trouble::Redirect(to) => Some(Answer::new(302, "text/html", "").with("location", to)),
        _ => None,
    }
}

fn page(status: u16) -> Answer {
    Answer::new(status, "text/html", "<html><body>Sign in to your router</body></html>")
}

fn usual(world: &World, method: &str, seen: &Seen) -> Answer {
    if method == "getOpenSubsonicExtensions" {
        let all: Vec<Value> = world.extensions.iter().map(|e| json!({"name": e, "versions": [1]})).collect();
        return reply(world, &json!({ "openSubsonicExtensions": all }));
    }
    if let Some(code) = stranger(world, seen) {
        return refusal(world, code);
    }
    if newer(seen.parameter("v").unwrap_or_default(), &world.protocol) {
        return refusal(world, 30);
    }
    match method {
        "ping" | "scrobble" | "star" | "unstar" => reply(world, &json!({})),
        "getScanStatus" => match &world.last_scan {
            Some(at) => {
                let status = json!({"scanning": false, "count": world.songs.len(), "lastScan": at});
                reply(world, &json!({ "scanStatus": status }))
            }
            None => refusal(world, 50),
        },
        "search3" => search(world, seen),
        "getAlbumList2" => albums(world, seen),
        "getAlbum" => album(world, seen),
        "stream" => file(world, seen),
        "getCoverArt" => cover(world, seen),
        _ => refusal(world, 0),
    }
}

/// The refusal of somebody who is not the listener.
fn stranger(world: &World, seen: &Seen) -> Option<u32> {
    if let Some(key) = seen.parameter("apiKey") {
        return (key != world.api_key).then_some(44);
    }
    let known = seen.parameter("u") == Some(&world.name);
    if let (Some(token), Some(salt)) = (seen.parameter("t"), seen.parameter("s")) {
        if !world.tokens {
            return Some(41);
        }
        let hash = Md5::digest(format!("{}{salt}", world.password));
        return (!known || token != hex(&hash)).then_some(40);
    }
    let Some(password) = seen.parameter("p") else { return Some(10) };
    let plain = format!("enc:{}", hex(world.password.as_bytes()));
    (!known || (password != plain && password != world.password)).then_some(40)
}

fn newer(theirs: &str, ours: &str) -> bool {
    let numbers = |v: &str| v.split('.').map(|n| n.parse().unwrap_or(0)).collect::<Vec<u32>>();
    numbers(theirs) > numbers(ours)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn reply(world: &World, inner: &Value) -> Answer {
    let mut all = json!({"status": "ok", "version": world.protocol, "type": "fake", "serverVersion": "1.0",
        "openSubsonic": true});
    if let (Some(all), Some(inner)) = (all.as_object_mut(), inner.as_object()) {
        all.extend(inner.clone());
    }
    Answer::new(200, "application/json", json!({ "subsonic-response": all }).to_string())
}

fn refusal(world: &World, code: u32) -> Answer {
    let inner = json!({"status": "failed", "version": world.protocol,
        "error": {"code": code, "message": "p=enc:736573616d65 is wrong"}});
    Answer::new(200, "application/json", json!({ "subsonic-response": inner }).to_string())
}

fn number(seen: &Seen, name: &str) -> usize {
    seen.parameter(name).and_then(|n| n.parse().ok()).unwrap_or(0)
}

fn search(world: &World, seen: &Seen) -> Answer {
    let offset = if world.ignores_offset { 0 } else { number(seen, "songOffset") };
    let count = number(seen, "songCount").min(world.most);
    let found = if world.finds_all { world.songs.as_slice() } else { &[] };
    let songs: Vec<Value> = found.iter().skip(offset).take(count).map(child).collect();
    reply(world, &json!({"searchResult3": {"song": songs}}))
}

fn albums(world: &World, seen: &Seen) -> Answer {
    let mut all: Vec<&str> = world.songs.iter().map(|s| s.album.as_str()).collect();
    all.dedup();
    let page = all.into_iter().skip(number(seen, "offset")).take(number(seen, "size"));
    let page: Vec<Value> = page.map(|a| json!({"id": a, "name": a})).collect();
    reply(world, &json!({"albumList2": {"album": page}}))
}

fn album(world: &World, seen: &Seen) -> Answer {
    let id = seen.parameter("id").unwrap_or_default();
    let songs: Vec<Value> = world.songs.iter().filter(|s| s.album == id).map(child).collect();
    if songs.is_empty() { refusal(world, 70) } else { reply(world, &json!({"album": {"song": songs}})) }
}

fn child(song: &FakeSong) -> Value {
    let genres: Vec<Value> = song.genres.iter().map(|g| json!({ "name": g })).collect();
    let size = song.listed_size.unwrap_or(song.bytes.len() as u64);
    json!({"id": song.id, "title": song.title, "artist": song.artist, "album": song.album, "isDir": false,
        "genres": genres, "moods": song.moods, "bpm": song.bpm, "isrc": song.isrc, "duration": song.seconds,
        "suffix": song.suffix, "size": size, "type": "music",
        "coverArt": format!("cover-{}", song.album)})
}

fn cover(world: &World, seen: &Seen) -> Answer {
    let found = world.covers.iter().find(|(id, _)| Some(id.as_str()) == seen.parameter("id"));
    found.map_or_else(|| refusal(world, 70), |(_, bytes)| Answer::new(200, "image/png", bytes.as_slice()))
}

fn file(world: &World, seen: &Seen) -> Answer {
    let Some(song) = world.songs.iter().find(|s| Some(s.id.as_str()) == seen.parameter("id")) else {
        return refusal(world, 70);
    };
    let (all, kind) = (song.bytes.as_slice(), "audio/flac");
    let from = seen
        .range
        .as_deref()
        .and_then(|r| r.strip_prefix("bytes=")?.strip_suffix('-')?.parse::<usize>().ok());
    let answer = match from.filter(|_| world.ranges) {
        Some(from) if from >= all.len() => {
            Answer::new(416, kind, "").with("content-range", format!("bytes */{}", all.len()))
        }
        Some(from) => Answer::new(206, kind, &all[from..])
            .with("content-range", format!("bytes {from}-{}/{}", all.len() - 1, all.len())),
        None => Answer::new(200, kind, all),
    };
    let answer = if world.ranges { answer.with("accept-ranges", "bytes") } else { answer };
    if world.announces {
        answer.with("etag", format!("\"{}\"", all.len()))
    } else {
        Answer { announced: false, ..answer }
    }
}
