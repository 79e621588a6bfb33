//! The heart rate from a strap around the chest or the arm, by Bluetooth's Heart Rate Service.
//!
//! A strap counts beats by their electric or optical signal and sends a rate about once a second, most also the
//! intervals between beats. What it says is taken as it is, but for contact and artefacts.

mod activation;
mod packet;
mod resting;
mod variability;

pub use activation::{Activation, Unsaid};
pub use packet::{Contact, HeartRate, PacketError};
pub use resting::{Baseline, Day, Resting};
pub use variability::{TooFew, Variability};
