//! A camera switched on and off a thousand times by somebody who waits for nothing. Alone in its program, so that threads
//! and files can be counted.

mod common;

use attune_session::view::DeviceState;
use attune_testkit::ScriptedCameras;
use common::{held, session};
use std::time::{Duration, Instant};

const TIMES: usize = 1_000;
/// Files beside those of the beginning: the camera's, the one in which they are counted, and one that is passing.
const FILES: usize = 3;

#[test]
fn a_thousand_switches_without_waiting_open_one_camera_at_a_time_and_leave_nothing() {
    let cameras = ScriptedCameras::new(&["left"]);
    let (session, states) = session(&cameras);
    let before = held();
    let (mut threads, mut files, mut open) = (0, 0, 0);
    for time in 0..TIMES {
        if time % 2 == 0 { session.start_camera() } else { session.pause_camera() }.unwrap();
        // Sometimes the camera comes to open in between, sometimes not.
        std::thread::sleep(Duration::from_micros(time as u64 % 5 * 500));
        open = open.max(cameras.counts("left").0);
        if let Some(now) = held() {
            (threads, files) = (threads.max(now.0), files.max(now.1));
        }
    }
    let start = Instant::now();
    let over = |after: Option<(usize, usize, u64)>| match (before, after) {
        (Some(before), Some(after)) => after.0 <= before.0 && after.1 <= before.1,
        _ => true,
    };
    while cameras.counts("left").0 > 0 || !over(held()) {
        assert!(start.elapsed() < Duration::from_mins(3), "{before:?} to {:?}", held());
        std::thread::sleep(Duration::from_millis(5));
    }
    let last = states.try_iter().last();
    println!(
        "at most {threads} threads, {files} files, {open} cameras; opened {} times",
        cameras.counts("left").1
    );
    assert_eq!(last, Some(DeviceState::Off), "paused last");
    assert_eq!(open, 1, "one at a time");
    match before {
        Some((_, at_first, _)) => assert!(files <= at_first + FILES, "{at_first} to {files} files"),
        None => println!("skipped: this system does not tell what a process holds"),
    }
}
