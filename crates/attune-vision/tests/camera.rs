//! A real camera under Linux. `cargo xtask camera-vm` brings one: the kernel's vivid driver in a small machine.
//!
//! Nobody's camera goes on because of `cargo test`: without `ATTUNE_CAMERA_TESTS` these tests are skipped.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic, in its own functions too")]

use attune_core::ports::{FrameSource, OpenDevice, SourceEvent};
use attune_core::{AppError, ErrorCode, Frame, Timestamp};
use attune_vision::frames::camera::{Camera, list};
use std::collections::BTreeSet;
use std::fs;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};
use v4l::buffer::Type;
use v4l::control::{Control, Value};
use v4l::io::traits::CaptureStream;
use v4l::prelude::MmapStream;
use v4l::video::Capture;
use v4l::video::capture::Parameters;
use v4l::{Device, FourCC, Fraction};

const DRIVER: &str = "/sys/bus/platform/drivers/vivid";

/// One test at a time has the camera; none where there is none, or it was not asked for.
fn turn() -> Option<MutexGuard<'static, ()>> {
    static TURN: Mutex<()> = Mutex::new(());
    if std::env::var_os("ATTUNE_CAMERA_TESTS").is_none() || list().is_ok_and(|all| all.is_empty()) {
        println!("skipped: ATTUNE_CAMERA_TESTS is not set, or there is no camera");
        return None;
    }
    Some(TURN.lock().unwrap_or_else(PoisonError::into_inner))
}

fn open() -> Camera {
    Camera::open(None).unwrap()
}

fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < Duration::from_mins(1), "never: {what}");
        sleep(Duration::from_millis(50));
    }
}

/// The next picture, or why there is none; what is skipped is skipped.
fn next(camera: &mut Camera) -> Result<Frame, AppError> {
    loop {
        match camera.next_event(&|| Timestamp(7)) {
            SourceEvent::Frame(frame) => return Ok(frame),
            SourceEvent::Skipped(error) => println!("skipped a picture: {error}"),
            SourceEvent::Ended(error) => return Err(error.expect("a camera ends with a reason")),
        }
    }
}

/// The cameras that this process has open, from its list of files.
fn held() -> Vec<String> {
    let files = fs::read_dir("/proc/self/fd").unwrap().flatten();
    let targets = files.filter_map(|f| Some(fs::read_link(f.path()).ok()?.display().to_string()));
    targets.filter(|target| target.starts_with("/dev/video")).collect()
}

/// Sets one of the driver's own switches; false where the driver has none of that name.
fn switch(name: &str, value: i64) -> bool {
    let device = Device::new(0).unwrap();
    let found = device.query_controls().unwrap().into_iter().find(|c| c.name == name);
    found.is_some_and(|c| device.set_control(Control { id: c.id, value: Value::Integer(value) }).is_ok())
}

#[test]
fn pictures_come_and_are_not_of_one_colour() {
    let Some(_turn) = turn() else { return };
    let mut camera = open();
    for _ in 0..10 {
        let frame = next(&mut camera).unwrap();
        let middle = frame.rgb().chunks_exact(frame.width() as usize * 3).nth(frame.height() as usize / 2);
        // Colour bars, or a room: in either case several colours, told apart coarsely.
        let colours: BTreeSet<_> =
            middle.unwrap().chunks_exact(3).map(|p| [p[0] / 64, p[1] / 64, p[2] / 64]).collect();
        println!("{}: {}x{}, {} colours", camera.name(), frame.width(), frame.height(), colours.len());
        assert!(colours.len() >= 4, "{colours:?}");
    }
}

#[test]
fn closing_gives_the_device_back_within_its_second() {
    let Some(_turn) = turn() else { return };
    let threads = || fs::read_dir("/proc/self/task").unwrap().count();
    let before = threads();
    for time in 0..25 {
        let mut camera = open();
        next(&mut camera).unwrap();
        assert!(!held().is_empty(), "{time}: open");
        let start = Instant::now();
        // Waits for half a second at most, and says if that was not enough.
        Box::new(camera).close().unwrap();
        assert_eq!(held(), Vec::<String>::new(), "{time}: closed after {:?}", start.elapsed());
    }
    until("all threads gone", || threads() <= before);
}

