//! What a player needs of the place where sound comes out. The sound card is one; tests take the frames themselves.

use super::tap::Tap;
use crate::AudioError;
use serde::Serialize;
use std::any::Any;

/// An output that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Output {
    /// What it is chosen by; the same after a restart.
    pub id: String,
    /// What the listener sees.
    pub name: String,
    /// Whether it is the one that the system plays on by default.
    pub default: bool,
}

/// Makes the tap for frames of that rate and that many channels.
pub type Plug<'a> = &'a mut dyn FnMut(u32, usize) -> Tap;

/// To be called, with the reason, when an open output ends by itself.
pub type Lost = Box<dyn Fn(String) + Send>;

/// An open output.
pub struct Opened {
    /// Which one it is.
    pub output: Output,
    /// Closes when dropped.
    pub stream: Box<dyn Any + Send>,
}

impl std::fmt::Debug for Opened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Opened").field("output", &self.output).finish_non_exhaustive()
    }
}

/// Outputs of sound. Only one thread ever calls them, and it may wait for them.
pub trait Speakers: Send {
    /// Those there are, in a stable order. Fails with `no_sound_output` where sound cannot come out at all.
    fn outputs(&mut self) -> Result<Vec<Output>, AudioError>;

    /// Opens the output of that id, or the system's default, and lets it pull from the tap until it is dropped. Fails with
    /// `no_sound_output`.
    fn open(&mut self, id: Option<&str>, plug: Plug<'_>, lost: Lost) -> Result<Opened, AudioError>;
}
