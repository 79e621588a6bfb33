//! Making the pool of tracks anew, here or on another thread.
//!
//! For 100,000 tracks that takes a third of a second, for which nothing else must wait: a session runs it in the background
//! ([`Engine::build_in_background`](super::Engine::build_in_background)) and installs what comes of it. What was learned
//! meanwhile is learned again when the pool is installed.

use super::Engine;
use super::library::{PLAYED_HERE, SOUNDSCAPES};
use super::past::BroughtPlays;
use super::shelf::Shelf;
use attune_core::credits::Credits;
use attune_core::feedback::standing;
use attune_core::player::PlayerKind;
use attune_core::rank::{Elsewhere, Pool};
use attune_core::taste::{CountedTimes, DoneHere, PastEvidence, Prior, ShelfRecords, StatedPreferences};
use attune_core::{AppError, Feedback, FeedbackKind, Settings, Timestamp, Track, TrackId, TrackRef, Tracks};
use std::collections::{HashMap, HashSet};
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
    past: Vec<Arc<BroughtPlays>>,
    /// What shelves keep of their tracks, and whether play counts and ratings among it count.
    records: Vec<ShelfRecords>,
    counts: bool,
    log: (u64, usize),
}

/// A pool and what it was made from.
#[derive(Debug)]
pub struct BuiltPool {
    number: u64,
    pool: Pool,
    stated: StatedPreferences,
    /// What could not be read.
    trouble: Option<AppError>,
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
        let (histories, trouble) = known_plays(&self.past, &self.lasting);
        let shelves = self.records.iter().collect();
        let here = done_here(&self.records, &self.lasting);
        pool.set_elsewhere(&Elsewhere { histories, shelves, counts: self.counts, here });
        let elsewhere = |id: &TrackId| track_of(&self.off, id);
        teach(&mut pool, &self.stated, &self.lasting, &self.of_session, elsewhere);
        BuiltPool { number: self.number, pool, stated: self.stated, trouble, log: self.log }
    }
}

/// What was done here, by track, where somebody who keeps records is told of it.
fn done_here<'a>(records: &[ShelfRecords], lasting: &'a [Feedback]) -> HashMap<&'a str, DoneHere> {
    let mut done: HashMap<&str, DoneHere> = HashMap::new();
    if records.iter().any(|shelf| shelf.knows_of_here) {
        for said in standing(lasting) {
            let track = done.entry(said.track.0.as_str()).or_default();
            match said.kind {
                FeedbackKind::Finished => track.finished += 1,
                FeedbackKind::Liked => track.liked = true,
                FeedbackKind::Unliked => track.liked = false,
                _ => {}
            }
        }
    }
    done
}

/// The plays of histories, and why some could not be read. What was on here, and was told to a service that exports it, counts
/// as a play of here alone.
fn known_plays<'a>(
    past: &'a [Arc<BroughtPlays>],
    lasting: &[Feedback],
) -> (Vec<&'a [PastEvidence]>, Option<AppError>) {
    let (mut known, mut trouble) = (Vec::new(), None);
    if past.is_empty() {
        return (known, trouble);
    }
    let was_on = |said: &&Feedback| matches!(said.kind, FeedbackKind::Finished | FeedbackKind::Skipped);
    let mut counted = CountedTimes::default();
    counted.add(lasting.iter().filter(was_on).map(|said| said.at));
    for history in past {
        match history.by_track(&mut counted) {
            Ok(plays) => known.push(plays),
            Err(error) => trouble = Some(error),
        }
    }
    (known, trouble)
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

    /// Makes the first pool here, so that there is a queue at once. Where pools are made elsewhere, the plays of histories are
    /// read there, and another pool follows.
    pub(super) fn first_pool(&mut self, now: Timestamp) {
        self.builds += 1;
        let mut build = self.pool_build();
        let later = self.background.is_some() && !build.past.is_empty();
        if later {
            build.past.clear();
        }
        drop(self.install(build.run(), now));
        if later {
            self.past_is_new = true;
            self.rebuild_pool(now);
        }
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
        if let Some(error) = built.trouble {
            self.warn(error);
        }
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
            past: self.past.iter().map(|brought| brought.plays.clone()).collect(),
            records: self.records(),
            counts: self.settings.counts_elsewhere,
            log: self.feedback.version(),
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
