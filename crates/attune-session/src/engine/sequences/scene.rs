//! A session without its threads: an engine over an archive that can fail, a player, and a clock that can be set.

use super::player::ScriptedPlayer;
use super::step::Step;
use crate::engine::{Engine, EngineOptions, PlayerRequest, PoolBuild};
use attune_core::player::{PlayerCommand, PlayerEvent, PlayerKind};
use attune_core::ports::Archive;
use attune_core::{
    Affect, AppError, ErrorCode, ExpressionScores, Feedback, Settings, Sighting, Span, Timestamp, TrackId,
};
use attune_testkit::{MemoryArchive, catalogue, track};
use std::collections::{BTreeSet, VecDeque};
use std::fmt;
use std::sync::{Arc, Mutex};

const START: Timestamp = Timestamp(1_700_000_000_000);
/// So many rounds of requests and answers a step takes at most.
const ROUNDS: usize = 20;

/// What invariants speak of.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Snapshot {
    pub(super) current: Option<TrackId>,
    pub(super) next: Vec<TrackId>,
    pub(super) pinned: BTreeSet<TrackId>,
    pub(super) sounding: Option<TrackId>,
    /// Whether the player has music from the queue.
    pub(super) active: bool,
    /// Whether the listener wants music, by what they did.
    pub(super) wanted: bool,
    pub(super) feedback: Vec<Feedback>,
    pub(super) on_disk: Vec<Feedback>,
    pub(super) blocked: BTreeSet<TrackId>,
    pub(super) hearts: BTreeSet<TrackId>,
    pub(super) undo_depth: u32,
    pub(super) settings: Settings,
    pub(super) warned: bool,
    pub(super) reached: Option<Timestamp>,
    /// Tracks that the player said to be over in this step.
    pub(super) ended: Vec<TrackId>,
    pub(super) disk_full: bool,
}

/// What matters, on one line.
impl fmt::Display for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |id: &TrackId| id.0.rsplit(' ').next().unwrap_or_default().to_owned();
        let (current, sounding) = (self.current.as_ref().map(name), self.sounding.as_ref().map(name));
        let next: Vec<String> = self.next.iter().take(6).map(name).collect();
        let pinned: Vec<String> = self.pinned.iter().map(name).collect();
        let said: Vec<_> = self.feedback.iter().map(|f| (f.kind, name(&f.track))).collect();
        write!(f, "on {current:?} sounding {sounding:?} active {} wanted {} ", self.active, self.wanted)?;
        write!(f, "next {next:?} pinned {pinned:?} said {said:?} ended {:?}", self.ended)
    }
}

pub(super) struct Scene {
    archive: MemoryArchive,
    engine: Engine,
    player: ScriptedPlayer,
    now: Timestamp,
    wanted: bool,
    ended: Vec<TrackId>,
    disk_full: bool,
    /// What is under way, in a scene whose parts are late.
    under_way: Option<UnderWay>,
}

/// Which way something is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    ToPlayer,
    FromPlayer,
    /// From the thread that makes pools.
    Pool,
}

#[derive(Default)]
struct UnderWay {
    commands: VecDeque<PlayerCommand>,
    events: VecDeque<PlayerEvent>,
    builds: Arc<Mutex<VecDeque<PoolBuild>>>,
    /// Whether the queue was ever empty: what comes after that waits for the listener.
    was_empty: bool,
}

fn engine(archive: &MemoryArchive, now: Timestamp) -> Engine {
    let options = EngineOptions { version: "test".into(), seed: 1, starter: catalogue(5), warnings: vec![] };
    Engine::new(Box::new(archive.clone()), options, now)
}

impl Scene {
    pub(super) fn new() -> Self {
        let archive = MemoryArchive::default();
        let mut engine = engine(&archive, START);
        engine.save_settings(Settings { player: PlayerKind::Spotify, ..Settings::default() }, START);
        engine.take_player_requests();
        let player = ScriptedPlayer::default();
        Self {
            archive,
            engine,
            player,
            now: START,
            wanted: false,
            ended: Vec::new(),
            disk_full: false,
            under_way: None,
        }
    }

