//! Listeners with known moods, seen through a noisy face, voice and pulse.
//!
//! [`Listener`] makes up an evening; [`measure()`] runs ways of estimating the mood over it ([`Method`]) and counts how
//! far each is off, how often it changes its mind for nothing, and how long it takes to notice a real change.
//! The listeners are not made by the model that the tracker assumes: their moods jump and then rest, they smile and
//! frown in bursts of several seconds, and each has habits of its own. The senses err in a made-up way, or as they were
//! measured to ([`SenseAnswers`]).

mod errors;
mod listener;
mod measure;
mod method;

pub use errors::{AnswersError, FaceAnswers, SenseAnswers, VoiceAnswers};
pub use listener::{Habits, Listener, Moment};
pub use measure::{Measured, Summary, compare, compare_measured, measure, summary};
pub use method::Method;
