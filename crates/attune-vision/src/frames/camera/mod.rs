//! Cameras through nokhwa, kept at arm's length.
//!
//! nokhwa waits for a picture without a time limit and panics in places, so the device lives on a thread of its
//! own: a wedged camera stalls that thread and nobody else, and a panic there is a lost camera. The newest picture
//! lies in a slot of one place; nothing queues up.

mod choice;
mod device;
mod fault;
mod list;
mod slot;

pub use list::{CameraDescription, list};

use super::pixels::{PixelFormat, to_rgb};
use attune_core::ports::{FrameSource, SourceEvent};
use attune_core::{AppError, Frame, Timestamp};
use slot::{Slot, Taken};
use std::fmt;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// How long one call waits for a picture.
const PATIENCE: Duration = Duration::from_secs(1);

/// How long a device may take to open: some need seconds to wake.
const OPENING: Duration = Duration::from_secs(10);

/// How long dropping waits for the device to close before it leaves that to the device's thread.
const CLOSING: Duration = Duration::from_millis(500);

/// How many waits or unusable pictures in a row mean that the camera is lost.
const LAST_STRAW: u32 = 5;

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
    name: String,
    slot: Arc<Slot<RawPicture>>,
    patience: Duration,
    misses: u32,
}

impl Camera {
    /// Opens the camera with the id from [`list()`], or the first that gives pictures.
    ///
    /// Codes: `camera_none`, `camera_busy`, `camera_denied`, `camera_format` and `camera_lost` (it did not answer).
    pub fn open(id: Option<&str>) -> Result<Self, AppError> {
        let mut first_error = None;
        for camera in list()?.into_iter().filter(|c| id.is_none_or(|id| id == c.id)) {
            match Self::start(&camera) {
                Ok(open) => return Ok(open),
                Err(error) => first_error = first_error.or(Some(error)),
            }
        }
        Err(first_error.unwrap_or_else(|| fault::none(id)))
    }

    fn start(camera: &CameraDescription) -> Result<Self, AppError> {
        let slot = Arc::new(Slot::new());
        let (index, theirs) = (camera.index, Arc::clone(&slot));
        let thread = thread::Builder::new().name("camera".to_owned());
        thread.spawn(move || device::run(index, &theirs)).map_err(|e| fault::lost(&e.to_string()))?;
        let open = Self { name: camera.name.clone(), slot, patience: PATIENCE, misses: 0 };
        // The first picture proves that the device is ours; until then a wait is no fault.
        match open.slot.wait_filled(OPENING) {
            Some(Ok(())) => Ok(open),
            Some(Err(error)) => Err(error),
            None => Err(fault::lost("it gave no picture within ten seconds")),
        }
    }

    /// Counts something that a camera may do now and then, but not all the time.
    fn miss(&mut self, error: AppError) -> SourceEvent {
        self.misses += 1;
        if self.misses >= LAST_STRAW { SourceEvent::Ended(Some(error)) } else { SourceEvent::Skipped(error) }
    }
}

impl FrameSource for Camera {
    fn next_event(&mut self, now: &dyn Fn() -> Timestamp) -> SourceEvent {
        let raw = match self.slot.take(self.patience) {
            Taken::Item(raw) => raw,
            Taken::Nothing => return self.miss(fault::lost("no picture came for a while")),
            Taken::Closed(error) => return SourceEvent::Ended(Some(error)),
        };
        match frame(&raw, now()) {
            Ok(frame) => {
                self.misses = 0;
                SourceEvent::Frame(frame)
            }
            Err(why) => self.miss(fault::format(&why)),
        }
    }

    fn name(&self) -> String {
        self.name.clone()
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        self.slot.ask_to_stop();
        self.slot.wait_closed(CLOSING);
    }
}

fn frame(raw: &RawPicture, at: Timestamp) -> Result<Frame, String> {
    let rgb =
        to_rgb(raw.format, &raw.data, raw.width as usize, raw.height as usize).map_err(|e| e.to_string())?;
    Frame::new(raw.width, raw.height, rgb, at).map_err(|e| e.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn camera() -> Camera {
        let patience = Duration::from_millis(10);
        Camera { name: "test".into(), slot: Arc::new(Slot::new()), patience, misses: 0 }
    }

    fn grey(data: Vec<u8>) -> RawPicture {
        RawPicture { format: PixelFormat::Grey, width: 2, height: 1, data }
    }

    #[test]
    fn pictures_are_stamped_when_taken() {
        let mut camera = camera();
        camera.slot.put(grey(vec![211, 212]));
        assert!(!format!("{camera:?}").contains("211"), "no pixels in a log");
        camera.slot.put(grey(vec![1, 2]));
        camera.slot.put(grey(vec![3, 4]));
        let event = camera.next_event(&|| Timestamp(77));
        let SourceEvent::Frame(frame) = event else { panic!("{event:?}") };
        assert_eq!((frame.rgb(), frame.at()), ([3, 3, 3, 4, 4, 4].as_slice(), Timestamp(77)));
    }

    #[test]
    fn one_bad_picture_is_skipped_and_five_are_the_end() {
        let mut camera = camera();
        for _ in 0..4 {
            camera.slot.put(grey(vec![1]));
            assert!(
                matches!(camera.next_event(&|| Timestamp(0)), SourceEvent::Skipped(e) if e.code == "camera_format")
            );
        }
        camera.slot.put(grey(vec![1]));
        assert!(matches!(camera.next_event(&|| Timestamp(0)), SourceEvent::Ended(Some(_))));
    }

    #[test]
    fn a_wedged_camera_is_waited_for_and_then_lost() {
        let mut camera = camera();
        for _ in 0..4 {
            let event = camera.next_event(&|| Timestamp(0));
            assert!(matches!(event, SourceEvent::Skipped(e) if e.code == "camera_lost"));
        }
        let event = camera.next_event(&|| Timestamp(0));
        assert!(matches!(event, SourceEvent::Ended(Some(e)) if e.code == "camera_lost"));
    }

    #[test]
    fn an_unplugged_camera_ends_and_a_closed_one_drops_at_once() {
        let mut camera = camera();
        camera.slot.close(fault::lost("unplugged"));
        let event = camera.next_event(&|| Timestamp(0));
        assert!(matches!(event, SourceEvent::Ended(Some(e)) if e.code == "camera_lost"));
        let started = std::time::Instant::now();
        drop(camera);
        assert!(started.elapsed() < Duration::from_millis(200));
    }

    #[test]
    fn without_a_camera_opening_says_so() {
        if list().is_ok_and(|cameras| cameras.is_empty()) {
            assert_eq!(Camera::open(None).unwrap_err().code, "camera_none");
        }
        assert_eq!(Camera::open(Some("no such camera")).unwrap_err().code, "camera_none");
    }
}
