//! Making the pool of tracks anew, here or on another thread.
//!
//! For 100,000 tracks that takes a third of a second, for which nothing else must wait: a session runs it in the background
//! ([`Engine::build_in_background`](super::Engine::build_in_background)) and installs what comes of it. What was learned
//! meanwhile is learned again when the pool is installed.

use super::Engine;
use super::library::{PLAYED_HERE, SOUNDSCAPES};
use super::shelf::Shelf;
use attune_core::credits::Credits;
use attune_core::feedback::standing;
use attune_core::player::PlayerKind;
use attune_core::rank::Pool;
use attune_core::taste::{PastEvidence, Prior, StatedPreferences};
use attune_core::{AppError, Feedback, Settings, Timestamp, Track, TrackId, TrackRef, Tracks};
use std::collections::HashSet;
use std::sync::Arc;

/// Runs builds elsewhere; what comes of one goes to [`Engine::install`].
pub type Background = Box<dyn Fn(PoolBuild) + Send>;

/// All that a pool is made from.
#[derive(Debug)]
pub struct PoolBuild {
    number: u64,
    own: Vec<Tracks>,
    session_only: Vec<Tracks>,
    off: Vec<Tracks>,
    /// The catalogues that are on and not drawn from, while this computer plays.
    beside: Vec<Tracks>,
    lasting: Vec<Feedback>,
    of_session: Vec<Feedback>,
    stated: StatedPreferences,
    past: Vec<Arc<Vec<PastEvidence>>>,
    log: (u64, usize),
    /// Tracks whose sound cannot be reached now.
    away: Vec<Arc<HashSet<TrackId>>>,
}

/// A pool and what it was made from.
#[derive(Debug)]
pub struct BuiltPool {
    number: u64,
    pool: Pool,
    stated: StatedPreferences,
    log: (u64, usize),
}

impl PoolBuild {
    /// Makes the pool.
    #[must_use]
    pub fn run(self) -> BuiltPool {
        let beside = session_tracks_beside(&self.own, &self.session_only);
        // What catalogues that are not played from know of artists holds here, too.
        let shelves = [&self.own, &self.session_only, &self.off, &self.beside];
        let tracks = shelves.into_iter().flatten().flat_map(Tracks::iter);
        let credits = Credits::of(tracks.map(|track| track.artist));
        let mut pool = Pool::credited(self.own.into_iter().chain([beside]), &credits, Prior::default());
        pool.set_past(self.past.iter().flat_map(|all| all.iter()));
        let elsewhere = |id: &TrackId| track_of(&self.off, id);
        teach(&mut pool, &self.stated, &self.lasting, &self.of_session, elsewhere);
        pool.set_away(self.away.iter().flat_map(|ids| ids.iter()));
        BuiltPool { number: self.number, pool, stated: self.stated, log: self.log }
    }
}

/// Teaches a pool all that is known of the listener.
pub(super) fn teach<'a>(
    pool: &mut Pool,
    stated: &StatedPreferences,
    lasting: impl IntoIterator<Item = &'a Feedback>,
    of_session: impl IntoIterator<Item = &'a Feedback>,
    elsewhere: impl Fn(&TrackId) -> Option<Track>,
) {
    pool.set_stated(stated.clone());
    pool.relearn(standing(lasting), elsewhere);
    for said in standing(of_session) {
        pool.note(said);
    }
}

/// The track of that id on the first of these shelves that has it.
pub(super) fn track_of(shelves: &[Tracks], id: &TrackId) -> Option<Track> {
    shelves.iter().find_map(|shelf| Some(shelf.find(id)?.to_track()))
}

/// The tracks of session shelves that are not among `own` by their names.
fn session_tracks_beside(own: &[Tracks], session_only: &[Tracks]) -> Tracks {
    if session_only.is_empty() {
        return Tracks::default();
    }
    let name = |t: &TrackRef<'_>| TrackId::from_names(t.title, t.artist);
    let known: HashSet<TrackId> = own.iter().flat_map(Tracks::iter).map(|t| name(&t)).collect();
    let all = session_only.iter().flat_map(Tracks::iter);
    Tracks::new(all.filter(|t| !known.contains(&name(t))).map(|t| t.to_track()))
}

