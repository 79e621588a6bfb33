//! The tracks to choose from, in the compact form that scoring runs over.

use crate::feedback::{Feedback, FeedbackKind};
use crate::track::fold;
use crate::{Timestamp, Track, TrackId};
use std::collections::HashMap;
use std::sync::Arc;

/// What scoring needs of one track, in 40 bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    /// Expected valence, in [-1, 1].
    pub valence: f32,
    /// Expected arousal, in [-1, 1].
    pub arousal: f32,
    /// Variance of the valence.
    pub var_valence: f32,
    /// Variance of the arousal.
    pub var_arousal: f32,
    /// Which artist; equal numbers are the same artist.
    pub artist: u32,
    /// When it was last played; the smallest timestamp if never.
    pub last_played: Timestamp,
    /// 0 to 100, 0 when unknown.
    pub popularity: u8,
    /// How often it was finished (saturating).
    pub finished: u8,
    /// How often it was skipped (saturating).
    pub skipped: u8,
    /// The listener's heart.
    pub liked: bool,
    /// Never to be played again.
    pub never: bool,
}

/// A wrong mood makes the belief about a track's affect this much wider (variance).
const WRONG_MOOD_WIDENS: f32 = 2.5;

/// All tracks that may be played, with what the listener said about them.
#[derive(Debug, Clone, Default)]
pub struct Pool {
    tracks: Vec<Arc<Track>>,
    rows: Vec<Row>,
    by_id: HashMap<TrackId, u32>,
    artists: HashMap<String, u32>,
}

impl Pool {
    /// A pool of tracks; of several with the same id the first counts.
    #[must_use]
    pub fn new(tracks: impl IntoIterator<Item = Arc<Track>>) -> Self {
        let mut pool = Self::default();
        for track in tracks {
            pool.add(track);
        }
        pool
    }

    fn add(&mut self, track: Arc<Track>) {
        let index = self.rows.len() as u32;
        if self.by_id.contains_key(&track.id) {
            return;
        }
        self.by_id.insert(track.id.clone(), index);
        let next_artist = self.artists.len() as u32;
        let artist = *self.artists.entry(fold(&track.artist)).or_insert(next_artist);
        let e = track.affect.estimate;
        self.rows.push(Row {
            valence: e.mean.valence as f32,
            arousal: e.mean.arousal as f32,
            var_valence: e.sd_valence.powi(2) as f32,
            var_arousal: e.sd_arousal.powi(2) as f32,
            artist,
            last_played: Timestamp(i64::MIN),
            popularity: track.popularity.unwrap_or(0),
            finished: 0,
            skipped: 0,
            liked: false,
            never: false,
        });
        self.tracks.push(track);
    }

    /// Adds what the listener said; feedback on tracks that are not here changes nothing.
    pub fn learn(&mut self, feedback: &Feedback) {
        let Some(row) = self.by_id.get(&feedback.track).map(|i| &mut self.rows[*i as usize]) else { return };
        match feedback.kind {
            FeedbackKind::Finished => row.finished = row.finished.saturating_add(1),
            FeedbackKind::Skipped => row.skipped = row.skipped.saturating_add(1),
            FeedbackKind::Liked => row.liked = true,
            FeedbackKind::Unliked => row.liked = false,
            FeedbackKind::Never => row.never = true,
            FeedbackKind::WrongMood => {
                row.var_valence *= WRONG_MOOD_WIDENS;
                row.var_arousal *= WRONG_MOOD_WIDENS;
            }
            FeedbackKind::Opened => {}
        }
        if feedback.kind.was_played() {
            row.last_played = row.last_played.max(feedback.at);
        }
    }

    /// The rows, in the order of the tracks.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The track at an index.
    #[must_use]
    pub fn track(&self, index: u32) -> &Arc<Track> {
        &self.tracks[index as usize]
    }

    /// All tracks.
    #[must_use]
    pub fn tracks(&self) -> &[Arc<Track>] {
        &self.tracks
    }

    /// The index of a track.
    #[must_use]
    pub fn find(&self, id: &TrackId) -> Option<u32> {
        self.by_id.get(id).copied()
    }
}
