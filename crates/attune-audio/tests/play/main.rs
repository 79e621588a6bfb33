//! The player as the app uses it, with an output whose frames the tests take: the same decoding, joining, levelling and
//! the same tap that a sound card pulls from.
#![cfg(feature = "play")]
#![expect(clippy::unwrap_used, reason = "a test's own functions may panic as the test may")]

mod changes;
mod control;
mod crossfades;
mod drip;
mod joins;
mod later;
mod levels;
mod rig;
