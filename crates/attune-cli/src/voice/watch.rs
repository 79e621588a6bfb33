//! `attune-cli voice watch`: what is heard through a microphone.

use super::line::Line;
use crate::print;
use attune_app::compose;
use attune_core::AppError;
use attune_voice::microphone::Microphone;
use attune_voice::{Reader, VoiceEvent, VoicePlan, VoiceSense};
use clap::Args;
use serde::Serialize;
use std::io::Read;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

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
    Listening { id: &'a Option<String>, name: &'a str },
    Muted(bool),
    Speaking(bool),
    Heard(Line),
    Lost(&'a AppError),
}

/// What the main thread waits for.
enum Turn {
    Event(VoiceEvent),
    InputOver,
}

impl Watch {
    /// Prints events. Fails as opening the microphone does, and with `microphone_stuck` if it is not given back.
    pub(super) fn run(self) -> Result<(), AppError> {
        let (send, turns) = channel();
        let input = send.clone();
        if self.seconds.is_none() {
            thread::spawn(move || {
                let mut rest = Vec::new();
                // An input that cannot be read is at its end.
                let _ = std::io::stdin().lock().read_to_end(&mut rest);
                input.send(Turn::InputOver)
            });
        }
        let sense = VoiceSense::start(plan(self.microphone.clone()), move |event| {
            // When nobody waits any more, nobody needs to know.
            let _ = send.send(Turn::Event(event));
        })?;
        let end = self.seconds.map(|s| Instant::now() + Duration::from_secs(s));
        loop {
            let left = end.map_or(Duration::MAX, |end| end.saturating_duration_since(Instant::now()));
            match turns.recv_timeout(left) {
                Ok(Turn::Event(VoiceEvent::Ended(error))) => return error.map_or(Ok(()), Err),
                Ok(Turn::Event(event)) => show(&event)?,
                Ok(Turn::InputOver) | Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    return sense.stop();
                }
            }
        }
    }
}

fn plan(microphone: Option<String>) -> VoicePlan {
    VoicePlan {
        microphone,
        open: Box::new(|id| Ok(Box::new(Microphone::open(id)?))),
        reader: Box::new(|| Reader::open(None)),
        clock: compose::clock(),
    }
}

fn show(event: &VoiceEvent) -> Result<(), AppError> {
    let printed = match event {
        VoiceEvent::Listening { id, name } => Printed::Listening { id, name },
        VoiceEvent::Muted(muted) => Printed::Muted(*muted),
        VoiceEvent::Speaking(speaking) => Printed::Speaking(*speaking),
        VoiceEvent::Heard { hearing, .. } => Printed::Heard(Line::of(hearing)),
        VoiceEvent::Lost(error) => Printed::Lost(error),
        VoiceEvent::Ended(_) => return Ok(()),
    };
    print::json(&printed)
}
