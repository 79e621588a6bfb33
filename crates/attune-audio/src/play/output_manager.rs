//! Keeps an output open for as long as one is wanted: the chosen one where it is there, else the default, and again
//! when it comes back. On a thread of its own, since sound systems may take their time or never answer.

use super::reference::Reference;
use super::speakers::{Opened, Speakers};
use super::tap::{Tap, Wires};
use crate::AudioError;
use rtrb::{Producer, RingBuffer};
use std::sync::Arc;
use std::sync::atomic::AtomicU32;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

/// How often it looks which outputs there are.
const LOOK: Duration = Duration::from_secs(1);
/// How much of the stream is decoded ahead, in seconds.
const AHEAD: usize = 1;

/// An output that takes frames.
pub(crate) struct OpenOutput {
    pub(crate) ring: Producer<f32>,
    pub(crate) wires: Arc<Wires>,
    pub(crate) rate: u32,
    pub(crate) channels: usize,
    pub(crate) name: String,
}

/// What the player wants.
pub(crate) enum OutputRequest {
    /// An output: that one, or the default.
    Open(Option<String>),
    /// None.
    Close,
    /// An output has ended by itself; its number and the reason.
    Lost(u64),
    Quit,
}

/// What the player is told.
pub(crate) enum Sound {
    Opened(OpenOutput),
    /// The open one takes nothing any more; another is being opened.
    Gone,
    /// There is none for now; it is tried again.
    Missing(AudioError),
}

pub(crate) struct OutputManager {
    pub(crate) speakers: Box<dyn Speakers>,
    pub(crate) reference: Option<Arc<Reference>>,
    pub(crate) requests: Sender<OutputRequest>,
    pub(crate) amplitude: Arc<AtomicU32>,
    pub(crate) notify: Box<dyn Fn(Sound) + Send>,
    pub(crate) chosen: Option<String>,
    pub(crate) wanted: bool,
    pub(crate) opened: Option<(u64, Opened)>,
    pub(crate) number: u64,
    pub(crate) missing: bool,
    /// The chosen output if it is there and could not be opened: it is not tried every second.
    pub(crate) refused: bool,
}

impl OutputManager {
    pub(crate) fn run(mut self, inbox: &Receiver<OutputRequest>) {
        loop {
            match inbox.recv_timeout(if self.wanted { LOOK } else { Duration::MAX }) {
                Ok(OutputRequest::Open(chosen)) => {
                    (self.chosen, self.wanted, self.missing) = (chosen, true, false);
                    self.refused = false;
                    if self.opened.is_some() { self.look() } else { self.open() }
                }
                Ok(OutputRequest::Close) => {
                    self.wanted = false;
                    self.opened = None;
                }
                Ok(OutputRequest::Lost(number)) => {
                    if self.opened.as_ref().is_some_and(|(open, _)| *open == number) {
                        self.reopen();
                    }
                }
                Err(RecvTimeoutError::Timeout) => self.look(),
                Ok(OutputRequest::Quit) | Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Moves to another output where that is what the listener or the system wants by now.
    fn look(&mut self) {
        let Some((_, opened)) = &self.opened else { return self.open() };
        let Ok(outputs) = self.speakers.outputs() else { return self.reopen() };
        let chosen = outputs.iter().find(|o| self.chosen.as_ref() == Some(&o.id));
        self.refused &= chosen.is_some();
        let chosen = chosen.filter(|_| !self.refused);
        let wanted = chosen.or(outputs.iter().find(|o| o.default));
        if wanted.is_none_or(|o| o.id != opened.output.id) {
            self.reopen();
        }
    }

    fn reopen(&mut self) {
        self.opened = None;
        (self.notify)(Sound::Gone);
        self.open();
    }

    fn open(&mut self) {
        let chosen = self.chosen.clone();
        let done = match chosen {
            Some(id) => self.open_one(Some(&id)).or_else(|_| {
                self.refused = true;
                self.open_one(None)
            }),
            None => self.open_one(None),
        };
        match done {
            Ok(deck) => {
                self.missing = false;
                (self.notify)(Sound::Opened(deck));
            }
            Err(error) => {
                if !std::mem::replace(&mut self.missing, true) {
                    (self.notify)(Sound::Missing(error));
                }
            }
        }
    }

    fn open_one(&mut self, id: Option<&str>) -> Result<OpenOutput, AudioError> {
        self.number += 1;
        let (number, requests) = (self.number, self.requests.clone());
        let lost = Box::new(move |_| {
            // When nobody listens any more, nobody needs to know.
            let _ = requests.send(OutputRequest::Lost(number));
        });
        let wires = Wires::new(self.amplitude.clone());
        let mut made = None;
        let mut plug = |rate: u32, channels: usize| {
            let (producer, consumer) = RingBuffer::new((rate as usize * AHEAD * channels).max(1));
            made = Some((producer, rate, channels));
            Tap::new(consumer, wires.clone(), self.reference.clone(), rate, channels)
        };
        let opened = self.speakers.open(id, &mut plug, lost)?;
        let Some((ring, rate, channels)) = made else {
            return Err(AudioError::NoOutput { detail: "it takes no frames".to_owned() });
        };
        let name = opened.output.name.clone();
        self.opened = Some((number, opened));
        Ok(OpenOutput { ring, wires, rate, channels, name })
    }
}
