//! What the player was asked for, what it said, and what it is asked for next.
//!
//! Only this decides what the player is told. It asks for sound for three reasons: the listener pressed play
//! ([`Playback::play`]), chose a track, or went on while music was wanted anyway ([`Playback::follow`]). The engine calls
//! `follow` whenever the queue has changed, with the reason, and [`Playback::see`] with what the player says. Times are
//! estimation times ([`EstimationClock`](super::clock::EstimationClock)).

use super::queue::{Entry, Queue, Why};
use attune_core::player::{PlayStatus, PlayerCommand, PlayerState, ResumePoint};
use attune_core::{AppError, Span, Timestamp, Track, TrackId};

/// So many of the following tracks are made known to the player.
pub(super) const KNOWN_AHEAD: usize = 8;
/// So many tracks that the player was given are remembered: it may play one that the queue has left out since.
const REMEMBERED: usize = 64;
/// The resume point is written down this often while a track plays.
const KEEP_EVERY: Span = Span::seconds(10);
/// A problem is shown for at least this long; once music moves on after that, it is over.
const PROBLEM_SHOWN: Span = Span::seconds(10);
/// For this long after a track was started, the player may still speak of what was on before.
const SETTLES_WITHIN: Span = Span::seconds(5);

/// What is to be done with the player.
#[derive(Debug, Clone, PartialEq)]
pub enum PlayerRequest {
    /// Hand it this command, after opening the player of the settings if none is open.
    Command(PlayerCommand),
    /// Let the player go: another one was chosen, or everything is erased.
    Close,
}

/// Whether the listener wants sound, as last asked of the player or seen of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Wish {
    sound: bool,
    /// Until the player has done so, what it says may still be about the time before.
    carried_out: bool,
}

/// A track that was started and that the player has not been seen at yet.
#[derive(Debug, Clone)]
struct Start {
    /// Where the player was before.
    left: Option<TrackId>,
    /// From when on the player is believed whatever it says.
    settled_at: Timestamp,
    /// Whether the player has said since that nothing plays; that may have been about the time before.
    stopped: bool,
}

/// A track that the player was given.
#[derive(Debug, Clone)]
struct Handed {
    entry: Entry,
    /// Whether it must not be played any more.
    unwanted: bool,
    /// Whether the player has said that it is over.
    over: bool,
}

/// Where the player is, for the queue to follow.
#[derive(Debug)]
pub(super) enum Whereabouts {
    /// Where the queue is, or nowhere that concerns it.
    InStep,
    /// At a track that is to come.
    Ahead(TrackId),
    /// At a track that it was given before and that is not to come any more.
    Elsewhere(Box<Entry>),
    /// At a track that must not be played.
    AtUnwanted,
}

/// What a state of the player means beside where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seen {
    /// The resume point is to be written down.
    pub(super) keep: bool,
    /// The player has nothing to play any more.
    pub(super) stop: Option<Stop>,
}

/// The player went from playing to nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stop {
    /// The track that it was at.
    after: Option<TrackId>,
}

/// The player as the engine knows it.
#[derive(Debug)]
pub(super) struct Playback {
    requests: Vec<PlayerRequest>,
    state: PlayerState,
    problem: Option<AppError>,
    problem_at: Timestamp,
    /// The track that the player is meant to be at; none while it has nothing from the queue to do.
    at: Option<TrackId>,
    wish: Wish,
    start: Option<Start>,
    handed: Vec<Handed>,
    /// Where in the current track playing starts.
    resume: Option<ResumePoint>,
    kept_at: Timestamp,
    now: Timestamp,
}

impl Default for Playback {
    fn default() -> Self {
        Self {
            requests: Vec::new(),
            state: PlayerState::STOPPED,
            problem: None,
            problem_at: Timestamp(0),
            at: None,
            wish: Wish { sound: false, carried_out: true },
            start: None,
            handed: Vec::new(),
            resume: None,
            kept_at: Timestamp(0),
            now: Timestamp(0),
        }
    }
}

impl Playback {
    /// Lets time pass; estimation times never go back.
    pub(super) fn tick(&mut self, now: Timestamp) {
        self.now = now;
    }

    /// Whether the player has music from the queue.
    pub(super) fn is_active(&self) -> bool {
        self.at.is_some()
    }

    /// Whether the player has music from the queue that the listener wants to hear now.
    pub(super) fn sounds(&self) -> bool {
        self.is_active() && self.wish.sound
    }

    pub(super) fn state(&self) -> &PlayerState {
        &self.state
    }

    /// Where in a track the player is, in milliseconds; 0 if it is not at that one.
    pub(super) fn position_in(&self, track: &TrackId) -> u32 {
        if self.state.track.as_ref() == Some(track) { self.state.position_ms } else { 0 }
    }

    pub(super) fn problem(&self) -> Option<&AppError> {
        self.problem.as_ref()
    }

