//! Everything that is kept of a listener, as one value: what a backup holds and a restore brings back.

use crate::catalogue::CatalogueInfo;
use crate::history::HistoryEntry;
use crate::mood::Learned;
use crate::player::ResumePoint;
use crate::taste::{PastHistory, PastTrack, StatedPreferences};
use crate::{Feedback, Settings, Track};

/// What a backup holds. Numbers and ids are those of the store that it was made of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Backup {
    /// The settings.
    pub settings: Settings,
    /// The moods.
    pub history: Vec<HistoryEntry>,
    /// What was said of tracks and done with them, oldest first.
    pub feedback: Vec<Feedback>,
    /// What was learned of how the listener shows a mood, with the resting values of the senses; none where nothing was
    /// kept.
    pub learned: Option<Learned>,
    /// What the listener said outright of what they like; none where nothing was kept.
    pub stated: Option<StatedPreferences>,
    /// Where the listener stopped.
    pub place: Option<ResumePoint>,
    /// The imported catalogues with their tracks, oldest first.
    pub catalogues: Vec<(CatalogueInfo, Vec<Track>)>,
    /// What was heard elsewhere, oldest first.
    pub past: Vec<(PastHistory, Vec<PastTrack>)>,
}
