//! `attune-cli`.

fn main() {}
