//! The mood: what the observations of minutes add up to.
//!
//! [`MoodTracker`] is the one place where evidence about the listener is weighed. Around a small Kalman filter
//! that keeps passing expressions apart from the mood, it adds what an app needs: the listener's own word goes first,
//! holds and teaches; modalities that contradict one another widen the belief; an empty chair means "not sure"
//! rather than the last face; and the music follows with hysteresis.

mod belief;
mod calibration;
mod channel;
mod filter;
mod learning;
mod neutral;
mod resting;
mod settle;
mod tracker;
mod words;

pub use calibration::{Calibration, CalibrationProblem, CalibrationStep};
pub use learning::{Habit, LEARNED_VERSION, Learned, LearnedIsNewer};
pub use neutral::NeutralBias;
pub use resting::{PulseFollower, PulseSays, RestingPulse};
pub use settle::Pace;
pub use tracker::{CORRECTION_HOLDS, Mood, MoodTracker};
pub use words::{Confidence, MoodWord, NotSureReason};
