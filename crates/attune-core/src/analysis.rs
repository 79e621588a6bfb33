//! What was heard in a recording, as those who keep it see it: they keep the measurements without looking into them.

use crate::AffectEstimate;

/// What measures and judges: what was heard under other versions is stale, and heard again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnalysisVersions {
    /// Of the measurements.
    pub features: u32,
    /// Of the model that reads affect from them.
    pub model: String,
}

/// What was heard in a track.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TrackAnalysis {
    /// The measurements, as whoever made them writes them.
    pub features: Vec<u8>,
    /// Where it lies on the plane; none for silence.
    pub affect: Option<AffectEstimate>,
    /// Integrated loudness by EBU R 128, in LUFS.
    pub loudness: Option<f64>,
    /// The highest sample in dB relative to full scale.
    pub peak: Option<f64>,
    /// Beats per minute.
    pub tempo: Option<f32>,
    /// Length of the sound in milliseconds.
    pub length_ms: Option<u32>,
}
