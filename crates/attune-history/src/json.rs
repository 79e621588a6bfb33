//! Spotify's data export and `ListenBrainz`: lists of objects, and objects by line.

use crate::names::{isrc, length, musicbrainz, name, play, spotify};
use crate::progress::Progress;
use crate::{Ending, Entry, Format, History, HistoryError, ProblemKind, time};
use serde::Deserializer as _;
use serde::de::{Error as _, SeqAccess, Visitor};
use serde_json::Value;
use std::cell::Cell;
use std::fmt;
use std::io::{self, BufReader, Read};

/// A play that was skipped after so long counts as one of which nobody knows how it ended: most of it was heard.
const LONG_ENOUGH_MS: u64 = 120_000;

/// Reads a list, or lines.
pub(crate) fn read(bytes: &[u8], progress: &mut Progress<'_, '_>) -> Result<History, HistoryError> {
    if bytes.trim_ascii_start().starts_with(b"[") {
        return list(bytes, bytes.len() as u64, progress);
    }
    let (mut gathered, mut read) = (Gathered::default(), 0);
    for line in bytes.split(|byte| *byte == b'\n') {
        read += line.len() + 1;
        if !line.trim_ascii().is_empty() {
            gathered.take(serde_json::from_slice(line).ok().as_ref());
            progress.entry(|| read as f64 / bytes.len() as f64)?;
        }
    }
    gathered.finish()
}

/// Reads a list of about so many bytes, entry by entry: an export of many years is never in memory as a whole.
pub(crate) fn list(
    source: impl Read,
    size: u64,
    progress: &mut Progress<'_, '_>,
) -> Result<History, HistoryError> {
    let read = Cell::new(0);
    let reader = BufReader::with_capacity(BUFFER, Counted { source, read: &read });
    let mut json = serde_json::Deserializer::from_reader(reader);
    let (mut gathered, mut stopped) = (Gathered::default(), None);
    let each = |entry: Value| {
        gathered.take(Some(&entry));
        let told = progress.entry(|| read.get() as f64 / size.max(1) as f64);
        told.map_err(|why| stopped = Some(why)).is_ok()
    };
    let done = json.deserialize_seq(Entries(each)).and_then(|()| json.end());
    match (stopped, done) {
        (Some(why), _) => Err(why),
        // It is JSON, and no list.
        (None, Err(error)) if error.is_data() => Err(HistoryError::Unknown),
        (None, Err(error)) => Err(damaged(&error)),
        (None, Ok(())) => gathered.finish(),
    }
}

const BUFFER: usize = 64 * 1024;

/// Counts the bytes that are read.
struct Counted<'c, R> {
    source: R,
    read: &'c Cell<u64>,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(into)?;
        self.read.set(self.read.get() + read as u64);
        Ok(read)
    }
}

/// Hands each entry of a list to a function, as long as that says to go on.
struct Entries<F>(F);

impl<'de, F: FnMut(Value) -> bool> Visitor<'de> for Entries<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        while let Some(entry) = list.next_element()? {
            if !(self.0)(entry) {
                return Err(A::Error::custom("it was stopped"));
            }
        }
        Ok(())
    }
}

fn damaged(error: &serde_json::Error) -> HistoryError {
    HistoryError::Damaged(format!("line {}, column {}", error.line(), error.column()))
}

/// Entries while they are read. The first one that is one says which format it is.
#[derive(Default)]
struct Gathered {
    found: Option<History>,
    /// Those before it, which are none.
    early: usize,
    place: usize,
}

impl Gathered {
    fn take(&mut self, entry: Option<&Value>) {
        self.place += 1;
        if self.found.is_none() {
            self.found = entry.and_then(format_of).map(History::of);
        }
        let Some(history) = &mut self.found else {
            self.early += 1;
            return;
        };
        let kept = entry.map_or(Entry::Unusable(ProblemKind::Malformed), |e| match history.format {
            Format::ListenBrainz => listen(e),
            _ => stream(e),
        });
        history.take(self.place, kept);
    }

