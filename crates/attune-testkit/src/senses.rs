//! Microphones and straps on a bus, to be pulled out, put back and hung up by a test, which says what they report.

use crate::ScriptedCameras;
use attune_core::ports::{FrameSource, OpenDevice, SenseEvent, SenseSource, SourceEvent};
use attune_core::{AppError, ErrorCode, SenseGap, SenseMode, SenseReading, Timestamp};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// What a test lets a sense report.
#[derive(Debug, Clone, Copy)]
pub enum Reported {
    /// A reading, stamped with the time at which it is taken.
    Reading(SenseReading),
    /// Nothing, and why.
    Gap(SenseGap),
    /// Its battery's charge in percent.
    Battery(u8),
}

/// A bus with devices of one sense; clones are the same bus.
#[derive(Clone)]
pub struct ScriptedSenses {
    devices: ScriptedCameras,
    lost: ErrorCode,
    reports: Arc<Mutex<VecDeque<Reported>>>,
}

impl ScriptedSenses {
    /// Devices with these ids, plugged in; one that is pulled out is `lost`.
    #[must_use]
    pub fn new(ids: &[&str], lost: ErrorCode) -> Self {
        Self { devices: ScriptedCameras::new(ids), lost, reports: Arc::default() }
    }

    /// The bus, for pulling out, putting back, hanging up and counting.
    #[must_use]
    pub fn devices(&self) -> &ScriptedCameras {
        &self.devices
    }

    /// Lets the open device report this next.
    pub fn report(&self, what: Reported) {
        self.reports.lock().unwrap_or_else(PoisonError::into_inner).push_back(what);
    }

    /// Opens that device, or the first. Asked once, it ends after what it reports first.
    pub fn open(&self, id: Option<&str>, mode: SenseMode) -> Result<Box<dyn SenseSource>, AppError> {
        // Not being there is said in the sense's own words.
        let none =
            if self.lost == ErrorCode::StrapLost { ErrorCode::StrapNone } else { ErrorCode::MicrophoneNone };
        let device = self.devices.open(id).map_err(|error| AppError::new(none, error.message))?;
        Ok(Box::new(Open { device, bus: self.clone(), mode, done: false }))
    }
}

struct Open {
    device: Box<dyn FrameSource>,
    bus: ScriptedSenses,
    mode: SenseMode,
    done: bool,
}

impl OpenDevice for Open {
    fn name(&self) -> String {
        self.device.name()
    }

    fn id(&self) -> Option<String> {
        self.device.id()
    }
}

impl SenseSource for Open {
    fn next_event(&mut self, now: &dyn Fn() -> Timestamp) -> SenseEvent {
        if self.done {
            return SenseEvent::Ended(None);
        }
        if let SourceEvent::Ended(_) = self.device.next_event(now) {
            return SenseEvent::Ended(Some(AppError::new(self.bus.lost, "It was pulled out.")));
        }
        let report = self.bus.reports.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        self.done = report.is_some() && self.mode == SenseMode::Once;
        match report {
            Some(Reported::Reading(reading)) => SenseEvent::Reading(reading, now()),
            Some(Reported::Gap(gap)) => SenseEvent::Gap(gap),
            Some(Reported::Battery(percent)) => SenseEvent::Battery(percent),
            None => SenseEvent::Quiet,
        }
    }
}
