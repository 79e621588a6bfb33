use super::*;
use proptest::prelude::*;

fn at(valence: f64, arousal: f64, sd: f64) -> AffectEstimate {
    AffectEstimate::with_sd(Affect::new(valence, arousal), sd)
}

fn fused(parts: &[(AffectSource, AffectEstimate)]) -> AffectEstimate {
    TrackAffect::fused(parts).estimate
}

#[test]
fn nothing_known_is_wide_and_says_so() {
    for a in [TrackAffect::unknown(), TrackAffect::fused(&[(AffectSource::Unknown, at(0.9, 0.9, 0.01))])] {
        assert_eq!(a.sources, [AffectSource::Unknown]);
        assert!(a.is_unknown() && (a.estimate.sd_valence - TrackAffect::UNKNOWN_SD).abs() < 1e-12);
    }
}

#[test]
fn one_source_is_taken_as_it_is() {
    let features = at(0.3, -0.2, 0.35);
    assert_eq!(fused(&[(AffectSource::Features, features)]), features);
    assert_eq!(TrackAffect::unknown().with(AffectSource::Features, &features).estimate, features);
}

/// Two sources that say nothing beyond how music lies at large say nothing together either.
#[test]
fn music_at_large_is_counted_once() {
    let empty = at(0.0, 0.0, TrackAffect::UNKNOWN_SD);
    let both = fused(&[(AffectSource::Genre, empty), (AffectSource::Features, empty)]);
    assert!((both.sd_valence - TrackAffect::UNKNOWN_SD).abs() < 1e-12);
    let word = at(0.6, 0.4, 0.3);
    let with_empty = fused(&[(AffectSource::MoodWord, word), (AffectSource::Genre, empty)]);
    assert!((with_empty.sd_valence - 0.3).abs() < 1e-12);
    assert!(with_empty.mean.distance(word.mean) < 1e-12);
}

/// The exact posterior of a Gaussian prior and two independent measurements of known noise.
#[test]
fn independent_sources_give_the_exact_posterior() {
    let prior = TrackAffect::UNKNOWN_SD.powi(-2);
    let (x, px, y, py) = (0.7, 5.0, -0.1, 11.0);
    let alone = |m: f64, p: f64| at(m * p / (prior + p), 0.0, (prior + p).powf(-0.5));
    let got = fused(&[(AffectSource::Features, alone(x, px)), (AffectSource::MoodWord, alone(y, py))]);
    assert!((got.mean.valence - (x * px + y * py) / (prior + px + py)).abs() < 1e-12);
    assert!((got.sd_valence - (prior + px + py).powf(-0.5)).abs() < 1e-12);
}

#[test]
fn what_rests_on_the_same_thing_makes_no_surer() {
    for (a, b) in [
        (AffectSource::Audio, AffectSource::Features),
        (AffectSource::Artist, AffectSource::Genre),
        (AffectSource::Curated, AffectSource::MoodWord),
    ] {
        let got = TrackAffect::fused(&[(a, at(0.4, 0.2, 0.2)), (b, at(0.0, 0.2, 0.3))]);
        assert!((got.estimate.sd_valence - 0.2).abs() < 1e-12, "{a:?} {b:?}");
        assert!(got.estimate.mean.valence > 0.2 && got.estimate.mean.valence < 0.4);
        assert_eq!(got.sources, [a, b]);
    }
}

#[test]
fn a_source_can_come_later() {
    let (audio, word) = (at(0.1, 0.6, 0.25), at(0.4, 0.3, 0.35));
    let late = TrackAffect::fused(&[(AffectSource::MoodWord, word)]).with(AffectSource::Audio, &audio);
    assert_eq!(late, TrackAffect::fused(&[(AffectSource::MoodWord, word), (AffectSource::Audio, audio)]));
    let again = late.with(AffectSource::Audio, &audio);
    assert_eq!((again.sources.len(), again.estimate.sd_valence), (2, late.estimate.sd_valence));
    assert_eq!(late.with(AffectSource::Unknown, &audio), late);
}

proptest! {
    #[test]
    fn fusing_never_makes_less_sure_and_the_order_does_not_matter(
        m1 in -1.0..1.0, s1 in 0.05..0.8, m2 in -1.0..1.0, s2 in 0.05..0.8, m3 in -1.0..1.0, s3 in 0.05..0.5,
    ) {
        let parts = [
            (AffectSource::Features, at(m1, m2, s1)),
            (AffectSource::Genre, at(m2, m3, s2)),
            (AffectSource::MoodWord, at(m3, m1, s3)),
        ];
        let turned = [parts[2], parts[0], parts[1]];
        let (a, b) = (fused(&parts), fused(&turned));
        prop_assert!(a.sd_valence <= s1.min(s2).min(s3).min(TrackAffect::UNKNOWN_SD) + 1e-12);
        // Equal but where a mean on the way met the edge of the plane.
        let inside = |e: &AffectEstimate| e.mean.valence.abs() < 0.999 && e.mean.arousal.abs() < 0.999;
        prop_assert!((a.sd_valence - b.sd_valence).abs() < 1e-9);
        let pairs = [fused(&parts[..2]), fused(&turned[..2])];
        if pairs.iter().chain([&a, &b]).all(inside) {
            prop_assert!(a.mean.distance(b.mean) < 1e-9);
        }
    }
}
