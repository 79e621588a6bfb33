//! Replies as far as Attune reads them. Every field may be missing, null or of another type: it is then as if it were
//! not there, and a song that makes no sense is left out, not the page.

use crate::error::SubsonicError;
use crate::song::{Loudness, SongFacts};
use attune_core::text::is_plain;
use serde_json::{Map, Value};

/// The longest text that is kept of a field, in characters.
const LONGEST: usize = 1_000;
/// The longest id of a song, in bytes: it becomes part of a track's name.
const LONGEST_ID: usize = 512;

/// What a server says of itself in every reply.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct About {
    /// The protocol's version.
    pub(crate) protocol: Option<String>,
    /// The program, such as `navidrome`.
    pub(crate) kind: Option<String>,
    /// The program's version.
    pub(crate) version: Option<String>,
}

/// A reply without its wrapping.
#[derive(Debug)]
pub(crate) struct Reply(Map<String, Value>);

impl Reply {
    /// Takes the wrapping off. A refusal is an error by its number.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, SubsonicError> {
        let mut whole: Value = serde_json::from_slice(bytes).map_err(|_| SubsonicError::BadReply)?;
        let Some(Value::Object(inner)) = whole.get_mut("subsonic-response").map(Value::take) else {
            return Err(SubsonicError::BadReply);
        };
        let reply = Self(inner);
        match reply.0.get("status").and_then(Value::as_str) {
            Some("ok") => Ok(reply),
            Some("failed") => Err(reply.refusal()),
            _ => Err(SubsonicError::BadReply),
        }
    }

    fn refusal(&self) -> SubsonicError {
        let code = self.at("error").and_then(|e| number(e.get("code")?)).unwrap_or(0.0) as i64;
        match code {
            20 => SubsonicError::ClientTooOld,
            30 => SubsonicError::Version(self.about().protocol.unwrap_or_default()),
            40 | 44 => SubsonicError::WrongPassword,
            70 => SubsonicError::SongGone,
            other => SubsonicError::Refused(other),
        }
    }

    fn at(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    pub(crate) fn about(&self) -> About {
        let of = |name| text(self.at(name)?);
        // Versions end up in messages: what looks like none is left out.
        let version = |name| of(name).filter(|v: &String| v.len() <= 40);
        let protocol = version("version").filter(|v| v.bytes().all(|b| b.is_ascii_digit() || b == b'.'));
        About { protocol, kind: version("type"), version: version("serverVersion") }
    }

    /// The names of the extensions that `getOpenSubsonicExtensions` lists.
    pub(crate) fn extensions(&self) -> Vec<String> {
        rows(self.at("openSubsonicExtensions")).filter_map(|e| text(e.get("name")?)).take(100).collect()
    }

    /// The songs of `search3` or of an album. None where the reply has no such part at all.
    pub(crate) fn songs(&self) -> Option<Vec<SongFacts>> {
        let part = self.at("searchResult3").or_else(|| self.at("album"))?;
        Some(rows(part.get("song")).filter_map(song).collect())
    }

    /// The ids of the albums of `getAlbumList2`.
    pub(crate) fn albums(&self) -> Vec<String> {
        let list = self.at("albumList2");
        rows(list.and_then(|l| l.get("album"))).filter_map(|a| id(a.get("id")?)).collect()
    }

    /// What `getScanStatus` says: how many songs there are, and a word that changes with every scan. None while the server
    /// scans, and from servers that do not say when they did.
    pub(crate) fn last_scan(&self) -> (Option<u32>, Option<String>) {
        let Some(status) = self.at("scanStatus") else { return (None, None) };
        let count = status.get("count").and_then(number).map(|n| n as u32);
        let scanning = status.get("scanning").and_then(Value::as_bool) != Some(false);
        let at = status.get("lastScan").and_then(text).filter(|_| !scanning);
        (count, at.map(|at| format!("{at} {}", count.unwrap_or(0))))
    }
}

/// The rows of a list; a single object stands for a list of one.
fn rows(list: Option<&Value>) -> impl Iterator<Item = &Value> {
    let all = match list {
        Some(Value::Array(all)) => all.as_slice(),
        Some(one @ Value::Object(_)) => std::slice::from_ref(one),
        _ => &[],
    };
    all.iter()
}

/// A text that says something, shortened where it is endless.
fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim(),
        Value::Number(number) => return Some(number.to_string()),
        _ => return None,
    };
    (!text.is_empty()).then(|| text.chars().filter(|c| is_plain(*c)).take(LONGEST).collect())
}

