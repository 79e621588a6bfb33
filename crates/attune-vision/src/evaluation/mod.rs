//! How good the models are: measures over answers that are known to be right or wrong. No model and no picture is
//! needed here, only numbers.
//!
//! The definitions are those of `training/expression/metrics.py` and `training/detector/metrics.py`, so that the
//! program and the training code give the same numbers. No measure is ever NaN: what has no value on an empty
//! set is `None`.

mod answers;
mod curve;
mod expressions;
mod faces;
mod proportion;

pub use answers::{Answer, accuracy, calibration_error, median, selective_accuracy};
pub use curve::{average_precision, recall_at_precision};
pub use expressions::{Fer2013, VOTES, macro_recall, majority, recalls};
pub use faces::{Annotation, MATCH, Matches, largest_found, match_faces};
pub use proportion::Proportion;
