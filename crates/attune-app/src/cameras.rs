//! Which camera looks: one that the system gives to programs, or the window's page where only that reaches one.
//!
//! On Android the page has the only camera. On Windows and macOS it is the last one on the list, and is tried where no camera
//! was chosen and the system's cannot be used. WebKitGTK gives pages none, so that on Linux there is none to offer.

use crate::compose;
use attune_core::ports::FrameSource;
use attune_core::{AppError, ErrorCode};
use attune_session::view::DeviceInfo;
use attune_vision::frames::pushed::{MAX_PUSHED_BYTES, PAGE_CAMERA, PAGE_CAMERA_NAME, PageFrames};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};
use std::time::Duration;

pub use attune_vision::frames::pushed::NotifyPage;

/// Whether the page's camera can be used at all.
const OFFERED: bool = cfg!(any(target_os = "android", target_os = "macos", windows));

/// How a page's picture begins: `canvas.toDataURL('image/jpeg')`.
const JPEG: &str = "data:image/jpeg;base64,";

/// How long the page's call waits until the next picture is wanted; longer than the slowest look rate's pause.
const LONGEST_WAIT: Duration = Duration::from_secs(2);

/// Why the page's camera is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum PageCameraEnd {
    /// It was asked to stop.
    Stopped,
    /// The listener or the system does not allow it.
    Denied,
    /// There is none.
    Missing,
    /// Another program has it.
    Busy,
    /// The system took it away, or it failed.
    Lost,
}

/// The cameras, and the way from the page to the session.
pub struct Cameras {
    page: PageFrames,
    offered: bool,
}

impl Cameras {
    /// `tell` hears for which generation the page is to have its camera on, or none; it must not block.
    #[must_use]
    pub fn new(notify: NotifyPage) -> Self {
        Self { page: PageFrames::new(notify), offered: OFFERED }
    }

    /// Opens the camera with that id, or the first one that can be used. Fails as [`compose::open_camera`] does, and with
    /// what the page says of its own.
    pub fn open(&self, id: Option<&str>) -> Result<Box<dyn FrameSource>, AppError> {
        self.open_with(id, compose::open_camera)
    }

    fn open_with(
        &self,
        id: Option<&str>,
        system: impl Fn(Option<&str>) -> Result<Box<dyn FrameSource>, AppError>,
    ) -> Result<Box<dyn FrameSource>, AppError> {
        if self.offered && id == Some(PAGE_CAMERA) {
            return self.open_page();
        }
        match system(id) {
            Err(error) if self.offered && id.is_none() && is_worth_another(error.code) => self.open_page(),
            other => other,
        }
    }

    fn open_page(&self) -> Result<Box<dyn FrameSource>, AppError> {
        Ok(Box::new(self.page.open()?))
    }

    /// The cameras that can be chosen.
    pub fn list(&self) -> Result<Vec<DeviceInfo>, AppError> {
        let page = DeviceInfo { id: PAGE_CAMERA.into(), name: PAGE_CAMERA_NAME.into() };
        let mut all = compose::cameras()?;
        all.extend(self.offered.then_some(page));
        Ok(all)
    }

    /// The generation for which the page is to have its camera on; none when it is to be off.
    #[must_use]
    pub fn wanted(&self) -> Option<u32> {
        self.page.wanted()
    }

    /// Takes a picture of the page's, a JPEG as a data address, and returns when the next one is wanted: false when none will
    /// be. For a thread that may wait. Fails with `picture_unreadable` and `picture_too_large`.
    pub fn push(&self, generation: u32, picture: &str) -> Result<bool, AppError> {
        let bytes = jpeg(picture)?;
        self.page.push(generation, bytes)?;
        Ok(self.page.wait_wanted(generation, LONGEST_WAIT))
    }

    /// Takes the page's word that its camera is off.
    pub fn ended(&self, generation: u32, end: PageCameraEnd) {
        self.page.closed(generation, end.error());
    }
}

/// Whether another way to a camera may do better. One that is busy or does not answer is there, and is not to be passed over.
fn is_worth_another(code: ErrorCode) -> bool {
    matches!(code, ErrorCode::CameraNone | ErrorCode::CameraFormat | ErrorCode::CameraDenied)
}

