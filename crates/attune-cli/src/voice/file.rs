//! `attune-cli voice file`: what is heard in recordings.

use super::line::Line;
use crate::say;
use attune_app::print;
use attune_app::voice::{self, hear};
use attune_core::AppError;
use clap::Args;
use std::path::PathBuf;

/// Recordings of speech.
#[derive(Debug, Args)]
pub(crate) struct File {
    /// Files: WAV, FLAC, Ogg (Opus, Vorbis), MP3, M4A
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

impl File {
    /// Prints the phrases of each file. Fails if no file could be read.
    pub(super) fn run(self) -> Result<(), AppError> {
        let mut listener = voice::listener(None)?;
        let (mut any, mut problem) = (false, None);
        for file in &self.files {
            match hear(&mut listener, file) {
                Ok(hearings) => {
                    any = true;
                    let name = file.display().to_string();
                    for hearing in &hearings {
                        print::json(&Line::of_file(&name, hearing))?;
                    }
                }
                Err(error) => {
                    eprintln!("{}: {}", file.display(), say::error(&error));
                    problem = Some(error);
                }
            }
        }
        problem.filter(|_| !any).map_or(Ok(()), Err)
    }
}
