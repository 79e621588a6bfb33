//! `attune-cli voice`: the tone of a voice, from recordings or a microphone.

mod devices;
mod file;
mod line;
mod watch;

use attune_core::AppError;
use clap::{Args, Subcommand};

/// What to do with a voice.
#[derive(Debug, Args)]
pub(crate) struct Voice {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List the microphones; the default has a star
    Devices(devices::Devices),
    /// Read recordings, one JSON line a phrase
    File(file::File),
    /// Listen to a microphone, one JSON line an event
    Watch(watch::Watch),
}

impl Voice {
    /// Fails with what its part says.
    pub(crate) fn run(self) -> Result<(), AppError> {
        match self.what {
            What::Devices(devices) => devices.run(),
            What::File(file) => file.run(),
            What::Watch(watch) => watch.run(),
        }
    }
}
