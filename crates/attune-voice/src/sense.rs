//! A microphone that is listened to: the sense of voices.
//!
//! [`VoiceSource`] is pulled by whoever runs it, event by event: the session through the port
//! ([`SenseSource`]), which opens it again when its device was lost, or the command line.

use crate::source::{SoundEvent, SoundSource};
use crate::{Hearing, Listener, Reader, Unheard};
use attune_core::ports::{SenseEvent, SenseSource};
use attune_core::{AppError, SenseGap, SenseMode, SenseReading, Timestamp};
use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// How long one wait for sound may take; with closing it makes up the second within which a device is given back.
const PATIENCE: Duration = Duration::from_millis(100);
/// Seconds of digital silence that mean that the microphone is muted.
const MUTED: f64 = 3.0;
/// Who was asked once is listened to for so many seconds at most.
const ONCE: f64 = 10.0;

/// What a listened microphone has to say.
#[derive(Debug, Clone, PartialEq)]
pub enum VoiceEvent {
    /// The microphone gives nothing but digital silence (`true`): it is muted, or off at its switch; or it gives sound
    /// again.
    Muted(bool),
    /// Somebody begins to speak, or has stopped.
    Speaking(bool),
    /// A stretch of sound was heard.
    Heard(Hearing),
    /// The source is at its end, or its device is gone (with the reason).
    Ended(Option<AppError>),
}

/// A source of sound and what listens to it. Dropping it closes the device.
pub struct VoiceSource {
    source: Box<dyn SoundSource>,
    listener: Listener,
    mode: SenseMode,
    events: VecDeque<VoiceEvent>,
    /// Samples so far, and those of digital silence in a row.
    samples: usize,
    silent: usize,
    muted: bool,
    speaking: bool,
    over: bool,
}

impl VoiceSource {
    /// Listens to a source; for [`SenseMode::Once`], until a tone was heard, or for ten seconds. Fails with
    /// `microphone_format`.
    pub fn new(source: Box<dyn SoundSource>, reader: Reader, mode: SenseMode) -> Result<Self, AppError> {
        let listener = Listener::new(reader, source.rate())?;
        let (samples, silent, muted, speaking, over) = (0, 0, false, false, false);
        Ok(Self { source, listener, mode, events: VecDeque::new(), samples, silent, muted, speaking, over })
    }

    /// Waits for the next event for at most about `patience`; none if nothing happened.
    pub fn next(&mut self, patience: Duration) -> Option<VoiceEvent> {
        let began = Instant::now();
        loop {
            if let Some(event) = self.events.pop_front() {
                return Some(event);
            }
            if self.over {
                return Some(VoiceEvent::Ended(None));
            }
            if let Err(error) = self.listen() {
                self.over = true;
                return Some(VoiceEvent::Ended(Some(error)));
            }
            if self.events.is_empty() && began.elapsed() >= patience {
                return None;
            }
        }
    }

    fn listen(&mut self) -> Result<(), AppError> {
        match self.source.next_event(PATIENCE) {
            SoundEvent::Samples(samples) => {
                self.samples += samples.len();
                self.mute(&samples);
                let heard = self.listener.push(&samples)?;
                self.hear(heard);
                self.speak();
                let limit = ONCE * f64::from(self.source.rate());
                if self.mode == SenseMode::Once && !self.over && self.samples as f64 >= limit {
                    self.finish()?;
                }
                Ok(())
            }
            SoundEvent::Ended(None) => self.finish(),
            SoundEvent::Ended(Some(error)) => Err(error),
        }
    }

    /// Nothing more is listened to: what is being said is read.
    fn finish(&mut self) -> Result<(), AppError> {
        let heard = self.listener.finish()?;
        self.hear(heard);
        self.over = true;
        Ok(())
    }

    fn hear(&mut self, heard: impl IntoIterator<Item = Hearing>) {
        for hearing in heard {
            self.over |= self.mode == SenseMode::Once && hearing.outcome.is_ok();
            self.events.push_back(VoiceEvent::Heard(hearing));
        }
    }

    fn speak(&mut self) {
        let now = self.listener.speaking();
        if std::mem::replace(&mut self.speaking, now) != now {
            self.events.push_back(VoiceEvent::Speaking(now));
        }
    }

    /// Counts digital silence: a microphone that is on gives at least its own noise.
    fn mute(&mut self, samples: &[f32]) {
        match samples.iter().rposition(|x| *x != 0.0) {
            Some(last) => self.silent = samples.len() - 1 - last,
            None => self.silent += samples.len(),
        }
        let muted = self.silent as f64 >= MUTED * f64::from(self.source.rate());
        let sound = self.silent < samples.len();
        if (muted && !self.muted) || (sound && self.muted) {
            self.muted = muted;
            self.events.push_back(VoiceEvent::Muted(muted));
        }
    }

    /// What the session is told of an event; nothing where it is of no use to it.
    fn told(&self, event: VoiceEvent, now: &dyn Fn() -> Timestamp) -> SenseEvent {
        match event {
            VoiceEvent::Heard(Hearing { outcome: Ok(tone), .. }) => {
                SenseEvent::Reading(SenseReading::Tone(tone.estimate), now())
            }
            // A muted microphone is the reason why nobody is heard.
            VoiceEvent::Heard(_) if self.muted => SenseEvent::Gap(SenseGap::Muted),
            VoiceEvent::Heard(Hearing { outcome: Err(why), .. }) => SenseEvent::Gap(why.into()),
            VoiceEvent::Muted(true) => SenseEvent::Gap(SenseGap::Muted),
            VoiceEvent::Muted(false) => SenseEvent::Gap(SenseGap::NoSpeech),
            VoiceEvent::Speaking(_) => SenseEvent::Quiet,
            VoiceEvent::Ended(error) => SenseEvent::Ended(error),
        }
    }
}

impl SenseSource for VoiceSource {
    fn next_event(&mut self, now: &dyn Fn() -> Timestamp) -> SenseEvent {
        self.next(PATIENCE * 3).map_or(SenseEvent::Quiet, |event| self.told(event, now))
    }

    fn name(&self) -> String {
        self.source.name()
    }

    fn id(&self) -> Option<String> {
        self.source.id()
    }

    fn close(self: Box<Self>) -> Result<(), AppError> {
        self.source.close()
    }
}

impl From<Unheard> for SenseGap {
    fn from(why: Unheard) -> Self {
        match why {
            Unheard::NoSpeech => Self::NoSpeech,
            Unheard::TooShort => Self::TooShort,
            Unheard::Noisy => Self::TooNoisy,
            Unheard::Music => Self::Music,
            Unheard::Clipped => Self::Clipped,
            Unheard::SeveralVoices => Self::SeveralVoices,
        }
    }
}

impl std::fmt::Debug for VoiceSource {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("VoiceSource").field("name", &self.source.name()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