    /// Where playing the current track starts, while nothing plays.
    pub(super) fn resume_point(&self) -> Option<&ResumePoint> {
        self.resume.as_ref().filter(|_| !self.is_active())
    }

    /// The next start of this track is in its middle.
    pub(super) fn resume_at(&mut self, point: ResumePoint) {
        self.resume = Some(point);
    }

    pub(super) fn take_requests(&mut self) -> Vec<PlayerRequest> {
        std::mem::take(&mut self.requests)
    }

    pub(super) fn request(&mut self, command: PlayerCommand) {
        self.requests.push(PlayerRequest::Command(command));
    }

    /// The listener wants to hear the current track.
    pub(super) fn play(&mut self, queue: &Queue) {
        self.problem = None;
        match (queue.current(), &self.at) {
            (Some(current), Some(at)) if current.id() == at => {
                self.wish_for(true);
                self.request(PlayerCommand::Resume);
            }
            _ => self.start(queue),
        }
    }

    /// The listener leaves the track that a problem was about.
    pub(super) fn problem_left(&mut self) {
        self.problem = None;
    }

    /// The listener wants silence.
    pub(super) fn pause(&mut self) {
        if self.is_active() {
            self.wish_for(false);
            self.request(PlayerCommand::Pause);
        }
    }

    /// The listener wants the next track; false when the player has nothing to do, so that the queue moves by itself.
    pub(super) fn skip(&mut self) -> bool {
        if self.is_active() {
            self.wish_for(true);
            self.request(PlayerCommand::Next);
        }
        self.is_active()
    }

    /// Goes to a place in the track that is on.
    pub(super) fn seek(&mut self, position_ms: u32) {
        self.request(PlayerCommand::Seek(position_ms));
        // The player says so itself in a moment; until then, steps from here count.
        self.state.position_ms = position_ms;
    }

    /// The queue has changed, for this reason if its current track has: decides what the player is told.
    pub(super) fn follow(&mut self, queue: &Queue, change: Option<Why>) {
        self.forget_resume_point(queue, change);
        let Some(at) = self.at.clone() else { return };
        let Some(current) = queue.current() else {
            self.request(PlayerCommand::Pause);
            return self.end();
        };
        let moved_by_itself = matches!(change, Some(Why::MovedOn | Why::PlayerMoved));
        if *current.id() == at || moved_by_itself {
            self.at = Some(current.id().clone());
            self.send_following(queue.next().iter());
        } else if self.wish.sound || change == Some(Why::Chosen) {
            self.start(queue);
        } else {
            // It stays silent, and what it holds in its silence is not the current track any more.
            self.send_following(queue.entries());
            self.end();
        }
    }

    /// Plays the current track from its start, or from where the listener stopped.
    fn start(&mut self, queue: &Queue) {
        let Some(current) = queue.current() else { return };
        let left = self.at.replace(current.id().clone());
        self.start = Some(Start { left, settled_at: self.now + SETTLES_WITHIN, stopped: false });
        self.wish_for(true);
        let resume = self.resume.take().filter(|p| p.track == *current.id() && p.position_ms > 0);
        let tracks = self.hand(queue.entries().take(KNOWN_AHEAD + 1));
        self.request(PlayerCommand::Play(tracks));
        if let Some(point) = resume {
            self.request(PlayerCommand::Seek(point.position_ms));
        }
    }

