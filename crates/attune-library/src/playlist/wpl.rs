//! WPL, the playlists of Windows Media Player, and ZPL, those of Zune: XML after the manner of SMIL. In only.

use super::list::{Entry, List, MOST};
use super::xml::{self, Attributes, Elements};

/// Whether a file is such a list.
pub(super) fn is(bytes: &[u8]) -> bool {
    xml::is(bytes, "<smil")
}

/// Reads a list; what follows after broken XML is not read.
pub(super) fn read(bytes: &[u8]) -> List {
    let mut list = List::default();
    xml::read(bytes, &mut list);
    list
}

impl Elements for List {
    fn open(&mut self, path: &[String], line: u32, attributes: &Attributes<'_>) {
        let is_media = path.last().is_some_and(|name| name == "media");
        if !is_media || self.entries.len() >= MOST {
            return;
        }
        let [artist, title] = ["trackArtist", "trackTitle"].map(|name| attributes.value(name));
        let about = if artist.is_empty() { title } else { format!("{artist} - {title}") };
        let about = Some(about).filter(|about| !about.is_empty());
        let source = Some(attributes.value("src")).filter(|source| !source.is_empty());
        if let Some(text) = source.or_else(|| about.clone()) {
            self.entries.push(Entry { line, text, raw: None, about });
        }
    }

    fn close(&mut self, path: &[String], said: &str) {
        if path.iter().map(String::as_str).eq(["smil", "head", "title"]) {
            self.name = Some(said.to_owned()).filter(|name| !name.is_empty());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn media_are_read_with_their_lines_and_names() {
        let text = "<?wpl version=\"1.0\"?>\r\n<smil>\r\n<head>\r\n\
            <meta name=\"Generator\" content=\"Somebody\"/>\r\n<title>Rain &amp; Sun</title>\r\n</head>\r\n<body><seq>\r\n\
            <media src=\"..\\Rock\\One &amp; Two.wma\" albumTitle=\"No\" trackTitle=\"One\" trackArtist=\"A &apos;B&apos;\"/>\r\n\
            <media src=\"C:\\Music\\Three.mp3\" tid=\"{4}\"></media>\r\n\
            <media src=\"\" trackTitle=\"Four\"/><media/>\r\n</seq></body></smil>";
        assert!(is(text.as_bytes()) && !is(b"<playlist>") && !is(b"#EXTM3U\n<smil>"));
        let list = read(text.as_bytes());
        assert_eq!(list.name.as_deref(), Some("Rain & Sun"));
        let entries: Vec<_> =
            list.entries.iter().map(|e| (e.line, e.text.as_str(), e.about.as_deref())).collect();
        let expected = [
            (8, "..\\Rock\\One & Two.wma", Some("A 'B' - One")),
            (9, "C:\\Music\\Three.mp3", None),
            (10, "Four", Some("Four")),
        ];
        assert_eq!(entries, expected);
    }

    #[test]
    fn a_broken_list_gives_what_it_has() {
        let broken = b"<smil><body><seq><media src=\"a.mp3\"/><media src=\"b";
        let list = read(broken);
        assert_eq!((list.entries.len(), list.entries[0].text.as_str()), (1, "a.mp3"));
    }
}
