//! What the session's thread does: messages, time, and the camera's watch.

use super::player_host::PlayerHost;
use super::pool_maker::Work;
use super::presence::{Away, CameraChange, CameraNow, Presence};
use super::unexpected;
use super::{Composition, Listener, Message};
use crate::device::{DeviceEvent, Timing};
use crate::engine::Engine;
use crate::eyes::{CameraWatch, EyesEvent, OpenCamera, OpenEyes, Plan};
use crate::view::CameraState;
use attune_core::time::Clock;
use attune_core::{AppError, ErrorCode};
use crossbeam_channel::{Receiver, RecvTimeoutError, Sender};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How often time passes.
const TICK: Duration = Duration::from_secs(1);
/// The code of a camera that does not answer.
const STUCK: ErrorCode = ErrorCode::CameraStuck;

/// The camera of the settings; none is the first.
struct Choice(Option<String>);

/// What the session's thread owns.
pub(super) struct Loop {
    pub(super) engine: Engine,
    pub(super) clock: Clock,
    open_camera: OpenCamera,
    open_eyes: OpenEyes,
    listener: Listener,
    messages: Sender<Message>,
    watch: Option<CameraWatch>,
    /// The camera that the watch was started for; none once it was asked to stop.
    watched: Option<Choice>,
    /// Watches whose source did not come back; kept for knowing when it does.
    left_behind: Vec<CameraWatch>,
    /// Numbers the watches, so that late messages of an old one are not taken for the new one's.
    generation: u64,
    timing: Timing,
    player_host: PlayerHost,
    pools: Sender<Work>,
    pub(super) away: Away,
}

impl Loop {
    pub(super) fn new(
        c: Composition,
        messages: Sender<Message>,
        pools: Sender<Work>,
        timing: Timing,
    ) -> Self {
        let now = (c.clock)();
        let player_host = PlayerHost::new(c.open_player, messages.clone());
        let mut engine = Engine::new(c.archive, c.options, now);
        let builds = pools.clone();
        engine.build_in_background(Box::new(move |build| drop(builds.send(Work::Build(Box::new(build))))));
        Self {
            engine,
            clock: c.clock,
            open_camera: c.open_camera,
            open_eyes: c.open_eyes,
            listener: c.listener,
            messages,
            watch: None,
            watched: None,
            left_behind: Vec::new(),
            generation: 0,
            timing,
            player_host,
            pools,
            away: Away::default(),
        }
    }

    pub(super) fn run(mut self, inbox: &Receiver<Message>) {
        if self.engine.settings().camera_at_start && self.engine.settings().first_start_done {
            self.start_camera();
        }
        let mut ticked = Instant::now();
        loop {
            let message = match inbox.recv_timeout(self.patience()) {
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => break,
                Ok(message) => Some(message),
                Err(RecvTimeoutError::Timeout) => None,
            };
            let due = ticked.elapsed() >= TICK;
            if due {
                ticked = Instant::now();
            }
            // One panic must not end the session: what it was about is lost, and the rest goes on.
            if catch_unwind(AssertUnwindSafe(|| self.step(message, due))).is_err() {
                self.recover();
            }
            self.engine.drain().iter().for_each(|event| (self.listener)(event));
        }
        let now = (self.clock)();
        self.engine.leave(now);
        if let Some(watch) = self.watch.take() {
            watch.join(self.timing.ending);
        }
    }

    /// Takes a message in, lets time pass if that is due, and carries out what follows.
    fn step(&mut self, message: Option<Message>, due: bool) {
        match message {
            Some(Message::Call(body)) => body(self),
            Some(Message::Eyes(generation, event)) if generation == self.generation => self.on_eyes(event),
            Some(Message::Player(generation, event, at)) if self.player_host.is_current(generation) => {
                self.engine.on_player(event, at);
            }
            Some(Message::Built(built)) => {
                let now = (self.clock)();
                let old = self.engine.install(*built, now);
                // The thread lives as long as the session.
                drop(self.pools.send(Work::Drop(Box::new(old))));
            }
            Some(Message::Eyes(..) | Message::Player(..) | Message::Stop) | None => {}
        }
        if due {
            let now = (self.clock)();
            self.engine.tick(now);
        }
        self.follow_settings();
        self.leave_stuck_camera();
        self.player_host.carry_out(&mut self.engine);
    }

    /// After a panic: shows that something went wrong, and sends the whole picture.
    pub(super) fn recover(&mut self) {
        tracing::error!("a panic in the session; it goes on");
        let now = (self.clock)();
        self.engine.warn(unexpected());
        self.engine.resend(now);
    }

    /// While a camera is on, somebody must notice if it does not answer.
    fn patience(&self) -> Duration {
        if self.watch.is_some() { TICK.min(self.timing.stuck / 20) } else { TICK }
    }

    pub(super) fn start_camera(&mut self) {
        self.away.decided_by_hand();
        if !self.is_active() {
            self.start_watch();
        }
    }

