use super::*;
use crate::engine::EngineOptions;
use attune_core::player::{PlayerEvent, PlayerKind, TrackEnd};
use attune_core::policy::MAX_STEP;
use attune_core::{ExpressionScores, FeedbackKind, Settings};
use attune_testkit::{MemoryArchive, catalogue};
use proptest::prelude::*;

const START: Timestamp = Timestamp(1_700_000_000_000);

fn engine() -> Engine {
    let options = EngineOptions { version: "test".into(), seed: 1, starter: catalogue(20), warnings: vec![] };
    Engine::new(Box::new(MemoryArchive::default()), options, START)
}

/// An engine whose current track sounds.
fn sounding() -> Engine {
    let mut e = engine();
    e.save_settings(Settings { player: PlayerKind::Spotify, ..e.settings().clone() }, START);
    e.play(START).unwrap();
    e
}

fn face(e: Expression) -> Sighting {
    Sighting::Face(ExpressionScores::certain(e))
}

fn watch(engine: &mut Engine, e: Expression, from: Timestamp, seconds: i64) -> Timestamp {
    (0..seconds * 5).for_each(|i| engine.see(&face(e), from + Span(i * 200)));
    from + Span::seconds(seconds)
}

fn by_expression(engine: &mut Engine, now: Timestamp) {
    engine.save_settings(Settings { policy_by_expression: true, ..engine.settings().clone() }, now);
}

fn ids(engine: &mut Engine, now: Timestamp) -> Vec<String> {
    engine.state(now).queue.next.iter().map(|e| e.id.0.clone()).collect()
}

#[test]
fn one_correction_put_better_and_better_is_one_entry_and_undone_it_is_none() {
    let mut e = engine();
    let all = |e: &Engine| e.history(START, START + Span::minutes(60)).unwrap();
    for i in 0..8 {
        e.correct_mood(Affect::new(0.1 * f64::from(i), 0.2), START + Span::seconds(i.into()));
    }
    let entries = all(&e);
    assert_eq!(entries.len(), 1);
    assert!((entries[0].estimate.mean.valence - 0.7).abs() < 1e-9, "the last word");
    e.correct_mood(Affect::new(-0.5, 0.2), START + Span::minutes(5));
    assert_eq!(all(&e).len(), 2, "minutes later it is another one");
    e.undo_correction(START + Span::minutes(6));
    assert_eq!(all(&e), []);
}

fn restarted(archive: &MemoryArchive, now: Timestamp) -> Engine {
    let options = EngineOptions { version: "test".into(), seed: 1, starter: catalogue(20), warnings: vec![] };
    Engine::new(Box::new(archive.clone()), options, now)
}

#[test]
fn the_listeners_word_holds_on_after_a_restart_and_no_longer_than_it_would_have() {
    let archive = MemoryArchive::default();
    let word = Affect::new(-0.6, -0.4);
    restarted(&archive, START).correct_mood(word, START + Span::minutes(1));

    let again = START + Span::minutes(5);
    let mut e = restarted(&archive, again);
    let mood = e.state(again).mood;
    assert_eq!((mood.estimate.mean, mood.source), (word, Some(Modality::You)));
    assert_eq!(mood.correction_ends_at, Some(millis(START + Span::minutes(16))));
    assert_eq!(e.queue_view().current.unwrap().target, word, "the music follows it from the start");
    e.tick(START + Span::minutes(17));
    assert_eq!(e.state(START + Span::minutes(17)).mood.correction_ends_at, None);

    let mut e = restarted(&archive, again);
    e.undo_correction(again);
    assert_eq!(e.state(again).mood.correction_ends_at, None);
    assert_eq!(e.history(START, again).unwrap(), [], "undo takes its entry too");
}

#[test]
fn a_word_that_ended_before_the_restart_or_was_followed_by_a_face_stays_past() {
    let archive = MemoryArchive::default();
    let mut e = restarted(&archive, START);
    e.correct_mood(Affect::new(-0.6, -0.4), START);
    let late = START + Span::minutes(16);
    assert_eq!(restarted(&archive, late).state(late).mood.source, None);

    e.see_picture(&face(Expression::Happiness), START + Span::minutes(2));
    let soon = START + Span::minutes(3);
    assert_eq!(restarted(&archive, soon).state(soon).mood.source, None);
}

