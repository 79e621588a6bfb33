//! What people heard elsewhere: the histories that music services and players export, read into plays.
//!
//! | format | what is read |
//! |---|---|
//! | Spotify's data export, also zipped | `Streaming_History_Audio_*.json`, and `StreamingHistory_music_*.json` of the short export |
//! | Last.fm, as several tools export it | CSV with a header, or artist, album, title and time without one |
//! | `ListenBrainz` | JSON lines, or a JSON list |
//! | iTunes and Music | the library as XML, with how often each track was played and skipped |
//!
//! [`read`] finds out which one it is; [`read_watched`] does too, tells how far it is and ends when it is told to. What cannot be used is told by its place ([`Problem`]); what is no music, and what was
//! heard in a private session, is left out. No mood is claimed for a play.

mod csv;
mod json;
mod names;
mod plist;
mod progress;
mod time;
mod zipped;

pub use progress::Watch;

use attune_core::Timestamp;
use progress::Progress;
use std::collections::HashSet;

/// Which export it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Spotify's data export.
    Spotify,
    /// Last.fm, as CSV.
    LastFm,
    /// `ListenBrainz`.
    ListenBrainz,
    /// The library of iTunes or Music.
    ITunes,
}

impl Format {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Spotify => "Spotify",
            Self::LastFm => "Last.fm",
            Self::ListenBrainz => "ListenBrainz",
            Self::ITunes => "iTunes",
        }
    }
}

/// How a play ended, as far as the export says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The track was played to its end.
    Finished,
    /// The listener went on.
    Skipped,
    /// Nobody knows.
    Unknown,
}

/// A track that was played, once or several times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Play {
    /// Title as credited.
    pub title: String,
    /// Artist as credited.
    pub artist: String,
    /// Album, where the export names it.
    pub album: Option<String>,
    /// Spotify's 22-character identifier, where the export has it.
    pub spotify: Option<String>,
    /// International Standard Recording Code, twelve capital letters and digits, where the export has it.
    pub isrc: Option<String>,
    /// `MusicBrainz`'s identifier of the recording, 36 lower-case characters, where the export has it.
    pub musicbrainz: Option<String>,
    /// The track's length in milliseconds, at least 1, where the export has it.
    pub length_ms: Option<u32>,
    /// When; for several plays, the last of them. None where the export does not say.
    pub at: Option<Timestamp>,
    /// How long it was heard, in milliseconds, for a single play.
    pub heard_ms: Option<u32>,
    /// How it ended.
    pub ending: Ending,
    /// How many plays these are, at least 1.
    pub times: u32,
}

/// Why an entry cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// There is no title or no artist.
    Unnamed,
    /// The time makes no sense.
    Time,
    /// It is not what the format has there.
    Malformed,
}

impl ProblemKind {
    /// What is wrong, in English.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Unnamed => "no title or no artist",
            Self::Time => "no time that can be read",
            Self::Malformed => "not an entry of this format",
        }
    }
}

/// An entry that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file within an archive; empty where there is none.
    pub file: String,
    /// Its line, or its place in a list, from 1.
    pub place: usize,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// Which export it is.
    pub format: Format,
    /// The plays, in the order of the export.
    pub plays: Vec<Play>,
    /// Entries that cannot be used, the first [`MOST_PROBLEMS`].
    pub problems: Vec<Problem>,
    /// How many cannot be used.
    pub unusable: usize,
    /// How many were left out: podcasts, audiobooks, films, private sessions, plays without any sound.
    pub left_out: usize,
}

/// The most problems that are told one by one.
pub const MOST_PROBLEMS: usize = 100;
/// The most entries that are read: a century of listening day and night has fewer.
const MOST_PLAYS: usize = 20_000_000;

/// What a history comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Plays in all.
    pub plays: u64,
    /// Of these, played to the end for sure.
    pub finished: u64,
    /// Of these, skipped for sure.
    pub skipped: u64,
    /// Different tracks.
    pub tracks: usize,
    /// Different artists.
    pub artists: usize,
    /// The first and the last moment that is known.
    pub span: Option<(Timestamp, Timestamp)>,
}

impl History {
    pub(crate) fn of(format: Format) -> Self {
        Self { format, plays: Vec::new(), problems: Vec::new(), unusable: 0, left_out: 0 }
    }

    pub(crate) fn take(&mut self, place: usize, entry: Entry) {
        match entry {
            Entry::Play(play) => self.plays.push(play),
            Entry::LeftOut => self.left_out += 1,
            Entry::Unusable(kind) => {
                self.unusable += 1;
                if self.problems.len() < MOST_PROBLEMS {
                    self.problems.push(Problem { file: String::new(), place, kind });
                }
            }
        }
    }

    /// What it comes to. Titles and artists that differ in case alone are the same.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let count = |ending: Option<Ending>| {
            let of = self.plays.iter().filter(|p| ending.is_none_or(|e| p.ending == e));
            of.map(|p| u64::from(p.times)).sum()
        };
        let times = || self.plays.iter().filter_map(|p| p.at);
        let artists: HashSet<String> = self.plays.iter().map(|p| p.artist.to_lowercase()).collect();
        let names = |p: &Play| (p.artist.to_lowercase(), p.title.to_lowercase());
        Summary {
            plays: count(None),
            finished: count(Some(Ending::Finished)),
            skipped: count(Some(Ending::Skipped)),
            tracks: self.plays.iter().map(names).collect::<HashSet<_>>().len(),
            artists: artists.len(),
            span: times().min().zip(times().max()),
        }
    }
}

/// What an entry of an export is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Entry {
    Play(Play),
    LeftOut,
    Unusable(ProblemKind),
}

/// Why a file cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// It is none of the formats.
    #[error(
        "This is no listening history that Attune knows: Spotify's data export, Last.fm as CSV, ListenBrainz or an iTunes library."
    )]
    Unknown,
    /// It breaks off or is damaged.
    #[error("The file is damaged: {0}. Export your history again.")]
    Damaged(String),
    /// It is larger than anything a listener could have heard.
    #[error("The file is too large to be a listening history.")]
    TooLarge,
    /// Whoever watched it being read said so.
    #[error("The reading was stopped.")]
    Stopped,
}

/// The day of a moment in universal time, as `2023-05-01`.
#[must_use]
pub fn day(at: Timestamp) -> String {
    time::day(at)
}

/// Reads an export.
pub fn read(bytes: &[u8]) -> Result<History, HistoryError> {
    read_watched(bytes, &mut |_| true)
}

/// Reads an export and tells now and then how far it is. Fails with [`HistoryError::Stopped`] once `watch` says not to go on.
pub fn read_watched(bytes: &[u8], watch: &mut Watch<'_>) -> Result<History, HistoryError> {
    let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let progress = &mut Progress::of(watch);
    match plain.trim_ascii_start() {
        [b'P', b'K', 3, 4, ..] => zipped::read(plain, progress),
        [b'[' | b'{', ..] => json::read(plain, progress),
        [b'<', ..] => plist::read(plain, progress),
        _ => csv::read(&String::from_utf8_lossy(plain), progress),
    }
}

#[cfg(test)]
mod tests;
