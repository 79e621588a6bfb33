//! Time as values: the core never reads a clock.

use serde::{Deserialize, Serialize};
use std::ops::{Add, Sub};
use std::sync::Arc;

/// Tells the time, for those who run by it: the programs hand the system's clock in, tests their own.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// Parts of a second ("flicks") in which the samples of all usual rates last whole numbers: lengths of sound of several rates
/// add up without error.
pub const FLICKS: u64 = 705_600_000;

/// Milliseconds since the Unix epoch (or since the start of a scripted run).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

/// A length of time in milliseconds; negative when the second moment lies before the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Span(pub i64);

impl Span {
    /// A span from whole seconds.
    #[must_use]
    pub const fn seconds(s: i64) -> Self {
        Self(s * 1_000)
    }

    /// A span from whole minutes.
    #[must_use]
    pub const fn minutes(m: i64) -> Self {
        Self::seconds(m * 60)
    }

    /// The span in seconds.
    #[must_use]
    pub fn as_seconds(self) -> f64 {
        self.0 as f64 / 1_000.0
    }
}

impl Sub for Timestamp {
    type Output = Span;
    fn sub(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

impl Add<Span> for Timestamp {
    type Output = Self;
    fn add(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }
}
