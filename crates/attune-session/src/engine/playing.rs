//! Playing the queue: what the listener asks of the player, and what follows from what it says.
//!
//! The engine holds no player. It hands out requests ([`Engine::take_player_requests`]), which whoever owns a player
//! carries out, and takes in what that one says ([`Engine::on_player`]).

use super::Engine;
use super::browse::LONGEST_CHOICE;
use super::playback::{PlayerRequest, Whereabouts};
use super::queue::Entry;
use crate::view::{PlaybackView, UiEvent};
use attune_core::feedback::HEARD_SHARE;
use attune_core::player::{
    PlayerCommand, PlayerEvent, PlayerKind, PlayerState, ResumePoint, TrackEnd, Volume,
};
use attune_core::{AppError, ErrorCode, FeedbackKind, ListenOn, Settings, Timestamp, TrackId};
use std::collections::HashSet;
use std::sync::Arc;

/// Within this long from a track's start, "previous" means the track before, else the start of this one.
const AT_START_MS: u32 = 3_000;

impl Engine {
    /// What is to be done with the player since the last call.
    pub fn take_player_requests(&mut self) -> Vec<PlayerRequest> {
        self.playback.take_requests()
    }

    /// Plays the current track, or goes on with it. Code `no_player` while the queue is just a list, `queue_empty`
    /// when there is nothing in it.
    pub fn play(&mut self, now: Timestamp) -> Result<(), AppError> {
        self.estimation_time(now);
        if self.settings.player == PlayerKind::List {
            let message = "There is nothing to play with yet. Choose This computer or Spotify first.";
            return Err(AppError::new(ErrorCode::NoPlayer, message));
        }
        if self.queue.current().is_none() {
            let message = "There is nothing to play. Add a music folder, or turn on a catalogue.";
            return Err(AppError::new(ErrorCode::QueueEmpty, message));
        }
        self.pending_resume = None;
        self.take_back_warnings(&[ErrorCode::NoPlayer, ErrorCode::QueueEmpty]);
        self.playback.play(&self.queue);
        self.push_playback();
        Ok(())
    }

    /// Goes silent and keeps the place.
    pub fn pause(&mut self) {
        self.playback.pause();
    }

    /// Plays if it is silent, else goes silent.
    pub fn toggle_play(&mut self, now: Timestamp) -> Result<(), AppError> {
        if self.playback.is_active() && self.playback.state().status.is_on() {
            self.pause();
            return Ok(());
        }
        self.play(now)
    }

    /// Goes to a place in the current track, in milliseconds.
    pub fn seek(&mut self, position_ms: u32) {
        if self.playback.is_active() {
            self.playback.seek(position_ms);
            self.push_playback();
        }
    }

    /// Goes so many milliseconds on in the current track, or back, at most to its start; past its end, to the next.
    pub fn seek_by(&mut self, by_ms: i64) {
        let to = i64::from(self.playback.state().position_ms).saturating_add(by_ms);
        self.seek(to.clamp(0, i64::from(u32::MAX)) as u32);
    }

    /// Sets the volume, now and for the next time.
    pub fn set_volume(&mut self, volume: Volume) {
        self.settings.volume = volume;
        self.store_settings();
        if self.playback.is_active() {
            self.playback.request(PlayerCommand::Volume(volume));
        }
    }

    /// Moves on to the next track. Opened and moved on from, a track counts as listened to; else as skipped.
    pub fn next_track(&mut self, now: Timestamp) {
        self.estimation_time(now);
        self.pending_resume = None;
        self.leave_problem();
        if self.playback.skip() {
            // What becomes of the track arrives when the player has left it.
            return;
        }
        let opened = self.queue.opened();
        self.move_on(if opened { FeedbackKind::Finished } else { FeedbackKind::Skipped }, None, now);
    }

    /// Back to the start of the track, or, at its start, to the track before.
    pub fn previous_track(&mut self, now: Timestamp) {
        self.estimation_time(now);
        self.pending_resume = None;
        let inside = self.playback.is_active() && self.playback.state().position_ms > AT_START_MS;
        if inside || !self.queue.go_back() {
            self.seek(0);
            return;
        }
        self.leave_problem();
        self.queue_changed(now);
    }

