//! `cargo xtask bindings`: the interface's view of the Rust types.

use anyhow::Result;

use crate::exec::Exec;

/// Set, the test that compares the bindings writes them instead.
const WRITE: &str = "ATTUNE_WRITE_BINDINGS";

/// Has the test that checks `ui/src/api/bindings.ts` write it; of the workspace, only what that test needs is built.
pub(crate) fn write() -> Result<()> {
    Exec::cargo().args(["test", "-p", "attune", "--lib", "--", "current"]).env(WRITE, "1").go()
}
