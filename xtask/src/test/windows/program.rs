//! The command line tool on either system.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::{answer::Answer, scene::Scene};
use crate::{
    exec::Exec,
    repo,
    setup::{
        onnxruntime,
        windows::{self, COMPILER, TARGET},
    },
};

/// `attune-cli`, and how to start it.
pub(super) enum Program {
    /// The one for this machine.
    Here(PathBuf),
    /// The one for Windows, under wine.
    Wine {
        wine: PathBuf,
        /// wine's own Windows.
        prefix: PathBuf,
        program: PathBuf,
    },
}

impl Program {
    pub(super) fn here() -> Self {
        Self::Here(repo::built("debug", "attune-cli"))
    }

    /// Puts the program with the libraries that it loads into a folder of its own, as an installer would, and makes a new
    /// Windows for it.
    pub(super) fn under_wine(home: &Path) -> Result<Self> {
        let wine = windows::wine().context("there is no wine")?;
        let (folder, prefix) = (home.join("program"), home.join("prefix"));
        for old in [&folder, &prefix] {
            if old.exists() {
                fs::remove_dir_all(old)?;
            }
        }
        fs::create_dir_all(&folder)?;
        fs::create_dir_all(&prefix)?;
        let program = folder.join("attune-cli.exe");
        fs::copy(repo::target().join(TARGET).join("debug/attune-cli.exe"), &program)?;
        if let Some(library) = onnxruntime::library_for_windows() {
            fs::copy(library, folder.join("onnxruntime.dll"))?;
        }
        stand_in(&folder)?;
        let this = Self::Wine { wine, prefix, program };
        this.windows_10()?;
        Ok(this)
    }

    /// The version that Attune asks for; wine's own choice is older.
    fn windows_10(&self) -> Result<()> {
        let Self::Wine { wine, prefix, .. } = self else { return Ok(()) };
        let set = ["reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f"];
        let (_, done) = within(Exec::new(wine).args(set), prefix).quiet().read_either()?;
        anyhow::ensure!(done, "wine could not make a Windows in {}", prefix.display());
        Ok(())
    }

    /// Runs `attune-cli` with the arguments of a line.
    pub(super) fn answer(&self, line: &str, scene: &Scene) -> Result<Answer> {
        let arguments: Vec<String> = line.split(' ').map(|word| self.argument(word, scene)).collect();
        let run = match self {
            Self::Here(program) => Exec::new(program),
            Self::Wine { wine, prefix, program } => within(Exec::new(wine).arg(program), prefix),
        };
        let (text, success) = run.args(arguments).quiet().read_either()?;
        Ok(Answer::new(&text, success, &self.named(scene.folder())))
    }

    /// A word of a line; one that begins with `@` is a path in the scene, with `?` for a space.
    fn argument(&self, word: &str, scene: &Scene) -> String {
        match word.strip_prefix('@') {
            Some(path) => self.named(&scene.folder().join(path.replace('?', " "))),
            None => word.to_owned(),
        }
    }

    /// A path as the program's system has it. wine shows the machine's root as a drive.
    fn named(&self, path: &Path) -> String {
        let path = path.display().to_string();
        match self {
            Self::Here(_) => path,
            Self::Wine { .. } => format!("Z:{}", path.replace('/', "\\")),
        }
    }
}

/// wine with a Windows of its own, without what it says of itself, without asking for a browser and .NET, and with the library that
/// lies beside the program, whichever one is named here.
fn within(wine: Exec, prefix: &Path) -> Exec {
    wine.env("WINEPREFIX", prefix)
        .env("ATTUNE_ONNXRUNTIME", "")
        .env("WINEDEBUG", "-all")
        .env("WINEDLLOVERRIDES", "mscoree=;mshtml=")
}

/// Compiles the library that older wine lacks.
fn stand_in(folder: &Path) -> Result<()> {
    let source = repo::root().join("xtask/src/test/windows/bcryptprimitives.c");
    let library = folder.join("bcryptprimitives.dll");
    Exec::new(COMPILER).args(["-shared", "-O1", "-Wall", "-o"]).arg(library).arg(source).arg("-lbcrypt").go()
}
