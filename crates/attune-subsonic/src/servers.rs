//! The servers that the listener added, as the rest of the app sees them.

use crate::address::Address;
use crate::cache::Cache;
use crate::certificate::Fingerprint;
use crate::check::{self, Found, NewServer, ServerCheck};
use crate::connection::{Connection, Manner};
use crate::covers::Covers;
use crate::database::{self, DATABASE, Opened};
use crate::error::SubsonicError;
use crate::login::{Login, Proof, hex};
use crate::sync::locked;
use attune_core::ports::SecretStore;
use attune_core::time::Clock;
use attune_core::{AppError, Timestamp};
use rusqlite::{Connection as Db, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

/// What the handle is made from.
#[derive(Clone)]
pub struct Options {
    /// The folder of the app's data; none keeps everything in memory and songs in a temporary folder.
    pub folder: Option<PathBuf>,
    /// The time.
    pub clock: Clock,
    /// The longest that a server may be silent.
    pub patience: Duration,
    /// The most bytes of songs that are kept on the disk until the listener chooses ([`Servers::set_cache_limit`]).
    pub cache_limit: u64,
}

impl Options {
    /// The usual ones: twenty seconds of patience, two gigabytes of songs.
    #[must_use]
    pub fn new(folder: Option<PathBuf>, clock: Clock) -> Self {
        Self { folder, clock, patience: Duration::from_secs(20), cache_limit: 2_000_000_000 }
    }
}

/// Where the login of a server is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", tag = "where", content = "why")]
pub enum Kept {
    /// In the system's keyring.
    Keyring,
    /// In memory, until Attune ends, because the keyring could not be used.
    ThisSession(AppError),
}

/// A server in the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact or a switch of its own in the window")]
pub struct ServerInfo {
    /// Eight letters and digits, the same whenever this listener adds this address.
    pub id: String,
    /// What the listener calls it.
    pub name: String,
    /// Its address.
    pub address: String,
    /// Who the listener is there; empty with an API key.
    pub listener: String,
    /// The certificate that was accepted after asking.
    pub accepted: Option<String>,
    /// The program with its version, as far as it says.
    pub program: Option<String>,
    /// Whether the password itself is sent.
    pub sends_password: bool,
    /// Whether what is asked for stays out of addresses.
    pub form_post: bool,
    /// Songs that are there.
    pub songs: u32,
    /// Songs in the cache.
    pub cached: u32,
    /// When its list was read to the end last, in Unix milliseconds.
    pub scanned_at: Option<f64>,
    /// Whether it is told what was heard. Off at first.
    pub scrobbles: bool,
    /// Whether it is told what the listener likes. Off at first.
    pub stars: bool,
}

/// The servers that the listener added. Clones are handles on the same; any thread may use one, but calls that ask a
/// server wait for it, so none belongs on a thread that must not wait, nor inside an asynchronous task.
#[derive(Clone)]
pub struct Servers {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    writer: Mutex<Db>,
    reader: Option<Mutex<Db>>,
    secrets: Arc<dyn SecretStore>,
    pub(crate) options: Options,
    connections: Mutex<HashMap<String, Arc<Connection>>>,
    /// Logins that the keyring did not take.
    logins: Mutex<HashMap<String, Login>>,
    /// Servers whose list is being read.
    pub(crate) scanning: Mutex<HashSet<String>>,
    pub(crate) cache: Cache,
    pub(crate) covers: Covers,
}

impl fmt::Debug for Servers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Servers").finish_non_exhaustive()
    }
}

impl Servers {
    /// Opens or makes the list of servers in the data folder, and tells what had to be worked around. No server is asked
    /// for anything.
    ///
    /// Warnings have the codes `servers_set_aside`, `database_newer` and `servers_in_memory`. An error means that not even memory could be used.
    pub fn open(options: Options, secrets: Arc<dyn SecretStore>) -> Result<(Self, Vec<AppError>), AppError> {
        let mut warnings = Vec::new();
        let Opened { writer, reader } = match &options.folder {
            Some(folder) => database::open(folder, &mut warnings)?,
            None => Opened { writer: database::in_memory()?, reader: None },
        };
        let folder = options.folder.as_deref().filter(|_| reader.is_some());
        let cache = Cache::open(folder, &writer, options.cache_limit)?;
        let covers = Covers::of(folder);
        let inner = Inner {
            writer: Mutex::new(writer),
            reader: reader.map(Mutex::new),
            secrets,
            options,
            connections: Mutex::default(),
            logins: Mutex::default(),
            scanning: Mutex::default(),
            cache,
            covers,
        };
        Ok((Self { inner: Arc::new(inner) }, warnings))
    }

    /// Tests a server without adding it.
    #[must_use]
    pub fn check(&self, server: &NewServer) -> ServerCheck {
        check::examine(server, &self.time()).map_or_else(ServerCheck::from, |found| ServerCheck::from(&found))
    }

    /// Tests a server of the list.
    pub fn check_again(&self, id: &str) -> Result<ServerCheck, AppError> {
        let known = self.known(id)?;
        self.inner.secrets.wanted();
        let login = match self.login(id) {
            Ok(login) => login,
            Err(error) => return Ok(error.into()),
        };
        let Known { address, accepted, plain_password, .. } = known;
        Ok(self.check(&NewServer { address, login, accepted, plain_password }))
    }

