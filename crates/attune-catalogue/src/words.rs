//! Where mood words of music catalogues lie on the valence–arousal plane.
//!
//! The table is our own. A word stands for a region, so a place is only the middle of one and its spread
//! ([`SD`]) says so. Against a table of 686 tracks with mood words and computed features, the arousal computed
//! from energy lies within one spread of the word's place for 63 to 94 % of the tracks. Computed valence agrees
//! far less: for 70 % of "sad" tracks, 39 % of "happy", 28 % of "energetic" and 2 % of "calm" ones, since it
//! takes quiet music for unpleasant. People who call music calm mean it kindly, so the places follow the people.
//! Words that name a way of listening ("focus", "workout") are left out; they are no mood.

use attune_core::{Affect, AffectEstimate};

/// Standard deviation on each axis of a track's affect around its mood word's place.
pub const SD: f64 = 0.35;

/// The words with their places, one row of words a place: (valence, arousal, words).
const PLACES: &[(f64, f64, &[&str])] = &[
    // Pleasant and energetic.
    (0.70, 0.40, &["happy", "cheerful", "joyful", "joy", "fun", "sunny", "feel good", "feelgood", "upbeat"]),
    (
        0.45,
        0.75,
        &["energetic", "excited", "exciting", "euphoric", "party", "energising", "energizing", "lively"],
    ),
    (0.60, 0.60, &["uplifting", "triumphant", "exuberant", "danceable", "playful"]),
    (0.40, 0.30, &["hopeful", "bright", "confident", "groovy"]),
    // Unpleasant and energetic.
    (-0.50, 0.70, &["angry", "aggressive", "furious", "rage", "upset", "rebellious"]),
    (-0.35, 0.60, &["tense", "anxious", "nervous", "restless", "urgent", "fierce", "intense"]),
    (-0.45, 0.40, &["dark", "sinister", "fearful", "scary", "bitter", "defiant"]),
    // Unpleasant and calm.
    (-0.60, -0.35, &["sad", "down", "sorrowful", "heartbroken", "depressed", "depressing", "grieving"]),
    (
        -0.45,
        -0.45,
        &["melancholic", "melancholy", "lonely", "gloomy", "wistful", "mournful", "sombre", "somber"],
    ),
    (-0.20, -0.30, &["bittersweet", "nostalgic"]),
    (-0.30, -0.65, &["tired", "bleak", "weary", "desolate", "bored"]),
    // Pleasant and calm.
    (0.40, -0.65, &["calm", "peaceful", "relaxed", "relaxing", "chill", "serene", "soothing", "quiet"]),
    (
        0.55,
        -0.35,
        &["content", "tender", "gentle", "mellow", "warm", "romantic", "loving", "easygoing", "easy going"],
    ),
    (0.25, -0.45, &["dreamy", "reflective", "atmospheric", "meditative", "sleepy"]),
    // Neither.
    (0.0, 0.0, &["neutral"]),
];

/// The place of a mood word, whatever its case and spacing; none for a word that is not in the table.
#[must_use]
pub fn place(word: &str) -> Option<Affect> {
    let word = attune_core::track::fold(&word.replace(['-', '_'], " "));
    let row = PLACES.iter().find(|(_, _, words)| words.contains(&word.as_str()))?;
    Some(Affect::new(row.0, row.1))
}

/// What a mood word says about a track.
#[must_use]
pub fn estimate(word: &str) -> Option<AffectEstimate> {
    place(word).map(|affect| AffectEstimate::with_sd(affect, SD))
}

/// What several mood words, separated by semicolons or commas, say about a track: the middle of those that are known,
/// no surer than one, since one editor said them all.
#[must_use]
pub fn estimate_of_all(words: &str) -> Option<AffectEstimate> {
    let places: Vec<Affect> = words.split([';', ',']).filter_map(place).collect();
    let count = places.len() as f64;
    let middle = |of: fn(&Affect) -> f64| places.iter().map(of).sum::<f64>() / count;
    let mean = Affect::new(middle(|p| p.valence), middle(|p| p.arousal));
    (!places.is_empty()).then(|| AffectEstimate::with_sd(mean, SD))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn several_words_lie_between_their_places() {
        let both = estimate_of_all("Calm; unheard of, HAPPY").unwrap();
        let (calm, happy) = (place("calm").unwrap(), place("happy").unwrap());
        assert!((both.mean.arousal - f64::midpoint(calm.arousal, happy.arousal)).abs() < 1e-9);
        assert!((both.sd_arousal - SD).abs() < 1e-9 && estimate_of_all("; unheard of").is_none());
    }

    #[test]
    fn the_words_of_the_published_table_lie_in_their_quadrants() {
        for (word, valence, arousal) in [
            ("Happy", 1.0, 1.0),
            ("Energetic", 1.0, 1.0),
            ("Sad", -1.0, -1.0),
            ("Calm", 1.0, -1.0),
            ("angry", -1.0, 1.0),
        ] {
            let at = place(word).unwrap();
            assert!(at.valence * valence > 0.2 && at.arousal * arousal > 0.2, "{word}: {at:?}");
        }
        let (happy, energetic) = (place("happy").unwrap(), place("energetic").unwrap());
        assert!(happy.valence > energetic.valence && happy.arousal < energetic.arousal);
    }

    #[test]
    fn every_word_stands_once_and_away_from_the_axes() {
        let mut seen = HashSet::new();
        for (valence, arousal, words) in PLACES {
            assert!((*valence == 0.0 && *arousal == 0.0) || (valence.abs() >= 0.2 && arousal.abs() >= 0.2));
            for word in *words {
                assert_eq!(*word, attune_core::track::fold(word), "stored folded");
                assert!(seen.insert(*word), "{word} stands twice");
            }
        }
    }

    #[test]
    fn case_spacing_and_hyphens_do_not_matter() {
        assert_eq!(place(" Feel-Good "), place("feel good"));
        assert_eq!(place("happy"), place("HAPPY"));
        assert_eq!(place("happyish"), None);
        assert_eq!(place(""), None);
    }
}