    /// A scene in which nothing arrives by itself, with a second catalogue beside the starter.
    pub(super) fn late() -> Self {
        let mut scene = Self::new();
        let beside = |n: usize| track(&format!("Beside {n}"), &format!("Other {n}"), 0.0, n as f64 / 9.0);
        let tracks = (0..9).map(|n| beside(n).build()).collect();
        scene.engine.add_catalogue("Beside", tracks, START).unwrap();
        let under_way = UnderWay::default();
        let builds = Arc::clone(&under_way.builds);
        scene.engine.build_in_background(Box::new(move |build| builds.lock().unwrap().push_back(build)));
        scene.under_way = Some(under_way);
        scene
    }

    pub(super) fn take(&mut self, step: &Step) {
        self.ended.clear();
        self.now = self.now + Span::seconds(20);
        // What is gone cannot be asked for: a step about a place that is empty does nothing.
        let track = step.place().map(|i| self.engine.queued().get(i).map(|t| t.id.clone()));
        if track != Some(None) {
            self.carry_out(step, track.flatten().as_ref());
        }
        self.settle();
    }

    fn carry_out(&mut self, step: &Step, track: Option<&TrackId>) {
        let (now, ids) = (self.now, track.cloned());
        let (ids, id) = (ids.as_slice(), track.cloned().unwrap_or_else(|| TrackId(String::new())));
        match step {
            Step::Play => self.wanted |= self.engine.play(now).is_ok(),
            Step::Pause => {
                self.wanted = false;
                self.engine.pause();
            }
            Step::Next => {
                self.wanted |= self.engine.playback.is_active();
                self.engine.next_track(now);
            }
            Step::Previous => self.engine.previous_track(now),
            Step::Choose(_) => {
                let chosen = self.engine.play_tracks(ids, now).is_ok();
                self.wanted |= chosen && self.engine.settings().player != PlayerKind::List;
            }
            Step::PutNext(_) => drop(self.engine.play_next(ids, now)),
            Step::Pin(_) => self.engine.pin(&id, true),
            Step::Move(_) => self.engine.move_in_queue(&id, 1, now),
            Step::Say(kind, _) => drop(self.engine.feedback(&id, *kind, now)),
            Step::Undo => drop(self.engine.undo_feedback(now)),
            Step::Mood(v, a) => self.engine.correct_mood(Affect::new(*v, *a), now),
            Step::UndoMood => self.engine.undo_correction(now),
            Step::Look(expression, seconds) => {
                let face = Sighting::Face(ExpressionScores::certain(*expression));
                (0..*seconds).for_each(|s| self.engine.see(&face, now + Span::seconds(s)));
                self.now = now + Span::seconds(*seconds);
            }
            Step::Policy(policy) => self.engine.set_policy(*policy, now),
            _ => self.carry_out_elsewhere(step),
        }
    }

    /// What happens outside of the listener's hands on the queue.
    fn carry_out_elsewhere(&mut self, step: &Step) {
        let now = self.now;
        match step {
            Step::End => {
                let events = self.player.end();
                self.hear(events);
            }
            Step::HandOver => self.player.hand_over(),
            Step::Unplayable => {
                let events = self.player.leave_out_next();
                self.hear(events);
            }
            Step::PauseThere | Step::ResumeThere if self.engine.playback.is_active() => {
                let playing = *step == Step::ResumeThere;
                let events = self.player.set_playing(playing);
                self.wanted = playing && self.player.sounding().is_some();
                self.hear(events);
            }
            Step::PlayerFails => {
                (self.player, self.wanted) = (ScriptedPlayer::default(), false);
                self.engine.player_failed(AppError::new(ErrorCode::PlayerGone, "It is gone."));
            }
            Step::DiskFull(full) => {
                self.disk_full = *full;
                self.archive.set_full(*full);
            }
            Step::Clock(minutes) | Step::Wait(minutes) => {
                self.now = now + Span::minutes(*minutes);
                self.engine.tick(self.now);
            }
            Step::Starter(on) => drop(self.engine.enable_catalogue("starter", *on, now)),
            Step::Player(kind) => {
                let settings = Settings { player: *kind, ..self.engine.settings().clone() };
                self.wanted &= settings.player == self.engine.settings().player;
                self.engine.save_settings(settings, now);
            }
            Step::Restart => {
                self.engine.leave(now);
                (self.player, self.wanted) = (ScriptedPlayer::default(), false);
                self.engine = engine(&self.archive, now);
            }
            Step::Erase => {
                drop(self.engine.erase(now));
                self.wanted = false;
            }
            _ => {}
        }
    }

