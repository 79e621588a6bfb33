//! What is in a frame: text in one of four encodings, or a picture.

use super::Picture;
use super::frame::Wanted;
use crate::tags::items::{Item, Items, Key};
use crate::tags::rated;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Adds what a frame of text says. A free one begins with its own name.
pub(super) fn add(items: &mut Items, wanted: Wanted, content: &[u8]) {
    let (values, latin) = values(content);
    let mut values = values.into_iter();
    let key = match wanted {
        Wanted::Key(key) => Some(key),
        Wanted::Free => {
            let name = values.next().unwrap_or_default();
            if let Some(add) = kept(&name) {
                values.for_each(|value| add(items, &value));
                return;
            }
            Key::of_free_name(&name)
        }
        Wanted::Identifier => {
            // Who gave it, a zero, and the identifier.
            if let Some(id) = content.strip_prefix(b"http://musicbrainz.org\0") {
                items.add(Key::MusicBrainz, String::from_utf8_lossy(id).trim_end_matches('\0'));
            }
            return;
        }
        Wanted::Popularity => {
            let (rating, plays) = rated::popm(content);
            items.rate(rating);
            items.count(plays);
            return;
        }
    };
    let Some(key) = key else { return };
    let full = values.filter(|value| !value.trim().is_empty());
    items.0.extend(full.map(|value| Item { key, value, latin }));
}

/// What takes in the text of a free frame of that name, where it is a rating or a count of plays.
fn kept(name: &str) -> Option<fn(&mut Items, &str)> {
    match name.trim().to_ascii_lowercase().as_str() {
        "fmps_rating" => Some(|items, text| items.rate(rated::share(text))),
        "rating" => Some(|items, text| items.rate(rated::number(text))),
        "fmps_playcount" | "play_count" | "playcount" => Some(|items, text| items.count(rated::plays(text))),
        _ => None,
    }
}

/// The texts in a frame, and whether they are called Latin-1.
fn values(content: &[u8]) -> (Vec<String>, bool) {
    let Some((encoding, text)) = content.split_first() else { return (Vec::new(), false) };
    match encoding {
        1 | 2 => (wide(text, *encoding == 2), false),
        3 if std::str::from_utf8(text).is_ok() => (split(&UTF_8.decode_without_bom_handling(text).0), false),
        // No encoding is named: the text begins at once.
        b' '.. => (split(&latin(content)), true),
        _ => (split(&latin(text)), true),
    }
}

fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

fn split(text: &str) -> Vec<String> {
    text.split('\0').map(|value| value.trim_start_matches('\u{feff}').to_owned()).collect()
}

/// Texts of two bytes a character, each with or without a mark of its own; a byte too many at the end is left out.
fn wide(bytes: &[u8], big_endian: bool) -> Vec<String> {
    let units: Vec<&[u8]> = bytes.chunks_exact(2).collect();
    let mut encoding = unmarked(bytes, big_endian);
    let value = |units: &[&[u8]]| {
        let bytes = units.concat();
        if let Some((marked, _)) = Encoding::for_bom(&bytes).filter(|(e, _)| *e != UTF_8) {
            encoding = marked;
        }
        encoding.decode_with_bom_removal(&bytes).0.into_owned()
    };
    units.split(|unit| **unit == [0, 0]).map(value).collect()
}

/// The order of bytes where no mark names it: text has more zeros in its upper bytes than in its lower ones.
fn unmarked(bytes: &[u8], big_endian: bool) -> &'static Encoding {
    let zeros = |at: usize| bytes.chunks_exact(2).filter(|two| two[at] == 0 && two[1 - at] != 0).count();
    match zeros(0).cmp(&zeros(1)) {
        std::cmp::Ordering::Greater => UTF_16BE,
        std::cmp::Ordering::Equal if big_endian => UTF_16BE,
        _ => UTF_16LE,
    }
}

/// A picture: encoding, kind of file (three letters in version 2.2, else text up to a zero), what it shows, description
/// up to a zero of the encoding's width, and the picture itself.
pub(super) fn picture(content: &[u8], version: u8) -> Option<Picture> {
    let (encoding, rest) = content.split_first()?;
    let rest = if version > 2 { &rest[rest.iter().position(|b| *b == 0)? + 1..] } else { rest.get(3..)? };
    let (kind, rest) = rest.split_first()?;
    let data = if matches!(encoding, 1 | 2) {
        let end = rest.chunks_exact(2).position(|two| two == [0, 0])?;
        &rest[2 * end + 2..]
    } else {
        &rest[rest.iter().position(|b| *b == 0)? + 1..]
    };
    (!data.is_empty()).then(|| Picture { kind: *kind, data: data.to_vec() })
}
