//! The link goes down while Spotify plays: a real one, in a network namespace of the test's own.

use crate::player::room;
use attune_core::Track;
use attune_core::player::PlayerCommand;
use std::env;
use std::process::Command;
use std::time::{Duration, Instant};

/// Set within the namespace.
const INSIDE: &str = "ATTUNE_TEST_NETWORK";
/// While music plays, Spotify is asked what plays at least this often.
const LOOKS: Duration = Duration::from_secs(10);
/// From the first question that finds no way until the listener is told.
const SAID: Duration = Duration::from_secs(3);
/// For how long the link is down after that was said.
const DOWN: Duration = Duration::from_secs(62);
/// From the link's return until Spotify is asked again, with a second for a busy machine.
const BACK: Duration = Duration::from_secs(31);

/// Whether this runs within the namespace; outside of it the test of that name is run in one.
fn is_inside(test: &str) -> bool {
    if env::var_os(INSIDE).is_some() {
        return true;
    }
    let namespace = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--net", "sh", "-c", script, "sh"]);
        command
    };
    let up = "ip link set lo up";
    if !namespace(up).output().is_ok_and(|tried| tried.status.success()) {
        println!("skipped: no network namespace can be made here (unshare, ip)");
        return false;
    }
    let script =
        format!(r#"{up} && export {INSIDE}=1 && exec "$1" --exact "$2" --nocapture --include-ignored"#);
    let ran = namespace(&script).arg(env::current_exe().unwrap()).arg(format!("network::{test}")).output();
    let ran = ran.unwrap();
    let said = String::from_utf8_lossy(&ran.stdout) + String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success() && said.contains("1 passed"), "{said}");
    said.lines().filter(|line| line.starts_with("said ")).for_each(|line| println!("{line}"));
    false
}

fn link(state: &str) {
    let done = Command::new("ip").args(["link", "set", "lo", state]).status().unwrap();
    assert!(done.success(), "lo {state}");
}

/// How often this namespace tried to open a connection, with and without a way to go.
fn attempts() -> u64 {
    let text = std::fs::read_to_string("/proc/self/net/snmp").unwrap();
    let counter = |protocol: &str, name: &str| {
        let mut lines = text.lines().filter_map(|line| line.strip_prefix(protocol)?.strip_prefix(": "));
        let (names, values) = (lines.next()?, lines.next()?);
        let place = names.split(' ').position(|n| n == name)?;
        values.split(' ').nth(place)?.parse::<u64>().ok()
    };
    counter("Tcp", "ActiveOpens").unwrap() + counter("Ip", "OutNoRoutes").unwrap()
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes two minutes: cargo xtask faults network"]
async fn a_link_that_goes_down_is_said_tried_now_and_then_and_taken_up_again() {
    if !is_inside("a_link_that_goes_down_is_said_tried_now_and_then_and_taken_up_again") {
        return;
    }
    let mut room = room().await;
    let track = Track::named("Paper Lanterns", "Mira Holm");
    room.order(PlayerCommand::Play(vec![track.clone()]));
    room.plays(&track).await;
    link("down");
    let cut = Instant::now();
    room.fails_with(&["spotify_offline", "spotify_interrupted"]).await;
    let told = cut.elapsed();
    assert!(told <= LOOKS + SAID + Duration::from_secs(1), "said after {told:?}");

    let (before, asked) = (attempts(), room.scene.count("GET", "me/player"));
    tokio::time::sleep(DOWN).await;
    let tried = attempts() - before;
    assert!((1..=3).contains(&tried), "{tried} attempts in {DOWN:?}");
    assert_eq!(room.scene.count("GET", "me/player"), asked, "nothing comes through");

    link("up");
    let up = Instant::now();
    while room.scene.count("GET", "me/player") == asked {
        assert!(up.elapsed() < BACK, "not asked again");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    println!("said after {told:.1?}, {tried} attempts in {DOWN:?}, back after {:.1?}", up.elapsed());
}