/// An id as it stands: it has to be sent back.
fn id(value: &Value) -> Option<String> {
    let id = match value {
        Value::String(id) => id.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!id.is_empty() && id.len() <= LONGEST_ID && !id.chars().any(char::is_control)).then_some(id)
}

/// A number, also one written as text.
fn number(value: &Value) -> Option<f64> {
    let number = match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    number.filter(|n: &f64| n.is_finite())
}

/// A song of a list; none for folders, films and what has no id.
fn song(value: &Value) -> Option<SongFacts> {
    let is = |name: &str| value.get(name).and_then(Value::as_bool) == Some(true);
    if is("isDir") || is("isVideo") {
        return None;
    }
    let of = |name: &str| value.get(name).and_then(text);
    let within = |name: &str, range: std::ops::RangeInclusive<f64>| {
        value.get(name).and_then(number).filter(|n| range.contains(n))
    };
    Some(SongFacts {
        id: id(value.get("id")?)?,
        title: of("title").or_else(|| of("name"))?,
        artist: of("displayArtist")
            .or_else(|| names(value.get("artists")))
            .or_else(|| of("artist"))
            .unwrap_or_default(),
        album: of("album"),
        album_artist: of("displayAlbumArtist").or_else(|| names(value.get("albumArtists"))),
        number: within("track", 1.0..=9_999.0).map(|n| n as u32),
        disc: within("discNumber", 1.0..=999.0).map(|n| n as u32),
        year: within("year", 1.0..=9_999.0).map(|n| n as i16),
        genre: names(value.get("genres")).or_else(|| of("genre")),
        moods: words(value.get("moods")),
        tempo: within("bpm", 20.0..=400.0).map(|n| n as f32),
        isrc: isrc(value.get("isrc")),
        musicbrainz: of("musicBrainzId").filter(|id| id.len() == 36).map(|id| id.to_ascii_lowercase()),
        // Whole seconds, as the protocol has them.
        duration_ms: within("duration", 1.0..=1_000_000.0).map(|s| (s * 1e3) as u32),
        suffix: of("suffix").map(|s| s.to_ascii_lowercase()).filter(|s| is_suffix(s)),
        size: within("size", 1.0..=1e12).map(|n| n as u64),
        cover: value.get("coverArt").and_then(id),
        starred: value.get("starred").is_some_and(|s| !s.is_null()),
        rating: within("userRating", 1.0..=5.0).map(|n| n as u8),
        plays: within("playCount", 1.0..=1_000_000.0).map(|n| n as u32),
        loudness: loudness(value.get("replayGain")),
    })
}

