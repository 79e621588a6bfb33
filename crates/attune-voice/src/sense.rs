//! The sense of voices: a microphone and a listener as a source of readings, for a session to run.

#[cfg(test)]
mod tests;

use crate::microphone::Microphone;
use crate::source::{SoundEvent, SoundSource};
use crate::{Hearing, Listener, Reader, Unheard, VoiceError};
use attune_core::ports::{OpenDevice, PlayedSound, SenseEvent, SenseSource};
use attune_core::{AppError, SenseGap, SenseMode, SenseReading, Timestamp};
use std::collections::VecDeque;
use std::path::Path;
use std::time::Duration;

/// How long one wait for sound may take: whoever stops a sense waits for it.
const PATIENCE: Duration = Duration::from_millis(200);
/// Seconds of digital silence that mean that the microphone is muted.
const MUTED: f64 = 3.0;
/// Seconds of sound after which a sense that is asked once gives up.
const ONCE: f64 = 12.0;

/// What happened at the microphone.
#[derive(Debug, Clone, PartialEq)]
pub enum VoiceEvent {
    /// The microphone gives nothing but digital silence (`true`): it is muted, or off at its switch; or it gives sound
    /// again.
    Muted(bool),
    /// Somebody begins to speak, or has stopped.
    Speaking(bool),
    /// A phrase was heard, or none for some seconds.
    Heard(Hearing),
    /// Nothing new.
    Quiet,
    /// The source is at its end, or its device is gone (with the reason), or the network failed.
    Ended(Option<AppError>),
}

/// A source of sound that is listened to. Dropping it closes the device.
pub struct VoiceSource {
    source: Box<dyn SoundSource>,
    listener: Listener,
    /// What this computer plays itself, and room for it.
    played: Option<Box<dyn PlayedSound>>,
    room: Vec<f32>,
    mode: SenseMode,
    said: VecDeque<VoiceEvent>,
    /// Samples so far, and those of digital silence at their end.
    samples: usize,
    silent: usize,
    muted: bool,
    speaking: bool,
    /// What was asked for has been reported.
    done: bool,
}

impl VoiceSource {
    /// Opens the microphone with the id from [`microphones`](crate::microphone::microphones) and no other, or without an
    /// id the system's default, and loads the network that ships; `resources` as in
    /// [`ToneModel::open`](crate::ToneModel::open).
    ///
    /// Fails with `voice_model` and the codes of [`Microphone::open`].
    pub fn open(id: Option<&str>, mode: SenseMode, resources: Option<&Path>) -> Result<Self, AppError> {
        // The network first: without one no microphone is switched on.
        let reader = Reader::open(resources)?;
        Ok(Self::new(Box::new(Microphone::open(id)?), reader, mode)?)
    }

    /// Over any source of sound. Fails with `microphone_format` for rates that cannot be used.
    pub fn new(source: Box<dyn SoundSource>, reader: Reader, mode: SenseMode) -> Result<Self, VoiceError> {
        let listener = Listener::new(reader, source.rate())?;
        Ok(Self {
            source,
            listener,
            played: None,
            room: Vec::new(),
            mode,
            said: VecDeque::new(),
            samples: 0,
            silent: 0,
            muted: false,
            speaking: false,
            done: false,
        })
    }

    /// The same, which takes what this computer plays itself out of what it hears.
    #[must_use]
    pub fn beside(mut self, played: Box<dyn PlayedSound>) -> Self {
        self.played = Some(played);
        self
    }

    /// Waits for the next thing that happens, for a fifth of a second at most.
    pub fn next_voice_event(&mut self) -> VoiceEvent {
        if let Some(event) = self.said.pop_front() {
            return event;
        }
        match self.source.next_event(PATIENCE) {
            SoundEvent::Samples(samples) => self.take(&samples),
            SoundEvent::Ended(error) => {
                if error.is_none() {
                    let last = self.listener.finish();
                    self.heard(last.map(|hearing| hearing.into_iter().collect()));
                }
                self.said.push_back(VoiceEvent::Ended(error));
            }
        }
        self.said.pop_front().unwrap_or(VoiceEvent::Quiet)
    }

