//! From the items of tags to plain values.

use super::items::{Items, Key};
use super::{Tags, genre, legacy};
use attune_core::taste::Rating;
use attune_core::text::is_plain;

/// The most characters kept of one value.
const LONGEST: usize = 400;

/// What tags say; those that come first go before others.
pub(super) fn tags(mut order: Vec<Items>) -> Tags {
    order.iter_mut().for_each(legacy::repair);
    let text = |key: Key| order.iter().find_map(|items| joined(items, key));
    let number = |key: Key| text(key).as_deref().and_then(decimal);
    let whole = |key: Key| text(key).as_deref().and_then(leading);
    let side = text(Key::Number).as_deref().and_then(side);
    Tags {
        title: text(Key::Title),
        artist: text(Key::Artist),
        album: text(Key::Album),
        album_artist: text(Key::AlbumArtist),
        number: whole(Key::Number).or(side.map(|(_, n)| n)).filter(|n| (1..10_000).contains(n)),
        disc: whole(Key::Disc).or(side.map(|(side, _)| side)).filter(|n| (1..1_000).contains(n)),
        year: [Key::OriginalDate, Key::ReleaseDate, Key::RecordingDate, Key::Year]
            .into_iter()
            .find_map(|key| text(key).as_deref().and_then(year)),
        genre: order
            .iter()
            .find_map(|items| genre::genres(items.values(Key::Genre)))
            .as_deref()
            .and_then(clean),
        isrc: text(Key::Isrc).as_deref().and_then(isrc),
        musicbrainz: text(Key::MusicBrainz).as_deref().and_then(musicbrainz),
        bpm: number(Key::Bpm).filter(|bpm| (20.0..=400.0).contains(bpm)).map(|bpm| bpm as f32),
        track_gain: number(Key::TrackGain).filter(|db| db.abs() <= 60.0),
        track_peak: number(Key::TrackPeak).filter(|peak| (0.0..=8.0).contains(peak)),
        album_gain: number(Key::AlbumGain).filter(|db| db.abs() <= 60.0),
        album_peak: number(Key::AlbumPeak).filter(|peak| (0.0..=8.0).contains(peak)),
        // Several players may have rated it, and counted: the first rating and the highest count.
        rating: numbers(&order, Key::Rating).next().and_then(Rating::hundredths),
        plays: numbers(&order, Key::Plays).max(),
        ..Tags::default()
    }
}

/// An identifier of `MusicBrainz`; none for what is none.
fn musicbrainz(text: &str) -> Option<String> {
    let id = text.to_ascii_lowercase();
    let is_right = |(at, byte): (usize, u8)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    (id.len() == 36 && id.bytes().enumerate().all(is_right)).then_some(id)
}

/// The whole numbers of a key.
fn numbers(order: &[Items], key: Key) -> impl Iterator<Item = u32> {
    order.iter().flat_map(move |items| items.values(key)).filter_map(|value| value.parse().ok())
}

/// All values of a key, each once, in one string.
fn joined(items: &Items, key: Key) -> Option<String> {
    let mut values: Vec<String> = Vec::new();
    for value in items.values(key).filter_map(clean) {
        if !values.contains(&value) {
            values.push(value);
        }
    }
    (!values.is_empty()).then(|| values.join(", "))
}

/// The whole number that a value begins with: "3/12" is 3.
fn leading(text: &str) -> Option<u32> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text[..end].parse().ok()
}

/// The side of a record, from 1, and the place on it, by a number as those are named: "B2" is 2 and 2.
fn side(text: &str) -> Option<(u32, u32)> {
    let (letter, place) = text.split_at_checked(1)?;
    let letter = letter.bytes().next().filter(u8::is_ascii_alphabetic)?.to_ascii_uppercase();
    let place = place.parse().ok().filter(|place| *place < 100)?;
    Some((u32::from(letter - b'A') + 1, place))
}

/// One line of plain text, not too long.
fn clean(text: &str) -> Option<String> {
    let spaced: String = text.chars().map(|c| if is_plain(c) { c } else { ' ' }).take(LONGEST).collect();
    let words: Vec<&str> = spaced.split_whitespace().filter(|word| word.chars().any(is_seen)).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Whether a character leaves a mark: spaces without width and signs of direction alone are no title.
fn is_seen(c: char) -> bool {
    !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The number that a value begins with: "-7.03 dB" is -7.03.
fn decimal(text: &str) -> Option<f64> {
    let text = text.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || "+-.".contains(c))).unwrap_or(text.len());
    text[..end].parse().ok().filter(|x: &f64| x.is_finite())
}

/// The first year in a date, however that is written: 1999-05-01, 19990501, 05.01.1999, c. 1999.
fn year(date: &str) -> Option<i16> {
    let numbers = date.split(|c: char| !c.is_ascii_digit());
    let years = numbers.filter(|n| matches!(n.len(), 4 | 6 | 8 | 14)).filter_map(|n| n[..4].parse().ok());
    years.into_iter().find(|year| (1_000..3_000).contains(year))
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
        for date in
            ["1999-05-01", "19990501", "1999", "05.01.1999", "c. 1999", "1999 (2011 remaster)", "(p)1999"]
        {
            assert_eq!(year(date), Some(1999), "{date}");
        }
        assert_eq!((year("99"), year("0000"), year("05.99")), (None, None, None));
        assert_eq!((leading("3/12"), leading("A1"), leading("03 of 9")), (Some(3), None, Some(3)));
        assert_eq!(
            (side("A1"), side("b12"), side("Intro"), side("A")),
            (Some((1, 1)), Some((2, 12)), None, None)
        );
        assert_eq!(isrc("us-rc1-76-07839").as_deref(), Some("USRC17607839"));
        assert_eq!(clean(" a\0b\n c "), Some("a b c".to_owned()));
        assert_eq!(
            (clean(" \u{200b}\u{feff} "), clean("a \u{200b}b")),
            (None, Some("a \u{200b}b".to_owned()))
        );
        assert_eq!(clean(&"é".repeat(10_000)).unwrap().chars().count(), LONGEST);
    }
}
