//! Listeners with a hidden taste, and how well each way of choosing music serves them.
//!
//! The listeners ([`listener`]) were written down before the model in `attune-core` was tuned, and know things that
//! the model cannot express: latent qualities of artists and tracks, a taste that shifts with low moods, eras that
//! count for some genres only, boredom, fussy days, and chance. [`compare()`] lets every way of choosing
//! ([`chooser`]) serve the same listeners through the same days; [`answers`] is what they say of themselves when asked; [`snips`] checks that a log of plays with its
//! propensities tells what another setting would have achieved.

pub mod answers;
mod brought;
pub mod catalogue;
pub mod chooser;
pub mod compare;
pub mod days;
mod kin;
mod latent;
pub mod limits;
pub mod listener;
pub mod neural;
pub mod past;
pub mod response;
pub mod snips;

pub use answers::SelfKnowledge;
pub use brought::{Brought, brought};
pub use compare::{Comparison, Outcome, Setup, compare};
pub use limits::{limits, quick};
pub use listener::Kind;
