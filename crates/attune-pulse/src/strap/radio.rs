//! What following a strap needs of Bluetooth. `bluetooth` (feature) is the real one, tests script another.

use attune_core::{AppError, ErrorCode};
use std::time::Duration;

/// A strap that was chosen: remembered by both, since addresses of some straps change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strap {
    /// What the system tells it by: the device's address, or the system's own name for it where it hides addresses.
    pub address: String,
    /// The name it gives itself.
    pub name: Option<String>,
}

/// A strap nearby.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Which.
    pub strap: Strap,
    /// How strongly it is received, in dBm (about -40 beside it, -90 at the edge); none if it is connected already.
    pub signal: Option<i16>,
}

/// What goes wrong with Bluetooth.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RadioError {
    /// No adapter, or the system's Bluetooth does not run.
    #[error("there is no Bluetooth on this computer, or its service does not run")]
    NoBluetooth,
    /// The adapter is switched off.
    #[error("Bluetooth is switched off")]
    Off,
    /// The system does not allow it.
    #[error("the system does not allow Bluetooth")]
    Denied,
    /// The strap is not nearby, or another device has it.
    #[error("the strap is not nearby, or another device is connected to it")]
    NotFound,
    /// It has no Heart Rate Service.
    #[error("the device sends no heart rate")]
    NoHeartRate,
    /// The connection ended.
    #[error("the connection to the strap was lost")]
    Lost,
    /// Connected, but nothing has come for a while.
    #[error("the strap sends nothing")]
    Silent,
    /// Anything else.
    #[error("Bluetooth failed ({0})")]
    Failed(String),
}

impl RadioError {
    /// The code in interfaces.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::NoBluetooth | Self::Off | Self::Denied => ErrorCode::BluetoothUnavailable,
            Self::NotFound | Self::NoHeartRate => ErrorCode::StrapNone,
            Self::Lost | Self::Silent => ErrorCode::StrapLost,
            Self::Failed(_) => ErrorCode::StrapStuck,
        }
    }

    /// What one can do about it.
    fn advice(&self) -> &'static str {
        match self {
            Self::NoBluetooth => "Everything but straps works without it.",
            Self::Off => "Switch it on and try again.",
            Self::Denied => "Allow it in the system's settings and try again.",
            Self::NotFound | Self::Silent => {
                "Put it on, wet its contacts, and disconnect it from other devices."
            }
            Self::NoHeartRate => "Choose a strap for the heart rate.",
            Self::Lost => "It is looked for again.",
            Self::Failed(_) => "Switch Bluetooth off and on again.",
        }
    }
}

impl From<RadioError> for AppError {
    fn from(error: RadioError) -> Self {
        let text = error.to_string();
        let (first, rest) = text.split_at_checked(1).unwrap_or_default();
        Self::new(error.code(), format!("{}{rest}. {}", first.to_uppercase(), error.advice()))
            .caused_by(error)
    }
}

/// Finds straps and connects to them.
pub trait Radio {
    /// Listens for straps that offer the Heart Rate Service until `enough` or for `time`; the strongest first.
    fn scan(&mut self, time: Duration, enough: &dyn Fn(&[Found]) -> bool) -> Result<Vec<Found>, RadioError>;

    /// Connects to a strap that a scan has found, and asks it for its rate. Dropping the link ends it.
    fn connect(&mut self, strap: &Strap) -> Result<Box<dyn Link>, RadioError>;
}

/// A connection to a strap.
pub trait Link {
    /// The charge of its battery in percent, if it tells.
    fn battery(&mut self) -> Option<u8>;

    /// The next message, undecoded; none if none comes in that time. Fails with [`RadioError::Lost`] at its end.
    fn next(&mut self, time: Duration) -> Result<Option<Vec<u8>>, RadioError>;
}

impl Strap {
    /// From what [`Strap::id`] gave.
    #[must_use]
    pub fn from_id(id: &str) -> Self {
        let (address, name) = id.split_once(' ').unwrap_or((id, ""));
        let name = Some(name.trim()).filter(|name| !name.is_empty());
        Self { address: address.to_owned(), name: name.map(str::to_owned) }
    }

    /// Address and name in one, to keep in settings: addresses have no blanks.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{} {}", self.address, self.name.as_deref().unwrap_or_default()).trim_end().to_owned()
    }

    /// The strap among those found: the one at its address, or the only one of its name.
    #[must_use]
    pub fn among<'a>(&self, found: &'a [Found]) -> Option<&'a Found> {
        let at_address = found.iter().find(|f| f.strap.address.eq_ignore_ascii_case(&self.address));
        at_address.or_else(|| {
            let name = self.name.as_ref().filter(|name| !name.is_empty())?;
            let mut named = found.iter().filter(|f| f.strap.name.as_ref() == Some(name));
            named.next().filter(|_| named.next().is_none())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(address: &str, name: &str) -> Found {
        let strap = Strap { address: address.into(), name: Some(name.into()) };
        Found { strap, signal: Some(-60) }
    }

    #[test]
    fn ids_hold_address_and_name() {
        for (address, name) in [("AA:01", Some("Polar H10 1234")), ("AA:01", None)] {
            let strap = Strap { address: address.into(), name: name.map(str::to_owned) };
            assert_eq!(Strap::from_id(&strap.id()), strap);
        }
        assert_eq!(Strap::from_id(""), Strap { address: String::new(), name: None });
    }

    #[test]
    fn a_strap_is_known_by_its_address_or_else_by_a_name_that_only_it_has() {
        let near = [found("AA:01", "H10"), found("AA:02", "Arm"), found("AA:03", "Arm"), found("AA:04", "")];
        let chosen = |address: &str, name: &str| {
            let strap = Strap { address: address.into(), name: Some(name.into()) };
            strap.among(&near).map(|f| f.strap.address.clone())
        };
        assert_eq!(chosen("aa:02", "H10").as_deref(), Some("AA:02"));
        assert_eq!(chosen("AA:99", "H10").as_deref(), Some("AA:01"), "its address has changed");
        assert_eq!(chosen("AA:99", "Arm"), None, "two have that name");
        assert_eq!(chosen("AA:99", ""), None);
    }
}
