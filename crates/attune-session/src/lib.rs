//! The running session of Attune.

pub mod view;
