//! Which tracks, for a mood and a policy: the step from ranking to something that can be shown.

use crate::view::{ReasonView, TermView};
use attune_core::rank::{
    self, AimedAt, ClassicMood, Composed, Occasion, Pool, Ranked, Reason, Request, Term, Terms,
};
use attune_core::taste::Moment;
use attune_core::{Affect, AffectEstimate, Circumstances, Expression, Policy, Timestamp, Track};
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
    /// The target that the listener set, for [`Policy::Hold`].
    pub hold: Affect,
    /// One target a track; its length is how many tracks are wanted.
    pub path: &'a [Affect],
    /// Tracks (by index) that are on or were just played, oldest first.
    pub before: &'a [u32],
    /// Now.
    pub now: Timestamp,
    /// The listener's local hour, 0 to 23.
    pub hour: u8,
    /// How much the listener wants to be surprised, in [0, 1].
    pub surprise: f64,
    /// The share of soundscapes where there are others too, in [0, 1].
    pub soundscapes: f64,
    /// Brings variety; the same seed and place give the same tracks.
    pub seed: u64,
    /// How many tracks the listener was through with before.
    pub slot: u64,
}

/// A track that was chosen.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The track.
    pub track: Arc<Track>,
    /// Where it was to lie: the target it was chosen for and the mood behind that.
    pub aimed_at: AimedAt,
    /// Why, strongest first, at least one.
    pub reasons: Vec<ReasonView>,
    /// All that added up to its score, the largest first.
    pub terms: Vec<TermView>,
    /// What learning from it will need.
    pub circumstances: Circumstances,
}

impl Choice {
    /// The reasons, with what is said of its mood as it is believed to be now, since listening to a track moves it, and against
    /// the track that plays before it by now, since the queue may have been put in another order.
    #[must_use]
    pub fn reasons_at(&self, affect: &AffectEstimate, before: Option<&Track>) -> Vec<ReasonView> {
        let mut reasons = self.reasons.clone();
        for reason in reasons.iter_mut().filter(|r| r.code == Term::Fit.code()) {
            let said = self.aimed_at.say(&self.track, affect, before.and_then(Composed::of));
            (reason.detail, reason.text) = (said.detail, said.text);
        }
        reasons
    }
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
        moment: Moment { policy: wish.policy, hour: wish.hour },
        seed: wish.seed,
        slot: wish.slot,
        surprise: wish.surprise as f32,
        soundscapes: wish.soundscapes,
        before: wish.before,
    };
    let mut before = wish.before.last().and_then(|i| Composed::of(&pool.track(*i)));
    let in_turn = |ranked: &Ranked| {
        let choice = choice(pool, ranked, before, wish);
        before = Composed::of(&choice.track);
        choice
    };
    rank::rank(pool, &request).iter().map(in_turn).collect()
}

fn classic(pool: &Pool, wish: &Wish<'_>) -> Vec<Choice> {
    let list =
        wish.expression.map_or_else(|| ClassicMood::for_affect(wish.mood.mean), ClassicMood::for_expression);
    let all = rank::classic_order(pool, list);
    let fresh = all.iter().enumerate().filter(|(_, i)| !wish.before.contains(i));
    let choice = |((place, i), target): ((usize, &u32), &Affect)| {
        let popularity = pool.rows()[*i as usize].popularity();
        let reason = rank::classic_reason(list, popularity, place, all.len());
        Choice {
            track: Arc::new(pool.track(*i)),
            aimed_at: wish.aimed_at(*target, None),
            reasons: vec![reason_view(reason)],
            terms: Vec::new(),
            circumstances: circumstances(wish, *target, None),
        }
    };
    fresh.zip(wish.path).map(choice).collect()
}

fn choice(pool: &Pool, ranked: &Ranked, before: Option<Composed>, wish: &Wish<'_>) -> Choice {
    let track = Arc::new(pool.track(ranked.index));
    let aimed_at = wish.aimed_at(ranked.target, ranked.nearest);
    let moment = Moment { policy: wish.policy, hour: wish.hour };
    let occasion = Occasion { moment, aimed_at, before };
    let reasons = rank::reasons(pool, ranked.index, &ranked.terms, &occasion);
    Choice {
        reasons: reasons.into_iter().map(reason_view).collect(),
        terms: term_views(&ranked.terms, &track, &pool.rows()[ranked.index as usize], moment),
        circumstances: circumstances(wish, ranked.target, Some(f64::from(ranked.propensity))),
        aimed_at,
        track,
    }
}

impl Wish<'_> {
    /// Where a track for a target is to lie; `nearest` as in [`Ranked::nearest`].
    pub(crate) fn aimed_at(&self, target: Affect, nearest: Option<f64>) -> AimedAt {
        let goal = self.policy.goal(self.mood.mean, self.hold);
        AimedAt { policy: self.policy, mood: self.mood, goal, target, nearest }
    }
}

/// What learning from a track chosen for a wish will need.
pub(crate) fn circumstances(wish: &Wish<'_>, target: Affect, propensity: Option<f64>) -> Circumstances {
    Circumstances {
        target: AffectEstimate { mean: target, ..wish.mood },
        policy: wish.policy,
        hour: wish.hour,
        heard: None,
        propensity,
    }
}

fn term_views(terms: &Terms, track: &Track, row: &rank::Row, moment: Moment) -> Vec<TermView> {
    let mut all: Vec<TermView> = terms
        .iter()
        .map(|(term, value)| TermView {
            code: term.code().into(),
            detail: rank::detail(term, track, row, moment),
            value: f64::from(value),
        })
        .collect();
    all.sort_by(|a, b| b.value.abs().total_cmp(&a.value.abs()));
    all
}

fn reason_view(reason: Reason) -> ReasonView {
    ReasonView {
        code: reason.code.into(),
        detail: reason.detail,
        stated: reason.stated,
        weight: f64::from(reason.weight),
        text: reason.text,
    }
}
