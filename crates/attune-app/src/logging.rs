//! What the program writes down of its work: warnings, or what `RUST_LOG` asks for, to standard error and to a file.
//!
//! The file is `attune.log` in the data folder; two older ones lie beside it, each at most [`LIMIT`] bytes. It names
//! files and tracks where a message does, stays on this computer, and goes when the listener deletes everything
//! ([`erase`]). docs/development.md explains `RUST_LOG`.

mod panics;
mod rotating;

pub use rotating::{LIMIT, files};

use attune_core::AppError;
use attune_spotify::QUIET_TARGETS;
use rotating::RotatingFile;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, fmt};

/// The log of this process.
static LOG: OnceLock<Arc<RotatingFile>> = OnceLock::new();

/// Begins to write, once a process, of panics too; without a data folder to standard error only.
pub fn start(data_dir: Option<PathBuf>) {
    let asked = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    let folder = data_dir.or_else(crate::compose::default_data_dir);
    let file = folder.map(|folder| LOG.get_or_init(|| Arc::new(RotatingFile::new(folder))).clone());
    let to_file = file.map(|file| fmt::layer().with_ansi(false).with_line_number(true).with_writer(file));
    let to_error = fmt::layer().with_writer(std::io::stderr);
    let started = tracing_subscriber::registry().with(quieted(asked)).with(to_error).with(to_file).try_init();
    if let Err(error) = started {
        eprintln!("Nothing is logged: {error}");
    }
    panics::write_places_only();
}

/// Removes the log of this process and the older ones. Fails with `erase_incomplete`.
pub fn erase() -> Result<(), AppError> {
    LOG.get().map_or(Ok(()), |log| log.erase())
}

/// The libraries below the clients of Spotify and of music servers describe requests: they stay silent whatever was asked
/// for.
fn quieted(filter: EnvFilter) -> EnvFilter {
    let targets = QUIET_TARGETS.iter().chain(&attune_subsonic::QUIET_TARGETS);
    let off = targets.filter_map(|target| format!("{target}=off").parse().ok());
    off.fold(filter, EnvFilter::add_directive)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_libraries_below_the_clients_are_silent() {
        let filter = quieted(EnvFilter::new("trace")).to_string();
        for target in QUIET_TARGETS.iter().chain(&attune_subsonic::QUIET_TARGETS) {
            assert!(filter.contains(&format!("{target}=off")), "{filter}");
        }
        assert!(filter.contains("trace"));
    }
}
