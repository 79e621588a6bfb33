//! What listening along costs: on one thread, a minute of which a third is speech, at a microphone's rate.
//!
//!     cargo bench -p attune-voice

use attune_voice::synth::{Voice, noise};
use attune_voice::{Listener, Reader};
use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

const RATE: u32 = 48_000;
const SECONDS: usize = 60;
/// Samples that come at a time.
const BLOCK: usize = RATE as usize / 50;

fn main() -> Result<(), Box<dyn Error>> {
    let reader = match Reader::open(None) {
        Ok(reader) => reader,
        Err(error) => {
            println!("skipped: {error}");
            return Ok(());
        }
    };
    let mut listener = Listener::new(reader, RATE)?;
    let length = SECONDS * RATE as usize;
    let quiet: Vec<f32> = noise(length).iter().map(|x| 1e-3 * *x as f32).collect();
    // Speech is made at 16 kHz: each sample is held for three.
    let phrase: Vec<f32> = Voice::default().speak(4.0).iter().flat_map(|x| [*x; 3]).collect();
    let every = 12 * RATE as usize;
    let sound: Vec<f32> =
        quiet.iter().enumerate().map(|(n, x)| x + phrase.get(n % every).unwrap_or(&0.0)).collect();
    let played: Vec<f32> = noise(length).iter().map(|x| 0.1 * *x as f32).collect();

    let started = Instant::now();
    for block in sound.chunks(BLOCK) {
        black_box(listener.push(black_box(block))?);
    }
    say("listening", started);
    listener.restart(RATE)?;
    let echo = |n: usize| n.checked_sub(10_000).map_or(0.0, |n| 0.3 * played[n]);
    let over: Vec<f32> = sound.iter().enumerate().map(|(n, x)| x + echo(n)).collect();
    let started = Instant::now();
    for (block, played) in over.chunks(BLOCK).zip(played.chunks(BLOCK)) {
        black_box(listener.push_over(black_box(block), played, RATE)?);
    }
    say("listening over music", started);
    Ok(())
}

fn say(what: &str, started: Instant) {
    let seconds = started.elapsed().as_secs_f64() / SECONDS as f64;
    println!("{what:24} {:6.2} ms a second of sound, {:5.2} % of a core", seconds * 1e3, seconds * 1e2);
}
