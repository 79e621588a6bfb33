//! From the items of tags to plain values.

use super::Tags;
use lofty::file::{TaggedFile, TaggedFileExt};
use lofty::tag::{Accessor, ItemKey, Tag};

/// The most characters kept of one value.
const LONGEST: usize = 400;

/// What the file's tags say; the format's own kind of tag goes before others.
pub(super) fn tags(file: &TaggedFile) -> Tags {
    let first = file.primary_tag_type();
    let mut order: Vec<&Tag> = file.tags().iter().collect();
    order.sort_by_key(|tag| tag.tag_type() != first);
    let text = |key: ItemKey| order.iter().find_map(|tag| joined(tag, key));
    let number = |key: ItemKey| text(key).as_deref().and_then(decimal);
    Tags {
        title: text(ItemKey::TrackTitle),
        artist: text(ItemKey::TrackArtist),
        album: text(ItemKey::AlbumTitle),
        album_artist: text(ItemKey::AlbumArtist),
        number: order.iter().find_map(|tag| tag.track()).filter(|n| (1..10_000).contains(n)),
        disc: order.iter().find_map(|tag| tag.disk()).filter(|n| (1..1_000).contains(n)),
        year: [ItemKey::OriginalReleaseDate, ItemKey::ReleaseDate, ItemKey::RecordingDate, ItemKey::Year]
            .into_iter()
            .find_map(|key| text(key).as_deref().and_then(year)),
        genre: text(ItemKey::Genre),
        isrc: text(ItemKey::Isrc).as_deref().and_then(isrc),
        bpm: number(ItemKey::Bpm)
            .or_else(|| number(ItemKey::IntegerBpm))
            .filter(|bpm| (20.0..=400.0).contains(bpm))
            .map(|bpm| bpm as f32),
        track_gain: number(ItemKey::ReplayGainTrackGain).filter(|db| db.abs() <= 60.0),
        track_peak: number(ItemKey::ReplayGainTrackPeak).filter(|peak| (0.0..=8.0).contains(peak)),
        album_gain: number(ItemKey::ReplayGainAlbumGain).filter(|db| db.abs() <= 60.0),
        album_peak: number(ItemKey::ReplayGainAlbumPeak).filter(|peak| (0.0..=8.0).contains(peak)),
        ..Tags::default()
    }
}

/// All values of an item, in one string.
fn joined(tag: &Tag, key: ItemKey) -> Option<String> {
    let separator = if key == ItemKey::Genre { "; " } else { ", " };
    let values: Vec<String> = tag.get_strings(key).filter_map(clean).collect();
    let all = values.join(separator);
    (!all.is_empty()).then_some(all)
}

/// One line of text without control characters, not too long.
fn clean(text: &str) -> Option<String> {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST).collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The number that a value begins with: "-7.03 dB" is -7.03.
fn decimal(text: &str) -> Option<f64> {
    let text = text.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || "+-.".contains(c))).unwrap_or(text.len());
    text[..end].parse().ok().filter(|x: &f64| x.is_finite())
}

/// The year that a date begins with.
fn year(date: &str) -> Option<i16> {
    let year: i16 = date.get(..4)?.parse().ok()?;
    (1_000..3_000).contains(&year).then_some(year)
}

/// Twelve letters and digits, written with or without hyphens (ISO 3901).
fn isrc(text: &str) -> Option<String> {
    let code: String = text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase();
    (code.len() == 12).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_as_people_write_them() {
        assert_eq!((decimal("-7.03 dB"), decimal("0.98"), decimal("dB")), (Some(-7.03), Some(0.98), None));
        assert_eq!((year("1999-05-01"), year("99"), year("0000")), (Some(1999), None, None));
        assert_eq!(isrc("us-rc1-76-07839").as_deref(), Some("USRC17607839"));
        assert_eq!(clean(" a\0b\n c "), Some("a b c".to_owned()));
        assert_eq!(clean(&"é".repeat(10_000)).unwrap().chars().count(), LONGEST);
    }
}
