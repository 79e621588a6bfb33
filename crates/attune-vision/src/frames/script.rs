//! Frames written down beforehand, for tests and demonstrations.

use attune_core::ports::{FrameSource, OpenDevice, SourceEvent};
use attune_core::{Frame, Timestamp};
use std::collections::VecDeque;

/// Plays events in order, then ends. The frames keep the times that they carry.
#[derive(Debug)]
pub struct Script {
    name: String,
    events: VecDeque<SourceEvent>,
}

impl Script {
    /// A source that gives these frames.
    #[must_use]
    pub fn new(name: &str, frames: Vec<Frame>) -> Self {
        Self::from_events(name, frames.into_iter().map(SourceEvent::Frame).collect())
    }

    /// A source that gives these events: faults can be written in.
    #[must_use]
    pub fn from_events(name: &str, events: Vec<SourceEvent>) -> Self {
        Self { name: name.to_owned(), events: events.into() }
    }
}

impl OpenDevice for Script {
    fn name(&self) -> String {
        self.name.clone()
    }
}

impl FrameSource for Script {
    fn next_event(&mut self, _now: &dyn Fn() -> Timestamp) -> SourceEvent {
        self.events.pop_front().unwrap_or(SourceEvent::Ended(None))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::{AppError, ErrorCode};

    #[test]
    fn events_come_in_order_and_then_the_end() {
        let frame = Frame::new(1, 1, vec![1, 2, 3], Timestamp(5)).unwrap();
        let skipped = SourceEvent::Skipped(AppError::new(ErrorCode::PictureUnreadable, "broken"));
        let mut script = Script::from_events("demo", vec![SourceEvent::Frame(frame), skipped]);
        let now = || Timestamp(99);
        assert!(matches!(script.next_event(&now), SourceEvent::Frame(f) if f.at() == Timestamp(5)));
        assert!(matches!(script.next_event(&now), SourceEvent::Skipped(_)));
        assert!(matches!(script.next_event(&now), SourceEvent::Ended(None)));
        assert!(matches!(script.next_event(&now), SourceEvent::Ended(None)));
    }
}
