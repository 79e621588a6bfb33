//! Ranking: which track next, and why.
//!
//! Every track is scored by a sum of named terms ([`Terms`]); the queue takes the best for each target of the
//! policy's path under a rule of variety; the reasons shown are written from the very terms that decided.

mod classic;
mod pool;
mod queue;
mod reason;
mod terms;

pub use classic::{ClassicMood, classic_order};
pub use pool::{Pool, Row};
pub use queue::{ARTIST_WINDOW, Ranked, Request, rank};
pub use reason::{Occasion, Reason, ReasonCode, classic_reason, reasons};
pub use terms::{Terms, score};
