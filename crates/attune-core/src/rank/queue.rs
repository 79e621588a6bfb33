//! Filling the queue along a path of targets.

use super::terms::{Aim, Terms, terms};
use super::{Pool, Row};
use crate::{Affect, Timestamp};

/// No artist twice among this many tracks in a row, unless there is nobody else left.
pub const ARTIST_WINDOW: usize = 10;

/// What to fill.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// One target a track.
    pub path: &'a [Affect],
    /// How unsure the mood behind the targets is (standard deviations of valence and arousal).
    pub mood_sd: (f64, f64),
    /// Now.
    pub now: Timestamp,
    /// Breaks ties and brings variety; the same seed gives the same queue.
    pub seed: u64,
    /// Tracks (by index) that were just played or are on now, oldest first: neither they nor their artists come
    /// again within the window.
    pub before: &'a [u32],
}

/// A track that was chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranked {
    /// Its place in the pool.
    pub index: u32,
    /// The target it was chosen for.
    pub target: Affect,
    /// What added up to its score.
    pub terms: Terms,
}

/// The best track for each target of the path, in order; fewer when the pool runs out.
#[must_use]
pub fn rank(pool: &Pool, request: &Request<'_>) -> Vec<Ranked> {
    let mut chosen: Vec<Ranked> = Vec::with_capacity(request.path.len());
    let mut used = vec![false; pool.rows().len()];
    let mut artists: Vec<u32> = Vec::new();
    for index in request.before {
        used[*index as usize] = true;
        artists.push(pool.rows()[*index as usize].artist);
    }
    let mut scores = Vec::new();
    let mut aimed_at = None;
    for &target in request.path {
        let aim = Aim::new(target, request.mood_sd, request.now, request.seed);
        if aimed_at != Some(target) {
            fill_scores(&mut scores, pool.rows(), &aim);
            aimed_at = Some(target);
        }
        let Some(index) = best(pool.rows(), &scores, &used, &artists) else { break };
        let row = &pool.rows()[index as usize];
        used[index as usize] = true;
        artists.push(row.artist);
        chosen.push(Ranked { index, target, terms: terms(row, index, &aim) });
    }
    chosen
}

/// Scores for all rows; what must not be played gets minus infinity.
fn fill_scores(scores: &mut Vec<f32>, rows: &[Row], aim: &Aim) {
    scores.clear();
    scores.extend(
        (0u32..).zip(rows).map(
            |(index, row)| {
                if row.never { f32::NEG_INFINITY } else { terms(row, index, aim).total() }
            },
        ),
    );
}

/// The best unused row whose artist is not among the last ones; the window shrinks until somebody is left.
fn best(rows: &[Row], scores: &[f32], used: &[bool], artists: &[u32]) -> Option<u32> {
    (0..ARTIST_WINDOW).rev().find_map(|window| {
        let recent = &artists[artists.len().saturating_sub(window)..];
        argmax(scores, |i| !used[i] && !recent.contains(&rows[i].artist))
    })
}

/// The index of the highest finite score that is allowed; the first on a tie.
fn argmax(scores: &[f32], allowed: impl Fn(usize) -> bool) -> Option<u32> {
    let mut best = (f32::NEG_INFINITY, None);
    for (i, &s) in scores.iter().enumerate() {
        // The rule is looked at only for scores that would win: most rows cost one comparison.
        if s > best.0 && allowed(i) {
            best = (s, Some(i as u32));
        }
    }
    best.1
}

#[cfg(test)]
mod tests;
