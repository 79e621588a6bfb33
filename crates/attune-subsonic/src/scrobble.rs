//! Reports the listening to a server: what was heard (scrobbles), and what the listener likes (stars). Both are off until the
//! listener switches them on for that server ([`Servers::set_reporting`]).
//!
//! A play that cannot be reported because the server is out of reach waits on the disk until it can.

use crate::error::SubsonicError;
use crate::servers::Servers;
use crate::song::parts;
use attune_core::{AppError, Timestamp, TrackId};
use rusqlite::{OptionalExtension, params};

/// The most plays of one server that wait; of more the oldest are dropped.
const MOST_WAITING: u32 = 1_000;

/// What is reported of a track that plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// It has begun.
    Begun,
    /// It was heard, beginning then.
    Whole(Timestamp),
}

impl Servers {
    /// Reports to a song's server that it plays or was heard, once. False, and nothing is sent, while that is switched off and for
    /// tracks that are no songs of a server.
    ///
    /// A play that was heard while the server is out of reach is kept, though this fails; it is sent with the next one that
    /// reaches the server, or by [`Self::send_waiting`].
    pub fn scrobble(&self, id: &TrackId, heard: Heard) -> Result<bool, AppError> {
        let Some((server, song)) = parts(id) else { return Ok(false) };
        if !self.server(server)?.scrobbles {
            return Ok(false);
        }
        let submitted = match heard {
            Heard::Begun => self.submit(server, "scrobble", &[("id", song), ("submission", "false")]),
            Heard::Whole(at) => self.submit_play(server, song, at),
        };
        match (submitted, heard) {
            (Ok(()), _) => self.send_waiting_to(server).map(|_| true),
            (Err(error), Heard::Whole(at)) if waits(&error) => {
                self.keep_play(server, song, at)?;
                Err(error.into())
            }
            (Err(error), _) => Err(error.into()),
        }
    }

    /// Sends all servers the plays that wait for them, oldest first, and gives how many were sent. A server that is still
    /// out of reach keeps its own.
    pub fn send_waiting(&self) -> Result<u32, AppError> {
        let waiting = |db: &rusqlite::Connection| -> Result<Vec<String>, SubsonicError> {
            let mut rows = db.prepare("SELECT DISTINCT server FROM untold")?;
            Ok(rows.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
        };
        let servers = waiting(&self.reader())?;
        servers.iter().try_fold(0, |sent, server| Ok(sent + self.send_waiting_to(server)?))
    }

    fn send_waiting_to(&self, server: &str) -> Result<u32, AppError> {
        let mut sent = 0;
        while let Some((number, song, at)) = self.first_waiting(server)? {
            match self.submit_play(server, &song, at) {
                Err(error) if waits(&error) => break,
                // What the server refuses it would refuse again.
                Err(error) => tracing::debug!(%error, "a play is not reported"),
                Ok(()) => sent += 1,
            }
            self.drop_play(number)?;
        }
        Ok(sent)
    }

    /// Stars a song on its server, or takes the star away. False, and nothing is sent, as with [`Servers::scrobble`].
    pub fn star(&self, id: &TrackId, starred: bool) -> Result<bool, AppError> {
        let Some((server, song)) = parts(id) else { return Ok(false) };
        if !self.server(server)?.stars {
            return Ok(false);
        }
        self.submit(server, if starred { "star" } else { "unstar" }, &[("id", song)])?;
        let sql = "UPDATE songs SET starred = ?3 WHERE server = ?1 AND song = ?2";
        self.writer().execute(sql, params![server, song, starred]).map_err(SubsonicError::from)?;
        Ok(true)
    }

    fn submit(&self, server: &str, method: &str, parameters: &[(&str, &str)]) -> Result<(), SubsonicError> {
        self.connection(server)?.ask_once(method, parameters).map(drop)
    }

    fn submit_play(&self, server: &str, song: &str, at: Timestamp) -> Result<(), SubsonicError> {
        let at = at.0.to_string();
        self.submit(server, "scrobble", &[("id", song), ("submission", "true"), ("time", &at)])
    }

    fn keep_play(&self, server: &str, song: &str, at: Timestamp) -> Result<(), SubsonicError> {
        let db = self.writer();
        db.execute(
            "INSERT INTO untold (server, song, heard_at) VALUES (?1, ?2, ?3)",
            params![server, song, at.0],
        )?;
        db.execute(
            "DELETE FROM untold WHERE server = ?1 AND number NOT IN
             (SELECT number FROM untold WHERE server = ?1 ORDER BY number DESC LIMIT ?2)",
            params![server, MOST_WAITING],
        )?;
        Ok(())
    }

    fn first_waiting(&self, server: &str) -> Result<Option<(i64, String, Timestamp)>, SubsonicError> {
        let sql = "SELECT number, song, heard_at FROM untold WHERE server = ?1 ORDER BY number LIMIT 1";
        let first = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, Timestamp(row.get(2)?)));
        Ok(self.reader().query_row(sql, [server], first).optional()?)
    }

    fn drop_play(&self, number: i64) -> Result<(), SubsonicError> {
        self.writer().execute("DELETE FROM untold WHERE number = ?1", [number])?;
        Ok(())
    }
}

/// Whether a play is told later after such a failure.
fn waits(error: &SubsonicError) -> bool {
    error.is_passing() || matches!(error, SubsonicError::RateLimited { .. })
}
