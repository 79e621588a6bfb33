//! A log file that does not grow for ever.

use crate::lock::held;
use attune_core::{AppError, ErrorCode};
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// The most bytes in one file.
pub const LIMIT: u64 = 1024 * 1024;

/// The files, newest first.
const NAMES: [&str; 3] = ["attune.log", "attune.1.log", "attune.2.log"];

/// The files of a log in a data folder, newest first, whether they are there or not.
#[must_use]
pub fn files(folder: &Path) -> [PathBuf; 3] {
    NAMES.map(|name| folder.join(name))
}

/// A file that makes way for a new one when it is full. It is made when there is something to write.
#[derive(Debug)]
pub(super) struct RotatingFile {
    folder: PathBuf,
    limit: u64,
    open: Mutex<Option<(File, u64)>>,
}

impl RotatingFile {
    /// A log in that folder.
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder, limit: LIMIT, open: Mutex::new(None) }
    }

    /// Removes all of it. What is written later begins anew.
    pub(super) fn erase(&self) -> Result<(), AppError> {
        let mut open = held(&self.open);
        *open = None;
        let remove = |path: &PathBuf| match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
        let removed = files(&self.folder).iter().map(remove).fold(Ok(()), Result::and);
        removed.map_err(|error| {
            AppError::new(ErrorCode::EraseIncomplete, "The log could not be removed.").caused_by(error)
        })
    }

    fn append(&self, bytes: &[u8]) -> io::Result<()> {
        let mut open = held(&self.open);
        let length = bytes.len() as u64;
        let current = match open.take() {
            Some((file, size)) if size + length <= self.limit => (file, size),
            full => {
                let (file, size) = full.map_or_else(|| self.file(), Ok)?;
                if size > 0 && size + length > self.limit {
                    drop(file);
                    self.turn()?;
                    self.file()?
                } else {
                    (file, size)
                }
            }
        };
        let (file, size) = open.insert(current);
        *size += length;
        file.write_all(bytes)
    }

    /// The newest file and its length.
    fn file(&self) -> io::Result<(File, u64)> {
        let mut folder = DirBuilder::new();
        folder.recursive(true);
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        #[cfg(unix)]
        {
            std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        }
        folder.create(&self.folder)?;
        let file = options.open(&files(&self.folder)[0])?;
        let size = file.metadata()?.len();
        Ok((file, size))
    }

    /// Each file takes the name of the next older one.
    fn turn(&self) -> io::Result<()> {
        let [newest, older, oldest] = files(&self.folder);
        match fs::rename(&older, oldest) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        fs::rename(newest, older)
    }
}

impl Write for &RotatingFile {
    /// A line that cannot be written is lost: there is nobody to tell.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        drop(self.append(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(folder: &Path) -> [Option<u64>; 3] {
        files(folder).map(|path| fs::metadata(path).ok().map(|about| about.len()))
    }

    #[test]
    fn a_full_file_makes_way_and_the_oldest_goes() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("data");
        let log = RotatingFile { limit: 100, ..RotatingFile::new(folder.clone()) };
        assert_eq!(sizes(&folder), [None; 3], "nothing is made before there is something to write");
        for line in 0..50 {
            (&log).write_all(format!("line {line:>3}\n").as_bytes()).unwrap();
        }
        assert_eq!(sizes(&folder), [Some(54), Some(99), Some(99)]);
        assert!(fs::read_to_string(&files(&folder)[0]).unwrap().ends_with("line  49\n"));
        drop(log);
        let log = RotatingFile { limit: 100, ..RotatingFile::new(folder.clone()) };
        (&log).write_all(&[b'x'; 60]).unwrap();
        assert_eq!(sizes(&folder), [Some(60), Some(54), Some(99)], "also after a restart");
        (&log).write_all(&[b'y'; 500]).unwrap();
        assert_eq!(sizes(&folder)[0], Some(500), "a line is never cut");
    }

    #[cfg(unix)]
    #[test]
    fn only_the_listener_may_read_it_and_it_can_be_erased() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        let log = RotatingFile::new(dir.path().to_owned());
        (&log).write_all(b"one\n").unwrap();
        let mode = fs::metadata(&files(dir.path())[0]).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        log.erase().unwrap();
        assert_eq!(sizes(dir.path()), [None; 3]);
        (&log).write_all(b"two\n").unwrap();
        assert_eq!(sizes(dir.path()), [Some(4), None, None]);
    }
}
