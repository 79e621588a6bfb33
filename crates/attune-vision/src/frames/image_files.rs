//! Picture files and folders of them as a source with times of its own, so that a run can be repeated exactly.

use super::picture;
use attune_core::ports::{FrameSource, OpenDevice, SourceEvent};
use attune_core::{AppError, ErrorCode, Frame, Span, Timestamp};
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

/// Pictures from files and folders. File number `i` (from 0) has the time `start + i * step`, whether or not
/// the ones before it could be read.
#[derive(Debug)]
pub struct ImageFiles {
    files: Vec<PathBuf>,
    next: usize,
    start: Timestamp,
    step: Span,
}

impl ImageFiles {
    /// Lists the pictures: files as they are named, folders with everything below them in order of path.
    ///
    /// In folders a file counts if its name or its content says JPEG, PNG or WebP. A path that does not exist, or
    /// nothing to show at all, is `picture_missing`; a folder that cannot be listed is `picture_unreadable`.
    pub fn open(paths: &[PathBuf], start: Timestamp, step: Span) -> Result<Self, AppError> {
        let mut files = Vec::new();
        for path in paths {
            let about = fs::metadata(path).map_err(|error| failure(path, &error))?;
            if about.is_dir() {
                walk(path, &mut files).map_err(|error| failure(path, &error))?;
            } else if about.is_file() {
                files.push(path.clone());
            } else {
                // A pipe or a device could be read for ever.
                return Err(failure(path, &io::Error::other("it is no file")));
            }
        }
        if files.is_empty() {
            let message =
                "No JPEG, PNG or WebP pictures were found there. Choose a picture or a folder with pictures.";
            return Err(AppError::new(ErrorCode::PictureMissing, message));
        }
        Ok(Self { files, next: 0, start, step })
    }

    /// The files in the order in which they will come.
    #[must_use]
    pub fn files(&self) -> &[PathBuf] {
        &self.files
    }
}

impl OpenDevice for ImageFiles {
    fn name(&self) -> String {
        match self.files.as_slice() {
            [one] => one.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned()),
            many => format!("{} pictures", many.len()),
        }
    }
}

impl FrameSource for ImageFiles {
    fn next_event(&mut self, _now: &dyn Fn() -> Timestamp) -> SourceEvent {
        let Some(path) = self.files.get(self.next) else {
            return SourceEvent::Ended(None);
        };
        let at = self.start + Span(self.step.0.saturating_mul(self.next as i64));
        self.next += 1;
        read(path, at).map_or_else(SourceEvent::Skipped, SourceEvent::Frame)
    }
}

fn read(path: &Path, at: Timestamp) -> Result<Frame, AppError> {
    let file = File::open(path).map_err(|error| failure(path, &error))?;
    let length = file.metadata().map_err(|error| failure(path, &error))?.len();
    let name = path.display().to_string();
    // Decoders take a JPEG file into memory as a whole.
    if length > picture::MAX_BYTES {
        return Err(picture::too_large(&name));
    }
    picture::decode(BufReader::new(file), &name, at)
}

/// Adds the pictures below a folder. Links to folders are not followed, so that none is walked twice.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            walk(&path, files)?;
        } else if path.is_file() && (named_as_picture(&path) || holds_picture(&path)) {
            files.push(path);
        }
    }
    Ok(())
}

fn named_as_picture(path: &Path) -> bool {
    let extension = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
    extension.is_some_and(|e| matches!(e.as_str(), "jpg" | "jpeg" | "png" | "webp"))
}

fn holds_picture(path: &Path) -> bool {
    let mut head = Vec::with_capacity(16);
    let read = File::open(path).and_then(|file| file.take(16).read_to_end(&mut head));
    read.is_ok() && image::guess_format(&head).is_ok_and(|format| format.reading_enabled())
}

fn failure(path: &Path, error: &io::Error) -> AppError {
    let path = path.display();
    if error.kind() == io::ErrorKind::NotFound {
        return AppError::new(
            ErrorCode::PictureMissing,
            format!("{path} does not exist. Check the path and try again."),
        );
    }
    AppError::new(
        ErrorCode::PictureUnreadable,
        format!("{path} cannot be read ({error}). Check its permissions."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::RgbImage;

    fn events(source: &mut ImageFiles) -> Vec<String> {
        let mut seen = Vec::new();
        loop {
            match source.next_event(&|| Timestamp(-1)) {
                SourceEvent::Frame(f) => seen.push(format!("{}x{} at {}", f.width(), f.height(), f.at().0)),
                SourceEvent::Skipped(e) => seen.push(e.code.to_string()),
                SourceEvent::Ended(_) => return seen,
            }
        }
    }

    #[test]
    fn folders_are_walked_in_order_and_broken_files_skipped() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        fs::create_dir(at("b")).unwrap();
        RgbImage::new(3, 2).save(at("b/deep.png")).unwrap();
        RgbImage::new(5, 4).save(at("c.png")).unwrap();
        fs::rename(at("c.png"), at("c.data")).unwrap();
        fs::write(at("a.jpg"), []).unwrap();
        fs::write(at("notes.txt"), "not a picture").unwrap();
        let mut source = ImageFiles::open(&[dir.path().to_path_buf()], Timestamp(1_000), Span(200)).unwrap();
        assert_eq!(source.name(), "3 pictures");
        assert_eq!(events(&mut source), ["picture_unreadable", "3x2 at 1200", "5x4 at 1400"]);
    }

    #[test]
    fn missing_paths_and_empty_folders_are_said_at_once() {
        let dir = tempfile::tempdir().unwrap();
        let open = |path: PathBuf| ImageFiles::open(&[path], Timestamp(0), Span(1)).unwrap_err().code;
        assert_eq!(open(dir.path().join("gone.png")), ErrorCode::PictureMissing);
        assert_eq!(open(dir.path().to_path_buf()), ErrorCode::PictureMissing);
    }

    #[test]
    fn monstrous_files_and_devices_are_not_read() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("huge.jpg");
        File::create(&path).unwrap().set_len(picture::MAX_BYTES + 1).unwrap();
        let mut source = ImageFiles::open(&[path], Timestamp(0), Span(1)).unwrap();
        assert_eq!(events(&mut source), ["picture_too_large"]);
        if cfg!(unix) {
            let error = ImageFiles::open(&["/dev/zero".into()], Timestamp(0), Span(1)).unwrap_err();
            assert_eq!(error.code, ErrorCode::PictureUnreadable);
        }
    }

    #[test]
    fn a_file_that_vanishes_is_skipped() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.png");
        RgbImage::new(3, 2).save(&path).unwrap();
        let mut source = ImageFiles::open(std::slice::from_ref(&path), Timestamp(0), Span(1)).unwrap();
        fs::remove_file(&path).unwrap();
        assert_eq!(events(&mut source), ["picture_missing"]);
    }
}
