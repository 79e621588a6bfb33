//! XML documents, element by element, as far as they can be read.

use encoding_rs::{Encoding, WINDOWS_1252};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;

/// Who takes what stands in a document.
pub(super) trait Elements {
    /// An element begins, the last one of `path`, in this line from 1.
    fn open(&mut self, path: &[String], line: u32, attributes: &Attributes<'_>);
    /// It ends; `said` is the text behind its last inner element, without the white space around it.
    fn close(&mut self, path: &[String], said: &str);
}

/// The attributes of an element.
pub(super) struct Attributes<'e>(&'e BytesStart<'e>);

impl Attributes<'_> {
    /// The value of one, in whatever case its name is; empty where it is absent or broken.
    pub(super) fn value(&self, name: &str) -> String {
        let mut all = self.0.attributes();
        let found = all.with_checks(false).flatten().find(|a| a.key.as_ref().eq_ignore_ascii_case(name));
        found
            .and_then(|a| a.normalized_value(XmlVersion::default()).ok().map(Cow::into_owned))
            .unwrap_or_default()
    }
}

/// Whether a file is a document with this element among its first.
pub(super) fn is(bytes: &[u8], element: &str) -> bool {
    let start = &bytes[..bytes.len().min(4_096)];
    start.trim_ascii_start().starts_with(b"<") && String::from_utf8_lossy(start).contains(element)
}

/// Hands the elements of a document on; what follows after broken XML is not read.
pub(super) fn read(bytes: &[u8], to: &mut impl Elements) {
    let text = text(bytes);
    let mut reader = Reader::from_str(&text);
    let config = reader.config_mut();
    (config.check_end_names, config.expand_empty_elements) = (false, true);
    let mut walk = Walk { document: &text, counted: (0, 1), path: Vec::new(), said: String::new(), to };
    while let Ok(event) = reader.read_event() {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        match event {
            Event::Start(tag) => walk.open(&tag, at),
            Event::End(_) => walk.close(),
            Event::Text(part) => walk.said.push_str(&part),
            Event::CData(part) => walk.said.push_str(&part),
            Event::GeneralRef(part) => walk.said.push_str(&referred(&part)),
            Event::Eof => break,
            _ => {}
        }
    }
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

/// A document while it is read.
struct Walk<'w, T> {
    document: &'w str,
    /// Up to where its lines are counted, and how many there were.
    counted: (usize, u32),
    /// The elements that are open.
    path: Vec<String>,
    said: String,
    to: &'w mut T,
}

impl<T: Elements> Walk<'_, T> {
    fn open(&mut self, tag: &BytesStart<'_>, at: usize) {
        let passed = self.document.get(self.counted.0..at).unwrap_or_default();
        let lines = u32::try_from(passed.matches('\n').count()).unwrap_or(u32::MAX);
        self.counted = (at.max(self.counted.0), self.counted.1.saturating_add(lines));
        self.said.clear();
        self.path.push(tag.local_name().as_ref().to_owned());
        self.to.open(&self.path, self.counted.1, &Attributes(tag));
    }

    fn close(&mut self) {
        self.to.close(&self.path, self.said.trim());
        self.said.clear();
        self.path.pop();
    }
}
