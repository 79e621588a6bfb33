//! APE tags (versions 1 and 2) behind AAC files, where lofty looks for none.

use super::items::{Item, Items, Key};
use crate::sound::take_at;
use std::io::{Read, Result, Seek};
use std::ops::Range;

/// The most bytes of a tag that are read; pictures stand behind texts, as a rule.
const MOST: u64 = 1024 * 1024;

const NAMES: [(&str, Key); 13] = [
    ("title", Key::Title),
    ("artist", Key::Artist),
    ("album", Key::Album),
    ("album artist", Key::AlbumArtist),
    ("albumartist", Key::AlbumArtist),
    ("track", Key::Number),
    ("tracknumber", Key::Number),
    ("disc", Key::Disc),
    ("discnumber", Key::Disc),
    ("year", Key::RecordingDate),
    ("genre", Key::Genre),
    ("isrc", Key::Isrc),
    ("bpm", Key::Bpm),
];

/// Reads the items that lie there.
pub(super) fn read(file: &mut (impl Read + Seek), place: Range<u64>) -> Result<Items> {
    Ok(items(&take_at(file, place, MOST)?))
}

/// Each item is a length, flags, a name, a zero and a value.
fn items(tag: &[u8]) -> Items {
    let (mut items, mut rest) = (Items::default(), tag);
    while let Some((head, after)) = rest.split_at_checked(8) {
        let length = u32::from_le_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let Some(name) = after.iter().position(|byte| *byte == 0) else { break };
        let Some(value) = after.get(name + 1..).and_then(|after| after.get(..length)) else { break };
        // Two bits say that the value is no text.
        if head[4] & 6 == 0
            && let Some(key) = key(&after[..name])
        {
            items.0.extend(value.split(|byte| *byte == 0).map(|value| item(key, value)));
        }
        rest = &after[name + 1 + length..];
    }
    items
}

fn key(name: &[u8]) -> Option<Key> {
    let name = std::str::from_utf8(name).ok()?;
    let known = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    known.map(|(_, key)| *key).or_else(|| Key::of_free_name(name))
}

/// Version 1 has text in whatever its writer's system used.
fn item(key: Key, value: &[u8]) -> Item {
    match std::str::from_utf8(value) {
        Ok(text) => Item { key, value: text.to_owned(), latin: false },
        Err(_) => Item { key, value: value.iter().copied().map(char::from).collect(), latin: true },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tags::text;

    fn written(name: &str, flags: u8, value: &[u8]) -> Vec<u8> {
        [&(value.len() as u32).to_le_bytes()[..], &[flags, 0, 0, 0], name.as_bytes(), &[0], value].concat()
    }

    #[test]
    fn items_are_read_until_one_makes_no_sense() {
        let tag = [
            written("Cover Art (Front)", 2, b"a.jpg\0\xFF\xD8\xFF"),
            written("TITLE", 0, "Nächte".as_bytes()),
            written("Artist", 0, b"Lena Orth\0Oda"),
            written("Album", 2, b"binary"),
            written("Track", 0, b"3/12"),
            written("Year", 0, b"2004-05-01"),
            written("REPLAYGAIN_TRACK_GAIN", 0, b"-7.5 dB"),
            [255, 255, 255, 255, 0, 0, 0, 0].to_vec(),
            written("Genre", 0, b"Rock"),
        ];
        let tags = text::tags(vec![items(&tag.concat())]);
        assert_eq!((tags.title.as_deref(), tags.artist.as_deref()), (Some("Nächte"), Some("Lena Orth, Oda")));
        assert_eq!((tags.album, tags.number, tags.year), (None, Some(3), Some(2004)));
        assert_eq!((tags.track_gain, tags.genre), (Some(-7.5), None));
        let old = items(&written("Title", 0, b"Caf\xe9s"));
        assert_eq!(text::tags(vec![old]).title.as_deref(), Some("Cafés"));
    }
}
