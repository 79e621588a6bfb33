//! Node and the interface's packages.

use anyhow::{Context, Result, bail};

use crate::{exec::Exec, hash, hash::Stamp, repo};

const OLDEST: u32 = 20;

/// Installs the interface's packages when the lock file changed since the last time.
pub(super) fn install() -> Result<()> {
    let version = Exec::new("node").arg("--version").read().with_context(|| {
        format!("Node {OLDEST} or newer builds the interface, and there is no `node` here")
    })?;
    if major(&version).is_none_or(|found| found < OLDEST) {
        bail!("Node {OLDEST} or newer builds the interface; this is {}", version.trim());
    }
    let ui = repo::ui();
    let inputs = hash::tree(&[ui.join("package.json"), ui.join("package-lock.json")])?;
    // Inside node_modules, so that whoever removes the folder removes the note too.
    let stamp = Stamp::at(ui.join("node_modules/.attune-installed"));
    if stamp.is(&inputs) {
        return Ok(());
    }
    let how = ["--no-audit", "--no-fund"];
    // `npm ci` refuses a lock file that was made where the packages of some other system were not to be had. All that
    // this system needs is in it all the same, and `npm install` takes exactly that.
    Exec::npm().arg("ci").args(how).go().or_else(|error| {
        eprintln!("{error:#}; installing what the lock file names");
        Exec::npm().args(["install", "--no-save"]).args(how).go()
    })?;
    stamp.set(&inputs)
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_says_its_version() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major("20"), None);
        assert_eq!(major(""), None);
    }
}
