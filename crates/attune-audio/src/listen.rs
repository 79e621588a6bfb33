//! A file from its first sample to its features.

use crate::features::Gatherer;
use crate::loudness::Meter;
use crate::mono::Mono;
use crate::turns::Turn;
use crate::{AudioError, Features, Recording};
use attune_core::AffectEstimate;
use serde::{Deserialize, Serialize};
use std::panic::{AssertUnwindSafe, catch_unwind};
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
/// Fails with [`AudioError`]; a file that breaks off is measured up to there. Never panics: what a decoder makes
/// of a malformed file is caught and reported as `audio_damaged`.
pub fn listen(path: &Path) -> Result<Features, AudioError> {
    listen_while(path, &|| true)
}

/// Like [`listen`], asking several times a second of sound whether to go on. Waits while [`FILES_AT_ONCE`](crate::FILES_AT_ONCE)
/// other files are listened to. Fails with `audio_stopped` if not.
pub fn listen_while(path: &Path, go_on: &dyn Fn() -> bool) -> Result<Features, AudioError> {
    let _turn = Turn::take(go_on)?;
    let heard = catch_unwind(AssertUnwindSafe(|| through(path, go_on)));
    heard.unwrap_or_else(|_| Err(AudioError::Damaged { detail: "its decoder broke off".to_owned() }))
}

fn through(path: &Path, go_on: &dyn Fn() -> bool) -> Result<Features, AudioError> {
    let mut recording = Recording::open(path)?;
    let mut parts: Option<(Meter, Mono)> = None;
    let mut gatherer = Gatherer::default();
    let mut samples = 0_u64;
    let mut rate = 0;
    loop {
        if !go_on() {
            return Err(AudioError::Stopped);
        }
        if !recording.next_block()? {
            break;
        }
        rate = recording.rate();
        let channels = recording.block();
        if parts.is_none() {
            parts = Some((Meter::new(rate, channels.len())?, Mono::new(rate)?));
        }
        if let Some((meter, mono)) = &mut parts {
            meter.push(channels)?;
            mono.push(channels, gatherer.waiting())?;
        }
        samples += channels.first().map_or(0, Vec::len) as u64;
        gatherer.take();
    }
    let seconds = samples as f64 / f64::from(rate.max(1));
    let Some((meter, mut mono)) = parts.filter(|_| seconds >= SHORTEST) else {
        return Err(AudioError::TooShort { milliseconds: (seconds * 1e3) as u64 });
    };
    mono.finish(gatherer.waiting())?;
    Ok(gatherer.finish(seconds, meter.finish()))
}
