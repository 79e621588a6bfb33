//! The library of iTunes or Music as XML: how often each track was played and skipped, and when last.

use crate::names::{length, name};
use crate::progress::Progress;
use crate::{Ending, Entry, Format, History, HistoryError, Play, ProblemKind, time};
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use std::collections::HashMap;

/// Nobody played a track more often.
const MOST_TIMES: u32 = 100_000;

/// Reads a library; what follows after broken XML is not read.
pub(crate) fn read(bytes: &[u8], progress: &mut Progress<'_, '_>) -> Result<History, HistoryError> {
    let text = String::from_utf8_lossy(bytes);
    if !text.contains("<plist") || !text.contains("<key>Tracks</key>") {
        return Err(HistoryError::Unknown);
    }
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_end_names = false;
    let mut reading = Reading::default();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => reading.open(tag.local_name().as_ref()),
            Event::Empty(tag) => reading.flag(tag.local_name().as_ref()),
            Event::Text(part) => reading.text.push_str(&part),
            Event::GeneralRef(part) => match part.resolve_char_ref() {
                Ok(Some(c)) => reading.text.push(c),
                _ => reading.text.push_str(resolve_predefined_entity(&part).unwrap_or_default()),
            },
            Event::End(tag) => {
                let tracks = reading.place;
                reading.close(tag.local_name().as_ref());
                if reading.place > tracks {
                    progress.entry(|| reader.buffer_position() as f64 / text.len() as f64)?;
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(reading.history)
}

/// What was read so far. Tracks are the dictionaries three deep; playlists, which are lists, come after them.
struct Reading {
    history: History,
    depth: usize,
    lists: usize,
    key: String,
    text: String,
    track: HashMap<String, String>,
    place: usize,
}

impl Default for Reading {
    fn default() -> Self {
        let history = History::of(Format::ITunes);
        let (key, text, track) = (String::new(), String::new(), HashMap::new());
        Self { history, depth: 0, lists: 0, key, text, track, place: 0 }
    }
}

impl Reading {
    fn in_track(&self) -> bool {
        self.depth == 3 && self.lists == 0
    }

    fn open(&mut self, tag: &str) {
        self.text.clear();
        match tag {
            "dict" => {
                self.depth += 1;
                self.track.clear();
            }
            "array" => self.lists += 1,
            _ => {}
        }
    }

    fn flag(&mut self, tag: &str) {
        if self.in_track() && tag == "true" {
            self.track.insert(std::mem::take(&mut self.key), "true".into());
        }
    }

    fn close(&mut self, tag: &str) {
        match tag {
            "key" => self.key = std::mem::take(&mut self.text),
            "dict" => {
                if self.in_track() {
                    self.take_track();
                }
                self.depth = self.depth.saturating_sub(1);
            }
            "array" => self.lists = self.lists.saturating_sub(1),
            _ if self.in_track() => {
                self.track.insert(std::mem::take(&mut self.key), std::mem::take(&mut self.text));
            }
            _ => {}
        }
    }

    fn take_track(&mut self) {
        self.place += 1;
        let of = |key: &str| self.track.get(key).map(String::as_str);
        let count = |key: &str| of(key).and_then(|n| n.parse::<u32>().ok()).unwrap_or(0).min(MOST_TIMES);
        let (played, skipped) = (count("Play Count"), count("Skip Count"));
        let other = ["Podcast", "Movie", "TV Show", "Audiobook", "Has Video"];
        if played + skipped == 0 || other.iter().any(|kind| of(kind).is_some()) {
            self.history.left_out += usize::from(played + skipped > 0);
            return;
        }
        let (title, artist) = (of("Name").and_then(name), of("Artist").and_then(name));
        let (Some(title), Some(artist)) = (title, artist) else {
            return self.history.take(self.place, Entry::Unusable(ProblemKind::Unnamed));
        };
        let album = of("Album").and_then(name);
        let length_ms = of("Total Time").and_then(|ms| ms.parse().ok()).and_then(length);
        let at = |key: &str| of(key).and_then(time::text);
        let plays =
            [(played, Ending::Finished, at("Play Date UTC")), (skipped, Ending::Skipped, at("Skip Date"))];
        for (times, ending, at) in plays.into_iter().filter(|(times, ..)| *times > 0) {
            let (title, artist, album) = (title.clone(), artist.clone(), album.clone());
            self.history.plays.push(Play {
                title,
                artist,
                album,
                spotify: None,
                isrc: None,
                musicbrainz: None,
                length_ms,
                at,
                heard_ms: None,
                ending,
                times,
            });
        }
    }
}
