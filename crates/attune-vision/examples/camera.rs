//! Lists the cameras, opens one and says what comes of it. No picture is kept.
//!
//!     cargo run -p attune-vision --example camera -- [FRAMES [ID]]

use attune_core::Timestamp;
use attune_core::ports::{FrameSource, OpenDevice, SourceEvent};
use attune_vision::frames::camera::{Camera, list};
use std::env;
use std::time::Instant;

fn main() {
    let mut words = env::args().skip(1);
    let frames = words.next().and_then(|n| n.parse().ok()).unwrap_or(10_u32);
    let id = words.next();
    println!("{:?}", list());
    let started = Instant::now();
    let mut camera = match Camera::open(id.as_deref()) {
        Ok(camera) => camera,
        Err(error) => return println!("not opened after {} ms: {error}", started.elapsed().as_millis()),
    };
    println!("{} opened in {} ms", camera.name(), started.elapsed().as_millis());
    let now = || Timestamp(started.elapsed().as_millis() as i64);
    for _ in 0..frames {
        match camera.next_event(&now) {
            SourceEvent::Frame(frame) => println!("{frame:?}, levels {:?}", mean(frame.rgb())),
            SourceEvent::Skipped(error) => println!("skipped: {error}"),
            SourceEvent::Ended(error) => {
                println!("ended at {} ms: {error:?}", now().0);
                break;
            }
        }
    }
    let closing = Instant::now();
    drop(camera);
    println!("closed in {} ms", closing.elapsed().as_millis());
}

fn mean(rgb: &[u8]) -> [u64; 3] {
    let pixels = (rgb.len() / 3).max(1) as u64;
    [0, 1, 2].map(|channel| rgb.iter().skip(channel).step_by(3).map(|v| u64::from(*v)).sum::<u64>() / pixels)
}