#[test]
fn a_correction_that_cannot_be_taken_out_of_the_history_holds() {
    let archive = MemoryArchive::default();
    let options = EngineOptions { version: "test".into(), seed: 1, starter: catalogue(20), warnings: vec![] };
    let mut e = Engine::new(Box::new(archive.clone()), options, START);
    e.correct_mood(Affect::new(0.5, 0.2), START);
    archive.set_full(true);
    e.undo_correction(START + Span::seconds(3));
    let state = e.state(START + Span::seconds(3));
    assert!(state.mood.correction_ends_at.is_some() && !state.banners.is_empty());
    archive.set_full(false);
    e.undo_correction(START + Span::seconds(5));
    assert!(e.state(START + Span::seconds(5)).mood.correction_ends_at.is_none());
}

#[test]
fn a_clock_set_back_freezes_neither_mood_nor_correction() {
    let mut e = engine();
    let ahead = START + Span::minutes(120);
    e.see(&face(Expression::Neutral), ahead);
    let now = watch(&mut e, Expression::Happiness, START, 3_600);
    let mood = e.state(now).mood;
    assert!(mood.settled.valence > 0.3, "{mood:?}");
    assert!(mood.seen_at.is_some_and(|t| t <= millis(now)), "{mood:?}");
    e.correct_mood(Affect::new(-0.9, 0.9), now + Span::minutes(120));
    e.tick(now + Span::minutes(20));
    assert_eq!(e.state(now + Span::minutes(20)).mood.correction_ends_at, None);
}

#[test]
fn looks_a_second_are_right_after_a_clock_set_back() {
    let mut e = engine();
    e.camera_open("x".into());
    for i in 0..10 {
        e.count_look(START + Span::minutes(60) + Span(i * 200));
    }
    for i in 0..100 {
        e.count_look(START + Span(i * 200));
    }
    let rate = e.state(START).camera.frames_per_second;
    assert!((rate - 5.0).abs() < 1.0, "{rate}");
}

#[test]
fn an_expression_that_settles_chooses_the_policy() {
    let mut e = engine();
    by_expression(&mut e, START);
    assert_eq!(e.state(START).policy.policy, Policy::Match, "nothing has settled yet");
    let now = watch(&mut e, Expression::Sadness, START, 5);
    assert_eq!(e.state(now).policy.policy, Policy::Match, "a glance is not enough");
    e.drain();
    let now = watch(&mut e, Expression::Sadness, now, 120);
    let policy = e.state(now).policy;
    assert_eq!((policy.policy, policy.expression), (Policy::Lift, Some(Expression::Sadness)));
    assert!(policy.goal.valence >= 0.6);
    let events = e.drain();
    assert!(events.iter().any(|ev| matches!(ev, UiEvent::Policy(p) if p.policy == Policy::Lift)));
    assert!(e.state(now).queue.next.last().unwrap().affect.mean.valence > 0.3, "the queue follows the path");
}

#[test]
fn the_listener_changes_the_table() {
    let mut e = engine();
    let mut settings = Settings { policy_by_expression: true, ..Settings::default() };
    settings.expression_policies.sadness = Policy::Energise;
    e.save_settings(settings, START);
    let now = watch(&mut e, Expression::Sadness, START, 120);
    assert_eq!(e.state(now).policy.policy, Policy::Energise);
}

#[test]
fn without_being_asked_no_expression_chooses() {
    let mut e = engine();
    let now = watch(&mut e, Expression::Sadness, START, 120);
    let policy = e.state(now).policy;
    assert_eq!((policy.policy, policy.expression), (Policy::Match, None));
}

#[test]
fn a_policy_chosen_by_hand_goes_first() {
    let mut e = engine();
    by_expression(&mut e, START);
    let now = watch(&mut e, Expression::Sadness, START, 120);
    e.set_policy(Policy::Calm, now);
    let now = watch(&mut e, Expression::Anger, now, 300);
    let policy = e.state(now).policy;
    assert_eq!((policy.policy, policy.expression), (Policy::Calm, None));
    assert!(!e.settings().policy_by_expression);
    by_expression(&mut e, now);
    assert_eq!(e.state(now).policy.expression, Some(Expression::Anger), "and can be handed back");
    e.set_hold(Affect::new(0.1, 0.1), now);
    assert_eq!(e.state(now).policy.policy, Policy::Hold);
}

