//! Placeholder until the models are in.

fn main() {}
