//! A song on its way from a server to the disk, read while it comes.
//!
//! One thread loads ([`Loading`]) into a half-written file; readers follow it ([`crate::reader`]) and wait for bytes that
//! are not there yet. A connection that breaks is taken up by `Range` where it broke; from servers that refuse ranges the
//! song is asked for again, and what is known is compared and passed over. Where a server sends ranges, a place far ahead
//! that a reader waits for is asked for at once, and what was passed over afterwards. A song that nobody waits for any more is let
//! go. Only one that is whole gets into the cache.

use crate::connection::Connection;
use crate::error::SubsonicError;
use crate::progress::Download;
use crate::servers::Servers;
use crate::sync::locked;
use reqwest::blocking::Response;
use reqwest::header::{ACCEPT_RANGES, CONTENT_LENGTH, CONTENT_RANGE, ETAG, HeaderName, LAST_MODIFIED};
use std::fs::File;
use std::io::{self, Read, Seek as _, SeekFrom, Write as _};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};
use tempfile::NamedTempFile;

/// Tries without news before a song of which nothing is here is given up. One that is being listened to is waited for
/// longer: [`OUTAGE`].
const TRIES: u32 = 5;
/// How long a song is tried for without news, in times of the patience with a silent server.
const OUTAGE: u32 = 9;
/// The longest pause between two tries, in times of that patience: once in half a minute.
const LONGEST_PAUSE: f64 = 1.25;
/// Bytes that count as news: a server that cuts after each byte is given up, too.
const NEWS: u64 = 64 << 10;
/// The pause before the second try; it doubles.
const PAUSE: Duration = Duration::from_millis(200);
/// The longest that a server which asks to wait is waited for.
const LONGEST_WAIT: Duration = Duration::from_mins(1);
/// A song that is left is loaded on for so long: a reader that goes to another place comes back at once.
const GRACE: Duration = Duration::from_secs(1);
/// How soon a wait ends when nobody wants the song any more.
const NAP: Duration = Duration::from_millis(50);
/// A place that lies farther ahead than so many bytes is asked for by itself; also the least that is taken from there
/// before another place is asked for, so that readers at several places take turns.
const FAR: u64 = 512 << 10;
/// Bytes read at once.
const CHUNK: usize = 64 << 10;

/// What is asked for.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    /// The song's number in the database.
    pub(crate) number: i64,
    /// Its track's id.
    pub(crate) track: String,
    /// Its server.
    pub(crate) server: String,
    /// The server's id of it.
    pub(crate) song: String,
    pub(crate) suffix: Option<String>,
    /// Bytes of its file as the server's list says.
    pub(crate) size: Option<u64>,
}

/// Begins to load a song, or joins the load that is under way.
pub(crate) fn begin(servers: &Servers, wanted: &Wanted) -> Result<Arc<Download>, SubsonicError> {
    let cache = &servers.inner.cache;
    let mut loading = locked(&cache.loading);
    if let Some(under_way) = loading.get(&wanted.number).and_then(std::sync::Weak::upgrade) {
        return Ok(under_way);
    }
    let connection = servers.connection(&wanted.server)?;
    let file = cache.half_written()?;
    let download = Arc::new(Download::new(file.path(), (OUTAGE + 1) * servers.inner.options.patience));
    let task = Loading {
        servers: servers.clone(),
        wanted: wanted.clone(),
        connection,
        download: Arc::clone(&download),
        tag: None,
        asked_for_more: false,
        alone_since: None,
    };
    let work = move || task.run(file);
    thread::Builder::new().name("attune-song".into()).spawn(work).map_err(|_| SubsonicError::NoThread)?;
    loading.insert(wanted.number, Arc::downgrade(&download));
    Ok(download)
}

/// What one answer brought.
enum Step {
    /// The song is whole.
    Whole,
    /// The connection broke, or the server said less than it has.
    Cut(SubsonicError),
    /// What is missing is elsewhere.
    Elsewhere,
}

