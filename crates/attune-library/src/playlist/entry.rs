//! The lines of a playlist.

use super::list::{Entry, List, MOST};
use super::{wpl, xspf};
use chardetng::EncodingDetector;
use encoding_rs::Encoding;
use std::collections::BTreeMap;

/// Reads the entries of a playlist in whatever encoding: M3U, or XSPF, WPL or PLS if it begins as one.
pub(super) fn read(bytes: &[u8]) -> List {
    let decoded;
    let bytes = match Encoding::for_bom(bytes).or_else(|| Some((unmarked(bytes)?, 0))) {
        Some((encoding, mark)) => {
            decoded = encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
            decoded.as_bytes()
        }
        None => bytes,
    };
    if xspf::is(bytes) {
        return xspf::read(bytes);
    }
    if wpl::is(bytes) {
        return wpl::read(bytes);
    }
    let lines = lines(bytes);
    let first = lines.iter().find(|line| !line.text.is_empty());
    if first.is_some_and(|line| line.text.eq_ignore_ascii_case("[playlist]")) {
        pls(lines)
    } else {
        m3u(lines)
    }
}

/// The encoding of two bytes a character that a list is in which does not name it: the characters that lists begin with
/// have a zero in one of the two.
fn unmarked(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [1..=255, 0, 1..=255, 0, ..] => Some(encoding_rs::UTF_16LE),
        [0, 1..=255, 0, 1..=255, ..] => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

/// A line without the white space around it.
struct Line {
    number: u32,
    text: String,
    raw: Option<Vec<u8>>,
}

/// The lines, each in its own encoding: programs add to a playlist whatever their system writes. Those that are no
/// UTF-8 are taken to be in one older encoding.
fn lines(bytes: &[u8]) -> Vec<Line> {
    let lines = ends(bytes);
    let mut detector = EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    for line in lines.iter().filter(|line| std::str::from_utf8(line).is_err()) {
        detector.feed(line, false);
        detector.feed(b"\n", false);
    }
    detector.feed(b"", true);
    let older = detector.guess(None, chardetng::Utf8Detection::Deny);
    let line = |(number, line): (u32, &[u8])| {
        let raw = line.trim_ascii();
        if let Ok(text) = std::str::from_utf8(raw) {
            Line { number, text: text.to_owned(), raw: None }
        } else {
            let text = older.decode_without_bom_handling(raw).0.into_owned();
            Line { number, text, raw: Some(raw.to_vec()) }
        }
    };
    (1_u32..).zip(lines).map(line).collect()
}

/// The bytes of each line. Lines end with a line feed, a carriage return, or both together.
fn ends(bytes: &[u8]) -> Vec<&[u8]> {
    let mut lines: Vec<&[u8]> = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|b| matches!(b, b'\n' | b'\r')) {
        lines.push(&rest[..at]);
        rest = &rest[at + if rest[at..].starts_with(b"\r\n") { 2 } else { 1 }..];
    }
    lines.push(rest);
    lines
}

fn m3u(lines: Vec<Line>) -> List {
    let mut list = List::default();
    let mut about = None;
    for Line { number, text, raw } in lines {
        if let Some(comment) = text.strip_prefix('#') {
            if let Some(info) = after(comment, "EXTINF:") {
                about = credit(info);
            } else if let Some(name) = after(comment, "PLAYLIST:") {
                list.name = Some(name.trim().to_owned()).filter(|n| !n.is_empty());
            }
        } else if !text.is_empty() && list.entries.len() < MOST {
            list.entries.push(Entry { line: number, text, raw, about: about.take() });
        }
    }
    list
}

/// What follows a word, in whatever case that is.
fn after<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    text.get(..word.len()).filter(|head| head.eq_ignore_ascii_case(word)).map(|_| &text[word.len()..])
}

/// Artist and title behind the first comma that is in no quotes: television lists put attributes before it.
fn credit(info: &str) -> Option<String> {
    let mut quoted = false;
    let comma = info.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == ',' && !quoted
    });
    comma.map(|(at, _)| info[at + 1..].trim().replace(" – ", " - "))
}

/// A list as Winamp writes it: `File1=…` and `Title1=…`, in any order.
fn pls(lines: Vec<Line>) -> List {
    let mut entries: BTreeMap<u32, Entry> = BTreeMap::new();
    let mut titles: BTreeMap<u32, String> = BTreeMap::new();
    for Line { number, text, raw } in lines {
        let Some((key, value)) = text.split_once('=') else { continue };
        let of = |word: &str| after(key.trim(), word).and_then(|place| place.parse::<u32>().ok());
        if let Some(place) = of("File").filter(|_| entries.len() < MOST) {
            let raw = raw.and_then(|raw| Some(raw[raw.iter().position(|b| *b == b'=')? + 1..].to_vec()));
            entries.insert(place, Entry { line: number, text: value.trim().to_owned(), raw, about: None });
        } else if let Some(place) = of("Title") {
            titles.insert(place, value.trim().to_owned());
        }
    }
    for (place, entry) in &mut entries {
        entry.about = titles.remove(place);
    }
    List { name: None, entries: entries.into_values().collect() }
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
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in
            [text.as_bytes(), &utf16, &utf16[2..], &big, &["\u{feff}", text].concat().into_bytes(), &latin]
        {
            let list = read(bytes);
            assert_eq!((list.name.as_deref(), list.entries.len()), (Some("Über"), 1));
            let entry = &list.entries[0];
            assert_eq!((entry.line, entry.text.as_str()), (4, "Musik/Jóga.mp3"));
            assert_eq!(entry.about.as_deref(), Some("Björk - Jóga"));
            assert_eq!(entry.raw.is_some(), bytes == &*latin);
        }
    }

    #[test]
    fn each_line_has_its_own_encoding_and_number() {
        let mixed = b"#EXTM3U\r\nCaf\xc3\xa9.mp3\r\n\r\nAdi\xf3s.mp3\rOl\xc3\xa9.mp3\n";
        let list = read(mixed);
        let entries: Vec<_> = list.entries.iter().map(|e| (e.line, e.text.as_str())).collect();
        assert_eq!(entries, [(2, "Café.mp3"), (4, "Adiós.mp3"), (5, "Olé.mp3")]);
    }

    #[test]
    fn winamps_lists_and_attributes_are_read() {
        let text =
            b"[Playlist]\r\nTitle2=B - Two\nFile2=two.mp3\nfile1=one=1.mp3\nNumberOfEntries=2\nVersion=2\n";
        let list = read(text);
        let entries: Vec<_> =
            list.entries.iter().map(|e| (e.line, e.text.as_str(), e.about.as_deref())).collect();
        assert_eq!(entries, [(4, "one=1.mp3", None), (3, "two.mp3", Some("B - Two"))]);
        let list = read("#extinf:4 tvg-id=\"x\" group=\"a, b\",A – T\nx.mp3\n".as_bytes());
        assert_eq!(list.entries[0].about.as_deref(), Some("A - T"));
    }
}
