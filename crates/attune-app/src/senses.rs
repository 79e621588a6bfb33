//! The microphone and the strap: which there are, and opening them for the session.

use attune_core::ports::SenseSource;
use attune_core::{AppError, ErrorCode, Sense, SenseMode};
use attune_pulse::bluetooth::Bluetooth;
use attune_pulse::strap::{Found, Radio as _, StrapSource};
use attune_session::view::SenseDevice;
use attune_voice::microphone::{Microphone, microphones};
use attune_voice::{Reader, VoiceSource};
use std::path::Path;
use std::time::Duration;

/// How long straps are listened for where a list of them is wanted.
const SCAN: Duration = Duration::from_secs(5);

/// The sense's device with that id, or the first one; `resources` as in [`Reader::open`].
pub(crate) fn open(
    sense: Sense,
    mode: SenseMode,
    id: Option<&str>,
    resources: Option<&Path>,
) -> Result<Box<dyn SenseSource>, AppError> {
    match sense {
        Sense::Voice => {
            // The network first: where it cannot be run nothing is listened to.
            let reader = Reader::open(resources)?;
            Ok(Box::new(VoiceSource::new(Box::new(Microphone::open(id)?), reader, mode)?))
        }
        Sense::Pulse => Ok(Box::new(StrapSource::open(Box::new(Bluetooth::open()?), id, mode)?)),
    }
}

/// The microphones or straps that can be chosen; looking for straps takes some seconds.
pub fn devices(sense: Sense) -> Result<Vec<SenseDevice>, AppError> {
    match sense {
        Sense::Voice => {
            let device =
                |m: attune_voice::microphone::MicrophoneDescription| SenseDevice { id: m.id, name: m.name };
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
                SenseDevice { id: strap.id(), name }
            };
            Ok(found.into_iter().map(device).collect())
        }
    }
}
