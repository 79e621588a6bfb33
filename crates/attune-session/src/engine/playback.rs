//! Playing the queue: what the player is asked for, and what follows from what it tells.
//!
//! The engine holds no player. It notes orders, which whoever owns one carries out, and takes in what that one tells.
//! The queue and the player agree because the player always knows the tracks that come next; where it was quicker,
//! the queue follows it.

use super::Engine;
use super::browse::LONGEST_CHOICE;
use super::playlist::Entry;
use crate::view::{PlaybackView, UiEvent};
use attune_core::player::{
    PlayStatus, PlayerCommand, PlayerEvent, PlayerKind, PlayerState, ResumePoint, TrackEnd, Volume,
};
use attune_core::{AppError, ErrorCode, FeedbackKind, Settings, Span, Timestamp, Track, TrackId};
use std::collections::HashSet;

/// So many of the following tracks are made known to the player.
const KNOWN_AHEAD: usize = 8;
/// Within this long from a track's start, "previous" means the track before, else the start of this one.
const AT_START_MS: u32 = 3_000;
/// The place in a track is written down this often while it plays.
const KEEP_EVERY: Span = Span::seconds(10);
/// A problem is said for at least this long; once music moves on after that, it is over.
const PROBLEM_SAID: Span = Span::seconds(10);

/// What is to be done with the player.
#[derive(Debug, Clone, PartialEq)]
pub enum PlayerRequest {
    /// Hand it this command, after opening the player of the settings if none is open.
    Command(PlayerCommand),
    /// Let the player go: another one was chosen, or everything is erased.
    Close,
}

/// The player as the engine knows it.
pub(super) struct Playback {
    requests: Vec<PlayerRequest>,
    state: PlayerState,
    problem: Option<AppError>,
    problem_at: Timestamp,
    /// The track that the player was told to be at; none while it has nothing to do.
    at: Option<TrackId>,
    /// Where the listener stopped, until music plays again.
    resume: Option<ResumePoint>,
    kept_at: Timestamp,
}

impl Playback {
    pub(super) fn new(resume: Option<ResumePoint>) -> Self {
        Self {
            requests: Vec::new(),
            state: PlayerState::STOPPED,
            problem: None,
            problem_at: Timestamp(0),
            at: None,
            resume,
            kept_at: Timestamp(0),
        }
    }

    /// Whether the player has music from us.
    pub(super) fn is_active(&self) -> bool {
        self.at.is_some()
    }

    fn order(&mut self, command: PlayerCommand) {
        self.requests.push(PlayerRequest::Command(command));
    }

    fn stop(&mut self) {
        self.at = None;
        self.state = PlayerState { volume: self.state.volume, ..PlayerState::STOPPED };
    }
}

impl Engine {
    /// What is to be done with the player since the last call.
    pub fn take_player_requests(&mut self) -> Vec<PlayerRequest> {
        std::mem::take(&mut self.playback.requests)
    }

    /// Plays the current track, or goes on with it. Code `no_player` while the queue is just a list, `queue_empty`
    /// when there is nothing in it.
    pub fn play(&mut self, _now: Timestamp) -> Result<(), AppError> {
        if self.settings.player == PlayerKind::List {
            let message = "Choose what plays your music first: your own files or Spotify.";
            return Err(AppError::new(ErrorCode::NoPlayer, message));
        }
        let Some(current) = self.playlist.current().map(|e| e.choice.track.id.clone()) else {
            let message = "There is nothing to play. Add a folder with music, or switch a catalogue on.";
            return Err(AppError::new(ErrorCode::QueueEmpty, message));
        };
        self.playback.problem = None;
        self.take_back_warnings(&[ErrorCode::NoPlayer, ErrorCode::QueueEmpty]);
        if self.playback.at.as_ref() == Some(&current) {
            self.playback.order(PlayerCommand::Resume);
        } else {
            self.start_current();
        }
        self.push_playback();
        Ok(())
    }

    /// Goes silent and keeps the place.
    pub fn pause(&mut self) {
        if self.playback.is_active() {
            self.playback.order(PlayerCommand::Pause);
        }
    }

    /// Plays if it is silent, else goes silent.
    pub fn toggle_play(&mut self, now: Timestamp) -> Result<(), AppError> {
        if self.playback.is_active() && self.playback.state.status == PlayStatus::Playing {
            self.pause();
            return Ok(());
        }
        self.play(now)
    }

    /// Goes to a place in the current track, in milliseconds.
    pub fn seek(&mut self, position_ms: u32) {
        if self.playback.is_active() {
            self.playback.order(PlayerCommand::Seek(position_ms));
            // The player says so itself in a moment; until then, steps from here count.
            self.playback.state.position_ms = position_ms;
            self.push_playback();
        }
    }

