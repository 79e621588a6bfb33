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

fn heard(modality: Modality, mean: Affect, at: Timestamp) -> Observation {
    Observation { modality, at, estimate: AffectEstimate::with_sd(mean, 0.3), expression: None }
}

/// Five minutes of a face and, every four seconds, what is said of a voice.
fn face_and_voice(e: Expression, voice: Option<Affect>) -> Mood {
    let mut t = MoodTracker::default();
    for i in 0..300 {
        let now = Timestamp(i * 1_000);
        t.see(&face(e), now);
        if let Some(mean) = voice.filter(|_| i % 4 == 0) {
            t.observe(&heard(Modality::Voice, mean, now));
        }
    }
    t.mood(Timestamp(299_000))
}

#[test]
fn a_voice_that_agrees_sharpens_and_one_that_contradicts_widens() {
    let alone = face_and_voice(Expression::Happiness, None).estimate;
    let agrees = face_and_voice(Expression::Happiness, Some(alone.mean)).estimate;
    let contradicts = face_and_voice(Expression::Happiness, Some(Affect::new(-0.7, -0.6))).estimate;
    assert!(agrees.spread() < 0.93 * alone.spread(), "{agrees:?} {alone:?}");
    assert!(contradicts.spread() > 1.2 * agrees.spread(), "{contradicts:?} {agrees:?}");
    assert!(contradicts.mean.valence < alone.mean.valence - 0.2, "and counts");
}

proptest! {
    #[test]
    fn a_sense_that_disagrees_for_a_moment_widens_and_never_flips(
        valence in -1.0..-0.5f64,
        arousal in -1.0..-0.4f64,
        sd in 0.2..0.4f64,
        pulse: bool,
    ) {
        let mut t = MoodTracker::default();
        let now = watch(&mut t, Expression::Happiness, 0, 120);
        let before = t.mood(now);
        let modality = if pulse { Modality::Pulse } else { Modality::Voice };
        let estimate = AffectEstimate::with_sd(Affect::new(valence, arousal), sd);
        t.observe(&Observation { modality, at: now, estimate, expression: None });
        let after = t.mood(now);
        prop_assert!(after.estimate.mean.valence > 0.0 && after.settled.valence > 0.0, "{after:?}");
        prop_assert!(after.estimate.spread() > before.estimate.spread(), "{before:?} {after:?}");
    }
}

#[test]
fn whom_the_camera_does_not_see_may_be_heard() {
    let mut t = MoodTracker::default();
    let now = watch(&mut t, Expression::Happiness, 0, 60);
    for i in 0..60 {
        let at = now + Span::seconds(i);
        t.see(&Sighting::NoFace, at);
        t.observe(&heard(Modality::Voice, Affect::new(0.7, 0.4), at));
    }
    let mood = t.mood(now + Span::seconds(59));
    assert_eq!((mood.reason, mood.source), (None, Some(Modality::Voice)));
}

#[test]
fn the_listeners_word_as_an_observation_is_a_correction() {
    let (mut said, mut corrected) = (MoodTracker::default(), MoodTracker::default());
    let mean = Affect::new(-0.4, 0.3);
    said.observe(&heard(Modality::You, mean, Timestamp(5)));
    corrected.correct(mean, Timestamp(5));
    assert_eq!(said.mood(Timestamp(9)), corrected.mood(Timestamp(9)));
}

#[test]
fn a_moment_is_told_apart_from_the_mood() {
    let mut t = MoodTracker::default();
    let now = watch(&mut t, Expression::Neutral, 0, 300);
    let now = watch(&mut t, Expression::Happiness, now.0, 4);
    let mood = t.mood(now);
    let moment = mood.moment.unwrap();
    assert!(moment.mean.valence > 1.5 * mood.estimate.mean.valence, "{mood:?}");
    assert_eq!(t.mood(now + Span::seconds(30)).moment, None, "a moment passes");
}

#[test]
fn corrections_teach_and_undoing_them_unlearns() {
    let mut t = MoodTracker::default();
    let now = watch(&mut t, Expression::Neutral, 0, 120);
    t.correct(Affect::new(0.4, 0.0), now);
    let habit = t.learned().habit(Modality::Face);
    assert_eq!(habit.corrections(), 1);
    assert!(habit.bias().valence < -0.05, "{habit:?}");
    assert_eq!(t.learned().habit(Modality::Voice).corrections(), 0, "it said nothing");
    t.correct(Affect::new(0.3, 0.0), now + Span::seconds(5));
    let better = t.learned().habit(Modality::Face);
    assert_eq!(better.corrections(), 1, "the same correction, put better");
    assert!(better.bias().valence > habit.bias().valence);
    watch(&mut t, Expression::Neutral, now.0 + 10_000, 120);
    t.correct(Affect::new(0.3, 0.0), now + Span::minutes(3));
    assert_eq!(t.learned().habit(Modality::Face).corrections(), 2, "another one");
    assert!(t.undo_correction(now + Span::minutes(4)));
    assert_eq!(*t.learned(), Learned::default());
}

#[test]
fn nothing_is_learned_from_a_correction_out_of_the_blue() {
    let mut t = MoodTracker::default();
    let now = watch(&mut t, Expression::Sadness, 0, 60);
    t.correct(Affect::new(0.5, 0.5), now + Span::minutes(5));
    assert_eq!(*t.learned(), Learned::default());
}

#[test]
fn undoing_brings_nothing_back_that_was_forgotten_meanwhile() {
    let mut t = MoodTracker::default();
    let now = watch(&mut t, Expression::Sadness, 0, 60);
    t.correct(Affect::new(0.5, 0.5), now);
    t.set_learned(Learned::default());
    assert!(t.undo_correction(now));
    assert_eq!(*t.learned(), Learned::default());
}

#[test]
fn the_pulse_at_rest_is_learned_through_corrections_that_are_taken_back() {
    let mut t = MoodTracker::default();
    let second = |i: i64| Timestamp(i * 1_000);
    (0..700).for_each(|i| {
        t.feel(HeartRate::new(64.0).unwrap(), second(i));
    });
    t.correct(Affect::new(0.5, 0.5), second(700));
    (700..1_000).for_each(|i| {
        t.feel(HeartRate::new(64.0).unwrap(), second(i));
    });
    let minutes = t.learned().resting().minutes();
    assert!(minutes >= 15.0, "{minutes}");
    t.undo_correction(second(1_000));
    assert!((t.learned().resting().minutes() - minutes).abs() < 1e-9);
    let mut learned = *t.learned();
    learned.reset(Modality::Pulse);
    assert_eq!(learned.resting().rate(), None);
}

#[test]
fn a_racing_heart_moves_arousal_a_little_and_valence_not_at_all() {
    let mut t = MoodTracker::default();
    let second = |i: i64| Timestamp(i * 1_000);
    (0..900).for_each(|i| {
        t.feel(HeartRate::new(64.0 + (i % 7) as f64).unwrap(), second(i));
    });
    let before = t.mood(second(900)).estimate;
    (900..1_000).for_each(|i| {
        t.feel(HeartRate::new(95.0).unwrap(), second(i));
    });
    let after = t.mood(second(1_000)).estimate;
    assert!(after.mean.arousal - before.mean.arousal > 0.05, "{before:?} {after:?}");
    assert!((after.mean.valence - before.mean.valence).abs() < 0.01);
    assert!(after.sd_valence > 0.5, "{after:?}");
}
