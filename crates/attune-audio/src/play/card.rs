//! The system's sound outputs: those of `PulseAudio` (or `PipeWire` in its place) where that runs, else ALSA's; and what
//! Windows and macOS have.

use super::speakers::{Lost, Opened, Output, Plug, Speakers};
use super::tap::Tap;
use crate::AudioError;
use cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
use cpal::{
    BufferSize, Device, ErrorKind, FromSample, Host, OutputCallbackInfo, SampleFormat, SizedSample, Stream,
    StreamConfig, SupportedBufferSize, SupportedStreamConfig,
};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// What a sound system may take to answer.
const PATIENCE: Duration = Duration::from_secs(3);
/// Callbacks a second. Music needs no short way to the ear, and a busy machine a long one: 200 ms are on their way.
const CALLBACKS: u32 = 10;

/// The system's sound outputs.
#[derive(Default)]
pub struct Card {
    host: Option<Host>,
}

/// The outputs that can be chosen. Waits at most three seconds. Fails with `no_sound_output`.
pub fn outputs() -> Result<Vec<Output>, AudioError> {
    let (notify, told) = mpsc::channel();
    let asked = thread::Builder::new().name("attune-list-outputs".to_owned()).spawn(move || {
        // Nobody waits any more if it took too long.
        let _ = notify.send(Card::default().outputs());
    });
    let answer = asked.ok().and_then(|_| told.recv_timeout(PATIENCE).ok());
    answer.unwrap_or_else(|| Err(none(&"the sound system does not answer")))
}

impl Card {
    /// The sound system that is best to use now. ALSA is asked anew each time: `PulseAudio` may have come.
    fn host(&mut self) -> &Host {
        self.host = self.host.take().filter(|host| !is_alsa(host));
        self.host.get_or_insert_with(cpal::default_host)
    }

    fn devices(&mut self) -> Result<Vec<Device>, cpal::Error> {
        let host = self.host();
        let devices = host.devices().map(|all| all.filter(is_choice).collect());
        if devices.is_err() {
            // It has ended; the next question goes to a new one.
            self.host = None;
        }
        devices
    }

    fn default_device(&mut self) -> Option<Device> {
        self.host().default_output_device().filter(|device| device.default_output_config().is_ok())
    }
}

impl Speakers for Card {
    fn outputs(&mut self) -> Result<Vec<Output>, AudioError> {
        let devices = match self.devices() {
            Ok(devices) => devices,
            Err(_) => self.devices().map_err(|e| none(&e))?,
        };
        let default = self.default_device().and_then(|device| device.id().ok()).map(|id| id.to_string());
        let outputs: Vec<Output> =
            devices.iter().filter_map(|device| output(device, default.as_deref())).collect();
        if outputs.is_empty() { Err(none(&"no device was found")) } else { Ok(outputs) }
    }

    fn open(&mut self, id: Option<&str>, plug: Plug<'_>, lost: Lost) -> Result<Opened, AudioError> {
        let default = self.default_device();
        let default_id = default.as_ref().and_then(|device| device.id().ok()).map(|id| id.to_string());
        let device = match id {
            Some(id) => {
                let named = |device: &Device| device.id().is_ok_and(|own| own.to_string() == id);
                self.devices().map_err(|e| none(&e))?.into_iter().find(named)
            }
            None => default,
        };
        let device = device.ok_or_else(|| none(&"no device was found"))?;
        let output = output(&device, default_id.as_deref()).ok_or_else(|| none(&"it has no name"))?;
        let stream = stream(&device, plug, lost).map_err(|e| none(&e))?;
        stream.play().map_err(|e| none(&e))?;
        Ok(Opened { output, stream: Box::new(stream) })
    }
}

impl std::fmt::Debug for Card {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Card").field("host", &self.host.as_ref().map(Host::id)).finish()
    }
}

#[cfg(target_os = "linux")]
fn is_alsa(host: &Host) -> bool {
    host.id() == cpal::HostId::Alsa
}

#[cfg(not(target_os = "linux"))]
fn is_alsa(_: &Host) -> bool {
    false
}

/// ALSA names every way into a card; only those that convert to what the card can do are of use to a listener.
fn is_choice(device: &Device) -> bool {
    let Ok(id) = device.id() else { return false };
    let through_alsa = id.host().name() == "ALSA";
    let useful = ["default", "pipewire", "pulse"].contains(&id.id()) || id.id().starts_with("plughw:");
    device.supports_output() && (!through_alsa || useful)
}

fn output(device: &Device, default: Option<&str>) -> Option<Output> {
    let id = device.id().ok()?.to_string();
    let name = device.description().map_or_else(|_| id.clone(), |d| d.name().to_owned());
    Some(Output { default: default == Some(id.as_str()), id, name })
}

fn none(detail: &dyn std::fmt::Display) -> AudioError {
    AudioError::NoOutput { detail: detail.to_string() }
}

fn stream(device: &Device, plug: Plug<'_>, lost: Lost) -> Result<Stream, cpal::Error> {
    let supported = device.default_output_config()?;
    let mut config = supported.config();
    config.buffer_size = buffer(&supported);
    let tap = plug(config.sample_rate, usize::from(config.channels));
    match supported.sample_format() {
        SampleFormat::I16 => typed::<i16>(device, config, tap, lost),
        SampleFormat::I32 => typed::<i32>(device, config, tap, lost),
        SampleFormat::U8 => typed::<u8>(device, config, tap, lost),
        SampleFormat::F64 => typed::<f64>(device, config, tap, lost),
        SampleFormat::I24 => typed::<cpal::I24>(device, config, tap, lost),
        // What is not named here can be asked for as this, or says why not.
        _ => typed::<f32>(device, config, tap, lost),
    }
}

fn buffer(supported: &SupportedStreamConfig) -> BufferSize {
    match supported.buffer_size() {
        SupportedBufferSize::Range { min, max } if min <= max => {
            BufferSize::Fixed((supported.sample_rate() / CALLBACKS).clamp(*min, *max))
        }
        _ => BufferSize::Default,
    }
}

fn typed<S: SizedSample + FromSample<f32> + Send + 'static>(
    device: &Device,
    config: StreamConfig,
    mut tap: Tap,
    lost: Lost,
) -> Result<Stream, cpal::Error> {
    // A second at once is more than any card asks for; beyond it the rest is filled in turns.
    let mut room = vec![0.0_f32; config.sample_rate as usize * usize::from(config.channels)];
    let fill = move |out: &mut [S], info: &OutputCallbackInfo| {
        let times = info.timestamp();
        let latency = times.playback.saturating_duration_since(times.callback);
        let latency_us = u32::try_from(latency.as_micros()).unwrap_or(0);
        for part in out.chunks_mut(room.len().max(1)) {
            let samples = &mut room[..part.len()];
            tap.fill(samples, latency_us);
            part.iter_mut().zip(samples).for_each(|(to, from)| *to = S::from_sample(*from));
        }
    };
    let on_error = move |error: cpal::Error| {
        // These leave the stream running.
        let harmless = [ErrorKind::Xrun, ErrorKind::DeviceChanged, ErrorKind::RealtimeDenied];
        if !harmless.contains(&error.kind()) {
            lost(error.to_string());
        }
    };
    device.build_output_stream::<S, _, _>(config, fill, on_error, Some(PATIENCE))
}
