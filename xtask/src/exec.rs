//! Running other programs: what is run is shown, and how it failed is said.

use std::{
    env,
    ffi::OsStr,
    fmt::Write as _,
    fs::File,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc,
    thread,
};

use anyhow::{Context, Result, bail};

/// A program about to be run.
pub(crate) struct Exec {
    command: Command,
    shown: String,
    quiet: bool,
}

impl Exec {
    /// `program` with no arguments yet.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let program = program.as_ref();
        let mut command = Command::new(program);
        // Cargo describes this package to us in the environment; a cargo we start must not believe it is about its own.
        for (key, _) in env::vars_os() {
            let name = key.to_string_lossy();
            if ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"]
                .iter()
                .any(|p| name.starts_with(p))
            {
                command.env_remove(&key);
            }
        }
        Self { command, shown: program.to_string_lossy().into_owned(), quiet: false }
    }

    /// The cargo that started us.
    pub(crate) fn cargo() -> Self {
        let mut cargo = Self::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        "cargo".clone_into(&mut cargo.shown);
        cargo.dir(&crate::repo::root())
    }

    /// npm, under the name it has on this system, in the interface's folder.
    pub(crate) fn npm() -> Self {
        Self::new(if cfg!(windows) { "npm.cmd" } else { "npm" }).dir(&crate::repo::ui())
    }

    /// Adds one argument.
    #[must_use]
    pub(crate) fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        let arg = arg.as_ref();
        let _ = write!(self.shown, " {}", arg.to_string_lossy());
        self.command.arg(arg);
        self
    }

    /// Adds several arguments.
    #[must_use]
    pub(crate) fn args<A: AsRef<OsStr>>(self, args: impl IntoIterator<Item = A>) -> Self {
        args.into_iter().fold(self, Self::arg)
    }

    /// Runs in `dir`.
    #[must_use]
    pub(crate) fn dir(mut self, dir: &Path) -> Self {
        self.command.current_dir(dir);
        self
    }

    /// Sets an environment variable.
    #[must_use]
    pub(crate) fn env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(key, value);
        self
    }

    /// Does not show what is run.
    #[must_use]
    pub(crate) fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// The same, started by `wrapper` with `separator` between the two.
    #[must_use]
    pub(crate) fn within(self, wrapper: impl AsRef<OsStr>, separator: &str) -> Self {
        self.behind(Self::new(wrapper).arg(separator))
    }

    /// The same, started by `outer`, whose last arguments it becomes.
    #[must_use]
    pub(crate) fn behind(self, outer: Self) -> Self {
        let mut outer = outer.arg(self.command.get_program());
        outer = outer.args(self.command.get_args());
        if let Some(dir) = self.command.get_current_dir() {
            outer = outer.dir(dir);
        }
        for (key, value) in self.command.get_envs() {
            if let Some(value) = value {
                outer.command.env(key, value);
            }
        }
        outer
    }

    fn announce(&self) {
        if !self.quiet {
            println!("$ {}", self.shown);
        }
    }

    fn missing(&self) -> String {
        format!("cannot start `{}`", self.shown)
    }

    /// Runs it with our own input and output.
    pub(crate) fn go(mut self) -> Result<()> {
        self.announce();
        let status = self.command.status().with_context(|| self.missing())?;
        if !status.success() {
            bail!("`{}` failed ({status})", self.shown);
        }
        Ok(())
    }

    /// Runs it with our own input and output and hands on its exit code.
    pub(crate) fn code(mut self) -> Result<i32> {
        self.announce();
        let status = self.command.status().with_context(|| self.missing())?;
        Ok(status.code().unwrap_or(1))
    }

    /// Runs it without input, its output and errors into `file`. True when it succeeded.
    pub(crate) fn log(mut self, file: File) -> Result<bool> {
        self.announce();
        let errors = file.try_clone()?;
        let status = self.command.stdin(Stdio::null()).stdout(file).stderr(errors).status();
        Ok(status.with_context(|| self.missing())?.success())
    }

    /// Whether it can be started and succeeds; says nothing.
    pub(crate) fn succeeds(mut self) -> bool {
        self.command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        self.command.status().is_ok_and(|status| status.success())
    }

    /// What it prints; its errors go to ours.
    pub(crate) fn read(self) -> Result<String> {
        let shown = self.shown.clone();
        let (text, success) = self.read_either()?;
        if !success {
            bail!("`{shown}` failed");
        }
        Ok(text)
    }

    /// What it prints, and whether it succeeded.
    pub(crate) fn read_either(mut self) -> Result<(String, bool)> {
        let output = self
            .command
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output()
            .with_context(|| self.missing())?;
        Ok((String::from_utf8_lossy(&output.stdout).into_owned(), output.status.success()))
    }

    /// Runs it, shows its output as it comes and gives every line to `each`. True when it succeeded.
    pub(crate) fn watch(self, mut each: impl FnMut(&str)) -> Result<bool> {
        self.follow(|line| {
            println!("{line}");
            each(line);
        })
    }

    /// Runs it and gives every line of its output to `each`. True when it succeeded.
    pub(crate) fn follow(mut self, mut each: impl FnMut(&str)) -> Result<bool> {
        self.announce();
        let mut child = self
            .command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| self.missing())?;
        let (send, lines) = mpsc::channel();
        if let Some(out) = child.stdout.take() {
            forward(out, send.clone());
        }
        if let Some(err) = child.stderr.take() {
            forward(err, send.clone());
        }
        drop(send);
        for line in lines {
            each(&line);
        }
        Ok(child.wait()?.success())
    }
}

fn forward(from: impl Read + Send + 'static, to: mpsc::Sender<String>) {
    thread::spawn(move || {
        let mut reader = BufReader::new(from);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).is_ok_and(|n| n > 0) {
            let text = String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n']).to_owned();
            if to.send(text).is_err() {
                break;
            }
            line.clear();
        }
    });
}

/// Where `program` is on the search path.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|dir| dir.join(&name)).find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_both_outputs_is_seen() {
        let mut seen = Vec::new();
        let ok = Exec::new("sh").args(["-c", "echo one; echo two >&2; printf three; exit 3"]);
        let success = ok.quiet().watch(|line| seen.push(line.to_owned())).unwrap();
        seen.sort();
        assert!(!success);
        assert_eq!(seen, ["one", "three", "two"]);
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let error = Exec::new("no-such-program-here").arg("--flag").quiet().go().unwrap_err();
        assert!(error.to_string().contains("no-such-program-here --flag"));
    }
}