#[test]
fn a_new_policy_ranks_anew_but_keeps_what_is_on_and_what_is_pinned() {
    let mut e = engine();
    e.correct_mood(Affect::new(-0.6, 0.6), START);
    let before = e.state(START).queue;
    let pinned = before.next[4].id.clone();
    e.pin(&pinned, true);
    let order = ids(&mut e, START);
    for policy in [Policy::Calm, Policy::Lift, Policy::Energise, Policy::Hold, Policy::Classic] {
        e.set_policy(policy, START);
        let queue = e.state(START).queue;
        assert_eq!(
            queue.current.as_ref().map(|c| &c.id),
            before.current.as_ref().map(|c| &c.id),
            "{policy:?}"
        );
        assert_eq!(queue.next[4].id, pinned, "{policy:?}");
        assert_eq!(queue.next.len(), before.next.len(), "{policy:?}");
    }
    assert_ne!(ids(&mut e, START), order);
}

#[test]
fn a_new_policy_takes_effect_with_the_next_track() {
    let mut e = engine();
    e.correct_mood(Affect::new(-0.6, 0.6), START);
    let from = e.state(START).queue.current.unwrap().target;
    e.set_policy(Policy::Calm, START);
    let state = e.state(START);
    assert_eq!(state.queue.current.unwrap().target, from, "never in the middle of a song");
    assert_eq!(state.queue.next[0].target, state.policy.path[0]);
    assert_eq!(state.policy.path[0], from.towards(state.policy.goal, MAX_STEP));
}

#[derive(Debug, Clone)]
enum Act {
    Next,
    Policy(usize),
    Correct(f64, f64),
    Hold(f64, f64),
    Pin(usize),
    Never(usize),
    Watch(usize),
}

fn action() -> impl Strategy<Value = Act> {
    let axis = || -1.0..=1.0f64;
    prop_oneof![
        4 => Just(Act::Next),
        1 => (0..6usize).prop_map(Act::Policy),
        1 => (axis(), axis()).prop_map(|(v, a)| Act::Correct(v, a)),
        1 => (axis(), axis()).prop_map(|(v, a)| Act::Hold(v, a)),
        1 => (0..10usize).prop_map(Act::Pin),
        1 => (0..10usize).prop_map(Act::Never),
        1 => (0..8usize).prop_map(Act::Watch),
    ]
}

fn act(e: &mut Engine, action: &Act, now: Timestamp) -> Timestamp {
    let id = |e: &mut Engine, i: usize| e.state(now).queue.next[i].id.clone();
    match *action {
        Act::Next => {
            let track = e.state(now).queue.current.unwrap().id;
            e.on_player(PlayerEvent::Ended { track, heard_ms: 9, end: TrackEnd::Skipped }, now);
        }
        Act::Policy(i) => e.set_policy(Policy::ALL[i], now),
        Act::Correct(v, a) => e.correct_mood(Affect::new(v, a), now),
        Act::Hold(v, a) => e.set_hold(Affect::new(v, a), now),
        Act::Pin(i) => {
            let id = id(e, i);
            e.pin(&id, true);
        }
        Act::Never(i) => {
            let id = id(e, i);
            e.feedback(&id, FeedbackKind::Never, now).unwrap();
        }
        Act::Watch(i) => return watch(e, Expression::ALL[i], now, 60),
    }
    now + Span::seconds(30)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn from_track_to_track_the_path_never_jumps(actions in proptest::collection::vec(action(), 1..25)) {
        let mut e = sounding();
        by_expression(&mut e, START);
        let mut now = START;
        let mut on = e.state(now).queue.current.unwrap();
        for action in &actions {
            now = act(&mut e, action, now);
            let state = e.state(now);
            let current = state.queue.current.unwrap();
            let step = on.target.axis_distance(current.target);
            prop_assert!(step <= MAX_STEP + 1e-9, "{action:?} jumped by {step}");
            prop_assert!(current.id == on.id || matches!(action, Act::Next), "{action:?} changed what is on");
            let mut at = current.target;
            for p in &state.policy.path {
                prop_assert!(at.axis_distance(*p) <= MAX_STEP + 1e-9);
                at = *p;
            }
            on = current;
        }
    }
}
