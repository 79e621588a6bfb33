//! Servers that cannot be reached: their songs are not queued, but for those in the cache, until they answer again.
//!
//! A server is noted when a song was to be played and nothing came of it. While one is, it is asked now and then whether it
//! is back; no other server is asked for anything.

use crate::background::spawn;
use crate::lock::held;
use attune_core::{ErrorCode, TrackId};
use attune_session::Session;
use attune_session::engine::SERVERS;
use attune_subsonic::Servers;
use std::collections::{BTreeSet, HashSet};
use std::sync::{Arc, Mutex, Weak};
use std::thread;
use std::time::Duration;

/// How often a server that is out of reach is asked.
const EVERY: Duration = Duration::from_secs(20);

/// The servers out of reach. Clones are the same.
#[derive(Clone)]
pub(crate) struct Reach {
    known: Arc<Mutex<Known>>,
    every: Duration,
}

#[derive(Default)]
struct Known {
    lost: BTreeSet<String>,
    /// Whether a thread asks them.
    asked: bool,
    session: Weak<Session>,
}

impl Default for Reach {
    fn default() -> Self {
        Self { known: Arc::default(), every: EVERY }
    }
}

impl Reach {
    /// Names the session that is told from now on.
    pub(crate) fn tell(&self, session: Weak<Session>) {
        held(&self.known).session = session;
    }

    /// Notes that nothing came of a song, for this reason.
    pub(super) fn note(&self, servers: &Servers, id: &TrackId, why: ErrorCode) {
        if !matches!(why, ErrorCode::ServerOffline | ErrorCode::ServerInterrupted) {
            return;
        }
        let Ok(Some(song)) = servers.song(id) else { return };
        let mut known = held(&self.known);
        if known.lost.insert(song.server) && !std::mem::replace(&mut known.asked, true) {
            let (reach, servers) = (self.clone(), servers.clone());
            spawn("attune-servers-reach", move || reach.ask(&servers));
        }
    }

    /// Tells the session what is out of reach, and asks until nothing is.
    fn ask(&self, servers: &Servers) {
        loop {
            let (lost, session) = {
                let known = held(&self.known);
                (known.lost.clone(), known.session.clone())
            };
            let Some(session) = session.upgrade() else { break };
            let away = away(servers, &lost);
            if session.call(move |e, now| e.set_away(SERVERS, away, now)).is_err() {
                break;
            }
            drop(session);
            let mut known = held(&self.known);
            if known.lost.is_empty() {
                known.asked = false;
                return;
            }
            if known.lost != lost {
                continue;
            }
            drop(known);
            thread::sleep(self.every);
            // One that was removed is not out of reach.
            let back = lost.into_iter().filter(|id| servers.answers(id).unwrap_or(true));
            let back: Vec<String> = back.collect();
            held(&self.known).lost.retain(|id| !back.contains(id));
        }
        held(&self.known).asked = false;
    }
}

/// The songs of these servers that are not in the cache.
fn away(servers: &Servers, lost: &BTreeSet<String>) -> HashSet<TrackId> {
    if lost.is_empty() {
        return HashSet::new();
    }
    let songs = servers.all().unwrap_or_else(|error| {
        tracing::warn!("{}", error.for_log());
        Vec::new()
    });
    songs.into_iter().filter(|song| !song.cached && lost.contains(&song.server)).map(|song| song.id).collect()
}

#[cfg(test)]
mod tests;
