//! Hysteresis: the mood that steers the music changes only when the estimate has really moved.

use crate::{Affect, Expression, ExpressionScores, Span, Timestamp};

/// Scores are averaged over about this long before an expression can settle.
const SHOWN_OVER: f64 = 20.0;
/// An expression settles when its averaged score is above this.
const SHOWN_CLEARLY: f64 = 0.5;

/// How readily the music follows: 0 is calm, 1 is lively.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pace(f64);

impl Default for Pace {
    fn default() -> Self {
        Self(0.5)
    }
}

impl Pace {
    /// A pace from a number, clamped to [0, 1]; what is no number becomes the middle.
    #[must_use]
    pub fn new(lively: f64) -> Self {
        if lively.is_nan() { Self::default() } else { Self(lively.clamp(0.0, 1.0)) }
    }

    fn between(self, calm: f64, lively: f64) -> f64 {
        calm * (lively / calm).powf(self.0)
    }

    /// Time constant of the mood in seconds: 15 minutes (calm) to 3 (lively).
    #[must_use]
    pub fn time_constant(self) -> f64 {
        self.between(900.0, 180.0)
    }

    /// How far, on either axis, the estimate must be from the settled mood: 0.35 (calm) to 0.12 (lively).
    #[must_use]
    pub fn band(self) -> f64 {
        self.between(0.35, 0.12)
    }

    /// How long it must stay there: 2 minutes (calm) to 8 seconds (lively).
    #[must_use]
    pub fn dwell(self) -> Span {
        Span((self.between(120.0, 8.0) * 1_000.0).round() as i64)
    }
}

/// A gap between two looks counts for at most this long towards a dwell time: what was not seen did not last.
const GAP_COUNTS: Span = Span::seconds(5);
/// After a gap longer than this, dwelling starts over: the listener was away.
const GAP_ENDS: Span = Span::minutes(1);

/// How long something has lasted, by what was seen of it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Dwell {
    lasted: Span,
    seen_at: Option<Timestamp>,
}

impl Dwell {
    /// Sees it again at `now`; gives how long it has lasted.
    fn see(&mut self, now: Timestamp) -> Span {
        let gap = self.seen_at.map_or(Span(0), |seen| now - seen);
        self.lasted =
            if gap > GAP_ENDS { Span(0) } else { Span(self.lasted.0 + gap.0.clamp(0, GAP_COUNTS.0)) };
        self.seen_at = Some(now);
        self.lasted
    }
}

/// The settled mood and what is on its way to replace it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Settled {
    at: Affect,
    /// How long the estimate has been outside the band; none while it is inside.
    away: Option<Dwell>,
    ever: bool,
}

impl Settled {
    pub(super) fn affect(&self) -> Affect {
        self.at
    }

    /// Jumps: the listener's own word and the very first estimate need no patience.
    pub(super) fn set(&mut self, to: Affect) {
        *self = Self { at: to, away: None, ever: true };
    }

    /// Looks at a sure enough estimate; true when the settled mood moved.
    pub(super) fn follow(&mut self, estimate: Affect, now: Timestamp, pace: Pace) -> bool {
        if !self.ever {
            self.set(estimate);
            return true;
        }
        if self.at.axis_distance(estimate) <= pace.band() {
            self.away = None;
            return false;
        }
        if self.away.get_or_insert_default().see(now) < pace.dwell() {
            return false;
        }
        self.set(estimate);
        true
    }
}

/// The expression that a face has shown for a while.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct SettledExpression {
    average: [f64; 8],
    at: Option<Timestamp>,
    /// What leads clearly now, and how long it has.
    leads: Option<(Expression, Dwell)>,
    settled: Option<Expression>,
}

impl SettledExpression {
    pub(super) fn get(&self) -> Option<Expression> {
        self.settled
    }