    /// Puts tracks on, the first one now and the others next, kept in their order, at most 200 (code `track_gone` if
    /// none of them is in a catalogue). Plays if a player is chosen.
    pub fn play_tracks(&mut self, ids: &[TrackId], now: Timestamp) -> Result<(), AppError> {
        let entries = self.chosen_tracks(ids, now)?;
        self.pending_resume = None;
        self.leave_problem();
        self.queue.choose(entries);
        self.queue_changed(now);
        let done = self.settings.player == PlayerKind::List || self.playback.sounds();
        if done { Ok(()) } else { self.play(now) }
    }

    /// Places in the queue for tracks that the listener chose, each once.
    pub(super) fn chosen_tracks(&mut self, ids: &[TrackId], now: Timestamp) -> Result<Vec<Entry>, AppError> {
        let mut seen = HashSet::new();
        let known: Vec<_> =
            ids.iter().filter(|id| seen.insert(*id)).filter_map(|id| self.track(id)).collect();
        if known.is_empty() {
            return Err(AppError::new(ErrorCode::TrackGone, "This track is no longer in your library."));
        }
        let first = known.into_iter().take(LONGEST_CHOICE);
        Ok(first.map(|t| self.chosen(t, "chosen", "you chose it", now)).collect())
    }

    /// The address at which a service shows a track, or a search for it; that service is the listener's choice from now on.
    /// Fails with `track_gone` for a track that is in no catalogue.
    pub fn listen_on(&mut self, id: &TrackId, service: ListenOn) -> Result<String, AppError> {
        let gone = || AppError::new(ErrorCode::TrackGone, "This track is no longer in your library.");
        let address = service.address(&*self.track(id).ok_or_else(gone)?);
        if self.settings.listen_on != service {
            self.settings.listen_on = service;
            self.store_settings();
        }
        Ok(address)
    }

    /// Takes in what the player says.
    pub fn on_player(&mut self, event: PlayerEvent, at: Timestamp) {
        self.estimation_time(at);
        match event {
            PlayerEvent::State(state) => self.on_player_state(state, at),
            PlayerEvent::Ended { track, heard_ms, end } => self.on_track_ended(&track, heard_ms, end, at),
            PlayerEvent::Failed(error) => {
                tracing::warn!("{}", error.for_log());
                self.playback.failed(error);
            }
        }
        self.tick_sleep(at);
        self.push_playback();
    }

    /// The player could not be opened, or is gone.
    pub fn player_failed(&mut self, error: AppError) {
        self.playback.lost(error);
        self.push_playback();
    }

    fn on_player_state(&mut self, state: PlayerState, at: Timestamp) {
        let seen = self.playback.see(state);
        match self.playback.whereabouts(&self.queue) {
            Whereabouts::InStep => {}
            Whereabouts::Ahead(track) => {
                self.queue.jump_to(&track);
                self.follow_player_to(track, at);
            }
            Whereabouts::Elsewhere(entry) => {
                let track = entry.id().clone();
                self.queue.adopt(*entry);
                self.follow_player_to(track, at);
            }
            Whereabouts::AtUnwanted => self.playback.correct(&self.queue),
        }
        if seen.keep && self.playback.is_active() {
            self.keep_resume_point();
        }
        if let Some(stop) = seen.stop {
            self.playback.stopped(&stop, &self.queue);
        }
    }

    fn follow_player_to(&mut self, track: TrackId, at: Timestamp) {
        self.playback.arrived(track);
        self.queue_changed(at);
    }

