//! The domain of Attune: affect, expressions, mood, listening policies, ranking and their words.
//!
//! Everything here is pure. There is no I/O, no clock, no thread and no randomness of its own: time comes in
//! as [`Timestamp`], seeds as numbers, cameras and models through the [`ports`]. That is what lets the same
//! code run in the window, in the command line tool and in tests, and give the same answer in all three.

pub mod adts;
pub mod affect;
mod analysis;
pub mod backup;
pub mod catalogue;
pub mod circumplex;
pub mod credits;
pub mod error;
pub mod expression;
pub mod feedback;
pub mod flac;
pub mod frame;
pub mod history;
pub mod id3;
mod key;
mod listen_on;
pub mod mood;
pub mod mpeg;
pub mod observation;
pub mod ogg;
pub mod player;
pub mod policy;
pub mod ports;
pub mod rank;
pub mod riff;
pub mod secret;
pub mod sense;
pub mod settings;
pub mod shortcuts;
pub mod taste;
mod terms;
pub mod text;
pub mod time;
pub mod track;
mod tracks;

pub use affect::{Affect, AffectEstimate};
pub use analysis::{AnalysisVersions, TrackAnalysis};
pub use error::{AppError, ErrorCode};
pub use expression::{Expression, ExpressionScores};
pub use feedback::{Circumstances, Feedback, FeedbackKind, LearnedPart};
pub use frame::{FaceBox, Frame};
pub use listen_on::ListenOn;
pub use mood::{Mood, MoodTracker};
pub use observation::{FaceLook, Modality, Observation, Sighting, Unclear};
pub use policy::Policy;
pub use secret::Secret;
pub use sense::{HeartRate, MeasuredPulse, Sense, SenseGap, SenseMode, SenseReading};
pub use settings::{Language, LookRate, Settings, Theme};
pub use shortcuts::{GlobalShortcuts, KeyCombination, ShortcutAction};
pub use time::{Span, Timestamp};
pub use track::{Track, TrackAffect, TrackId};
pub use tracks::{TrackRef, Tracks, TracksBuilder};
