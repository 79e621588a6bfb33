//! A music server for tests: the part of `OpenSubsonic` that Attune uses, over real connections of this machine, with
//! faults.
//!
//! [`FakeSubsonic::start`] serves plain HTTP, [`FakeSubsonic::start_encrypted`] TLS with a certificate that nobody vouches
//! for. [`World`] holds what it serves and how it behaves; faults come upon the next requests in turn.

mod answer;
mod http;
mod server;
mod world;

pub use server::FakeSubsonic;
pub use world::{FakeSong, Fault, Gate, Seen, Trouble, World};
