//! `attune-cli voice watch`: what is heard through a microphone.

use super::line::Line;
use crate::print;
use attune_core::ports::SenseSource;
use attune_core::{AppError, SenseMode};
use attune_voice::microphone::Microphone;
use attune_voice::{Reader, SoundSource, VoiceEvent, VoiceSource};
use clap::Args;
use serde::Serialize;
use std::io::Read;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long one wait for sound may take.
const PATIENCE: Duration = Duration::from_millis(200);

/// Listens until the end of standard input, or of a time.
#[derive(Debug, Args)]
pub(crate) struct Watch {
    /// A microphone by its id from `voice devices`; the system's default without
    #[arg(long, value_name = "ID")]
    microphone: Option<String>,
    /// End after so many seconds
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    seconds: Option<u64>,
}

/// An event, as printed.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum Printed<'a> {
    Listening { id: Option<String>, name: &'a str },
    Muted(bool),
    Speaking(bool),
    Heard(Line),
}

impl Watch {
    /// Prints events. Fails as opening the microphone does, with `microphone_lost` when it goes away, and with
    /// `microphone_stuck` if it is not given back.
    pub(super) fn run(self) -> Result<(), AppError> {
        let input = if self.seconds.is_none() { Some(end_of_input()) } else { None };
        let microphone = Microphone::open(self.microphone.as_deref())?;
        let (id, name) = (SoundSource::id(&microphone), microphone.name());
        let mut source = VoiceSource::new(Box::new(microphone), Reader::open(None)?, SenseMode::Along)?;
        print::json(&Printed::Listening { id, name: &name })?;
        let end = self.seconds.map(|s| Instant::now() + Duration::from_secs(s));
        let is_over = || {
            end.is_some_and(|end| Instant::now() >= end)
                || input.as_ref().is_some_and(|i| i.try_recv() != Err(TryRecvError::Empty))
        };
        while !is_over() {
            match source.next(PATIENCE) {
                Some(VoiceEvent::Ended(error)) => return error.map_or(Ok(()), Err),
                Some(event) => show(&event)?,
                None => {}
            }
        }
        SenseSource::close(Box::new(source))
    }
}

/// Gives a message, or is gone, when standard input ends.
fn end_of_input() -> Receiver<()> {
    let (over, input) = channel();
    thread::spawn(move || {
        let mut rest = Vec::new();
        // An input that cannot be read is at its end.
        let _ = std::io::stdin().lock().read_to_end(&mut rest);
        over.send(())
    });
    input
}

fn show(event: &VoiceEvent) -> Result<(), AppError> {
    let printed = match event {
        VoiceEvent::Muted(muted) => Printed::Muted(*muted),
        VoiceEvent::Speaking(speaking) => Printed::Speaking(*speaking),
        VoiceEvent::Heard(hearing) => Printed::Heard(Line::of(hearing)),
        VoiceEvent::Ended(_) => return Ok(()),
    };
    print::json(&printed)
}
