//! Finding a track on Spotify.

use crate::address::encoded;
use crate::client::Spotify;
use crate::error::SpotifyError;
use crate::matching::{Match, MatchedBy, SURE, Wanted, score};
use crate::queue::Cause;
use crate::reply::{Search, TrackObject};

/// The most that a search gives.
const MOST: usize = 10;

impl Spotify {
    /// The track there, if it is found surely enough: by its identifier, by its recording code, by title and artist
    /// as fields, and last by the words alone. At most three calls, and none for a track looked for before.
    pub async fn find(&self, wanted: &Wanted, cause: Cause) -> Result<Option<Match>, SpotifyError> {
        if wanted.id.spotify_id().is_some() {
            return Ok(Some(by_identifier(wanted)));
        }
        let known = self.cache().found.get(&wanted.id).cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let found = self.look(wanted, cause).await?;
        self.cache().found.insert(wanted.id.clone(), found.clone());
        Ok(found)
    }

    async fn look(&self, wanted: &Wanted, cause: Cause) -> Result<Option<Match>, SpotifyError> {
        let code = wanted.isrc.clone().or_else(|| self.code(&wanted.id));
        if let Some(isrc) = code.as_deref().and_then(clean_isrc) {
            let all = self.search(&format!("isrc:{isrc}"), cause).await?;
            let same = |t: &&TrackObject| t.isrc().and_then(clean_isrc).as_ref() == Some(&isrc);
            if let Some(track) = best(all.iter().filter(same), |t| score(wanted, t)) {
                return Ok(Some(matched(track.0, 1.0, MatchedBy::Isrc)));
            }
        }
        let (title, artist) = (quoted(&wanted.title), quoted(&wanted.artist));
        for query in [format!("track:\"{title}\" artist:\"{artist}\""), format!("{title} {artist}")] {
            let all = self.search(&query, cause).await?;
            let sure = best(all.iter(), |t| score(wanted, t)).filter(|(_, score)| *score >= SURE);
            if let Some((track, score)) = sure {
                return Ok(Some(matched(track, score, MatchedBy::Search)));
            }
        }
        Ok(None)
    }

    async fn search(&self, query: &str, cause: Cause) -> Result<Vec<TrackObject>, SpotifyError> {
        let path = format!("search?type=track&limit={MOST}&q={}", encoded(query));
        let reply: Search = self.get(&path, cause).await?;
        Ok(reply.tracks.map(|page| page.items).unwrap_or_default())
    }
}

/// The best one that can be played; the earlier one of two alike.
fn best<'a>(
    all: impl Iterator<Item = &'a TrackObject>,
    score: impl Fn(&TrackObject) -> f64,
) -> Option<(&'a TrackObject, f64)> {
    all.filter(|t| t.id().is_some() && t.is_playable != Some(false))
        .map(|t| (t, score(t)))
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
}

fn matched(track: &TrackObject, score: f64, by: MatchedBy) -> Match {
    Match {
        uri: track.uri.clone(),
        title: track.name.clone(),
        artist: track.artist(),
        duration_ms: track.duration_ms,
        score,
        by,
    }
}

fn by_identifier(wanted: &Wanted) -> Match {
    let Wanted { id, title, artist, duration_ms, .. } = wanted.clone();
    Match { uri: id.0, title, artist, duration_ms, score: 1.0, by: MatchedBy::Identifier }
}

/// Twelve letters and digits, in capitals and without hyphens.
fn clean_isrc(isrc: &str) -> Option<String> {
    let clean: String = isrc.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase();
    (clean.len() == 12).then_some(clean)
}

/// Quotes and colons mean something in a query.
fn quoted(text: &str) -> String {
    text.replace(['"', ':', '\\'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}
