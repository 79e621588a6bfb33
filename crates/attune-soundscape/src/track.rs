//! Pieces as tracks of the queue: a name that holds everything a piece is made from.

use crate::compose::Plan;
use crate::cues::Cues;
use crate::piece::Piece;
use crate::plane::Plane;
use crate::request::{Before, Request};
use crate::{Key, VERSION};
use attune_core::track::{AffectSource, Score};
use attune_core::{Affect, AffectEstimate, Track, TrackAffect, TrackId};

/// The album that all pieces are shown under.
const ALBUM: &str = "Soundscapes";

/// How far a listener's impression is expected to lie from the target, on either axis. Wider than the figures of
/// rated systems of this kind (R² .90 and .96 in Agres et al. 2023) give, since nobody has rated these pieces:
/// valence rests on fewer cues than arousal.
const SD_VALENCE: f64 = 0.35;
const SD_AROUSAL: f64 = 0.22;

/// The register of a neutral piece, in thousandths of a semitone.
const MIDDLE_REGISTER: i32 = 3_000;

/// How many seeds are tried for a key near the one before.
const TRIES: u64 = 64;

/// The id of the piece of a seed and a target: `made:<version>:<seed>:<valence>:<arousal>`, affect in thousandths.
#[must_use]
pub fn id_of(seed: u64, target: Affect) -> TrackId {
    let at = Plane::from(target);
    TrackId(format!("{}{VERSION}:{seed}:{}:{}", TrackId::SOUNDSCAPE, at.valence(), at.arousal()))
}

/// The piece that a track's id names; none for other tracks and for pieces of another version of the composer.
#[must_use]
pub fn request_of(id: &TrackId) -> Option<Request> {
    let mut parts = id.0.strip_prefix(TrackId::SOUNDSCAPE)?.split(':');
    let known = parts.next()?.parse() == Ok(VERSION);
    let seed = parts.next()?.parse().ok()?;
    let axis = |text: &str| text.parse::<i32>().ok().filter(|x| (-1_000..=1_000).contains(x));
    let (valence, arousal) = (axis(parts.next()?)?, axis(parts.next()?)?);
    let whole = known && parts.next().is_none();
    whole.then(|| Request { seed, target: Plane::new(valence, arousal), before: None })
}

/// The piece of a seed and a target as the queue knows it: ranked, shown and remembered like any other track.
#[must_use]
pub fn track_of(seed: u64, target: Affect) -> Track {
    let request = Request::new(seed, target);
    let piece = Piece::new(&request);
    let plan = piece.plan();
    let milliseconds = piece.frames() / u64::from(crate::FRAME_RATE / 1_000);
    let estimate = AffectEstimate::new(request.target.into(), SD_VALENCE, SD_AROUSAL);
    let cues = Cues::of(request.target, plan.tempo_trim);
    let register = (cues.register - MIDDLE_REGISTER) as f32 / 1e3;
    Track {
        album: Some(ALBUM.to_owned()),
        language: Some("zxx".to_owned()),
        duration_ms: u32::try_from(milliseconds).ok(),
        tempo: Some(cues.tempo as f32 / 1e3),
        score: Some(Score { minor: plan.key.mode().is_minor(), register }),
        affect: TrackAffect::fused(&[(AffectSource::Curated, estimate)]),
        ..Track::new(id_of(seed, target), plan.title.clone(), plan.palette().name)
    }
}

/// The key of the piece of a seed and a target.
#[must_use]
pub fn key_of(seed: u64, target: Affect) -> Key {
    Plan::new(&Request::new(seed, target)).key
}

/// The first seed from `seed` on whose own key lies near that of the piece before, so that the piece joins on as it
/// is named; `seed` itself if none of the next ones does.
#[must_use]
pub fn seed_after(seed: u64, target: Affect, before: &Before) -> u64 {
    let near = |&s: &u64| key_of(s, target).distance(before.key) <= crate::compose::NEAR;
    (0..TRIES).map(|i| seed.wrapping_add(i)).find(near).unwrap_or(seed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_track_names_its_piece() {
        let target = Affect::new(0.25, -0.5);
        let track = track_of(42, target);
        assert_eq!(track.id.0, "made:2:42:250:-500");
        assert_eq!(request_of(&track.id), Some(Request::new(42, target)));
        assert!(track.title.contains(&key_of(42, target).to_string()), "{}", track.title);
        assert!((90_000..=150_000).contains(&track.duration_ms.unwrap()));
        assert!(track.tempo.unwrap() > 60.0 && !track.affect.is_unknown());
        let score = track.score.unwrap();
        assert_eq!(score.minor, key_of(42, target).mode().is_minor());
        assert!((score.register - 1.0).abs() < 1e-6, "+2 by valence, -1 by arousal");
    }

    #[test]
    fn other_ids_name_no_piece() {
        for id in [
            "",
            "made",
            "made:2:2:3",
            "made:2:2:3:4:5",
            "made:1:1:0:0",
            "made:2:x:0:0",
            "made:2:1:1001:0",
            "spotify:track:x",
        ] {
            assert_eq!(request_of(&TrackId(id.to_owned())), None, "{id}");
        }
    }

    #[test]
    fn seeds_are_found_for_every_key() {
        for tonic in 0..12 {
            let before = Before {
                key: Key::new(tonic, crate::Mode::Dorian),
                tempo: 90_000,
                affect: Plane::default(),
                motif: None,
            };
            let seed = seed_after(7, Affect::new(0.5, 0.0), &before);
            assert!(key_of(seed, Affect::new(0.5, 0.0)).distance(before.key) <= 2);
        }
    }
}
