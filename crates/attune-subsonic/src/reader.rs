//! Reading a song like a file, whether it is in the cache or still on its way.

use crate::download::{self, Wanted};
use crate::error::SubsonicError;
use crate::progress::{Download, GivenUp, Progress};
use crate::servers::Servers;
use crate::song::parts;
use crate::sync::locked;
use attune_core::{AppError, TrackId};
use rusqlite::OptionalExtension as _;
use std::fmt;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// A song's bytes. Reading and going to a place wait for bytes that are still on their way; they fail where these do not
/// come, and never block for longer than the server may be silent three times over.
pub struct SongReader {
    file: File,
    place: u64,
    /// None for a file that is whole.
    download: Option<Arc<Download>>,
    suffix: Option<String>,
    given_up: Option<GivenUp>,
}

impl fmt::Debug for SongReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SongReader")
            .field("place", &self.place)
            .field("suffix", &self.suffix)
            .finish_non_exhaustive()
    }
}

impl Servers {
    /// Opens a song: its file in the cache if it is there, without asking the server, else as it comes. The answer is there
    /// as soon as the server's is.
    ///
    /// Fails with `server_song_gone` for what is no song of these servers, and as every call to a server does. What fails
    /// later is an error of the reader, with a [`SubsonicError`] inside.
    pub fn open_song(&self, id: &TrackId) -> Result<SongReader, AppError> {
        Ok(self.reader_of(id, None)?)
    }

    /// Opens a song as [`Servers::open_song`] does, for somebody who may give it up: then whatever waits, and every read
    /// after that, fails with `server_interrupted`.
    pub fn open_song_until(&self, id: &TrackId, given_up: GivenUp) -> Result<SongReader, AppError> {
        Ok(self.reader_of(id, Some(given_up))?)
    }

    /// Loads a song into the cache while others play, in place of the one that was asked for before, unless somebody reads
    /// that by now. Returns at once. Fails as [`Servers::open_song`].
    pub fn load_ahead(&self, id: &TrackId) -> Result<(), AppError> {
        let wanted = self.wanted(id)?;
        if self.cached_path(&wanted)?.is_none() {
            let download = download::begin(self, &wanted)?;
            *locked(&self.inner.cache.ahead) = Some(download);
        }
        Ok(())
    }

    /// The whole file of a song, loaded first where it is not in the cache. Waits for that. Fails as
    /// [`Servers::open_song`], and with `server_refused` for a song larger than the whole cache.
    pub fn whole_song(&self, id: &TrackId) -> Result<PathBuf, AppError> {
        Ok(self.whole(id)?)
    }

    /// Whether a track is a song of a server, by its id alone.
    #[must_use]
    pub fn has(&self, id: &TrackId) -> bool {
        parts(id).is_some()
    }