    /// Goes so many milliseconds on in the current track, or back, at most to its start; past its end, to the next.
    pub fn seek_by(&mut self, by_ms: i64) {
        let to = i64::from(self.playback.state.position_ms).saturating_add(by_ms);
        self.seek(to.clamp(0, i64::from(u32::MAX)) as u32);
    }

    /// Sets the volume, now and for the next time.
    pub fn set_volume(&mut self, volume: Volume) {
        self.settings.volume = volume;
        self.store_settings();
        if self.playback.is_active() {
            self.playback.order(PlayerCommand::Volume(volume));
        }
    }

    /// Back to the start of the track, or, at its start, to the track before.
    pub fn previous_track(&mut self, now: Timestamp) {
        let inside = self.playback.is_active() && self.playback.state.position_ms > AT_START_MS;
        if inside || !self.playlist.go_back() {
            self.seek(0);
            return;
        }
        self.rerank(now);
    }

    /// Puts tracks on, the first one now and the others next, kept in their order, at most 200 (code `track_gone` if
    /// none of them is in a catalogue). Plays if a player is chosen.
    pub fn play_tracks(&mut self, ids: &[TrackId], now: Timestamp) -> Result<(), AppError> {
        let entries = self.chosen_tracks(ids, now)?;
        self.playlist.put_on(entries);
        self.rerank(now);
        if self.settings.player == PlayerKind::List {
            return Ok(());
        }
        if self.playback.is_active() { Ok(()) } else { self.play(now) }
    }

    /// Places in the queue for tracks that the listener chose, each once.
    pub(super) fn chosen_tracks(&mut self, ids: &[TrackId], now: Timestamp) -> Result<Vec<Entry>, AppError> {
        let mut seen = HashSet::new();
        let known: Vec<_> =
            ids.iter().filter(|id| seen.insert(*id)).filter_map(|id| self.track(id)).collect();
        if known.is_empty() {
            return Err(AppError::new(ErrorCode::TrackGone, "This track is no longer in any catalogue."));
        }
        let first = known.into_iter().take(LONGEST_CHOICE);
        Ok(first.map(|t| self.chosen(t, "chosen", "you chose it", now)).collect())
    }

    /// Takes in what the player tells.
    pub fn on_player(&mut self, event: PlayerEvent, at: Timestamp) {
        match event {
            PlayerEvent::State(state) => self.on_player_state(state, at),
            PlayerEvent::Ended { track, heard_ms, end } => self.on_track_ended(&track, heard_ms, end, at),
            PlayerEvent::Failed(error) => {
                tracing::warn!(code = %error.code, "{}", error.message);
                (self.playback.problem, self.playback.problem_at) = (Some(error), at);
            }
        }
        self.push_playback();
    }

    /// The player could not be opened, or is gone.
    pub fn player_failed(&mut self, error: AppError) {
        self.playback.stop();
        self.playback.problem = Some(error);
        self.push_playback();
    }

    fn on_player_state(&mut self, state: PlayerState, at: Timestamp) {
        let began = state.status == PlayStatus::Playing && self.playback.state.status != PlayStatus::Playing;
        let stopped =
            state.status == PlayStatus::Stopped && self.playback.state.status != PlayStatus::Stopped;
        let paused = state.status == PlayStatus::Paused && self.playback.state.status == PlayStatus::Playing;
        let before = &self.playback.state;
        let moves = state.status == PlayStatus::Playing
            && state.track == before.track
            && state.position_ms > before.position_ms;
        if began || (moves && at - self.playback.problem_at >= PROBLEM_SAID) {
            self.playback.problem = None;
        }
        let track = state.track.clone();
        self.playback.state = state;
        if let Some(track) = track.filter(|_| self.playback.is_active()) {
            self.follow_player(&track, at);
        }
        if paused || stopped || (at - self.playback.kept_at) >= KEEP_EVERY {
            self.keep_resume_point(at);
        }
        if stopped {
            self.playback.at = None;
        }
    }

    /// The player is at another track than the queue: it left out what it cannot play, or was quicker.
    fn follow_player(&mut self, track: &TrackId, at: Timestamp) {
        if self.playlist.current().is_some_and(|e| e.choice.track.id == *track) {
            self.playback.at = Some(track.clone());
        } else if self.playback.at.as_ref() != Some(track) && self.playlist.jump_to(track) {
            self.playback.at = Some(track.clone());
            self.rerank(at);
        }
    }

    fn on_track_ended(&mut self, track: &TrackId, heard_ms: u32, end: TrackEnd, at: Timestamp) {
        let Some(current) = self.playlist.current().filter(|e| e.choice.track.id == *track) else { return };
        let length = current.choice.track.duration_ms.or(self.playback.state.duration_ms);
        let share = length.filter(|l| *l > 0).map(|l| (f64::from(heard_ms) / f64::from(l)).clamp(0.0, 1.0));
        let kind = match end {
            TrackEnd::Replaced => return,
            TrackEnd::Finished => FeedbackKind::Finished,
            TrackEnd::Skipped if share.is_some_and(|s| s >= super::queue::HEARD) => FeedbackKind::Finished,
            TrackEnd::Skipped => FeedbackKind::Skipped,
        };
        self.move_on(kind, share, at);
    }