    fn send_following<'a>(&mut self, entries: impl Iterator<Item = &'a Entry>) {
        let tracks = self.hand(entries.take(KNOWN_AHEAD));
        self.request(PlayerCommand::Follow(tracks));
    }

    /// Notes what the player is given.
    fn hand<'a>(&mut self, entries: impl Iterator<Item = &'a Entry>) -> Vec<Track> {
        let mut tracks = Vec::new();
        for entry in entries {
            self.handed.retain(|h| h.entry.id() != entry.id());
            self.handed.push(Handed { entry: entry.clone(), unwanted: false, over: false });
            tracks.push(Track::clone(entry.track()));
        }
        let forgotten = self.handed.len().saturating_sub(REMEMBERED);
        self.handed.drain(..forgotten);
        tracks
    }

    /// Tracks that do not satisfy `keep` must not be played, whoever has them.
    pub(super) fn drop_handed(&mut self, keep: impl Fn(&TrackId) -> bool) {
        for handed in self.handed.iter_mut().filter(|h| !keep(h.entry.id())) {
            handed.unwanted = true;
        }
    }

    /// A track was heard and is over: gives the entry with which it was given. None for one that was never given or is
    /// over already; nothing is learned from one that must not be played.
    pub(super) fn end_of(&mut self, track: &TrackId) -> Option<Entry> {
        let handed = self.handed.iter_mut().find(|h| h.entry.id() == track && !h.over && !h.unwanted)?;
        handed.over = true;
        Some(handed.entry.clone())
    }

    /// Takes in a state of the player.
    pub(super) fn see(&mut self, state: PlayerState) -> Seen {
        use PlayStatus::{Loading, Paused, Playing, Stopped};
        let before = std::mem::replace(&mut self.state, state);
        let (was, is) = (before.status, self.state.status);
        let moves =
            is == Playing && self.state.track == before.track && self.state.position_ms > before.position_ms;
        let began = is == Playing && was != Playing;
        if began || (moves && self.now - self.problem_at >= PROBLEM_SHOWN) {
            self.problem = None;
        }
        self.confirm(is);
        let stop = (is == Stopped && was != Stopped).then_some(Stop { after: before.track });
        let paused = is == Paused && matches!(was, Playing | Loading);
        let keep = paused || stop.is_some() || self.now - self.kept_at >= KEEP_EVERY;
        Seen { keep, stop }
    }

    /// The player has stopped. If that was because it ran out of tracks before it was told of the one that is on now, that
    /// one is started; while another start is under way, it may have been about the time before.
    pub(super) fn stopped(&mut self, stop: &Stop, queue: &Queue) {
        let ran_out = self.wish.sound && self.is_active() && stop.after != self.at;
        match &mut self.start {
            Some(start) if self.now < start.settled_at => start.stopped = true,
            None if ran_out => self.start(queue),
            _ => self.end(),
        }
    }

    /// Ends a start that came to nothing; false if there is none.
    pub(super) fn give_up(&mut self) -> bool {
        let silent = self.state.status == PlayStatus::Stopped;
        let over = self.start.as_ref().is_some_and(|s| s.stopped && silent && self.now >= s.settled_at);
        if over {
            self.end();
        }
        over
    }

    /// Where the player is, by its state.
    pub(super) fn whereabouts(&mut self, queue: &Queue) -> Whereabouts {
        let Some(track) = self.state.track.clone().filter(|_| self.is_active()) else {
            return Whereabouts::InStep;
        };
        if queue.is_current(&track) {
            (self.at, self.start) = (Some(track), None);
            return Whereabouts::InStep;
        }
        let unsettled = self.start.as_ref().filter(|s| self.now < s.settled_at);
        let left = |s: &Start| s.left.as_ref() == Some(&track);
        if queue.find(&track).is_some() {
            return if unsettled.is_some_and(left) { Whereabouts::InStep } else { Whereabouts::Ahead(track) };
        }
        let handed = self.handed.iter().rev().find(|h| *h.entry.id() == track);
        match handed.filter(|_| unsettled.is_none()) {
            Some(handed) if handed.unwanted => Whereabouts::AtUnwanted,
            Some(handed) => Whereabouts::Elsewhere(Box::new(handed.entry.clone())),
            None => Whereabouts::InStep,
        }
    }

    /// The queue has gone to where the player is.
    pub(super) fn arrived(&mut self, track: TrackId) {
        for handed in self.handed.iter_mut().filter(|h| *h.entry.id() == track) {
            handed.over = false;
        }
        (self.at, self.start) = (Some(track), None);
    }

    /// The player is at a track that must not be played: the current one is played instead, if music is wanted.
    pub(super) fn correct(&mut self, queue: &Queue) {
        if self.wish.sound {
            self.start(queue);
        }
    }

    /// A command could not be carried out.
    pub(super) fn failed(&mut self, error: AppError) {
        (self.problem, self.problem_at) = (Some(error), self.now);
    }

    /// The player could not be opened, or is gone.
    pub(super) fn lost(&mut self, error: AppError) {
        self.end();
        self.failed(error);
    }

    /// Lets the player go.
    pub(super) fn close(&mut self) {
        self.end();
        self.problem = None;
        self.handed.clear();
        self.requests.push(PlayerRequest::Close);
    }

    /// The player has nothing to do any more.
    pub(super) fn end(&mut self) {
        (self.at, self.start) = (None, None);
        self.wish = Wish { sound: false, carried_out: true };
        self.state = PlayerState { volume: self.state.volume, ..PlayerState::STOPPED };
    }

    /// The resume point as of now was written down.
    pub(super) fn kept(&mut self) {
        self.kept_at = self.now;
    }

    /// The resume point is written down with the next state.
    pub(super) fn keep_soon(&mut self) {
        self.kept_at = Timestamp(i64::MIN);
    }

    fn wish_for(&mut self, sound: bool) {
        self.wish = Wish { sound, carried_out: false };
    }

    /// What the player does is what the listener wants, unless it has not come to the last command yet.
    fn confirm(&mut self, status: PlayStatus) {
        let sound = match status {
            PlayStatus::Playing | PlayStatus::Loading => true,
            PlayStatus::Paused => false,
            PlayStatus::Stopped => return,
        };
        if sound == self.wish.sound {
            self.wish.carried_out = true;
        } else if self.wish.carried_out {
            self.wish.sound = sound;
        }
    }

    /// Where the listener stopped in a track says nothing about another one.
    fn forget_resume_point(&mut self, queue: &Queue, change: Option<Why>) {
        if change.is_some() {
            self.resume.take_if(|p| !queue.is_current(&p.track));
        }
    }
}