/// The work of the thread that loads.
struct Loading {
    servers: Servers,
    wanted: Wanted,
    connection: Arc<Connection>,
    download: Arc<Download>,
    /// Names the version of the file that is being loaded.
    tag: Option<String>,
    /// Whether a file that ended before its listed size was asked for what is missing.
    asked_for_more: bool,
    /// Since when nobody but this thread holds the load.
    alone_since: Option<Instant>,
}

impl Loading {
    fn run(mut self, mut file: NamedTempFile) {
        let loaded = self.load(file.as_file_mut());
        let kept = loaded.and_then(|()| self.keep(file));
        let (ended, passing) = match kept {
            Ok(passing) => (Ok(()), passing),
            Err(error) => {
                tracing::debug!(code = %error.code(), "a song was not loaded");
                (Err(error), None)
            }
        };
        locked(&self.servers.inner.cache.loading).remove(&self.wanted.number);
        self.download.change(|p| {
            p.passing = passing;
            p.end = Some(ended);
        });
    }

    fn keep(&self, file: NamedTempFile) -> Result<Option<NamedTempFile>, SubsonicError> {
        let bytes = self.written();
        let known = (self.wanted.number, self.wanted.track.as_str(), self.wanted.suffix.as_deref());
        let db = self.servers.writer();
        self.servers.inner.cache.keep(&db, known, file, (bytes, self.connection.now()))
    }

    fn written(&self) -> u64 {
        self.download.written()
    }

    /// Loads to the end, through cuts and waits.
    fn load(&mut self, file: &mut File) -> Result<(), SubsonicError> {
        let (mut tries, mut news, mut pause) = (0, 0, PAUSE);
        let patience = self.servers.inner.options.patience;
        let mut last_news = Instant::now();
        loop {
            let error = match self.once(file) {
                Ok(Step::Whole) => return Ok(()),
                Ok(Step::Elsewhere) => continue,
                Ok(Step::Cut(error)) => error,
                Err(error) if error.is_passing() => error,
                Err(SubsonicError::RateLimited { until }) => {
                    let asked = (until - self.connection.now()).0.max(0).unsigned_abs();
                    pause = Duration::from_millis(asked);
                    SubsonicError::RateLimited { until }
                }
                Err(error) => return Err(error),
            };
            let here = self.download.look(|p| p.parts.bytes());
            if here >= news + NEWS {
                (tries, pause) = (0, PAUSE);
                news = here;
                last_news = Instant::now();
            }
            tries += 1;
            let is_over = if here == 0 || !error.is_outage() {
                tries >= TRIES
            } else {
                last_news.elapsed() > OUTAGE * patience
            };
            if is_over || pause > LONGEST_WAIT || !self.rests(pause) {
                return Err(error);
            }
            pause = 2 * pause.min(LONGEST_WAIT / 2);
            // Where there is no way, another try soon finds none either.
            let no_way = matches!(error, SubsonicError::Offline) && here > 0;
            if tries >= TRIES || no_way {
                pause = patience.mul_f64(LONGEST_PAUSE);
            }
        }
    }

    /// Waits. False where nobody wants the song any more.
    fn rests(&mut self, pause: Duration) -> bool {
        let ends = Instant::now() + pause;
        while Instant::now() < ends {
            if self.is_unwanted() {
                return false;
            }
            thread::sleep(NAP.min(ends.saturating_duration_since(Instant::now())));
        }
        true
    }

    /// Whether this thread alone has held the load for a while. Nobody joins it any more then.
    fn is_unwanted(&mut self) -> bool {
        let mut loading = locked(&self.servers.inner.cache.loading);
        if Arc::strong_count(&self.download) > 1 {
            self.alone_since = None;
            return false;
        }
        let unwanted = self.alone_since.get_or_insert_with(Instant::now).elapsed() >= GRACE;
        if unwanted {
            loading.remove(&self.wanted.number);
        }
        unwanted
    }