    pub(super) fn see(&mut self, scores: &ExpressionScores, now: Timestamp, pace: Pace) {
        let keep = self.at.map_or(0.0, |at| (-(now - at).as_seconds().max(0.0) / SHOWN_OVER).exp());
        self.at = Some(now);
        for (average, score) in self.average.iter_mut().zip(scores.as_array()) {
            *average = keep * *average + (1.0 - keep) * f64::from(*score);
        }
        let clear = Expression::ALL.into_iter().find(|e| self.average[*e as usize] > SHOWN_CLEARLY);
        self.leads = clear.map(|e| (e, self.leads.filter(|l| l.0 == e).map_or_else(Dwell::default, |l| l.1)));
        if let Some((e, dwell)) = &mut self.leads
            && dwell.see(now) >= pace.dwell()
        {
            self.settled = Some(*e);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_settles_when_it_stays() {
        let pace = Pace::default();
        let mut s = SettledExpression::default();
        let mut see = |e, from: i64, seconds: i64| {
            for t in 0..seconds * 5 {
                s.see(&ExpressionScores::certain(e), Timestamp(from * 1_000 + t * 200), pace);
            }
            s.get()
        };
        let dwell = pace.dwell().as_seconds() as i64 + 2;
        assert_eq!(see(Expression::Neutral, 0, dwell - 5), None);
        assert_eq!(see(Expression::Neutral, dwell - 5, 5), Some(Expression::Neutral));
        assert_eq!(see(Expression::Happiness, 100, 5), Some(Expression::Neutral), "a smile passes");
        assert_eq!(see(Expression::Neutral, 105, 30), Some(Expression::Neutral));
        assert_eq!(see(Expression::Sadness, 135, 15 + dwell), Some(Expression::Sadness));
    }

    #[test]
    fn a_glance_does_not_turn_the_music() {
        let pace = Pace::default();
        let mut s = Settled::default();
        assert!(s.follow(Affect::NEUTRAL, Timestamp(0), pace));
        let away = Affect::new(0.8, 0.5);
        assert!(!s.follow(away, Timestamp(1_000), pace));
        assert!(!s.follow(Affect::NEUTRAL, Timestamp(2_000), pace), "back before the dwell time");
        let dwell = pace.dwell().0;
        for t in (0..dwell).step_by(500) {
            assert!(!s.follow(away, Timestamp(3_000 + t), pace), "{t} ms");
        }
        assert!(s.follow(away, Timestamp(3_000 + dwell), pace));
        assert_eq!(s.affect(), away);
    }

    #[test]
    fn time_in_which_nothing_was_seen_is_no_time_outside_the_band() {
        let pace = Pace::new(1.0);
        let away = Affect::new(0.8, 0.5);
        let mut s = Settled::default();
        s.follow(Affect::NEUTRAL, Timestamp(0), pace);
        assert!((0..7).all(|t| !s.follow(away, Timestamp(t * 1_000), pace)));
        assert!(!s.follow(away, Timestamp(3_600_000), pace), "one look an hour later");
        // Every twenty seconds a phrase is heard: it counts for a part of the time.
        let moved = (1..10).position(|n| s.follow(away, Timestamp(3_600_000 + n * 20_000), pace));
        assert_eq!(moved, Some(1));
    }

    #[test]
    fn one_look_after_an_absence_settles_no_expression() {
        let (pace, happy) = (Pace::new(1.0), ExpressionScores::certain(Expression::Happiness));
        let mut s = SettledExpression::default();
        (0..7).for_each(|t| s.see(&happy, Timestamp(t * 1_000), pace));
        assert_eq!(s.get(), None, "clear, but not for long enough");
        s.see(&happy, Timestamp(3_600_000), pace);
        assert_eq!(s.get(), None);
    }

    #[test]
    fn calm_is_slower_than_lively() {
        let (calm, lively) = (Pace::new(-3.0), Pace::new(7.0));
        assert!((calm.time_constant() - 900.0).abs() < 1e-9 && (lively.time_constant() - 180.0).abs() < 1e-9);
        assert!(calm.band() > lively.band() && calm.dwell() > lively.dwell());
        assert_eq!(Pace::new(f64::NAN), Pace::default());
    }
}
