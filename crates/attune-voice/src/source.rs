//! What a sense of voices needs of the place where sound comes from. A microphone is one; tests bring sound of their own.

use attune_core::AppError;
use std::time::Duration;

/// What a source has to say next.
#[derive(Debug)]
pub enum SoundEvent {
    /// Mono samples in [-1, 1], right after those before; possibly none, if none came in time.
    Samples(Vec<f32>),
    /// The source is at its end, or its device is gone (with the reason).
    Ended(Option<AppError>),
}

/// Sound over time. Dropping it closes the device.
pub trait SoundSource: Send {
    /// Waits for sound, at most about as long as `patience`.
    fn next_event(&mut self, patience: Duration) -> SoundEvent;

    /// Samples a second.
    fn rate(&self) -> u32;

    /// The name shown to the listener.
    fn name(&self) -> String;

    /// What the very same device is opened by again after it was lost; none for what cannot come back.
    fn id(&self) -> Option<String> {
        None
    }
}
