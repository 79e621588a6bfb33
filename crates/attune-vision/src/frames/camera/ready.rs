//! Brings a device into a state that nokhwa can begin with.
//!
//! nokhwa reads a camera's present format and rate before it sets others, and gives up if the format is not one of
//! its own or the rate is no whole number (29.97 pictures a second, say, as another program may have left it).

use std::io;
use v4l::Device;
use v4l::frameinterval::FrameIntervalEnum;
use v4l::video::Capture;
use v4l::video::capture::Parameters;

/// The formats that nokhwa has a name for.
const READABLE: [&[u8; 4]; 6] = [b"YUYV", b"MJPG", b"NV12", b"RGB3", b"BGR3", b"GRAY"];
/// Pictures a second to move to.
const RATE: u32 = 30;

/// Sets a readable format and a whole rate where there is neither; a device that has both is left as it is.
pub(super) fn make(index: u32) -> io::Result<()> {
    let device = Device::new(index as usize)?;
    let mut format = Capture::format(&device)?;
    let readable = |repr: [u8; 4]| READABLE.iter().any(|r| **r == repr);
    if !readable(format.fourcc.repr)
        && let Some(other) = device.enum_formats()?.iter().find(|f| readable(f.fourcc.repr))
    {
        format.fourcc = other.fourcc;
        format = Capture::set_format(&device, &format)?;
    }
    if Capture::params(&device)?.interval.numerator != 1 {
        let intervals = device.enum_frameintervals(format.fourcc, format.width, format.height);
        let rates = intervals.unwrap_or_default().into_iter().filter_map(|i| match i.interval {
            FrameIntervalEnum::Discrete(f) if f.numerator == 1 => Some(f.denominator),
            _ => None,
        });
        let rate = rates.min_by_key(|rate| rate.abs_diff(RATE)).unwrap_or(RATE);
        Capture::set_params(&device, &Parameters::with_fps(rate))?;
    }
    Ok(())
}
