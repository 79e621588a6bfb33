//! Scores of soundscapes as JSON: what goes on from one that was written by anybody must be music.

use attune_core::{Affect, TrackId};
use attune_soundscape::{Before, FRAME_RATE, Request, Score, compose, id_of, request_of};

/// The longest piece that any request may give, in frames: an hour.
const LONGEST: u64 = 3_600 * FRAME_RATE as u64;

/// A score is read or refused; what is composed after it has notes in range, and a text is the id of a piece only if it is
/// written so.
pub(super) fn check(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let id = TrackId(text.to_owned());
        if let Some(request) = request_of(&id) {
            let target = Affect::from(request.target);
            assert_eq!(request_of(&id_of(request.seed, target)), Some(request), "{text}");
        }
    }
    let Ok(score) = serde_json::from_slice::<Score>(bytes) else { return };
    let _ = score.fingerprint();
    assert!(score.frames() > 0);
    let next = compose(&Request::new(score.seed, score.target.into()).after(Before::of(&score)));
    assert!(next.frames() < LONGEST && !next.phrases.is_empty(), "{} frames", next.frames());
    for phrase in &next.phrases {
        assert!(phrase.notes.iter().all(|note| note.pitch < 128 && (1..128).contains(&note.velocity)));
        assert!(phrase.notes.iter().all(|note| note.start <= phrase.frames), "{} frames", phrase.frames);
    }
}

/// The first phrase of a piece as it is composed, the same in another tempo and key, ids, and what is no score.
pub(super) fn seeds() -> Vec<Vec<u8>> {
    let mut score = compose(&Request::new(7, Affect::new(0.4, -0.2)));
    score.phrases.truncate(1);
    score.phrases.iter_mut().for_each(|phrase| phrase.notes.truncate(2));
    let usual = serde_json::to_string(&score).unwrap_or_default();
    let odd = usual
        .replace("\"tempo\":", "\"tempo\":4294967295,\"was\":")
        .replace("\"tonic\":", "\"tonic\":255,\"was\":");
    let still = usual.replace("\"tempo\":", "\"tempo\":0,\"was\":");
    let id = id_of(7, Affect::new(0.4, -0.2)).to_string();
    [usual, odd, still, id, "made:2:x:0:0".into(), "{\"version\":1}".into()].map(String::into_bytes).into()
}
