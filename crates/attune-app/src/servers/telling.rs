//! What servers are told of the listening: that a song plays, that it was heard, that the listener likes it. Only where the
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

/// What servers may want to hear of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum News {
    /// A track begins or was heard.
    Track(TrackId, Heard),
    /// The listener's hearts may have changed.
    Hearts,
}

/// A listener that takes notice of what plays before it hands events on, and where its news come out.
pub(crate) fn follow(clock: Clock, next: Listener) -> (Listener, Receiver<News>) {
    let (news, inbox) = channel();
    let playing = Mutex::new(None);
    let listener: Listener = Box::new(move |event| {
        let found = match event {
            UiEvent::Playback(view) => {
                let mut playing = held(&playing);
                Playing::see(&mut playing, view, clock())
            }
            UiEvent::Taste => Some(News::Hearts),
            _ => None,
        };
        if let Some(found) = found {
            // Without the thread that tells, nobody is told.
            drop(news.send(found));
        }
        next(event);
    });
    (listener, inbox)
}

/// Tells servers, on a thread of its own that ends with the session: first of the plays that wait from an earlier time. A play
/// that a server cannot be told of now waits; a heart or that a song begins it never hears.
pub(crate) fn tell(servers: &Servers, session: Weak<Session>, news: Receiver<News>) {
    let servers = servers.clone();
    spawn("attune-telling", move || {
        if let Err(error) = servers.tell_waiting() {
            tracing::debug!(code = %error.code, "plays still wait to be told");
        }
        run(&servers, &session, Hearts(hearts_of(&session, &servers)), news);
    });
}

fn run(servers: &Servers, session: &Weak<Session>, mut hearts: Hearts, news: Receiver<News>) {
    for news in news {
        let told = match news {
            News::Track(track, heard) => servers.scrobble(&track, heard).map(drop),
            News::Hearts => hearts_of(session, servers)
                .and_then(|now| hearts.change(now))
                .map_or(Ok(()), |(tracks, liked)| star(servers, &tracks, liked)),
        };
        if let Err(error) = told {
            tracing::debug!(code = %error.code, "a server was not told");
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
    fn see(known: &mut Option<Self>, view: &PlaybackView, now: Timestamp) -> Option<News> {
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
            return Some(News::Track(track.clone(), Heard::Begun));
        }
        let enough = state.duration_ms.map_or(LONG_ENOUGH, |length| LONG_ENOUGH.min(length / 2));
        if playing.counted || playing.listened < enough {
            return None;
        }
        playing.counted = true;
        Some(News::Track(track.clone(), Heard::Whole(playing.began)))
    }

    fn new(track: &TrackId, position: u32, now: Timestamp) -> Self {
        Self { track: track.clone(), began: now, position, listened: 0, counted: false }
    }
}

#[cfg(test)]
mod tests;
