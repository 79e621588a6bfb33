//! A virtual display.

use std::{
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

/// A display that nobody looks at; gone when dropped.
pub(crate) struct Display {
    server: Child,
    /// What goes into `DISPLAY`.
    pub(crate) name: String,
}

impl Display {
    /// Starts one under a number that is free; keeps its pixels in a file under `memory` where that is given.
    pub(crate) fn start(server: &Path, memory: Option<&Path>) -> Result<Self> {
        let sockets = Path::new("/tmp");
        let number = (90..200)
            .find(|number| !sockets.join(format!(".X{number}-lock")).exists())
            .context("all display numbers are taken")?;
        let name = format!(":{number}");
        let mut command = Command::new(server);
        command.args([name.as_str(), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]);
        if let Some(dir) = memory {
            command.arg("-fbdir").arg(dir);
        }
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start Xvfb")?;
        let mut display = Self { server: child, name };
        display.wait(&sockets.join(format!(".X11-unix/X{number}")))?;
        Ok(display)
    }

    fn wait(&mut self, socket: &Path) -> Result<()> {
        let end = Instant::now() + Duration::from_secs(10);
        while !socket.exists() {
            if self.server.try_wait()?.is_some() || Instant::now() > end {
                bail!("Xvfb did not start on {}", self.name);
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
