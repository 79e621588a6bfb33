//! Spotify's replies as far as Attune reads them. Every field may be missing, null or of another type: it is then as
//! if it were not there, and a row that makes no sense is left out, not the page.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// What it can be read as, or nothing.
fn lenient<'de, D: Deserializer<'de>, T: DeserializeOwned>(from: D) -> Result<Option<T>, D::Error> {
    let value = Value::deserialize(from)?;
    Ok(serde_json::from_value(value).ok())
}

/// The rows that can be read.
fn rows<'de, D: Deserializer<'de>, T: DeserializeOwned>(from: D) -> Result<Vec<T>, D::Error> {
    let Value::Array(values) = Value::deserialize(from)? else {
        return Ok(Vec::new());
    };
    Ok(values.into_iter().filter_map(|v| serde_json::from_value(v).ok()).collect())
}

/// A part of a list.
#[derive(Debug, Deserialize)]
#[serde(bound = "T: DeserializeOwned")]
pub(crate) struct Page<T> {
    #[serde(default, deserialize_with = "rows")]
    pub(crate) items: Vec<T>,
    /// There when there is more.
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) next: Option<String>,
}

/// The caller.
#[derive(Debug, Deserialize)]
pub(crate) struct Profile {
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) display_name: Option<String>,
}

/// The reply to a search for tracks.
#[derive(Debug, Deserialize)]
pub(crate) struct Search {
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) tracks: Option<Page<TrackObject>>,
}

/// A track. Without an address and a name it is none.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct TrackObject {
    pub(crate) uri: String,
    pub(crate) name: String,
    #[serde(default, deserialize_with = "rows")]
    pub(crate) artists: Vec<Named>,
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) album: Option<Named>,
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) duration_ms: Option<u32>,
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) external_ids: Option<ExternalIds>,
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) is_playable: Option<bool>,
    /// The track that was asked for, where another edition of it is played in the listener's country.
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) linked_from: Option<Linked>,
}

/// A track by its address.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Linked {
    pub(crate) uri: String,
}

impl TrackObject {
    /// The identifier, for a track that Spotify itself has.
    pub(crate) fn id(&self) -> Option<&str> {
        let id = self.uri.strip_prefix("spotify:track:")?;
        (!id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric())).then_some(id)
    }

    pub(crate) fn isrc(&self) -> Option<&str> {
        self.external_ids.as_ref()?.isrc.as_deref()
    }

    /// The artists in one string.
    pub(crate) fn artist(&self) -> String {
        self.artists.iter().map(|a| a.name.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// An artist or an album.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Named {
    pub(crate) name: String,
    /// Deprecated, and used where it still comes.
    #[serde(default, deserialize_with = "rows")]
    pub(crate) genres: Vec<String>,
}

/// Identifiers from elsewhere.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct ExternalIds {
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) isrc: Option<String>,
}

/// A liked or recently played track.
#[derive(Debug, Deserialize)]
pub(crate) struct Saved {
    pub(crate) track: TrackObject,
}

/// A playlist.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct PlaylistObject {
    pub(crate) id: String,
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) name: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) description: Option<String>,
}

/// The devices.
#[derive(Debug, Deserialize)]
pub(crate) struct Devices {
    #[serde(default, deserialize_with = "rows")]
    pub(crate) devices: Vec<DeviceObject>,
}

/// A device. Restricted ones have no id.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct DeviceObject {
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) id: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) name: Option<String>,
    #[serde(default, deserialize_with = "lenient", rename = "type")]
    pub(crate) kind: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) is_active: Option<bool>,
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) is_restricted: Option<bool>,
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) volume_percent: Option<u8>,
}

/// What is playing.
#[derive(Debug, Deserialize)]
pub(crate) struct PlaybackObject {
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) device: Option<DeviceObject>,
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) progress_ms: Option<u32>,
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) is_playing: Option<bool>,
    #[serde(default, deserialize_with = "lenient")]
    pub(crate) item: Option<TrackObject>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Any JSON, with the field names that are read.
    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            ".{0,6}".prop_map(Value::from),
        ];
        let names = prop::sample::select(vec![
            "items",
            "tracks",
            "track",
            "item",
            "device",
            "devices",
            "name",
            "uri",
            "id",
            "artists",
            "album",
            "external_ids",
            "isrc",
            "duration_ms",
            "progress_ms",
            "next",
            "description",
            "genres",
        ]);
        leaf.prop_recursive(5, 60, 6, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map(names.clone(), inner, 0..8)
                    .prop_map(|m| m.into_iter().map(|(k, v)| (k.to_owned(), v)).collect()),
            ]
        })
    }

    proptest! {
        #[test]
        fn objects_are_read_whatever_their_fields(value in json()) {
            prop_assume!(value.is_object());
            let text = value.to_string();
            prop_assert!(serde_json::from_str::<Page<TrackObject>>(&text).is_ok());
            prop_assert!(serde_json::from_str::<Search>(&text).is_ok());
            prop_assert!(serde_json::from_str::<Devices>(&text).is_ok());
            prop_assert!(serde_json::from_str::<PlaybackObject>(&text).is_ok());
            prop_assert!(serde_json::from_str::<Profile>(&text).is_ok());
        }
    }

    #[test]
    fn a_bad_row_costs_itself_only() -> serde_json::Result<()> {
        let text = r#"{"items": [null, 3, {"uri": "spotify:track:a", "name": "A", "artists": null, "duration_ms": "x"},
            {"name": "no address"}, {"uri": "spotify:local:x", "name": "B", "later": {"deep": []}}], "total": null}"#;
        let page: Page<TrackObject> = serde_json::from_str(text)?;
        assert_eq!(page.items.len(), 2);
        assert_eq!((page.items[0].id(), page.items[1].id()), (Some("a"), None));
        Ok(())
    }
}
