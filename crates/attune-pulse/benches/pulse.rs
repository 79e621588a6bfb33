//! What measuring the pulse costs beside looking: on one thread, a face of 200 by 260 pixels, 30 looks a second.
//!
//!     cargo bench -p attune-pulse

use attune_core::{FaceBox, Frame, Timestamp};
use attune_pulse::colour::{Meter, PATCHES, Patch, patches};
use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

const LOOKS_A_SECOND: u32 = 30;
const SECONDS: u32 = 60;

fn main() -> Result<(), Box<dyn Error>> {
    let frame = Frame::new(640, 480, (0..640 * 480 * 3).map(|i| (i % 251) as u8).collect(), Timestamp(0))?;
    let face = FaceBox { x: 220.3, y: 110.7, w: 200.0, h: 260.0, score: 1.0 };
    let started = Instant::now();
    for _ in 0..LOOKS_A_SECOND * SECONDS {
        black_box(patches(black_box(&frame), &face));
    }
    let averaging = started.elapsed().as_secs_f64() / f64::from(SECONDS);

    let mut meter = Meter::new();
    let started = Instant::now();
    for i in 0..LOOKS_A_SECOND * SECONDS {
        let time = f64::from(i) / f64::from(LOOKS_A_SECOND);
        let beat = 0.01 * (7.5 * time).sin();
        let patch = |p: usize| Patch { colour: [150.0, 110.0 + beat * p as f64, 90.0], pixels: 4_000 };
        let _ = black_box(meter.push(time, &(0..PATCHES).map(patch).collect::<Vec<_>>()));
    }
    let measuring = started.elapsed().as_secs_f64() / f64::from(SECONDS);

    for (what, seconds) in [("averaging the patches", averaging), ("measuring", measuring)] {
        println!("{what:24} {:6.2} ms a second of looks, {:5.2} % of a core", seconds * 1e3, seconds * 1e2);
    }
    Ok(())
}
