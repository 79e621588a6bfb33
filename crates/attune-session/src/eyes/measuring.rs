//! The pulse that is measured while the camera is on, on the thread that looks.

use attune_core::ports::PulseMeter;
use attune_core::{FaceBox, Frame, MeasuredPulse, SenseGap, Span, Timestamp};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Begins a measurement of the pulse from pictures.
pub type OpenMeter = Arc<dyn Fn() -> Box<dyn PulseMeter> + Send + Sync>;

/// For how long one measures.
const LENGTH: Span = Span::seconds(30);
/// How often is said how it goes.
const REPORT_EVERY: Span = Span::seconds(1);

/// How a measurement goes.
#[derive(Debug, Clone, Copy)]
pub struct PulseUpdate {
    /// Of which measurement.
    pub number: u64,
    /// The rate, or what is missing.
    pub said: Result<MeasuredPulse, SenseGap>,
    /// How much of its time has passed, in [0, 1]; at 1 it is over.
    pub progress: f64,
    /// When.
    pub at: Timestamp,
}

/// The measurement that goes on, if one does.
#[derive(Default)]
pub(super) struct Measuring {
    run: Mutex<Option<Run>>,
    /// Whether there is one, for the thread that captures, which must not wait.
    goes_on: AtomicBool,
}

struct Run {
    number: u64,
    meter: Box<dyn PulseMeter>,
    began: Option<Timestamp>,
    reported: Timestamp,
}

impl Measuring {
    /// A poisoned lock means that a meter panicked: its measurement is dropped with the next one.
    fn lock(&self) -> MutexGuard<'_, Option<Run>> {
        self.run.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn begin(&self, number: u64, meter: Box<dyn PulseMeter>) {
        *self.lock() = Some(Run { number, meter, began: None, reported: Timestamp(0) });
        self.goes_on.store(true, Ordering::Relaxed);
    }

    pub(super) fn end(&self) {
        *self.lock() = None;
        self.goes_on.store(false, Ordering::Relaxed);
    }

    pub(super) fn goes_on(&self) -> bool {
        self.goes_on.load(Ordering::Relaxed)
    }

    /// Takes in a frame, and gives news about once a second.
    pub(super) fn look(&self, frame: &Frame, face: Option<&FaceBox>) -> Option<PulseUpdate> {
        let update = self.lock().as_mut().and_then(|run| run.look(frame, face))?;
        if update.progress >= 1.0 {
            self.end();
        }
        Some(update)
    }
}

impl Run {
    fn look(&mut self, frame: &Frame, face: Option<&FaceBox>) -> Option<PulseUpdate> {
        let at = frame.at();
        let mut said = self.meter.look(frame, face);
        // Where the clock was set back the meter begins anew as well.
        let began = *self.began.get_or_insert(at);
        let began = if at < began { *self.began.insert(at) } else { began };
        let progress = ((at - began).as_seconds() / LENGTH.as_seconds()).min(1.0);
        if progress >= 1.0 {
            said = self.meter.finish();
        } else if at >= self.reported && at - self.reported < REPORT_EVERY {
            return None;
        }
        self.reported = at;
        Some(PulseUpdate { number: self.number, said, progress, at })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use attune_core::HeartRate;
    use attune_testkit::{ScriptedMeter, frame};

    fn measuring() -> Measuring {
        let measuring = Measuring::default();
        let rate = HeartRate::new(72.0).unwrap();
        let measured = MeasuredPulse { rate, confidence: 0.5 };
        measuring.begin(7, Box::new(ScriptedMeter::new(40, Ok(measured))));
        measuring
    }

    #[test]
    fn it_tells_once_a_second_and_ends_after_half_a_minute() {
        let measuring = measuring();
        let looks = (0..400).map(|i| Timestamp(5_000 + i * 100));
        let update: Vec<_> = looks.filter_map(|at| measuring.look(&frame(at), None)).collect();
        assert_eq!(update.len(), 31, "{update:?}");
        assert!(update[..4].iter().all(|n| n.said == Err(SenseGap::Measuring)), "{update:?}");
        assert!(update[4..].iter().all(|n| n.said.is_ok()), "{update:?}");
        assert_eq!(update.last().map(|n| (n.number, n.progress)), Some((7, 1.0)));
        assert!(!measuring.goes_on());
    }

    #[test]
    fn a_clock_that_is_set_back_makes_it_no_shorter() {
        let measuring = measuring();
        let far = |at| measuring.look(&frame(Timestamp(at)), None).map(|n| n.progress);
        assert_eq!(far(900_000), Some(0.0));
        assert_eq!(far(20_000), Some(0.0));
        assert_eq!(far(35_000), Some(0.5));
        measuring.end();
        assert_eq!(far(36_000), None);
    }
}
