//! The running session of Attune.
//!
//! [`Engine`] holds the whole state and changes it only through calls that carry the time: no threads, no
//! clock, so that a scripted run gives the same events every time. [`Session`] puts an engine on a thread of
//! its own, gives it a clock and the devices' threads, and hands its events to whoever listens.

pub mod catalogue_page;
pub mod device;
pub mod engine;
pub mod eyes;
pub mod recommend;
pub mod senses;
mod session;
pub mod view;

pub use engine::{Engine, EngineOptions, Listing, OWN_MUSIC};
pub use eyes::{OpenCamera, OpenMeter};
pub use senses::{OpenSense, SensePorts};
pub use session::{Absence, Composition, Listener, OpenPlayer, Presence, Session, no_player};