    /// What was heard teaches, whether or not the queue was still at it.
    fn on_track_ended(&mut self, track: &TrackId, heard_ms: u32, end: TrackEnd, at: Timestamp) {
        if end == TrackEnd::Replaced {
            // Says nothing about the track.
            return;
        }
        let Some(entry) = self.playback.end_of(track) else { return };
        let length = entry.track().duration_ms.or(self.playback.state().duration_ms);
        let share = length.filter(|l| *l > 0).map(|l| (f64::from(heard_ms) / f64::from(l)).clamp(0.0, 1.0));
        let kind = match end {
            TrackEnd::Skipped if share.is_none_or(|s| s < HEARD_SHARE) => FeedbackKind::Skipped,
            _ => FeedbackKind::Finished,
        };
        if self.queue.is_current(track) {
            self.move_on(kind, share, at);
        } else {
            self.was_heard(&entry, kind, share, at);
            self.push_queue();
        }
    }

    /// Puts the track in which the listener stopped the last time on, as soon as its catalogue is there.
    pub(super) fn restore_resume_point(&mut self, now: Timestamp) {
        let Some(point) = &self.pending_resume else { return };
        if !self.pool.is_playable(&point.track) {
            return;
        }
        let Some(track) = self.pool.find(&point.track).map(|i| Arc::new(self.pool.track(i))) else { return };
        if let Some(point) = self.pending_resume.take() {
            let entry = self.chosen(track, "resumed", "you didn’t finish it last time", now);
            self.queue.resume(entry);
            self.playback.resume_at(point);
        }
    }

    pub(super) fn load_resume_point(&mut self) {
        let kept = self.archive.resume_point();
        self.pending_resume = self.or_warn(kept).flatten();
        self.kept_resume = self.pending_resume.as_ref().map(|p| p.track.clone());
    }

    /// A resume point of a track that is not on any more says nothing.
    pub(super) fn drop_stale_resume_point(&mut self) {
        let stale = self.kept_resume.as_ref().is_some_and(|track| !self.queue.is_current(track));
        if stale && self.pending_resume.is_none() {
            self.kept_resume = None;
            let kept = self.archive.save_resume_point(None);
            self.or_warn(kept);
            self.playback.keep_soon();
        }
    }

    fn keep_resume_point(&mut self) {
        self.playback.kept();
        let state = self.playback.state();
        let point = state
            .track
            .clone()
            .map(|track| ResumePoint { track, position_ms: state.position_ms })
            .filter(|p| self.queue.is_current(&p.track))
            .filter(|p| !self.is_session_only(&p.track));
        let kept = self.archive.save_resume_point(point.as_ref());
        self.or_warn(kept);
        self.kept_resume = point.map(|p| p.track);
    }

    /// Carries changed settings to the player.
    pub(super) fn apply_playback_settings(&mut self, old: &Settings) {
        if old.player != self.settings.player {
            self.close_player();
        } else if self.playback.is_active() {
            if old.volume != self.settings.volume {
                self.playback.request(PlayerCommand::Volume(self.settings.volume));
            }
            if old.output != self.settings.output {
                let output = self.settings.output.clone().unwrap_or_default();
                self.playback.request(PlayerCommand::Transfer(output));
            }
        }
    }

    /// Writes down where the listener is, before the session ends.
    pub fn leave(&mut self, now: Timestamp) {
        self.estimation_time(now);
        // There is nobody left to be told.
        let _ = self.save_now();
        if self.playback.is_active() {
            self.keep_resume_point();
        }
    }

    /// Lets the player go.
    pub(super) fn close_player(&mut self) {
        self.playback.close();
        self.push_playback();
    }

    pub(super) fn playback_view(&self) -> PlaybackView {
        PlaybackView {
            player: self.settings.player,
            active: self.playback.is_active(),
            state: self.playback.state().clone(),
            problem: self.playback.problem().cloned(),
            resume_ms: self.playback.resume_point().map(|p| p.position_ms),
            sleep: self.sleep_view(),
        }
    }

    /// Ends the problem shown: it was about the track that the listener leaves.
    fn leave_problem(&mut self) {
        if self.playback.problem().is_some() {
            self.playback.problem_left();
            self.push_playback();
        }
    }

    pub(super) fn push_playback(&mut self) {
        let view = self.playback_view();
        self.out.push(UiEvent::Playback(view));
    }
}

#[cfg(test)]
mod tests;
