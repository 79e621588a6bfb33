//! A run whose programs end with it, however it ends: also killed, when nothing is dropped.

use anyhow::Result;

/// Runs `body` in a process and a process group of its own. Whichever of the two processes goes, the other one ends all that is
/// left of the group, which is everything that `body` starts.
#[cfg(unix)]
pub(super) fn contained(body: impl FnOnce() -> Result<()>) -> Result<()> {
    use std::{
        env, io,
        os::unix::process::CommandExt,
        process::{Command, Stdio, id},
        thread,
    };
    /// Tells the inner process that it is the one.
    const INNER: &str = "ATTUNE_SOAK_INNER";

    if env::var_os(INNER).is_some() {
        thread::spawn(|| {
            // Nothing is ever written: it ends with the outer process.
            let _ = io::copy(&mut io::stdin(), &mut io::sink());
            end(id());
        });
        return body();
    }
    let mut inner = Command::new(env::current_exe()?)
        .args(env::args_os().skip(1))
        .env(INNER, "1")
        .stdin(Stdio::piped())
        .process_group(0)
        .spawn()?;
    let group = inner.id();
    // Waiting would close it.
    let held = inner.stdin.take();
    let status = inner.wait()?;
    end(group);
    drop(held);
    anyhow::ensure!(status.success(), "the soak has failed");
    Ok(())
}

/// Ends every process of a group.
#[cfg(unix)]
fn end(group: u32) {
    crate::exec::Exec::new("kill").args(["-KILL", "--", &format!("-{group}")]).quiet().succeeds();
}

#[cfg(not(unix))]
pub(super) fn contained(body: impl FnOnce() -> Result<()>) -> Result<()> {
    body()
}