    fn finish(self) -> Result<History, HistoryError> {
        let mut history = self.found.ok_or(HistoryError::Unknown)?;
        for place in 1..=self.early {
            history.take(place, Entry::Unusable(ProblemKind::Malformed));
        }
        history.problems.sort_by_key(|problem| problem.place);
        Ok(history)
    }
}

fn format_of(entry: &Value) -> Option<Format> {
    let has = |name: &str| entry.get(name).is_some();
    if has("listened_at") || has("track_metadata") {
        return Some(Format::ListenBrainz);
    }
    (has("ms_played") || has("msPlayed")).then_some(Format::Spotify)
}

fn text(value: &Value, name_of: &str) -> Option<String> {
    value.get(name_of).and_then(Value::as_str).and_then(name)
}

/// An entry of Spotify's export, the full one or the short one.
fn stream(entry: &Value) -> Entry {
    let yes = |name: &str| entry.get(name).and_then(Value::as_bool) == Some(true);
    let title = text(entry, "master_metadata_track_name").or_else(|| text(entry, "trackName"));
    let artist = text(entry, "master_metadata_album_artist_name").or_else(|| text(entry, "artistName"));
    let number = |name: &str| entry.get(name).and_then(Value::as_u64);
    let Some(heard) = number("ms_played").or_else(|| number("msPlayed")) else {
        return Entry::Unusable(ProblemKind::Malformed);
    };
    let other = ["episode_name", "audiobook_title"].iter().any(|name| text(entry, name).is_some());
    if yes("incognito_mode") || heard == 0 || (title.is_none() && other) {
        return Entry::LeftOut;
    }
    let at = text(entry, "ts").or_else(|| text(entry, "endTime")).and_then(|t| time::text(&t));
    let mut play = match play(title, artist, at) {
        Ok(play) => play,
        Err(problem) => return Entry::Unusable(problem),
    };
    play.album = text(entry, "master_metadata_album_album_name");
    play.spotify = text(entry, "spotify_track_uri").as_deref().and_then(spotify);
    play.heard_ms = u32::try_from(heard).ok();
    play.ending = match entry.get("reason_end").and_then(Value::as_str) {
        Some("trackdone") => Ending::Finished,
        Some("fwdbtn" | "backbtn") if heard < LONG_ENOUGH_MS => Ending::Skipped,
        _ if yes("skipped") && heard < LONG_ENOUGH_MS => Ending::Skipped,
        _ => Ending::Unknown,
    };
    Entry::Play(play)
}

/// A listen of `ListenBrainz`, which says what was heard and nothing of how it ended.
fn listen(entry: &Value) -> Entry {
    let Some(about) = entry.get("track_metadata") else { return Entry::Unusable(ProblemKind::Malformed) };
    let at = entry.get("listened_at").and_then(Value::as_i64).and_then(time::number);
    let mut play = match play(text(about, "track_name"), text(about, "artist_name"), at) {
        Ok(play) => play,
        Err(problem) => return Entry::Unusable(problem),
    };
    play.album = text(about, "release_name");
    // What the player said goes before what ListenBrainz found itself.
    let said = ["additional_info", "mbid_mapping"].iter().filter_map(|part| about.get(part));
    let mut ids = said.filter_map(|part| text(part, "recording_mbid"));
    play.musicbrainz = ids.find_map(|id| musicbrainz(&id));
    if let Some(more) = about.get("additional_info") {
        let number = |name: &str| more.get(name).and_then(Value::as_f64);
        play.spotify = text(more, "spotify_id").as_deref().and_then(spotify);
        play.isrc = text(more, "isrc").as_deref().and_then(isrc);
        play.length_ms =
            number("duration_ms").or_else(|| Some(number("duration")? * 1_000.0)).and_then(length);
    }
    Entry::Play(play)
}
