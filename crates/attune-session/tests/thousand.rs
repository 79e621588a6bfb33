//! A camera switched on and off a thousand times. Alone in its program, so that threads and files can be counted.

mod common;

use attune_session::view::DeviceState;
use attune_testkit::ScriptedCameras;
use common::{held, session};
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

const TIMES: usize = 1_000;
/// Buffers and caches have their size after so many.
const WARM: usize = 100;
/// More than this after 900 times is a leak: it would be 9 kB each time.
const GROWTH: u64 = 8 << 20;

/// The next state that differs from the last: a changed rate repeats one.
fn next(states: &Receiver<DeviceState>, last: &mut DeviceState) -> DeviceState {
    loop {
        let state = states.recv_timeout(Duration::from_mins(1)).expect("a change of state");
        if std::mem::replace(last, state) != state {
            return state;
        }
    }
}

#[test]
fn switching_a_thousand_times_leaves_nothing_behind() {
    let cameras = ScriptedCameras::new(&["left"]);
    let (session, states) = session(&cameras);
    let (mut last, mut before) = (DeviceState::Off, None);
    for time in 0..TIMES {
        session.start_camera().unwrap();
        assert_eq!(next(&states, &mut last), DeviceState::Starting, "{time}");
        assert_eq!(next(&states, &mut last), DeviceState::On, "{time}");
        assert_eq!(cameras.counts("left").0, 1, "{time}: open once");
        session.pause_camera().unwrap();
        assert_eq!(next(&states, &mut last), DeviceState::Off, "{time}");
        assert_eq!(cameras.counts("left"), (0, time + 1, 0), "{time}: off means closed");
        if time == WARM {
            before = held();
        }
    }
    let Some((threads, files, memory)) = before else {
        println!("skipped: this system does not tell what a process holds");
        return;
    };
    let start = Instant::now();
    let after = loop {
        let after = held().unwrap();
        // The last threads may still be on their way out.
        if after.0 <= threads || start.elapsed() > Duration::from_mins(3) {
            break after;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    println!("threads {threads} to {}, files {files} to {}, bytes {memory} to {}", after.0, after.1, after.2);
    assert!(after.0 <= threads && after.1 <= files, "{before:?} to {after:?}");
    assert!(after.2 < memory + GROWTH, "{before:?} to {after:?}");
}
