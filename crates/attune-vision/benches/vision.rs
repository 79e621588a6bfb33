//! What a look costs against the size of the frame and the number of faces: one thread, frames in memory.
//!
//!     cargo bench -p attune-vision --bench vision
//!
//! With `ATTUNE_BENCH_PICTURES` the frames are also written into that folder, so that others can be timed on them:
//! `cargo xtask bench vision` does.

use attune_core::{Frame, Timestamp};
use attune_models::{Models, Runtime, runtime};
use attune_vision::{Gaze, OrtExpressionClassifier, OrtFaceDetector, frames, read_faces};
use image::imageops::{FilterType, crop_imm, overlay, resize};
use image::{Rgb, RgbImage};
use std::env;
use std::error::Error;
use std::fs::File;
use std::hint::black_box;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::time::Instant;

const SIZES: [(u32, u32); 4] = [(320, 240), (640, 480), (1_280, 720), (1_920, 1_080)];
const FACES: [u32; 4] = [0, 1, 2, 4];
const ROUNDS: usize = 60;
const WARM_UP: usize = 5;
/// The head in the portrait: left, top, width, height.
const HEAD: [u32; 4] = [130, 20, 190, 210];

type Failure = Box<dyn Error>;

fn main() -> Result<(), Failure> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let runtime = Runtime::load(&runtime::find(None)?)?;
    let models = Models::open(&here.join("../../models"))?;
    let (mut detector, mut classifier) =
        (OrtFaceDetector::open(&models, &runtime)?, OrtExpressionClassifier::open(&models, &runtime)?);
    let head = head(here)?;
    let pictures = env::var_os("ATTUNE_BENCH_PICTURES").map(PathBuf::from);
    println!(
        "{:22}{:>16}{:>16}{:>16}{:>16}  found",
        "median (least), ms", "find all", "read one face", "look", "look, followed"
    );
    for (width, height) in SIZES {
        for count in FACES {
            let picture = scene(&head, width, height, count);
            let name = format!("{width}x{height}-{count}-faces");
            if let Some(folder) = &pictures {
                picture.save(folder.join(format!("{name}.png")))?;
            }
            let frame = Frame::new(width, height, picture.into_raw(), Timestamp(0))?;
            row(&name, &frame, &mut detector, &mut classifier)?;
        }
    }
    Ok(())
}

fn row(
    name: &str,
    frame: &Frame,
    detector: &mut OrtFaceDetector,
    classifier: &mut OrtExpressionClassifier,
) -> Result<(), Failure> {
    let faces = detector.find(frame)?.to_vec();
    let find = time(|| Ok(detector.find(frame)?.len()))?;
    let read = match faces.first() {
        Some(face) => time(|| Ok(classifier.read(frame, face)?))?,
        None => dash(),
    };
    let look = time(|| Ok(read_faces(detector, classifier, frame)?))?;
    let followed = if faces.len() == 1 { follow(frame, detector, classifier)? } else { dash() };
    println!("{name:22}{find:>16}{read:>16}{look:>16}{followed:>16}{:>7}", faces.len());
    Ok(())
}

/// Looks that follow: the frames come every 100 ms, and only the time of those after a search counts.
fn follow(
    frame: &Frame,
    detector: &mut OrtFaceDetector,
    classifier: &mut OrtExpressionClassifier,
) -> Result<String, Failure> {
    let stamped =
        |at: i64| Frame::new(frame.width(), frame.height(), frame.rgb().to_vec(), Timestamp(at * 100));
    let (mut gaze, mut times) = (Gaze::default(), Vec::new());
    for i in 0..WARM_UP + ROUNDS {
        let frame = stamped(i64::try_from(i)?)?;
        let started = Instant::now();
        let followed = black_box(gaze.read(detector, classifier, &frame)?).followed;
        if i >= WARM_UP && followed {
            times.push(started.elapsed().as_secs_f64() * 1e3);
        }
    }
    Ok(summary(times))
}

/// Median and least of many runs.
fn time<T>(mut step: impl FnMut() -> Result<T, Failure>) -> Result<String, Failure> {
    let mut times = Vec::with_capacity(ROUNDS);
    for round in 0..WARM_UP + ROUNDS {
        let started = Instant::now();
        black_box(step()?);
        if round >= WARM_UP {
            times.push(started.elapsed().as_secs_f64() * 1e3);
        }
    }
    Ok(summary(times))
}

fn summary(mut times: Vec<f64>) -> String {
    times.sort_by(f64::total_cmp);
    match times.first() {
        Some(least) => format!("{:.2} ({least:.2})", times[times.len() / 2]),
        None => dash(),
    }
}

fn dash() -> String {
    "–".to_owned()
}

/// The head of the test portrait.
fn head(here: &Path) -> Result<RgbImage, Failure> {
    let file = File::open(here.join("tests/data/astronaut.png"))?;
    let portrait = frames::decode(BufReader::new(file), "astronaut.png", Timestamp(0))?;
    let (width, height) = (portrait.width(), portrait.height());
    let picture =
        RgbImage::from_raw(width, height, portrait.into_rgb()).ok_or("the portrait has no pixels")?;
    Ok(crop_imm(&picture, HEAD[0], HEAD[1], HEAD[2], HEAD[3]).to_image())
}

/// So many heads side by side in a grey room, each as high as half the frame.
fn scene(head: &RgbImage, width: u32, height: u32, count: u32) -> RgbImage {
    let mut room = RgbImage::from_pixel(width, height, Rgb([96, 100, 104]));
    let tall = (height / 2).min(width / count.max(1) * HEAD[3] / HEAD[2]);
    let wide = tall * HEAD[2] / HEAD[3];
    let head = resize(head, wide, tall, FilterType::Triangle);
    for i in 0..count {
        let left = (2 * i + 1) * width / (2 * count) - wide / 2;
        overlay(&mut room, &head, left.into(), ((height - tall) / 2).into());
    }
    room
}
