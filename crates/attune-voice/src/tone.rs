//! What the tone of a voice is named after.

use attune_core::Affect;
use serde::{Deserialize, Serialize};

/// The eight emotions that actors of RAVDESS speak in (Livingstone and Russo 2018), in the order of the network's
/// outputs. What a voice resembles, not what anybody feels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names are the field's own")]
pub enum Emotion {
    Neutral,
    Calm,
    Happiness,
    Sadness,
    Anger,
    Fear,
    Disgust,
    Surprise,
}

impl Emotion {
    /// How many there are.
    pub const COUNT: usize = 8;

    /// All of them in the order of the outputs.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Neutral,
        Self::Calm,
        Self::Happiness,
        Self::Sadness,
        Self::Anger,
        Self::Fear,
        Self::Disgust,
        Self::Surprise,
    ];

    /// The lower-case name, as in the manifest and JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Calm => "calm",
            Self::Happiness => "happiness",
            Self::Sadness => "sadness",
            Self::Anger => "anger",
            Self::Fear => "fear",
            Self::Disgust => "disgust",
            Self::Surprise => "surprise",
        }
    }

    /// The emotion of that name: nouns as nEMO has them, adjectives as RAVDESS has them; case and spaces around it do
    /// not matter.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name.trim().to_ascii_lowercase().as_str() {
            "neutral" => Self::Neutral,
            "calm" => Self::Calm,
            "happiness" | "happy" => Self::Happiness,
            "sadness" | "sad" => Self::Sadness,
            "anger" | "angry" => Self::Anger,
            "fear" | "fearful" => Self::Fear,
            "disgust" | "disgusted" => Self::Disgust,
            "surprise" | "surprised" => Self::Surprise,
            _ => return None,
        })
    }

    /// Whether it is of high (`true`) or low (`false`) arousal; none for disgust, which is neither.
    #[must_use]
    pub fn is_high(self) -> Option<bool> {
        match self {
            Self::Happiness | Self::Anger | Self::Fear | Self::Surprise => Some(true),
            Self::Neutral | Self::Calm | Self::Sadness => Some(false),
            Self::Disgust => None,
        }
    }

    /// Its place on the plane: mean pleasure and arousal ratings in J. A. Russell and A. Mehrabian, "Evidence for a
    /// three-factor theory of emotions", J. Res. Pers. 11 (1977), as `attune_core::circumplex` has them; neutral is the middle
    /// by definition. Calm has the arousal of "relaxed" there and no valence: sad speech of a language that the network
    /// has not heard acted calm is mostly taken for calm (docs/voice.md).
    #[must_use]
    pub fn place(self) -> Affect {
        let (valence, arousal) = match self {
            Self::Neutral => (0.0, 0.0),
            Self::Calm => (0.0, -0.46),
            Self::Happiness => (0.81, 0.51),
            Self::Sadness => (-0.63, -0.27),
            Self::Anger => (-0.51, 0.59),
            Self::Fear => (-0.64, 0.60),
            Self::Disgust => (-0.60, 0.35),
            Self::Surprise => (0.40, 0.67),
        };
        Affect::new(valence, arousal)
    }

    /// A word for how such a voice sounds; never for what somebody feels.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::Neutral => "even",
            Self::Calm => "calm",
            Self::Happiness => "cheerful",
            Self::Sadness => "low",
            Self::Anger => "tense",
            Self::Fear => "anxious",
            Self::Disgust => "displeased",
            Self::Surprise => "surprised",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_written_and_as_both_corpora_spell_them() {
        for (i, emotion) in Emotion::ALL.into_iter().enumerate() {
            assert_eq!((emotion as usize, Emotion::from_name(emotion.name())), (i, Some(emotion)));
        }
        for (name, emotion) in
            [("fearful", Emotion::Fear), (" Surprised ", Emotion::Surprise), ("sad", Emotion::Sadness)]
        {
            assert_eq!(Emotion::from_name(name), Some(emotion));
        }
        assert_eq!(Emotion::from_name("bored"), None);
    }
}
