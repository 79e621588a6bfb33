//! Thousands of pictures that no camera should give, through a session and through the way of the page's camera.

use attune_core::ports::{Eyes, FrameSource, OpenDevice, SourceEvent};
use attune_core::{AppError, ErrorCode, Expression, ExpressionScores, Frame, LookRate, Sighting, Timestamp};
use attune_session::view::DeviceState;
use attune_session::{Composition, Engine, EngineOptions, Session};
use attune_testkit::{MemoryArchive, ScriptedEyes, catalogue};
use attune_vision::FaceEyes;
use attune_vision::frames::pixels::{PixelFormat, to_rgb};
use attune_vision::frames::pushed::PageFrames;
use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How many bad pictures; `cargo xtask faults bad-frames` sends 10,000.
const TIMES: &str = "ATTUNE_TEST_FRAMES";
/// One in so many is a good one: a camera with more bad ones in a row is given up.
const GOOD: usize = 25;
/// One in so many has the 33 million pixels that it claims.
const WHOLE_8K: usize = 2_500;
const SIZE_8K: (usize, usize) = (7_680, 4_320);
/// Above this it is a leak, and not what the largest picture takes for a moment.
const GROWTH: u64 = 64 << 20;

fn times() -> usize {
    env::var(TIMES).ok().and_then(|text| text.parse().ok()).unwrap_or(500)
}

/// What a camera's driver gave, and what it claims of it.
struct Raw {
    format: PixelFormat,
    size: (usize, usize),
    data: Vec<u8>,
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(width, height).write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// The bad picture of that number: zero sizes, buffers that end too soon, JPEGs that are cut or of another size, claims of
/// 8K and beyond, odd widths.
fn bad(number: usize) -> Raw {
    use PixelFormat::{Grey, Mjpeg, Nv12, Rgb, Yuyv};
    let raw = |format, size, length: usize| Raw { format, size, data: vec![number as u8; length] };
    match number % 9 {
        0 => raw(Yuyv, (0, 480), 640 * 480 * 2),
        1 => raw(Rgb, (640, 0), 640),
        2 => raw(Yuyv, (639, 479), 639 * 479),
        3 => raw(Nv12, (641, 481), 641 * 481),
        4 => Raw { format: Mjpeg, size: (64, 48), data: jpeg(64, 48)[..300 + number % 100].to_vec() },
        5 => Raw { format: Mjpeg, size: (640, 480), data: jpeg(64, 48) },
        6 => raw(Rgb, SIZE_8K, 640 * 480 * 3),
        7 => raw(Grey, (usize::MAX, usize::MAX), 64),
        // The rows of a picture with the stride of a wider one: there are too few of them.
        _ => raw(Yuyv, (640, 480), 700 * 2 * 400),
    }
}

/// A camera that gives mostly bad pictures, and counts.
struct BadCamera {
    given: usize,
    of: usize,
    counts: Arc<Counts>,
}

#[derive(Default)]
struct Counts {
    taken: AtomicUsize,
    refused: AtomicUsize,
    over: AtomicBool,
}

impl OpenDevice for BadCamera {
    fn name(&self) -> String {
        "bad camera".into()
    }

    fn id(&self) -> Option<String> {
        Some("bad".into())
    }
}

impl FrameSource for BadCamera {
    fn next_event(&mut self, now: &dyn Fn() -> Timestamp) -> SourceEvent {
        self.given += 1;
        if self.given >= self.of {
            self.counts.over.store(true, Ordering::SeqCst);
            std::thread::sleep(Duration::from_millis(5));
        }
        let raw = if self.given.is_multiple_of(WHOLE_8K) {
            Raw { format: PixelFormat::Grey, size: SIZE_8K, data: vec![90; SIZE_8K.0 * SIZE_8K.1] }
        } else if self.given.is_multiple_of(GOOD) || self.given >= self.of {
            // Odd in width, and whole.
            Raw { format: PixelFormat::Yuyv, size: (321, 241), data: vec![128; 322 * 2 * 241] }
        } else {
            bad(self.given)
        };
        let (width, height) = raw.size;
        let rgb = to_rgb(raw.format, &raw.data, width, height).map_err(|error| error.to_string());
        let frame = rgb.and_then(|rgb| {
            Frame::new(width as u32, height as u32, rgb, now()).map_err(|error| error.to_string())
        });
        match frame {
            Ok(frame) => {
                self.counts.taken.fetch_add(1, Ordering::SeqCst);
                SourceEvent::Frame(frame)
            }
            Err(why) => {
                self.counts.refused.fetch_add(1, Ordering::SeqCst);
                SourceEvent::Skipped(AppError::new(ErrorCode::CameraFormat, why))
            }
        }
    }
}

/// The networks, or eyes by script where this checkout has no ONNX Runtime.
fn eyes() -> Box<dyn Eyes> {
    match FaceEyes::open(None) {
        Ok(eyes) => Box::new(eyes),
        Err(why) => {
            println!("skipped: no networks look at the frames ({})", why.message);
            Box::new(ScriptedEyes::new([Ok(Sighting::Face(ExpressionScores::certain(Expression::Neutral)))]))
        }
    }
}

fn session(of: usize, counts: &Arc<Counts>) -> Session {
    let (counts, ticks) = (Arc::clone(counts), AtomicI64::new(1_700_000_000_000));
    let open = move |_| {
        let counts = Arc::clone(&counts);
        Ok(Box::new(BadCamera { given: 0, of, counts }) as Box<dyn FrameSource>)
    };
    let composition = Composition {
        archive: Box::new(MemoryArchive::default()),
        options: EngineOptions { version: "test".into(), seed: 1, starter: catalogue(10), warnings: vec![] },
        clock: Arc::new(move || Timestamp(ticks.fetch_add(50, Ordering::SeqCst))),
        open_camera: Arc::new(open),
        open_eyes: Arc::new(|| Ok(eyes())),
        senses: attune_session::SensePorts::none(),
        open_player: attune_session::no_player(),
        listener: Box::new(|_| {}),
    };
    Session::start(composition).unwrap()
}

/// Bytes in memory; none where the system does not tell.
fn memory() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/statm").ok()?;
    Some(text.split(' ').nth(1)?.parse::<u64>().ok()? * 4_096)
}

fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < Duration::from_mins(5), "never: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn thousands_of_bad_frames_are_counted_out_and_the_camera_stays_on() {
    let (of, counts) = (times(), Arc::new(Counts::default()));
    let session = session(of, &counts);
    session
        .call(|engine, now| {
            let settings =
                attune_core::Settings { look_rate: LookRate::Frequent, ..engine.settings().clone() };
            engine.save_settings(settings, now);
        })
        .unwrap();
    session.start_camera().unwrap();
    let looked = || session.call(|e, now| e.state(now).camera.frames_per_second).unwrap() > 0.0;
    until("a look", looked);
    let before = memory();
    until("all of them", || counts.over.load(Ordering::SeqCst));
    let after = memory();
    let (taken, refused) = (counts.taken.load(Ordering::SeqCst), counts.refused.load(Ordering::SeqCst));
    println!("{refused} refused, {taken} taken, memory {before:?} to {after:?}");
    let good = (of - 1) / GOOD;
    assert!(refused + taken >= of - 1 && taken >= good, "{refused} refused, {taken} taken");
    let camera = session.call(Engine::state).unwrap().camera;
    assert_eq!((camera.state, camera.error), (DeviceState::On, None));
    if let (Some(before), Some(after)) = (before, after) {
        assert!(after < before + GROWTH, "{before} to {after} bytes");
    }
    let other = session.call(|e, now| e.state(now).queue.current.is_some()).unwrap();
    assert!(other, "the music goes on");
}

#[test]
fn frames_of_any_size_are_looked_at() {
    let Ok(mut eyes) = FaceEyes::open(None) else {
        println!("skipped: no networks here");
        return;
    };
    for (width, height) in [(1, 1), (1, 4_000), (4_000, 1), (3, 2), (641, 479), (7_680, 4_320)] {
        let rgb = vec![100; (width * height * 3) as usize];
        let frame = Frame::new(width, height, rgb, Timestamp(i64::from(width))).unwrap();
        assert!(eyes.look(&frame).is_ok(), "{width}x{height}");
    }
    assert!(Frame::new(0, 480, vec![], Timestamp(0)).is_err());
}

#[test]
fn the_pages_camera_lives_through_bad_pictures_too() {
    let frames = PageFrames::new(Box::new(|_| {}));
    let page = frames.clone();
    let (of, good) = (times(), jpeg(64, 48));
    let pushing = std::thread::spawn(move || {
        let small = good.len();
        until("asked for pictures", || page.wanted().is_some());
        let generation = page.wanted().unwrap();
        for number in 0.. {
            let picture = match number % 4 {
                0 => good.clone(),
                1 => good[..small / 2].to_vec(),
                2 => vec![],
                _ => b"<html>no picture</html>".to_vec(),
            };
            if !page.wait_wanted(generation, Duration::from_secs(5)) {
                return;
            }
            let _ = page.push(generation, picture);
        }
    });
    let mut source: Box<dyn FrameSource> = Box::new(frames.open().unwrap());
    let (mut taken, mut refused) = (0, 0);
    for number in (0..).take(of) {
        match source.next_event(&|| Timestamp(number)) {
            SourceEvent::Frame(frame) => {
                assert_eq!((frame.width(), frame.height()), (64, 48));
                taken += 1;
            }
            SourceEvent::Skipped(error) => {
                assert_eq!(error.code, ErrorCode::CameraFormat);
                refused += 1;
            }
            SourceEvent::Ended(why) => panic!("{number}: ended with {why:?}"),
        }
    }
    println!("{refused} refused, {taken} taken");
    assert!(taken >= of / 5 && refused >= of / 2, "{refused} refused, {taken} taken");
    let generation = frames.wanted().unwrap();
    let closing = std::thread::spawn(move || source.close());
    until("asked to stop", || frames.wanted().is_none());
    frames.closed(generation, None);
    closing.join().unwrap().unwrap();
    pushing.join().unwrap();
}
