//! Pictures played again and again at a camera's pace: a stand-in for a camera where there is none.

use super::ImageFiles;
use attune_core::ports::{FrameSource, SourceEvent};
use attune_core::{AppError, Frame, Span, Timestamp};
use std::path::PathBuf;
use std::thread::sleep;
use std::time::Duration;

/// Ten pictures a second, as a slow webcam gives them.
const PACE: Duration = Duration::from_millis(100);
/// They are kept decoded; more than this would be a film, not a stand-in.
const MOST: usize = 64;

/// Pictures in an endless loop, each stamped with the time it is given out.
pub struct Looped {
    pictures: Vec<Frame>,
    next: usize,
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
            _ => Ok(Self { pictures, next: 0 }),
        }
    }
}

impl FrameSource for Looped {
    fn next_event(&mut self, now: &dyn Fn() -> Timestamp) -> SourceEvent {
        sleep(PACE);
        let picture = &self.pictures[self.next];
        self.next = (self.next + 1) % self.pictures.len();
        match Frame::new(picture.width(), picture.height(), picture.rgb().to_vec(), now()) {
            Ok(frame) => SourceEvent::Frame(frame),
            Err(error) => SourceEvent::Ended(Some(AppError::new("picture_unreadable", error.to_string()))),
        }
    }

    fn name(&self) -> String {
        format!("{} pictures, again and again", self.pictures.len())
    }
}
