//! Looking at tracks outside the queue, and putting some of them next.

use super::Engine;
use crate::catalogue_page::row;
use crate::view::{LibraryRow, MapView, TrackSaid};
use attune_core::feedback::standing;
use attune_core::{AffectEstimate, AppError, FeedbackKind, Timestamp, TrackId};
use std::collections::HashSet;

/// The most tracks that are taken into the queue at a time.
pub(super) const LONGEST_CHOICE: usize = 200;

impl Engine {
    /// Where the tracks of all catalogues that the queue draws from lie, at most `most` of them.
    #[must_use]
    pub fn map(&self, most: usize) -> MapView {
        let all = self.pool.rows().len();
        let shown = all.min(most);
        let mut map = MapView { left_out: (all - shown) as u32, ..MapView::default() };
        // Evenly over the whole pool: which tracks come first says nothing about them.
        for i in (0..shown).map(|n| n * all / shown) {
            let affect = self.pool.rows()[i].affect();
            map.ids.push(self.pool.look(i as u32).track_id());
            map.valence.push(affect.mean.valence as f32);
            map.arousal.push(affect.mean.arousal as f32);
            map.spread.push(affect.spread() as f32);
        }
        map
    }

    /// Tracks by name, in the order asked for; those in no catalogue that is on are left out.
    #[must_use]
    pub fn rows(&self, ids: &[TrackId]) -> Vec<LibraryRow> {
        let catalogues = self.catalogues();
        let row = |id: &TrackId| {
            let (catalogue, track) = catalogues.find(id)?;
            let affect = self.believed(id).unwrap_or(track.estimate);
            Some(LibraryRow { affect, ..row(catalogue, &track) })
        };
        let mut seen = HashSet::new();
        ids.iter().filter(|id| seen.insert(*id)).filter_map(row).collect()
    }

    /// What is believed of a track's affect, the listener's own words included; none if the queue cannot draw it.
    #[must_use]
    pub fn believed(&self, id: &TrackId) -> Option<AffectEstimate> {
        self.pool.find(id).map(|i| self.pool.rows()[i as usize].affect())
    }

    /// What the listener said about a track.
    #[must_use]
    pub fn said(&self, id: &TrackId) -> TrackSaid {
        let mut said = TrackSaid::default();
        let about = self.feedback.lasting().filter(|f| f.track == *id);
        for feedback in standing(about) {
            match feedback.kind {
                FeedbackKind::Liked => said.liked = true,
                FeedbackKind::Never => said.never = true,
                FeedbackKind::Finished => said.finished += 1,
                FeedbackKind::Skipped => said.skipped += 1,
                FeedbackKind::WrongMood => said.wrong_moods += 1,
                FeedbackKind::Placed => said.track_affect = feedback.track_affect,
                _ => {}
            }
        }
        said
    }

    /// Puts tracks next in the queue, kept in their order, at most 200 (code `track_gone` if none of them is in a
    /// catalogue that the queue draws from).
    pub fn play_next(&mut self, ids: &[TrackId], now: Timestamp) -> Result<(), AppError> {
        let entries = self.chosen_tracks(ids, now)?;
        self.queue.put_next(entries);
        self.queue_changed(now);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
