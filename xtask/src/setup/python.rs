//! Python, which fetches and opens one wheel, and runs a server for tests.

use crate::exec::Exec;

const NAMES: [&str; 3] = ["python3", "python", "py"];
/// The newest minor version that is looked for by its own name.
const MINOR: u8 = 15;

/// A Python that has pip.
pub(crate) fn with_pip() -> Option<&'static str> {
    NAMES.into_iter().find(|name| Exec::new(name).args(["-m", "pip", "--version"]).succeeds())
}

/// A Python 3 of this minor version or a later one, such as 13 for 3.13.
pub(crate) fn at_least(minor: u8) -> Option<String> {
    let numbered = (minor..=MINOR).map(|n| format!("python3.{n}"));
    let check = format!("import sys; sys.exit(sys.version_info < (3, {minor}))");
    NAMES
        .map(str::to_owned)
        .into_iter()
        .chain(numbered)
        .find(|name| Exec::new(name).args(["-c", &check]).succeeds())
}

/// Any Python 3.
pub(crate) fn any() -> Option<&'static str> {
    NAMES.into_iter().find(|name| {
        Exec::new(name).args(["-c", "import zipfile, sys; sys.exit(sys.version_info < (3, 8))"]).succeeds()
    })
}
