//! Microphones through cpal, kept at arm's length.
//!
//! A sound system may wait without a time limit, so the device lives on a thread of its own: one that does not answer
//! stalls that thread and nobody else. The callback that captures writes into a ring and never waits; what is not taken out
//! in time (two seconds) is lost and nothing else.

mod device;
mod fault;
mod list;

pub use list::{MicrophoneDescription, microphones};

use crate::source::{SoundEvent, SoundSource};
use attune_core::AppError;
use device::{Note, Open};
use rtrb::Consumer;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long a device may take to open: a sound server is asked several things, each of which waits its turn on a busy machine.
const OPENING: Duration = Duration::from_secs(8);
/// How long closing waits for the device's thread.
const CLOSING: Duration = Duration::from_millis(800);
/// No sound for so long means that the device is gone: even a muted one gives silence.
const SILENCE: Duration = Duration::from_secs(3);
/// How often the ring is looked at.
const LOOK: Duration = Duration::from_millis(20);

/// An open microphone. Dropping it closes the device.
#[derive(Debug)]
pub struct Microphone {
    id: String,
    name: String,
    rate: u32,
    ring: Consumer<f32>,
    notes: Receiver<Note>,
    /// Taken when the device is told to close.
    running: Option<Sender<()>>,
    last: Instant,
}

impl Microphone {
    /// Opens the microphone with the id from [`microphones`] and no other, or without an id the system's default.
    ///
    /// Codes: `microphone_none`, `microphone_busy`, `microphone_denied`, `microphone_format`, `microphone_lost` and
    /// `microphone_stuck` (the sound system does not answer).
    pub fn open(id: Option<&str>) -> Result<Self, AppError> {
        let (notify, notes) = channel();
        let (running, until) = channel();
        let id = id.map(str::to_owned);
        let thread = thread::Builder::new().name("microphone".to_owned());
        thread
            .spawn(move || device::run(id.as_deref(), &notify, &until))
            .map_err(|e| fault::lost(&e.to_string()))?;
        let Open { id, name, rate, ring } = opened(notes.recv_timeout(OPENING))?;
        Ok(Self { id, name, rate, ring, notes, running: Some(running), last: Instant::now() })
    }

    /// Asks the device's thread to close it and waits a little for that.
    fn end(&mut self) {
        drop(self.running.take());
        let began = Instant::now();
        while let Ok(note) = self.notes.recv_timeout(CLOSING.saturating_sub(began.elapsed())) {
            if matches!(note, Note::Closed) {
                return;
            }
        }
    }

    fn take(&mut self) -> Option<Vec<f32>> {
        let chunk = self.ring.read_chunk(self.ring.slots()).ok()?;
        let samples: Vec<f32> = chunk.into_iter().collect();
        (!samples.is_empty()).then_some(samples)
    }
}

/// The open device, from the first thing that its thread tells. A thread that ended without a word is no device that does not
/// answer.
fn opened(told: Result<Note, RecvTimeoutError>) -> Result<Open, AppError> {
    match told {
        Ok(Note::Opened(open)) => Ok(open),
        Ok(Note::Ended(error)) => Err(error),
        Err(RecvTimeoutError::Timeout) => Err(fault::stuck()),
        Ok(Note::Closed) | Err(RecvTimeoutError::Disconnected) => Err(fault::lost("its thread has ended")),
    }
}

impl SoundSource for Microphone {
    fn next_event(&mut self, patience: Duration) -> SoundEvent {
        let began = Instant::now();
        loop {
            if let Some(samples) = self.take() {
                self.last = Instant::now();
                return SoundEvent::Samples(samples);
            }
            match self.notes.recv_timeout(LOOK.min(patience)) {
                Ok(Note::Ended(error)) => return SoundEvent::Ended(Some(error)),
                Ok(Note::Closed) | Err(RecvTimeoutError::Disconnected) => {
                    return SoundEvent::Ended(Some(fault::lost("the device was closed")));
                }
                Ok(Note::Opened(_)) | Err(RecvTimeoutError::Timeout) => {}
            }
            if self.last.elapsed() >= SILENCE {
                return SoundEvent::Ended(Some(fault::lost("it gives no sound")));
            }
            if began.elapsed() >= patience {
                return SoundEvent::Samples(Vec::new());
            }
        }
    }

    fn rate(&self) -> u32 {
        self.rate
    }

    fn name(&self) -> String {
        self.name.clone()
    }

    fn id(&self) -> Option<String> {
        Some(self.id.clone())
    }
}

impl Drop for Microphone {
    /// One that does not answer is left to its thread, which closes it as soon as the sound system comes back.
    fn drop(&mut self) {
        self.end();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::ErrorCode;

    #[test]
    fn only_a_device_that_says_nothing_is_stuck() {
        let code = |told| opened(told).err().map(|e| e.code);
        assert_eq!(code(Err(RecvTimeoutError::Timeout)), Some(ErrorCode::MicrophoneStuck));
        assert_eq!(code(Err(RecvTimeoutError::Disconnected)), Some(ErrorCode::MicrophoneLost));
        assert_eq!(code(Ok(Note::Closed)), Some(ErrorCode::MicrophoneLost));
        assert_eq!(code(Ok(Note::Ended(fault::none(None)))), Some(ErrorCode::MicrophoneNone));
    }
}
