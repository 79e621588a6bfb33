use super::*;
use crate::{Expression, Unclear};
use proptest::prelude::*;

fn face(e: Expression) -> Sighting {
    Sighting::Face(ExpressionScores::certain(e))
}

fn watch(tracker: &mut MoodTracker, e: Expression, from: i64, seconds: i64) -> Timestamp {
    for i in 0..seconds * 5 {
        tracker.see(&face(e), Timestamp(from + i * 200));
    }
    Timestamp(from + seconds * 1_000)
}

#[test]
fn knows_nothing_at_first_and_says_so() {
    let mood = MoodTracker::default().mood(Timestamp(0));
    assert_eq!(mood.confidence, Confidence::NotSure);
    assert_eq!(mood.reason, Some(NotSureReason::NothingYet));
    assert_eq!(mood.source, None);
}

#[test]
fn a_happy_minute_is_cheerful_and_fairly_sure() {
    let mut t = MoodTracker::default();
    let now = watch(&mut t, Expression::Happiness, 0, 60);
    let mood = t.mood(now);
    assert_eq!(mood.word, MoodWord::Cheerful);
    assert!(mood.confidence >= Confidence::FairlySure, "{mood:?}");
    assert!(mood.settled.valence > 0.4);
}

#[test]
fn the_frame_rate_hardly_matters() {
    let run = |step: i64| {
        let mut t = MoodTracker::default();
        for i in 0..(60_000 / step) {
            t.see(&face(Expression::Sadness), Timestamp(i * step));
        }
        t.mood(Timestamp(60_000)).estimate
    };
    let (slow, fast) = (run(1_000), run(100));
    assert!((slow.sd_valence - fast.sd_valence).abs() < 0.02, "{slow:?} {fast:?}");
    assert!(slow.mean.distance(fast.mean) < 0.05);
}

#[test]
fn an_empty_chair_ends_in_not_sure_but_the_music_stays() {
    let mut t = MoodTracker::default();
    let now = watch(&mut t, Expression::Happiness, 0, 60);
    let settled = t.mood(now).settled;
    t.see(&Sighting::NoFace, now + Span::seconds(1));
    assert_eq!(t.mood(now + Span::seconds(2)).reason, None, "a blink is no absence");
    t.see(&Sighting::NoFace, now + Span::seconds(5));
    let mood = t.mood(now + Span::seconds(5));
    assert_eq!((mood.confidence, mood.reason), (Confidence::NotSure, Some(NotSureReason::NoFace)));
    assert_eq!(t.mood(now + Span::minutes(30)).settled, settled);
}

#[test]
fn without_a_camera_it_fades() {
    let mut t = MoodTracker::default();
    let now = watch(&mut t, Expression::Anger, 0, 60);
    let mood = t.mood(now + Span::minutes(10));
    assert_eq!(mood.reason, Some(NotSureReason::TooLongAgo));
}

#[test]
fn several_faces_are_nobodys_mood() {
    let mut t = MoodTracker::default();
    let now = watch(&mut t, Expression::Happiness, 0, 10);
    t.see(&Sighting::SeveralFaces, now);
    assert_eq!(t.mood(now).reason, Some(NotSureReason::SeveralFaces));
    t.see(&face(Expression::Happiness), now + Span(200));
    assert_eq!(t.mood(now + Span(200)).reason, None);
}

#[test]
fn the_listener_is_right_for_a_quarter_of_an_hour() {
    let mut t = MoodTracker::default();
    let now = watch(&mut t, Expression::Happiness, 0, 60);
    let truth = Affect::new(-0.5, -0.4);
    t.correct(truth, now);
    let later = watch(&mut t, Expression::Happiness, now.0, 60);
    let mood = t.mood(later);
    assert_eq!(mood.estimate.mean, truth);
    assert_eq!(mood.settled, truth);
    assert_eq!((mood.source, mood.confidence), (Some(Modality::You), Confidence::Sure));
    let end = now + CORRECTION_HOLDS;
    assert_eq!(mood.correction_ends, Some(end));
    let after = watch(&mut t, Expression::Happiness, end.0, 120);
    let mood = t.mood(after);
    assert_eq!(mood.correction_ends, None);
    assert!(mood.estimate.mean.valence > 0.2, "the face counts again: {mood:?}");
}

#[test]
fn undo_brings_back_what_was_believed() {
    let mut t = MoodTracker::default();
    let now = watch(&mut t, Expression::Happiness, 0, 60);
    let before = t.mood(now);
    t.correct(Affect::new(-0.5, -0.4), now);
    t.correct(Affect::new(-0.9, -0.4), now);
    assert!(t.undo_correction(now));
    assert_eq!(t.mood(now), before);
    assert!(!t.undo_correction(now));
}

