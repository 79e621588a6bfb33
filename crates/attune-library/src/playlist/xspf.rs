//! XSPF, the XML playlist format (xspf.org): in, and out.

use super::list::{Entry, List, MOST};
use super::xml::{self, Attributes, Elements};
use crate::query::LocalTrack;
use quick_xml::escape::escape;

/// What a list begins with.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<playlist version=\"1\" xmlns=\"http://xspf.org/ns/0/\">\n  <trackList>\n";
/// What it ends with.
pub(super) const FOOT: &str = "  </trackList>\n</playlist>\n";

/// Whether a file is such a list.
pub(super) fn is(bytes: &[u8]) -> bool {
    xml::is(bytes, "<playlist")
}

/// Reads a list; what follows after broken XML is not read.
pub(super) fn read(bytes: &[u8]) -> List {
    let mut reading = Reading::default();
    xml::read(bytes, &mut reading);
    reading.list
}

/// A list while it is read.
#[derive(Default)]
struct Reading {
    /// The line of the element that was opened last.
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

impl Elements for Reading {
    fn open(&mut self, path: &[String], line: u32, _: &Attributes<'_>) {
        self.line = line;
        if is_at(path, &["playlist", "trackList", "track"]) {
            self.track = Track { line, ..Track::default() };
        }
    }

    fn close(&mut self, path: &[String], said: &str) {
        let said = said.to_owned();
        if is_at(path, &["playlist", "title"]) {
            self.list.name = Some(said).filter(|name| !name.is_empty());
        } else if is_at(path, &["playlist", "trackList", "track"]) {
            let track = std::mem::take(&mut self.track);
            self.list.entries.extend(track.entry().filter(|_| self.list.entries.len() < MOST));
        } else if is_at(path, &["playlist", "trackList", "track", "location"]) {
            self.track.location.get_or_insert((self.line, said));
        } else if is_at(path, &["playlist", "trackList", "track", "title"]) {
            self.track.title = said;
        } else if is_at(path, &["playlist", "trackList", "track", "creator"]) {
            self.track.creator = said;
        }
    }
}

fn is_at(path: &[String], elements: &[&str]) -> bool {
    path.iter().map(String::as_str).eq(elements.iter().copied())
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
