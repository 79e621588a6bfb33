//! The mood history: entries the listener can read, edit and delete.

use crate::mood::{Confidence, MoodWord};
use crate::{Affect, AffectEstimate, Expression, Modality};
use serde::{Deserialize, Serialize};

/// How sure the listener's own word is, on either axis: the same as while the mood is being tracked.
pub const OWN_WORD_SD: f64 = 0.10;

/// One entry of the mood history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    /// Number in the store.
    pub id: u32,
    /// When.
    pub at: f64,
    /// Mean and spread.
    pub estimate: AffectEstimate,
    /// The word for it.
    pub word: MoodWord,
    /// How sure.
    pub confidence: Confidence,
    /// Face or listener.
    pub source: Modality,
    /// The leading expression, if a face was behind it.
    pub expression: Option<Expression>,
    /// The listener's own note.
    pub note: Option<String>,
}

/// What the listener changes in an entry; what is none stays.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct HistoryEdit {
    /// The mood it really was.
    pub affect: Option<Affect>,
    /// A note; an empty one removes it.
    pub note: Option<String>,
}
