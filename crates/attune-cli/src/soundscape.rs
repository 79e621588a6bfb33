//! `attune-cli soundscape`: music made to a place on the plane, written to a file or as a score.

use crate::recommend::affect;
use attune_app::print;
use attune_app::sound_file;
use attune_app::soundscapes::{FRAME_RATE, Program};
use attune_core::{Affect, AppError};
use attune_evaluate::listening_form;
use clap::{ArgGroup, Args};
use std::path::PathBuf;

/// Compose music to a place on the valence–arousal plane
///
/// Equal seeds and places give equal music. Pieces take a minute and a half to two and a half and follow one another
/// in related keys.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("result").required(true).args(["out", "score", "study"])))]
pub(crate) struct Soundscape {
    /// Valence and arousal, each from -1 to 1, as in 0.4,-0.2
    #[arg(long, value_name = "V,A", default_value = "0,0", allow_hyphen_values = true, value_parser = affect)]
    affect: Affect,
    /// Another seed, other music
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Whole pieces until at least this long; without it one piece
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u16).range(1..=600))]
    minutes: Option<u16>,
    /// Lead to this place until the end of the last piece instead of staying
    #[arg(long, value_name = "V,A", allow_hyphen_values = true, value_parser = affect, requires = "out")]
    towards: Option<Affect>,
    /// Write the sound: .wav (24 bits) or .flac (16 bits)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Print the scores, one JSON line a piece
    #[arg(long)]
    score: bool,
    /// Write a blind listening form with 24 clips into this folder
    #[arg(long, value_name = "DIR")]
    study: Option<PathBuf>,
}

impl Soundscape {
    /// Fails if a file cannot be written.
    pub(crate) fn run(self) -> Result<(), AppError> {
        if let Some(folder) = &self.study {
            return listening_form::write(folder, self.seed);
        }
        if let Some(out) = &self.out {
            let mut program = self.program();
            sound_file::write(out, FRAME_RATE, program.frames(), &mut |block| program.read(block))?;
            return program.lines().iter().try_for_each(|line| print::line(line));
        }
        self.program().scores().iter().try_for_each(print::json)
    }

    fn program(&self) -> Program {
        Program::new(self.seed, (self.affect, self.towards), self.minutes.unwrap_or(0))
    }
}