    /// Closes the camera when the listener goes away, and opens it again when they are back if it was on.
    pub(super) fn set_presence(&mut self, presence: Presence) {
        let may_close = self.engine.settings().close_camera_when_away && self.is_active();
        let camera = if may_close { CameraNow::MayClose } else { CameraNow::Stays };
        match self.away.take_in(presence, camera) {
            Some(CameraChange::Close) => self.stop_watch(),
            Some(CameraChange::Reopen) => {
                self.start_watch();
                self.engine.camera_reopening();
            }
            None => {}
        }
    }

    pub(super) fn looks_per_second(&self) -> Option<u32> {
        self.watch.as_ref().filter(|_| self.is_active()).map(CameraWatch::looks_per_second)
    }

    pub(super) fn is_active(&self) -> bool {
        use CameraState::{Starting, Waiting, Watching};
        matches!(self.engine.camera_state(), Starting | Watching | Waiting)
    }

    pub(super) fn start_watch(&mut self) {
        self.generation += 1;
        self.engine.camera_starting();
        let (generation, messages) = (self.generation, self.messages.clone());
        let camera = self.engine.settings().camera.clone();
        let plan = Plan {
            open: Arc::clone(&self.open_camera),
            camera: camera.clone(),
            eyes: Arc::clone(&self.open_eyes),
            clock: Arc::clone(&self.clock),
            tell: Arc::new(move |event| drop(messages.send(Message::Eyes(generation, event)))),
            timing: self.timing,
            rate: self.engine.settings().look_rate,
        };
        let old = self.watch.take();
        self.watch = Some(CameraWatch::start(plan, old));
        self.watched = Some(Choice(camera));
    }

    /// The state becomes off when the capture thread says that the device is closed.
    pub(super) fn pause_camera(&mut self) {
        self.away.decided_by_hand();
        self.stop_watch();
    }

    /// Whether no thread of ours holds a camera any more.
    pub(super) fn has_released_camera(&self) -> bool {
        self.watch.iter().chain(&self.left_behind).all(CameraWatch::ended)
    }

    pub(super) fn stop_watch(&mut self) {
        self.watched = None;
        self.left_behind.retain(|watch| !watch.ended());
        match &self.watch {
            Some(watch) if self.is_active() => watch.stop(),
            // One that does not answer is still open, whatever is wished.
            _ if self.left_behind.is_empty() => self.engine.camera_closed(),
            _ => {}
        }
    }

    /// What is set while a camera is on counts at once.
    fn follow_settings(&mut self) {
        let Some(watch) = &self.watch else { return };
        let settings = self.engine.settings();
        watch.set_rate(settings.look_rate);
        let another = self.watched.as_ref().is_some_and(|choice| choice.0 != settings.camera);
        if another && self.is_active() {
            self.start_watch();
        }
    }

    /// A source that does not come back keeps its thread; the session goes on without both.
    fn leave_stuck_camera(&mut self) {
        if self.watch.as_ref().and_then(CameraWatch::stuck_for).is_none_or(|held| held < self.timing.stuck) {
            return;
        }
        self.generation += 1;
        if let Some(watch) = self.watch.take() {
            // When it comes back, it closes.
            watch.stop();
            self.left_behind.push(watch);
        }
        self.fail(stuck());
    }

    fn on_eyes(&mut self, event: EyesEvent) {
        match event {
            EyesEvent::Camera(event) => self.on_camera(event),
            EyesEvent::Looked(sighting, at) => {
                self.engine.count_look(at);
                self.engine.see(&sighting, at);
            }
            EyesEvent::Blind(error) => {
                if let Some(watch) = &self.watch {
                    watch.stop();
                }
                // The camera may open only now and close again: that this run failed is its last word.
                self.generation += 1;
                self.fail(error);
            }
        }
    }

    fn on_camera(&mut self, event: DeviceEvent) {
        match event {
            DeviceEvent::Open(name) => {
                self.engine.dismiss_banner(STUCK);
                self.engine.camera_open(name);
            }
            DeviceEvent::Waiting(name, error) => {
                self.warn_if_stuck(&error);
                self.engine.camera_waiting(name, error);
            }
            DeviceEvent::Closed(None) => {
                self.watched = None;
                if self.away.will_reopen() {
                    self.engine.camera_away();
                } else {
                    self.engine.camera_closed();
                }
            }
            DeviceEvent::Closed(Some(error)) => self.fail(error),
        }
    }

    fn fail(&mut self, error: AppError) {
        self.watched = None;
        self.warn_if_stuck(&error);
        self.engine.camera_failed(error);
    }

    /// A camera that does not answer may still be on: that is said more loudly than in the camera's place.
    fn warn_if_stuck(&mut self, error: &AppError) {
        if error.code == STUCK {
            self.engine.warn(error.clone());
        }
    }
}

fn stuck() -> AppError {
    let message = "The camera does not answer, and may still be on. Unplug it and plug it in again, or choose another \
                   one. The music goes on; you can set your mood by hand on the mood pad meanwhile.";
    AppError::new(STUCK, message)
}
