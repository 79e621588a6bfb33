//! Last.fm's scrobbles as tools export them: tables with a header, or artist, album, title and time without one.

use crate::names::{musicbrainz, name, play};
use crate::progress::Progress;
use crate::{Entry, Format, History, HistoryError, Play, ProblemKind, time};

/// Where the columns are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Columns {
    artist: usize,
    title: usize,
    album: Option<usize>,
    musicbrainz: Option<usize>,
    at: usize,
}

/// Without a header: artist, album, title, time.
const USUAL: Columns = Columns { artist: 0, title: 2, album: Some(1), musicbrainz: None, at: 3 };

/// Reads a table.
pub(crate) fn read(text: &str, progress: &mut Progress<'_, '_>) -> Result<History, HistoryError> {
    let first = text.lines().next().unwrap_or_default();
    let separator = if first.matches(';').count() > first.matches(',').count() { ';' } else { ',' };
    let mut rows = Rows { rest: text, separator, line: 1 }.peekable();
    let (_, _, head) = rows.peek().ok_or(HistoryError::Unknown)?;
    let columns = match header(head) {
        Some(columns) => {
            rows.next();
            columns
        }
        None if head.len() == 4 && time::text(&head[3]).is_some() => USUAL,
        None => return Err(HistoryError::Unknown),
    };
    let mut history = History::of(Format::LastFm);
    for (line, left, row) in rows.filter(|(.., row)| row.iter().any(|field| !field.trim().is_empty())) {
        history.take(line, entry(&row, columns));
        progress.entry(|| 1.0 - left as f64 / text.len() as f64)?;
    }
    Ok(history)
}

fn header(row: &[String]) -> Option<Columns> {
    let folded: Vec<String> = row
        .iter()
        .map(|field| {
            let word = field.split('#').next().unwrap_or_default();
            word.trim().to_lowercase().replace([' ', '_'], "")
        })
        .collect();
    let find = |names: &[&str]| names.iter().find_map(|name| folded.iter().position(|f| f == name));
    Some(Columns {
        artist: find(&["artist", "artistname"])?,
        title: find(&["track", "title", "trackname", "name", "song"])?,
        album: find(&["album", "albumname"]),
        musicbrainz: find(&["trackmbid", "recordingmbid"]),
        at: find(&["uts", "timestamp", "utctime", "date", "time", "listenedat"])?,
    })
}

fn entry(row: &[String], columns: Columns) -> Entry {
    let field = |place: usize| row.get(place).map(String::as_str);
    let (Some(artist), Some(title), Some(at)) =
        (field(columns.artist), field(columns.title), field(columns.at))
    else {
        return Entry::Unusable(ProblemKind::Malformed);
    };
    match play(name(title), name(artist), time::text(at)) {
        Ok(play) => Entry::Play(Play {
            album: columns.album.and_then(field).and_then(name),
            musicbrainz: columns.musicbrainz.and_then(field).and_then(musicbrainz),
            ..play
        }),
        Err(problem) => Entry::Unusable(problem),
    }
}

/// The rows of a table with the lines that they begin on and how many bytes are left after them (RFC 4180; a quote that is never closed ends with the text).
struct Rows<'a> {
    rest: &'a str,
    separator: char,
    line: usize,
}

impl Iterator for Rows<'_> {
    type Item = (usize, usize, Vec<String>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let (began, mut row, mut field, mut quoted) = (self.line, Vec::new(), String::new(), false);
        let mut characters = self.rest.char_indices().peekable();
        let mut end = self.rest.len();
        while let Some((at, c)) = characters.next() {
            self.line += usize::from(c == '\n');
            match c {
                '"' if quoted && characters.peek().is_some_and(|(_, next)| *next == '"') => {
                    characters.next();
                    field.push('"');
                }
                '"' if quoted || field.is_empty() => quoted = !quoted,
                '\n' if !quoted => {
                    end = at + 1;
                    break;
                }
                '\r' if !quoted => {}
                _ if c == self.separator && !quoted => row.push(std::mem::take(&mut field)),
                _ => field.push(c),
            }
        }
        row.push(field);
        self.rest = &self.rest[end..];
        Some((began, self.rest.len(), row))
    }
}
