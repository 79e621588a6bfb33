//! What tags say, whatever they are written in: the form between a reader of one kind of tag and [`super::text`].

use attune_core::taste::Rating;

/// What an item of a tag is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Title,
    Artist,
    Album,
    AlbumArtist,
    Number,
    Disc,
    OriginalDate,
    ReleaseDate,
    RecordingDate,
    Year,
    Genre,
    Isrc,
    /// `MusicBrainz`'s identifier of the recording.
    MusicBrainz,
    Bpm,
    TrackGain,
    TrackPeak,
    AlbumGain,
    AlbumPeak,
    /// In hundredths.
    Rating,
    Plays,
}

impl Key {
    /// The key of an item that has no name of its own in a kind of tag and stands under this free one.
    pub(super) fn of_free_name(name: &str) -> Option<Self> {
        Some(match name.trim().to_ascii_lowercase().as_str() {
            "replaygain_track_gain" => Self::TrackGain,
            "replaygain_track_peak" => Self::TrackPeak,
            "replaygain_album_gain" => Self::AlbumGain,
            "replaygain_album_peak" => Self::AlbumPeak,
            "musicbrainz_trackid" => Self::MusicBrainz,
            "originalyear" | "originaldate" => Self::OriginalDate,
            _ => return None,
        })
    }
}

/// One value. A tag may hold several of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) key: Key,
    pub(super) value: String,
    /// Whether the tag says that its bytes are Latin-1 (each character is a byte), which programs often wrote whatever
    /// they were.
    pub(super) latin: bool,
}

/// What one tag says, in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Items(pub(super) Vec<Item>);

impl Items {
    /// Adds a value in an encoding that is known for certain.
    pub(super) fn add(&mut self, key: Key, value: impl Into<String>) {
        self.0.push(Item { key, value: value.into(), latin: false });
    }

    /// Adds a rating, if there is one.
    pub(super) fn rate(&mut self, rating: Option<Rating>) {
        if let Some(rating) = rating {
            self.add(Key::Rating, rating.value().to_string());
        }
    }

    /// Adds a count of plays, if there is one.
    pub(super) fn count(&mut self, plays: Option<u32>) {
        if let Some(plays) = plays {
            self.add(Key::Plays, plays.to_string());
        }
    }

    pub(super) fn values(&self, key: Key) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |item| item.key == key).map(|item| item.value.as_str())
    }
}
