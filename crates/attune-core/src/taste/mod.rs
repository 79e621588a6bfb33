//! Taste: what a listener likes, learned from what they finish, skip, heart and remove.
//!
//! A Bayesian linear model over a few features with a meaning (`features`) and effects of single artists,
//! genre words and tracks (`offsets`). It starts from what holds for most listeners (`prior`) and is
//! sharpened by one rank-one update a lesson; how unsure it is steers what is tried out. The model is never
//! stored: it is made anew from the feedback that is, after what plays elsewhere say (`past`) and what the listener said
//! outright (`stated`).

mod counted_times;
pub(crate) mod facts;
pub(crate) mod features;
pub mod genre;
mod learned;
mod lesson;
pub(crate) mod linear;
mod model;
pub(crate) mod offsets;
pub(crate) mod past;
mod prior;
pub(crate) mod record;
pub mod stated;

pub use counted_times::CountedTimes;
pub use facts::Facts;
pub(crate) use facts::NONE;
pub use features::{FEATURES, Moment};
pub use learned::{Leaning, TasteModel};
pub(crate) use lesson::Lesson;
pub use model::Taste;
pub(crate) use model::{Hint, Subject};
pub use past::{PastCounts, PastEnding, PastEvidence, PastHistory, PastPlay, PastPlays, PastSum, PastTrack};
pub use prior::{Belief, Prior};
pub use record::{DoneHere, Rating, ShelfRecords, TrackRecord};
pub use stated::{STATED_VERSION, StatedAnswer, StatedIsNewer, StatedItem, StatedKind, StatedPreferences};
