//! Filling the queue along a path of targets.

use super::aim_words::CLOSE;
use super::choose::{Candidate, Dice};
use super::fit::Aim;
use super::flow::flow;
use super::scorer::Scorer;
use super::shortlist::Shortlist;
use super::{Pool, Term, Terms};
use crate::taste::Moment;
use crate::{Affect, AffectEstimate, Timestamp};

/// No artist twice among this many tracks in a row, unless there is nobody else left.
pub const ARTIST_WINDOW: usize = 10;
/// No palette of soundscapes twice among this many in a row: few are at home at one place of the plane.
pub const PALETTE_WINDOW: usize = 2;
/// The share of places at which something is tried out, at the default of the slider.
pub const EXPLORATION: f32 = 0.05;
/// The default of the slider "surprise me".
pub const DEFAULT_SURPRISE: f32 = 0.25;

/// What to fill.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// One target a track.
    pub path: &'a [Affect],
    /// How unsure the mood behind the targets is (standard deviations of valence and arousal).
    pub mood_sd: (f64, f64),
    /// Now.
    pub now: Timestamp,
    /// The policy and the hour.
    pub moment: Moment,
    /// Brings variety; the same seed and place give the same queue.
    pub seed: u64,
    /// How many tracks the listener was through with before: the number of the first place to fill.
    pub slot: u64,
    /// How much the listener wants to be surprised, in [0, 1].
    pub surprise: f32,
    /// The share of places for soundscapes, in [0, 1], where there are others too. Either kind stands in for the other when
    /// that has nothing left.
    pub soundscapes: f64,
    /// Tracks (by index) that were just played or are on now, oldest first: neither they nor their artists come
    /// again within the window.
    pub before: &'a [u32],
}

impl<'a> Request<'a> {
    /// A request with everything but the path and the time at its default.
    #[must_use]
    pub fn new(path: &'a [Affect], now: Timestamp) -> Self {
        let (moment, surprise) = (Moment::default(), DEFAULT_SURPRISE);
        Self {
            path,
            mood_sd: (0.2, 0.2),
            now,
            moment,
            seed: 0,
            slot: 0,
            surprise,
            soundscapes: 0.0,
            before: &[],
        }
    }

    /// The share of places at which something is tried out.
    fn explore(&self) -> f32 {
        self.surprise.clamp(0.0, 1.0) * EXPLORATION / DEFAULT_SURPRISE
    }
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
    /// How far from the target the nearest track lies that could be played, where this one is not close to it.
    pub nearest: Option<f64>,
    /// The probability with which it was chosen from what could be chosen.
    pub propensity: f32,
}

/// A track for each target of the path, in order; fewer when the pool runs out.
///
/// A place takes the best of the tracks, where near equals, and now and then something to try out, are left to
/// the seeded chance (see `super::choose`).
#[must_use]
pub fn rank(pool: &Pool, request: &Request<'_>) -> Vec<Ranked> {
    let mut filler = Filler::new(pool, request);
    (0..).zip(request.path).map_while(|(i, target)| filler.fill(i, *target)).collect()
}

/// What could be chosen for the first place, each with its probability, best first.
#[must_use]
pub fn odds(pool: &Pool, request: &Request<'_>) -> Vec<(u32, f32)> {
    let mut filler = Filler::new(pool, request);
    let Some(target) = request.path.first() else { return Vec::new() };
    let candidates = filler.candidates(0, *target);
    let odds = filler.dice(0).odds(&candidates);
    candidates.iter().map(|c| c.index).zip(odds).collect()
}

struct Filler<'a> {
    pool: &'a Pool,
    request: &'a Request<'a>,
    scorer: Scorer<'a>,
    standing: Vec<f32>,
    /// Whether there are both soundscapes and others.
    mixed: bool,
    /// For the latest target: of others, and of soundscapes.
    shortlists: [Option<(Affect, Shortlist)>; 2],
    /// What was played or chosen, oldest first.
    taken: Vec<u32>,
    /// How far the nearest track lies from the latest target for which that was asked.
    nearest: Option<(Affect, f64)>,
}

impl<'a> Filler<'a> {
    fn new(pool: &'a Pool, request: &'a Request<'a>) -> Self {
        let surprise = request.surprise.clamp(0.0, 1.0) - DEFAULT_SURPRISE;
        let scorer = Scorer::new(pool, request.moment, request.now, surprise);
        let standing = (0..).zip(pool.rows()).map(|(i, row)| scorer.standing(i, row)).collect();
        let mixed = [true, false].iter().all(|kind| pool.rows().iter().any(|row| row.soundscape == *kind));
        let taken = request.before.to_vec();
        Self { pool, request, scorer, standing, mixed, shortlists: [None, None], taken, nearest: None }
    }

