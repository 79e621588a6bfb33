//! Cameras through nokhwa, kept at arm's length.
//!
//! nokhwa waits for a picture without a time limit and panics in places, so the device lives on a thread of its
//! own: a wedged camera stalls that thread and nobody else, and a panic there is a lost camera. The newest picture
//! lies in a slot of one place; nothing queues up.

mod choice;
mod device;
mod fault;
mod grey;
mod identity;
mod lease;
mod list;
#[cfg(target_os = "linux")]
mod ready;
#[cfg(test)]
mod tests;

pub use identity::CameraDescription;
pub use list::list;

use super::pixels::{PixelFormat, to_rgb};
use super::slot::{Slot, Taken};
use super::streak::Streak;
use attune_core::ports::{FrameSource, OpenDevice, SourceEvent};
use attune_core::{AppError, Frame, Timestamp};
use std::fmt;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

/// How long one call waits for a picture. With [`CLOSING`] it makes up the second within which a camera is closed.
const PATIENCE: Duration = Duration::from_millis(500);

/// How long a device may take to its first picture; the first that gives one is taken, so this is for all together.
const OPENING: Duration = Duration::from_secs(4);

/// How long closing waits for the device's thread.
const CLOSING: Duration = Duration::from_millis(500);

/// How many waits in vain in a row mean that the camera does not answer: three seconds.
const SILENCES: u32 = 6;

/// How many unusable pictures in a row mean that there will be no other.
const BAD_PICTURES: u32 = 5;

/// One picture as the camera gave it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct RawPicture {
    pub(crate) format: PixelFormat,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) data: Vec<u8>,
}

/// Shows size and format only: pixels have no business in a log.
impl fmt::Debug for RawPicture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawPicture({:?} {}x{}, {} bytes)", self.format, self.width, self.height, self.data.len())
    }
}

/// An open camera. Dropping it closes the device.
#[derive(Debug)]
pub struct Camera {
    id: String,
    name: String,
    slot: Arc<Slot<RawPicture>>,
    patience: Duration,
    silences: Streak,
    bad_pictures: Streak,
    /// Nobody waits for its end any more.
    given_up: bool,
}

impl Camera {
    /// Opens the camera with the id from [`list()`] and no other, or without an id the first that gives pictures:
    /// one with colours before one without.
    ///
    /// Codes: `camera_none`, `camera_busy`, `camera_denied`, `camera_format`, `camera_lost` and `camera_stuck` (it
    /// does not answer).
    pub fn open(id: Option<&str>) -> Result<Self, AppError> {
        let all = list()?;
        let wanted = match id {
            Some(id) => identity::find(id, &all).into_iter().collect(),
            None => all.iter().collect::<Vec<_>>(),
        };
        let (began, mut first_error) = (Instant::now(), None);
        for camera in wanted {
            match Self::start(camera, OPENING.saturating_sub(began.elapsed())) {
                Ok(open) => return Ok(open),
                Err(error) => first_error = first_error.or(Some(error)),
            }
        }
        Err(first_error.unwrap_or_else(|| fault::none(id)))
    }

    fn start(camera: &CameraDescription, limit: Duration) -> Result<Self, AppError> {
        let index = camera.index;
        let open = Self::over(camera, move |slot| device::run(index, slot))?;
        // The first picture proves that the device is ours; until then a wait is no fault.
        match open.slot.wait_filled(limit) {
            Some(Ok(())) => Ok(open),
            Some(Err(error)) => Err(error),
            None => Err(fault::stuck()),
        }
    }

    /// A camera whose pictures `run` puts into the slot, on a thread of its own.
    fn over(
        camera: &CameraDescription,
        run: impl FnOnce(&Slot<RawPicture>) + Send + 'static,
    ) -> Result<Self, AppError> {
        let slot = Arc::new(Slot::new());
        let theirs = Arc::clone(&slot);
        let thread = thread::Builder::new().name("camera".to_owned());
        thread.spawn(move || run(&theirs)).map_err(|e| fault::lost(&e.to_string()))?;
        let (id, name) = (camera.id.clone(), camera.name.clone());
        let (silences, bad_pictures) = (Streak::of(SILENCES), Streak::of(BAD_PICTURES));
        Ok(Self { id, name, slot, patience: PATIENCE, silences, bad_pictures, given_up: false })
    }

    /// Asks the device's thread to close it; whether it did.
    fn end(&self) -> bool {
        self.slot.ask_to_stop();
        self.slot.wait_closed(CLOSING)
    }
}

impl OpenDevice for Camera {
    fn name(&self) -> String {
        self.name.clone()
    }

    fn id(&self) -> Option<String> {
        Some(self.id.clone())
    }

    fn close(mut self: Box<Self>) -> Result<(), AppError> {
        if self.end() {
            return Ok(());
        }
        self.given_up = true;
        Err(fault::stuck())
    }
}

impl FrameSource for Camera {
    fn next_event(&mut self, now: &dyn Fn() -> Timestamp) -> SourceEvent {
        let raw = match self.slot.take(self.patience) {
            Taken::Item(raw) => raw,
            Taken::Nothing => return self.silences.fault(fault::stuck()),
            Taken::Closed(error) => return SourceEvent::Ended(Some(error)),
        };
        self.silences.over();
        match frame(&raw, now()) {
            Ok(frame) => {
                self.bad_pictures.over();
                SourceEvent::Frame(frame)
            }
            Err(why) => self.bad_pictures.fault(fault::format(&why)),
        }
    }
}

impl Drop for Camera {
    /// One that does not answer is left to its thread, which closes it as soon as the driver comes back.
    fn drop(&mut self) {
        if !self.given_up {
            self.end();
        }
    }
}

fn frame(raw: &RawPicture, at: Timestamp) -> Result<Frame, String> {
    let rgb =
        to_rgb(raw.format, &raw.data, raw.width as usize, raw.height as usize).map_err(|e| e.to_string())?;
    Frame::new(raw.width, raw.height, rgb, at).map_err(|e| e.to_string())
}
