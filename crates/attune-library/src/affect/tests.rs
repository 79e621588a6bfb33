use super::*;
use proptest::prelude::*;

#[test]
fn an_editors_word_goes_first() {
    let a = believed(&Evidence {
        curated_valence: Some(-0.4),
        curated_arousal: Some(0.2),
        mood_word: Some("happy"),
        energy: Some(0.9),
        ..Evidence::default()
    });
    assert_eq!(a.sources, [AffectSource::Curated]);
    assert_eq!(a.estimate, AffectEstimate::with_sd(Affect::new(-0.4, 0.2), CURATED_SD));
}

#[test]
fn features_are_stretched_over_the_plane() {
    let a = believed(&Evidence { valence: Some(0.9), energy: Some(0.25), ..Evidence::default() });
    assert_eq!(a.sources, [AffectSource::Features]);
    assert!(a.estimate.mean.distance(Affect::new(0.8, -0.5)) < 1e-9);
    assert!(a.estimate.sd_valence > a.estimate.sd_arousal);
}

#[test]
fn a_mood_word_sharpens_features() {
    let features = Evidence { valence: Some(0.6), energy: Some(0.6), ..Evidence::default() };
    let both = believed(&Evidence { mood_word: Some("Happy"), ..features });
    assert_eq!(both.sources, [AffectSource::Features, AffectSource::MoodWord]);
    assert!(both.estimate.sd_valence < believed(&features).estimate.sd_valence);
    assert!(both.estimate.mean.valence > believed(&features).estimate.mean.valence);
}

#[test]
fn an_axis_that_is_not_known_stays_wide() {
    let a = believed(&Evidence { energy: Some(0.9), ..Evidence::default() });
    assert!((a.estimate.sd_valence - TrackAffect::UNKNOWN_SD).abs() < 1e-12);
    assert!((a.estimate.sd_arousal - FEATURE_SD_AROUSAL).abs() < 1e-12);
}

#[test]
fn nothing_or_a_word_nobody_knows_is_unknown() {
    assert_eq!(believed(&Evidence::default()).sources, [AffectSource::Unknown]);
    let a = believed(&Evidence { mood_word: Some("purple"), ..Evidence::default() });
    assert_eq!(a.sources, [AffectSource::Unknown]);
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
}
