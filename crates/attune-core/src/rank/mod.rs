//! Ranking: which track next, and why.
//!
//! Every track is scored by a sum of named terms ([`Terms`]); the queue takes the best for each target of the
//! policy's path under a rule of variety; the reasons shown are written from the very terms that decided.

mod aim_words;
pub(crate) mod choose;
mod classic;
mod composed;
mod credited;
mod fit;
mod flow;
mod habits;
mod merged;
mod names;
mod past;
mod past_finder;
mod past_learning;
mod people;
mod pool;
mod queue;
mod reason;
mod row;
mod scorer;
mod shortlist;
mod sound;
mod stated;

pub use crate::terms::{Term, Terms};
pub use aim_words::{AimedAt, CLOSE, Said};
pub use classic::{ClassicMood, classic_order};
pub use composed::Composed;
pub use past_learning::{Elsewhere, PastMatches};
pub use pool::Pool;
pub use queue::{ARTIST_WINDOW, DEFAULT_SURPRISE, EXPLORATION, PALETTE_WINDOW, Ranked, Request, odds, rank};
pub use reason::{Occasion, Reason, classic_reason, detail, reasons};
pub use row::Row;