    /// Whether a server of the list answers now, whatever it says. Fails with `server_gone`, and with the codes of a login
    /// that is not at hand: the keyring asks the listener nothing for this.
    pub fn answers(&self, id: &str) -> Result<bool, AppError> {
        let answer = self.connection(id)?.ask_once("ping", &[]);
        Ok(!answer.is_err_and(|error| error.is_outage()))
    }

    /// Adds a server under a name (its host's where that is empty), or renews the login of one that is known, after testing
    /// it. Fails as the test does, with the codes of [`SubsonicError`].
    pub fn add(&self, name: &str, server: &NewServer) -> Result<(ServerInfo, Kept), AppError> {
        let found = check::examine(server, &self.time())?;
        let id = id_of(&server.address, &server.login);
        self.put(&id, name.trim(), server, &found)?;
        locked(&self.inner.connections).remove(&id);
        self.inner.secrets.wanted();
        let kept = match self.inner.secrets.write(&secret_name(&id), &server.login.to_secret()) {
            Ok(()) => {
                locked(&self.inner.logins).remove(&id);
                Kept::Keyring
            }
            Err(error) => {
                locked(&self.inner.logins).insert(id.clone(), server.login.clone());
                Kept::ThisSession(error)
            }
        };
        Ok((self.server(&id)?, kept))
    }

    fn put(&self, id: &str, name: &str, server: &NewServer, found: &Found) -> Result<(), SubsonicError> {
        let shown = server.address.to_string();
        let host = shown.split_once("://").map_or(shown.as_str(), |(_, rest)| rest);
        let name = if name.is_empty() { host } else { name };
        let program = match check::ServerCheck::from(found) {
            ServerCheck::Works { program, .. } => program,
            _ => None,
        };
        self.writer().execute(
            "INSERT INTO servers (id, name, address, listener, accepted, plain_password, proof, form_post, protocol,
             program, added_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, accepted = excluded.accepted,
             plain_password = excluded.plain_password, proof = excluded.proof, form_post = excluded.form_post,
             protocol = excluded.protocol, program = excluded.program",
            params![
                id,
                name,
                shown,
                server.login.name(),
                server.accepted.map(|f| f.to_string()),
                server.plain_password,
                found.manner.proof.word(),
                found.manner.form_post,
                found.manner.protocol,
                program,
                self.now().0
            ],
        )?;
        Ok(())
    }

    /// The servers, oldest first.
    pub fn list(&self) -> Result<Vec<ServerInfo>, AppError> {
        let list = |db: &Db| -> Result<Vec<ServerInfo>, SubsonicError> {
            let mut rows = db.prepare_cached(&format!("{INFO} ORDER BY added_at, id"))?;
            Ok(rows.query_map([], info)?.collect::<Result<_, _>>()?)
        };
        Ok(list(&self.reader())?)
    }

    /// A server. Fails with `server_gone`.
    pub fn server(&self, id: &str) -> Result<ServerInfo, AppError> {
        let found = self.reader().query_row(&format!("{INFO} WHERE id = ?1"), [id], info).optional();
        Ok(found.map_err(SubsonicError::from)?.ok_or(SubsonicError::ServerGone)?)
    }

    /// Switches on or off what a server is told: what was heard, and what the listener likes. Fails with `server_gone`.
    pub fn set_reporting(&self, id: &str, scrobbles: bool, stars: bool) -> Result<ServerInfo, AppError> {
        let switch = |db: &Db| -> Result<(), SubsonicError> {
            let sql = "UPDATE servers SET scrobbles = ?2, stars = ?3 WHERE id = ?1";
            db.execute(sql, params![id, scrobbles, stars])?;
            if !scrobbles {
                // What waits to be told is not to be told any more.
                db.execute("DELETE FROM untold WHERE server = ?1", [id])?;
            }
            Ok(())
        };
        switch(&self.writer())?;
        self.server(id)
    }

    /// Forgets a server: its songs, what was heard in them, its files in the cache and its login. Nothing changes on the
    /// server itself. Removing none is no error; a keyring that cannot be used is one, after all else is done.
    pub fn remove(&self, id: &str) -> Result<(), AppError> {
        self.inner.secrets.wanted();
        self.forget(id)
    }

    fn forget(&self, id: &str) -> Result<(), AppError> {
        let known = self.writer().execute("DELETE FROM servers WHERE id = ?1", [id]);
        let known = known.map_err(SubsonicError::from)? > 0;
        locked(&self.inner.connections).remove(id);
        let in_memory = locked(&self.inner.logins).remove(id).is_some();
        self.inner.cache.sweep(&self.writer())?;
        self.inner.covers.forget(id);
        if let Some(folder) = &self.inner.options.folder {
            // What they hold of it would come back with them; the next one is made within a day.
            DATABASE.forget_backups(folder).map_err(SubsonicError::from)?;
        }
        if !known || in_memory {
            return Ok(());
        }
        self.inner.secrets.remove(&secret_name(id))
    }

