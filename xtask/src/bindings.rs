//! `cargo xtask bindings`: the interface's view of the Rust types, and the table of error codes.

use anyhow::Result;

use crate::exec::Exec;

/// Set, the tests that compare what is generated write it instead.
const WRITE: &str = "ATTUNE_WRITE_BINDINGS";

/// Has the tests that check `ui/src/api/bindings.ts` and `docs/errors.md` write them; of the workspace, only what those need is
/// built.
pub(crate) fn write() -> Result<()> {
    Exec::cargo()
        .args(["test", "-p", "attune", "-p", "attune-core", "--lib", "--", "current"])
        .env(WRITE, "1")
        .go()
}