    /// The file of a song if it is in the cache, without asking the server; it counts as used. None for other tracks, too.
    pub fn song_in_cache(&self, id: &TrackId) -> Result<Option<PathBuf>, AppError> {
        match self.wanted(id) {
            Ok(wanted) => Ok(self.cached_path(&wanted)?),
            Err(SubsonicError::SongGone) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn whole(&self, id: &TrackId) -> Result<PathBuf, SubsonicError> {
        let wanted = self.wanted(id)?;
        if let Some(path) = self.cached_path(&wanted)? {
            return Ok(path);
        }
        download::begin(self, &wanted)?.wait(None, |p| p.end.as_ref()?.is_ok().then_some(()))?;
        // Too large a file is not kept.
        self.cached_path(&wanted)?.ok_or(SubsonicError::Refused(413))
    }

    fn reader_of(&self, id: &TrackId, given_up: Option<GivenUp>) -> Result<SongReader, SubsonicError> {
        let wanted = self.wanted(id)?;
        for _ in 0..2 {
            if let Some(path) = self.cached_path(&wanted)? {
                return Ok(SongReader {
                    file: File::open(path)?,
                    place: 0,
                    download: None,
                    suffix: wanted.suffix,
                    given_up,
                });
            }
            let download = download::begin(self, &wanted)?;
            // One that has got its name in between is in the cache.
            if let Ok(file) = download.file() {
                let begun =
                    |p: &Progress| p.parts.beginning() > 0 || p.end.as_ref().is_some_and(Result::is_ok);
                download.wait(given_up.as_ref(), |p| begun(p).then_some(()))?;
                let (download, suffix) = (Some(download), wanted.suffix);
                return Ok(SongReader { file, place: 0, download, suffix, given_up });
            }
        }
        Err(SubsonicError::Interrupted)
    }

    fn cached_path(&self, wanted: &Wanted) -> Result<Option<PathBuf>, SubsonicError> {
        self.inner.cache.path(&self.writer(), wanted.number, self.now())
    }

    fn wanted(&self, id: &TrackId) -> Result<Wanted, SubsonicError> {
        let (server, song) = parts(id).ok_or(SubsonicError::SongGone)?;
        let sql = "SELECT number, suffix, size FROM songs WHERE server = ?1 AND song = ?2";
        let found = self
            .reader()
            .query_row(sql, [server, song], |row| {
                Ok(Wanted {
                    number: row.get(0)?,
                    track: id.0.clone(),
                    server: server.to_owned(),
                    song: song.to_owned(),
                    suffix: row.get(1)?,
                    size: row.get::<_, Option<i64>>(2)?.map(i64::unsigned_abs),
                })
            })
            .optional()?;
        found.ok_or(SubsonicError::SongGone)
    }
}

impl SongReader {
    /// How many bytes there are in all, where that is known.
    #[must_use]
    pub fn byte_len(&self) -> Option<u64> {
        match &self.download {
            None => self.file.metadata().ok().map(|m| m.len()),
            Some(download) => download.total(),
        }
    }

    /// The ending of the file's name on the server, such as `flac`: what it may be.
    #[must_use]
    pub fn suffix(&self) -> Option<&str> {
        self.suffix.as_deref()
    }

    /// The same song from its start, with a place of its own.
    pub fn again(&self) -> io::Result<Self> {
        Ok(Self {
            file: self.file.try_clone()?,
            place: 0,
            download: self.download.clone(),
            suffix: self.suffix.clone(),
            given_up: self.given_up.clone(),
        })
    }

    /// Waits until all of it is there. Fails as reading does.
    pub fn wait_whole(&self) -> Result<(), AppError> {
        let Some(download) = &self.download else { return Ok(()) };
        let whole = |p: &Progress| p.end.as_ref()?.is_ok().then_some(());
        Ok(download.wait(self.given_up.as_ref(), whole)?)
    }

    /// Whether a place far ahead is got without all that lies before it.
    #[must_use]
    pub fn can_jump(&self) -> bool {
        self.download.as_ref().is_some_and(|d| d.look(|p| p.ranges && p.total.is_some()))
    }

    /// Waits until byte `place` is there, and gives up to where there is more; none where the song ends before it.
    fn reach(&self, place: u64) -> io::Result<Option<u64>> {
        let Some(download) = &self.download else { return Ok(Some(u64::MAX)) };
        if self.given_up.as_ref().is_some_and(|given_up| given_up(Duration::ZERO)) {
            return Err(as_io(SubsonicError::Interrupted));
        }
        download.ask(place);
        let there = download.wait(self.given_up.as_ref(), |p| match (p.parts.end_of(place), &p.end) {
            (Some(end), _) => Some(Some(end)),
            (None, Some(Ok(()))) => Some(None),
            (None, _) => None,
        });
        there.map_err(as_io)
    }

    /// How many bytes there are in all, waiting for the end where nobody said.
    fn length(&self) -> io::Result<u64> {
        let Some(download) = &self.download else { return Ok(self.file.metadata()?.len()) };
        let length = |p: &Progress| match &p.end {
            Some(Ok(())) => Some(p.parts.beginning()),
            _ => p.total,
        };
        download.wait(self.given_up.as_ref(), length).map_err(as_io)
    }
}

/// An error as readers of files know them.
fn as_io(error: SubsonicError) -> io::Error {
    let kind = match error {
        SubsonicError::Interrupted => io::ErrorKind::TimedOut,
        _ => io::ErrorKind::Other,
    };
    io::Error::new(kind, error)
}

/// Reads at a place. Readers of one file share where it stands, so that none may rely on that.
#[cfg(unix)]
fn read_at(file: &File, out: &mut [u8], place: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, out, place)
}

/// Reads at a place. Readers of one file share where it stands, so that none may rely on that.
#[cfg(windows)]
fn read_at(file: &File, out: &mut [u8], place: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, out, place)
}

impl Read for SongReader {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        let Some(end) = self.reach(self.place)? else { return Ok(0) };
        let most = out.len().min(usize::try_from(end - self.place).unwrap_or(usize::MAX));
        let n = read_at(&self.file, &mut out[..most], self.place)?;
        self.place += n as u64;
        Ok(n)
    }
}

impl Seek for SongReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::Current(by) => self.place.checked_add_signed(by),
            SeekFrom::End(by) => self.length()?.checked_add_signed(by),
        };
        let before_start = || io::Error::new(io::ErrorKind::InvalidInput, "a place before the start");
        self.place = place.ok_or_else(before_start)?;
        Ok(self.place)
    }
}
