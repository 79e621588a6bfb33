//! What a WAV file says in its list of information, whose text is in whatever its writer's system used.

use super::items::{Item, Items, Key};
use std::io::{Read, Result, Seek, SeekFrom};
use std::ops::Range;

/// The most bytes of it that are read.
const MOST: u64 = 64 * 1024;

const NAMES: [([u8; 4], Key); 7] = [
    (*b"INAM", Key::Title),
    (*b"IART", Key::Artist),
    (*b"IPRD", Key::Album),
    (*b"ICRD", Key::RecordingDate),
    (*b"IGNR", Key::Genre),
    (*b"ITRK", Key::Number),
    (*b"IPRT", Key::Number),
];

/// Reads the list that lies there; nothing where it is another list.
pub(super) fn read(file: &mut (impl Read + Seek), place: Range<u64>) -> Result<Items> {
    file.seek(SeekFrom::Start(place.start))?;
    let mut bytes = Vec::new();
    file.take(MOST.min(place.end.saturating_sub(place.start))).read_to_end(&mut bytes)?;
    Ok(bytes.strip_prefix(b"INFO").map(items).unwrap_or_default())
}

fn items(list: &[u8]) -> Items {
    let (mut items, mut rest) = (Items::default(), list);
    while let Some((head, after)) = rest.split_at_checked(8) {
        let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]) as usize;
        let value = &after[..length.min(after.len())];
        let key = NAMES.iter().find(|(name, _)| head.starts_with(name)).map(|(_, key)| *key);
        items.0.extend(key.map(|key| item(key, value)));
        // Values of odd length are followed by a byte that counts for nothing.
        rest = after.get(length + length % 2..).unwrap_or_default();
    }
    items
}

fn item(key: Key, value: &[u8]) -> Item {
    let text = value.split(|byte| *byte == 0).next().unwrap_or_default();
    match std::str::from_utf8(text) {
        Ok(text) => Item { key, value: text.to_owned(), latin: false },
        Err(_) => Item { key, value: text.iter().copied().map(char::from).collect(), latin: true },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(values: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
        let mut all = b"INFO".to_vec();
        for (name, value) in values {
            all.extend(*name);
            all.extend((value.len() as u32).to_le_bytes());
            all.extend(*value);
            all.extend(std::iter::repeat_n(0, value.len() % 2));
        }
        all
    }

    fn title(bytes: Vec<u8>) -> Option<String> {
        let end = bytes.len() as u64;
        let items = read(&mut std::io::Cursor::new(bytes), 0..end).unwrap();
        super::super::text::tags(vec![items]).title
    }

    #[test]
    fn text_of_every_system_is_read() {
        let read = |value: &[u8]| title(list(&[(b"ISFT", b"odd"), (b"INAM", value)]));
        assert_eq!(read(b"Caf\xe9s\0").as_deref(), Some("Cafés"));
        assert_eq!(read("Nächte".as_bytes()).as_deref(), Some("Nächte"));
        assert_eq!(
            read(&[0xcd, 0xee, 0xf7, 0xed, 0xee, 0xe9, 0x20, 0xef, 0xee, 0xe5, 0xe7, 0xe4]).as_deref(),
            Some("Ночной поезд")
        );
        assert_eq!(title(b"adtlINAM\x02\0\0\0ab".to_vec()), None, "another list");
        assert_eq!(title(list(&[(b"INAM", b"cut off")])[..15].to_vec()).as_deref(), Some("cut"));
    }
}
