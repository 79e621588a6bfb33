//! `cargo xtask bindings`: the interface's view of the Rust types, the table of error codes, and the texts that the command
//! line has from the window.

use anyhow::Result;

use crate::exec::Exec;

/// Set, the tests that compare the generated files write them instead.
const WRITE: &str = "ATTUNE_WRITE_BINDINGS";

/// The test of the interface that compares `crates/attune-cli/texts/window`.
const TEXTS: &str = "src/i18n/commandLine.test.ts";

/// Has the tests that check `docs/errors.md` and `ui/src/api/bindings.ts` write them; of the workspace, only what they need
/// is built. The texts come last, since they are read with the new types.
pub(crate) fn write() -> Result<()> {
    for package in ["attune-core", "attune"] {
        Exec::cargo().args(["test", "-p", package, "--lib", "--", "current"]).env(WRITE, "1").go()?;
    }
    Exec::npm().args(["exec", "--", "vitest", "run", TEXTS, "--update"]).go()
}
