//! Listening policies: what the listener wants done with the mood.

use crate::{Affect, Expression};
use serde::{Deserialize, Serialize};

/// The largest step from one track's target to the next, on either axis.
pub const MAX_STEP: f64 = 0.25;

/// What the listener wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Policy {
    /// Stay with my mood.
    #[default]
    Match,
    /// Move towards the pleasant.
    Lift,
    /// Move down in arousal.
    Calm,
    /// Move up in arousal.
    Energise,
    /// Keep the target I set.
    Hold,
    /// The published table of the face-to-music student systems.
    Classic,
}

impl Policy {
    /// All policies, in the order they are offered.
    pub const ALL: [Self; 6] =
        [Self::Match, Self::Lift, Self::Calm, Self::Energise, Self::Hold, Self::Classic];

    /// The lower-case name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Match => "match",
            Self::Lift => "lift",
            Self::Calm => "calm",
            Self::Energise => "energise",
            Self::Hold => "hold",
            Self::Classic => "classic",
        }
    }

    /// The policy of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_lowercase();
        Self::ALL.into_iter().find(|p| p.name() == name)
    }

    /// Where this policy leads from `mood`; `hold` is the target the listener set for [`Policy::Hold`].
    ///
    /// Lift raises valence to 0.6 and brings arousal into [-0.4, 0.5]; Calm lowers arousal to -0.6 and Energise raises it to
    /// 0.7, both with a valence of at least 0.2. A listener who is there already stays where they are.
    #[must_use]
    pub fn goal(self, mood: Affect, hold: Affect) -> Affect {
        let Affect { valence: v, arousal: a } = mood;
        match self {
            Self::Match | Self::Classic => mood,
            Self::Lift => Affect::new(v.max(0.6), a.clamp(-0.4, 0.5)),
            Self::Calm => Affect::new(v.max(0.2), a.min(-0.6)),
            Self::Energise => Affect::new(v.max(0.2), a.max(0.7)),
            Self::Hold => hold,
        }
    }

    /// Targets for the next `len` tracks: the first one step from `from`, each later one a step of at most
    /// [`MAX_STEP`] on either axis from the one before, until the goal is reached and held.
    #[must_use]
    pub fn path(self, from: Affect, mood: Affect, hold: Affect, len: usize) -> Vec<Affect> {
        let goal = self.goal(mood, hold);
        std::iter::successors(Some(from.towards(goal, MAX_STEP)), |at| Some(at.towards(goal, MAX_STEP)))
            .take(len)
            .collect()
    }
}

/// The policy for each expression, for listeners who let their face choose it.
///
/// The table at first: up from a sad look, calmer from an angry or a fearful one, and otherwise along with it. It
/// is a habit of listeners, not a remedy: whether music that contrasts helps more than music that matches is an
/// open question, so the table is used only where the listener asked for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names are the expressions")]
pub struct ExpressionPolicies {
    pub neutral: Policy,
    pub happiness: Policy,
    pub surprise: Policy,
    pub sadness: Policy,
    pub anger: Policy,
    pub disgust: Policy,
    pub fear: Policy,
    pub contempt: Policy,
}

impl Default for ExpressionPolicies {
    fn default() -> Self {
        Self {
            neutral: Policy::Match,
            happiness: Policy::Match,
            surprise: Policy::Match,
            sadness: Policy::Lift,
            anger: Policy::Calm,
            disgust: Policy::Match,
            fear: Policy::Calm,
            contempt: Policy::Match,
        }
    }
}

impl ExpressionPolicies {
    /// The policy for an expression.
    #[must_use]
    pub fn of(&self, expression: Expression) -> Policy {
        match expression {
            Expression::Neutral => self.neutral,
            Expression::Happiness => self.happiness,
            Expression::Surprise => self.surprise,
            Expression::Sadness => self.sadness,
            Expression::Anger => self.anger,
            Expression::Disgust => self.disgust,
            Expression::Fear => self.fear,
            Expression::Contempt => self.contempt,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn point() -> impl Strategy<Value = Affect> {
        (-1.0..=1.0, -1.0..=1.0).prop_map(|(v, a)| Affect::new(v, a))
    }

    proptest! {
        #[test]
        fn no_step_is_too_long_and_the_goal_is_reached(from in point(), mood in point(), hold in point(), i in 0..6usize) {
            let policy = Policy::ALL[i];
            let path = policy.path(from, mood, hold, 10);
            let mut at = from;
            for p in &path {
                prop_assert!(at.axis_distance(*p) <= MAX_STEP + 1e-9);
                at = *p;
            }
            prop_assert!(at.axis_distance(policy.goal(mood, hold)) < 1e-9);
        }

        #[test]
        fn policies_move_the_way_they_say(mood in point()) {
            let goal = |p: Policy| p.goal(mood, Affect::NEUTRAL);
            prop_assert_eq!(goal(Policy::Match), mood);
            prop_assert!(goal(Policy::Lift).valence >= mood.valence);
            prop_assert!(goal(Policy::Calm).arousal <= mood.arousal);
            prop_assert!(goal(Policy::Energise).arousal >= mood.arousal);
        }
    }

    #[test]
    fn names_lead_back() {
        for p in Policy::ALL {
            assert_eq!(Policy::from_name(p.name()), Some(p));
        }
        assert_eq!(Policy::from_name("sleep"), None);
    }

    #[test]
    fn each_expression_has_its_own_policy() {
        let table = ExpressionPolicies {
            sadness: Policy::Energise,
            fear: Policy::Hold,
            ..ExpressionPolicies::default()
        };
        assert_eq!(table.of(Expression::Sadness), Policy::Energise);
        assert_eq!(table.of(Expression::Fear), Policy::Hold);
        let rest =
            Expression::ALL.into_iter().filter(|e| ![Expression::Sadness, Expression::Fear].contains(e));
        for e in rest {
            assert_eq!(table.of(e), ExpressionPolicies::default().of(e), "{e:?}");
        }
        let written = serde_json::to_value(table).unwrap();
        for e in Expression::ALL {
            assert_eq!(written[e.name()], table.of(e).name(), "{e:?} is written under its name");
        }
    }
}
