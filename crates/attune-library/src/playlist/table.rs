//! Tracks as rows of comma-separated values (RFC 4180).

use crate::query::LocalTrack;

/// The names of the columns.
pub(super) const HEADER: &str = "title,artist,album,year,genre,duration_ms,tempo,valence,energy,file\n";

/// What stands for an artist that no tag names: a row needs one.
const NOBODY: &str = "Unknown artist";

/// A track's row.
pub(super) fn row(track: &LocalTrack) -> String {
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

/// A field in quotes where it must be.
fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
