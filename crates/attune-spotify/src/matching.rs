//! Whether a track on Spotify is the track that is meant: a score by fixed rules.

use crate::letters::{alike, key, plain};
use crate::reply::TrackObject;
use crate::title::Title;
use attune_core::credits::Credits;
use attune_core::{Track, TrackId};
use serde::Serialize;

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
    /// The length there in milliseconds, where it is known.
    #[serde(skip)]
    pub duration_ms: Option<u32>,
    /// How sure it is, in [0, 1].
    pub score: f64,
    /// How it was found.
    pub by: MatchedBy,
}

/// From here on a track is taken for the one that is meant.
pub(crate) const SURE: f64 = 0.75;
/// An artist less alike than this is another one.
const ALIKE: f64 = 0.8;
const TITLE: f64 = 0.5;
const ARTIST: f64 = 0.35;
const LENGTH: f64 = 0.15;
/// How much of an artist a guest is.
const GUEST: f64 = 0.8;
/// Lengths this close are of one recording.
pub(crate) const CLOSE_MS: u32 = 3_000;

/// How sure it is that `found` is `wanted`, in [0, 1]; 0 when it is another recording.
///
/// Parts, numbers and versions are compared first ([`Title`]). The weights are choices: a title says more than an artist,
/// since the artist is often credited in several ways, and a length only supports.
pub(crate) fn score(wanted: &Wanted, found: &TrackObject) -> f64 {
    let lengths = wanted.duration_ms.zip(found.duration_ms);
    let close = lengths.is_some_and(|(a, b)| a.abs_diff(b) <= CLOSE_MS);
    if lengths.is_some_and(|(a, b)| are_far_apart(a, b)) {
        return 0.0;
    }
    let title = Title::read(&wanted.title).likeness(&Title::read(&found.name), close);
    let artist = artists_alike(&wanted.artist, found, close);
    if title <= 0.0 || artist <= 0.0 {
        return 0.0;
    }
    let doubt = 1.0 - title;
    let mut sum = TITLE + ARTIST * artist;
    let mut weight = TITLE + ARTIST;
    if let Some((a, b)) = lengths {
        sum += LENGTH * lengths_alike(a, b);
        weight += LENGTH;
    }
    (sum / weight - doubt).clamp(0.0, 1.0)
}

/// 1 up to three seconds apart, 0 from half a minute.
fn lengths_alike(a: u32, b: u32) -> f64 {
    let seconds = f64::from(a.abs_diff(b)) / 1000.0;
    ((30.0 - seconds) / 27.0).clamp(0.0, 1.0)
}

/// Whether no edition explains how much longer one is.
fn are_far_apart(a: u32, b: u32) -> bool {
    let apart = a.abs_diff(b);
    apart > 45_000 && apart > a.min(b) / 4
}

/// 1 for the main artist, less for one of the others, 0 for somebody else.
fn artists_alike(wanted: &str, found: &TrackObject, close: bool) -> f64 {
    let (wanted, whole) = (plain(wanted), plain(&found.artist()));
    let theirs: Vec<String> = found.artists.iter().map(|artist| plain(&artist.name)).collect();
    let keys: Vec<String> = theirs.iter().chain([&whole]).map(|name| key(name)).collect();
    let enough = if close { ALIKE } else { 1.0 };
    let best = |name: &str| {
        let most = keys.iter().map(|theirs| alike(&key(name), theirs)).fold(0.0, f64::max);
        if most >= enough { most } else { 0.0 }
    };
    // Spotify credits everybody by themselves, which tells people from a band; a band is named twice against its first word.
    let names = theirs.iter().map(String::as_str).chain([wanted.as_str(), wanted.as_str()]);
    let ours = Credits::of(names);
    let parts = ours.read(&wanted);
    let guests = parts.iter().skip(1).map(|name| GUEST * best(name));
    let main = parts.first().map_or(0.0, |name| best(name));
    guests.fold(best(&wanted).max(main), f64::max)
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
            linked_from: None,
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
            (wanted("Zażółć gęślą", "Łódź Trio", None), found("Zazolc gesla", &["Lodz Trio"], 200)),
            (wanted("Тихая река", "Северный хор", None), found("Тихая Река", &["Северный Хор"], 200)),
            (wanted("U", "E", None), found("U", &["E"], 200)),
            (wanted("Gold", "Oda with Kira Voss", None), found("Gold", &["Kira Voss"], 200)),
            (wanted("Gold", "Mira Holm", Some(200)), found("Gold", &["Mira Holme"], 201)),
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
            (wanted("Gold", "The Night", None), found("Gold", &["The Nights Out"], 200)),
            (wanted("Gold", "Earth, Wind & Fire", None), found("Gold", &["Earth"], 200)),
            (wanted("Gold", "Oda", Some(200)), found("Gold", &["Oda"], 420)),
            (wanted("Hello", "Oda", None), found("Hello Again", &["Oda"], 200)),
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
