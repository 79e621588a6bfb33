//! Whether a track on Spotify is the track that is meant: a score by fixed rules.

use crate::reply::TrackObject;
use attune_core::{Track, TrackId};
use serde::Serialize;
use std::collections::HashMap;

/// A track to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Our name for it.
    pub id: TrackId,
    /// Title as credited.
    pub title: String,
    /// Artists as credited.
    pub artist: String,
    /// International Standard Recording Code, where it is known.
    pub isrc: Option<String>,
    /// Length in milliseconds, where it is known.
    pub duration_ms: Option<u32>,
}

impl From<&Track> for Wanted {
    fn from(track: &Track) -> Self {
        Self {
            id: track.id.clone(),
            title: track.title.clone(),
            artist: track.artist.clone(),
            isrc: None,
            duration_ms: track.duration_ms,
        }
    }
}

/// How a track was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum MatchedBy {
    /// The catalogue had its Spotify identifier.
    Identifier,
    /// By its recording code.
    Isrc,
    /// By its title and artist.
    Search,
}

/// A track found on Spotify.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Match {
    /// `spotify:track:…`.
    pub uri: String,
    /// The title there.
    pub title: String,
    /// The artists there.
    pub artist: String,
    /// How sure it is, in [0, 1].
    pub score: f64,
    /// How it was found.
    pub by: MatchedBy,
}

/// From here on a track is taken for the one that is meant.
pub(crate) const SURE: f64 = 0.75;
/// A title or artist less alike than this is another one, whatever the rest says.
const ALIKE: f64 = 0.6;
const TITLE: f64 = 0.5;
const ARTIST: f64 = 0.35;
const LENGTH: f64 = 0.15;
/// What a version that was not asked for costs.
const OTHER_VERSION: f64 = 0.3;
/// Words that make it another recording.
const VERSIONS: [&str; 9] =
    ["live", "remix", "acoustic", "karaoke", "instrumental", "cover", "demo", "sped", "slowed"];

/// How sure it is that `found` is `wanted`, in [0, 1]; 0 when title or artist are not alike.
///
/// The weights are choices: a title says more than an artist, since the artist is often credited in several ways,
/// and a length only supports. Likeness is Dice's coefficient of pairs of letters, which also works for scripts
/// without spaces (L. R. Dice, Ecology 26, 1945).
pub(crate) fn score(wanted: &Wanted, found: &TrackObject) -> f64 {
    let title = alike(&core_title(&wanted.title), &core_title(&found.name));
    let artist = artists_alike(&wanted.artist, found);
    if title < ALIKE || artist < ALIKE {
        return 0.0;
    }
    let mut sum = TITLE * title + ARTIST * artist;
    let mut weight = TITLE + ARTIST;
    if let (Some(a), Some(b)) = (wanted.duration_ms, found.duration_ms) {
        sum += LENGTH * lengths_alike(a, b);
        weight += LENGTH;
    }
    let other = versions(&found.name) != versions(&wanted.title);
    (sum / weight - if other { OTHER_VERSION } else { 0.0 }).clamp(0.0, 1.0)
}

/// 1 up to three seconds apart, 0 from half a minute.
fn lengths_alike(a: u32, b: u32) -> f64 {
    let seconds = f64::from(a.abs_diff(b)) / 1000.0;
    ((30.0 - seconds) / 27.0).clamp(0.0, 1.0)
}

fn artists_alike(wanted: &str, found: &TrackObject) -> f64 {
    let whole = alike(wanted, &found.artist());
    let ours = wanted.split([',', '&', ';', '/']).flat_map(|a| a.split(" feat")).map(str::trim);
    let best = |a: &str| found.artists.iter().map(|f| alike(a, &f.name)).fold(0.0, f64::max);
    ours.filter(|a| !a.is_empty()).map(best).fold(whole, f64::max)
}

