//! Everything is late: commands lie in front of the player, what it says lies in front of the engine, pools are still being
//! made. However these arrive, in the end the player is at what is shown.

use super::scene::{Scene, Way};
use super::step::{Step, any_step};
use attune_core::Policy;
use proptest::prelude::*;

/// What happens to a session whose parts are late.
#[derive(Debug, Clone)]
enum Happening {
    /// The listener, the track or the mood.
    Step(Step),
    /// The first of what is under way that way arrives.
    Arrives(Way),
}

fn step() -> impl Strategy<Value = Step> {
    use Step::{End, HandOver, Look, Mood, Policy, Starter, Undo};
    let moves = any_step().prop_filter("a move in the queue, or what it is ranked by", |step| {
        matches!(step, Step::Next | Step::Previous | Step::Choose(_) | Step::PutNext(_))
            || matches!(step, Step::Pin(_) | Step::Move(_))
            || matches!(step, Step::Say(..) | Undo | End | HandOver | Look(..) | Mood(..) | Policy(_))
    });
    prop_oneof![5 => moves, 1 => any::<bool>().prop_map(Starter)]
}

fn happening() -> impl Strategy<Value = Happening> {
    let way = prop::sample::select(vec![Way::ToPlayer, Way::FromPlayer, Way::Pool]);
    prop_oneof![3 => step().prop_map(Happening::Step), 4 => way.prop_map(Happening::Arrives)]
}

fn run(happenings: &[Happening]) -> Scene {
    let mut scene = Scene::late();
    scene.take(&Step::Play);
    for happening in happenings {
        match happening {
            Happening::Step(step) => scene.take(step),
            Happening::Arrives(way) => scene.arrive(*way),
        }
    }
    scene.all_arrives();
    scene
}

fn ends_in_step(happenings: &[Happening]) -> Result<(), TestCaseError> {
    let mut scene = run(happenings);
    let end = scene.snapshot();
    prop_assert!(end.sounding.is_none() || end.sounding == end.current, "{end}");
    prop_assert!(!end.active || end.sounding.is_some(), "active and silent: {end}");
    prop_assert!(end.active || end.sounding.is_none(), "silent and sounding: {end}");
    let ran_dry = scene.was_empty();
    prop_assert!(
        end.current.is_none() || end.active || ran_dry,
        "music was started, and there is some: {end}"
    );
    let follows = scene.will_follow();
    prop_assert!(
        !end.active || follows.is_none() || follows == end.next.first().cloned(),
        "{follows:?} {end}"
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn in_the_end_the_player_is_at_what_is_shown(happenings in prop::collection::vec(happening(), 1..30)) {
        ends_in_step(&happenings)?;
    }
}

/// The player has played all it knew of while the catalogue with more was still on its way.
#[test]
fn a_player_that_ran_out_goes_on_when_there_is_more() {
    use Step::{Mood, Next, Starter};
    let classic = Step::Policy(Policy::Classic);
    let off = [Happening::Step(Starter(false)), Happening::Arrives(Way::Pool)];
    let step = |step: Step| [Happening::Step(step)];
    let skipped_first =
        [&off[..], &step(Mood(-0.179, 0.0)), &step(classic.clone()), &step(Next), &step(Starter(true))]
            .concat();
    ends_in_step(&skipped_first).unwrap();
    let skipped_last =
        [&step(classic)[..], &step(Mood(0.0, -0.704)), &off, &step(Starter(true)), &step(Next)].concat();
    ends_in_step(&skipped_last).unwrap();
}
