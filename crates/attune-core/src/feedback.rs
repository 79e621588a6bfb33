//! What the listener says about a track by what they do or by a button.

use crate::track::fold;
use crate::{Affect, AffectEstimate, Policy, Timestamp, TrackId};
use serde::{Deserialize, Deserializer, Serialize};

/// Leaving a track after this share of it counts as hearing it to its end.
pub const HEARD_SHARE: f64 = 0.9;

/// The kinds of feedback.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum FeedbackKind {
    /// Listened to the end.
    Finished,
    /// The heart.
    Liked,
    /// The heart taken back.
    Unliked,
    /// Next, before the end.
    Skipped,
    /// Taken out of the queue before it was played.
    Removed,
    /// Never play this again.
    Never,
    /// Never, taken back.
    Allowed,
    /// Never play anything by this artist again.
    ArtistNever,
    /// The artist is let in again.
    ArtistAllowed,
    /// Good song, wrong mood: moves what is believed of the track, says nothing of the listener's taste.
    WrongMood,
    /// The listener says where on the plane the track lies.
    Placed,
    /// Opened in Spotify.
    Opened,
}

impl FeedbackKind {
    /// All kinds.
    pub const ALL: [Self; 12] = [
        Self::Finished,
        Self::Liked,
        Self::Unliked,
        Self::Skipped,
        Self::Removed,
        Self::Never,
        Self::Allowed,
        Self::ArtistNever,
        Self::ArtistAllowed,
        Self::WrongMood,
        Self::Placed,
        Self::Opened,
    ];

    /// Whether the track was on, or was not wanted now, when this was said, so that it should rest for a while.
    #[must_use]
    pub fn lets_rest(self) -> bool {
        matches!(self, Self::Finished | Self::Skipped | Self::Removed | Self::WrongMood | Self::Opened)
    }

    /// Whether this ends the playing of a track: one place of the queue is used up.
    #[must_use]
    pub fn ends_a_play(self) -> bool {
        matches!(self, Self::Finished | Self::Skipped)
    }

    /// The kind that this takes back.
    #[must_use]
    pub fn takes_back(self) -> Option<Self> {
        match self {
            Self::Unliked => Some(Self::Liked),
            Self::Allowed => Some(Self::Never),
            Self::ArtistAllowed => Some(Self::ArtistNever),
            _ => None,
        }
    }

    /// The part of what was learned that rests on this kind.
    #[must_use]
    pub fn part(self) -> LearnedPart {
        match self {
            Self::Finished | Self::Skipped | Self::Removed | Self::Opened => LearnedPart::Taste,
            Self::Liked | Self::Unliked => LearnedPart::Likes,
            Self::Never | Self::Allowed | Self::ArtistNever | Self::ArtistAllowed => LearnedPart::Blocked,
            Self::WrongMood | Self::Placed => LearnedPart::TrackMoods,
        }
    }
}

/// Parts of what was learned of the listener, each of which can be forgotten by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum LearnedPart {
    /// What was finished, skipped and removed.
    Taste,
    /// The hearts.
    Likes,
    /// Songs and artists never to be played.
    Blocked,
    /// Where tracks were said to lie on the plane of moods.
    TrackMoods,
}

/// What held when a track was chosen or judged: what learning from it needs.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Circumstances {
    /// The affect the track was to have, with the spread of the mood behind it.
    pub target: AffectEstimate,
    /// The policy in force.
    pub policy: Policy,
    /// The listener's local hour, 0 to 23.
    #[serde(deserialize_with = "hour")]
    pub hour: u8,
    /// The share of the track that was heard, in [0, 1]; none where nobody knows.
    #[serde(default, deserialize_with = "share")]
    pub heard: Option<f64>,
    /// The probability, in (0, 1], with which the ranking chose this track for its place; none for tracks
    /// that it did not choose.
    #[serde(default, deserialize_with = "probability")]
    pub propensity: Option<f64>,
}

fn hour<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    Ok(u8::deserialize(deserializer)?.min(23))
}

fn share<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    Ok(Option::<f64>::deserialize(deserializer)?.map(|share| share.clamp(0.0, 1.0)))
}

/// What is no probability counts as not known: learning divides by it.
fn probability<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    Ok(Option::<f64>::deserialize(deserializer)?.filter(|p| *p > 0.0 && *p <= 1.0))
}

/// One piece of feedback.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Feedback {
    /// The track it is about, or a track of the artist it is about.
    pub track: TrackId,
    /// What was said.
    pub kind: FeedbackKind,
    /// When.
    pub at: Timestamp,
    /// The artist as credited, where it is about an artist.
    #[serde(default)]
    pub artist: Option<String>,
    /// Where the listener says it lies, where it is about that.
    #[serde(default, alias = "place")]
    pub track_affect: Option<Affect>,
    /// What held then; none in what older versions wrote down.
    #[serde(default)]
    pub circumstances: Option<Circumstances>,
}

impl Feedback {
    /// Feedback about a track of which nothing more is known.
    #[must_use]
    pub fn new(track: TrackId, kind: FeedbackKind, at: Timestamp) -> Self {
        Self { track, kind, at, artist: None, track_affect: None, circumstances: None }
    }
}

/// What still stands of a log, oldest first: without hearts and blocks that were taken back later, and without the
/// taking back.
pub fn standing<'a>(log: impl IntoIterator<Item = &'a Feedback>) -> Vec<&'a Feedback> {
    let mut stands: Vec<&Feedback> = Vec::new();
    for feedback in log {
        match feedback.kind.takes_back() {
            Some(undone) => stands.retain(|f| f.kind != undone || !is_about_the_same(f, feedback)),
            None => stands.push(feedback),
        }
    }
    stands
}

fn is_about_the_same(a: &Feedback, b: &Feedback) -> bool {
    match (&a.artist, &b.artist) {
        (Some(a), Some(b)) => fold(a) == fold(b),
        _ => a.track == b.track,
    }
}
