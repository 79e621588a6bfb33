//! `attune-cli play`: files through the sound card, one after the other without a gap.

use crate::say;
use attune_app::player;
use attune_app::print;
use attune_core::player::{Crossfade, PlayStatus, PlayerCommand, PlayerEvent, PlayerState, Volume};
use attune_core::ports::Player;
use attune_core::{AppError, ErrorCode, Track, TrackId};
use clap::Args;
use serde_json::{Value, json};
use std::io::stdin;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// Recordings to play.
#[derive(Debug, Args)]
pub(crate) struct Play {
    /// Files: MP3, MP2, FLAC, Ogg (Vorbis, Opus, FLAC), M4A (AAC, ALAC), AAC, WAV, AIFF
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The output (see `outputs`); the system default if not given
    #[arg(long, value_name = "ID")]
    output: Option<String>,
    /// The volume, 0 to 100
    #[arg(long, value_name = "PERCENT", default_value_t = 100, value_parser = clap::value_parser!(u8).range(0..=100))]
    volume: u8,
    /// Start at this position in the first file
    #[arg(long, value_name = "MS")]
    start: Option<u32>,
    /// Measure each file first and play all at the same loudness
    #[arg(long)]
    level: bool,
    /// Fade each file into the next over this long, 2 to 12 seconds; not those that their tags put one after the other on an album
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u8).range(2..=12))]
    crossfade: Option<u8>,
    /// Print every event as a JSON line
    #[arg(long)]
    json: bool,
    /// Read commands from standard input, one per line: pause, resume, next, seek MS, volume PERCENT, output, output ID
    #[arg(long)]
    control: bool,
}

/// What the main thread waits for.
enum Input {
    Event(PlayerEvent),
    Command(PlayerCommand),
}

impl Play {
    /// Plays to the end. Fails if nothing could be played, or there is no output at the start.
    pub(crate) fn run(self) -> Result<(), AppError> {
        let files = self.files.iter().map(|file| (id(file), file.clone()));
        let (send, input) = channel();
        if self.control {
            let send = send.clone();
            // Ends with the input or the program.
            thread::spawn(move || read_commands(&send));
        }
        let output = (self.output.clone(), Volume::percent(self.volume));
        // The loop below ends first when something failed; nobody listens then.
        let listener = Box::new(move |event, _| drop(send.send(Input::Event(event))));
        let crossfade = self.crossfade.map_or(Crossfade::OFF, Crossfade::seconds);
        let mut player = player::open_for_files(files, self.level, crossfade, output, listener)?;
        player.command(PlayerCommand::Play(self.files.iter().map(|file| track(file)).collect()))?;
        if let Some(start) = self.start {
            player.command(PlayerCommand::Seek(start))?;
        }
        self.watch(&input, &mut *player)
    }

    fn watch(&self, input: &Receiver<Input>, player: &mut dyn Player) -> Result<(), AppError> {
        let (mut shown, mut heard, mut problem) = (None, false, None);
        while let Ok(input) = input.recv() {
            let event = match input {
                Input::Event(event) => event,
                Input::Command(command) => {
                    player.command(command)?;
                    continue;
                }
            };
            if self.json {
                print::json(&line(&event))?;
            }
            match event {
                PlayerEvent::State(state) if state.status == PlayStatus::Stopped => break,
                PlayerEvent::State(state) => {
                    heard |= state.status == PlayStatus::Playing && state.device.is_some();
                    if !self.json && heard && shown != state.track {
                        print::line(state.label.as_deref().unwrap_or_default())?;
                        shown = state.track;
                    }
                }
                PlayerEvent::Failed(error) if error.code == ErrorCode::NoSoundOutput && !heard => {
                    return Err(error);
                }
                PlayerEvent::Failed(error) => {
                    eprintln!("{}", say::error(&error));
                    problem = Some(error);
                }
                PlayerEvent::Ended { .. } => heard = true,
            }
        }
        problem.filter(|_| !heard).map_or(Ok(()), Err)
    }
}

/// Reads commands to the end of the input.
fn read_commands(send: &Sender<Input>) {
    for line in stdin().lines().map_while(Result::ok) {
        let Some(command) = parse(&line) else {
            eprintln!("{}", say::not_understood(&line));
            continue;
        };
        if send.send(Input::Command(command)).is_err() {
            return;
        }
    }
}

fn parse(line: &str) -> Option<PlayerCommand> {
    let (verb, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
    match verb {
        "pause" => Some(PlayerCommand::Pause),
        "resume" => Some(PlayerCommand::Resume),
        "next" => Some(PlayerCommand::Next),
        "seek" => rest.parse().ok().map(PlayerCommand::Seek),
        "volume" => rest.parse().ok().map(|percent| PlayerCommand::Volume(Volume::percent(percent))),
        "output" => Some(PlayerCommand::Transfer(rest.to_owned())),
        _ => None,
    }
}

fn id(file: &Path) -> TrackId {
    TrackId(format!("file:{}", file.display()))
}

fn track(file: &Path) -> Track {
    let name = file.file_stem().unwrap_or(file.as_os_str()).to_string_lossy();
    Track::new(id(file), name, "")
}

fn line(event: &PlayerEvent) -> Value {
    match event {
        PlayerEvent::State(state) => json!({ "state": state as &PlayerState }),
        PlayerEvent::Ended { track, heard_ms, end } => {
            json!({ "ended": { "track": track, "heardMs": heard_ms, "end": end } })
        }
        PlayerEvent::Failed(error) => json!({ "failed": error }),
    }
}
