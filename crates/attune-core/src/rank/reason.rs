//! Reasons in plain words, written from the terms that decided.

use super::{ClassicMood, Terms};
use crate::{Affect, AffectEstimate, Policy};

/// Which term a reason stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReasonCode {
    /// Close to the target.
    Fit,
    /// The listener's heart.
    Liked,
    /// Finished before.
    Finished,
    /// Popular.
    Popular,
    /// On the list of the classic table.
    Classic,
    /// The seeded part decided among equals.
    Chance,
}

impl ReasonCode {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Fit => "fit",
            Self::Liked => "liked",
            Self::Finished => "finished",
            Self::Popular => "popular",
            Self::Classic => "classic",
            Self::Chance => "chance",
        }
    }
}

/// One reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// Which term.
    pub code: ReasonCode,
    /// What it added to the score.
    pub weight: f32,
    /// English, fit to follow "because".
    pub text: String,
}

/// A term below this share of the strongest one is not worth a word.
const WORTH_SAYING: f32 = 0.2;
/// A mood vaguer than this (standard deviation) is nothing a track could be close to.
const KNOWN_MOOD: f64 = 0.45;

/// What a track was chosen for.
#[derive(Debug, Clone, Copy)]
pub struct Occasion {
    /// The policy in force.
    pub policy: Policy,
    /// Spread of the mood behind the target.
    pub mood_spread: f64,
}

/// The reasons for a track, strongest first: what added to its score, never what did not. At least one.
#[must_use]
pub fn reasons(terms: &Terms, track: &AffectEstimate, occasion: Occasion, finished: u8) -> Vec<Reason> {
    let mut all = vec![
        Reason { code: ReasonCode::Fit, weight: terms.fit, text: fit_text(track, occasion) },
        Reason { code: ReasonCode::Liked, weight: terms.liked, text: "you like it".into() },
        Reason { code: ReasonCode::Finished, weight: terms.finished, text: finished_text(finished) },
        Reason { code: ReasonCode::Popular, weight: terms.popular, text: "many people play it".into() },
        Reason { code: ReasonCode::Chance, weight: terms.chance, text: "it brings some variety".into() },
    ];
    all.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let (strongest, least) = (all[0].code, WORTH_SAYING * all[0].weight);
    // Chance is worth a word only where it decided.
    all.retain(|r| r.code == strongest || (r.weight > least && r.code != ReasonCode::Chance));
    all
}

/// The reason of the classic table.
#[must_use]
pub fn classic_reason(mood: ClassicMood, popularity: u8) -> Reason {
    Reason {
        code: ReasonCode::Classic,
        weight: f32::from(popularity),
        text: format!("it is among the most played of the {} list", mood.word()),
    }
}

fn finished_text(times: u8) -> String {
    match times {
        1 => "you listened to it to the end".into(),
        n => format!("you listened to it to the end {n} times"),
    }
}

fn fit_text(track: &AffectEstimate, occasion: Occasion) -> String {
    let aim = match occasion.policy {
        Policy::Match | Policy::Classic if occasion.mood_spread > KNOWN_MOOD => {
            "a place to start while your mood is not known"
        }
        Policy::Match | Policy::Classic => "close to your mood",
        Policy::Lift => "on the way to brighter",
        Policy::Calm => "on the way to calmer",
        Policy::Energise => "on the way to more energy",
        Policy::Hold => "close to the mood you set",
    };
    let hedge = if track.spread() > 0.45 { "is probably" } else { "is" };
    format!("it {hedge} {}, {aim}", sound(track.mean))
}

/// How music of an affect sounds, in two words.
fn sound(affect: Affect) -> &'static str {
    let level = |x: f64| i8::from(x > 0.15) - i8::from(x < -0.15);
    match (level(affect.valence), level(affect.arousal)) {
        (1, 1) => "bright and energetic",
        (1, 0) => "bright",
        (1, _) => "warm and calm",
        (0, 1) => "energetic",
        (0, 0) => "even and balanced",
        (0, _) => "calm",
        (_, 1) => "dark and intense",
        (_, 0) => "dark",
        _ => "subdued and quiet",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn estimate(sd: f64) -> AffectEstimate {
        AffectEstimate::with_sd(Affect::new(0.5, -0.5), sd)
    }

    fn occasion(policy: Policy) -> Occasion {
        Occasion { policy, mood_spread: 0.2 }
    }

    #[test]
    fn an_unknown_mood_is_not_claimed_to_be_matched() {
        let unknown = Occasion { policy: Policy::Match, mood_spread: 0.6 };
        let r = reasons(&Terms { fit: 0.2, ..Terms::default() }, &estimate(0.2), unknown, 0);
        assert!(r[0].text.contains("not known"), "{}", r[0].text);
    }

    #[test]
    fn chance_speaks_only_where_it_decided() {
        let said = |chance| {
            let terms = Terms { fit: 0.05, chance, ..Terms::default() };
            reasons(&terms, &estimate(0.2), occasion(Policy::Match), 0)[0].code
        };
        assert_eq!(said(0.04), ReasonCode::Fit);
        assert_eq!(said(0.06), ReasonCode::Chance);
        let terms = Terms { fit: 0.05, chance: 0.04, ..Terms::default() };
        assert_eq!(reasons(&terms, &estimate(0.2), occasion(Policy::Match), 0).len(), 1);
    }

    #[test]
    fn the_strongest_term_speaks_first() {
        let terms = Terms { fit: 0.1, liked: 0.15, ..Terms::default() };
        let r = reasons(&terms, &estimate(0.2), occasion(Policy::Match), 0);
        assert_eq!(r.iter().map(|r| r.code).collect::<Vec<_>>(), [ReasonCode::Liked, ReasonCode::Fit]);
        assert_eq!(r[1].text, "it is warm and calm, close to your mood");
    }

    #[test]
    fn there_is_always_a_reason_and_a_vague_belief_is_hedged() {
        let r = reasons(&Terms { fit: 0.001, ..Terms::default() }, &estimate(0.6), occasion(Policy::Calm), 0);
        assert_eq!(r.len(), 1);
        assert_eq!(r[0].text, "it is probably warm and calm, on the way to calmer");
    }

    #[test]
    fn what_lowers_the_score_is_no_reason() {
        let terms = Terms { fit: 0.5, skipped: -0.2, recent: -0.5, ..Terms::default() };
        assert_eq!(reasons(&terms, &estimate(0.2), occasion(Policy::Match), 0).len(), 1);
    }
}
