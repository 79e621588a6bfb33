//! What is heard in a stretch of sound: a tone, or why there is none.

use crate::Tone;
use serde::{Deserialize, Serialize};

/// Why no tone was read. A sense that does not know says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Unheard {
    /// Nobody speaks.
    NoSpeech,
    /// Less than a second of detected speech.
    TooShort,
    /// The speech is less than 5 dB above the room.
    Noisy,
    /// Music, or singing.
    Music,
    /// The microphone is overloaded.
    Clipped,
    /// More than one voice, taking turns.
    SeveralVoices,
}

impl Unheard {
    /// All reasons, in the order in which they are looked for.
    pub const ALL: [Self; 6] =
        [Self::NoSpeech, Self::TooShort, Self::Clipped, Self::Noisy, Self::Music, Self::SeveralVoices];

    /// The name as in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NoSpeech => "noSpeech",
            Self::TooShort => "tooShort",
            Self::Noisy => "noisy",
            Self::Music => "music",
            Self::Clipped => "clipped",
            Self::SeveralVoices => "severalVoices",
        }
    }

    /// The reason in English, as an advice to whoever speaks.
    #[must_use]
    pub fn english(self) -> &'static str {
        match self {
            Self::NoSpeech => "nobody is speaking",
            Self::TooShort => "that was too short: speak for two seconds or more",
            Self::Noisy => "it is too noisy: come closer to the microphone",
            Self::Music => "it sounds like music",
            Self::Clipped => "the microphone is overloaded: turn it down or move away",
            Self::SeveralVoices => "several people are speaking",
        }
    }
}

/// What was measured in a phrase; for evaluations, and to say why not.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Measures {
    /// Seconds of speech.
    pub speech_s: f64,
    /// Speech above the room, in dB.
    pub ratio_db: f64,
    /// The share of the speech that is clipped, in [0, 1].
    pub clipped: f64,
    /// The network's logit of speech; none where it was not asked.
    pub speech_logit: Option<f64>,
    /// The share of frames with a pitch, in [0, 1].
    pub voiced: f64,
    /// Changes between two voices, as their pitch shows them.
    pub turns: usize,
}

/// One stretch of sound, read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hearing {
    /// Seconds from the start of the stream to the end of the stretch.
    pub end_s: f64,
    /// What was measured; none where there was no phrase.
    pub measures: Option<Measures>,
    /// The tone, or why there is none.
    pub outcome: Result<Tone, Unheard>,
}
