//! Tests with the real ONNX Runtime and the models that ship. Without the library they say so and pass.
#![allow(missing_docs, unreachable_pub, reason = "a test program has no readers from outside")]
#![expect(clippy::unwrap_used, reason = "what fails to unwrap has failed the test")]

mod common;
mod expression;
mod following;
mod nobody;
mod portrait;
mod scenes;
mod stub_detector;
