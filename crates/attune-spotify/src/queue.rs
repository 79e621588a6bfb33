//! When a call may be sent: a gap between calls, a cooldown after a refusal, and a budget for mood changes.

use crate::classify::LONGEST_WAIT;
use crate::error::SpotifyError;
use attune_core::{Span, Timestamp};
use std::collections::VecDeque;

/// Why a call is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The listener asked for it, or it belongs to something the listener asked for.
    Listener,
    /// The mood has settled elsewhere.
    Mood,
}

/// At most this many calls a minute follow from mood changes.
pub const MOOD_CALLS: usize = 6;
const MINUTE: Span = Span::minutes(1);

/// The gate in front of the one lane of calls. Time comes in as a value.
#[derive(Debug, Clone)]
pub(crate) struct Gate {
    gap: Span,
    last: Option<Timestamp>,
    /// The refusal that keeps it shut, and until when.
    closed: Option<SpotifyError>,
    mood: VecDeque<Timestamp>,
}

impl Gate {
    pub(crate) fn new(gap: Span, closed: Option<SpotifyError>) -> Self {
        Self { gap, last: None, closed, mood: VecDeque::new() }
    }

    /// How long to wait before the call, which counts as made. A shut gate fails at once: waiting it out would hang
    /// whatever asked.
    pub(crate) fn enter(&mut self, now: Timestamp, cause: Cause) -> Result<Span, SpotifyError> {
        self.shut(now)?;
        if cause == Cause::Mood {
            self.spend(now)?;
        }
        // A clock that was set back must not make the wait longer than the gap.
        let since = self.last.map_or(self.gap, |last| now - last).max(Span(0));
        let wait = Span((self.gap.0 - since.0).max(0));
        self.last = Some(now + wait);
        Ok(wait)
    }

    /// The refusal that is still in force. One that would last longer than Spotify ever asks for was written down by a
    /// clock that has been set back since, and no longer counts.
    pub(crate) fn shut(&mut self, now: Timestamp) -> Result<(), SpotifyError> {
        match self.closed {
            Some(error) if error.until().is_some_and(|until| now < until && until - now <= LONGEST_WAIT) => {
                Err(error)
            }
            _ => {
                self.closed = None;
                Ok(())
            }
        }
    }

    /// Remembers a refusal that says how long it lasts.
    pub(crate) fn close(&mut self, error: SpotifyError) {
        if matches!(error, SpotifyError::RateLimited { .. } | SpotifyError::QuotaExceeded { .. }) {
            self.closed = Some(error);
        }
    }

    fn spend(&mut self, now: Timestamp) -> Result<(), SpotifyError> {
        self.mood.retain(|at| *at <= now && now - *at < MINUTE);
        match self.mood.front() {
            Some(first) if self.mood.len() >= MOOD_CALLS => {
                Err(SpotifyError::MoodBudget { until: *first + MINUTE })
            }
            _ => {
                self.mood.push_back(now);
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn gate() -> Gate {
        Gate::new(Span(100), None)
    }

    #[test]
    fn a_refusal_of_a_clock_that_was_set_back_does_not_last() {
        let until = Timestamp(0) + LONGEST_WAIT;
        let refused = |now| Gate::new(Span(100), Some(SpotifyError::RateLimited { until })).shut(now);
        assert!(refused(Timestamp(0)).is_err());
        assert!(refused(Timestamp(-1)).is_ok(), "longer than any wait");
    }

    #[test]
    fn calls_keep_their_distance() {
        let mut gate = gate();
        assert_eq!(gate.enter(Timestamp(1000), Cause::Listener), Ok(Span(0)));
        assert_eq!(gate.enter(Timestamp(1030), Cause::Listener), Ok(Span(70)));
        // The second counts from when it is sent, at 1100.
        assert_eq!(gate.enter(Timestamp(1100), Cause::Listener), Ok(Span(100)));
        assert_eq!(gate.enter(Timestamp(5000), Cause::Listener), Ok(Span(0)));
    }

    #[test]
    fn a_refusal_shuts_the_gate_until_its_time() {
        let mut gate = gate();
        let refusal = SpotifyError::QuotaExceeded { until: Timestamp(9000) };
        gate.close(refusal);
        assert_eq!(gate.enter(Timestamp(8999), Cause::Listener), Err(refusal));
        assert!(gate.enter(Timestamp(9000), Cause::Listener).is_ok());
        gate.close(SpotifyError::Server(503));
        assert!(gate.enter(Timestamp(9500), Cause::Listener).is_ok());
    }

    #[test]
    fn six_calls_a_minute_follow_the_mood_and_the_listener_is_not_held_up() {
        let mut gate = gate();
        for i in 0..6 {
            assert!(gate.enter(Timestamp(i * 1000), Cause::Mood).is_ok());
        }
        let until = Timestamp(60_000);
        assert_eq!(gate.enter(Timestamp(30_000), Cause::Mood), Err(SpotifyError::MoodBudget { until }));
        assert!(gate.enter(Timestamp(30_000), Cause::Listener).is_ok());
        assert!(gate.enter(until, Cause::Mood).is_ok());
    }

    proptest! {
        #[test]
        fn no_minute_has_more_than_six(steps in prop::collection::vec(0_i64..20_000, 1..200)) {
            let mut gate = gate();
            let mut now = Timestamp(0);
            let mut sent = Vec::new();
            for step in steps {
                now = now + Span(step);
                if gate.enter(now, Cause::Mood).is_ok() {
                    sent.push(now);
                }
            }
            for window in sent.windows(MOOD_CALLS + 1) {
                prop_assert!(window[MOOD_CALLS] - window[0] >= MINUTE);
            }
        }

        #[test]
        fn waits_never_exceed_the_gap(times in prop::collection::vec(-10_000_i64..10_000, 1..50)) {
            let mut gate = gate();
            for t in times {
                prop_assert!(gate.enter(Timestamp(t), Cause::Listener).is_ok_and(|w| (0..=100).contains(&w.0)));
            }
        }
    }
}
