//! What a track has to do with the mood, in words that its numbers bear out.

use super::composed::Composed;
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

/// What is said of a track and the mood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// For translation: codes with spaces between them. How it sounds comes first, `warmCalm` or `probably warmCalm`, or
    /// of a composed piece `slow minor`, after another composed one also `slower nowMinor`; then how that suits the mood,
    /// `closeToMood`, where it does.
    pub detail: String,
    /// English, fit to follow "because".
    pub text: String,
}

/// How a place on the plane suits the mood: a code, and English.
pub(super) type Suits = (&'static str, &'static str);

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
    /// What to say of a track that lies at `at` and follows `before`: how it sounds, and how that suits the mood where it does.
    #[must_use]
    pub fn say(&self, track: &Track, at: &AffectEstimate, before: Option<Composed>) -> Said {
        let sound = Sound::of(at.mean);
        let (detail, text) = match Composed::of(track) {
            Some(piece) => {
                let ((pace, speed), (mode, key)) =
                    (piece.pace(before, self.policy), piece.mode(before, self.policy));
                (format!("{pace} {mode}"), format!("it is {speed} and {key}"))
            }
            None if at.spread() > VAGUE => {
                (format!("probably {}", sound.code()), format!("it is probably {}", sound.words()))
            }
            None => (sound.code().into(), format!("it is {}", sound.words())),
        };
        match self.suits(at.mean) {
            Some((code, how)) => Said { detail: format!("{detail} {code}"), text: format!("{text}, {how}") },
            None => Said { detail, text },
        }
    }

    /// How a place on the plane suits the mood; none where it does not.
    pub(super) fn suits(&self, at: Affect) -> Option<Suits> {
        let known = self.mood.spread() <= KNOWN_MOOD;
        let close_to_mood = known && at.distance(self.mood.mean) <= CLOSE;
        self.leads(at)
            .or(close_to_mood.then_some(("closeToMood", "close to your mood")))
            .or_else(|| self.on_the_way(at, known))
            .or_else(|| self.is_about_nearest(at).then_some(("closest", "about the closest you have")))
    }

    /// How it serves a policy that leads somewhere.
    fn leads(&self, at: Affect) -> Option<Suits> {
        let (mood, near) = (self.mood.mean, at.distance(self.target) <= CLOSE);
        match self.policy {
            Policy::Lift if near && at.valence > mood.valence => {
                Some(("towardsBrighter", "on the way to something brighter"))
            }
            Policy::Calm if near && at.arousal < mood.arousal => {
                Some(("towardsCalmer", "on the way to something calmer"))
            }
            Policy::Energise if near && at.arousal > mood.arousal => {
                Some(("towardsEnergy", "on the way to more energy"))
            }
            Policy::Hold if at.distance(self.goal) <= CLOSE => {
                Some(("closeToHold", "close to the mood you set"))
            }
            _ => None,
        }
    }

    /// How it serves as a step: targets go to the mood, or to what was set, from the track before.
    fn on_the_way(&self, at: Affect, known: bool) -> Option<Suits> {
        let near = at.distance(self.target) <= CLOSE;
        match self.policy {
            Policy::Hold if near => Some(("towardsHold", "on the way to the mood you set")),
            Policy::Match if near && known => Some(("towardsMood", "on the way to your mood")),
            Policy::Match if near => Some(("start", "an easy place to start")),
            _ => None,
        }
    }

    fn is_about_nearest(&self, at: Affect) -> bool {
        self.nearest.is_some_and(|least| least > CLOSE && at.distance(self.target) <= least + ABOUT)
    }
}