    /// Forgets all servers, so that nothing of them can be read from the files again. Everything is tried even where a part
    /// fails; the first failure is given back.
    pub fn erase(&self) -> Result<(), AppError> {
        let all = self.list()?;
        self.inner.secrets.wanted();
        let removed = all.iter().map(|server| self.forget(&server.id)).fold(Ok(()), Result::and);
        let emptied = self.empty_files();
        removed.and(emptied.map_err(AppError::from))
    }

    fn empty_files(&self) -> Result<(), SubsonicError> {
        if let Some(folder) = &self.inner.options.folder {
            DATABASE.forget_backups(folder)?;
            DATABASE.remove_copies(folder)?;
        }
        let db = self.writer();
        self.inner.cache.forget_limit(&db, self.inner.options.cache_limit)?;
        db.execute_batch("VACUUM;")?;
        let busy: bool = db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy { Err(SubsonicError::EraseIncomplete) } else { Ok(()) }
    }

    /// The connection that writes; short use only.
    pub(crate) fn writer(&self) -> MutexGuard<'_, Db> {
        locked(&self.inner.writer)
    }

    /// A connection that reads, beside the one that writes where there are two.
    pub(crate) fn reader(&self) -> MutexGuard<'_, Db> {
        locked(self.inner.reader.as_ref().unwrap_or(&self.inner.writer))
    }

    pub(crate) fn now(&self) -> Timestamp {
        (self.inner.options.clock)()
    }

    fn time(&self) -> (Clock, Duration) {
        (Arc::clone(&self.inner.options.clock), self.inner.options.patience)
    }

    /// The connection to a server; its login is read from the keyring when it is needed first.
    pub(crate) fn connection(&self, id: &str) -> Result<Arc<Connection>, SubsonicError> {
        if let Some(open) = locked(&self.inner.connections).get(id) {
            return Ok(Arc::clone(open));
        }
        let known = self.known(id)?;
        let login = self.login(id)?;
        let new = Connection::new(known.address, known.accepted, Some(login), known.manner, self.time())?;
        let new = Arc::new(new);
        locked(&self.inner.connections).insert(id.to_owned(), Arc::clone(&new));
        Ok(new)
    }

    fn login(&self, id: &str) -> Result<Login, SubsonicError> {
        if let Some(login) = locked(&self.inner.logins).get(id) {
            return Ok(login.clone());
        }
        let read = self.inner.secrets.read(&secret_name(id)).map_err(|error| {
            tracing::warn!(code = %error.code, "the keyring was asked for a server's login");
            SubsonicError::NoPassword
        })?;
        read.as_ref().and_then(Login::from_secret).ok_or(SubsonicError::NoPassword)
    }

    fn known(&self, id: &str) -> Result<Known, SubsonicError> {
        let sql =
            "SELECT address, accepted, plain_password, proof, form_post, protocol FROM servers WHERE id = ?1";
        let known = self.reader().query_row(sql, [id], Known::read).optional()?;
        known.ok_or(SubsonicError::ServerGone)?
    }
}

/// A server as the database knows it.
struct Known {
    address: Address,
    accepted: Option<Fingerprint>,
    plain_password: bool,
    manner: Manner,
}

impl Known {
    fn read(row: &Row<'_>) -> rusqlite::Result<Result<Self, SubsonicError>> {
        let (address, accepted): (String, Option<String>) = (row.get(0)?, row.get(1)?);
        let proof: String = row.get(3)?;
        let manner = Manner { proof: Proof::of_word(&proof), form_post: row.get(4)?, protocol: row.get(5)? };
        let plain_password = row.get(2)?;
        Ok(Address::parse(&address).map(|address| Self {
            address,
            accepted: accepted.and_then(|f| f.parse().ok()),
            plain_password,
            manner,
        }))
    }
}

const INFO: &str = "SELECT id, name, address, listener, accepted, program, proof = 'password', form_post, scanned_at,
    scrobbles, stars, (SELECT count(*) FROM songs WHERE server = servers.id AND gone_at IS NULL),
    (SELECT count(*) FROM cached JOIN songs ON songs.number = cached.song WHERE server = servers.id) FROM servers";

fn info(row: &Row<'_>) -> rusqlite::Result<ServerInfo> {
    Ok(ServerInfo {
        id: row.get(0)?,
        name: row.get(1)?,
        address: row.get(2)?,
        listener: row.get(3)?,
        accepted: row.get(4)?,
        program: row.get(5)?,
        sends_password: row.get(6)?,
        form_post: row.get(7)?,
        scanned_at: row.get::<_, Option<i64>>(8)?.map(|at| at as f64),
        scrobbles: row.get(9)?,
        stars: row.get(10)?,
        songs: row.get(11)?,
        cached: row.get(12)?,
    })
}

/// The same address and name always give the same id, so that what was said of tracks still holds when a server is added
/// again.
fn id_of(address: &Address, login: &Login) -> String {
    let hash = Sha256::digest(format!("{address}\n{}", login.name()));
    hex(&hash[..4])
}

/// The name in the keyring.
fn secret_name(id: &str) -> String {
    format!("server-{id}")
}
