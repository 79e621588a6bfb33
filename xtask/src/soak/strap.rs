//! A heart-rate strap: the testkit's stand-in for the system's Bluetooth, on a bus of its own.

use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread,
};

use anyhow::{Context, Result};

use crate::repo;

/// The running stand-in; gone with its bus when dropped.
pub(super) struct Strap {
    program: Child,
    address: String,
    beats: Arc<AtomicU64>,
}

impl Strap {
    /// Starts it; its bus is in the folder.
    pub(super) fn start(folder: &Path) -> Result<Self> {
        let mut program = Command::new(repo::built("debug", "fake-bluez"))
            .arg(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start the strap's stand-in")?;
        let mut told = BufReader::new(program.stdout.take().context("it tells nothing")?);
        let mut address = String::new();
        told.read_line(&mut address)?;
        let beats = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&beats);
        thread::spawn(move || {
            for _ in told.lines().map_while(Result::ok) {
                counted.fetch_add(1, Ordering::Relaxed);
            }
        });
        Ok(Self { program, address: address.trim().to_owned(), beats })
    }

    /// Where programs find its bus: the value of `DBUS_SYSTEM_BUS_ADDRESS`.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// Beats that somebody was told.
    pub(super) fn beats(&self) -> u64 {
        self.beats.load(Ordering::Relaxed)
    }
}

impl Drop for Strap {
    fn drop(&mut self) {
        // It ends its bus, and then itself, when nobody is left at the other end.
        drop(self.program.stdin.take());
        let _ = self.program.wait();
    }
}
