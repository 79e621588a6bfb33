//! The link goes down while Spotify plays: a real one, in a network namespace of the test's own.

use crate::player::room;
use attune_core::Track;
use attune_core::player::PlayerCommand;
use attune_testkit::link;
use std::time::{Duration, Instant};

/// From the cut until the listener is told.
const SAID: Duration = Duration::from_secs(3);
/// For how long the link is down after that was said.
const DOWN: Duration = Duration::from_secs(62);
/// From the link's return until Spotify is asked again, with a second for a busy machine.
const BACK: Duration = Duration::from_secs(31);

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes two minutes: cargo xtask faults network"]
async fn a_link_that_goes_down_is_said_tried_now_and_then_and_taken_up_again() {
    if !link::is_inside("network::a_link_that_goes_down_is_said_tried_now_and_then_and_taken_up_again") {
        return;
    }
    let mut room = room().await;
    let track = Track::named("Paper Lanterns", "Mira Holm");
    room.order(PlayerCommand::Play(vec![track.clone()]));
    room.plays(&track).await;
    link::cut();
    let cut = Instant::now();
    room.fails_with(&["spotify_offline", "spotify_interrupted"]).await;
    let told = cut.elapsed();
    // With a second for a busy machine.
    assert!(told <= SAID + Duration::from_secs(1), "said after {told:?}");

    let (before, asked) = (link::attempts(), room.scene.count("GET", "me/player"));
    tokio::time::sleep(DOWN).await;
    let tried = link::attempts() - before;
    // A look each half minute, and what the connection that was open before sends again.
    assert!((1..=8).contains(&tried), "{tried} attempts in {DOWN:?}");
    assert_eq!(room.scene.count("GET", "me/player"), asked, "nothing comes through");

    link::set("up");
    let up = Instant::now();
    while room.scene.count("GET", "me/player") == asked {
        assert!(up.elapsed() < BACK, "not asked again");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    println!(
        "said after {told:.1?}, {tried} packets without a way in {DOWN:?}, back after {:.1?}",
        up.elapsed()
    );
}
