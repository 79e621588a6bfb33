//! The player that the session has open.

use super::{Message, OpenPlayer};
use crate::engine::{Engine, PlayerRequest};
use attune_core::AppError;
use attune_core::player::{PlayerCommand, PlayerKind};
use attune_core::ports::Player;
use crossbeam_channel::Sender;

/// Carries out what the engine requests, and opens and closes players for it.
pub(super) struct PlayerHost {
    open_player: OpenPlayer,
    messages: Sender<Message>,
    player: Option<Box<dyn Player>>,
    /// Numbers the players, so that late messages of an old one are not taken for the new one's.
    generation: u64,
}

impl PlayerHost {
    pub(super) fn new(open_player: OpenPlayer, messages: Sender<Message>) -> Self {
        Self { open_player, messages, player: None, generation: 0 }
    }

    /// Whether a message is from the player that is open.
    pub(super) fn is_current(&self, generation: u64) -> bool {
        self.player.is_some() && self.generation == generation
    }

    /// Carries out all that the engine has ordered.
    pub(super) fn carry_out(&mut self, engine: &mut Engine) {
        for request in engine.take_player_requests() {
            let done = match request {
                PlayerRequest::Close => {
                    self.player = None;
                    Ok(())
                }
                PlayerRequest::Command(command) => self.command(command, engine),
            };
            if let Err(error) = done {
                self.player = None;
                engine.player_failed(error);
            }
        }
    }

    fn command(&mut self, command: PlayerCommand, engine: &Engine) -> Result<(), AppError> {
        if self.player.is_none() {
            self.open(engine)?;
        }
        self.player.as_mut().map_or(Ok(()), |player| player.command(command))
    }

    fn open(&mut self, engine: &Engine) -> Result<(), AppError> {
        self.generation += 1;
        let (generation, messages) = (self.generation, self.messages.clone());
        // The session may have ended meanwhile.
        let notify = move |event, at| drop(messages.send(Message::Player(generation, event, at)));
        let settings = engine.settings();
        let mut player = (self.open_player)(settings.player, Box::new(notify))?;
        if settings.player == PlayerKind::Local {
            if let Some(output) = &settings.output {
                player.command(PlayerCommand::Transfer(output.clone()))?;
            }
            player.command(PlayerCommand::Volume(settings.volume))?;
        }
        self.player = Some(player);
        Ok(())
    }
}
