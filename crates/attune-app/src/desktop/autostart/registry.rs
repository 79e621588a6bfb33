//! The entry as a value of the registry.

use std::io;
use windows_registry::CURRENT_USER;

const RUN: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";
/// Where the system's own settings switch such programs off: an odd first byte means off.
const APPROVED: &str = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run";
const NAME: &str = "Attune";

/// What stands there for this program.
pub(super) struct Place {
    line: String,
}

impl Place {
    /// The place for the program that runs; none for one whose path is no text.
    pub(super) fn of_program() -> Option<Self> {
        let program = std::env::current_exe().ok()?;
        Some(Self { line: format!("\"{}\" --hidden", program.to_str()?) })
    }

    /// Whether this program starts.
    pub(super) fn is_on(&self) -> bool {
        let found = CURRENT_USER.open(RUN).and_then(|key| key.get_string(NAME));
        let off = CURRENT_USER.open(APPROVED).and_then(|key| key.get_value(NAME));
        let is_off = off.is_ok_and(|value| value.first().is_some_and(|byte| byte % 2 == 1));
        found.is_ok_and(|line| line == self.line) && !is_off
    }

    /// Writes the entry, in place of one that was there.
    pub(super) fn switch_on(&self) -> io::Result<()> {
        let written = CURRENT_USER.create(RUN).and_then(|key| key.set_string(NAME, &self.line));
        written.map_err(io::Error::other)?;
        // What the listener wants here goes before what they once chose there; that there is nothing is fine.
        drop(CURRENT_USER.create(APPROVED).and_then(|key| key.remove_value(NAME)));
        Ok(())
    }

    /// Removes the entry; that there is none is fine.
    #[expect(clippy::unused_self, reason = "as on the other systems")]
    pub(super) fn switch_off(&self) -> io::Result<()> {
        let key = CURRENT_USER.create(RUN).map_err(io::Error::other)?;
        if key.get_string(NAME).is_err() {
            return Ok(());
        }
        key.remove_value(NAME).map_err(io::Error::other)
    }
}
