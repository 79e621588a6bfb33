//! The heart rate, from what a camera sees of the skin and from a strap that measures it.
//!
//! From colours: [`colour::Meter`] takes the mean colours of patches of the face, look by look
//! ([`colour::patches`] takes them from a frame), and gives a rate only while several signs agree that there is one;
//! otherwise it says what is missing.
//!
//! From a strap: [`strap::Measurement`] reads what straps send, [`strap::Variability`] is how evenly the heart beats,
//! [`strap::StrapSource`] is a sense of the session.
//!
//! Pure, and times are given: no I/O, no clock, no threads. Only the feature `bluetooth` reaches the system, through
//! the port [`strap::Radio`]. `docs/pulse.md` has the figures.

#[cfg(all(feature = "bluetooth", not(target_os = "android")))]
pub mod bluetooth;
pub mod colour;
mod median;
pub mod strap;
