//! The senses beside the eyes: what a microphone hears of the tone of a voice, and what is felt of the pulse.
//!
//! A sense is a device that the session runs ([`SenseSource`](crate::ports::SenseSource)); it reports readings, or why it
//! has none. How to add one is in `docs/development.md`.

use crate::{AffectEstimate, Modality};
use serde::{Deserialize, Serialize};

/// A sense that can be switched on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Sense {
    /// The tone of the voice, by a microphone.
    Voice,
    /// The pulse, by a heart-rate strap.
    Pulse,
    /// The pulse, by what the camera sees of the skin: measured when the listener asks for it, on the camera's pictures.
    CameraPulse,
}

impl Sense {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Voice, Self::Pulse, Self::CameraPulse];

    /// The modality of its observations.
    #[must_use]
    pub fn modality(self) -> Modality {
        match self {
            Self::Voice => Modality::Voice,
            Self::Pulse | Self::CameraPulse => Modality::Pulse,
        }
    }
}

/// For how long a sense is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum SenseMode {
    /// Until it has reported once, or found that it cannot.
    Once,
    /// Until it is switched off.
    Along,
}

/// What a sense has found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SenseReading {
    /// The affect that the tone of a phrase suggests.
    Tone(AffectEstimate),
    /// How fast the heart beats.
    HeartRate(HeartRate),
}

/// How fast a heart beats.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct HeartRate {
    /// Beats a minute, in [30, 240].
    pub per_minute: f64,
}

impl HeartRate {
    /// A rate; none outside [30, 240] beats a minute, where no listener's lies.
    #[must_use]
    pub fn new(per_minute: f64) -> Option<Self> {
        (30.0..=240.0).contains(&per_minute).then_some(Self { per_minute })
    }
}

/// A heart rate that a camera has measured while every sign agreed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeasuredPulse {
    /// How fast the heart beats.
    pub rate: HeartRate,
    /// How sure, in [0, 1]: it grows while the signs agree, up to half a minute.
    pub confidence: f64,
}

/// Why a sense that is on has nothing to report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum SenseGap {
    /// Nobody speaks.
    NoSpeech,
    /// Too little was said: under a second of detected speech.
    TooShort,
    /// The voice hardly rises above the noise.
    TooNoisy,
    /// There is music.
    Music,
    /// The microphone is driven too hard.
    Clipped,
    /// Several people take turns.
    SeveralVoices,
    /// The microphone gives silence and nothing else: it is muted.
    Muted,
    /// The strap does not touch the skin.
    NoContact,
    /// No beat is felt.
    NoBeat,
    /// The listener's resting pulse is not known yet.
    LearningRest,
    /// The heart beats as in exercise, which is no emotion.
    Exercise,
    /// The camera has not watched for long enough.
    Measuring,
    /// The camera sees no face, or several.
    NoFace,
    /// The face is too dark for the camera.
    MoreLight,
    /// The face is washed out.
    LessLight,
    /// The face is too far away.
    TooFar,
    /// The face moves, or the light changes.
    HoldStill,
    /// The camera gives too few pictures a second.
    TooFewPictures,
    /// Nothing is in the way, and still no pulse stands out.
    NoClearPulse,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_heart_beats_outside_the_range() {
        for wrong in [0.0, 29.9, 240.1, -60.0, f64::NAN, f64::INFINITY] {
            assert_eq!(HeartRate::new(wrong), None, "{wrong}");
        }
        assert_eq!(HeartRate::new(72.0).map(|r| r.per_minute), Some(72.0));
    }
}
