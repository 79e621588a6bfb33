//! Synthetic listeners whose moods and tastes are known, so that what Attune makes of them can be measured.
//!
//! Everything comes from seeds: the same seed gives the same listeners, on every machine. What is measured is the
//! real code of `attune-core`; only the listeners are made up.

pub mod mood;
pub mod random;
pub mod taste;
