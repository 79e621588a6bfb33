//! What the listener may say outright of what they like.

use serde::{Deserialize, Serialize};

/// What there is to say something about in the catalogues that are on; artists are searched for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct StatedChoices {
    /// Families of genres, the one with most tracks first.
    pub families: Vec<FamilyChoice>,
    /// Codes of decades, oldest first.
    pub eras: Vec<String>,
    /// Codes of languages, the one with most tracks first.
    pub languages: Vec<String>,
}

/// A family of genres and the words in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct FamilyChoice {
    /// The family's code.
    pub code: String,
    /// Genre words, the one with most tracks first; not all where there are very many.
    pub words: Vec<String>,
}
