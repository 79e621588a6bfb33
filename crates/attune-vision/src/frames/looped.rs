//! Pictures played again and again at a camera's pace: a stand-in for a camera where there is none.
//!
//! As a camera, it goes on whether or not anybody looks: which picture is given depends on the time.

use super::ImageFiles;
use attune_core::ports::{FrameSource, OpenDevice, SourceEvent};
use attune_core::{AppError, ErrorCode, Frame, Span, Timestamp};
use std::path::PathBuf;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Pictures a second, as webcams give them.
const PACE: u32 = 30;
/// They are kept decoded; more than this would be a film, not a stand-in.
const MOST: usize = 64;

/// Pictures in an endless loop, each stamped with the time it is given out.
pub struct Looped {
    pictures: Vec<Frame>,
    began: Instant,
    /// The number of the picture that was given last, counted from the beginning.
    last: u32,
}

impl Looped {
    /// Reads the first 64 pictures of files and folders, leaving out those that cannot be read. Fails as
    /// [`ImageFiles::open`] does, and with the last picture's error when none can be read.
    pub fn open(paths: &[PathBuf]) -> Result<Self, AppError> {
        let mut files = ImageFiles::open(paths, Timestamp(0), Span(0))?;
        let (mut pictures, mut problem) = (Vec::new(), None);
        while pictures.len() < MOST {
            match files.next_event(&|| Timestamp(0)) {
                SourceEvent::Frame(frame) => pictures.push(frame),
                SourceEvent::Skipped(error) => problem = Some(error),
                SourceEvent::Ended(_) => break,
            }
        }
        match problem {
            Some(error) if pictures.is_empty() => Err(error),
            _ => Ok(Self { pictures, began: Instant::now(), last: 0 }),
        }
    }
}

impl Looped {
    /// Waits until a picture begins that was not given yet; its number.
    fn wait(&self) -> u32 {
        let passed = (self.began.elapsed().as_secs_f64() * f64::from(PACE)) as u32;
        if passed > self.last {
            return passed;
        }
        let next = self.last + 1;
        let begins = Duration::from_secs_f64(f64::from(next) / f64::from(PACE));
        sleep(begins.saturating_sub(self.began.elapsed()));
        next
    }
}

impl OpenDevice for Looped {
    fn name(&self) -> String {
        format!("{} pictures, again and again", self.pictures.len())
    }
}

impl FrameSource for Looped {
    fn next_event(&mut self, now: &dyn Fn() -> Timestamp) -> SourceEvent {
        self.last = self.wait();
        let picture = &self.pictures[self.last as usize % self.pictures.len()];
        match Frame::new(picture.width(), picture.height(), picture.rgb().to_vec(), now()) {
            Ok(frame) => SourceEvent::Frame(frame),
            Err(error) => {
                SourceEvent::Ended(Some(AppError::new(ErrorCode::PictureUnreadable, error.to_string())))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_pictures_come_again_with_new_times() {
        let dir = tempfile::tempdir().unwrap();
        image::RgbImage::new(3, 2).save(dir.path().join("a.png")).unwrap();
        std::fs::write(dir.path().join("b.png"), "broken").unwrap();
        let mut looped = Looped::open(&[dir.path().to_path_buf()]).unwrap();
        for at in [5, 6] {
            let event = looped.next_event(&|| Timestamp(at));
            assert!(matches!(event, SourceEvent::Frame(f) if f.width() == 3 && f.at() == Timestamp(at)));
        }
        std::fs::remove_file(dir.path().join("a.png")).unwrap();
        assert_eq!(
            Looped::open(&[dir.path().to_path_buf()]).err().unwrap().code,
            ErrorCode::PictureUnreadable
        );
    }
}
