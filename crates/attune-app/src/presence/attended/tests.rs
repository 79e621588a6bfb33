use super::*;
use attune_testkit::ScriptedCameras;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

const SOON: Duration = Duration::from_mins(3);

/// A camera at work, and what was told of it.
fn camera(cameras: &ScriptedCameras) -> (ClosedWhileAway, Listening, Receiver<bool>) {
    let (send, told) = channel();
    let whereabouts = Arc::new(Whereabouts::default());
    let listening = Listening(Arc::downgrade(&whereabouts));
    let scripted = cameras.clone();
    let open = Box::new(move || scripted.open(Some("left")));
    let notify = Box::new(move |closed| {
        let _ = send.send(closed);
    });
    (ClosedWhileAway::with(open, notify, whereabouts).unwrap(), listening, told)
}

fn sees(source: &mut ClosedWhileAway) -> bool {
    matches!(source.next_event(&|| Timestamp(0)), SourceEvent::Frame(_))
}

#[test]
fn a_camera_closes_when_the_listener_goes_and_opens_when_they_are_back() {
    let cameras = ScriptedCameras::new(&["left"]);
    let (mut source, system, told) = camera(&cameras);
    assert!(sees(&mut source));
    assert!(!system.devices_are_closed());
    assert!(system.hear(Presence::Locked));
    let waiting = thread::spawn(move || {
        let sees = sees(&mut source);
        (source, sees)
    });
    assert_eq!(told.recv_timeout(SOON), Ok(true));
    let begun = Instant::now();
    while !system.devices_are_closed() && begun.elapsed() < SOON {
        thread::yield_now();
    }
    assert!(system.devices_are_closed());
    assert_eq!(cameras.counts("left").0, 0, "the device was let go of");
    // Two reasons to be away: the camera stays closed until both are over.
    assert!(system.hear(Presence::Asleep) && system.hear(Presence::Unlocked));
    assert!(told.try_recv().is_err() && !waiting.is_finished());
    assert!(system.hear(Presence::Awake));
    let (source, sees) = waiting.join().unwrap();
    assert_eq!((sees, told.recv_timeout(SOON)), (true, Ok(false)));
    assert_eq!(cameras.counts("left").1, 2);
    drop(source);
    assert!(system.devices_are_closed() && !system.hear(Presence::Locked), "nobody listens any more");
}

#[test]
fn sleep_that_is_noticed_afterwards_opens_the_camera_anew() {
    let cameras = ScriptedCameras::new(&["left"]);
    let (mut source, system, told) = camera(&cameras);
    assert!(system.hear(Presence::Asleep) && system.hear(Presence::Awake));
    assert!(sees(&mut source));
    assert_eq!(told.try_iter().collect::<Vec<_>>(), [true, false]);
    assert_eq!(cameras.counts("left").1, 2);
    assert!(sees(&mut source) && told.try_recv().is_err(), "once");
}
