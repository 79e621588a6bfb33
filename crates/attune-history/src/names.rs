//! Names in entries.

use crate::{Ending, Play, ProblemKind};
use attune_core::Timestamp;
use attune_core::text::is_plain;

/// Longer names are no names.
const LONGEST: usize = 1_000;

/// A name without what surrounds it or cannot be shown; none where there is none.
pub(crate) fn name(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let shown: String = text.chars().map(|c| if is_plain(c) { c } else { ' ' }).collect();
    let shown = shown.trim();
    (!shown.is_empty()).then(|| shown.to_owned())
}

/// A play of a track at a time of which nothing more is known.
pub(crate) fn play(
    title: Option<String>,
    artist: Option<String>,
    at: Option<Timestamp>,
) -> Result<Play, ProblemKind> {
    let (Some(title), Some(artist)) = (title, artist) else { return Err(ProblemKind::Unnamed) };
    let Some(at) = at else { return Err(ProblemKind::Time) };
    let ending = Ending::Unknown;
    let at = Some(at);
    Ok(Play {
        title,
        artist,
        album: None,
        spotify: None,
        isrc: None,
        musicbrainz: None,
        length_ms: None,
        at,
        heard_ms: None,
        ending,
        times: 1,
    })
}

/// Spotify's identifier in the address of a track, as `spotify:track:…` or as the address of its page.
pub(crate) fn spotify(address: &str) -> Option<String> {
    let id = address
        .strip_prefix("spotify:track:")
        .or_else(|| address.split_once("open.spotify.com/track/")?.1.split(['?', '/']).next())?;
    (id.len() == 22 && id.bytes().all(|b| b.is_ascii_alphanumeric())).then(|| id.to_owned())
}

/// A recording code without what stands between its parts; none for what is no such code.
pub(crate) fn isrc(text: &str) -> Option<String> {
    let code: String = text.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
    (code.len() == 12 && code.bytes().all(|b| b.is_ascii_alphanumeric())).then(|| code.to_ascii_uppercase())
}

/// An identifier of `MusicBrainz` in lower case; none for what is none.
pub(crate) fn musicbrainz(text: &str) -> Option<String> {
    let id = text.trim().to_ascii_lowercase();
    let is_right = |(at, byte): (usize, u8)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    (id.len() == 36 && id.bytes().enumerate().all(is_right)).then_some(id)
}

/// A length in milliseconds; none for what is longer than a day, or no length.
pub(crate) fn length(ms: f64) -> Option<u32> {
    (1.0..=86_400_000.0).contains(&ms).then_some(ms as u32)
}
