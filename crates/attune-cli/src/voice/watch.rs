//! `attune-cli voice watch`: what is heard through a microphone.

use super::line::Line;
use attune_app::print;
use attune_app::voice::{VoiceEvent, VoiceSource};
use attune_core::ports::OpenDevice;
use attune_core::{AppError, ErrorCode, SenseMode};
use clap::Args;
use serde::Serialize;
use std::io::Read;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// The wait before a lost microphone is looked for again.
const LOOK: Duration = Duration::from_secs(1);

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
    Listening { id: Option<String>, name: String },
    Muted(bool),
    Speaking(bool),
    Heard(Line),
    Lost(&'a AppError),
}

impl Watch {
    /// Prints events; waits for a microphone that was lost, and for no other. Fails as opening it does.
    pub(super) fn run(self) -> Result<(), AppError> {
        let end = End::new(self.seconds);
        let mut voice = VoiceSource::open(self.microphone.as_deref(), SenseMode::Along, None)?;
        loop {
            let id = voice.id();
            print::json(&Printed::Listening { id: id.clone(), name: voice.name() })?;
            let Some(error) = listen(&mut voice, &end)? else { return Ok(()) };
            drop(voice);
            if error.code != ErrorCode::MicrophoneLost {
                return Err(error);
            }
            print::json(&Printed::Lost(&error))?;
            let Some(found) = find(id.as_deref(), &end)? else { return Ok(()) };
            voice = found;
        }
    }
}

/// Prints what is heard until the end (none), or until the microphone ends with an error.
fn listen(voice: &mut VoiceSource, end: &End) -> Result<Option<AppError>, AppError> {
    while !end.within(Duration::ZERO) {
        match voice.next_voice_event() {
            VoiceEvent::Muted(muted) => print::json(&Printed::Muted(muted))?,
            VoiceEvent::Speaking(speaking) => print::json(&Printed::Speaking(speaking))?,
            VoiceEvent::Heard(hearing) => print::json(&Printed::Heard(Line::of(&hearing)))?,
            VoiceEvent::Quiet => {}
            VoiceEvent::Ended(error) => return Ok(error),
        }
    }
    Ok(None)
}

/// The microphone that was lost, once it is there again; none if the end comes first.
fn find(id: Option<&str>, end: &End) -> Result<Option<VoiceSource>, AppError> {
    while !end.within(LOOK) {
        match VoiceSource::open(id, SenseMode::Along, None) {
            Ok(voice) => return Ok(Some(voice)),
            Err(error) if error.code == ErrorCode::MicrophoneNone => {}
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}

/// When to end.
struct End {
    at: Option<Instant>,
    /// Broken off at the end of standard input.
    input: Receiver<()>,
    /// Keeps it from breaking off where a time is the end.
    _held: Option<Sender<()>>,
}

impl End {
    fn new(seconds: Option<u64>) -> Self {
        let (over, input) = channel();
        let at = seconds.map(|s| Instant::now() + Duration::from_secs(s));
        if at.is_none() {
            thread::spawn(move || {
                // An input that cannot be read is at its end.
                let _ = std::io::stdin().lock().read_to_end(&mut Vec::new());
                drop(over);
            });
            return Self { at, input, _held: None };
        }
        Self { at, input, _held: Some(over) }
    }

    /// Whether it comes within that time, which is waited for.
    fn within(&self, time: Duration) -> bool {
        let left = self.at.map_or(time, |at| at.saturating_duration_since(Instant::now()).min(time));
        let over = self.input.recv_timeout(left) == Err(RecvTimeoutError::Disconnected);
        over || self.at.is_some_and(|at| at <= Instant::now())
    }
}
