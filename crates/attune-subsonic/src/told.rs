//! What a server is told of the listening: what was heard, and what the listener likes. Both are off until the listener
//! switches them on for that server ([`Servers::set_told`]).

use crate::error::SubsonicError;
use crate::servers::Servers;
use crate::song::parts;
use attune_core::{AppError, Timestamp, TrackId};

/// What is told of a track that plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// It has begun.
    Begun,
    /// It was heard, beginning then.
    Whole(Timestamp),
}

impl Servers {
    /// Tells a song's server that it plays or was heard, once. False, and nothing is sent, while that is switched off and for
    /// tracks that are no songs of a server.
    pub fn scrobble(&self, id: &TrackId, heard: Heard) -> Result<bool, AppError> {
        let Some((server, song)) = parts(id) else { return Ok(false) };
        if !self.server(server)?.scrobbles {
            return Ok(false);
        }
        let at = match heard {
            Heard::Begun => None,
            Heard::Whole(at) => Some(at.0.to_string()),
        };
        let mut parameters = vec![("id", song), ("submission", if at.is_some() { "true" } else { "false" })];
        parameters.extend(at.as_deref().map(|at| ("time", at)));
        self.tell(server, "scrobble", &parameters)
    }

    /// Stars a song on its server, or takes the star away. False, and nothing is sent, as with [`Servers::scrobble`].
    pub fn star(&self, id: &TrackId, starred: bool) -> Result<bool, AppError> {
        let Some((server, song)) = parts(id) else { return Ok(false) };
        if !self.server(server)?.stars {
            return Ok(false);
        }
        self.tell(server, if starred { "star" } else { "unstar" }, &[("id", song)])?;
        let sql = "UPDATE songs SET starred = ?3 WHERE server = ?1 AND song = ?2";
        self.writer().execute(sql, rusqlite::params![server, song, starred]).map_err(SubsonicError::from)?;
        Ok(true)
    }

    fn tell(&self, server: &str, method: &str, parameters: &[(&str, &str)]) -> Result<bool, AppError> {
        self.connection(server)?.tell(method, parameters)?;
        Ok(true)
    }
}
