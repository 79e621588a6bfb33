//! Writes seconds of the made-up voice to standard output, to be played where a microphone hears it: 32-bit floats, mono,
//! at 16 kHz.
//!
//!     cargo run -p attune-voice --example made_up_voice -- 4 | pacat --raw --format=float32le --rate=16000 --channels=1

use attune_voice::synth::Voice;
use std::io::{self, Write as _};

fn main() -> io::Result<()> {
    let seconds = std::env::args().nth(1).and_then(|seconds| seconds.parse().ok()).unwrap_or(4.0);
    let bytes: Vec<u8> = Voice::default().speak(seconds).iter().flat_map(|x| x.to_le_bytes()).collect();
    io::stdout().write_all(&bytes)
}
