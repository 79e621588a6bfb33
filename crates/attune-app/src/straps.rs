//! Heart rate straps by Bluetooth, for whoever wants more of them than a session takes in: what each notification says.

#[cfg(not(target_os = "android"))]
pub use attune_pulse::bluetooth::Bluetooth;
pub use attune_pulse::strap::{
    Contact, Follower, Found, Measurement, Next, Radio, RadioError, Strap, StrapEvent, Variability, follow,
};
