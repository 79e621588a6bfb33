//! A song on its way from a server, as the player reads it.

use super::reach::Reach;
use attune_audio::play::{Fetch, Growing, Stop};
use attune_core::{AppError, TrackId};
use attune_subsonic::{Servers, SongReader, SubsonicError};
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::time::Duration;

/// The listener is told why it is silent when nothing has come for so long.
const SILENT: Duration = Duration::from_secs(2);

/// Asks for a song when the player wants it. A server of which nothing comes is noted.
pub(super) fn fetch(servers: Servers, reach: Reach, id: TrackId) -> Fetch {
    Box::new(move |stop: Stop| {
        let asking = stop.clone();
        let given_up = move |silent| {
            asking.complain((silent >= SILENT).then(|| SubsonicError::Offline.into()));
            asking.is_set()
        };
        let song = servers.open_song_until(&id, Arc::new(given_up));
        if let Err(error) = &song
            && !stop.is_set()
        {
            reach.note(&servers, &id, error.code);
        }
        Ok(Box::new(Incoming(song?)))
    })
}

/// The song. Its failures carry the server's own error.
struct Incoming(SongReader);

impl Read for Incoming {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.0.read(out).map_err(told)
    }
}

impl Seek for Incoming {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to).map_err(told)
    }
}

impl Growing for Incoming {
    fn extension(&self) -> Option<&str> {
        self.0.suffix()
    }

    fn again(&self) -> io::Result<Box<dyn Growing>> {
        Ok(Box::new(Self(self.0.again()?)))
    }

    fn wait_whole(&mut self) -> Result<(), AppError> {
        self.0.wait_whole()
    }

    fn byte_len(&self) -> Option<u64> {
        self.0.byte_len()
    }

    fn can_jump(&self) -> bool {
        self.0.can_jump()
    }
}

/// The error with what the listener is told inside.
fn told(error: io::Error) -> io::Error {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<SubsonicError>()) {
        Some(known) => io::Error::new(error.kind(), AppError::from(known.clone())),
        None => error,
    }
}

#[cfg(test)]
mod tests;
