//! Music files as they are listened to: from bytes to measurements.

use super::samples::music;
use attune_audio::{AudioError, listen_while};
use std::cell::Cell;

/// Blocks after which it is enough: some seconds of sound.
const BLOCKS: u32 = 200;

/// Finite measurements of a sound that has a length, or one of our codes. What breaks off before is fine, too.
pub(super) fn check(bytes: &[u8]) {
    #[expect(clippy::expect_used, reason = "without a place for files nothing can be checked")]
    let file = tempfile::NamedTempFile::new().expect("a file to write to");
    #[expect(clippy::expect_used, reason = "as above")]
    std::fs::write(file.path(), bytes).expect("room for a small file");
    let blocks = Cell::new(0);
    let go_on = || {
        blocks.set(blocks.get() + 1);
        blocks.get() < BLOCKS
    };
    match listen_while(file.path(), &go_on) {
        Ok(heard) => {
            assert!(heard.seconds.is_finite() && heard.seconds >= 0.1, "{}", heard.seconds);
            assert!(heard.onset_rate.is_finite());
            let loudness = [heard.loudness.integrated, heard.loudness.peak];
            assert!(loudness.into_iter().flatten().all(f64::is_finite), "{loudness:?}");
            let columns = heard.columns;
            assert!(columns.is_none_or(|c| c.to_array().iter().all(|x| x.is_finite())), "{columns:?}");
        }
        Err(AudioError::Model { detail }) => panic!("no model is asked: {detail}"),
        Err(error) => assert!(error.code().as_str().starts_with("audio_"), "{error}"),
    }
}

/// The beginnings of files of every format and small whole ones.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    music()
}
