//! A file from its first sample to its features.

use crate::error::guarded;
use crate::features::Gatherer;
use crate::loudness::Meter;
use crate::mono::Mono;
use crate::turns::Turn;
use crate::{AudioError, Features, Recording};
use attune_core::AffectEstimate;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Shorter recordings say nothing: a tenth of a second.
const SHORTEST: f64 = 0.1;

/// What was heard in a recording, with the versions that tell when it is stale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordingAnalysis {
    /// The measurements, with their own version.
    pub features: Features,
    /// The estimate, none for silence.
    pub affect: Option<AffectEstimate>,
    /// The manifest's revision of the model that gave it.
    pub model_revision: String,
}

/// Decodes and measures a whole file. Uses one thread and about 15 MB, whatever the file's length.
///
/// Fails with [`AudioError`]; a file that is cut off is measured up to there, but one that the system cannot read to its
/// end is not: what was heard of it says nothing of the whole. Never panics: what a decoder makes
/// of a malformed file is caught and reported as `audio_damaged`.
pub fn listen(path: &Path) -> Result<Features, AudioError> {
    listen_while(path, &|| true)
}

/// Like [`listen`], asking several times a second of sound whether to go on. Waits while [`FILES_AT_ONCE`](crate::FILES_AT_ONCE)
/// other files are listened to. Fails with `audio_stopped` if not.
pub fn listen_while(path: &Path, go_on: &dyn Fn() -> bool) -> Result<Features, AudioError> {
    let _turn = Turn::take(go_on)?;
    guarded(|| through(path, go_on))
}

fn through(path: &Path, go_on: &dyn Fn() -> bool) -> Result<Features, AudioError> {
    let mut recording = Recording::open(path)?;
    let mut parts: Option<Parts> = None;
    let mut gatherer = Gatherer::default();
    loop {
        if !go_on() {
            return Err(AudioError::Stopped);
        }
        if !recording.next_block()? {
            break;
        }
        let parts = match &mut parts {
            Some(parts) => parts,
            none => none.insert(Parts::new(&recording)?),
        };
        parts.push(&recording, gatherer.waiting())?;
        gatherer.take();
    }
    let seconds = parts.as_ref().map_or(0.0, |parts| parts.seconds);
    let Some(mut parts) = parts.filter(|_| seconds >= SHORTEST) else {
        return Err(AudioError::TooShort { milliseconds: (seconds * 1e3) as u64 });
    };
    parts.mono.finish(gatherer.waiting())?;
    Ok(gatherer.finish(seconds, parts.meter.finish()))
}

/// What measures, in the form of the blocks that come.
struct Parts {
    meter: Meter,
    mono: Mono,
    rate: u32,
    seconds: f64,
}

impl Parts {
    fn new(recording: &Recording) -> Result<Self, AudioError> {
        let rate = recording.rate();
        Ok(Self { meter: Meter::of(recording)?, mono: Mono::new(rate)?, rate, seconds: 0.0 })
    }

    /// Takes the latest block, and appends what comes of it to `out`.
    fn push(&mut self, recording: &Recording, out: &mut Vec<f32>) -> Result<(), AudioError> {
        let (rate, channels) = (recording.rate(), recording.block());
        if self.rate != rate {
            self.mono.finish(out)?;
            (self.mono, self.rate) = (Mono::new(rate)?, rate);
        }
        self.meter.take(recording)?;
        self.mono.push(channels, out)?;
        self.seconds += channels.first().map_or(0, Vec::len) as f64 / f64::from(rate);
        Ok(())
    }
}
