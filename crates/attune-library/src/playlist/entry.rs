//! The lines of a playlist.

use chardetng::EncodingDetector;
use encoding_rs::Encoding;

/// The most entries that are read.
const MOST: usize = 100_000;

/// A playlist as it stands in its file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct List {
    pub(super) name: Option<String>,
    pub(super) entries: Vec<Entry>,
}

/// An entry.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) line: u32,
    pub(super) text: String,
    /// The bytes of the line, where they are no UTF-8: they may be a path as they are.
    pub(super) raw: Option<Vec<u8>>,
    /// What `#EXTINF` says above it: artist and title.
    pub(super) about: Option<String>,
}

/// Reads the lines of a file in whatever encoding.
pub(super) fn read(bytes: &[u8]) -> List {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return lines(text.as_bytes(), encoding_rs::UTF_8);
    }
    let older = || {
        let mut detector = EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, chardetng::Utf8Detection::Deny)
    };
    let encoding = if std::str::from_utf8(bytes).is_ok() { encoding_rs::UTF_8 } else { older() };
    lines(bytes, encoding)
}

fn lines(bytes: &[u8], encoding: &'static Encoding) -> List {
    let mut list = List::default();
    let mut about = None;
    for (number, line) in (1_u32..).zip(bytes.split(|b| matches!(b, b'\n' | b'\r'))) {
        let raw = line.trim_ascii();
        let (text, _) = encoding.decode_without_bom_handling(raw);
        if let Some(comment) = text.strip_prefix('#') {
            if let Some(info) = comment.strip_prefix("EXTINF:") {
                about = info.split_once(',').map(|(_, about)| about.trim().to_owned());
            } else if let Some(name) = comment.strip_prefix("PLAYLIST:") {
                list.name = Some(name.trim().to_owned()).filter(|n| !n.is_empty());
            }
        } else if !raw.is_empty() && list.entries.len() < MOST {
            let raw = std::str::from_utf8(raw).is_err().then(|| raw.to_vec());
            list.entries.push(Entry { line: number, text: text.into_owned(), raw, about: about.take() });
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_gives_its_lines() {
        let text = "#EXTM3U\r#PLAYLIST: Über \r#EXTINF:5,Björk - Jóga\rMusik/Jóga.mp3\r\r";
        let utf16: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        for bytes in [text.as_bytes(), &utf16, &["\u{feff}", text].concat().into_bytes(), &latin] {
            let list = read(bytes);
            assert_eq!((list.name.as_deref(), list.entries.len()), (Some("Über"), 1));
            let entry = &list.entries[0];
            assert_eq!((entry.line, entry.text.as_str()), (4, "Musik/Jóga.mp3"));
            assert_eq!(entry.about.as_deref(), Some("Björk - Jóga"));
            assert_eq!(entry.raw.is_some(), bytes == &*latin);
        }
    }
}