fn jpeg(picture: &str) -> Result<Vec<u8>, AppError> {
    let too_large = picture.len() > MAX_PUSHED_BYTES / 3 * 4 + JPEG.len() + 4;
    if too_large {
        return Err(AppError::new(ErrorCode::PictureTooLarge, "The camera's picture has too many bytes."));
    }
    let unreadable = || AppError::new(ErrorCode::PictureUnreadable, "The camera's picture is no JPEG.");
    let text = picture.strip_prefix(JPEG).ok_or_else(unreadable)?;
    BASE64_STANDARD.decode(text).map_err(|error| unreadable().caused_by(error))
}

impl PageCameraEnd {
    fn error(self) -> Option<AppError> {
        let (code, message) = match self {
            Self::Stopped => return None,
            Self::Denied => (
                ErrorCode::CameraDenied,
                "Attune is not allowed to use the camera. Allow it in your system settings. Meanwhile, you can set your \
                 mood by dragging the dot.",
            ),
            Self::Missing => (ErrorCode::CameraNone, "No camera was found."),
            Self::Busy => {
                (ErrorCode::CameraBusy, "Another app is using the camera. Close it there and try again.")
            }
            Self::Lost => (ErrorCode::CameraLost, "The camera was closed by the system."),
        };
        Some(AppError::new(code, message))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};

    /// Cameras whose page answers each wish with this.
    fn cameras(offered: bool, end: PageCameraEnd) -> Arc<Cameras> {
        let page: Arc<Mutex<Option<Arc<Cameras>>>> = Arc::default();
        let answering = page.clone();
        let notify = move |wish: Option<u32>| {
            if let (Some(generation), Some(cameras)) = (wish, &*answering.lock().unwrap()) {
                cameras.ended(generation, end);
            }
        };
        let cameras = Arc::new(Cameras { page: PageFrames::new(Box::new(notify)), offered });
        *page.lock().unwrap() = Some(cameras.clone());
        cameras
    }

    /// What becomes of opening `id` while the system's own cameras fail with `system`.
    fn opening(offered: bool, id: Option<&str>, system: ErrorCode) -> Option<ErrorCode> {
        let cameras = cameras(offered, PageCameraEnd::Denied);
        let opened = cameras.open_with(id, |_| Err(AppError::new(system, "")));
        opened.err().map(|error| error.code)
    }

    #[test]
    fn the_page_is_asked_where_it_was_chosen_or_nothing_else_can_be_used() {
        use ErrorCode::{CameraBusy, CameraDenied, CameraFormat, CameraNone, CameraStuck};
        assert_eq!(opening(true, Some(PAGE_CAMERA), CameraNone), Some(CameraDenied));
        assert_eq!(opening(true, None, CameraNone), Some(CameraDenied));
        assert_eq!(opening(true, None, CameraFormat), Some(CameraDenied));
        assert_eq!(opening(true, None, CameraBusy), Some(CameraBusy));
        assert_eq!(opening(true, None, CameraStuck), Some(CameraStuck));
        assert_eq!(
            opening(true, Some("usb"), CameraNone),
            Some(CameraNone),
            "never another one than was chosen"
        );
        assert_eq!(opening(false, None, CameraNone), Some(CameraNone));
        assert_eq!(opening(false, Some(PAGE_CAMERA), CameraNone), Some(CameraNone));
    }

    #[test]
    fn only_a_jpeg_of_a_camera_is_taken() {
        let cameras = cameras(true, PageCameraEnd::Stopped);
        let code = |text: &str| cameras.push(1, text).map_err(|error| error.code);
        assert_eq!(code("data:image/jpeg;base64,/9j/"), Ok(false), "nobody looks");
        for text in ["", "/9j/", "data:image/png;base64,/9j/", "data:image/jpeg;base64,*"] {
            assert_eq!(code(text), Err(ErrorCode::PictureUnreadable), "{text}");
        }
        let most = BASE64_STANDARD.encode(vec![0; MAX_PUSHED_BYTES]);
        assert_eq!(code(&format!("{JPEG}{most}")), Ok(false));
        let more = BASE64_STANDARD.encode(vec![0; MAX_PUSHED_BYTES + 9]);
        assert_eq!(code(&format!("{JPEG}{more}")), Err(ErrorCode::PictureTooLarge));
    }
}
