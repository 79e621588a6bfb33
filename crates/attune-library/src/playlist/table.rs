//! Tracks as rows of comma-separated values (RFC 4180).

use crate::query::LocalTrack;

/// The names of the columns.
pub(super) const HEADER: &str = "title,artist,album,year,genre,duration_ms,tempo,valence,energy,file\n";

/// What stands for an artist that no tag names: a row needs one.
const NOBODY: &str = "Unknown artist";

/// What a spreadsheet takes for the beginning of a formula, which could run a program or send cells away; or what it may pass
/// over before one.
const FORMULAS: [char; 8] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0'];

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Hearing;
    use attune_core::TrackId;

    /// What spreadsheets take for a formula, or pass over before one (OWASP ASVS 1.2.10).
    const STARTS: [&str; 8] = ["=", "+", "-", "@", "\t=", "\r=", "\n=", "\0="];

    /// A track of which every text is the same.
    fn named(text: &str) -> LocalTrack {
        LocalTrack {
            id: TrackId("local:1".into()),
            title: text.into(),
            artist: text.into(),
            album: Some(text.into()),
            album_artist: None,
            number: None,
            disc: None,
            year: Some(1999),
            genre: Some(text.into()),
            isrc: None,
            duration_ms: Some(1),
            format: "wav".into(),
            rate: None,
            channels: None,
            file: text.into(),
            copies: 1,
            found_at: 0.0,
            tempo: None,
            loudness: None,
            heard: None,
            hearing: Hearing::Waiting,
        }
    }

    /// The fields of a row: the reading of RFC 4180 that a spreadsheet does.
    fn fields(row: &str) -> Vec<String> {
        let (mut all, mut quoted) = (vec![String::new()], false);
        for c in row.chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => all.push(String::new()),
                c => all.last_mut().unwrap().push(c),
            }
        }
        all
    }

    #[test]
    fn no_text_of_a_track_begins_a_formula_unless_asked_for() {
        for start in STARTS {
            let text = format!("{start}1+1");
            let track = named(&text);
            let safe = fields(row(&track, Cells::Safe).trim_end_matches('\n'));
            let guarded = safe.iter().filter(|field| **field == format!("'{text}")).count();
            assert_eq!(guarded, 5, "title, artist, album, genre, file: {safe:?}");
            assert!(!safe.iter().any(|field| field.starts_with(FORMULAS)), "{safe:?}");
            let raw = fields(row(&track, Cells::Raw).trim_end_matches('\n'));
            assert_eq!(raw.iter().filter(|field| **field == text).count(), 5, "{raw:?}");
        }
        assert_eq!(Cells::Safe.field("1-2 = 3"), "1-2 = 3", "only what begins with it");
    }
}
