//! The microphone and the strap: which there are, and opening them for the session.

use crate::compose;
use crate::phone_senses::PhoneSenses;
use attune_audio::play::Reference;
use attune_core::ports::SenseSource;
use attune_core::{AppError, ErrorCode, Sense, SenseMode};
use attune_pulse::strap::{Found, Radio, RadioError, StrapSource};
#[cfg(debug_assertions)]
use attune_session::Session;
use attune_session::view::DeviceInfo;
use attune_voice::VoiceSource;
use attune_voice::microphone::{MicrophoneDescription, microphones};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// How long straps are listened for where a list of them is wanted.
const SCAN: Duration = Duration::from_secs(5);

/// Opens and lists the senses' devices.
pub struct Senses {
    resources: Option<PathBuf>,
    played: Arc<Reference>,
    phone: Option<Arc<PhoneSenses>>,
}

impl Senses {
    /// `resources` as in [`VoiceSource::open`]. What this computer `played` is taken out of what the microphone hears. A phone
    /// asks for permissions, and has the Bluetooth, by code of its own.
    pub(crate) fn new(
        resources: Option<PathBuf>,
        played: Arc<Reference>,
        phone: Option<Arc<PhoneSenses>>,
    ) -> Self {
        Self { resources, played, phone }
    }

    /// Lets a phone's system ask the listener for what a sense needs. For a thread that may wait. What the answer is,
    /// opening the sense says.
    pub(crate) fn ask(&self, sense: Sense) {
        if let Some(phone) = &self.phone {
            phone.ask(sense);
        }
    }

    /// The sense's device with that id, or the first one.
    pub(crate) fn open(
        &self,
        sense: Sense,
        mode: SenseMode,
        id: Option<&str>,
    ) -> Result<Box<dyn SenseSource>, AppError> {
        if let Some(phone) = &self.phone {
            phone.check(sense)?;
        }
        match sense {
            Sense::Voice => {
                let voice = VoiceSource::open(id, mode, self.resources.as_deref())?;
                Ok(Box::new(voice.beside(Box::new(self.played.reader()))))
            }
            Sense::Pulse => Ok(Box::new(StrapSource::open(self.radio()?, id, mode)?)),
            // The session measures it on the pictures of its camera.
            Sense::CameraPulse => Err(AppError::new(ErrorCode::CameraNone, "It has no device of its own.")),
        }
    }

    /// The microphones, straps or cameras that can be chosen; looking for straps takes some seconds.
    pub fn devices(&self, sense: Sense) -> Result<Vec<DeviceInfo>, AppError> {
        match sense {
            Sense::Voice => {
                let device = |m: MicrophoneDescription| DeviceInfo { id: m.id, name: m.name };
                match microphones() {
                    Ok(all) => Ok(all.into_iter().map(device).collect()),
                    // A list that is empty says it.
                    Err(error) if error.code == ErrorCode::MicrophoneNone => Ok(Vec::new()),
                    Err(error) => Err(error),
                }
            }
            Sense::Pulse => {
                self.ask(sense);
                let found = self.radio()?.scan(SCAN, &|_| false)?;
                let device = |Found { strap, .. }: Found| {
                    let name = strap.name.clone().unwrap_or_else(|| strap.address.clone());
                    DeviceInfo { id: strap.id(), name }
                };
                Ok(found.into_iter().map(device).collect())
            }
            Sense::CameraPulse => compose::cameras(),
        }
    }

    fn radio(&self) -> Result<Box<dyn Radio + Send>, RadioError> {
        match &self.phone {
            Some(phone) => Ok(Box::new(phone.radio())),
            None => computer_radio(),
        }
    }
}

#[cfg(not(target_os = "android"))]
fn computer_radio() -> Result<Box<dyn Radio + Send>, RadioError> {
    Ok(Box::new(attune_pulse::bluetooth::Bluetooth::open()?))
}

/// Only the phone's own code reaches its Bluetooth.
#[cfg(target_os = "android")]
fn computer_radio() -> Result<Box<dyn Radio + Send>, RadioError> {
    Err(RadioError::NoBluetooth)
}

/// In debug builds `ATTUNE_TEST_SENSES` names the senses that are on from the start, separated by commas.
#[cfg(debug_assertions)]
pub(crate) fn start_for_tests(session: &Session) -> Result<(), AppError> {
    let named = std::env::var("ATTUNE_TEST_SENSES").unwrap_or_default();
    let sense = |name: &str| serde_json::from_value::<Sense>(name.into()).ok();
    named.split(',').filter_map(sense).try_for_each(|sense| session.start_sense(sense, SenseMode::Along))
}
