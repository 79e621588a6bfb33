//! A player that does what it is told, and says so.

use attune_core::player::{PlayStatus, PlayerCommand, PlayerEvent, PlayerState, TrackEnd};
use attune_core::{AppError, ErrorCode, TrackId};
use std::collections::VecDeque;

const LENGTH: u32 = 200_000;

/// Keeps a list and a place in it, as players do; nothing sounds.
#[derive(Debug, Clone, Default)]
pub(super) struct ScriptedPlayer {
    on: Option<TrackId>,
    playing: bool,
    list: VecDeque<TrackId>,
    /// The one that comes next whatever is said.
    handed_over: Option<TrackId>,
}

impl ScriptedPlayer {
    /// The track that sounds.
    pub(super) fn sounding(&self) -> Option<&TrackId> {
        self.on.as_ref().filter(|_| self.playing)
    }

    pub(super) fn obey(&mut self, command: PlayerCommand) -> Vec<PlayerEvent> {
        let mut events = Vec::new();
        match command {
            PlayerCommand::Play(tracks) => {
                events.extend(self.ended(TrackEnd::Replaced, 9_000));
                self.list = tracks.into_iter().map(|t| t.id).collect();
                self.handed_over = None;
                self.go_on();
            }
            PlayerCommand::Follow(tracks) => self.list = tracks.into_iter().map(|t| t.id).collect(),
            PlayerCommand::Pause => self.playing = false,
            PlayerCommand::Resume => self.playing = self.on.is_some(),
            PlayerCommand::Next => {
                events.extend(self.ended(TrackEnd::Skipped, 9_000));
                self.go_on();
            }
            PlayerCommand::Seek(_) | PlayerCommand::Volume(_) | PlayerCommand::Transfer(_) => {}
        }
        events.push(self.state());
        events
    }

    /// The track that sounds is over.
    pub(super) fn end(&mut self) -> Vec<PlayerEvent> {
        if self.sounding().is_none() {
            return Vec::new();
        }
        let mut events: Vec<_> = self.ended(TrackEnd::Finished, LENGTH).into_iter().collect();
        self.go_on();
        events.push(self.state());
        events
    }

    pub(super) fn hand_over(&mut self) {
        if self.handed_over.is_none() {
            self.handed_over = self.list.pop_front();
        }
    }

    pub(super) fn leave_out_next(&mut self) -> Vec<PlayerEvent> {
        self.list.pop_front();
        vec![PlayerEvent::Failed(AppError::new(ErrorCode::AudioDamaged, "It cannot be played."))]
    }

    pub(super) fn set_playing(&mut self, playing: bool) -> Vec<PlayerEvent> {
        self.playing = playing && self.on.is_some();
        vec![self.state()]
    }

    fn ended(&mut self, end: TrackEnd, heard_ms: u32) -> Option<PlayerEvent> {
        self.on.take().map(|track| PlayerEvent::Ended { track, heard_ms, end })
    }

    fn go_on(&mut self) {
        self.on = self.handed_over.take().or_else(|| self.list.pop_front());
        self.playing = self.on.is_some();
    }

    /// What it goes on to when this track ends, as far as it can still be talked out of it.
    pub(super) fn will_follow(&self) -> Option<&TrackId> {
        self.list.front().filter(|_| self.handed_over.is_none())
    }

    pub(super) fn state(&self) -> PlayerEvent {
        let status = match (&self.on, self.playing) {
            (None, _) => PlayStatus::Stopped,
            (Some(_), true) => PlayStatus::Playing,
            (Some(_), false) => PlayStatus::Paused,
        };
        let known = PlayerState { duration_ms: Some(LENGTH), ..PlayerState::STOPPED };
        PlayerEvent::State(PlayerState { status, track: self.on.clone(), position_ms: 1_000, ..known })
    }
}
