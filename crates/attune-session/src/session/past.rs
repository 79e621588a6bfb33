//! Bringing along what was heard elsewhere without keeping others waiting: it is stored in portions, and counts once all of
//! it is there.

use super::Session;
use crate::engine::PORTION;
use attune_core::AppError;
use attune_core::rank::PastMatches;
use attune_core::taste::{PastHistory, PastTrack};

impl Session {
    /// Stores a history, all or nothing; from then on it counts. `go_on` hears how many of the plays are stored and says
    /// whether to go on; none where it did not. The caller waits meanwhile, the session does not. Fails with the codes of
    /// the archive, and with `history_gone` if everything is erased meanwhile.
    pub fn bring_past(
        &self,
        source: &str,
        tracks: Vec<PastTrack>,
        go_on: &mut dyn FnMut(usize) -> bool,
    ) -> Result<Option<PastHistory>, AppError> {
        let name = source.to_owned();
        let history = self.call(move |e, now| e.begin_past(&name, now))??;
        match self.store_past(history, tracks, go_on) {
            Ok(true) => self.call(move |e, now| e.finish_past(history, now))?.map(Some),
            stored => {
                // What is left is hidden, and removed at the next start.
                let _ = self.call(move |e, _| e.abandon_past(history));
                stored.map(|_| None)
            }
        }
    }

    fn store_past(
        &self,
        history: u32,
        tracks: Vec<PastTrack>,
        go_on: &mut dyn FnMut(usize) -> bool,
    ) -> Result<bool, AppError> {
        let (mut portion, mut plays, mut stored): (Vec<PastTrack>, usize, usize) = (Vec::new(), 0, 0);
        let mut left = tracks.into_iter().peekable();
        while let Some(track) = left.next() {
            plays += track.plays.len() + 1;
            stored += track.plays.len();
            portion.push(track);
            if plays < PORTION as usize && left.peek().is_some() {
                continue;
            }
            let full = std::mem::take(&mut portion);
            plays = 0;
            self.call(move |e, _| e.extend_past(history, &full))??;
            if !go_on(stored) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// How much of what was heard elsewhere is at hand. Takes a while where there are many tracks; the session does not wait.
    pub fn match_past(&self, tracks: &[PastTrack]) -> Result<PastMatches, AppError> {
        let (catalogues, records) = self.call(|e, _| (e.catalogues(), e.records()))?;
        Ok(catalogues.match_past(tracks, &records))
    }
}

#[cfg(test)]
mod tests;