    fn fill(&mut self, slot: u64, target: Affect) -> Option<Ranked> {
        let candidates = self.candidates(slot, target);
        let chosen = self.dice(slot).choose(&candidates)?;
        let index = chosen.candidate.index;
        let mut terms = self.scorer.terms(index, &self.pool.rows()[index as usize], &self.aim(target));
        terms.add(Term::Flow, chosen.candidate.flow);
        terms.add(if chosen.explored { Term::Explore } else { Term::Chance }, chosen.chance);
        self.taken.push(index);
        let far = self.pool.rows()[index as usize].mean().distance(target) > CLOSE;
        let nearest = far.then(|| self.nearest(target));
        Some(Ranked { index, target, terms, nearest, propensity: chosen.propensity })
    }

    /// How far from a target the nearest track lies that may be played.
    fn nearest(&mut self, target: Affect) -> f64 {
        if let Some((_, known)) = self.nearest.filter(|(at, _)| *at == target) {
            return known;
        }
        let playable = self.pool.rows().iter().filter(|row| !row.is_blocked());
        let least = playable.map(|row| row.mean().distance(target)).fold(f64::INFINITY, f64::min);
        self.nearest = Some((target, least));
        least
    }

    fn dice(&self, slot: u64) -> Dice {
        let request = self.request;
        Dice { seed: request.seed, slot: request.slot + slot, explore: request.explore() }
    }

    fn aim(&self, target: Affect) -> Aim {
        Aim::new(&AffectEstimate::new(target, self.request.mood_sd.0, self.request.mood_sd.1))
    }

    /// Whether a place is for a soundscape, where there are others too: of places in a row, the share that is asked for.
    fn wants_soundscape(&self, slot: u64) -> bool {
        let (share, place) = (self.request.soundscapes.clamp(0.0, 1.0), (self.request.slot + slot) as f64);
        ((place + 1.0) * share).floor() > (place * share).floor()
    }

    /// The best tracks of the kind that the place is for whose artist rests; when there is none, the best one of all, of
    /// the artist who rested longest.
    fn candidates(&mut self, slot: u64, target: Affect) -> Vec<Candidate> {
        let aim = self.aim(target);
        let kind = self.mixed.then(|| self.wants_soundscape(slot));
        let place = usize::from(kind == Some(true));
        if self.shortlists[place].as_ref().is_none_or(|(at, _)| *at != target) {
            let of_kind =
                |(i, _): &(u32, f32)| kind.is_none_or(|k| self.pool.rows()[*i as usize].soundscape == k);
            let list = Shortlist::of(self.scores(&aim).filter(of_kind));
            self.shortlists[place] = Some((target, list));
        }
        let list = self.shortlists[place].as_ref().map_or(&[][..], |(_, s)| s.best());
        let allowed = |i: u32| self.is_allowed(i, ARTIST_WINDOW - 1);
        let mut found: Vec<_> = list.iter().filter(|(i, _)| allowed(*i)).copied().collect();
        if found.is_empty() {
            found.extend(self.best_of_all(&aim));
        }
        found.into_iter().map(|(index, score)| self.candidate(index, score, target, &aim)).collect()
    }

    fn candidate(&self, index: u32, score: f32, target: Affect, aim: &Aim) -> Candidate {
        let row = &self.pool.rows()[index as usize];
        let room = 1.0 + 2.0 * (self.request.surprise.clamp(0.0, 1.0) - DEFAULT_SURPRISE);
        let before = self.taken.last().map(|i| &self.pool.rows()[*i as usize]);
        let flow = before.map_or(0.0, |b| flow(b, row, target.arousal as f32, room));
        Candidate { index, score, flow, sd: self.scorer.sd(index, row, aim) }
    }

    fn scores(&self, aim: &Aim) -> impl Iterator<Item = (u32, f32)> {
        let rows = self.pool.rows().iter().zip(&self.standing);
        (0..).zip(rows).map(|(i, (row, standing))| (i, standing + self.scorer.fit(row, aim)))
    }

    fn best_of_all(&self, aim: &Aim) -> Option<(u32, f32)> {
        let playable = |(_, score): &(u32, f32)| *score > f32::NEG_INFINITY;
        (0..ARTIST_WINDOW).rev().find_map(|window| {
            let allowed = self.scores(aim).filter(playable).filter(|(i, _)| self.is_allowed(*i, window));
            allowed.max_by(|a, b| a.1.total_cmp(&b.1))
        })
    }

    fn is_allowed(&self, index: u32, window: usize) -> bool {
        let palettes = self.pool.rows()[index as usize].soundscape;
        let window = if palettes { window.min(PALETTE_WINDOW - 1) } else { window };
        let recent = &self.taken[self.taken.len().saturating_sub(window)..];
        !self.taken.contains(&index) && !recent.iter().any(|i| self.pool.share_an_artist(*i, index))
    }
}

#[cfg(test)]
pub(super) mod tests;
