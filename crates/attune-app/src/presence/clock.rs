//! The last resort: a clock that jumps between two looks at it, as when the machine slept meanwhile.

use attune_core::time::Clock;
use attune_core::{Span, Timestamp};
use attune_session::Presence;
use std::time::Duration;

/// How often the clock is looked at.
const PAUSE: Duration = Duration::from_secs(5);
/// More than this between two looks is a jump: no busy machine keeps a thread waiting for so long.
const JUMP: Span = Span::seconds(30);

/// Tells a sleep and an awakening after each jump, until `tell` says that nobody listens any more.
pub(super) fn listen(clock: &Clock, notify: impl Fn(Presence) -> bool) {
    let mut looks = Looks::default();
    loop {
        if looks.jumped(clock()) && !(notify(Presence::Asleep) && notify(Presence::Awake)) {
            return;
        }
        std::thread::sleep(PAUSE);
    }
}

/// The last look at the clock.
#[derive(Debug, Default)]
struct Looks(Option<Timestamp>);

impl Looks {
    /// Whether the clock went on by more than a machine that was awake explains. A clock set back is no jump.
    fn jumped(&mut self, now: Timestamp) -> bool {
        self.0.replace(now).is_some_and(|last| now - last > JUMP)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_gap_is_a_jump() {
        let mut looks = Looks::default();
        let jumps: Vec<bool> = [0, 5, 11, 40, 71, 20, 25, 4_000, 4_005]
            .map(|second| looks.jumped(Timestamp(1_700_000_000_000) + Span::seconds(second)))
            .to_vec();
        assert_eq!(jumps, [false, false, false, false, true, false, false, true, false]);
    }
}
