//! The published table of the face-to-music student systems, kept for comparison and for those who like it.

use super::Pool;
use crate::{Affect, Expression};

/// The four lists of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the table's own")]
pub enum ClassicMood {
    Happy,
    Sad,
    Calm,
    Energetic,
}

impl ClassicMood {
    /// The list for an expression, as published; contempt, which those systems did not know, goes with anger.
    #[must_use]
    pub fn for_expression(expression: Expression) -> Self {
        match expression {
            Expression::Happiness | Expression::Sadness => Self::Happy,
            Expression::Anger | Expression::Fear | Expression::Contempt => Self::Calm,
            Expression::Disgust => Self::Sad,
            Expression::Surprise | Expression::Neutral => Self::Energetic,
        }
    }

    /// The list for a mood that no face is behind: that of the expression of its region.
    #[must_use]
    pub fn for_affect(affect: Affect) -> Self {
        let expression = match (affect.valence >= 0.0, affect.arousal >= 0.0) {
            _ if affect.axis_distance(Affect::NEUTRAL) < 0.15 => Expression::Neutral,
            (true, _) => Expression::Happiness,
            (false, true) => Expression::Anger,
            (false, false) => Expression::Sadness,
        };
        Self::for_expression(expression)
    }

    /// The word on the list, as catalogues write it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Happy => "Happy",
            Self::Sad => "Sad",
            Self::Calm => "Calm",
            Self::Energetic => "Energetic",
        }
    }

    /// The list a track is on: its mood word where that is one of the four, else the region of its affect.
    #[must_use]
    fn of_track(mood_word: Option<&str>, affect: Affect) -> Self {
        let all = [Self::Happy, Self::Sad, Self::Calm, Self::Energetic];
        let named = mood_word.and_then(|w| all.into_iter().find(|m| m.word().eq_ignore_ascii_case(w)));
        named.unwrap_or(match (affect.valence >= 0.0, affect.arousal >= 0.0) {
            (true, true) if affect.valence >= affect.arousal => Self::Happy,
            (_, true) => Self::Energetic,
            (true, false) => Self::Calm,
            (false, false) => Self::Sad,
        })
    }
}

/// The tracks of a list, most popular first; equally popular ones in the order of the catalogue. No rule of
/// variety applies: this is the published method, warts and all.
#[must_use]
pub fn classic_order(pool: &Pool, mood: ClassicMood) -> Vec<u32> {
    let mut indices: Vec<u32> = (0u32..)
        .zip(pool.rows())
        .filter(|(i, row)| {
            let t = pool.look(*i);
            !row.is_blocked() && ClassicMood::of_track(t.mood_word, t.estimate.mean) == mood
        })
        .map(|(i, _)| i)
        .collect();
    indices.sort_by_key(|i| std::cmp::Reverse(pool.rows()[*i as usize].popularity()));
    indices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_as_published() {
        use Expression as E;
        for (expression, list) in [
            (E::Happiness, "Happy"),
            (E::Sadness, "Happy"),
            (E::Anger, "Calm"),
            (E::Fear, "Calm"),
            (E::Disgust, "Sad"),
            (E::Surprise, "Energetic"),
            (E::Neutral, "Energetic"),
        ] {
            assert_eq!(ClassicMood::for_expression(expression).word(), list);
        }
    }

    #[test]
    fn a_track_without_one_of_the_four_words_goes_by_its_affect() {
        let list = |w, v, a| ClassicMood::of_track(w, Affect::new(v, a));
        assert_eq!(list(Some("calm"), 0.9, 0.9), ClassicMood::Calm);
        assert_eq!(list(Some("triumphant"), 0.5, 0.8), ClassicMood::Energetic);
        assert_eq!(list(None, -0.5, -0.8), ClassicMood::Sad);
        assert_eq!(list(None, 0.8, 0.5), ClassicMood::Happy);
    }
}
