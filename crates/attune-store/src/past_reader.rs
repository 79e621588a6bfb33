//! What was heard elsewhere, read beside the connection that writes.

use crate::Store;
use crate::database::DATABASE;
use crate::error::StoreError;
use crate::rows::past;
use attune_core::ports::PastReader;
use attune_core::taste::{CountedTimes, PastPlays, PastTrack};
use attune_core::{AppError, Timestamp};
use std::collections::HashMap;
use std::path::PathBuf;

/// Reads histories on whatever thread asks.
pub(crate) enum Beside {
    /// From the database in a folder. It is opened for each reading, so that none is in the way of an erasure.
    Disk(PathBuf),
    /// Those of a database in memory, which nothing else can read.
    Memory(HashMap<u32, Vec<PastTrack>>),
}

impl Beside {
    /// For the histories that a store has now.
    pub(crate) fn of(store: &Store) -> Result<Self, StoreError> {
        if let Some(dir) = store.folder.clone().filter(|_| store.on_disk) {
            return Ok(Self::Disk(dir));
        }
        let all = past::all(&store.db)?.into_iter();
        let read = all.map(|info| Ok((info.id, past::tracks(&store.db, info.id)?)));
        read.collect::<Result<_, StoreError>>().map(Self::Memory)
    }
}

impl PastReader for Beside {
    fn plays(&self, history: u32, now: Timestamp, counted: &CountedTimes) -> Result<PastPlays, AppError> {
        match self {
            Self::Disk(dir) => {
                let db = DATABASE.reader(dir).map_err(StoreError::from)?;
                Ok(past::plays_of(&db, history, now, counted)?)
            }
            Self::Memory(all) => {
                let tracks = all.get(&history).map(Vec::as_slice).unwrap_or_default();
                Ok(PastPlays::of(tracks, now, counted))
            }
        }
    }
}
