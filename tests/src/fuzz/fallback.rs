//! Music files as the second reader meets them: those whose tags or head the first one refuses.

use super::samples::music;
use super::tags;
use attune_library::fuzz::fallback;

/// Bounded texts and sensible numbers, nothing, or one of our codes.
pub(super) fn check(bytes: &[u8]) {
    match fallback(bytes) {
        Ok(Some(read)) => tags::check_tags(&read),
        Ok(None) => {}
        Err(error) => assert!(error.code().as_str().starts_with("file_"), "{error}"),
    }
}

/// The beginnings of files of every format, and comments of Ogg and FLAC with odd keys, numbers and lengths.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = music();
    seeds.extend(
        [&["TITLE=a\nb", "artist=", "BPM=1e9", "DATE=99999"][..], &["=x", "REPLAYGAIN_TRACK_GAIN=-1e300 dB"]]
            .map(flac),
    );
    seeds
}

/// A FLAC file's head with these comments and no sound.
fn flac(comments: &[&str]) -> Vec<u8> {
    let length = |bytes: usize| u32::try_from(bytes).unwrap_or_default();
    let text = |text: &str| [&length(text.len()).to_le_bytes()[..], text.as_bytes()].concat();
    let mut block = text("nobody");
    block.extend_from_slice(&length(comments.len()).to_le_bytes());
    block.extend(comments.iter().flat_map(|comment| text(comment)));
    let mut file = b"fLaC\0\0\0\x22\x10\0\x10\0\0\0\0\0\0\0\x0A\xC4\x42\xF0\0\0\x10\0".to_vec();
    file.extend_from_slice(&[0; 16]);
    file.push(0x84);
    file.extend_from_slice(&length(block.len()).to_be_bytes()[1..]);
    file.extend_from_slice(&block);
    file
}
