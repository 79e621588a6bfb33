//! Search with field filters: at most ten results a page, five if nothing is said.

use super::reply::Reply;
use super::request::Request;
use super::shape;
use super::world::{Song, World};
use serde_json::{Value, json};

/// Offset and limit of a page, refused where they are out of range.
pub(super) fn window(request: &Request, usual: i64, most: i64) -> Result<(usize, usize), Reply> {
    let limit = request.number("limit").unwrap_or(usual);
    let offset = request.number("offset").unwrap_or(0);
    if !(1..=most).contains(&limit) || !(0..=100_000).contains(&offset) {
        return Err(Reply::error(400, "Invalid limit"));
    }
    Ok((offset as usize, limit as usize))
}

/// `GET /search`.
pub(super) fn search(world: &World, request: &Request) -> Result<Reply, Reply> {
    let (offset, limit) = window(request, 5, 10)?;
    if request.text("q").is_empty() || request.text("type") != "track" {
        return Err(Reply::error(400, "No search query or unsupported type"));
    }
    let wanted = Wanted::read(request.text("q"));
    let found: Vec<Value> = match &world.answer {
        Some(answer) => answer.iter().map(shape::song).collect(),
        None => world.songs.iter().filter(|s| wanted.fits(s)).map(shape::song).collect(),
    };
    Ok(Reply::ok(json!({"tracks": shape::page("search", found, offset, limit)})))
}

/// `GET /tracks/{id}`.
pub(super) fn track(world: &World, id: &str) -> Result<Reply, Reply> {
    let song = world.song(id).ok_or_else(|| Reply::error(404, "Resource not found"))?;
    Ok(Reply::ok(shape::song(song)))
}

/// A query taken apart: `track:"…" artist:"…" isrc:…` and free words.
#[derive(Debug, Default)]
struct Wanted {
    track: Vec<String>,
    artist: Vec<String>,
    isrc: Option<String>,
    words: Vec<String>,
}

impl Wanted {
    /// A word with a field's name starts that field; the words after it belong to it.
    fn read(query: &str) -> Self {
        let mut wanted = Self::default();
        let mut field = "";
        for word in query.split_whitespace() {
            let start = ["track:", "artist:", "isrc:"].iter().find_map(|f| Some((*f, word.strip_prefix(f)?)));
            let (name, rest) = start.unwrap_or((field, word));
            field = name;
            let plain = rest.trim_matches('"').to_lowercase();
            match field {
                "track:" => wanted.track.push(plain),
                "artist:" => wanted.artist.push(plain),
                "isrc:" => wanted.isrc = Some(plain),
                _ => wanted.words.push(plain),
            }
        }
        wanted
    }

    fn fits(&self, song: &Song) -> bool {
        let name = song.name.to_lowercase();
        let artists = song.artists.join(" ").to_lowercase();
        let has = |text: &str, words: &[String]| words.iter().all(|w| text.contains(w.as_str()));
        self.isrc.as_ref().is_none_or(|i| song.isrc.to_lowercase() == *i)
            && has(&name, &self.track)
            && has(&artists, &self.artist)
            && has(&format!("{name} {artists}"), &self.words)
    }
}
