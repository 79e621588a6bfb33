//! A quarter of an hour in front of the app, as one snapshot: what it says and what it plays.

use super::{START, options, watch};
use attune_core::{Affect, Expression, Policy, Sighting, Span, Timestamp};
use attune_session::Engine;
use attune_store::Store;
use attune_testkit::catalogue;
use std::fmt::Write as _;

/// One line for the state at a time.
fn note(story: &mut String, what: &str, engine: &mut Engine, now: Timestamp) {
    let s = engine.state(now);
    let (m, e) = (&s.mood, &s.mood.estimate);
    let current = s.queue.current.as_ref().map_or("-", |c| c.title.as_str());
    let targets = |a: Affect| format!("{:+.2},{:+.2}", a.valence, a.arousal);
    writeln!(
        story,
        "{:>4} s  {what}: {:?}/{:?} {} ± {:.2}, settled {}, plays {current}, then towards {}",
        (now - START).as_seconds(),
        m.word,
        m.confidence,
        targets(e.mean),
        e.spread(),
        targets(m.settled),
        targets(s.policy.goal),
    )
    .expect("a string takes it");
}

#[test]
fn a_quarter_of_an_hour() {
    // A made-up catalogue, so that new songs in the starter do not change the story.
    let mut options = options();
    options.starter = catalogue(20);
    let mut engine = Engine::new(Box::new(Store::in_memory().unwrap()), options, START);
    let mut story = String::new();
    note(&mut story, "opens the app", &mut engine, START);
    let mut now = watch(&mut engine, Expression::Neutral, START, 60);
    note(&mut story, "works", &mut engine, now);
    now = watch(&mut engine, Expression::Happiness, now, 3);
    note(&mut story, "smiles for a moment", &mut engine, now);
    now = watch(&mut engine, Expression::Sadness, now, 180);
    note(&mut story, "looks sad for three minutes", &mut engine, now);
    engine.set_policy(Policy::Lift, now);
    engine.next_track(now);
    note(&mut story, "wants to be lifted", &mut engine, now);
    engine.correct_mood(Affect::new(0.4, -0.5), now);
    note(&mut story, "says: no, calm and content", &mut engine, now);
    for i in 0..60 {
        engine.see(&Sighting::NoFace, now + Span::seconds(i));
    }
    now = now + Span::minutes(20);
    note(&mut story, "leaves the room", &mut engine, now);
    now = watch(&mut engine, Expression::Happiness, now, 120);
    note(&mut story, "comes back cheerful", &mut engine, now);
    insta::assert_snapshot!(story);
}
