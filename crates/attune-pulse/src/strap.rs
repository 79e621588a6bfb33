//! The heart rate from a strap around the chest or the arm, by Bluetooth's Heart Rate Service.
//!
//! A strap counts beats by their electric or optical signal and sends a rate about once a second, most also the
//! intervals between beats. What it says is taken as it is, but for contact and artefacts. [`follow`] keeps a connection to
//! the chosen strap through the port [`Radio`]; [`StrapSource`] is the strap as a sense of the session.

mod follow;
mod packet;
mod radio;
mod source;
mod variability;

pub use follow::{Follower, Next, StrapEvent, follow};
pub use packet::{Contact, Measurement, PacketError};
pub use radio::{Found, Link, Radio, RadioError, Strap};
pub use source::StrapSource;
pub use variability::{TooFew, Variability};
