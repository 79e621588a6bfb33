//! The time by which the engine estimates.
//!
//! Calls carry the wall clock's time, which records keep. A wall clock can be set back; what estimates must not notice.
//! [`EstimationClock`] turns wall times into times that never go back, and says when the wall clock did.

use attune_core::{Span, Timestamp};

/// A time this far behind the latest is a message that arrives late; further back, the clock was set.
const LATE: Span = Span::seconds(10);

/// Wall times in, times that never go back out.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct EstimationClock {
    /// How far estimation time is ahead of the wall clock: all that the clock was ever set back by.
    ahead: i64,
    /// The latest estimation time.
    latest: Option<Timestamp>,
}

/// What a wall time means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    /// The estimation time: not before any earlier one.
    pub(super) at: Timestamp,
    /// Whether the wall clock was set back since the last step. How long ago that was nobody knows; it counts as no time.
    pub(super) set_back: bool,
}

impl EstimationClock {
    /// Takes the wall clock's time.
    pub(super) fn step(&mut self, wall: Timestamp) -> Step {
        let at = self.estimation(wall);
        let Some(latest) = self.latest.filter(|latest| at < *latest) else {
            self.latest = Some(at);
            return Step { at, set_back: false };
        };
        let set_back = latest - at > LATE;
        if set_back {
            self.ahead = self.ahead.saturating_add((latest - at).0);
        }
        Step { at: latest, set_back }
    }

    /// The estimation time of a wall time, without moving the clock on: never before the latest.
    pub(super) fn peek(&self, wall: Timestamp) -> Timestamp {
        self.latest.map_or(self.estimation(wall), |latest| latest.max(self.estimation(wall)))
    }

    /// The wall time of an estimation time.
    pub(super) fn wall(&self, at: Timestamp) -> Timestamp {
        Timestamp(at.0.saturating_sub(self.ahead))
    }

    /// The latest wall time that is known.
    pub(super) fn now(&self) -> Timestamp {
        self.wall(self.latest.unwrap_or_default())
    }

    fn estimation(&self, wall: Timestamp) -> Timestamp {
        Timestamp(wall.0.saturating_add(self.ahead))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_clock_that_is_set_back_costs_no_time_and_goes_on() {
        let mut clock = EstimationClock::default();
        let mut step = |seconds: i64| clock.step(Timestamp(seconds * 1_000));
        assert_eq!(step(7_200), Step { at: Timestamp(7_200_000), set_back: false });
        assert_eq!(step(0), Step { at: Timestamp(7_200_000), set_back: true });
        assert_eq!(step(60), Step { at: Timestamp(7_260_000), set_back: false });
        assert_eq!(step(57), Step { at: Timestamp(7_260_000), set_back: false }, "a late message");
        assert_eq!(clock.wall(Timestamp(7_260_000)), Timestamp(60_000));
        assert_eq!(clock.now(), Timestamp(60_000));
    }

    proptest! {
        #[test]
        fn estimation_time_never_goes_back(walls in proptest::collection::vec(any::<i64>(), 1..50)) {
            let mut clock = EstimationClock::default();
            let times: Vec<_> = walls.into_iter().map(|wall| clock.step(Timestamp(wall)).at).collect();
            prop_assert!(times.is_sorted());
        }
    }
}
