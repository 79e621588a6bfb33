//! Scripted sources, builders and fakes for the tests of Attune. A dev-dependency only.

mod archive;
#[cfg(all(feature = "bluez", target_os = "linux"))]
pub mod bluez;
mod build;
mod cameras;
mod eyes;
pub mod keyring_bus;
pub mod link;
#[cfg(all(feature = "portal", target_os = "linux"))]
pub mod portal;
#[cfg(feature = "posing")]
pub mod posing;
#[cfg(all(any(feature = "bluez", feature = "portal"), target_os = "linux"))]
mod private_bus;
#[cfg(all(feature = "secret-service", target_os = "linux"))]
pub mod secret_service;
mod secrets;
mod senses;
#[cfg(feature = "spotify")]
pub mod spotify;
#[cfg(feature = "subsonic")]
pub mod subsonic;

pub use archive::MemoryArchive;
pub use build::{TrackBuilder, catalogue, track};
pub use cameras::ScriptedCameras;
pub use eyes::{ScriptedEyes, ScriptedMeter, ScriptedSource, frame};
pub use secrets::MemorySecrets;
pub use senses::{Reported, ScriptedSenses};
