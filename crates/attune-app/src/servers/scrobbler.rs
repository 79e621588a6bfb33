//! Reports the listening to servers: that a song plays, that it was heard, that the listener likes it. Only where the
//! listener has switched that on for the server; [`Servers::scrobble`] and [`Servers::star`] see to that.

use crate::background::spawn;
use crate::lock::held;
use attune_core::player::PlayStatus;
use attune_core::time::Clock;
use attune_core::{AppError, Timestamp, TrackId};
use attune_session::view::{PlaybackView, UiEvent};
use attune_session::{Listener, Session};
use attune_subsonic::{Heard, Servers};
use std::collections::BTreeSet;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Mutex, Weak};

/// A song counts as heard after half of it, or after so many milliseconds: what services that count plays agree on.
const LONG_ENOUGH: u32 = 240_000;
/// The player tells where it is twice a second; what goes further than this at once was not listened to.
const STEP: u32 = 3_000;

/// What may be reported to servers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Activity {
    /// A track begins or was heard.
    Track(TrackId, Heard),
    /// The listener's hearts may have changed.
    Hearts,
}

/// A listener that takes notice of what plays before it hands events on, and where what it noticed comes out.
pub(crate) fn follow(clock: Clock, next: Listener) -> (Listener, Receiver<Activity>) {
    let (activity, inbox) = channel();
    let playing = Mutex::new(None);
    let listener: Listener = Box::new(move |event| {
        let found = match event {
            UiEvent::Playback(view) => {
                let mut playing = held(&playing);
                Playing::see(&mut playing, view, clock())
            }
            UiEvent::Taste => Some(Activity::Hearts),
            _ => None,
        };
        if let Some(found) = found {
            // Without the thread that reports, nothing is reported.
            drop(activity.send(found));
        }
        next(event);
    });
    (listener, inbox)
}

/// Reports to servers, on a thread of its own that ends with the session: first the plays that wait from an earlier time. A
/// play that cannot be reported now waits; a heart, or that a song begins, is reported now or never.
pub(crate) fn report(servers: &Servers, session: Weak<Session>, inbox: Receiver<Activity>) {
    let servers = servers.clone();
    spawn("attune-scrobbler", move || {
        if let Err(error) = servers.send_waiting() {
            tracing::debug!(code = %error.code, "plays still wait to be reported");
        }
        run(&servers, &session, Hearts(hearts_of(&session, &servers)), inbox);
    });
}

fn run(servers: &Servers, session: &Weak<Session>, mut hearts: Hearts, inbox: Receiver<Activity>) {
    for activity in inbox {
        let reported = match activity {
            Activity::Track(track, heard) => servers.scrobble(&track, heard).map(drop),
            Activity::Hearts => hearts_of(session, servers)
                .and_then(|now| hearts.change(now))
                .map_or(Ok(()), |(tracks, liked)| star(servers, &tracks, liked)),
        };
        if let Err(error) = reported {
            tracing::debug!(code = %error.code, "a server did not take a report");
        }
    }
}

fn star(servers: &Servers, tracks: &[TrackId], liked: bool) -> Result<(), AppError> {
    tracks.iter().try_for_each(|track| servers.star(track, liked).map(drop))
}

/// The songs of servers with a heart; none when the session is gone.
fn hearts_of(session: &Weak<Session>, servers: &Servers) -> Option<BTreeSet<TrackId>> {
    let hearts = session.upgrade()?.call(|e, _| e.taste().hearts).ok()?;
    Some(hearts.into_iter().map(|track| track.id).filter(|id| servers.has(id)).collect())
}

/// The hearts as they were last.
struct Hearts(Option<BTreeSet<TrackId>>);

impl Hearts {
    /// Which tracks got their heart or lost it. Several that are lost at once were forgotten, not disliked: stars stay.
    fn change(&mut self, now: BTreeSet<TrackId>) -> Option<(Vec<TrackId>, bool)> {
        let before = self.0.replace(now)?;
        let now = self.0.as_ref()?;
        let new: Vec<TrackId> = now.difference(&before).cloned().collect();
        if !new.is_empty() {
            return Some((new, true));
        }
        let lost: Vec<TrackId> = before.difference(now).cloned().collect();
        (lost.len() == 1).then_some((lost, false))
    }
}

/// What plays, and how much of it was listened to.
struct Playing {
    track: TrackId,
    began: Timestamp,
    position: u32,
    listened: u32,
    counted: bool,
}

impl Playing {
    /// Takes notice of the player's state.
    fn see(known: &mut Option<Self>, view: &PlaybackView, now: Timestamp) -> Option<Activity> {
        let state = &view.state;
        let Some(track) = state.track.as_ref().filter(|_| state.status != PlayStatus::Stopped) else {
            *known = None;
            return None;
        };
        let at = state.position_ms;
        let playing = match known {
            // Back at its start after it counted: it is heard once more.
            Some(playing) if playing.track == *track && !(playing.counted && at < STEP) => playing,
            _ => known.insert(Self::new(track, at, now)),
        };
        let step = at.saturating_sub(playing.position);
        playing.position = at;
        if step == 0 || step > STEP {
            return None;
        }
        let first = playing.listened == 0;
        playing.listened += step;
        if first {
            playing.began = now;
            return Some(Activity::Track(track.clone(), Heard::Begun));
        }
        let enough = state.duration_ms.map_or(LONG_ENOUGH, |length| LONG_ENOUGH.min(length / 2));
        if playing.counted || playing.listened < enough {
            return None;
        }
        playing.counted = true;
        Some(Activity::Track(track.clone(), Heard::Whole(playing.began)))
    }

    fn new(track: &TrackId, position: u32, now: Timestamp) -> Self {
        Self { track: track.clone(), began: now, position, listened: 0, counted: false }
    }
}

#[cfg(test)]
mod tests;
