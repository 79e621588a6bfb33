//! Pictures that the window's page takes and pushes: the camera of a system where only the web view reaches one.
//!
//! [`PageFrames`] stands between the page and the source. Opening a source asks the page for its camera under a new number
//! (the generation); every picture and every word of the page carries that number, so that what comes late from an earlier
//! time is dropped. A picture lies in a place for one, and is taken only while somebody waits for it. The source is closed
//! when both sides have said so: the source by asking the page to stop, the page by answering that its camera is off.

use super::decode;
use super::slot::{Slot, Taken};
use super::streak::Streak;
use attune_core::ports::{FrameSource, OpenDevice, SourceEvent};
use attune_core::{AppError, ErrorCode, Timestamp};
use std::io::Cursor;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The id by which the page's camera is chosen.
pub const PAGE_CAMERA: &str = "page";

/// The most bytes that a pushed picture may have; one of 640 pixels takes a tenth of it.
pub const MAX_PUSHED_BYTES: usize = 512 * 1024;

/// The name shown to the listener.
pub const PAGE_CAMERA_NAME: &str = "This device’s camera";

/// How long the page may take to its first picture.
const OPENING: Duration = Duration::from_secs(4);

/// How long one call waits for a picture. With [`CLOSING`] it makes up the second within which a camera is closed.
const PATIENCE: Duration = Duration::from_millis(500);

/// How long closing waits for the page's word that its camera is off.
const CLOSING: Duration = Duration::from_millis(500);

/// How many waits in vain in a row mean that the page does not answer: three seconds.
const SILENCES: u32 = 6;

/// How many unusable pictures in a row mean that there will be no other.
const BAD_PICTURES: u32 = 5;

/// The encoded picture on its way from the page.
type Place = Slot<Vec<u8>>;

/// Hears which camera is wanted of the page: the generation of the source that is open, or none.
pub type NotifyPage = Box<dyn Fn(Option<u32>) + Send + Sync>;

/// The way from the page to the source that is open. Cheap to clone.
#[derive(Clone)]
pub struct PageFrames(Arc<Shared>);

struct Shared {
    current: Mutex<Current>,
    notify: NotifyPage,
    limits: Limits,
}

/// How long what may take; shorter in tests.
#[derive(Clone, Copy)]
struct Limits {
    opening: Duration,
    patience: Duration,
    closing: Duration,
}

#[derive(Default)]
struct Current {
    generation: u32,
    place: Option<Arc<Place>>,
    /// Whether the page is to have its camera on.
    wanted: bool,
}

impl PageFrames {
    /// Nothing is open yet; `tell` hears what is wanted of the page, and must not block.
    #[must_use]
    pub fn new(notify: NotifyPage) -> Self {
        Self::with_limits(notify, Limits { opening: OPENING, patience: PATIENCE, closing: CLOSING })
    }

    fn with_limits(notify: NotifyPage, limits: Limits) -> Self {
        Self(Arc::new(Shared { current: Mutex::default(), notify, limits }))
    }

    /// The generation for which the page is to have its camera on; none when it is to be off.
    #[must_use]
    pub fn wanted(&self) -> Option<u32> {
        let current = self.0.lock();
        current.wanted.then_some(current.generation)
    }

    /// Asks the page for its camera and waits for the first picture. A source that is still open is closed.
    ///
    /// Fails with what the page says (see [`closed`](Self::closed)), or with `camera_stuck` where it says nothing.
    pub fn open(&self) -> Result<Pushed, AppError> {
        let (generation, place, before) = self.0.begin();
        if let Some(before) = before {
            before.ask_to_stop();
        }
        (self.0.notify)(Some(generation));
        let source = Pushed {
            shared: Arc::clone(&self.0),
            generation,
            place,
            silences: Streak::of(SILENCES),
            bad_pictures: Streak::of(BAD_PICTURES),
            given_up: false,
        };
        match source.place.wait_filled(self.0.limits.opening) {
            Some(Ok(())) => Ok(source),
            Some(Err(error)) => Err(error),
            None => Err(stuck()),
        }
    }

