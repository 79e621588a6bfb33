//! How loud opened files are, where their tags do not say: they are to be levelled as the library's tracks are.
//!
//! The file that plays at once is measured before it does, for a second at most, by which a song of a few minutes is measured to
//! its end; of a longer one the loudness up to there stands for all of it. The others are measured while it plays.

use super::OpenedFiles;
use crate::background::spawn;
use attune_audio::loudness_while;
use attune_core::TrackId;
use attune_session::Session;
use std::sync::Weak;
use std::sync::mpsc::{Sender, channel};
use std::time::{Duration, Instant};

/// How long a file may be measured before it plays.
const BEFORE_IT_PLAYS: Duration = Duration::from_secs(1);

/// The way to the thread that measures files which are to play later.
pub(super) struct Measuring {
    files: OpenedFiles,
    later: Sender<TrackId>,
}

impl Measuring {
    /// Starts the thread, which ends with this or with the session.
    pub(super) fn start(files: OpenedFiles, session: Weak<Session>) -> Self {
        let (later, inbox) = channel();
        let measured = files.clone();
        spawn("loudness", move || {
            for id in inbox {
                measure(&measured, &id, &|| session.strong_count() > 0);
            }
        });
        Self { files, later }
    }

    /// Measures files that are about to play.
    pub(super) fn now(&self, ids: &[TrackId]) {
        let end = Instant::now() + BEFORE_IT_PLAYS;
        for id in ids {
            measure(&self.files, id, &|| Instant::now() < end);
        }
    }

    /// Measures files that play later; returns at once.
    pub(super) fn later(&self, ids: Vec<TrackId>) {
        for id in ids {
            // Without its thread they play as loud as they are; the log says so.
            drop(self.later.send(id));
        }
    }
}

/// Measures a file.
fn measure(files: &OpenedFiles, id: &TrackId, go_on: &dyn Fn() -> bool) {
    let Some(path) = files.path_of(id) else { return };
    match loudness_while(&path, go_on) {
        Ok(loudness) => files.measured(id, &loudness),
        Err(error) => tracing::debug!(%error, "an opened file is not levelled"),
    }
}
