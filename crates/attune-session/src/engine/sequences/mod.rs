//! Sequences of everything that can happen to a session, written out or drawn at random, held against what must always
//! be so: [`scene`] runs them with a player that does what it is told, [`step`] names what can happen, [`invariants`]
//! says what must hold. In [`late`] nothing arrives at once.

mod examples;
mod invariants;
mod late;
mod player;
mod scene;
mod step;

use proptest::prelude::*;
use scene::Scene;
use step::{Step, any_step};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn whatever_happens_the_invariants_hold(steps in proptest::collection::vec(any_step(), 1..40)) {
        run(&steps)?;
    }

    #[test]
    fn with_nothing_but_the_players_and_the_listeners_moves_they_hold(
        steps in proptest::collection::vec(any_step(), 1..60),
    ) {
        let moves: Vec<Step> = std::iter::once(Step::Play).chain(steps.into_iter().filter(Step::is_move)).collect();
        run(&moves)?;
    }
}

/// Runs steps and checks the invariants after each.
fn run(steps: &[Step]) -> Result<(), TestCaseError> {
    let mut scene = Scene::new();
    for step in steps {
        let before = scene.snapshot();
        scene.take(step);
        let after = scene.snapshot();
        invariants::check(step, &before, &after).map_err(|broken| {
            TestCaseError::fail(format!("{broken}, after {step:?}\nbefore: {before}\nafter:  {after}"))
        })?;
    }
    Ok(())
}
