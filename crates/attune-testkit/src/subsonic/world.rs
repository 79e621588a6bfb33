//! What the fake serves and how it behaves, open for tests to change.

use std::sync::{Arc, Condvar, Mutex, PoisonError};

/// A song of the fake.
#[derive(Debug, Clone, Default)]
pub struct FakeSong {
    /// Its id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Artist.
    pub artist: String,
    /// Album; songs of one album have one text here.
    pub album: String,
    /// Genres.
    pub genres: Vec<String>,
    /// Mood words.
    pub moods: Vec<String>,
    /// Beats per minute, 0 for none.
    pub bpm: u32,
    /// Recording codes.
    pub isrc: Vec<String>,
    /// Length in seconds.
    pub seconds: u32,
    /// The ending of its file's name.
    pub suffix: String,
    /// Its file.
    pub bytes: Arc<Vec<u8>>,
    /// The size that the list claims, where it is another than the file's.
    pub listed_size: Option<u64>,
}

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// 429 with this `Retry-After`, or without.
    TooMany(Option<String>),
    /// This status with an HTML page.
    Status(u16),
    /// An HTML page with the status 200 in place of the reply.
    Html,
    /// Bytes that are no JSON, called JSON.
    Garbage,
    /// A refusal of the protocol with this number.
    Refusal(u32),
    /// A redirection to that address.
    Redirect(String),
    /// The connection closes after so many bytes of the body, whose length was promised whole.
    Cut(usize),
    /// The connection closes after so many bytes of a body without a length.
    CutUnannounced(usize),
    /// The connection closes without an answer.
    NoAnswer,
    /// The `Content-Length` is so many bytes more than the body, or less.
    WrongLength(isize),
    /// So many milliseconds of silence after that many bytes.
    Stall(usize, u64),
    /// Every read of the body waits so many milliseconds for each 16 KiB.
    Slow(u64),
    /// No more after so many bytes before the gate is opened.
    Hold(usize, Gate),
}

/// Closed until a test opens it; clones are the same one.
#[derive(Debug, Clone, Default)]
pub struct Gate(Arc<(Mutex<bool>, Condvar)>);

impl Gate {
    /// Lets everyone through from now on.
    pub fn open(&self) {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.0.1.notify_all();
    }

    /// Waits until it is open.
    pub(super) fn pass(&self) {
        let mut is_open = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
        while !*is_open {
            is_open = self.0.1.wait(is_open).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl PartialEq for Gate {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Gate {}

/// A trouble, and the requests it comes upon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The method, such as `stream`; empty fits all.
    pub method: String,
    /// How many requests it is for.
    pub times: u32,
    /// What happens to them.
    pub trouble: Trouble,
}

/// A request that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The method, such as `ping`.
    pub method: String,
    /// What stood in the address behind the question mark.
    pub query: String,
    /// All parameters, of address and body.
    pub parameters: Vec<(String, String)>,
    /// The `Range` header.
    pub range: Option<String>,
}

impl Seen {
    /// The value of a parameter.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

/// The state of the fake.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a way of servers to behave")]
pub struct World {
    /// The listener's name.
    pub name: String,
    /// The listener's password.
    pub password: String,
    /// The listener's API key.
    pub api_key: String,
    /// Whether a hash is taken for the password.
    pub tokens: bool,
    /// Offered extensions.
    pub extensions: Vec<String>,
    /// The protocol's version. A client that names a newer one is refused, as Subsonic does.
    pub protocol: String,
    /// Its songs, in their order.
    pub songs: Vec<FakeSong>,
    /// Its covers by id; songs of an album have one id, `cover-` and the album.
    pub covers: Vec<(String, Vec<u8>)>,
    /// Whether an empty search finds everything.
    pub finds_all: bool,
    /// Whether it passes over the offset of a search.
    pub ignores_offset: bool,
    /// The most songs of a search's page.
    pub most: usize,
    /// What `getScanStatus` says of the last scan; none where it refuses.
    pub last_scan: Option<String>,
    /// Whether it sends parts of files.
    pub ranges: bool,
    /// Whether files have a length and a tag.
    pub announces: bool,
    /// Troubles to come.
    pub faults: Vec<Fault>,
    /// Requests so far.
    pub seen: Vec<Seen>,
}

impl World {
    /// Alice with the password `sesame`, an `OpenSubsonic` server of today, and three songs.
    #[must_use]
    pub fn usual() -> Self {
        let mut world = Self {
            name: "alice".into(),
            password: "sesame".into(),
            api_key: "key-0123456789".into(),
            tokens: true,
            extensions: vec!["formPost".into(), "apiKeyAuthentication".into()],
            protocol: "1.16.1".into(),
            songs: Vec::new(),
            covers: Vec::new(),
            finds_all: true,
            ignores_offset: false,
            most: usize::MAX,
            last_scan: None,
            ranges: true,
            announces: true,
            faults: Vec::new(),
            seen: Vec::new(),
        };
        world.fill(3, 300_000);
        world
    }

    /// Replaces the songs by so many, each with a file of `bytes` bytes that no other has.
    pub fn fill(&mut self, count: usize, bytes: usize) {
        self.songs = (0..count).map(|n| song(n, bytes)).collect();
    }

    /// A trouble for the next `times` requests of that method.
    pub fn trouble(&mut self, method: &str, times: u32, trouble: Trouble) {
        self.faults.push(Fault { method: method.into(), times, trouble });
    }

    /// How many requests of that method came.
    #[must_use]
    pub fn count(&self, method: &str) -> usize {
        self.seen.iter().filter(|s| s.method == method).count()
    }

    /// The trouble of a request, if there is one.
    pub(super) fn next_trouble(&mut self, method: &str) -> Option<Trouble> {
        let fits = |f: &&mut Fault| f.times > 0 && (f.method.is_empty() || f.method == method);
        let fault = self.faults.iter_mut().find(fits)?;
        fault.times -= 1;
        Some(fault.trouble.clone())
    }
}

fn song(n: usize, bytes: usize) -> FakeSong {
    let moods = ["calm", "happy", "sad", "energetic"];
    FakeSong {
        id: format!("song-{n}"),
        title: format!("Title {n}"),
        artist: format!("Artist {}", n / 40),
        album: format!("Album {}", n / 10),
        genres: vec!["Folk".into(), "Ambient".into()],
        moods: vec![moods[n % moods.len()].into()],
        bpm: 60 + (n % 100) as u32,
        isrc: vec![format!("XXA01{n:07}")],
        seconds: 120 + (n % 200) as u32,
        suffix: "flac".into(),
        bytes: Arc::new((0..bytes).map(|i| ((i * 31 + i / 251 + n * 7) % 256) as u8).collect()),
        listed_size: None,
    }
}