    /// Takes a picture, and whether another one is wanted; one of another generation is dropped. Fails with
    /// `picture_too_large`.
    pub fn push(&self, generation: u32, picture: Vec<u8>) -> Result<bool, AppError> {
        if picture.len() > MAX_PUSHED_BYTES {
            let message = format!("The camera's picture has {} bytes, which is too many.", picture.len());
            return Err(AppError::new(ErrorCode::PictureTooLarge, message));
        }
        Ok(self.place(generation).is_some_and(|place| place.offer(|| picture)))
    }

    /// Waits until the next picture is wanted, for at most `limit`; false once no other one will be.
    #[must_use]
    pub fn wait_wanted(&self, generation: u32, limit: Duration) -> bool {
        self.place(generation).is_some_and(|place| place.wait_wanted(limit))
    }

    /// Takes the page's word that its camera is off: because it was asked to (none), or because it could not be opened or
    /// went away.
    pub fn closed(&self, generation: u32, why: Option<AppError>) {
        if let Some(place) = self.place(generation) {
            place.close(why.unwrap_or_else(lost));
        }
    }

    fn place(&self, generation: u32) -> Option<Arc<Place>> {
        let current = self.0.lock();
        current.place.clone().filter(|_| current.generation == generation)
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Current> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new generation, its place, and the place before.
    fn begin(&self) -> (u32, Arc<Place>, Option<Arc<Place>>) {
        let mut current = self.lock();
        current.generation = current.generation.wrapping_add(1);
        current.wanted = true;
        let place = Arc::new(Slot::new());
        let before = current.place.replace(Arc::clone(&place));
        (current.generation, place, before)
    }

    /// The page is to have its camera off, unless that is a later source's business by now.
    fn unwant(&self, generation: u32) {
        let mut current = self.lock();
        if current.generation != generation || !current.wanted {
            return;
        }
        current.wanted = false;
        drop(current);
        (self.notify)(None);
    }
}

/// The page's camera while it is open. Dropping it asks the page to close it.
pub struct Pushed {
    shared: Arc<Shared>,
    generation: u32,
    place: Arc<Place>,
    silences: Streak,
    bad_pictures: Streak,
    /// Nobody waits for its end any more.
    given_up: bool,
}

impl Pushed {
    /// Asks the page to switch its camera off; whether it says that it did.
    fn end(&self) -> bool {
        self.place.ask_to_stop();
        self.shared.unwant(self.generation);
        self.place.wait_closed(self.shared.limits.closing)
    }
}

impl OpenDevice for Pushed {
    fn name(&self) -> String {
        PAGE_CAMERA_NAME.to_owned()
    }

    fn id(&self) -> Option<String> {
        Some(PAGE_CAMERA.to_owned())
    }

    fn close(mut self: Box<Self>) -> Result<(), AppError> {
        self.given_up = true;
        if self.end() { Ok(()) } else { Err(stuck()) }
    }
}

impl FrameSource for Pushed {
    fn next_event(&mut self, now: &dyn Fn() -> Timestamp) -> SourceEvent {
        let picture = match self.place.take(self.shared.limits.patience) {
            Taken::Item(picture) => picture,
            Taken::Nothing => return self.silences.fault(stuck()),
            Taken::Closed(error) => return SourceEvent::Ended(Some(error)),
        };
        self.silences.over();
        match decode(Cursor::new(picture), "The camera's picture", now()) {
            Ok(frame) => {
                self.bad_pictures.over();
                SourceEvent::Frame(frame)
            }
            Err(error) => self.bad_pictures.fault(unusable(error)),
        }
    }
}

impl Drop for Pushed {
    fn drop(&mut self) {
        if !self.given_up {
            self.end();
        }
    }
}

fn stuck() -> AppError {
    AppError::new(
        ErrorCode::CameraStuck,
        "The camera gives no pictures and may still be on. Close Attune and open it again if this stays so.",
    )
}

fn lost() -> AppError {
    AppError::new(ErrorCode::CameraLost, "The camera was closed by the system.")
}

fn unusable(error: AppError) -> AppError {
    AppError::new(ErrorCode::CameraFormat, "Attune cannot read the pictures from this camera.")
        .caused_by(error)
}

#[cfg(test)]
mod tests;
