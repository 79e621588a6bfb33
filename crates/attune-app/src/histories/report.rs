//! What an export holds, for the listener to see before anything of it counts.

use attune_core::rank::PastMatches;
use attune_history::{History, ProblemKind};
use serde::Serialize;

/// What an export holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct HistoryReport {
    /// The service or player it comes from.
    pub source: String,
    /// Plays in all.
    pub plays: u32,
    /// Of these, played to the end for sure.
    pub finished: u32,
    /// Of these, skipped for sure.
    pub skipped: u32,
    /// Different tracks.
    pub tracks: u32,
    /// The first play, in Unix milliseconds, where that is known.
    pub from: Option<f64>,
    /// The last one.
    pub to: Option<f64>,
    /// Tracks that are at hand.
    pub matched: u32,
    /// Tracks that are not at hand, by an artist of whom others are.
    pub matched_artists: u32,
    /// Entries that were left out: podcasts, films, private sessions, plays without any sound.
    pub left_out: u32,
    /// Entries that cannot be used.
    pub unusable: u32,
    /// The first of these.
    pub problems: Vec<HistoryProblem>,
}

/// An entry that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct HistoryProblem {
    /// The file within an archive; empty where there is none.
    pub file: String,
    /// Its line, or its place in a list, from 1.
    pub place: u32,
    /// What is wrong.
    pub kind: HistoryProblemKind,
}

/// Why an entry cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum HistoryProblemKind {
    /// There is no title or no artist.
    Unnamed,
    /// The time makes no sense.
    Time,
    /// It is not what the format has there.
    Malformed,
}

/// So many problems are shown.
const SHOWN: usize = 20;

impl HistoryReport {
    pub(crate) fn of(history: &History, matches: PastMatches) -> Self {
        let summary = history.summary();
        let count = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
        let problems = history.problems.iter().take(SHOWN).map(|p| HistoryProblem {
            file: p.file.clone(),
            place: count(p.place as u64),
            kind: match p.kind {
                ProblemKind::Unnamed => HistoryProblemKind::Unnamed,
                ProblemKind::Time => HistoryProblemKind::Time,
                ProblemKind::Malformed => HistoryProblemKind::Malformed,
            },
        });
        Self {
            source: history.format.name().into(),
            plays: count(summary.plays),
            finished: count(summary.finished),
            skipped: count(summary.skipped),
            tracks: count(summary.tracks as u64),
            from: summary.span.map(|(from, _)| from.0 as f64),
            to: summary.span.map(|(_, to)| to.0 as f64),
            matched: count(matches.tracks as u64),
            matched_artists: count(matches.artists as u64),
            left_out: count(history.left_out as u64),
            unusable: count(history.unusable as u64),
            problems: problems.collect(),
        }
    }
}
