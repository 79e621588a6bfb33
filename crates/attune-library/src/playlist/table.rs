//! Tracks as rows of comma-separated values (RFC 4180).

use crate::query::LocalTrack;

/// The names of the columns.
pub(super) const HEADER: &str = "title,artist,album,year,genre,duration_ms,tempo,valence,energy,file\n";

/// What stands for an artist that no tag names: a row needs one.
const NOBODY: &str = "Unknown artist";

/// What a spreadsheet takes for the beginning of a formula, which could run a program or send cells away.
const FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// How texts stand in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cells {
    /// One that a spreadsheet would take for a formula has an apostrophe before it, as people write such texts there. The
    /// import of catalogues takes it away again.
    Safe,
    /// As they are.
    Raw,
}

impl Cells {
    /// A text as a field, in quotes where it must be.
    #[must_use]
    pub fn field(self, text: &str) -> String {
        let guard = if self == Self::Safe && text.starts_with(FORMULAS) { "'" } else { "" };
        let text = format!("{guard}{text}");
        if text.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text
        }
    }
}

/// A track's row.
pub(super) fn row(track: &LocalTrack, cells: Cells) -> String {
    let quoted = |text: &str| cells.field(text);
    let axis =
        |value: Option<f64>| value.map_or_else(String::new, |x| format!("{:.4}", f64::midpoint(x, 1.0)));
    let artist = if track.artist.is_empty() { NOBODY } else { &track.artist };
    let number = |value: Option<String>| value.unwrap_or_default();
    let fields = [
        quoted(&track.title),
        quoted(artist),
        quoted(track.album.as_deref().unwrap_or_default()),
        number(track.year.map(|y| y.to_string())),
        quoted(track.genre.as_deref().unwrap_or_default()),
        number(track.duration_ms.map(|ms| ms.to_string())),
        number(track.tempo.map(|bpm| format!("{bpm:.2}"))),
        axis(track.heard.map(|h| h.mean.valence)),
        axis(track.heard.map(|h| h.mean.arousal)),
        quoted(&track.file),
    ];
    fields.join(",") + "\n"
}
