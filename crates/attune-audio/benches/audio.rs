//! How long listening to three minutes takes one core, beside the decoding alone. Where the system tells how long
//! the thread really ran, that is what counts, so that a busy machine does not blur the figures.
//!
//!     cargo bench -p attune-audio

use attune_audio::synth::{Piece, Style, wav};
use attune_audio::{Recording, listen};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

const SECONDS: f64 = 180.0;
const ROUNDS: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    // `cargo xtask bench` hands its filter to all benchmarks.
    let wanted = std::env::args().skip(1).find(|a| !a.starts_with('-'));
    if wanted.is_some_and(|filter| !"audio".contains(&filter)) {
        return Ok(());
    }
    let dir = tempfile::tempdir()?;
    both("mp3", &long_mp3(dir.path())?)?;
    // Before music is made in memory, so that only listening has held any.
    println!("{:36} {:8.1} MB", "audio: most memory held", most_memory());
    both("wav", &long_wav(dir.path())?)
}

fn both(name: &str, file: &Path) -> Result<(), Box<dyn Error>> {
    time(&format!("audio: decode 3 min of {name}"), || decode(file))?;
    time(&format!("audio: listen to 3 min of {name}"), || Ok(listen(file)?.seconds))
}

/// The committed MP3 behind itself; it is a plain row of frames.
fn long_mp3(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let short = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/band.mp3"))?;
    let path = folder.join("long.mp3");
    fs::write(&path, short.repeat((SECONDS / 5.0) as usize))?;
    Ok(path)
}

fn long_wav(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let piece = Piece {
        style: Style::Rock,
        bpm: 120.0,
        tonic: 9,
        minor: true,
        seconds: SECONDS,
        peak_db: -1.0,
        seed: 1,
    };
    let path = folder.join("long.wav");
    fs::write(&path, wav(&piece.render(44_100), 44_100))?;
    Ok(path)
}

fn decode(file: &Path) -> Result<f64, Box<dyn Error>> {
    let (mut recording, mut frames) = (Recording::open(file)?, 0);
    while recording.next_block()? {
        frames += recording.block()[0].len();
    }
    Ok(frames as f64 / f64::from(recording.rate()))
}

/// Prints the median and the least time of a few runs, and how many times faster than playing the least is.
fn time(what: &str, run: impl Fn() -> Result<f64, Box<dyn Error>>) -> Result<(), Box<dyn Error>> {
    let (mut times, mut seconds) = (Vec::with_capacity(ROUNDS), 0.0);
    for _ in 0..ROUNDS {
        let (wall, ran) = (Instant::now(), on_core());
        seconds = run()?;
        times.push(on_core().zip(ran).map_or_else(|| wall.elapsed().as_secs_f64(), |(now, then)| now - then));
    }
    times.sort_by(f64::total_cmp);
    let (least, median) = (times[0], times[ROUNDS / 2]);
    println!("{what:36} {median:8.3} s, from {least:.3} ({:.0} times real time)", seconds / least);
    Ok(())
}

/// Seconds that this thread has run, where the system says.
fn on_core() -> Option<f64> {
    let line = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(line.split_whitespace().next()?.parse::<f64>().ok()? / 1e9)
}

/// The process's peak resident memory in MB; 0 where the system does not say.
fn most_memory() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    line.and_then(|l| l.split_whitespace().next()?.parse::<f64>().ok()).map_or(0.0, |kb| kb / 1024.0)
}