#[test]
fn late_messages_do_not_turn_time_back() {
    let mut t = MoodTracker::default();
    let now = watch(&mut t, Expression::Happiness, 0, 10);
    t.see(&face(Expression::Sadness), Timestamp(now.0 - 5_000));
    let mood = t.mood(now);
    assert!(mood.seen_at.is_some_and(|s| s >= Timestamp(now.0 - 200)));
}

fn scores() -> impl Strategy<Value = ExpressionScores> {
    proptest::array::uniform8(0.001f32..1.0).prop_map(|w| ExpressionScores::from_weights(w).unwrap())
}

proptest! {
    #[test]
    fn the_mood_never_leaves_the_plane(
        steps in proptest::collection::vec((scores(), 0i64..100_000, 0u8..5, -1.0..1.0f64), 0..60),
        pace in 0.0..1.0f64,
    ) {
        let mut t = MoodTracker::new(Pace::new(pace));
        let mut now = Timestamp(0);
        for (s, dt, what, x) in steps {
            now = now + Span(dt);
            match what {
                0 => t.see(&Sighting::NoFace, now),
                1 => t.see(&Sighting::SeveralFaces, now),
                2 => t.correct(Affect::new(x, -x), now),
                3 => { t.undo_correction(now); }
                _ => t.see(&Sighting::Face(s), now),
            }
            let m = t.mood(now);
            for x in [m.estimate.mean.valence, m.estimate.mean.arousal, m.settled.valence, m.settled.arousal] {
                prop_assert!((-1.0..=1.0).contains(&x));
            }
            prop_assert_eq!(m.reason.is_some(), m.confidence == Confidence::NotSure);
        }
    }

    #[test]
    fn uncertainty_only_grows_without_observations(s in scores(), waits in proptest::collection::vec(1i64..60_000, 1..20)) {
        let mut t = MoodTracker::default();
        t.see(&Sighting::Face(s), Timestamp(0));
        let mut now = Timestamp(0);
        let mut spread = t.mood(now).estimate.spread();
        for w in waits {
            now = now + Span(w);
            let next = t.mood(now).estimate.spread();
            prop_assert!(next >= spread);
            spread = next;
        }
    }

    #[test]
    fn the_order_of_simultaneous_looks_does_not_matter(
        looks in proptest::collection::vec(scores(), 2..6), first in scores(),
    ) {
        let run = |list: Vec<ExpressionScores>| {
            let mut t = MoodTracker::default();
            t.see(&Sighting::Face(first), Timestamp(0));
            for s in list {
                t.see(&Sighting::Face(s), Timestamp(1_000));
            }
            t.mood(Timestamp(1_000)).estimate
        };
        let (there, back) = (run(looks.clone()), run(looks.into_iter().rev().collect()));
        prop_assert!(there.mean.distance(back.mean) < 1e-9);
        prop_assert!((there.spread() - back.spread()).abs() < 1e-9);
    }

    #[test]
    fn looking_costs_no_certainty(s in scores()) {
        let mut t = MoodTracker::default();
        t.see(&Sighting::Face(s), Timestamp(0));
        let before = t.mood(Timestamp(0)).estimate.spread();
        t.see(&Sighting::Face(s), Timestamp(0));
        prop_assert!(t.mood(Timestamp(0)).estimate.spread() <= before);
    }
}

#[test]
fn a_face_that_cannot_be_read_is_no_mood_and_the_last_reason_is_given() {
    let mut t = MoodTracker::default();
    let now = watch(&mut t, Expression::Happiness, 0, 60);
    let valence = t.mood(now).estimate.mean.valence;
    for i in 0..20 {
        let why = if i % 2 == 0 { Unclear::TooDark } else { Unclear::Blurred };
        t.see(&Sighting::Unclear(why), now + Span(i * 200));
    }
    let mood = t.mood(now + Span::seconds(4));
    assert_eq!((mood.confidence, mood.reason), (Confidence::NotSure, Some(NotSureReason::Blurred)));
    assert!(mood.estimate.mean.valence <= valence, "{mood:?}");
}

#[test]
fn every_reason_of_the_eyes_is_a_reason_of_the_mood() {
    for why in Unclear::ALL {
        let (eyes, mood) = (serde_json::to_value(why), serde_json::to_value(NotSureReason::from(why)));
        assert_eq!(eyes.unwrap(), mood.unwrap());
    }
}
