//! Annotated pictures, one by one; those that cannot be read are said, counted and passed over.

use attune_core::ports::{FrameSource, SourceEvent};
use attune_core::{AppError, ErrorCode, FaceBox, Frame, Span, Timestamp};
use attune_vision::frames::{ImageFiles, MAX_LONG_SIDE};
use image::ImageReader;
use std::path::{Path, PathBuf};

/// The folder of the pictures, and what could not be read of it.
#[derive(Debug)]
pub(super) struct Pictures {
    folder: PathBuf,
    read: usize,
    unread: usize,
    last_problem: Option<AppError>,
}

impl Pictures {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder, read: 0, unread: 0, last_problem: None }
    }

    /// A picture by its name in the folder; none, after a line on standard error, if it cannot be read.
    pub(super) fn frame(&mut self, name: &str) -> Option<Frame> {
        match decode(&self.path(name)) {
            Ok(frame) => {
                self.read += 1;
                Some(frame)
            }
            Err(problem) => {
                eprintln!("{problem}");
                self.unread += 1;
                self.last_problem = Some(problem);
                None
            }
        }
    }

    /// How many pixels of the file one pixel of its frame stands for: above 1 only for pictures so large that
    /// they are reduced on reading.
    pub(super) fn reduction(&self, name: &str, frame: &Frame) -> f32 {
        let long = frame.width().max(frame.height());
        let size =
            || ImageReader::open(self.path(name)).ok()?.with_guessed_format().ok()?.into_dimensions().ok();
        let whole = (long == MAX_LONG_SIDE).then(size).flatten().map_or(long, |(w, h)| w.max(h));
        whole as f32 / long as f32
    }

    /// Says on standard error how many pictures were passed over. It is an error if none could be read.
    pub(super) fn finish(self) -> Result<(), AppError> {
        if self.unread > 0 {
            eprintln!("{} of {} pictures could not be read", self.unread, self.unread + self.read);
        }
        match self.last_problem {
            Some(problem) if self.read == 0 => Err(problem),
            _ => Ok(()),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// A picture that is a face from edge to edge.
pub(super) fn whole(frame: &Frame) -> FaceBox {
    FaceBox { x: 0.0, y: 0.0, w: frame.width() as f32, h: frame.height() as f32, score: 1.0 }
}

fn decode(path: &Path) -> Result<Frame, AppError> {
    let none = || AppError::new(ErrorCode::PictureMissing, format!("{} is not a picture.", path.display()));
    if path.is_dir() {
        return Err(none());
    }
    match ImageFiles::open(&[path.to_path_buf()], Timestamp(0), Span(0))?.next_event(&|| Timestamp(0)) {
        SourceEvent::Frame(frame) => Ok(frame),
        SourceEvent::Skipped(error) | SourceEvent::Ended(Some(error)) => Err(error),
        SourceEvent::Ended(None) => Err(none()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::RgbImage;

    #[test]
    fn what_cannot_be_read_is_counted() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("bad.png"), "no picture").unwrap();
        let mut pictures = Pictures::new(dir.path().to_path_buf());
        assert!(["bad.png", "gone.png", "."].iter().all(|name| pictures.frame(name).is_none()));
        assert_eq!((pictures.read, pictures.unread), (0, 3));
        assert_eq!(pictures.finish().unwrap_err().code, ErrorCode::PictureMissing);
        RgbImage::new(3, 2).save(dir.path().join("good.png")).unwrap();
        let mut pictures = Pictures::new(dir.path().to_path_buf());
        assert!(pictures.frame("bad.png").is_none() && pictures.frame("good.png").is_some());
        assert_eq!(pictures.finish(), Ok(()));
    }

    #[test]
    fn reduced_pictures_are_measured_in_pixels_of_the_file() {
        let dir = tempfile::tempdir().unwrap();
        RgbImage::new(2, MAX_LONG_SIDE * 2).save(dir.path().join("tall.png")).unwrap();
        RgbImage::new(MAX_LONG_SIDE, 2).save(dir.path().join("fits.png")).unwrap();
        let mut pictures = Pictures::new(dir.path().to_path_buf());
        for (name, expected) in [("tall.png", 2.0), ("fits.png", 1.0)] {
            let frame = pictures.frame(name).unwrap();
            assert!((pictures.reduction(name, &frame) - expected).abs() < 1e-6, "{name}");
        }
    }
}
