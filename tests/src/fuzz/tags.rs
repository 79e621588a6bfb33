//! Music files as a scan meets them: tags, length and what a file's sound is recognised by.

use super::samples::music;
use attune_library::{Tags, read_from};
use std::io::Cursor;

/// A reading of bounded texts and sensible numbers, or one of our codes.
pub(super) fn check(bytes: &[u8]) {
    match read_from(Cursor::new(bytes)) {
        Ok(read) => check_tags(&read.tags),
        Err(error) => assert!(error.code().as_str().starts_with("file_"), "{error}"),
    }
}

/// Texts are bounded and of one line, numbers in range.
pub(super) fn check_tags(tags: &Tags) {
    let texts = [&tags.title, &tags.artist, &tags.album, &tags.album_artist, &tags.genre];
    assert!(texts.into_iter().flatten().all(|text| text.len() < 10_000 && !text.contains('\n')));
    assert!(tags.track_gain.is_none_or(|db| db.abs() <= 60.0));
    assert!(tags.bpm.is_none_or(|bpm| (20.0..=400.0).contains(&bpm)));
}

/// The beginnings of files of every format, small whole ones, and tags with compressed and overlong frames.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = music();
    seeds.push(
        b"ID3\x04\0\0\0\0\0\x40TIT2\0\0\0\x05\0\0\0abcdTPE1\0\0\0\x10\0\x08\0\0\x7F\x7F\x78\x9C\x4B\x04\0\0\x62\0\x62\xFF\xFB\x90\x64"
            .to_vec(),
    );
    seeds.push(b"\0\0\0\x18ftypM4A \0\0\0\0M4A mp42\xFF\xFF\xFF\xFFmoov\0\0\0\x10mdat".to_vec());
    seeds
}
