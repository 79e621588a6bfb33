//! Whole journeys with the command line tool: the real program, real HTTP, a real keyring.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod fixture;
mod travel;
