//! What the program writes to standard error: warnings, or what `RUST_LOG` asks for.

use attune_spotify::QUIET_TARGETS;
use tracing_subscriber::EnvFilter;

/// Begins to write.
pub fn start() {
    let asked = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(quieted(asked)).with_writer(std::io::stderr).init();
}

/// The libraries below the Spotify client describe requests: they stay silent whatever was asked for.
fn quieted(filter: EnvFilter) -> EnvFilter {
    let off = QUIET_TARGETS.iter().filter_map(|target| format!("{target}=off").parse().ok());
    off.fold(filter, EnvFilter::add_directive)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_libraries_of_the_spotify_client_are_silent() {
        let filter = quieted(EnvFilter::new("trace")).to_string();
        for target in QUIET_TARGETS {
            assert!(filter.contains(&format!("{target}=off")), "{filter}");
        }
        assert!(filter.contains("trace"));
    }
}
