//! Which microphones there are.

use super::fault;
use attune_core::AppError;
use cpal::traits::{DeviceTrait, HostTrait};
use cpal::{Device, Host};
use serde::Serialize;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// What a sound system may take to answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// A microphone that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MicrophoneDescription {
    /// What it is chosen by; the same after a restart.
    pub id: String,
    /// What the listener sees.
    pub name: String,
    /// Whether it is the one that the system records from by default.
    pub default: bool,
    /// Whether it is no microphone but what an output plays.
    pub monitor: bool,
}

/// The microphones, those that listen to an output last. Waits at most three seconds.
///
/// Fails with `microphone_none` or, if the sound system does not answer, `microphone_stuck`.
pub fn microphones() -> Result<Vec<MicrophoneDescription>, AppError> {
    let (notify, told) = mpsc::channel();
    let asked = thread::Builder::new().name("list-microphones".to_owned()).spawn(move || {
        // Nobody waits any more if it took too long.
        let _ = notify.send(all(&cpal::default_host()));
    });
    asked.map_err(|e| fault::lost(&e.to_string()))?;
    let mut found = told.recv_timeout(PATIENCE).map_err(|_| fault::stuck())?;
    found.sort_by_key(|m| m.monitor);
    if found.is_empty() { Err(fault::none(None)) } else { Ok(found) }
}

fn all(host: &Host) -> Vec<MicrophoneDescription> {
    let default = host.default_input_device().and_then(|device| id(&device));
    devices(host).iter().filter_map(|device| describe(device, default.as_deref())).collect()
}

/// The devices that sound can be taken from.
pub(super) fn devices(host: &Host) -> Vec<Device> {
    host.devices().map(|all| all.filter(is_choice).collect()).unwrap_or_default()
}

/// The device with that id. The system's default counts where it is on no list, as on Android.
pub(super) fn find(host: &Host, wanted: &str) -> Option<Device> {
    let is_wanted = |device: &Device| id(device).as_deref() == Some(wanted);
    let listed = devices(host).into_iter().find(is_wanted);
    listed.or_else(|| host.default_input_device().filter(is_wanted))
}

/// The id of a device, as it is remembered.
pub(super) fn id(device: &Device) -> Option<String> {
    device.id().ok().map(|id| id.to_string())
}

/// The name of a device, as it is shown.
pub(super) fn name(device: &Device) -> String {
    device.description().map_or_else(|_| "microphone".to_owned(), |d| d.name().to_owned())
}

fn describe(device: &Device, default: Option<&str>) -> Option<MicrophoneDescription> {
    let id = id(device)?;
    Some(MicrophoneDescription {
        name: name(device),
        default: default == Some(id.as_str()),
        monitor: id.ends_with(".monitor"),
        id,
    })
}

/// ALSA names every way into a card; only those that convert what the card gives are of use to a listener.
fn is_choice(device: &Device) -> bool {
    let Ok(id) = device.id() else { return false };
    let through_alsa = id.host().name() == "ALSA";
    let useful = ["default", "pipewire", "pulse"].contains(&id.id()) || id.id().starts_with("plughw:");
    device.supports_input() && (!through_alsa || useful)
}
