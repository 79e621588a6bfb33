//! Which of a camera's picture formats to ask for.

use nokhwa::utils::{CameraFormat, FrameFormat};

/// The size in pixels that the detector and the classifier are best served with.
const SIZE: (f64, f64) = (640.0, 480.0);

/// The rate in pictures a second beyond which more is of no use.
const RATE: u32 = 30;

/// The formats that can be read, best first: with colours, near 640x480, then up to thirty pictures a second, then cheap to convert.
pub(super) fn ranked(mut formats: Vec<CameraFormat>) -> Vec<CameraFormat> {
    formats.retain(|f| f.width() >= 160 && f.height() >= 120);
    let grey = |f: &CameraFormat| f.format() == FrameFormat::GRAY;
    formats.sort_by_key(|f| (grey(f), distance(f), rate_loss(f.frame_rate()), cost(f.format())));
    formats.dedup();
    formats
}

/// How far a size is from the best, in thousandths of an octave of its area; reducing counts half as much as blur.
fn distance(format: &CameraFormat) -> u64 {
    let octaves = (f64::from(format.width()) * f64::from(format.height()) / (SIZE.0 * SIZE.1)).log2();
    (if octaves < 0.0 { -octaves * 1_000.0 } else { octaves * 500.0 }) as u64
}

/// Too slow is worse than too fast.
fn rate_loss(rate: u32) -> u32 {
    if rate < RATE { (RATE - rate) * 2 } else { rate - RATE }
}

fn cost(format: FrameFormat) -> u8 {
    match format {
        FrameFormat::RAWRGB => 0,
        FrameFormat::RAWBGR => 1,
        FrameFormat::YUYV => 2,
        FrameFormat::NV12 => 3,
        FrameFormat::MJPEG => 4,
        FrameFormat::GRAY => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_webcam_is_asked_for_plain_vga_at_thirty() {
        let format = CameraFormat::new_from;
        let ranked = ranked(vec![
            format(1920, 1080, FrameFormat::YUYV, 5),
            format(640, 480, FrameFormat::MJPEG, 30),
            format(640, 480, FrameFormat::YUYV, 15),
            format(640, 480, FrameFormat::YUYV, 30),
            format(32, 32, FrameFormat::YUYV, 30),
            format(320, 240, FrameFormat::YUYV, 30),
            format(1280, 720, FrameFormat::MJPEG, 30),
        ]);
        assert_eq!(ranked[0], format(640, 480, FrameFormat::YUYV, 30));
        assert_eq!(ranked[1], format(640, 480, FrameFormat::MJPEG, 30));
        assert_eq!(ranked[3], format(1280, 720, FrameFormat::MJPEG, 30));
        assert_eq!(ranked.len(), 6);
    }

    #[test]
    fn a_format_without_colours_comes_last() {
        let small = CameraFormat::new_from(320, 240, FrameFormat::MJPEG, 10);
        let grey = CameraFormat::new_from(640, 480, FrameFormat::GRAY, 30);
        assert_eq!(ranked(vec![grey, small]), [small, grey]);
    }
}