/// The title without what editions add: `(feat. …)`, `- 2011 Remaster`, `[Deluxe]`.
fn core_title(title: &str) -> String {
    let mut depth = 0_u32;
    let open: String = title
        .chars()
        .filter(|c| {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect();
    let core = open.split(" - ").next().unwrap_or_default().trim();
    if core.is_empty() { title.to_owned() } else { core.to_owned() }
}

/// The words that make it another recording, as one number.
fn versions(title: &str) -> u32 {
    let lower = title.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    // "Live" at the start of a title is mostly a verb.
    let tail = words.get(1..).unwrap_or_default();
    VERSIONS.iter().enumerate().filter(|(_, v)| tail.contains(v)).fold(0, |sum, (i, _)| sum | 1 << i)
}

/// Dice's coefficient of the pairs of letters, in [0, 1].
fn alike(a: &str, b: &str) -> f64 {
    let (a, b) = (letters(a), letters(b));
    if a == b {
        return if a.is_empty() { 0.0 } else { 1.0 };
    }
    let mut pairs: HashMap<(char, char), i32> = HashMap::new();
    for pair in a.windows(2) {
        *pairs.entry((pair[0], pair[1])).or_default() += 1;
    }
    let mut both = 0_u32;
    for pair in b.windows(2) {
        let left = pairs.entry((pair[0], pair[1])).or_default();
        both += u32::from(*left > 0);
        *left -= 1;
    }
    let all = a.len().saturating_sub(1) + b.len().saturating_sub(1);
    if all == 0 { 0.0 } else { 2.0 * f64::from(both) / all as f64 }
}

/// Letters and digits in lower case, without the accents of Western European languages.
fn letters(text: &str) -> Vec<char> {
    let lower = text.to_lowercase().replace('&', "and");
    lower.chars().filter(|c| c.is_alphanumeric()).map(plain).collect()
}

fn plain(c: char) -> char {
    match c {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reply::Named;
    use proptest::prelude::*;

    fn named(name: &str) -> Named {
        Named { name: name.into(), genres: Vec::new() }
    }

    fn found(name: &str, artists: &[&str], seconds: u32) -> TrackObject {
        TrackObject {
            uri: "spotify:track:a".into(),
            name: name.into(),
            artists: artists.iter().map(|a| named(a)).collect(),
            album: None,
            duration_ms: Some(seconds * 1000),
            external_ids: None,
            is_playable: None,
        }
    }

    fn wanted(title: &str, artist: &str, seconds: Option<u32>) -> Wanted {
        let id = TrackId::from_names(title, artist);
        let duration_ms = seconds.map(|s| s * 1000);
        Wanted { id, title: title.into(), artist: artist.into(), isrc: None, duration_ms }
    }

    #[test]
    fn editions_and_spellings_are_the_same_track() {
        let same = [
            (
                wanted("Run the Ridge", "Northern Lights Club", Some(222)),
                found("Run the Ridge - 2011 Remaster", &["Northern Lights Club"], 222),
            ),
            (wanted("Ember", "Ash Avenue", None), found("Ember (feat. Sol)", &["Ash Avenue", "Sol"], 176)),
            (
                wanted("Elan Vital", "Celine Aubry & Tom Reed", None),
                found("Élan Vital", &["Céline Aubry", "Tom Reed"], 187),
            ),
            (wanted("夜の海", "Aoi Nakamura", Some(264)), found("夜の海", &["Aoi Nakamura"], 263)),
        ];
        for (w, f) in same {
            assert!(score(&w, &f) >= SURE, "{} {}", w.title, score(&w, &f));
        }
    }

    #[test]
    fn covers_live_versions_and_namesakes_are_others() {
        let other = [
            (wanted("Glass Rain", "Mira Holm", Some(240)), found("Glass Rain", &["Tribute Players"], 241)),
            (
                wanted("Run the Ridge", "Northern Lights Club", Some(222)),
                found("Run the Ridge - Live", &["Northern Lights Club"], 305),
            ),
            (wanted("Paper Lanterns", "Mira Holm", None), found("Paper Planes", &["Mira Holm"], 200)),
            (wanted("夜の海", "Aoi Nakamura", None), found("夜の空", &["Aoi Nakamura"], 263)),
            (wanted("", "", None), found("", &[], 1)),
        ];
        for (w, f) in other {
            assert!(score(&w, &f) < SURE, "{} {}", w.title, score(&w, &f));
        }
    }

    proptest! {
        #[test]
        fn scores_stay_in_range_and_a_track_is_itself(title in "[a-zA-Z]{2,20}", artist in "[a-zA-Z]{2,20}", other in ".{0,20}") {
            let w = wanted(&title, &artist, Some(200));
            prop_assert!(score(&w, &found(&title, &[&artist], 200)) > 0.999);
            let s = score(&w, &found(&other, &[&artist], 100));
            prop_assert!((0.0..=1.0).contains(&s));
        }
    }
}
