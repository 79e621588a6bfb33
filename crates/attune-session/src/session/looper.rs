//! What the session's thread does: messages, time, and the devices' threads.

use super::device_host::DeviceHost;
use super::player_host::PlayerHost;
use super::pool_maker::Work;
use super::presence::{DeviceNow, Presence};
use super::unexpected;
use super::{Composition, Listener, Message};
use crate::device::{DeviceWatch, Timing};
use crate::engine::{Background, Engine};
use crate::eyes::{CameraWatch, OpenCamera, OpenEyes};
use crate::senses::SensePorts;
use crate::view::CameraUse;
use attune_core::Sense;
use attune_core::time::Clock;
use crossbeam_channel::{Receiver, RecvTimeoutError, Sender};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// How often time passes.
const TICK: Duration = Duration::from_secs(1);

/// What the session's thread owns.
pub(super) struct Loop {
    pub(super) engine: Engine,
    pub(super) clock: Clock,
    pub(super) open_camera: OpenCamera,
    pub(super) open_eyes: OpenEyes,
    pub(super) ports: SensePorts,
    listener: Listener,
    pub(super) messages: Sender<Message>,
    pub(super) camera: DeviceHost<CameraWatch>,
    /// In the order of [`Sense::ALL`].
    pub(super) senses: [DeviceHost<DeviceWatch>; Sense::ALL.len()],
    /// Numbers the measurements of the pulse by camera, so that late news of an old one are not taken for the new one's.
    pub(super) measurement: u64,
    pub(super) timing: Timing,
    player_host: PlayerHost,
    pools: Sender<Work>,
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
        let builds = pools.clone();
        let background: Background = Box::new(move |build| drop(builds.send(Work::Build(Box::new(build)))));
        let engine = Engine::with_background(c.archive, c.options, Some(background), now);
        Self {
            engine,
            clock: c.clock,
            open_camera: c.open_camera,
            open_eyes: c.open_eyes,
            ports: c.senses,
            listener: c.listener,
            messages,
            camera: DeviceHost::default(),
            senses: Default::default(),
            measurement: 0,
            timing,
            player_host,
            pools,
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
        self.camera.end(self.timing.ending);
        self.senses.iter_mut().for_each(|host| host.end(self.timing.ending));
    }

    /// Takes a message in, lets time pass if that is due, and carries out what follows.
    fn step(&mut self, message: Option<Message>, due: bool) {
        match message {
            Some(Message::Call(body)) => body(self),
            Some(Message::Eyes(generation, event)) if self.camera.is_current(generation) => {
                self.on_eyes(event);
            }
            Some(Message::Sense(sense, generation, report)) if self.is_current(sense, generation) => {
                self.on_sense(sense, report);
            }
            Some(Message::Player(generation, event, at)) if self.player_host.is_current(generation) => {
                self.engine.on_player(event, at);
            }
            Some(Message::Built(built)) => {
                let now = (self.clock)();
                let old = self.engine.install(*built, now);
                // The thread lives as long as the session.
                drop(self.pools.send(Work::Drop(Box::new(old))));
            }
            // Nobody wants anything.
            None if self.engine.has_leftovers() => self.engine.sweep(),
            Some(Message::Eyes(..) | Message::Sense(..) | Message::Player(..) | Message::Stop) | None => {}
        }
        if due {
            let now = (self.clock)();
            self.engine.tick(now);
        }
        self.follow_camera_settings();
        self.follow_sense_settings();
        self.leave_stuck_camera();
        self.leave_stuck_senses();
        self.player_host.carry_out(&mut self.engine);
    }

    /// After a panic: shows that something went wrong, and sends the whole picture.
    pub(super) fn recover(&mut self) {
        tracing::error!("a panic in the session; it goes on");
        let now = (self.clock)();
        self.engine.warn(unexpected());
        self.engine.resend(now);
    }

    /// While a device is on, somebody must notice if it does not answer; what is left to delete is deleted in between.
    fn patience(&self) -> Duration {
        if self.engine.has_leftovers() {
            return Duration::ZERO;
        }
        let watching = self.camera.watch().is_some() || self.senses.iter().any(|s| s.watch().is_some());
        if watching { TICK.min(self.timing.stuck / 20) } else { TICK }
    }

    /// Closes the devices when the listener goes away, and opens those again that were on when they are back.
    pub(super) fn set_presence(&mut self, presence: Presence) {
        // A camera that is on for the pulse alone closes with the measurement, and does not open again by itself.
        let looks = self.is_watching() && self.engine.camera_use() == CameraUse::Looking;
        let change = self.camera.away.take_in(presence, self.when_away(presence, looks));
        self.change_camera(change);
        for sense in Sense::ALL {
            let now = self.when_away(presence, self.is_sensing(sense));
            let change = self.sense(sense).away.take_in(presence, now);
            self.change_sense(sense, change);
        }
    }

    fn when_away(&self, presence: Presence, is_on: bool) -> DeviceNow {
        if is_on && (presence.closes_always() || self.engine.settings().close_camera_when_away) {
            DeviceNow::MayClose
        } else {
            DeviceNow::Stays
        }
    }

    /// Whether no thread of ours holds a camera, a microphone or a strap any more.
    pub(super) fn has_released_devices(&self) -> bool {
        self.camera.has_released() && self.senses.iter().all(DeviceHost::has_released)
    }

    /// Closes everything that senses.
    pub(super) fn stop_sensing(&mut self) {
        self.pause_camera();
        for sense in Sense::ALL {
            self.stop_sense(sense);
        }
    }
}
