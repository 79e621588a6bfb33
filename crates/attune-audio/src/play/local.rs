//! The player behind the core's port.

use super::output_manager::{OutputManager, OutputRequest};
use super::program::Program;
use super::running::{Message, Running};
use super::speakers::Speakers;
use super::{CrossfadeSetting, Reference, Resolve, amplitude};
use attune_core::player::{PlayerCommand, PlayerListener, Volume};
use attune_core::ports::Player;
use attune_core::{AppError, ErrorCode, Timestamp, Track};
use std::sync::Arc;
use std::sync::atomic::AtomicU32;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// Dropping waits this long for a fade to silence; a sound system that does not answer is left to itself.
const FAREWELL: Duration = Duration::from_millis(500);

/// How a player is set up.
pub struct Options {
    /// Where tracks are and how they are levelled. Called on the player's thread, and by [`Player::can_play`].
    pub resolve: Resolve,
    /// Tells the time for the events.
    pub clock: Box<dyn Fn() -> Timestamp + Send>,
    /// The output by its id; none follows the system's default.
    pub output: Option<String>,
    /// At first.
    pub volume: Volume,
    /// Where sound comes out: [`Card`](super::Card) outside tests.
    pub speakers: Box<dyn Speakers>,
    /// For how long tracks are crossfaded: not soundscapes into what follows them, nor albums played in order.
    pub crossfade: CrossfadeSetting,
    /// Gets what is handed to the outputs, where somebody listens beside them.
    pub reference: Option<Arc<Reference>>,
}

impl std::fmt::Debug for Options {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options")
            .field("output", &self.output)
            .field("volume", &self.volume)
            .finish_non_exhaustive()
    }
}

/// Plays files of the listener's own. Dropping it falls silent within half a second.
pub struct LocalPlayer {
    messages: Sender<Message>,
    resolve: Resolve,
    done: Receiver<()>,
}

impl LocalPlayer {
    /// Starts without opening an output: that waits for the first track.
    ///
    /// Fails with `player_gone` when the system gives no thread.
    pub fn start(options: Options, listener: PlayerListener) -> Result<Self, AppError> {
        let (messages, inbox) = channel();
        let (requests, output_inbox) = channel();
        let (finished, done) = channel::<()>();
        let loud = Arc::new(AtomicU32::new(amplitude(options.volume).to_bits()));
        let to_player = messages.clone();
        let fixture = OutputManager {
            speakers: options.speakers,
            reference: options.reference,
            requests: requests.clone(),
            amplitude: loud.clone(),
            notify: Box::new(move |sound| {
                // A player that has ended needs no outputs.
                let _ = to_player.send(Message::Sound(sound));
            }),
            chosen: None,
            wanted: false,
            opened: None,
            number: 0,
            missing: false,
            refused: false,
        };
        let resolve = options.resolve.clone();
        let (clock, output, volume) = (options.clock, options.output, options.volume);
        let started = thread::Builder::new()
            .name("attune-outputs".to_owned())
            .spawn(move || fixture.run(&output_inbox))
            .and_then(|_| {
                let program = Program::new(options.resolve, options.crossfade);
                thread::Builder::new().name("attune-play".to_owned()).spawn(move || {
                    Running::new(program, listener, clock, requests.clone(), loud, output, volume)
                        .run(&inbox);
                    // The output's thread may be stuck in the sound system: nobody waits for it.
                    let _ = requests.send(OutputRequest::Quit);
                    drop(finished);
                })
            });
        started.map_err(|_| gone())?;
        Ok(Self { messages, resolve, done })
    }
}

fn gone() -> AppError {
    AppError::new(ErrorCode::PlayerGone, "Playback on this computer has stopped. Restart Attune.")
}

impl Player for LocalPlayer {
    fn command(&mut self, command: PlayerCommand) -> Result<(), AppError> {
        self.messages.send(Message::Command(command)).map_err(|_| gone())
    }

    fn can_play(&self, track: &Track) -> bool {
        (self.resolve)(track).is_some()
    }
}

impl Drop for LocalPlayer {
    fn drop(&mut self) {
        if self.messages.send(Message::Quit).is_ok() {
            // It ends by hanging up, or takes too long.
            let _ = self.done.recv_timeout(FAREWELL);
        }
    }
}

impl std::fmt::Debug for LocalPlayer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LocalPlayer").finish_non_exhaustive()
    }
}