    /// The first of what is under way that way arrives.
    pub(super) fn arrive(&mut self, way: Way) {
        let Some(under_way) = &mut self.under_way else { return };
        match way {
            Way::ToPlayer => {
                if let Some(command) = under_way.commands.pop_front() {
                    self.obey(command);
                }
            }
            Way::FromPlayer => {
                if let Some(event) = under_way.events.pop_front() {
                    self.engine.on_player(event, self.now);
                }
            }
            Way::Pool => {
                let build = under_way.builds.lock().unwrap().pop_front();
                if let Some(build) = build {
                    drop(self.engine.install(build.run(), self.now));
                }
            }
        }
        self.settle();
    }

    /// All that is under way arrives, and the player says once more where it is.
    pub(super) fn all_arrives(&mut self) {
        for _ in 0..3 {
            for _ in 0..ROUNDS {
                for way in [Way::Pool, Way::ToPlayer, Way::FromPlayer] {
                    self.arrive(way);
                }
            }
            self.now = self.now + Span::seconds(20);
            self.engine.tick(self.now);
            let state = self.player.state();
            self.hear(vec![state]);
        }
        let left = self.under_way.as_ref().map(|u| u.commands.len() + u.builds.lock().unwrap().len());
        assert_eq!(left, Some(0), "engine and player keep each other busy");
    }

    /// Whether the queue of a late scene was ever empty.
    pub(super) fn was_empty(&self) -> bool {
        self.under_way.as_ref().is_some_and(|u| u.was_empty)
    }

    /// What the player goes on to when this track ends.
    pub(super) fn will_follow(&self) -> Option<TrackId> {
        self.player.will_follow().cloned()
    }

    /// Carries requests to the player and what it says back, until neither has anything to say.
    fn settle(&mut self) {
        if let Some(under_way) = &mut self.under_way {
            under_way.was_empty |= self.engine.queue.current().is_none();
        }
        for _ in 0..ROUNDS {
            let requests = self.engine.take_player_requests();
            if requests.is_empty() {
                break;
            }
            for request in requests {
                match (request, &mut self.under_way) {
                    (PlayerRequest::Close, _) => self.player = ScriptedPlayer::default(),
                    (PlayerRequest::Command(command), Some(under_way)) => {
                        under_way.commands.push_back(command);
                    }
                    (PlayerRequest::Command(command), None) => self.obey(command),
                }
            }
        }
        if self.player.sounding().is_none() && !self.engine.playback.sounds() {
            // Whatever was wanted has come to its end.
            self.wanted = false;
        }
    }

    fn obey(&mut self, command: PlayerCommand) {
        let events = self.player.obey(command);
        self.hear(events);
    }

    fn hear(&mut self, events: Vec<PlayerEvent>) {
        for event in events {
            if let PlayerEvent::Ended { track, .. } = &event {
                self.ended.push(track.clone());
            }
            match &mut self.under_way {
                Some(under_way) => under_way.events.push_back(event),
                None => self.engine.on_player(event, self.now),
            }
        }
    }

    pub(super) fn snapshot(&mut self) -> Snapshot {
        let queue = self.engine.queue_view();
        let taste = self.engine.taste();
        Snapshot {
            current: queue.current.map(|t| t.id),
            pinned: queue.next.iter().filter(|t| t.pinned).map(|t| t.id.clone()).collect(),
            next: queue.next.into_iter().map(|t| t.id).collect(),
            sounding: self.player.sounding().cloned(),
            active: self.engine.playback.is_active(),
            wanted: self.wanted,
            feedback: self.engine.feedback.lasting().cloned().collect(),
            on_disk: self.archive.feedback().unwrap(),
            blocked: taste.blocked_tracks.into_iter().map(|t| t.id).collect(),
            hearts: taste.hearts.into_iter().map(|t| t.id).collect(),
            undo_depth: queue.undo_depth,
            settings: self.engine.settings().clone(),
            warned: !self.engine.banners.is_empty(),
            reached: self.engine.tracker.reached(),
            ended: self.ended.clone(),
            disk_full: self.disk_full,
        }
    }
}
