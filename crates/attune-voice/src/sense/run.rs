//! The thread of a sense.

use super::{Order, VoiceEvent, VoicePlan};
use crate::source::{SoundEvent, SoundSource};
use crate::{Hearing, Listener, RATE};
use attune_core::{AppError, ErrorCode};
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError};
use std::time::Duration;

/// How long one wait for sound may take; with closing it makes up the second within which a device is given back.
const PATIENCE: Duration = Duration::from_millis(100);
/// The wait before a lost device is looked for again.
const LOOK: Duration = Duration::from_secs(2);
/// Seconds of digital silence that mean that the microphone is muted.
const MUTED: f64 = 3.0;
/// What a device can come back from, and what is said of one that is not there yet.
const COMES_BACK: [ErrorCode; 3] =
    [ErrorCode::MicrophoneLost, ErrorCode::MicrophoneStuck, ErrorCode::MicrophoneNone];

/// Everything that the thread owns.
pub(super) struct Run<T> {
    plan: VoicePlan,
    tell: T,
    inbox: Receiver<Order>,
    /// Samples of digital silence in a row.
    silent: usize,
    muted: bool,
    speaking: bool,
}

/// How listening to an open source ended.
enum End {
    Stopped(Result<(), AppError>),
    Over(Option<AppError>),
}

impl<T: FnMut(VoiceEvent)> Run<T> {
    pub(super) fn new(plan: VoicePlan, tell: T, inbox: Receiver<Order>) -> Self {
        Self { plan, tell, inbox, silent: 0, muted: false, speaking: false }
    }

    /// Runs until it is stopped, or the source ends for good. Fails if the device was not given back.
    pub(super) fn run(mut self) -> Result<(), AppError> {
        let load = std::mem::replace(&mut self.plan.reader, Box::new(|| Err(loaded())));
        let mut listener = match load().and_then(|reader| Listener::new(reader, RATE)) {
            Ok(listener) => listener,
            Err(error) => return self.ended(Some(error.into())),
        };
        let mut id = self.plan.microphone.clone();
        let mut lost = false;
        loop {
            match (self.plan.open)(id.as_deref()) {
                Ok(source) => {
                    id = source.id().or(id);
                    let comes_back = source.id().is_some();
                    match self.listen(&mut listener, source) {
                        End::Stopped(closed) => return closed,
                        End::Over(Some(error)) if comes_back && COMES_BACK.contains(&error.code) => {
                            lost = true;
                            (self.tell)(VoiceEvent::Lost(error));
                        }
                        End::Over(error) => return self.ended(error),
                    }
                }
                // While it is waited for it is known not to be there.
                Err(error) if lost && COMES_BACK.contains(&error.code) => {}
                Err(error) => return self.ended(Some(error)),
            }
            if self.stopped_within(LOOK) {
                return Ok(());
            }
        }
    }

    fn ended(&mut self, error: Option<AppError>) -> Result<(), AppError> {
        (self.tell)(VoiceEvent::Ended(error));
        Ok(())
    }

    /// Whether the sense is stopped within that time.
    fn stopped_within(&self, time: Duration) -> bool {
        let mut waited = self.inbox.recv_timeout(time);
        while waited.is_ok() {
            waited = self.inbox.recv_timeout(time);
        }
        waited == Err(RecvTimeoutError::Disconnected)
    }

    fn listen(&mut self, listener: &mut Listener, mut source: Box<dyn SoundSource>) -> End {
        if let Err(error) = listener.restart(source.rate()) {
            return End::Over(Some(error.into()));
        }
        (self.silent, self.muted, self.speaking) = (0, false, false);
        (self.tell)(VoiceEvent::Listening { id: source.id(), name: source.name() });
        loop {
            match self.inbox.try_recv() {
                Err(TryRecvError::Disconnected) => return End::Stopped(source.close()),
                Err(TryRecvError::Empty) => {}
                Ok(Order::Finish) => match listener.finish() {
                    Ok(hearing) => self.heard(hearing),
                    Err(error) => return End::Over(Some(error.into())),
                },
            }
            match source.next_event(PATIENCE) {
                SoundEvent::Samples(samples) => {
                    self.mute(&samples, source.rate());
                    match listener.push(&samples) {
                        Ok(hearings) => self.heard(hearings),
                        Err(error) => return End::Over(Some(error.into())),
                    }
                    self.speak(listener.speaking());
                }
                SoundEvent::Ended(error) => {
                    if error.is_none() {
                        match listener.finish() {
                            Ok(hearing) => self.heard(hearing),
                            Err(error) => return End::Over(Some(error.into())),
                        }
                    }
                    return End::Over(error);
                }
            }
        }
    }

    fn heard(&mut self, hearings: impl IntoIterator<Item = Hearing>) {
        for hearing in hearings {
            let at = (self.plan.clock)();
            (self.tell)(VoiceEvent::Heard { at, hearing });
        }
    }

    fn speak(&mut self, now: bool) {
        if std::mem::replace(&mut self.speaking, now) != now {
            (self.tell)(VoiceEvent::Speaking(now));
        }
    }

    /// Counts digital silence: a microphone that is on gives at least its own noise.
    fn mute(&mut self, samples: &[f32], rate: u32) {
        match samples.iter().rposition(|x| *x != 0.0) {
            Some(last) => self.silent = samples.len() - 1 - last,
            None => self.silent += samples.len(),
        }
        let muted = self.silent as f64 >= MUTED * f64::from(rate);
        let sound = self.silent < samples.len();
        if (muted && !self.muted) || (sound && self.muted) {
            self.muted = muted;
            (self.tell)(VoiceEvent::Muted(muted));
        }
    }
}

fn loaded() -> crate::VoiceError {
    crate::VoiceError::Model { detail: "it was loaded before".to_owned() }
}