impl Engine {
    /// From now on pools are made elsewhere; until one is installed, the queue draws from the one before.
    pub fn build_in_background(&mut self, background: Background) {
        self.background = Some(background);
    }

    /// Makes the pool anew from the catalogues that the queue draws from and all feedback, then ranks.
    pub(super) fn rebuild_pool(&mut self, now: Timestamp) {
        self.builds += 1;
        let build = self.pool_build();
        match &self.background {
            Some(background) => background(build),
            None => drop(self.install(build.run(), now)),
        }
    }

    /// Takes in a pool that was made elsewhere, unless another one is on its way; gives back the one that is not needed
    /// any more, which takes a while to drop.
    pub fn install(&mut self, built: BuiltPool, now: Timestamp) -> Pool {
        if built.number != self.builds {
            return built.pool;
        }
        let old = std::mem::replace(&mut self.pool, built.pool);
        if built.log != self.feedback.version() || built.stated != self.preferences {
            self.relearn();
        } else {
            self.drop_unplayable();
        }
        if std::mem::take(&mut self.past_is_new) {
            self.send_taste();
        }
        self.restore_resume_point(now);
        self.queue_changed(now);
        old
    }

    fn pool_build(&self) -> PoolBuild {
        let here = self.plays_here();
        let drawn_from = |id: &str| match id {
            _ if here && self.plays_soundscapes_only() => id == SOUNDSCAPES,
            _ if here => PLAYED_HERE.contains(&id),
            // They can be played nowhere else.
            _ => id != SOUNDSCAPES,
        };
        let tracks = |wanted: &dyn Fn(&Shelf) -> bool| -> Vec<Tracks> {
            self.shelves.iter().filter(|s| wanted(s)).map(|s| s.tracks.clone()).collect()
        };
        PoolBuild {
            number: self.builds,
            own: tracks(&|s| s.info.enabled && !s.session_only && drawn_from(&s.info.id)),
            session_only: tracks(&|s| s.info.enabled && s.session_only && !here),
            beside: tracks(&|s| s.info.enabled && here && !drawn_from(&s.info.id)),
            off: self.off_shelves(),
            lasting: self.feedback.lasting().cloned().collect(),
            of_session: self.feedback.of_session().cloned().collect(),
            stated: self.preferences.clone(),
            past: self.past.iter().map(|brought| brought.evidence.clone()).collect(),
            log: self.feedback.version(),
            away: if here { self.away.values().cloned().collect() } else { Vec::new() },
        }
    }

    /// The catalogues that are off: what was said of their tracks still teaches.
    pub(super) fn off_shelves(&self) -> Vec<Tracks> {
        let off = self.shelves.iter().filter(|s| !s.info.enabled && !s.session_only);
        off.map(|s| s.tracks.clone()).collect()
    }

    /// Whether this computer plays, and there is something that it can play: the queue draws from nothing else then.
    fn plays_here(&self) -> bool {
        let local = self.settings.player == PlayerKind::Local;
        local && PLAYED_HERE.iter().any(|id| self.has_on(id))
    }

    /// Whether the listener wants to hear nothing but soundscapes.
    fn plays_soundscapes_only(&self) -> bool {
        self.settings.soundscape_share >= 1.0 && self.has_on(SOUNDSCAPES)
    }

    /// Whether the shelf of that id is on, with tracks.
    fn has_on(&self, id: &str) -> bool {
        self.shelves.iter().any(|s| s.info.id == id && s.info.enabled && !s.tracks.is_empty())
    }

    /// Starts with soundscapes, at once: this computer plays, and the queue draws from them; from nothing else where there
    /// is something else that it could play. The first start is done with that.
    pub fn start_soundscapes(&mut self, now: Timestamp) -> Result<(), AppError> {
        let others = PLAYED_HERE.iter().any(|id| *id != SOUNDSCAPES && self.has_on(id));
        let share = if others { 1.0 } else { self.settings.soundscape_share };
        let old = self.settings.clone();
        let new = Settings {
            first_start_done: true,
            player: PlayerKind::Local,
            soundscapes: true,
            soundscape_share: share,
            ..old
        };
        self.save_settings(new, now);
        // What plays must be in the pool before it is played; one under way elsewhere comes too late then.
        self.builds += 1;
        drop(self.install(self.pool_build().run(), now));
        self.play(now)
    }
}
