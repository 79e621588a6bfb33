//! Node and the interface's packages.

use anyhow::{Context, Result, bail};

use crate::{exec::Exec, hash, hash::Stamp, repo};

/// What vite asks for, the most particular of the interface's tools.
pub(super) const WANTED: &str = "20.19 or newer of 20, or 22.12 or newer";

/// Installs the interface's packages when the lock file changed since the last time.
pub(crate) fn install() -> Result<()> {
    let version = Exec::new("node")
        .arg("--version")
        .read()
        .with_context(|| format!("Node builds the interface ({WANTED}), and there is no `node` here"))?;
    if !numbers(&version).is_some_and(is_enough) {
        bail!("Node builds the interface ({WANTED}); this is {}", version.trim());
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

/// The first two numbers of what `node --version` says.
fn numbers(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.trim().strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

fn is_enough((major, minor): (u32, u32)) -> bool {
    (major == 20 && minor >= 19) || (major, minor) >= (22, 12)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use serde_json::Value;

    use super::*;

    #[test]
    fn node_says_its_version() {
        assert_eq!(numbers("v20.20.2\n"), Some((20, 20)));
        assert_eq!(numbers("v8.0.0"), Some((8, 0)));
        for odd in ["20.19.0", "v20", "v20.x", ""] {
            assert_eq!(numbers(odd), None, "{odd:?}");
        }
    }

    #[test]
    fn node_is_new_enough_where_vite_says_so() {
        for (version, enough) in [
            ((18, 20), false),
            ((20, 18), false),
            ((20, 19), true),
            ((21, 7), false),
            ((22, 11), false),
            ((22, 12), true),
            ((24, 0), true),
        ] {
            assert_eq!(is_enough(version), enough, "{version:?}");
        }
    }

    #[test]
    fn vite_asks_for_what_is_checked_here() {
        const RANGE: &str = "^20.19.0 || >=22.12.0";
        let read = |name: &str| -> Value {
            serde_json::from_str(&fs::read_to_string(repo::ui().join(name)).unwrap()).unwrap()
        };
        let lock = read("package-lock.json");
        assert_eq!(
            lock["packages"]["node_modules/vite"]["engines"]["node"], RANGE,
            "change `is_enough` as well"
        );
        assert_eq!(read("package.json")["engines"]["node"], RANGE);
    }
}
