//! `cargo xtask bindings`: the interface's view of the Rust types.

use anyhow::Result;

use crate::{exec::Exec, test::flags};

/// Set, the test that compares the bindings writes them instead.
const WRITE: &str = "ATTUNE_WRITE_BINDINGS";

/// Has the test that checks `ui/src/api/bindings.ts` write it.
pub(crate) fn write() -> Result<()> {
    Exec::cargo().arg("test").args(flags::EVERYTHING).args(["--lib", "--", "bindings"]).env(WRITE, "1").go()
}
