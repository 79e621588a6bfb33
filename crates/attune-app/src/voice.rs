//! Voices in recordings and at a microphone, for whoever wants more of them than a session takes in.
//!
//! [`listener`] opens the network; [`hear`] reads a recording through it. A microphone is a [`VoiceSource`], those that can
//! be chosen are [`microphones`].

use attune_audio::Recording;
use attune_core::AppError;
use attune_voice::{RATE, Reader};
use std::path::Path;

pub use attune_voice::microphone::microphones;
pub use attune_voice::{Emotion, Hearing, Listener, Measures, Tone, Unheard, VoiceEvent, VoiceSource};

/// A listener on the network that ships; `resources` as in [`Reader::open`]. Fails with `voice_model`.
pub fn listener(resources: Option<&Path>) -> Result<Listener, AppError> {
    Ok(Listener::new(Reader::open(resources)?, RATE)?)
}

/// Everything heard in a recording, as a microphone would bring it. Fails as decoding does and with `voice_model`.
pub fn hear(listener: &mut Listener, file: &Path) -> Result<Vec<Hearing>, AppError> {
    let mut recording = Recording::open(file)?;
    let (mut heard, mut rate, mut mono) = (Vec::new(), 0, Vec::new());
    while recording.next_block()? {
        if recording.rate() != rate {
            rate = recording.rate();
            listener.restart(rate)?;
        }
        mix(recording.block(), &mut mono);
        heard.extend(listener.push(&mono)?);
    }
    heard.extend(listener.finish()?);
    Ok(heard)
}

/// A whole recording of one rate as mono samples, and that rate. Fails as decoding does.
pub fn samples(file: &Path) -> Result<(Vec<f32>, u32), AppError> {
    let mut recording = Recording::open(file)?;
    let (mut all, mut mono) = (Vec::new(), Vec::new());
    while recording.next_block()? {
        mix(recording.block(), &mut mono);
        all.extend_from_slice(&mono);
    }
    Ok((all, recording.rate()))
}

/// The mean of all channels.
fn mix(channels: &[Vec<f32>], mono: &mut Vec<f32>) {
    mono.clear();
    mono.resize(channels.first().map_or(0, Vec::len), 0.0);
    for channel in channels {
        mono.iter_mut().zip(channel).for_each(|(sum, x)| *sum += x / channels.len() as f32);
    }
}
