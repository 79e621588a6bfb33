//! The camera's own thread: everything that nokhwa does happens here.

use super::lease::Lease;
use super::{RawPicture, choice, fault};
use crate::frames::pixels::PixelFormat;
use crate::frames::slot::Slot;
use attune_core::AppError;
use nokhwa::utils::{
    CameraFormat, CameraIndex, FrameFormat, RequestedFormat, RequestedFormatType, frame_formats,
};
use nokhwa::{Camera, NokhwaError};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How many formats are tried before the camera is given up.
const ATTEMPTS: usize = 8;

/// What is asked for where the camera does not tell what it has.
const USUAL: [FrameFormat; 3] = [FrameFormat::YUYV, FrameFormat::MJPEG, FrameFormat::NV12];

/// Opens the device and fills the slot until the reader goes or the device fails; closes the slot at the end, when
/// the device is closed too.
pub(super) fn run(index: u32, slot: &Slot<RawPicture>) {
    let Some(lease) = Lease::take(index) else {
        slot.close(fault::stuck());
        return;
    };
    let ended = catch_unwind(AssertUnwindSafe(|| match open(index) {
        Ok(camera) => pump(camera, slot),
        Err(error) => error,
    }));
    // Whoever hears of the end may open the device again.
    drop(lease);
    slot.close(ended.unwrap_or_else(|_| fault::lost("its driver broke off")));
}

fn pump(mut camera: Camera, slot: &Slot<RawPicture>) -> AppError {
    if let Err(error) = camera.open_stream() {
        return fault::opening(&error.to_string());
    }
    let format = camera.camera_format();
    let mut opening = true;
    loop {
        match camera.frame_raw() {
            Ok(data) => {
                if !slot.offer(|| raw(format, &data)) {
                    return fault::lost("it was closed");
                }
            }
            // A device in use by others lets itself be opened, and refuses only here.
            Err(error) if opening => return fault::opening(&error.to_string()),
            Err(error) => return fault::lost(&error.to_string()),
        }
        opening = false;
    }
}

fn raw(camera: CameraFormat, data: &[u8]) -> RawPicture {
    let format = match camera.format() {
        FrameFormat::MJPEG => PixelFormat::Mjpeg,
        FrameFormat::YUYV => PixelFormat::Yuyv,
        FrameFormat::NV12 => PixelFormat::Nv12,
        FrameFormat::GRAY => PixelFormat::Grey,
        FrameFormat::RAWRGB => PixelFormat::Rgb,
        FrameFormat::RAWBGR => PixelFormat::Bgr,
    };
    RawPicture { format, width: camera.width(), height: camera.height(), data: data.to_vec() }
}

/// Opens the device with any format, then moves to the best that it accepts.
fn open(index: u32) -> Result<Camera, AppError> {
    // If this fails, nokhwa fails as well and says why.
    #[cfg(target_os = "linux")]
    drop(super::ready::make(index));
    let mut camera = open_any(index).map_err(|error| fault::opening(&error.to_string()))?;
    let formats = camera.compatible_camera_formats().unwrap_or_default();
    let current = camera.camera_format();
    for format in choice::ranked(formats).into_iter().take(ATTEMPTS) {
        if format == current || set(&mut camera, format).is_ok() {
            return Ok(camera);
        }
    }
    // None accepted: what it opened with will have to do.
    camera.refresh_camera_format().map_err(|error| fault::opening(&error.to_string()))?;
    Ok(camera)
}

fn open_any(index: u32) -> Result<Camera, NokhwaError> {
    let open = |request| {
        Camera::new(CameraIndex::Index(index), RequestedFormat::with_formats(request, frame_formats()))
    };
    let first = open(RequestedFormatType::None);
    let Err(error) = first else { return first };
    let usual = USUAL.map(|format| RequestedFormatType::Exact(CameraFormat::new_from(640, 480, format, 30)));
    usual.into_iter().find_map(|request| open(request).ok()).ok_or(error)
}

fn set(camera: &mut Camera, format: CameraFormat) -> Result<CameraFormat, NokhwaError> {
    camera.set_camera_requset(RequestedFormat::with_formats(
        RequestedFormatType::Exact(format),
        frame_formats(),
    ))
}
