//! `attune-cli voice devices`: which microphones there are.

use attune_app::print;
use attune_app::voice::microphones;
use attune_core::AppError;
use clap::Args;

/// Nothing to choose.
#[derive(Debug, Args)]
pub(crate) struct Devices {
    /// Print one JSON line per microphone
    #[arg(long)]
    json: bool,
}

impl Devices {
    /// Fails with `microphone_none` or `microphone_stuck`.
    pub(super) fn run(&self) -> Result<(), AppError> {
        for microphone in microphones()? {
            if self.json {
                print::json(&microphone)?;
            } else {
                let star = if microphone.default { '*' } else { ' ' };
                print::line(&format!("{star} {}  {}", microphone.id, microphone.name))?;
            }
        }
        Ok(())
    }
}
