//! Genres and what they say about a track's affect.
//!
//! The table, `data/genres.csv`, is our own: names, spellings, parents, and where the music of each lies on the
//! plane. Files write genres in many ways; [`find`] knows the usual spellings and falls back on the part of a
//! longer name that is known, so that "swedish indie pop" is an indie pop.

mod fold;
mod list;
mod table;

use attune_core::{Affect, AffectEstimate, TrackAffect};

pub use list::{Genres, read};

/// How much wider the spread is for a genre of which only a part of the name is known.
const PART_WIDER: f64 = 1.15;

/// A genre of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Genre {
    /// Its usual name, lower case.
    pub name: String,
    /// The genre that it is a kind of; none at the top.
    pub parent: Option<String>,
    /// Where its music lies on the plane, on average.
    pub place: Affect,
    /// How far its pieces lie from there: a standard deviation on either axis, above 0.
    pub spread: f64,
    /// Other names and spellings, as they stand in the table.
    pub aliases: Vec<String>,
}

/// A genre as a file's word names it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// The genre.
    pub genre: &'static Genre,
    /// Whether the whole word is known, not only a part of it.
    pub whole: bool,
}

impl Found {
    /// What the genre says about a track of it.
    #[must_use]
    pub fn estimate(&self) -> AffectEstimate {
        let wider = if self.whole { 1.0 } else { PART_WIDER };
        let sd = (self.genre.spread * wider).min(TrackAffect::UNKNOWN_SD);
        AffectEstimate::with_sd(self.genre.place, sd)
    }
}

/// All genres in the order of the table.
#[must_use]
pub fn all() -> &'static [Genre] {
    table::table().genres()
}

/// The genre that a word of a file names, whatever its case, accents, hyphens and the like. Where the whole is
/// unknown, the longest run of words that is known decides; of runs as long, the last one.
#[must_use]
pub fn find(word: &str) -> Option<Found> {
    let folded = fold::fold(word);
    let table = table::table();
    if let Some(genre) = table.named(&folded) {
        return Some(Found { genre, whole: true });
    }
    parts(&folded).find_map(|part| table.named(part)).map(|genre| Found { genre, whole: false })
}

/// The genres above a genre, the nearest first.
pub fn ancestors(genre: &Genre) -> impl Iterator<Item = &'static Genre> {
    // The depth is bounded, whatever the table says.
    let parent = |g: &Genre| g.parent.as_deref().and_then(|name| table::table().exactly(name));
    std::iter::successors(parent(genre), move |g| parent(g)).take(table::DEPTH)
}

/// Words looked at in a name; no genre has more.
const WORDS: usize = 8;

/// Runs of words shorter than the whole, the longest first and among these the last first.
fn parts(folded: &str) -> impl Iterator<Item = &str> {
    let starts: Vec<usize> =
        std::iter::once(0).chain(folded.match_indices(' ').map(|(i, _)| i + 1)).take(WORDS).collect();
    let n = starts.len();
    let end = move |starts: &[usize], i: usize| starts.get(i + 1).map_or(folded.len(), |next| next - 1);
    (1..n).rev().flat_map(move |length| {
        let starts = starts.clone();
        (0..=n - length).rev().map(move |first| &folded[starts[first]..end(&starts, first + length - 1)])
    })
}

#[cfg(test)]
mod tests;
