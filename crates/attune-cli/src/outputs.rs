//! `attune-cli outputs`: where sound can come out.

use attune_app::player;
use attune_app::print;
use attune_core::AppError;
use clap::Args;

/// Nothing to choose.
#[derive(Debug, Args)]
pub(crate) struct Outputs {
    /// Print one JSON line per output
    #[arg(long)]
    json: bool,
}

impl Outputs {
    /// Prints the outputs; the default has a star. Fails with `no_sound_output` if there is none.
    pub(crate) fn run(&self) -> Result<(), AppError> {
        for output in player::outputs()? {
            if self.json {
                print::json(&output)?;
            } else {
                let star = if output.default { '*' } else { ' ' };
                print::line(&format!("{star} {}  {}", output.id, output.name))?;
            }
        }
        Ok(())
    }
}
