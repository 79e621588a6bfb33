//! The heart rate, from what a camera sees of the skin and from a strap that measures it.
//!
//! From colours: [`colour::Meter`] takes the mean colours of patches of the face, look by look, and gives a rate only
//! while several signs agree that there is one; otherwise it says what is missing. `docs/pulse.md` has the figures.
//!
//! Pure: no I/O, no clock, no threads. Times are given.

pub mod colour;