    /// The player has gone to the queue's new current track by itself.
    pub(super) fn player_moved_on(&mut self) {
        if self.playback.is_active() {
            self.playback.at = self.playlist.current().map(|e| e.choice.track.id.clone());
        }
    }

    /// Asks the player for the next track; false when it has nothing to do, so that the queue moves by itself.
    pub(super) fn skip_in_player(&mut self) -> bool {
        if self.playback.is_active() {
            self.playback.order(PlayerCommand::Next);
        }
        self.playback.is_active()
    }

    /// Tells the player of a queue that has changed.
    pub(super) fn tell_player(&mut self) {
        if !self.playback.is_active() {
            return;
        }
        match self.playlist.current().map(|e| e.choice.track.id.clone()) {
            None => {
                self.playback.order(PlayerCommand::Pause);
                self.playback.stop();
            }
            current if current == self.playback.at => {
                let following = self.following();
                self.playback.order(PlayerCommand::Follow(following));
            }
            _ => self.start_current(),
        }
        self.push_playback();
    }

    /// Plays the current track from its start, or from where the listener stopped.
    fn start_current(&mut self) {
        let Some(current) = self.playlist.current().map(|e| Track::clone(&e.choice.track)) else { return };
        self.playback.at = Some(current.id.clone());
        let place = self.playback.resume.take().filter(|p| p.track == current.id);
        let tracks = std::iter::once(current).chain(self.following()).collect();
        self.playback.order(PlayerCommand::Play(tracks));
        if let Some(place) = place {
            self.playback.order(PlayerCommand::Seek(place.position_ms));
        }
    }

    fn following(&self) -> Vec<Track> {
        let next = self.playlist.next.iter().take(KNOWN_AHEAD);
        next.map(|e| Track::clone(&e.choice.track)).collect()
    }

    /// Puts the track that the listener stopped in back on, once it is there.
    pub(super) fn restore_resume_point(&mut self, now: Timestamp) {
        let Some(place) = self.playback.resume.clone().filter(|_| !self.playback.is_active()) else { return };
        if self.playlist.current().is_some_and(|e| e.choice.track.id == place.track) {
            return;
        }
        let Some(track) = self.pool.find(&place.track).map(|i| self.pool.track(i).clone()) else { return };
        let entry: Entry = self.chosen(track, "resumed", "you stopped in the middle of it", now);
        self.playlist.put_back(entry);
    }

    pub(super) fn load_resume_point(&mut self) {
        let kept = self.archive.resume_point();
        self.playback = Playback::new(self.or_warn(kept).flatten());
    }

    fn keep_resume_point(&mut self, now: Timestamp) {
        self.playback.kept_at = now;
        let state = &self.playback.state;
        let place = state
            .track
            .clone()
            .map(|track| ResumePoint { track, position_ms: state.position_ms })
            .filter(|p| self.playlist.current().is_some_and(|e| e.choice.track.id == p.track))
            .filter(|p| !self.is_session_only(&p.track));
        let kept = self.archive.save_resume_point(place.as_ref());
        self.or_warn(kept);
    }

    /// Carries changed settings to the player.
    pub(super) fn apply_playback_settings(&mut self, old: &Settings) {
        if old.player != self.settings.player {
            self.close_player();
        } else if self.playback.is_active() {
            if old.volume != self.settings.volume {
                self.playback.order(PlayerCommand::Volume(self.settings.volume));
            }
            if old.output != self.settings.output {
                let output = self.settings.output.clone().unwrap_or_default();
                self.playback.order(PlayerCommand::Transfer(output));
            }
        }
    }

    /// Writes down where the listener is, before the session ends.
    pub fn leave(&mut self, now: Timestamp) {
        if self.playback.is_active() {
            self.keep_resume_point(now);
        }
    }

    /// Lets the player go.
    pub(super) fn close_player(&mut self) {
        self.playback.stop();
        self.playback.problem = None;
        self.playback.requests.push(PlayerRequest::Close);
        self.push_playback();
    }

    pub(super) fn playback_view(&self) -> PlaybackView {
        PlaybackView {
            player: self.settings.player,
            active: self.playback.is_active(),
            state: self.playback.state.clone(),
            problem: self.playback.problem.clone(),
            resume_ms: self
                .playback
                .resume
                .as_ref()
                .map(|p| p.position_ms)
                .filter(|_| !self.playback.is_active()),
        }
    }

    fn push_playback(&mut self) {
        let view = self.playback_view();
        self.out.push(UiEvent::Playback(view));
    }
}

#[cfg(test)]
mod tests;
