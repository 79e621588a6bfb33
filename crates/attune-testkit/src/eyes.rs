//! Frames and sightings by script.

use attune_core::ports::{Eyes, FrameSource, OpenDevice, PulseMeter, SourceEvent};
use attune_core::{AppError, FaceBox, Frame, MeasuredPulse, SenseGap, Sighting, Timestamp};
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A small grey frame.
///
/// # Panics
/// Never: the size is right.
#[must_use]
pub fn frame(at: Timestamp) -> Frame {
    #[expect(clippy::expect_used, reason = "4 x 4 x 3 bytes are a frame")]
    Frame::new(4, 4, vec![128; 48], at).expect("48 bytes")
}

/// A source that plays a script, then either ends or goes on with grey frames until it is dropped.
pub struct ScriptedSource {
    script: VecDeque<SourceEvent>,
    endless: bool,
    open: Arc<AtomicBool>,
}

impl ScriptedSource {
    /// A source that ends after its script. The flag is true for as long as the source lives, as a camera's
    /// light would be.
    #[must_use]
    pub fn new(script: impl IntoIterator<Item = SourceEvent>, open: Arc<AtomicBool>) -> Self {
        Self::play(script.into_iter().collect(), false, open)
    }

    /// A source that gives grey frames for ever, like a camera.
    #[must_use]
    pub fn endless(open: Arc<AtomicBool>) -> Self {
        Self::play(VecDeque::new(), true, open)
    }

    fn play(script: VecDeque<SourceEvent>, endless: bool, open: Arc<AtomicBool>) -> Self {
        open.store(true, Ordering::SeqCst);
        Self { script, endless, open }
    }
}

impl Drop for ScriptedSource {
    fn drop(&mut self) {
        self.open.store(false, Ordering::SeqCst);
    }
}

impl OpenDevice for ScriptedSource {
    fn name(&self) -> String {
        "scripted".into()
    }
}

impl FrameSource for ScriptedSource {
    fn next_event(&mut self, now: &dyn Fn() -> Timestamp) -> SourceEvent {
        if let Some(event) = self.script.pop_front() {
            return event;
        }
        if !self.endless {
            return SourceEvent::Ended(None);
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
        SourceEvent::Frame(frame(now()))
    }
}

/// Eyes that see what they are told, the last thing again and again.
pub struct ScriptedEyes {
    script: VecDeque<Result<Sighting, AppError>>,
}

impl ScriptedEyes {
    /// Eyes with a script of at least one look.
    #[must_use]
    pub fn new(script: impl IntoIterator<Item = Result<Sighting, AppError>>) -> Self {
        Self { script: script.into_iter().collect() }
    }
}

impl Eyes for ScriptedEyes {
    fn look(&mut self, _: &Frame) -> Result<Sighting, AppError> {
        match self.script.len() {
            0 => Ok(Sighting::NoFace),
            1 => self.script[0].clone(),
            _ => self.script.pop_front().unwrap_or(Ok(Sighting::NoFace)),
        }
    }
}

/// A meter that needs so many frames, and then always says the same.
pub struct ScriptedMeter {
    missing: u32,
    says: Result<MeasuredPulse, SenseGap>,
}

impl ScriptedMeter {
    /// One that is still measuring in its first `missing` frames.
    #[must_use]
    pub fn new(missing: u32, says: Result<MeasuredPulse, SenseGap>) -> Self {
        Self { missing, says }
    }
}

impl PulseMeter for ScriptedMeter {
    fn look(&mut self, _: &Frame, _: Option<&FaceBox>) -> Result<MeasuredPulse, SenseGap> {
        let Some(missing) = self.missing.checked_sub(1) else { return self.says };
        self.missing = missing;
        Err(SenseGap::Measuring)
    }

    fn finish(&mut self) -> Result<MeasuredPulse, SenseGap> {
        if self.missing == 0 { self.says } else { Err(SenseGap::Measuring) }
    }
}
