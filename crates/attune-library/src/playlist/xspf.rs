//! XSPF, the XML playlist format (xspf.org): in, and out.

use super::list::{Entry, List, MOST};
use crate::query::LocalTrack;
use encoding_rs::{Encoding, WINDOWS_1252};
use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::{BytesRef, Event};
use std::borrow::Cow;

/// What a list begins with.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<playlist version=\"1\" xmlns=\"http://xspf.org/ns/0/\">\n  <trackList>\n";
/// What it ends with.
pub(super) const FOOT: &str = "  </trackList>\n</playlist>\n";

/// Whether a file is such a list.
pub(super) fn is(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(4_096)];
    start.trim_ascii_start().starts_with(b"<") && String::from_utf8_lossy(start).contains("<playlist")
}

/// Reads a list; what follows after broken XML is not read.
pub(super) fn read(bytes: &[u8]) -> List {
    let text = text(bytes);
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = false;
    let mut reading = Reading::new(&text);
    while let Ok(event) = reader.read_event() {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        match event {
            Event::Start(tag) => reading.open(tag.local_name().as_ref(), at),
            Event::End(_) => reading.close(),
            Event::Text(part) => reading.said(&part),
            Event::CData(part) => reading.said(&part),
            Event::GeneralRef(part) => reading.said(&referred(&part)),
            Event::Eof => break,
            _ => {}
        }
    }
    reading.list
}

/// The document in UTF-8, from the encoding that it names where it is in another.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.into();
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    let named =
        head.split_once("encoding=").and_then(|(_, rest)| rest.split(['"', '\'']).nth(1).map(str::to_owned));
    let encoding = named.and_then(|name| Encoding::for_label(name.as_bytes())).unwrap_or(WINDOWS_1252);
    encoding.decode_without_bom_handling(bytes).0.into_owned().into()
}

fn referred(part: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = part.resolve_char_ref() {
        return c.into();
    }
    quick_xml::escape::resolve_predefined_entity(part).unwrap_or_default().to_owned()
}

/// A list while it is read.
struct Reading<'t> {
    document: &'t str,
    /// Up to where its lines are counted, and how many there were.
    counted: (usize, u32),
    /// The elements that are open.
    path: Vec<String>,
    said: String,
    /// The line of the element that is open.
    line: u32,
    track: Track,
    list: List,
}

#[derive(Default)]
struct Track {
    location: Option<(u32, String)>,
    line: u32,
    title: String,
    creator: String,
}

impl<'t> Reading<'t> {
    fn new(document: &'t str) -> Self {
        Self {
            document,
            counted: (0, 1),
            path: Vec::new(),
            said: String::new(),
            line: 1,
            track: Track::default(),
            list: List::default(),
        }
    }

    fn open(&mut self, name: &str, at: usize) {
        let passed = self.document.get(self.counted.0..at).unwrap_or_default();
        let lines = u32::try_from(passed.matches('\n').count()).unwrap_or(u32::MAX);
        self.counted = (at, self.counted.1.saturating_add(lines));
        self.line = self.counted.1;
        self.said.clear();
        self.path.push(name.to_owned());
        if self.is_at(&["playlist", "trackList", "track"]) {
            self.track = Track { line: self.line, ..Track::default() };
        }
    }

    fn said(&mut self, text: &str) {
        self.said.push_str(text);
    }

    fn close(&mut self) {
        let said = std::mem::take(&mut self.said).trim().to_owned();
        if self.is_at(&["playlist", "title"]) {
            self.list.name = Some(said).filter(|name| !name.is_empty());
        } else if self.is_at(&["playlist", "trackList", "track"]) {
            let track = std::mem::take(&mut self.track);
            self.list.entries.extend(track.entry().filter(|_| self.list.entries.len() < MOST));
        } else if self.is_at(&["playlist", "trackList", "track", "location"]) {
            self.track.location.get_or_insert((self.line, said));
        } else if self.is_at(&["playlist", "trackList", "track", "title"]) {
            self.track.title = said;
        } else if self.is_at(&["playlist", "trackList", "track", "creator"]) {
            self.track.creator = said;
        }
        self.path.pop();
    }

    fn is_at(&self, path: &[&str]) -> bool {
        self.path.iter().map(String::as_str).eq(path.iter().copied())
    }
}

impl Track {
    fn entry(self) -> Option<Entry> {
        let Self { location, line, title, creator } = self;
        let about = if creator.is_empty() { title } else { format!("{creator} - {title}") };
        let about = Some(about).filter(|about| !about.is_empty());
        let (line, text) = location.or_else(|| Some((line, about.clone()?)))?;
        Some(Entry { line, text, raw: None, about })
    }
}

/// A track whose file is at an address.
pub(super) fn track(track: &LocalTrack, address: &str) -> String {
    let element = |name: &str, text: &str| match legal(text) {
        text if text.is_empty() => String::new(),
        text => format!("      <{name}>{}</{name}>\n", escape(text.as_str())),
    };
    let duration = track.duration_ms.map_or_else(String::new, |ms| ms.to_string());
    let elements = [
        element("location", address),
        element("title", &track.title),
        element("creator", &track.artist),
        element("album", track.album.as_deref().unwrap_or_default()),
        element("duration", &duration),
    ];
    format!("    <track>\n{}    </track>\n", elements.concat())
}

/// Without the characters that XML cannot say.
fn legal(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(list: &List) -> Vec<(u32, &str, Option<&str>)> {
        list.entries.iter().map(|e| (e.line, e.text.as_str(), e.about.as_deref())).collect()
    }

    #[test]
    fn locations_are_read_with_their_lines_and_names() {
        let text = "<?xml version=\"1.0\"?>\n<playlist version=\"1\" xmlns=\"http://xspf.org/ns/0/\">\r\n\
            <title>Rain &amp; Sun</title><location>http://example.org/list</location>\n<trackList>\n\
            <track>\n<title>One &lt;3&#33;</title><creator><![CDATA[A & B]]></creator>\n\
            <location>Rock/01%20One.wav</location><location>http://example.org/one</location></track>\n\
            <track><title>Two</title><extension application=\"x\"><title>no</title></extension></track>\n\
            <track/><track></track></trackList></playlist>";
        assert!(is(text.as_bytes()) && !is(b"#EXTM3U\n<playlist") && !is(b""));
        let list = read(text.as_bytes());
        assert_eq!(list.name.as_deref(), Some("Rain & Sun"));
        let expected = [(7, "Rock/01%20One.wav", Some("A & B - One <3!")), (8, "Two", Some("Two"))];
        assert_eq!(entries(&list), expected);
    }

    #[test]
    fn broken_and_older_documents_give_what_they_have() {
        let broken = "<playlist><trackList><track><location>a</location></track><track><loc";
        assert_eq!(entries(&read(broken.as_bytes())), [(1, "a", None)]);
        let older =
            b"<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><playlist><trackList><track><location>\xe9\
            </location></track></trackList></playlist>";
        assert_eq!(entries(&read(older)), [(1, "\u{e9}", None)]);
    }
}
