//! Python, which fetches and opens one wheel, and runs a server for tests.

use crate::exec::Exec;

const NAMES: [&str; 3] = ["python3", "python", "py"];

/// A Python that has pip.
pub(crate) fn with_pip() -> Option<&'static str> {
    NAMES.into_iter().find(|name| Exec::new(name).args(["-m", "pip", "--version"]).succeeds())
}

/// Any Python 3.
pub(crate) fn any() -> Option<&'static str> {
    NAMES.into_iter().find(|name| {
        Exec::new(name).args(["-c", "import zipfile, sys; sys.exit(sys.version_info < (3, 8))"]).succeeds()
    })
}