/// What may stand behind the dot of a file's name.
fn is_suffix(text: &str) -> bool {
    (1..=5).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

fn loudness(value: Option<&Value>) -> Loudness {
    let of = |name: &str, range: std::ops::RangeInclusive<f64>| {
        value?.get(name).and_then(number).filter(|n| range.contains(n))
    };
    Loudness {
        track_gain: of("trackGain", -60.0..=60.0),
        album_gain: of("albumGain", -60.0..=60.0),
        track_peak: of("trackPeak", 0.0..=100.0),
        album_peak: of("albumPeak", 0.0..=100.0),
    }
}

/// The names in a list of things with a name, each once, separated by "; ".
fn names(list: Option<&Value>) -> Option<String> {
    joined(rows(list).filter_map(|row| text(row.get("name")?)))
}

/// The words in a list of words, or a text.
fn words(list: Option<&Value>) -> Option<String> {
    match list? {
        Value::Array(all) => joined(all.iter().filter_map(text)),
        one => text(one),
    }
}

fn joined(all: impl Iterator<Item = String>) -> Option<String> {
    let mut each: Vec<String> = Vec::new();
    for one in all.take(20) {
        if !each.contains(&one) {
            each.push(one);
        }
    }
    (!each.is_empty()).then(|| each.join("; "))
}

/// The first recording code in a list, or the one given.
fn isrc(value: Option<&Value>) -> Option<String> {
    let all = match value? {
        Value::Array(all) => all.as_slice(),
        one => std::slice::from_ref(one),
    };
    let plain = |code: String| code.replace('-', "").to_ascii_uppercase();
    let valid = |code: &String| code.len() == 12 && code.bytes().all(|b| b.is_ascii_alphanumeric());
    all.iter().filter_map(text).map(plain).find(valid)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn reply(inner: &Value) -> Result<Reply, SubsonicError> {
        Reply::read(json!({ "subsonic-response": inner }).to_string().as_bytes())
    }

    #[test]
    fn refusals_have_their_causes() {
        let of = |code: Value| {
            reply(&json!({"status": "failed", "version": "1.8.0", "error": {"code": code}})).unwrap_err()
        };
        assert_eq!(of(json!(40)), SubsonicError::WrongPassword);
        assert_eq!(of(json!("41")), SubsonicError::Refused(41));
        assert_eq!(of(json!(30)), SubsonicError::Version("1.8.0".into()));
        assert_eq!(of(json!(70)), SubsonicError::SongGone);
        assert_eq!(of(json!(null)), SubsonicError::Refused(0));
        for text in ["<html>", "[]", "{}", r#"{"subsonic-response":3}"#, r#"{"subsonic-response":{}}"#] {
            assert_eq!(Reply::read(text.as_bytes()).unwrap_err(), SubsonicError::BadReply, "{text}");
        }
    }

    #[test]
    fn a_song_of_opensubsonic_is_read_whole() {
        let song = json!({"id": 7, "title": "Glass Rain", "artist": "Mira", "displayArtist": "Mira Holm, Ada",
            "album": "Low Tide", "track": 3, "discNumber": 1, "year": 2020, "genre": "Folk", "duration": 241,
            "genres": [{"name": "Folk"}, {"name": "Indie Folk"}, {"name": "Folk"}], "moods": ["Calm", "dreamy"],
            "bpm": 92, "isrc": ["xx-a01-26-00006"], "musicBrainzId": "0f0e0d0c-0000-4000-8000-00000000000A",
            "suffix": "FLAC", "size": "31000000", "starred": "2024-01-01", "userRating": 4, "playCount": 17,
            "replayGain": {"trackGain": -7.5, "trackPeak": 0.98, "albumGain": 1e9}});
        let songs =
            reply(&json!({"status": "ok", "searchResult3": {"song": song}})).unwrap().songs().unwrap();
        let [song] = songs.as_slice() else { panic!("one song: {songs:?}") };
        assert_eq!((song.id.as_str(), song.artist.as_str()), ("7", "Mira Holm, Ada"));
        assert_eq!(
            (song.genre.as_deref(), song.moods.as_deref()),
            (Some("Folk; Indie Folk"), Some("Calm; dreamy"))
        );
        assert_eq!((song.isrc.as_deref(), song.duration_ms), (Some("XXA012600006"), Some(241_000)));
        assert_eq!((song.suffix.as_deref(), song.size, song.starred), (Some("flac"), Some(31_000_000), true));
        assert_eq!((song.rating, song.plays), (Some(4), Some(17)));
        assert_eq!((song.loudness.track_gain, song.loudness.album_gain), (Some(-7.5), None));
    }

    #[test]
    fn a_bad_row_costs_itself_only() {
        let rows = json!([null, 3, {"id": "a"}, {"id": "b", "isDir": true, "title": "B"}, {"title": "C"},
            {"id": "d", "title": "D", "duration": "x", "year": 1e9, "suffix": "../x", "genres": 4, "bpm": -1,
             "userRating": 0, "playCount": -3}]);
        let songs = reply(&json!({"status": "ok", "album": {"song": rows}})).unwrap().songs().unwrap();
        assert_eq!(songs.len(), 1);
        assert_eq!((songs[0].id.as_str(), &songs[0].suffix, songs[0].year), ("d", &None, None));
        assert_eq!((songs[0].rating, songs[0].plays), (None, None));
    }

    fn json_values() -> impl Strategy<Value = Value> {
        let names = prop::sample::select(vec![
            "status",
            "song",
            "searchResult3",
            "album",
            "id",
            "title",
            "genres",
            "isrc",
            "moods",
            "replayGain",
            "error",
            "code",
            "scanStatus",
            "count",
            "albumList2",
            "openSubsonicExtensions",
            "name",
            "duration",
        ]);
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            ".{0,12}".prop_map(Value::from),
            Just(Value::from("ok")),
        ];
        leaf.prop_recursive(5, 40, 6, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::vec((names.clone(), inner), 0..6).prop_map(|pairs| {
                    pairs
                        .into_iter()
                        .map(|(name, value)| (name.to_owned(), value))
                        .collect::<Map<_, _>>()
                        .into()
                }),
            ]
        })
    }

    proptest! {
        #[test]
        fn no_reply_panics(inner in json_values(), bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            drop(Reply::read(&bytes));
            let mut inner = inner;
            if let Value::Object(fields) = &mut inner {
                fields.insert("status".into(), "ok".into());
            }
            if let Ok(reply) = reply(&inner) {
                let _ = (reply.songs(), reply.albums(), reply.extensions(), reply.last_scan(), reply.about());
            }
        }
    }
}