    fn take(&mut self, samples: &[f32]) {
        self.mute(samples);
        self.room.clear();
        let rate = self.played.as_mut().and_then(|played| played.take(&mut self.room));
        let heard = match rate {
            Some(rate) => self.listener.push_over(samples, &self.room, rate),
            None => self.listener.push(samples),
        };
        self.heard(heard);
        let speaking = self.listener.speaking();
        if std::mem::replace(&mut self.speaking, speaking) != speaking {
            self.said.push_back(VoiceEvent::Speaking(speaking));
        }
    }

    fn heard(&mut self, hearings: Result<Vec<Hearing>, VoiceError>) {
        match hearings {
            Ok(hearings) => self.said.extend(hearings.into_iter().map(VoiceEvent::Heard)),
            Err(error) => self.said.push_back(VoiceEvent::Ended(Some(error.into()))),
        }
    }

    /// Counts digital silence: a microphone that is on gives at least its own noise.
    fn mute(&mut self, samples: &[f32]) {
        self.samples += samples.len();
        match samples.iter().rposition(|x| *x != 0.0) {
            Some(last) => self.silent = samples.len() - 1 - last,
            None => self.silent += samples.len(),
        }
        let (muted, sound) = (self.seconds(self.silent) >= MUTED, self.silent < samples.len());
        if (muted && !self.muted) || (sound && self.muted) {
            self.muted = muted;
            self.said.push_back(VoiceEvent::Muted(muted));
        }
    }

    fn seconds(&self, samples: usize) -> f64 {
        samples as f64 / f64::from(self.source.rate().max(1))
    }

    /// What an event is to a session. Silence of a muted microphone is no silence of the listener.
    fn report(&mut self, event: VoiceEvent, now: &dyn Fn() -> Timestamp) -> SenseEvent {
        match event {
            VoiceEvent::Heard(Hearing { outcome: Ok(tone), .. }) => {
                self.done = self.mode == SenseMode::Once;
                SenseEvent::Reading(SenseReading::Tone(tone.estimate), now())
            }
            VoiceEvent::Heard(Hearing { outcome: Err(_), .. }) if self.muted => {
                SenseEvent::Gap(SenseGap::Muted)
            }
            VoiceEvent::Heard(Hearing { outcome: Err(why), .. }) => SenseEvent::Gap(why.gap()),
            VoiceEvent::Muted(true) => SenseEvent::Gap(SenseGap::Muted),
            VoiceEvent::Muted(false) | VoiceEvent::Speaking(_) | VoiceEvent::Quiet => SenseEvent::Quiet,
            VoiceEvent::Ended(error) => SenseEvent::Ended(error),
        }
    }

    /// Whether a sense that is asked once has listened for long enough.
    fn is_over(&self) -> bool {
        self.mode == SenseMode::Once && !self.speaking && self.seconds(self.samples) >= ONCE
    }
}

impl OpenDevice for VoiceSource {
    fn name(&self) -> String {
        self.source.name()
    }

    fn id(&self) -> Option<String> {
        self.source.id()
    }
}

impl SenseSource for VoiceSource {
    fn next_event(&mut self, now: &dyn Fn() -> Timestamp) -> SenseEvent {
        if self.done || (self.said.is_empty() && self.is_over()) {
            return SenseEvent::Ended(None);
        }
        let event = self.next_voice_event();
        self.report(event, now)
    }
}

impl Unheard {
    /// The reason as sessions know it.
    #[must_use]
    pub fn gap(self) -> SenseGap {
        match self {
            Self::NoSpeech => SenseGap::NoSpeech,
            Self::TooShort => SenseGap::TooShort,
            Self::Noisy => SenseGap::TooNoisy,
            Self::Music => SenseGap::Music,
            Self::Clipped => SenseGap::Clipped,
            Self::SeveralVoices => SenseGap::SeveralVoices,
        }
    }
}

impl std::fmt::Debug for VoiceSource {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("VoiceSource").field("name", &self.source.name()).finish_non_exhaustive()
    }
}
