//! A network of the tests' own whose only way out is counted: each test of the window fails where something left by it.

use std::{fs, path::PathBuf};

use anyhow::Result;

use crate::{
    exec::{Exec, find},
    repo,
};

/// Makes it; a test that needs one of its own uses the same.
const NETWORK: &str = include_str!("../../../tests/desktop/way_out.sh");
/// Tells the tests that they are in it.
const COUNTED: &str = "ATTUNE_TEST_COUNTED";

/// What is needed for it.
pub(super) struct Counted {
    /// Where the script is, and what stands in for files of the system's.
    files: PathBuf,
}

impl Counted {
    /// None where there can be no such network.
    pub(super) fn find() -> Result<Option<Self>> {
        if find("unshare").is_none() || find("ip").is_none() {
            return Ok(None);
        }
        let counted = Self { files: repo::target().join("counted") };
        fs::create_dir_all(&counted.files)?;
        fs::write(counted.files.join("way_out.sh"), NETWORK)?;
        let possible = counted.within("true").quiet().succeeds();
        Ok(possible.then_some(counted))
    }

    /// The same tests within it.
    pub(super) fn around(&self, tests: Exec) -> Exec {
        tests.env(COUNTED, "1").behind(self.within(r#"exec "$@""#))
    }

    fn within(&self, then: &str) -> Exec {
        let apart = ["--user", "--map-current-user", "--keep-caps", "--net", "--mount"];
        let script = format!(r#". "$0/way_out.sh" && {then}"#);
        Exec::new("unshare").args(apart).args(["sh", "-c"]).arg(script).arg(&self.files)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_within_has_the_way_out_and_nothing_else() {
        let Some(counted) = Counted::find().unwrap() else {
            println!("skipped: no network namespace can be made here (unshare, ip)");
            return;
        };
        let shows = |wanted: &str| {
            let script = format!(
                "test \"$ATTUNE_TEST_COUNTED\" = 1 && ip -o route get 198.51.100.1 | grep -q '{wanted}'"
            );
            counted.around(Exec::new("sh").arg("-c").arg(script)).quiet().succeeds()
        };
        assert!(shows("dev out"));
        assert!(!shows("dev lo"));
    }
}
