//! The kinds of file that are looked at.

use lofty::file::FileType;
use std::path::Path;

/// What is between a file's first and last byte, read from its content, not from its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// MPEG-1/2 audio, layer I to III.
    Mp3,
    /// FLAC in its own container.
    Flac,
    /// Vorbis in Ogg.
    Vorbis,
    /// Opus in Ogg.
    Opus,
    /// FLAC in Ogg.
    OggFlac,
    /// AAC or ALAC in an MP4 container.
    M4a,
    /// AAC without a container (ADTS).
    Aac,
    /// WAV.
    Wav,
    /// AIFF or AIFF-C.
    Aiff,
}

impl Format {
    const ALL: [Self; 9] = [
        Self::Mp3,
        Self::Flac,
        Self::Vorbis,
        Self::Opus,
        Self::OggFlac,
        Self::M4a,
        Self::Aac,
        Self::Wav,
        Self::Aiff,
    ];

    /// The short name that is stored and shown.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Mp3 => "mp3",
            Self::Flac => "flac",
            Self::Vorbis => "vorbis",
            Self::Opus => "opus",
            Self::OggFlac => "oggflac",
            Self::M4a => "m4a",
            Self::Aac => "aac",
            Self::Wav => "wav",
            Self::Aiff => "aiff",
        }
    }

    /// The format of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.name() == name)
    }

    pub(crate) fn of(kind: FileType) -> Option<Self> {
        Some(match kind {
            FileType::Mpeg => Self::Mp3,
            FileType::Flac => Self::Flac,
            FileType::Vorbis => Self::Vorbis,
            FileType::Opus => Self::Opus,
            FileType::Mp4 => Self::M4a,
            FileType::Aac => Self::Aac,
            FileType::Wav => Self::Wav,
            FileType::Aiff => Self::Aiff,
            _ => return None,
        })
    }
}

/// Endings of names that promise music.
const EXTENSIONS: [&str; 15] = [
    "mp3", "mp2", "mp1", "mpga", "flac", "ogg", "oga", "opus", "m4a", "aac", "wav", "wave", "aif", "aiff",
    "aifc",
];

/// Endings of names of music that is not read: other coders, audio books, and shops' protected files.
const PASSED_OVER: [&str; 27] = [
    "aa", "aax", "ac3", "amr", "ape", "au", "caf", "dff", "dsf", "dts", "m4b", "m4p", "m4r", "mid", "midi",
    "mka", "mpc", "ofr", "ra", "shn", "spx", "tak", "tta", "w64", "weba", "wma", "wv",
];

/// The kind of music that is not read which a name promises, if any.
pub(crate) fn passed_over(path: &Path) -> Option<&'static str> {
    let extension = path.extension().and_then(|e| e.to_str())?;
    PASSED_OVER.into_iter().find(|kind| extension.eq_ignore_ascii_case(kind))
}

/// Whether a name promises music; what is really inside is seen later.
#[must_use]
pub fn promises_music(path: &Path) -> bool {
    let extension = path.extension().and_then(|e| e.to_str());
    extension.is_some_and(|e| EXTENSIONS.iter().any(|known| e.eq_ignore_ascii_case(known)))
}