    /// Where to load from: the place that a reader waits for if it is far and the server sends ranges, what follows on it
    /// afterwards, else the first that is missing.
    fn missing(&self) -> u64 {
        self.download.look(|p| {
            let first = p.parts.beginning();
            let Some(asked) = p.asked.filter(|_| p.ranges) else { return first };
            let from = p.parts.end_of(asked).unwrap_or(asked);
            let is_far = from > first + FAR && p.total.is_some_and(|total| from < total);
            if is_far { from } else { first }
        })
    }

    /// Asks for what is missing, and takes what comes.
    fn once(&mut self, file: &mut File) -> Result<Step, SubsonicError> {
        let from = self.missing();
        let jumped = from > self.written();
        let mut response = self.connection.file(&self.wanted.song, from, self.tag.as_deref())?;
        match response.status().as_u16() {
            206 if from > 0 => {
                let range = header(&response, CONTENT_RANGE).and_then(content_range);
                let (_, total) = range.filter(|(start, _)| *start == from).ok_or(SubsonicError::BadReply)?;
                self.agree(total)?;
            }
            // The length is a lie, or ranges are sent no more: what there is comes from the start on.
            200 | 416 if jumped => {
                self.download.change(|p| {
                    p.ranges = false;
                    p.parts.keep_start();
                });
                return Ok(Step::Elsewhere);
            }
            416 => {
                let total = header(&response, CONTENT_RANGE).and_then(unsatisfied);
                // It has what there is; the length that was said before was wrong.
                return if total.is_none_or(|total| total == from) {
                    Ok(Step::Whole)
                } else {
                    Err(SubsonicError::SongChanged)
                };
            }
            // The whole file, from its start.
            _ if from == 0 => {
                let total = header(&response, CONTENT_LENGTH).and_then(|n| n.parse().ok());
                self.tag = tag(&response);
                self.make_room(total)?;
                let ranges = header(&response, ACCEPT_RANGES).is_some_and(|unit| unit.trim() == "bytes");
                self.download.change(|p| (p.total, p.ranges) = (total, ranges));
            }
            _ if self.asked_for_more => return Ok(Step::Whole),
            _ => {
                self.download.change(|p| {
                    p.ranges = false;
                    p.parts.keep_start();
                });
                pass_over(&mut response, file, from)?;
                file.seek(SeekFrom::Start(from))?;
                let step = self.take(&mut response, file, from)?;
                // What breaks off at the same byte twice has a wrong length, unless the list says that there is more.
                let no_more = self.written() == from && self.wanted.size.is_none_or(|size| size <= from);
                return Ok(if no_more { Step::Whole } else { step });
            }
        }
        file.seek(SeekFrom::Start(from))?;
        self.take(&mut response, file, from)
    }

