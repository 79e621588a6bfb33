//! `attune-cli manual`: what packages install beside the program, written from the same description as `--help`.

use attune_core::{AppError, ErrorCode};
use clap::{Args, Command};
use clap_complete::Shell;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The shells that are helped to complete a command line.
const SHELLS: [Shell; 4] = [Shell::Bash, Shell::Fish, Shell::PowerShell, Shell::Zsh];

/// Where to write.
#[derive(Debug, Args)]
pub(crate) struct Manual {
    /// Folder for `man` (a page for each command) and `completions` (a file for each shell)
    folder: PathBuf,
}

impl Manual {
    /// Writes the pages and the completions for `program`. Fails with `output_failed`.
    pub(crate) fn run(&self, program: Command) -> Result<(), AppError> {
        write(&self.folder, program).map_err(|error| {
            let message = format!(
                "{} cannot be written ({error}). Check the path and the free space.",
                self.folder.display()
            );
            AppError::new(ErrorCode::OutputFailed, message)
        })
    }
}

fn write(folder: &Path, mut program: Command) -> io::Result<()> {
    let (pages, completions) = (folder.join("man"), folder.join("completions"));
    fs::create_dir_all(&pages)?;
    fs::create_dir_all(&completions)?;
    let name = program.get_name().to_owned();
    for shell in SHELLS {
        clap_complete::generate_to(shell, &mut program, &name, &completions)?;
    }
    clap_mangen::generate_to(program, &pages)
}
