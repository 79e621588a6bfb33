//! A file that comes as a test lets it.

use attune_audio::play::{Fetch, Growing, Sound, Source, Stop};
use attune_core::{AppError, ErrorCode};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

/// The file. Clones are the same.
#[derive(Clone)]
pub(crate) struct Drip {
    bytes: Arc<Vec<u8>>,
    extension: String,
    state: Arc<(Mutex<State>, Condvar)>,
}

#[derive(Default)]
struct State {
    there: usize,
    trouble: Option<AppError>,
    /// How many readers were told to stop.
    stopped: usize,
}

impl Drip {
    pub(crate) fn new(bytes: Vec<u8>, extension: &str) -> Self {
        Self { bytes: Arc::new(bytes), extension: extension.into(), state: Arc::default() }
    }

    pub(crate) fn of_file(path: &Path) -> Self {
        let extension = path.extension().unwrap().to_string_lossy();
        Self::new(std::fs::read(path).unwrap(), &extension)
    }

    /// So many bytes are there by now.
    pub(crate) fn let_through(&self, bytes: usize) {
        self.state.0.lock().unwrap().there = bytes.min(self.bytes.len());
        self.state.1.notify_all();
    }

    pub(crate) fn let_all(&self) {
        self.let_through(usize::MAX);
    }

    /// No more will come.
    pub(crate) fn fail(&self, code: ErrorCode) {
        self.state.0.lock().unwrap().trouble = Some(AppError::new(code, "It broke off."));
        self.state.1.notify_all();
    }

    /// How many readers have stopped waiting because they were told to.
    pub(crate) fn stopped(&self) -> usize {
        self.state.0.lock().unwrap().stopped
    }

    /// Whether it is the one that comes slowly.
    pub(crate) fn is_slow(&self) -> bool {
        self.extension == "wav"
    }

    pub(crate) fn source(&self) -> Source {
        Source { sound: Sound::Loading(self.fetch()), gain_db: 0.0, album: None }
    }

    fn fetch(&self) -> Fetch {
        let file = self.clone();
        Box::new(move |stop| {
            file.wait(1, &stop)?;
            Ok(Box::new(Reading { file, place: 0, stop }))
        })
    }

    /// Waits until so many bytes are there, and gives how many are.
    fn wait(&self, bytes: usize, stop: &Stop) -> Result<usize, AppError> {
        let mut state = self.state.0.lock().unwrap();
        loop {
            if stop.is_set() {
                state.stopped += 1;
                return Err(AppError::new(ErrorCode::ServerInterrupted, "It was given up."));
            }
            if state.there >= bytes.min(self.bytes.len()) {
                return Ok(state.there);
            }
            if let Some(error) = &state.trouble {
                return Err(error.clone());
            }
            state = self.state.1.wait_timeout(state, Duration::from_millis(10)).unwrap().0;
        }
    }
}

struct Reading {
    file: Drip,
    place: usize,
    stop: Stop,
}

impl Read for Reading {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let there = self.file.wait(self.place + 1, &self.stop).map_err(io::Error::other)?;
        let all = &self.file.bytes[..there];
        let n = (&all[self.place.min(there)..]).read(out)?;
        self.place += n;
        Ok(n)
    }
}

impl Seek for Reading {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let place = match to {
            SeekFrom::Start(place) => place as usize,
            SeekFrom::Current(by) => self.place.saturating_add_signed(by as isize),
            SeekFrom::End(by) => self.file.bytes.len().saturating_add_signed(by as isize),
        };
        self.place = place;
        Ok(place as u64)
    }
}

impl Growing for Reading {
    fn extension(&self) -> Option<&str> {
        Some(&self.file.extension)
    }

    fn again(&self) -> io::Result<Box<dyn Growing>> {
        Ok(Box::new(Self { file: self.file.clone(), place: 0, stop: self.stop.clone() }))
    }

    fn wait_whole(&mut self) -> Result<(), AppError> {
        self.file.wait(usize::MAX, &self.stop).map(drop)
    }

    fn byte_len(&self) -> Option<u64> {
        Some(self.file.bytes.len() as u64)
    }
}