    /// A file that has another length than it had is another file. A length that was never said may be now.
    fn agree(&self, total: Option<u64>) -> Result<(), SubsonicError> {
        let before = self.download.total();
        match (before, total) {
            (Some(before), Some(total)) if before != total && !self.asked_for_more => {
                Err(SubsonicError::SongChanged)
            }
            (_, Some(total)) => {
                self.download.change(|p| p.total = Some(total));
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn make_room(&self, total: Option<u64>) -> Result<(), SubsonicError> {
        let cache = &self.servers.inner.cache;
        match total {
            Some(total) if total > cache.longest_song() => Err(SubsonicError::BadReply),
            Some(total) => cache.make_room(&self.servers.writer(), total, Some(self.wanted.number)),
            None => Ok(()),
        }
    }

    /// Writes what comes, from a place on, until a part that is here already.
    fn take(&mut self, response: &mut Response, file: &mut File, from: u64) -> Result<Step, SubsonicError> {
        let mut buffer = vec![0; CHUNK];
        let mut at = from;
        let stop = self.download.look(|p| p.parts.next_behind(from)).unwrap_or(u64::MAX);
        let turn = if from > self.written() { FAR } else { 1 };
        loop {
            if self.is_unwanted() {
                return Err(SubsonicError::Interrupted);
            }
            if at >= stop {
                let written = self.written();
                let is_whole = self.download.total() == Some(written);
                return Ok(if is_whole { self.end(written) } else { Step::Elsewhere });
            }
            if at >= from + turn && self.is_asked_elsewhere(at) {
                return Ok(Step::Elsewhere);
            }
            let most = CHUNK.min(usize::try_from(stop - at).unwrap_or(CHUNK));
            match response.read(&mut buffer[..most]) {
                Ok(0) => return Ok(self.end(at)),
                Ok(n) => {
                    file.write_all(&buffer[..n])?;
                    self.download.change(|p| p.parts.add(at, n as u64));
                    at += n as u64;
                    if at > self.servers.inner.cache.longest_song() {
                        return Err(SubsonicError::BadReply);
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return Ok(Step::Cut(SubsonicError::Interrupted)),
            }
        }
    }

    /// Whether a reader waits for a place that loading on from here does not soon bring.
    fn is_asked_elsewhere(&self, at: u64) -> bool {
        self.download.look(|p| {
            let missing = p.asked.filter(|asked| p.parts.end_of(*asked).is_none());
            let lies = |asked: u64| asked < at || asked > at + FAR;
            p.ranges && p.total.is_some_and(|total| missing.is_some_and(|asked| asked < total && lies(asked)))
        })
    }

    /// What an answer's end at a place means. One that nobody delimited may have broken off, and a length may be a lie: a file that is
    /// shorter than its server's list says is asked for the rest, once.
    fn end(&mut self, at: u64) -> Step {
        let (written, total) = (self.written(), self.download.total());
        if at > written && total == Some(at) {
            return Step::Elsewhere;
        }
        if total.is_some_and(|total| written < total) {
            return Step::Cut(SubsonicError::Interrupted);
        }
        let listed = self.wanted.size.unwrap_or(0);
        if written < listed && !self.asked_for_more {
            self.asked_for_more = true;
            return Step::Cut(SubsonicError::Interrupted);
        }
        Step::Whole
    }
}

/// Reads what is known already, and makes sure that it is the same.
fn pass_over(response: &mut Response, file: &mut File, bytes: u64) -> Result<(), SubsonicError> {
    file.seek(SeekFrom::Start(0))?;
    let (mut known, mut again) = (vec![0; CHUNK], vec![0; CHUNK]);
    let mut left = bytes;
    while left > 0 {
        let most = CHUNK.min(usize::try_from(left).unwrap_or(CHUNK));
        let n = match response.read(&mut again[..most]) {
            Ok(0) => return Err(SubsonicError::SongChanged),
            Ok(n) => n,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => return Err(SubsonicError::Interrupted),
        };
        file.read_exact(&mut known[..n])?;
        if known[..n] != again[..n] {
            return Err(SubsonicError::SongChanged);
        }
        left -= n as u64;
    }
    Ok(())
}

fn header(response: &Response, name: HeaderName) -> Option<&str> {
    response.headers().get(name)?.to_str().ok()
}

/// What names a version of a file well enough to join parts by: a strong tag, else the time of its last change.
fn tag(response: &Response) -> Option<String> {
    let strong = header(response, ETAG).filter(|tag| !tag.starts_with("W/"));
    strong.or_else(|| header(response, LAST_MODIFIED)).map(str::to_owned)
}

/// `bytes 100-199/200`: where it begins, and the whole's length if it is known.
fn content_range(text: &str) -> Option<(u64, Option<u64>)> {
    let (range, total) = text.trim().strip_prefix("bytes ")?.split_once('/')?;
    let (start, _) = range.split_once('-')?;
    Some((start.trim().parse().ok()?, total.trim().parse().ok()))
}

/// `bytes */200`: the whole's length.
fn unsatisfied(text: &str) -> Option<u64> {
    text.trim().strip_prefix("bytes */")?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_servers_write_them() {
        assert_eq!(content_range("bytes 100-199/200"), Some((100, Some(200))));
        assert_eq!(content_range("bytes 0-9/*"), Some((0, None)));
        assert_eq!(unsatisfied("bytes */200"), Some(200));
        for text in ["", "bytes", "bytes */200", "bytes a-b/c", "items 1-2/3", "bytes -5/10"] {
            assert_eq!(content_range(text), None, "{text}");
        }
    }
}
