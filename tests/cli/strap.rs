//! `attune-cli pulse`: a strap by Bluetooth, with a stand-in for the system's service on a bus of its own.

use super::{failure, json, lines, program};
use attune_testkit::bluez::{ADDRESS, BluezBus, NAME};
use serde_json::Value;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// 72 beats a minute with good contact and an interval of 0.833 s; 300 beats a minute; contact lost.
const BEAT: [u8; 4] = [0x16, 72, 0x55, 0x03];
const TOO_FAST: [u8; 3] = [0x01, 0x2C, 0x01];
const CONTACT_LOST: [u8; 2] = [0x04, 0];

/// A bus, if one can be had here.
fn bus(home: &Path, make: impl Fn(&Path) -> std::io::Result<BluezBus>) -> Option<BluezBus> {
    if BluezBus::is_possible() {
        return Some(make(home).unwrap());
    }
    println!("skipped: no dbus-daemon");
    None
}

fn pulse(bus: &BluezBus, arguments: &[&str]) -> Command {
    let mut command = program();
    command.arg("pulse").args(arguments).env("DBUS_SYSTEM_BUS_ADDRESS", bus.address());
    command
}

fn run(bus: &BluezBus, arguments: &[&str]) -> Output {
    pulse(bus, arguments).output().unwrap()
}

fn watch(bus: &BluezBus, arguments: &[&str]) -> Child {
    pulse(bus, &[&["watch", "--json"], arguments].concat())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn wait_until(what: &str, is_so: impl Fn() -> bool) {
    let started = Instant::now();
    while !is_so() {
        assert!(started.elapsed() < Duration::from_mins(3), "{what}");
        sleep(Duration::from_millis(50));
    }
}

/// Sends messages, with time for each to arrive by itself.
fn send(bus: &BluezBus, messages: &[&[u8]]) {
    for message in messages {
        bus.send(message).unwrap();
        sleep(Duration::from_millis(150));
    }
}

/// The rates of the lines that have one.
fn rates(lines: &[Value]) -> Vec<Option<u64>> {
    lines
        .iter()
        .filter_map(|line| line.get("rate"))
        .map(|rate| rate.as_f64().map(|rate| rate as u64))
        .collect()
}

#[test]
fn straps_nearby_are_listed() {
    let home = tempfile::tempdir().unwrap();
    let Some(bus) = bus(home.path(), |home| BluezBus::with_strap(home, true)) else { return };
    let found = json(&run(&bus, &["scan", "--seconds", "2", "--json"]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((&found[0]["address"], &found[0]["name"]), (&Value::from(ADDRESS), &Value::from(NAME)));
    assert_eq!(found[0]["signal"], -48);
    let table = lines(&run(&bus, &["scan", "--seconds", "1"]));
    assert!(table[0].contains(ADDRESS) && table[0].contains("-48 dBm"), "{table:?}");
}

#[test]
fn a_strap_is_listened_to_lost_and_found_again() {
    let home = tempfile::tempdir().unwrap();
    let Some(bus) = bus(home.path(), |home| BluezBus::with_strap(home, true)) else { return };
    // Remembered by its name alone: the address has changed.
    let watching = watch(&bus, &["--address", "C0:FF:EE:00:00:99", "--name", NAME, "--seconds", "20"]);
    wait_until("it is listened to", || bus.is_listened_to());
    send(&bus, &[&BEAT, &TOO_FAST, &CONTACT_LOST, &[], &BEAT]);
    bus.drop_link().unwrap();
    wait_until("it is listened to again", || bus.is_listened_to());
    send(&bus, &[&CONTACT_LOST, &BEAT]);
    let output = watching.wait_with_output().unwrap();

    let lines = json(&output);
    let states: Vec<&str> = lines.iter().filter_map(|line| line["state"].as_str()).collect();
    // After ten seconds of silence it is looked for once more.
    assert_eq!(states[..5], ["searching", "connected", "waiting", "searching", "connected"], "{states:?}");
    let connected = lines.iter().find(|line| line["state"] == "connected").unwrap();
    assert_eq!((&connected["address"], &connected["battery"]), (&Value::from(ADDRESS), &Value::from(83)));
    let waiting = lines.iter().find(|line| line["state"] == "waiting").unwrap();
    assert!(waiting["reason"].as_str().unwrap().contains("lost") && waiting["seconds"] == 1, "{waiting}");
    assert_eq!(rates(&lines), [Some(72), None, None, Some(72), None, Some(72)]);
    let beat = lines.iter().find(|line| line["rate"] == 72.0).unwrap();
    assert_eq!((&beat["contact"], &beat["intervals"][0]), (&Value::from(true), &Value::from(853.0 / 1024.0)));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot be read"));
    wait_until("the connection is closed at the end", || !bus.is_listened_to());
}

#[test]
fn a_computer_without_bluetooth_says_so() {
    let home = tempfile::tempdir().unwrap();
    let Some(bus) = bus(home.path(), BluezBus::without_bluetooth) else { return };
    for arguments in [&["scan"][..], &["watch"]] {
        let said = failure(&run(&bus, arguments));
        assert!(said.contains("There is no Bluetooth") && said.contains("bluetooth_unavailable"), "{said}");
    }
    let nowhere =
        pulse(&bus, &["scan"]).env("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere").output().unwrap();
    assert!(failure(&nowhere).contains("bluetooth_unavailable"));
}

#[test]
fn bluetooth_that_is_off_and_straps_that_are_not_there_are_told_apart() {
    let home = tempfile::tempdir().unwrap();
    let Some(off) = bus(home.path(), |home| BluezBus::with_strap(home, false)) else { return };
    assert!(failure(&run(&off, &["scan"])).contains("switched off"));
    drop(off);
    let Some(bus) = bus(home.path(), |home| BluezBus::with_strap(home, true)) else { return };
    let other = json(&run(&bus, &["watch", "--json", "--name", "Somebody's", "--seconds", "8"]));
    assert!(
        other.iter().any(|line| line["reason"].as_str().is_some_and(|r| r.contains("not nearby"))),
        "{other:?}"
    );
}
