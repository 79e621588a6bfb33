//! The thread on which a device is opened, lives and is closed.

use super::{fault, list};
use attune_core::AppError;
use cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
use cpal::{
    BufferSize, Device, ErrorKind, Host, InputCallbackInfo, Sample, SampleFormat, SizedSample, Stream,
    StreamConfig, SupportedBufferSize, SupportedStreamConfig,
};
use rtrb::{Consumer, Producer, RingBuffer};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// What a sound system may take to answer while opening.
const PATIENCE: Duration = Duration::from_secs(3);
/// Callbacks a second: without being asked, some sound systems deliver seconds at a time.
const CALLBACKS: u32 = 20;
/// Seconds of sound that wait to be taken.
const WAITING: usize = 2;
/// How often it is looked whether the device is still there: some systems go on with another one without a word.
const LOOK: Duration = Duration::from_secs(1);

/// What the thread tells.
#[derive(Debug)]
pub(super) enum Note {
    /// The device gives sound.
    Opened(Open),
    /// It could not be opened, or has ended.
    Ended(AppError),
    /// It is closed.
    Closed,
}

/// An open device.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) rate: u32,
    pub(super) ring: Consumer<f32>,
}

/// Opens the device of that id, or the default, and keeps it open until the other end of `until` is dropped or the
/// device ends. Nobody may listen to what is told any more.
pub(super) fn run(id: Option<&str>, notify: &Sender<Note>, until: &Receiver<()>) {
    let host = cpal::default_host();
    let (lost, losses) = channel();
    match open(&host, id, lost) {
        Ok((open, stream)) => {
            let own = open.id.clone();
            let _ = notify.send(Note::Opened(open));
            if let Some(error) = wait(&host, &own, &losses, until) {
                let _ = notify.send(Note::Ended(error));
            }
            drop(stream);
        }
        Err(error) => {
            let _ = notify.send(Note::Ended(error));
        }
    }
    let _ = notify.send(Note::Closed);
}

/// Waits for the end; the error if it is the device's.
fn wait(host: &Host, id: &str, losses: &Receiver<String>, until: &Receiver<()>) -> Option<AppError> {
    loop {
        if until.recv_timeout(LOOK) != Err(RecvTimeoutError::Timeout) {
            return None;
        }
        if let Ok(why) = losses.try_recv() {
            return Some(fault::lost(&why));
        }
        if list::find(host, id).is_none() {
            return Some(fault::lost("it is not there any more"));
        }
    }
}

fn open(host: &Host, id: Option<&str>, lost: Sender<String>) -> Result<(Open, Stream), AppError> {
    let device = match id {
        Some(id) => list::find(host, id),
        None => host.default_input_device(),
    };
    let device = device.ok_or_else(|| fault::none(id))?;
    let own = list::id(&device).ok_or_else(|| fault::none(id))?;
    let supported = device.default_input_config().map_err(|e| fault::opening(&e))?;
    let (mut config, format) = (supported.config(), supported.sample_format());
    config.buffer_size = buffer(&supported);
    let rate = config.sample_rate;
    let (producer, ring) = RingBuffer::new(WAITING * rate as usize);
    let stream = stream(&device, config, format, producer, lost).map_err(|e| fault::opening(&e))?;
    stream.play().map_err(|e| fault::opening(&e))?;
    Ok((Open { id: own, name: list::name(&device), rate, ring }, stream))
}

fn buffer(supported: &SupportedStreamConfig) -> BufferSize {
    match supported.buffer_size() {
        SupportedBufferSize::Range { min, max } if min <= max => {
            BufferSize::Fixed((supported.sample_rate() / CALLBACKS).clamp(*min, *max))
        }
        _ => BufferSize::Default,
    }
}

fn stream(
    device: &Device,
    config: StreamConfig,
    format: SampleFormat,
    ring: Producer<f32>,
    lost: Sender<String>,
) -> Result<Stream, cpal::Error> {
    match format {
        SampleFormat::I16 => typed::<i16>(device, config, ring, lost),
        SampleFormat::I32 => typed::<i32>(device, config, ring, lost),
        SampleFormat::U8 => typed::<u8>(device, config, ring, lost),
        SampleFormat::F64 => typed::<f64>(device, config, ring, lost),
        SampleFormat::I24 => typed::<cpal::I24>(device, config, ring, lost),
        // What is not named here can be asked for as this, or says why not.
        _ => typed::<f32>(device, config, ring, lost),
    }
}

fn typed<S>(
    device: &Device,
    config: StreamConfig,
    mut ring: Producer<f32>,
    lost: Sender<String>,
) -> Result<Stream, cpal::Error>
where
    S: SizedSample + Send + 'static,
    f32: cpal::FromSample<S>,
{
    let channels = usize::from(config.channels).max(1);
    let take = move |samples: &[S], _: &InputCallbackInfo| {
        for frame in samples.chunks_exact(channels) {
            let sum: f32 = frame.iter().map(|x| f32::from_sample(*x)).sum();
            // A ring that nobody empties loses what comes; the callback must not wait.
            let _ = ring.push(sum / channels as f32);
        }
    };
    let on_error = move |error: cpal::Error| {
        // These leave the stream running.
        let harmless = [ErrorKind::Xrun, ErrorKind::DeviceChanged, ErrorKind::RealtimeDenied];
        if !harmless.contains(&error.kind()) {
            // When nobody listens any more, nobody needs to know.
            let _ = lost.send(error.to_string());
        }
    };
    device.build_input_stream::<S, _, _>(config, take, on_error, Some(PATIENCE))
}
