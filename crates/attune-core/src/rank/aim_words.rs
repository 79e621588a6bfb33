//! What a track has to do with the mood, in words that its numbers bear out.

use super::sound::Sound;
use crate::{Affect, AffectEstimate, Policy, Track};

/// A track within this distance of a place on the plane is close to it.
pub const CLOSE: f64 = 0.35;
/// A track that lies this much farther than the nearest there is is still about the closest.
const ABOUT: f64 = 0.1;
/// A mood vaguer than this (standard deviation) is nothing a track could be close to.
const KNOWN_MOOD: f64 = 0.45;
/// Where a track lies is only probable beyond this (standard deviation).
const VAGUE: f64 = 0.45;
/// Beats per minute from which on a piece is fast, and below which it is slow.
const FAST: f32 = 112.0;
const SLOW: f32 = 80.0;

/// Where a track was to lie when it was chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AimedAt {
    /// The policy in force.
    pub policy: Policy,
    /// The mood behind the target.
    pub mood: AffectEstimate,
    /// Where the policy leads.
    pub goal: Affect,
    /// The step on the way there that the track was chosen for.
    pub target: Affect,
    /// How far from the target the nearest track lies that could be played, where that is not [`CLOSE`].
    pub nearest: Option<f64>,
}

impl AimedAt {
    /// What to say of a track that lies at `at`, fit to follow "because": how it sounds, and how that suits the mood where
    /// it does.
    #[must_use]
    pub fn words(&self, track: &Track, at: &AffectEstimate) -> String {
        let sounds = match composed(track) {
            Some(words) => format!("it is {words}"),
            None if at.spread() > VAGUE => format!("it is probably {}", Sound::of(at.mean).words()),
            None => format!("it is {}", Sound::of(at.mean).words()),
        };
        self.suits(at.mean).map_or_else(|| sounds.clone(), |how| format!("{sounds}, {how}"))
    }

    /// How a place on the plane suits the mood; none where it does not.
    pub(super) fn suits(&self, at: Affect) -> Option<&'static str> {
        let known = self.mood.spread() <= KNOWN_MOOD;
        let close_to_mood = known && at.distance(self.mood.mean) <= CLOSE;
        self.leads(at)
            .or(close_to_mood.then_some("close to your mood"))
            .or_else(|| self.on_the_way(at, known))
            .or_else(|| self.is_about_nearest(at).then_some("about the closest you have"))
    }

    /// How it serves a policy that leads somewhere.
    fn leads(&self, at: Affect) -> Option<&'static str> {
        let (mood, near) = (self.mood.mean, at.distance(self.target) <= CLOSE);
        match self.policy {
            Policy::Lift if near && at.valence > mood.valence => Some("on the way to brighter"),
            Policy::Calm if near && at.arousal < mood.arousal => Some("on the way to calmer"),
            Policy::Energise if near && at.arousal > mood.arousal => Some("on the way to more energy"),
            Policy::Hold if at.distance(self.goal) <= CLOSE => Some("close to the mood you set"),
            _ => None,
        }
    }

    /// How it serves as a step: targets go to the mood, or to what was set, from the track before.
    fn on_the_way(&self, at: Affect, known: bool) -> Option<&'static str> {
        let near = at.distance(self.target) <= CLOSE;
        match self.policy {
            Policy::Hold if near => Some("on the way to the mood you set"),
            Policy::Match if near && known => Some("on the way to your mood"),
            Policy::Match if near => Some("an easy place to start"),
            _ => None,
        }
    }

    fn is_about_nearest(&self, at: Affect) -> bool {
        self.nearest.is_some_and(|least| least > CLOSE && at.distance(self.target) <= least + ABOUT)
    }
}

/// A composed piece in musical words.
fn composed(track: &Track) -> Option<String> {
    let (score, tempo) = (track.score?, track.tempo?);
    let pace = match tempo {
        ..SLOW => "slow",
        FAST.. => "fast",
        _ => "unhurried",
    };
    Some(format!("{pace} and in a {} mode", if score.minor { "minor" } else { "major" }))
}
