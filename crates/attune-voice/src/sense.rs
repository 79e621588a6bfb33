//! The sense of voices: from being started to being stopped, through losing its device and finding it again.
//!
//! One thread owns the device and the network, and every event goes out from it. Whoever starts a sense again makes a new
//! one; events of an old one can then be told by whose they are.

mod run;
#[cfg(test)]
mod tests;

use crate::source::SoundSource;
use crate::{Hearing, Reader, VoiceError};
use attune_core::time::Clock;
use attune_core::{AppError, ErrorCode, Modality, Observation, Timestamp};
use run::Run;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// How long stopping waits for the device to be given back.
const STOPPING: Duration = Duration::from_secs(1);

/// Opens a source of sound: the one of that id, or without one the default. Called anew after the device was lost.
pub type OpenSource = Box<dyn FnMut(Option<&str>) -> Result<Box<dyn SoundSource>, AppError> + Send>;

/// Loads the network; called once, on the sense's thread.
pub type OpenReader = Box<dyn FnOnce() -> Result<Reader, VoiceError> + Send>;

/// What a sense tells.
#[derive(Debug, Clone, PartialEq)]
pub enum VoiceEvent {
    /// The device is open.
    Listening {
        /// What it is opened by again.
        id: Option<String>,
        /// What the listener sees.
        name: String,
    },
    /// The microphone gives nothing but digital silence (`true`): it is muted, or off at its switch; or it gives sound
    /// again.
    Muted(bool),
    /// Somebody begins to speak, or has stopped.
    Speaking(bool),
    /// What was heard, and when.
    Heard {
        /// The end of the phrase.
        at: Timestamp,
        /// The tone, or why there is none.
        hearing: Hearing,
    },
    /// The device is gone; the very same one is waited for.
    Lost(AppError),
    /// The sense has ended by itself: the device cannot be opened, the network not be run, or the source is at its end
    /// (none).
    Ended(Option<AppError>),
}

impl VoiceEvent {
    /// The observation for the mood; none where no tone was heard.
    #[must_use]
    pub fn observation(&self) -> Option<Observation> {
        let Self::Heard { at, hearing } = self else { return None };
        let estimate = hearing.outcome.ok()?.estimate;
        Some(Observation { modality: Modality::Voice, at: *at, estimate, expression: None })
    }
}

/// What a sense needs.
pub struct VoicePlan {
    /// The device to begin with; none for the default.
    pub microphone: Option<String>,
    /// Opens devices.
    pub open: OpenSource,
    /// Loads the network.
    pub reader: OpenReader,
    /// Tells the time of hearings.
    pub clock: Clock,
}

impl std::fmt::Debug for VoicePlan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("VoicePlan").field("microphone", &self.microphone).finish_non_exhaustive()
    }
}

/// What the thread is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// What is being said is to be read now: the listener has let go of the button.
    Finish,
}

/// A running sense. Dropping it stops it.
#[derive(Debug)]
pub struct VoiceSense {
    orders: Option<Sender<Order>>,
    over: Receiver<Result<(), AppError>>,
}

impl VoiceSense {
    /// Starts; everything else, also a device that cannot be opened, is told as an event on the sense's own thread.
    /// Fails with `threads_unavailable`.
    pub fn start(plan: VoicePlan, tell: impl FnMut(VoiceEvent) + Send + 'static) -> Result<Self, AppError> {
        let (orders, inbox) = channel();
        let (done, over) = channel();
        let thread = thread::Builder::new().name("voice".to_owned());
        let spawned = thread.spawn(move || {
            let closed = Run::new(plan, tell, inbox).run();
            // Nobody waits any more if it took too long.
            let _ = done.send(closed);
        });
        spawned.map_err(|e| {
            let message =
                format!("The system gives no more threads ({e}). Close other programs and try again.");
            AppError::new(ErrorCode::ThreadsUnavailable, message)
        })?;
        Ok(Self { orders: Some(orders), over })
    }

    /// What is being said is read now, without waiting for a pause.
    pub fn finish(&self) {
        if let Some(orders) = &self.orders {
            // A sense that has ended by itself has said so.
            let _ = orders.send(Order::Finish);
        }
    }

    /// Stops and gives the device back within a second; no event comes after that. Fails with `microphone_stuck` if the
    /// device is not given back.
    pub fn stop(mut self) -> Result<(), AppError> {
        self.end()
    }

    fn end(&mut self) -> Result<(), AppError> {
        if self.orders.take().is_none() {
            return Ok(());
        }
        match self.over.recv_timeout(STOPPING) {
            Ok(closed) => closed,
            Err(RecvTimeoutError::Disconnected) => Ok(()),
            Err(RecvTimeoutError::Timeout) => Err(AppError::new(
                ErrorCode::MicrophoneStuck,
                "The sound system is not responding, and the microphone may still be on. Unplug it, or restart Attune.",
            )),
        }
    }
}

impl Drop for VoiceSense {
    fn drop(&mut self) {
        // Whoever wants to know calls `stop`.
        let _ = self.end();
    }
}
