//! The flags under which everything is built, the same everywhere: cargo then builds each dependency once.

/// All our packages but this tool, which is running and on some systems could not be replaced.
pub(crate) const EVERYTHING: [&str; 6] =
    ["--workspace", "--exclude", "xtask", "--locked", "--features", "attune/custom-protocol"];
