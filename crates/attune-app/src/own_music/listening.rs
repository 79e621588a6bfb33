//! Steering the thread that listens: it rests, makes way for a scan, wakes, ends.

use crate::lock::held;
use attune_library::Control;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, MutexGuard};

/// The ways to steer the listening.
pub(super) struct Listening {
    control: Mutex<Control>,
    /// Held while files are listened to.
    pub(super) running: Mutex<()>,
    waker: Mutex<Option<SyncSender<()>>>,
    /// The listener lets it rest.
    resting: AtomicBool,
    /// A scan goes first.
    makes_way: AtomicBool,
    stopping: AtomicBool,
}

impl Default for Listening {
    fn default() -> Self {
        Self {
            control: Mutex::new(Control::new()),
            running: Mutex::new(()),
            waker: Mutex::new(None),
            resting: AtomicBool::new(false),
            makes_way: AtomicBool::new(false),
            stopping: AtomicBool::new(false),
        }
    }
}

impl Listening {
    /// What the thread waits for.
    pub(super) fn wakes(&self) -> Receiver<()> {
        let (waker, alarm) = sync_channel(1);
        *held(&self.waker) = Some(waker);
        alarm
    }

    /// Something may wait to be listened to.
    pub(super) fn wake(&self) {
        if let Some(waker) = &*held(&self.waker) {
            // Woken already is woken.
            let _ = waker.try_send(());
        }
    }

    pub(super) fn rest(&self, rest: bool) {
        self.resting.store(rest, Ordering::SeqCst);
        self.steer();
    }

    pub(super) fn make_way(&self, way: bool) {
        self.makes_way.store(way, Ordering::SeqCst);
        self.steer();
    }

    fn steer(&self) {
        let control = held(&self.control);
        let rests = self.resting.load(Ordering::SeqCst) || self.makes_way.load(Ordering::SeqCst);
        if rests { control.pause() } else { control.resume() }
    }

    /// A handle for a run that begins.
    pub(super) fn begin(&self) -> Control {
        let control = Control::new();
        held(&self.control).clone_from(&control);
        self.steer();
        if self.stopping.load(Ordering::SeqCst) {
            control.cancel();
        }
        control
    }

    /// Ends the run under way; none begins while the answer is held.
    pub(super) fn end_run(&self) -> MutexGuard<'_, ()> {
        held(&self.control).cancel();
        held(&self.running)
    }

    /// Ends the thread.
    pub(super) fn stop(&self) {
        self.stopping.store(true, Ordering::SeqCst);
        held(&self.control).cancel();
        held(&self.waker).take();
    }
}
