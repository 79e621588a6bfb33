//! `cargo xtask bindings`: the interface's view of the Rust types, and the table of error codes.

use anyhow::Result;

use crate::exec::Exec;

/// Set, the tests that compare the generated files write them instead.
const WRITE: &str = "ATTUNE_WRITE_BINDINGS";

/// Has the tests that check `docs/errors.md` and `ui/src/api/bindings.ts` write them; of the workspace, only what they need
/// is built.
pub(crate) fn write() -> Result<()> {
    for package in ["attune-core", "attune"] {
        Exec::cargo().args(["test", "-p", package, "--lib", "--", "current"]).env(WRITE, "1").go()?;
    }
    Ok(())
}
