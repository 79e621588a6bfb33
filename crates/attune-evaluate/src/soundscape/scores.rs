//! Whether two hours of scores repeat themselves, and whether pieces hang together.

use attune_core::Affect;
use attune_soundscape::{FRAME_RATE, Part, Phrase, Request, Score, Section, Stream, seed_after};
use std::collections::HashSet;

/// Notes in a melodic figure: their intervals are compared, so that the key does not count.
const FIGURE: usize = 4;

/// Scores that follow one another at one place, and what was found in them.
pub(super) struct Hours {
    pub(super) pieces: usize,
    pub(super) seconds: f64,
    /// Phrases whose notes are those of another.
    pub(super) repeated: usize,
    pub(super) phrases: usize,
    /// Share of the figures of a returning theme that are the theme's own.
    pub(super) within: f64,
    /// Share of the figures of a piece that another piece has too.
    pub(super) across: f64,
    /// The most fifths from one piece to the next.
    pub(super) farthest: u8,
}

/// That many hours at the middle of the plane.
pub(super) fn hours(hours: u32) -> Hours {
    let scores = chain(f64::from(hours) * 3_600.0);
    let phrases: Vec<_> = scores.iter().flat_map(|s| &s.phrases).map(notes).collect();
    let distinct: HashSet<_> = phrases.iter().collect();
    let all: Vec<_> = scores.iter().map(|s| figures(s, |_| true)).collect();
    let pairs = (0..all.len()).flat_map(|i| (0..i).map(move |j| (i, j)));
    let across: Vec<f64> = pairs.map(|(i, j)| share(&all[i], &all[j])).collect();
    let within: Vec<f64> = scores
        .iter()
        .map(|s| share(&figures(s, |x| x == Section::Return), &figures(s, |x| x == Section::Theme)))
        .collect();
    Hours {
        pieces: scores.len(),
        seconds: scores.iter().map(seconds).sum(),
        repeated: phrases.len() - distinct.len(),
        phrases: phrases.len(),
        within: super::figures::mean(&within),
        across: super::figures::mean(&across),
        farthest: scores.windows(2).map(|w| w[0].key.distance(w[1].key)).max().unwrap_or(0),
    }
}

fn chain(wanted: f64) -> Vec<Score> {
    let (mut scores, mut length, mut seed, mut before) = (Vec::<Score>::new(), 0.0, 1, None);
    while length < wanted {
        if let Some(before) = &before {
            seed = seed_after(seed + 1, Affect::NEUTRAL, before);
        }
        let stream = Stream::new(&Request::new(seed, Affect::NEUTRAL).after(before));
        before = Some(stream.before());
        let score = stream.score();
        length += seconds(&score);
        scores.push(score);
    }
    scores
}

fn seconds(score: &Score) -> f64 {
    score.frames() as f64 / f64::from(FRAME_RATE)
}

/// Who plays which pitches one after another; human timing and accents do not make a phrase another one.
fn notes(phrase: &Phrase) -> Vec<(Part, u8)> {
    let mut notes: Vec<_> = phrase.notes.iter().map(|n| (n.part, n.voice, n.start, n.pitch)).collect();
    notes.sort_unstable();
    notes.into_iter().map(|(part, _, _, pitch)| (part, pitch)).collect()
}

/// The melodic figures of the sections that count.
fn figures(score: &Score, counts: impl Fn(Section) -> bool) -> HashSet<[i16; FIGURE - 1]> {
    let mut figures = HashSet::new();
    for phrase in score.phrases.iter().filter(|p| counts(p.section)) {
        let line: Vec<i16> =
            phrase.notes.iter().filter(|n| n.part == Part::Lead).map(|n| i16::from(n.pitch)).collect();
        figures.extend(line.windows(FIGURE).map(|w| std::array::from_fn(|i| w[i + 1] - w[i])));
    }
    figures
}

/// The share of the first that the second has too.
fn share(of: &HashSet<[i16; FIGURE - 1]>, other: &HashSet<[i16; FIGURE - 1]>) -> f64 {
    of.intersection(other).count() as f64 / of.len().max(1) as f64
}
