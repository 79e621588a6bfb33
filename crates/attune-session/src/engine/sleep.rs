//! The sleep timer: the music stops by itself after a while, more and more quietly, or at the end of a track.

use super::Engine;
use crate::view::{SleepTimer, SleepView};
use attune_core::player::{PlayerCommand, PlayerKind, Volume};
use attune_core::{Span, Timestamp, TrackId};

/// For so long the volume goes down before the end, where Attune itself plays.
const FADE: Span = Span::seconds(20);
/// No timer is longer.
const LONGEST_MINUTES: u32 = 24 * 60;

/// When the music stops.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Sleep {
    /// At this estimation time.
    At(Timestamp),
    /// With the end of that track.
    EndOf(TrackId),
}

impl Engine {
    /// Sets the sleep timer, in place of an earlier one, or with none takes it back. The end of a track is that of the current
    /// one.
    pub fn set_sleep(&mut self, timer: Option<SleepTimer>, now: Timestamp) {
        let time = self.estimation_time(now);
        let was_fading = self.is_fading(time);
        self.sleep = match timer {
            None => None,
            Some(SleepTimer::Minutes(minutes)) => {
                Some(Sleep::At(time + Span::minutes(minutes.clamp(1, LONGEST_MINUTES).into())))
            }
            Some(SleepTimer::EndOfTrack) => {
                self.queue.current().map(|entry| Sleep::EndOf(entry.id().clone()))
            }
        };
        if was_fading {
            self.playback.request(PlayerCommand::Volume(self.settings.volume));
        }
        self.push_playback();
    }

    /// Lets the volume go down, and stops the music when it is time.
    pub(super) fn tick_sleep(&mut self, now: Timestamp) {
        let time = self.clock.peek(now);
        match &self.sleep {
            Some(Sleep::At(end)) if *end <= time => self.fall_asleep(),
            Some(Sleep::EndOf(track)) if !self.queue.is_current(track) => self.fall_asleep(),
            Some(Sleep::At(end)) if self.is_fading(time) => {
                let left = (*end - time).as_seconds() / FADE.as_seconds();
                let faded = f64::from(self.settings.volume.as_percent()) * left;
                self.playback.request(PlayerCommand::Volume(Volume::percent(faded.round() as u8)));
            }
            _ => {}
        }
    }

    /// Stops the music; the volume is the listener's again for the next time.
    fn fall_asleep(&mut self) {
        let faded = matches!(self.sleep.take(), Some(Sleep::At(_))) && self.fades();
        self.pause();
        if faded {
            self.playback.request(PlayerCommand::Volume(self.settings.volume));
        }
        self.push_playback();
    }

    fn is_fading(&self, time: Timestamp) -> bool {
        matches!(self.sleep, Some(Sleep::At(end)) if end - time <= FADE) && self.fades()
    }

    /// Another service is not asked for a new volume every second.
    fn fades(&self) -> bool {
        self.playback.sounds() && self.settings.player == PlayerKind::Local
    }

    pub(super) fn sleep_view(&self) -> Option<SleepView> {
        self.sleep.as_ref().map(|sleep| match sleep {
            Sleep::At(end) => SleepView { ends_at: Some(super::mood::millis(self.clock.wall(*end))) },
            Sleep::EndOf(_) => SleepView { ends_at: None },
        })
    }
}

#[cfg(test)]
mod tests;
