use super::*;
use crate::artists::Artists;
use proptest::prelude::*;

fn alone(evidence: &Evidence) -> TrackAffect {
    believed(&Own::of(evidence), None)
}

#[test]
fn an_editors_word_goes_first() {
    let row = Evidence {
        curated_valence: Some(-0.4),
        curated_arousal: Some(0.2),
        mood_word: Some("happy"),
        ..Evidence::default()
    };
    let genre = crate::genre::read("disco").estimate;
    let around = Artists::default().around(None, "a", genre, &Own::default());
    let a = believed(&Own::of(&row), around.as_ref());
    assert_eq!(a.sources, [AffectSource::Curated]);
    assert_eq!(a.estimate, AffectEstimate::with_sd(Affect::new(-0.4, 0.2), CURATED_SD));
}

#[test]
fn features_move_the_belief_as_far_as_they_are_worth() {
    let a = alone(&Evidence { valence: Some(0.9), energy: Some(0.75), ..Evidence::default() });
    assert_eq!(a.sources, [AffectSource::Features]);
    let wanted = Affect::new(0.8 * FEATURE_R_VALENCE, 0.5 * FEATURE_R_AROUSAL);
    assert!(a.estimate.mean.distance(wanted) < 1e-9);
    assert!(a.estimate.sd_valence > a.estimate.sd_arousal);
    assert!(a.estimate.sd_valence < TrackAffect::UNKNOWN_SD);
}

#[test]
fn a_quiet_tracks_computed_valence_says_nothing() {
    let (mean, sd) = feature_valence(0.05, Some(0.15));
    assert!(mean.abs() < 1e-12 && (sd - TrackAffect::UNKNOWN_SD).abs() < 1e-12);
    let quiet = Evidence { valence: Some(0.15), energy: Some(0.16), ..Evidence::default() };
    let calm = alone(&Evidence { mood_word: Some("Calm"), ..quiet }).estimate.mean;
    assert!(calm.valence > 0.3 && calm.arousal < -0.5, "{calm:?}");
}

#[test]
fn a_mood_word_sharpens_features() {
    let features = Evidence { valence: Some(0.6), energy: Some(0.6), ..Evidence::default() };
    let both = alone(&Evidence { mood_word: Some("Happy"), ..features });
    assert_eq!(both.sources, [AffectSource::Features, AffectSource::MoodWord]);
    assert!(both.estimate.sd_valence < alone(&features).estimate.sd_valence);
    assert!(both.estimate.mean.valence > alone(&features).estimate.mean.valence);
}

#[test]
fn a_genre_moves_and_sharpens_what_is_not_curated() {
    let features = Evidence { valence: Some(0.5), energy: Some(0.6), ..Evidence::default() };
    let own = Own::of(&features);
    let genre = crate::genre::read("doom metal").estimate;
    let around = Artists::default().around(None, "a", genre, &own);
    let both = believed(&own, around.as_ref());
    assert_eq!(both.sources, [AffectSource::Features, AffectSource::Genre]);
    assert!(both.estimate.mean.valence < -0.3);
    assert!(both.estimate.sd_valence < alone(&features).estimate.sd_valence);
}

#[test]
fn an_axis_that_is_not_known_stays_wide() {
    let a = alone(&Evidence { energy: Some(0.9), ..Evidence::default() });
    assert!((a.estimate.sd_valence - TrackAffect::UNKNOWN_SD).abs() < 1e-12);
    assert!(a.estimate.sd_arousal < 0.3);
    let half = Own::of(&Evidence { curated_valence: Some(0.4), ..Evidence::default() });
    assert!(!half.is_curated() && half.said().is_some());
}

#[test]
fn nothing_or_a_word_nobody_knows_is_unknown() {
    assert!(alone(&Evidence::default()).is_unknown());
    assert!(alone(&Evidence { mood_word: Some("purple"), ..Evidence::default() }).is_unknown());
}

#[test]
fn loud_and_fast_is_more_energetic() {
    let plain = arousal(0.6, None, None);
    assert!(arousal(0.6, Some(-3.0), Some(170.0)) > plain);
    assert!(arousal(0.6, Some(-25.0), Some(70.0)) < plain);
    assert!((arousal(0.6, Some(-25.0), Some(70.0)) - plain).abs() < 0.3, "lightly");
}

proptest! {
    #[test]
    fn arousal_rises_with_energy(
        e in 0.0..0.99f64, up in 0.001..0.01f64,
        loudness in proptest::option::of(-70.0..10.0f64), tempo in proptest::option::of(0.0..300.0f64),
    ) {
        let (low, high) = (arousal(e, loudness, tempo), arousal(e + up, loudness, tempo));
        prop_assert!(low <= high && (-1.0..=1.0).contains(&low) && (-1.0..=1.0).contains(&high));
    }

    #[test]
    fn valence_rises_with_computed_valence_and_stays_inside(
        v in 0.0..0.9f64, e in proptest::option::of(0.0..=1.0f64),
    ) {
        let ((low, sd), (high, _)) = (feature_valence(v, e), feature_valence(v + 0.1, e));
        prop_assert!(low <= high && high <= 1.0 && sd <= TrackAffect::UNKNOWN_SD && sd > 0.4);
    }
}
