//! How long a look takes: medians on one thread over a 640x480 frame with one face.
//!
//!     cargo bench -p attune-vision

use attune_core::{AppError, FaceBox, Frame, Timestamp};
use attune_models::{Models, Runtime, runtime};
use attune_vision::detector::Letterbox;
use attune_vision::frames::pixels::{PixelFormat, to_rgb};
use attune_vision::{OrtExpressionClassifier, OrtFaceDetector, frames, read_faces};
use std::error::Error;
use std::fs::File;
use std::hint::black_box;
use std::io::BufReader;
use std::path::Path;
use std::time::Instant;

const SIZE: (usize, usize) = (640, 480);
const ROUNDS: usize = 300;
const WARM_UP: usize = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let frame = on_canvas(&portrait(here)?)?;
    let started = Instant::now();
    let runtime = Runtime::load(&runtime::find(None)?)?;
    println!("{:32} {:8.3} ms (once)", "load ONNX Runtime", started.elapsed().as_secs_f64() * 1e3);
    let started = Instant::now();
    let models = Models::open(&here.join("../../models"))?;
    let (mut detector, mut classifier) =
        (OrtFaceDetector::open(&models, &runtime)?, OrtExpressionClassifier::open(&models, &runtime)?);
    println!("{:32} {:8.3} ms (once)", "verify and build both models", started.elapsed().as_secs_f64() * 1e3);
    steps(&frame, &mut detector, &mut classifier)
}

fn steps(
    frame: &Frame,
    detector: &mut OrtFaceDetector,
    classifier: &mut OrtExpressionClassifier,
) -> Result<(), Box<dyn Error>> {
    let yuyv = vec![128; SIZE.0 * SIZE.1 * 2];
    time("YUYV to RGB", || to_rgb(PixelFormat::Yuyv, &yuyv, SIZE.0, SIZE.1))?;
    let mut letterbox = Letterbox::new(320);
    time("letterbox", || {
        letterbox.fill(frame);
        Ok::<_, AppError>(())
    })?;
    let face: FaceBox = *detector.find(frame)?.first().ok_or("the detector found no face")?;
    time("detect, letterbox included", || detector.find(frame).map(<[_]>::len))?;
    time("crop and classify", || classifier.read(frame, &face))?;
    time("the whole look", || read_faces(detector, classifier, frame))
}

/// Prints the median, the least (what an idle machine would take) and the 95th percentile of many runs.
fn time<T, E: Error + 'static>(
    what: &str,
    mut step: impl FnMut() -> Result<T, E>,
) -> Result<(), Box<dyn Error>> {
    let mut times = Vec::with_capacity(ROUNDS);
    for round in 0..WARM_UP + ROUNDS {
        let started = Instant::now();
        black_box(step()?);
        if round >= WARM_UP {
            times.push(started.elapsed().as_secs_f64() * 1e3);
        }
    }
    times.sort_by(f64::total_cmp);
    let [least, median, most] = [times[0], times[ROUNDS / 2], times[ROUNDS * 95 / 100]];
    println!("{what:32} {median:8.3} ms, from {least:.3}, 95 % under {most:.3}");
    Ok(())
}

fn portrait(here: &Path) -> Result<Frame, Box<dyn Error>> {
    let file = File::open(here.join("tests/data/astronaut.png"))?;
    Ok(frames::decode(BufReader::new(file), "astronaut.png", Timestamp(0))?)
}

/// The picture in the middle of a grey frame of [`SIZE`].
fn on_canvas(picture: &Frame) -> Result<Frame, Box<dyn Error>> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let (left, top) = ((SIZE.0 - width) / 2, (SIZE.1 - height) / 2);
    let mut rgb = vec![110; SIZE.0 * SIZE.1 * 3];
    for (y, row) in picture.rgb().chunks_exact(width * 3).enumerate() {
        rgb[((top + y) * SIZE.0 + left) * 3..][..width * 3].copy_from_slice(row);
    }
    Ok(Frame::new(SIZE.0 as u32, SIZE.1 as u32, rgb, Timestamp(0))?)
}
