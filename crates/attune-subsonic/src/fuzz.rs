//! The way in for replies, with what must hold, for the fuzz targets.

use crate::reply::Reply;

/// Reads a reply as everything it could be.
///
/// # Panics
/// If a song has no id or title, or a number out of its range.
pub fn reply(bytes: &[u8]) {
    let Ok(reply) = Reply::read(bytes) else { return };
    let _ = (reply.about(), reply.extensions(), reply.albums(), reply.last_scan());
    for song in reply.songs().unwrap_or_default() {
        assert!(!song.id.is_empty() && !song.title.is_empty());
        assert!(song.suffix.is_none_or(|s| s.bytes().all(|b| b.is_ascii_alphanumeric())));
        assert!(song.tempo.is_none_or(|bpm| (20.0..=400.0).contains(&bpm)));
        assert!(song.rating.is_none_or(|stars| (1..=5).contains(&stars)));
        assert!(song.plays.is_none_or(|plays| plays >= 1));
        assert!(song.year.is_none_or(|year| (1..=9_999).contains(&year)));
    }
}
