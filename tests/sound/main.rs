//! Playing through a real sound server: `PulseAudio` with outputs that lead nowhere, in a folder of its own; what would
//! be heard is recorded and compared with what was played.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod devices;
mod heard;
mod player;
mod server;
mod voice;
