//! Which tracks, for a mood and a policy: the step from ranking to something that can be shown.

use crate::view::ReasonView;
use attune_core::rank::{self, ClassicMood, Occasion, Pool, Ranked, Reason, Request};
use attune_core::{Affect, AffectEstimate, Expression, Policy, Timestamp, Track};
use std::sync::Arc;

/// What is wished for.
#[derive(Debug, Clone)]
pub struct Wish<'a> {
    /// The mood with its uncertainty.
    pub mood: AffectEstimate,
    /// The leading expression, if a face is behind it; only the classic policy asks for it.
    pub expression: Option<Expression>,
    /// What to do with the mood.
    pub policy: Policy,
    /// One target a track; its length is how many tracks are wanted.
    pub path: &'a [Affect],
    /// Tracks (by index) that are on or were just played, oldest first.
    pub before: &'a [u32],
    /// Now.
    pub now: Timestamp,
    /// Breaks ties; the same seed gives the same tracks.
    pub seed: u64,
}

/// A track that was chosen.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The track.
    pub track: Arc<Track>,
    /// The target it was chosen for.
    pub target: Affect,
    /// Why, strongest first, at least one.
    pub reasons: Vec<ReasonView>,
}

/// The tracks for a wish, in order; fewer than wanted when the pool runs out.
#[must_use]
pub fn recommend(pool: &Pool, wish: &Wish<'_>) -> Vec<Choice> {
    if wish.policy == Policy::Classic {
        return classic(pool, wish);
    }
    let request = Request {
        path: wish.path,
        mood_sd: (wish.mood.sd_valence, wish.mood.sd_arousal),
        now: wish.now,
        seed: wish.seed,
        before: wish.before,
    };
    let occasion = Occasion { policy: wish.policy, mood_spread: wish.mood.spread() };
    rank::rank(pool, &request).iter().map(|r| choice(pool, r, occasion)).collect()
}

fn classic(pool: &Pool, wish: &Wish<'_>) -> Vec<Choice> {
    let list =
        wish.expression.map_or_else(|| ClassicMood::for_affect(wish.mood.mean), ClassicMood::for_expression);
    let fresh = rank::classic_order(pool, list).into_iter().filter(|i| !wish.before.contains(i));
    fresh
        .zip(wish.path)
        .map(|(i, target)| {
            let reason = rank::classic_reason(list, pool.rows()[i as usize].popularity);
            Choice { track: pool.track(i).clone(), target: *target, reasons: vec![reason_view(reason)] }
        })
        .collect()
}

fn choice(pool: &Pool, ranked: &Ranked, occasion: Occasion) -> Choice {
    let track = pool.track(ranked.index).clone();
    let finished = pool.rows()[ranked.index as usize].finished;
    let reasons = rank::reasons(&ranked.terms, &track.affect.estimate, occasion, finished);
    Choice { track, target: ranked.target, reasons: reasons.into_iter().map(reason_view).collect() }
}

fn reason_view(reason: Reason) -> ReasonView {
    ReasonView { code: reason.code.code().into(), weight: f64::from(reason.weight), text: reason.text }
}