#[test]
fn a_rate_that_is_no_whole_number_is_no_obstacle() {
    let Some(_turn) = turn() else { return };
    let rate = || Capture::params(&Device::new(0).unwrap()).unwrap().interval;
    // 12.5 a second.
    Capture::set_params(&Device::new(0).unwrap(), &Parameters::new(Fraction::new(2, 25))).unwrap();
    assert_eq!((rate().numerator, rate().denominator), (2, 25), "as another program would have left it");
    next(&mut open()).unwrap();
    println!("rate afterwards: {:?}", rate());
}

#[test]
fn a_format_that_nokhwa_has_no_name_for_is_no_obstacle() {
    let Some(_turn) = turn() else { return };
    let mut format = Capture::format(&Device::new(0).unwrap()).unwrap();
    format.fourcc = FourCC::new(b"422P");
    let set = Capture::set_format(&Device::new(0).unwrap(), &format).unwrap();
    assert_eq!(set.fourcc.repr, *b"422P");
    next(&mut open()).unwrap();
}

#[test]
fn a_camera_in_use_is_busy() {
    let Some(_turn) = turn() else { return };
    let device = Device::new(0).unwrap();
    let mut stream = MmapStream::new(&device, Type::VideoCapture).unwrap();
    CaptureStream::next(&mut stream).unwrap();
    let id = list().unwrap()[0].id.clone();
    assert_eq!(Camera::open(Some(&id)).unwrap_err().code, ErrorCode::CameraBusy);
    drop(stream);
    drop(device);
    next(&mut Camera::open(Some(&id)).unwrap()).unwrap();
}

#[test]
fn a_driver_that_gives_nothing_more_is_noticed_and_comes_back() {
    let Some(_turn) = turn() else { return };
    let id = list().unwrap()[0].id.clone();
    let mut camera = Camera::open(Some(&id)).unwrap();
    next(&mut camera).unwrap();
    if !switch("Percentage of Dropped Buffers", 100) {
        println!("skipped: the driver cannot be told to hang");
        return;
    }
    let start = Instant::now();
    while next(&mut camera).map_err(|e| assert_eq!(e.code, ErrorCode::CameraStuck)).is_ok() {}
    println!("noticed after {:.1} s", start.elapsed().as_secs_f64());
    assert_eq!(Box::new(camera).close().unwrap_err().code, ErrorCode::CameraStuck, "it is open still");
    assert!(!held().is_empty());
    assert_eq!(Camera::open(Some(&id)).unwrap_err().code, ErrorCode::CameraStuck, "and not opened twice");
    assert!(switch("Percentage of Dropped Buffers", 0));
    until("the thread left behind closes it", || held().is_empty());
    next(&mut Camera::open(Some(&id)).unwrap()).unwrap();
}

#[test]
fn pulled_out_it_is_lost_and_put_back_it_is_the_same() {
    let Some(_turn) = turn() else { return };
    let Some(name) = fs::read_dir(DRIVER).ok().and_then(|all| {
        all.flatten().map(|f| f.file_name().to_string_lossy().into_owned()).find(|n| n.starts_with("vivid."))
    }) else {
        println!("skipped: only vivid can be pulled out by a program");
        return;
    };
    let id = list().unwrap()[0].id.clone();
    let mut camera = Camera::open(Some(&id)).unwrap();
    next(&mut camera).unwrap();
    fs::write(format!("{DRIVER}/unbind"), &name).unwrap();
    let error = loop {
        if let Err(error) = next(&mut camera) {
            break error;
        }
    };
    assert_eq!(error.code, ErrorCode::CameraLost, "{error}");
    Box::new(camera).close().unwrap();
    assert_eq!(Camera::open(Some(&id)).unwrap_err().code, ErrorCode::CameraNone);
    fs::write(format!("{DRIVER}/bind"), &name).unwrap();
    until("the same id", || list().unwrap().iter().any(|c| c.id == id));
    next(&mut Camera::open(Some(&id)).unwrap()).unwrap();
    println!("the same again: {id}");
}
