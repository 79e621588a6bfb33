//! The threads of one device over time: the one that runs, and those that were left behind because their device did not
//! answer.

use super::presence::Away;
use crate::device::Watch;
use std::time::Duration;

/// The chosen device; none is the first.
struct Choice(Option<String>);

/// The threads of one device.
pub(super) struct DeviceHost<W> {
    watch: Option<W>,
    /// The device that the watch was started for; none once it was asked to stop.
    watched: Option<Choice>,
    /// Watches whose source did not come back; kept for knowing when it does.
    left_behind: Vec<W>,
    /// Numbers the watches, so that late messages of an old one are not taken for the new one's.
    generation: u64,
    pub(super) away: Away,
}

impl<W> Default for DeviceHost<W> {
    fn default() -> Self {
        Self { watch: None, watched: None, left_behind: Vec::new(), generation: 0, away: Away::default() }
    }
}

impl<W: Watch> DeviceHost<W> {
    /// Starts a watch on that device by `start`, which gets the watch's number and the one that is still closing.
    pub(super) fn start(&mut self, id: Option<String>, start: impl FnOnce(u64, Option<W>) -> W) {
        self.generation += 1;
        let old = self.watch.take();
        self.watch = Some(start(self.generation, old));
        self.watched = Some(Choice(id));
    }

    /// Whether messages of that number are those of the watch that runs.
    pub(super) fn is_current(&self, generation: u64) -> bool {
        generation == self.generation
    }

    /// The watch, which may have ended.
    pub(super) fn watch(&self) -> Option<&W> {
        self.watch.as_ref()
    }

    /// Whether it was started for another device than this one.
    pub(super) fn was_started_for_another(&self, id: Option<&str>) -> bool {
        self.watched.as_ref().is_some_and(|choice| choice.0.as_deref() != id)
    }

    /// Asks the watch to stop, if it is `active`: it will say when the device is closed. Otherwise gives whether the device
    /// is closed: one that does not answer is still open, whatever is wished.
    pub(super) fn stop(&mut self, active: bool) -> bool {
        self.watched = None;
        self.left_behind.retain(|watch| !watch.ended());
        match &self.watch {
            Some(watch) if active => {
                watch.stop();
                false
            }
            _ => self.left_behind.is_empty(),
        }
    }

    /// The watch has closed its device.
    pub(super) fn closed(&mut self) {
        self.watched = None;
    }

    /// Stops the watch and takes nothing that it says any more: that it failed is its last word.
    pub(super) fn give_up(&mut self) {
        if let Some(watch) = &self.watch {
            watch.stop();
        }
        self.generation += 1;
    }

    /// Leaves the watch behind if a call into its device has lasted for `limit`; whether it did. When it comes back, it
    /// closes.
    pub(super) fn leave_stuck(&mut self, limit: Duration) -> bool {
        let stuck = self.watch.as_ref().and_then(Watch::stuck_for).is_some_and(|held| held >= limit);
        if stuck {
            self.give_up();
            self.left_behind.extend(self.watch.take());
        }
        stuck
    }

    /// Whether no thread holds the device any more.
    pub(super) fn has_released(&self) -> bool {
        self.watch.iter().chain(&self.left_behind).all(Watch::ended)
    }

    /// Ends the watch and waits for its end, for at most `limit`.
    pub(super) fn end(&mut self, limit: Duration) {
        if let Some(watch) = self.watch.take() {
            watch.join(limit);
        }
    }
}
