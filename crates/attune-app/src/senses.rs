//! The microphone and the strap: which there are, and opening them for the session.

use crate::compose;
use attune_audio::play::Reference;
use attune_core::ports::SenseSource;
use attune_core::{AppError, ErrorCode, Sense, SenseMode};
use attune_pulse::bluetooth::Bluetooth;
use attune_pulse::strap::{Found, Radio as _, StrapSource};
#[cfg(debug_assertions)]
use attune_session::Session;
use attune_session::view::DeviceInfo;
use attune_voice::VoiceSource;
use attune_voice::microphone::{MicrophoneDescription, microphones};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// How long straps are listened for where a list of them is wanted.
const SCAN: Duration = Duration::from_secs(5);

/// The sense's device with that id, or the first one; `resources` as in [`VoiceSource::open`]. What this computer `played`
/// is taken out of what the microphone hears.
pub(crate) fn open(
    sense: Sense,
    mode: SenseMode,
    id: Option<&str>,
    resources: Option<&Path>,
    played: &Arc<Reference>,
) -> Result<Box<dyn SenseSource>, AppError> {
    match sense {
        Sense::Voice => {
            Ok(Box::new(VoiceSource::open(id, mode, resources)?.beside(Box::new(played.reader()))))
        }
        Sense::Pulse => Ok(Box::new(StrapSource::open(Box::new(Bluetooth::open()?), id, mode)?)),
        // The session measures it on the pictures of its camera.
        Sense::CameraPulse => Err(AppError::new(ErrorCode::CameraNone, "It has no device of its own.")),
    }
}

/// In debug builds `ATTUNE_TEST_SENSES` names the senses that are on from the start, separated by commas.
#[cfg(debug_assertions)]
pub(crate) fn start_for_tests(session: &Session) -> Result<(), AppError> {
    let named = std::env::var("ATTUNE_TEST_SENSES").unwrap_or_default();
    let sense = |name: &str| serde_json::from_value::<Sense>(name.into()).ok();
    named.split(',').filter_map(sense).try_for_each(|sense| session.start_sense(sense, SenseMode::Along))
}

/// The microphones, straps or cameras that can be chosen; looking for straps takes some seconds.
pub fn devices(sense: Sense) -> Result<Vec<DeviceInfo>, AppError> {
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
            let found = Bluetooth::open()?.scan(SCAN, &|_| false)?;
            let device = |Found { strap, .. }: Found| {
                let name = strap.name.clone().unwrap_or_else(|| strap.address.clone());
                DeviceInfo { id: strap.id(), name }
            };
            Ok(found.into_iter().map(device).collect())
        }
        Sense::CameraPulse => compose::cameras(),
    }
}
